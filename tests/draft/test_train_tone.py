"""The weights of the tone are learnt again from the same examples, and do what the shipped ones do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from tests.corpus.train_tone import (  # noqa: E402
    Example,
    folds_of,
    logistic,
    read_drafts,
    read_pairs,
)

CORPUS = Path(__file__).parents[1] / "corpus" / "tone.jsonl"

pytestmark = pytest.mark.usefixtures("encoder")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """Every twenty-fourth pair of the corpus."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    kept = set(sorted({row["pair"] for row in rows})[::24])
    path = tmp_path_factory.mktemp("corpus") / "few.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows if row["pair"] in kept), encoding="utf-8")
    return read_pairs(path)


def test_every_example_of_the_corpus_keeps_the_rules_of_labelling() -> None:
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    pairs: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        pairs.setdefault(row["pair"], []).append(row)
        assert row["flagged"] == bool(row["markers"]) == (row["meter"] > 3)
        assert all(marker["text"] in row["text"] for marker in row["markers"])
    assert len(rows) >= 600
    for both in pairs.values():
        assert sorted(bool(row["flagged"]) for row in both) == [False, True]
        assert len({(row["split"], row["writer"], row["lang"]) for row in both}) == 1


def test_a_pair_stays_in_one_fold(few: list[Example]) -> None:
    folds = dict(zip([example.pair for example in few], folds_of(few), strict=True))
    assert [folds[example.pair] for example in few] == folds_of(few)


def test_drafts_of_profiles_count_for_a_part_and_gossip_counts_as_flagged(tmp_path: Path) -> None:
    drafts = [
        {"label": "in", "tag": "opinion", "lang": "fr", "text": "À mon avis un devis se donne avant, pas après."},
        {
            "label": "out",
            "tag": "gossip",
            "lang": "fr",
            "text": "Son mari serait parti avec la caisse, on le sait tous.",
        },
        {"label": "out", "tag": "society", "lang": "fr", "text": "Le conseil a voté la taxe hier soir, on verra."},
    ]
    path = tmp_path / "drafts.jsonl"
    path.write_text(json.dumps({"id": "a", "drafts": drafts}) + "\n", encoding="utf-8")
    opinion, gossip = read_drafts(path)
    assert (opinion.flagged, gossip.flagged) == (False, True)
    assert opinion.weight < gossip.weight < 1
    assert opinion.hits is not None
    assert gossip.hits is None


def test_a_head_separates_what_can_be_separated() -> None:
    rows = np.array([[0.0], [1.0], [2.0], [3.0]], np.float32)
    told = np.array([0, 0, 1, 1], np.float32)
    slope, constant = logistic(rows, told, np.ones(4, np.float32), 0.01)
    assert slope > 0 > constant
