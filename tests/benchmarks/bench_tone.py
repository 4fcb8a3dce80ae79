"""How well and how fast the tone of a draft is judged: each part alone, across writers, by pair, on a trade's drafts.

    .venv/bin/pytest -q -s tests/benchmarks/bench_tone.py

Reads `tests/corpus/tone.jsonl`; profiles with drafts (`tests/corpus/profiles*.jsonl`, or the files that COMPTOIR_DRAFTS
names, separated by colons) make it measure false flags too, each file judged by weights that were learnt without it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
import pytest

from handlers.draft.fold import fold
from handlers.draft.markers import markers, turns
from handlers.draft.scope import encode, ready
from handlers.draft.style import language_of
from handlers.draft.tone import FLAGGED_FROM, LABELS, meter_of, review_tone
from handlers.draft.tone_model import judge, summary
from tests.corpus.train_tone import Example, _rows, folds_of, learn, logistic, read_drafts, read_pairs

CORPUS = Path(__file__).parents[1] / "corpus"
PAIRS = CORPUS / "tone.jsonl"
MARKED = 16
"""How many of the last figures of a style are markers."""

Scorer = Callable[[Sequence[Example]], list[float]]


@pytest.fixture(scope="module")
def pairs() -> list[Example]:
    if not ready():
        pytest.skip("the encoder is not installed: pip install 'comptoir[review]'")
    return read_pairs(PAIRS)


@pytest.fixture(scope="module")
def drafts() -> list[Example]:
    named = os.environ.get("COMPTOIR_DRAFTS", "")
    paths = [Path(one) for one in named.split(":")] if named else sorted(CORPUS.glob("profiles*.jsonl"))
    return [example for path in paths for example in read_drafts(path)]


def auroc(told: Sequence[tuple[bool, float]]) -> float:
    """How often a flagged draft scores above one that is not; ties count half."""
    ups, downs = (np.array([score for flagged, score in told if flagged is want]) for want in (True, False))
    return float(np.mean((ups[:, None] > downs) + (ups[:, None] == downs) / 2))


def by_rules(_: Sequence[Example]) -> Scorer:
    """The number of markers that are not excused."""
    return lambda examples: [example.style[-1] for example in examples]


def by_style(*, marked: bool) -> Callable[[Sequence[Example]], Scorer]:
    """A logistic model on the style alone, with its markers or without."""

    def learnt(seen: Sequence[Example]) -> Scorer:
        def rows(examples: Sequence[Example]) -> np.ndarray:
            table = np.array([example.style for example in examples], np.float32)
            return table if marked else table[:, :-MARKED]

        centre, spread = rows(seen).mean(axis=0), rows(seen).std(axis=0) + 1e-3
        told = np.array([example.flagged for example in seen], np.float32)
        head = logistic((rows(seen) - centre) / spread, told, np.array([e.weight for e in seen], np.float32), 30)
        return lambda examples: ((rows(examples) - centre) / spread @ head[:-1]).tolist()

    return learnt


def by_vector(seen: Sequence[Example]) -> Scorer:
    """A logistic model on the draft's vector alone."""
    told = np.array([example.flagged for example in seen], np.float32)
    counted = np.array([example.weight for example in seen], np.float32)
    head = logistic(np.stack([example.vectors[0] for example in seen]), told, counted, 1.0)
    return lambda examples: [float(example.vectors[0] @ head[:-1]) for example in examples]


def by_vectors(seen: Sequence[Example]) -> Scorer:
    """The heads on the draft's and its passages' vectors, added."""
    learnt = learn(seen)
    return lambda examples: [sum(summary(learnt, example.vectors)[::3]) for example in examples]


def by_all(seen: Sequence[Example]) -> Scorer:
    """What the review uses."""
    learnt = learn(seen)
    return lambda examples: [judge(learnt, e.vectors, e.style, e.turned).whole for e in examples]


WAYS = {
    "rules alone": by_rules,
    "style alone": by_style(marked=False),
    "style and rules": by_style(marked=True),
    "draft's vector": by_vector,
    "vectors": by_vectors,
    "all": by_all,
}


def across(way: Callable[[Sequence[Example]], Scorer], seen: Sequence[Example], unseen: Sequence[Example]) -> float:
    return auroc(list(zip([example.flagged for example in unseen], way(seen)(unseen), strict=True)))


def held_out(way: Callable[[Sequence[Example]], Scorer], pairs: list[Example], more: list[Example]) -> list[float]:
    """The score of each pair's draft by a way that has not seen the pair."""
    folds, scores = folds_of(pairs, seed=2), [0.0] * len(pairs)
    for left in sorted(set(folds)):
        scorer = way([*(e for e, at in zip(pairs, folds, strict=True) if at != left), *more])
        places = [place for place, at in enumerate(folds) if at == left]
        for place, score in zip(places, scorer([pairs[place] for place in places]), strict=True):
            scores[place] = score
    return scores


