"""Builds `topics.npz` and `trades.npz`, what a draft may read like instead of its writer's trade.

    python -m handlers.draft.build_bank PATH_TO/topics.jsonl PATH_TO/esco_occupations_en.csv

Each line of the first file has key, desc_fr, desc_en, post_fr and post_en (ours, CC0). The second is the table of
occupations of ESCO v1.1.1, of which PREFERREDLABEL and DESCRIPTION are read. The same files give the same bytes.

This service uses the ESCO classification of the European Commission.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

from handlers.draft.encoder import encode

HERE = Path(__file__).parent

TOPICS, TRADES = HERE / "topics.npz", HERE / "trades.npz"

LONGEST_NAME = 40


def build_topics(source: Path, bank: Path = TOPICS) -> None:
    """Writes the bank of a file of topics: a topic's vector is the mean of its descriptions in both languages."""
    import numpy as np

    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    fr, en = ([row[field] for row in rows] for field in ("desc_fr", "desc_en"))
    posts = [row[field] for field in ("post_fr", "post_en") for row in rows]
    np.savez_compressed(
        bank,
        keys=np.array([row["key"] for row in rows]),
        fr=np.array([short_name(name) for name in fr]),
        en=np.array([short_name(name) for name in en]),
        vectors=((encode(fr) + encode(en)) / 2).astype(np.float16),
        posts=encode(posts).astype(np.float16),
    )


def build_trades(source: Path, bank: Path = TRADES) -> None:
    """Writes the bank of a table of occupations, each vector in whole numbers up to 127."""
    import numpy as np

    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    vectors = encode([f"{row['PREFERREDLABEL']}. {row['DESCRIPTION']}" for row in rows])
    scaled = np.rint(vectors / abs(vectors).max(axis=1, keepdims=True) * 127)
    names = np.array([row["PREFERREDLABEL"].strip() for row in rows])
    np.savez_compressed(bank, names=names, vectors=scaled.astype(np.int8))


def short_name(description: str) -> str:
    """The first two things a description names (one where they are long), ready to stand inside a sentence:
    "politique, élections".
    """
    first, _, others = description.partition(", ")
    both = ", ".join((first, *others.split(", ")[:1])).removesuffix(", ")
    name = both if len(both) <= LONGEST_NAME else first
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


if __name__ == "__main__":
    build_topics(Path(sys.argv[1]))
    build_trades(Path(sys.argv[2]))
