"""Builds `topics.npz`, the bank of generic topics that a draft's scope is judged against.

    python -m handlers.draft.build_bank PATH_TO/topics.jsonl

Each line of the file has key, desc_fr and desc_en (ours, CC0). The same file gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from handlers.draft.scope import encode

BANK = Path(__file__).with_name("topics.npz")

LONGEST_NAME = 40


def build_bank(topics: Path, bank: Path = BANK) -> None:
    """Writes the bank of a file of topics: a topic's vector is the mean of its descriptions in both languages."""
    import numpy as np

    rows = [json.loads(line) for line in topics.read_text(encoding="utf-8").splitlines()]
    fr, en = ([row[field] for row in rows] for field in ("desc_fr", "desc_en"))
    np.savez_compressed(
        bank,
        keys=np.array([row["key"] for row in rows]),
        fr=np.array([short_name(name) for name in fr]),
        en=np.array([short_name(name) for name in en]),
        vectors=((encode(fr) + encode(en)) / 2).astype(np.float16),
    )


def short_name(description: str) -> str:
    """The first two things a description names (one where they are long), ready to stand inside a sentence:
    "politique, élections".
    """
    first, _, others = description.partition(", ")
    both = ", ".join((first, *others.split(", ")[:1])).removesuffix(", ")
    name = both if len(both) <= LONGEST_NAME else first
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


if __name__ == "__main__":
    build_bank(Path(sys.argv[1]))
