"""The tone is learnt again, twice, from a part of the corpus: slow, so it is no test of every day."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.corpus.train_tone import Example, auroc, learn, measured, odds_of, read_pairs, write

CORPUS = Path(__file__).parents[1] / "corpus" / "tone.jsonl"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """Every eighth pair of the corpus."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    kept = set(sorted({row["pair"] for row in rows})[::8])
    path = tmp_path_factory.mktemp("corpus") / "few.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows if row["pair"] in kept), encoding="utf-8")
    return read_pairs(path)


def test_the_same_examples_give_the_same_artefact(few: list[Example], tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        write(learn(few), {"pairs": len(few)}, tmp_path / name)
    with np.load(tmp_path / "one.npz") as one, np.load(tmp_path / "two.npz") as two:
        assert one.files == two.files
        assert all(np.array_equal(one[name], two[name]) for name in one.files)


def test_what_is_learnt_tells_the_examples_apart(few: list[Example]) -> None:
    learnt = learn(few)
    assert auroc([(example.flagged, odds_of(learnt, example)) for example in few]) > 0.9


def test_writers_are_measured_by_the_others(few: list[Example]) -> None:
    assert set(measured(few, [])) == {"t1", "t2"}