def test_bench_tone_by_part_and_protocol(
    pairs: list[Example], drafts: list[Example], capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = ([example for example in pairs if example.writer == writer] for writer in ("t1", "t2"))
    rest, test = ([e for e in pairs if (e.split == "test") is want] for want in (False, True))
    told = [example.flagged for example in pairs]
    for named, more in (("pairs only", []), ("pairs and drafts", drafts)):
        if more or named == "pairs only":
            with capsys.disabled():
                print(f"\nAUROC, {named:17} t1 -> t2  t2 -> t1   by pair  test split")
                for name, way in WAYS.items():
                    scores = held_out(way, pairs, more)
                    row = (across(way, [*one, *more], two), across(way, [*two, *more], one),
                           auroc(list(zip(told, scores, strict=True))), across(way, [*rest, *more], test))  # fmt: skip
                    print(f"{name:24}", "".join(f"{figure:10.3f}" for figure in row))
    assert across(by_all, one, two) >= 0.9
    assert across(by_all, two, one) >= 0.9


def test_bench_meter_of_drafts_held_out(
    pairs: list[Example], drafts: list[Example], capsys: pytest.CaptureFixture[str]
) -> None:
    meters = [meter_of(score) for score in held_out(by_all, pairs, drafts)]
    with capsys.disabled():
        print("\n                 drafts  0-2  3  4  5-6  7-10   flagged")
        for name, picked in {
            "flagged": [m for m, e in zip(meters, pairs, strict=True) if e.flagged],
            "not flagged": [m for m, e in zip(meters, pairs, strict=True) if not e.flagged],
            **_by_label(pairs, meters),
        }.items():
            _row(name, picked)
        for name, picked in _left_out(pairs, drafts).items():
            _row(name, picked)


def _by_label(pairs: list[Example], meters: list[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {label: [] for label in LABELS}
    for example, meter in zip(pairs, meters, strict=True):
        if example.hits is not None and example.flagged:
            for at in np.flatnonzero(example.hits.any(axis=0)):
                found[LABELS[at]].append(meter)
    return found


def _left_out(pairs: list[Example], drafts: list[Example]) -> dict[str, list[int]]:
    """The meters of the drafts of profiles, each file judged by weights learnt without it."""
    found: dict[str, list[int]] = {}
    for writer in sorted({example.writer for example in drafts}):
        learnt = learn([*pairs, *(example for example in drafts if example.writer != writer)])
        for example in drafts:
            if example.writer == writer:
                odds = judge(learnt, example.vectors, example.style, example.turned).whole
                found.setdefault(example.tag, []).append(meter_of(odds))
    return dict(sorted(found.items()))


def _row(name: str, meters: list[int]) -> None:
    zones = ((0, 2), (3, 3), (4, 4), (5, 6), (7, 10))
    shares = (sum(low <= meter <= high for meter in meters) / max(1, len(meters)) for low, high in zones)
    flagged = sum(meter >= FLAGGED_FROM for meter in meters) / max(1, len(meters))
    print(f"{name:16} {len(meters):6}", "".join(f"{share:6.0%}" for share in shares), f"{flagged:8.0%}")


def test_bench_markers_against_the_marked_words(
    pairs: list[Example], drafts: list[Example], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rules alone, then the review with weights learnt from the other writer. A marker is right where it overlaps words
    marked with its label."""
    rows = _rows(PAIRS)
    with capsys.disabled():
        for writer, other in (("t1", "t2"), ("t2", "t1")):
            learnt = learn([*(example for example in pairs if example.writer == other), *drafts])
            monkeypatch.setattr("handlers.draft.tone.weights", lambda learnt=learnt: learnt)
            mine = [row for row in rows if row["writer"] == writer]
            ruled = [markers(folded := fold(row["text"]), turns(folded, language_of(folded))) for row in mine]
            whole = [review_tone(row["text"]).markers for row in mine]
            print(f"\n{writer}            rules: precision  recall   review: precision  recall")
            for label in (*LABELS, "all"):
                figures = (*_overlap(mine, ruled, label), *_overlap(mine, whole, label))
                print(f"{label:16}", "".join(f"{figure:14.2f}" for figure in figures))
            clean = [marks for row, marks in zip(mine, whole, strict=True) if not row["flagged"]]
            print(f"not flagged, with a marker: {np.mean([bool(marks) for marks in clean]):.1%}")


def _overlap(rows: list[dict], found: list, label: str) -> tuple[float, float]:  # type: ignore[type-arg]
    right = shown = met = wanted = 0
    for row, marks in zip(rows, found, strict=True):
        spans = [(m["label"], at := row["text"].index(m["text"]), at + len(m["text"])) for m in row["markers"]]
        mine = [mark for mark in marks if label in {mark.label, "all"}]
        gold = [span for span in spans if label in {span[0], "all"}]
        right += sum(any(m.label == g[0] and m.start < g[2] and g[1] < m.end for g in gold) for m in mine)
        met += sum(any(m.label == g[0] and m.start < g[2] and g[1] < m.end for m in mine) for g in gold)
        shown, wanted = shown + len(mine), wanted + len(gold)
    return right / max(1, shown), met / max(1, wanted)


def test_bench_time_of_a_tone(pairs: list[Example], capsys: pytest.CaptureFixture[str]) -> None:
    del pairs  # skips where the encoder is absent, and has it loaded
    rows = [row["text"] for row in _rows(PAIRS)[:200]]
    word = "Paraît que le garage d'en face ferme. Tous les mêmes, ces patrons, et personne ne dit rien ! "
    review_tone("Bonjour à tous")
    for name, texts in (("a pair's draft", rows), ("150 words", [(word * 9)]), ("100 kB", [word * 1100])):
        times = max(1, 20 // len(texts))
        took = [_took(review_tone, text) for text in texts for _ in range(times)]
        once = [_took(encode, [text[:3000]]) for text in texts for _ in range(times)]
        with capsys.disabled():
            print(f"\nreview_tone, {name}: {median(took):.1f} ms (worst {max(took):.1f}); beyond one encoding "
                  f"{median(took) - median(once):.1f}", end="")  # fmt: skip


def _took(done: Callable[..., object], given: object) -> float:
    start = perf_counter()
    done(given)
    return (perf_counter() - start) * 1000
