"""Learns `tone.npz`, the weights behind the comptoir meter, from labelled drafts.

    python -m tests.corpus.train_tone tests/corpus/tone.jsonl tests/corpus/profiles.jsonl

The first file holds matched pairs (tests/corpus/TONE.md says how they are labelled). Others, if any, hold profiles
with their drafts; gossip there counts as flagged, drafts of a trade as not, each for a part of an example (they were
labelled for something else), and those of the split "test" are left out. Plain numpy, a minute on one core; the same
files give the same weights.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import handlers.draft
from handlers.draft.fold import fold
from handlers.draft.markers import LABELS, turns
from handlers.draft.scope import encode
from handlers.draft.style import language_of, names, style
from handlers.draft.tone import close_passages, turned_in
from handlers.draft.tone_model import ARTEFACT, Weights, judge, scaled, shown, summary, weigh

Array = NDArray[np.float32]

OUTPUT = Path(handlers.draft.__file__).with_name(ARTEFACT)

FOLDS = 5

# Ridge penalties of the draft's head, the passage's, the labels', the last one and the choice of what is shown.
_DRAFT, _PASSAGE, _LABEL, _WHOLE, _SHOWN = 1.0, 1.0, 1.0, 30.0, 3.0

_BOOST = 1.5
"""How much wider than the style the summaries of the heads are scaled: the penalty then weighs less on them."""

QUIET, GOSSIP = {"opinion": 0.3, "short": 0.2, "angle": 0.15}, 0.5
"""What a draft of a profile counts for, by its tag, beside one of a pair: quiet drafts 0.05, more where the pairs alone
mistake a firm opinion or a dry line for tone."""

_QUIET = 0.05

_CHOICES = 5
"""How many figures the choice of what is shown rests on."""

_QUIET_TAGS = frozenset({"neighbour", "leisure"})


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A labelled draft made ready. `hits` says which labels (columns) stand in which passages (rows); None where nobody
    marked the words.
    """

    pair: str
    writer: str
    split: str
    flagged: bool
    meter: int
    language: str
    tag: str
    weight: float
    vectors: Array = field(repr=False)
    style: list[float] = field(repr=False)
    turned: Array = field(repr=False)
    hits: Array | None = field(repr=False)


def read_pairs(path: Path) -> list[Example]:
    """The examples of a file of matched pairs."""
    return [_ready(row, row["markers"], weight=1.0) for row in _rows(path)]


def read_drafts(path: Path) -> list[Example]:
    """The examples of a file of profiles with drafts: those of a trade, and gossip."""
    rows = (
        {**draft, "pair": profile["id"], "writer": path.stem, "split": profile.get("split", ""),
         "flagged": draft["tag"] == "gossip"}
        for profile in _rows(path)
        for draft in profile["drafts"]
        if draft["label"] == "in" or draft["tag"] in {*_QUIET_TAGS, "gossip"}
    )  # fmt: skip
    return [_ready(row, None, weight=GOSSIP if row["flagged"] else QUIET.get(row["tag"], _QUIET)) for row in rows]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _ready(row: dict[str, Any], marked: list[dict[str, str]] | None, weight: float) -> Example:
    folded = fold(row["text"])
    found = turns(folded, language_of(folded))
    spans = close_passages(folded, found)
    places = [folded.span(*span) for span in spans]
    return Example(
        **{name: row.get(name, "") for name in ("pair", "writer", "split", "flagged", "tag")},
        meter=row.get("meter", 0),
        language=row["lang"],
        weight=weight,
        vectors=encode([row["text"], *(row["text"][start:end] for start, end in places)]),
        style=style(folded, found),
        turned=turned_in(found, spans),
        hits=None if marked is None and row["flagged"] else _hits(row["text"], marked or [], places),
    )


def _hits(text: str, marked: list[dict[str, str]], places: list[tuple[int, int]]) -> Array:
    """Which labels stand in which passages: the marked words lie there for half their length, or 15 characters."""
    hits = np.zeros((len(places), len(LABELS)), np.float32)
    for one in marked:
        first = text.index(one["text"])
        last = first + len(one["text"])
        for row, (start, end) in enumerate(places):
            if min(last, end) - max(first, start) >= min(15, (last - first) / 2):
                hits[row, LABELS.index(one["label"])] = 1
    return hits


def learn(examples: Sequence[Example]) -> Weights:
    """The weights learnt from examples. The last head and the choice of what is shown are learnt from what the other
    heads say of examples they have not seen (by pair).
    """
    seers = _seers(examples)
    summed = [summary(seer, example.vectors) for seer, example in zip(seers, examples, strict=True)]
    return _chooser(_last(_heads(examples), examples, summed), examples, seers, summed)


def _heads(examples: Sequence[Example]) -> Weights:
    """The heads that read vectors, the others empty."""
    drafts = np.stack([example.vectors[0] for example in examples])
    draft = logistic(drafts, _flags(examples), _counted(examples), _DRAFT)
    rows, hits, counted = _marked(examples)
    wrong = hits.max(axis=1)
    told = (wrong > 0) | (hits.sum(axis=1) == 0)
    passage = logistic(rows[told], wrong[told], counted[told], _PASSAGE)
    labels = np.stack([logistic(rows, hits[:, at], counted, _LABEL) for at in range(len(LABELS))])
    none = np.zeros(0, np.float32)
    return Weights(draft, passage, labels, none, none, none, none)


def _marked(examples: Sequence[Example]) -> tuple[Array, Array, Array]:
    """The passages whose words were judged: vectors, labels, weights. In a flagged draft those without a mark are left
    out, because what surrounds a fault often shares its tone.
    """
    rows = [
        (vector, hits, example.weight)
        for example in examples
        if example.hits is not None
        for vector, hits in zip(example.vectors[1:], example.hits, strict=True)
        if hits.any() or not example.flagged
    ]
    vectors, hits, counted = zip(*rows, strict=True)
    return np.stack(vectors), np.stack(hits), np.array(counted, np.float32)


def _seers(examples: Sequence[Example]) -> list[Weights]:
    """For each example the heads that have not seen its pair."""
    folds = folds_of(examples)
    rest = ([example for example, at in zip(examples, folds, strict=True) if at != left] for left in range(FOLDS))
    heads = [_heads(part) for part in rest]
    return [heads[at] for at in folds]


def folds_of(examples: Sequence[Example], count: int = FOLDS, seed: int = 1) -> list[int]:
    """The fold of each example: pairs (and profiles) stay together."""
    pairs = sorted({example.pair for example in examples})
    order = np.random.default_rng(seed).permutation(len(pairs))
    at = {pair: int(place) % count for pair, place in zip(pairs, order, strict=True)}
    return [at[example.pair] for example in examples]


def _last(heads: Weights, examples: Sequence[Example], summed: Sequence[Sequence[float]]) -> Weights:
    """The heads with the last one, and the scale of what it weighs."""
    rows = np.array([[*one, *example.style] for one, example in zip(summed, examples, strict=True)], np.float32)
    counted = _counted(examples)
    centre = np.average(rows, axis=0, weights=counted).astype(np.float32)
    spread = rows.std(axis=0) + np.float32(1e-3)
    spread[:4] /= _BOOST
    heads = replace(heads, centre=centre, spread=spread)
    ready = np.stack([scaled(heads, row[:4], row[4:]) for row in rows.tolist()])
    return replace(heads, whole=logistic(ready, _flags(examples), counted, _WHOLE))


def _chooser(heads: Weights, examples: Sequence[Example], seers: Sequence[Weights], summed: Sequence[Any]) -> Weights:
    """The heads with the choice of what is shown: learnt from flagged pairs, one slope for all labels."""
    rows, hits = [], []
    for example, seer, one in zip(examples, seers, summed, strict=True):
        if example.flagged and example.hits is not None:
            rows.append(_choices(seer, example, float(weigh(heads.whole, scaled(heads, one, example.style)))))
            hits.append(example.hits)
    table, told = np.concatenate(rows), np.concatenate(hits)
    own = np.broadcast_to(np.eye(len(LABELS), dtype=np.float32), (len(table), len(LABELS), len(LABELS)))
    full = np.concatenate([table, own], axis=2).reshape(told.size, -1)
    learnt = logistic(full, told.reshape(-1), np.ones(told.size, np.float32), _SHOWN)
    slopes, each, constant = learnt[:_CHOICES], learnt[_CHOICES:-1], learnt[-1]
    return replace(heads, shown=np.stack([np.append(slopes, one + constant) for one in each]))


def _choices(seer: Weights, example: Example, whole: float) -> Array:
    """What the choice rests on, for each passage and label: its figures, read off with unit weights."""
    units = np.eye(_CHOICES, _CHOICES + 1, dtype=np.float32)
    read = (replace(seer, shown=np.tile(unit, (len(LABELS), 1))) for unit in units)
    return np.stack([shown(one, example.vectors[1:], example.turned, whole) for one in read], axis=2)


def _flags(examples: Iterable[Example]) -> Array:
    return np.array([example.flagged for example in examples], np.float32)


def _counted(examples: Iterable[Example]) -> Array:
    return np.array([example.weight for example in examples], np.float32)


def logistic(rows: Array, told: Array, counted: Array, ridge: float, steps: int = 12) -> Array:
    """The head of a ridge logistic regression: weights and, last, a constant that is not held back (Newton's steps)."""
    wide = np.c_[rows, np.ones(len(rows))].astype(np.float64)
    head, hold = np.zeros(wide.shape[1]), np.append(np.full(rows.shape[1], ridge), 1e-3)
    for _ in range(steps):
        odds = 1 / (1 + np.exp(-(wide @ head).clip(-30, 30)))
        slope = wide.T @ (counted * (odds - told)) + hold * head
        bend = (wide * (counted * odds * (1 - odds))[:, None]).T @ wide + np.diag(hold)
        step = np.linalg.solve(bend, slope)
        head -= step
        if np.abs(step).max() < 1e-4:
            break
    return head.astype(np.float32)


def measured(pairs: Sequence[Example], drafts: Sequence[Example]) -> dict[str, float]:
    """The AUROC on each writer's pairs of weights that were learnt from the other writers' and the drafts."""
    told = {}
    for writer in sorted({example.writer for example in pairs}):
        learnt = learn([*(example for example in pairs if example.writer != writer), *drafts])
        told[writer] = auroc([(e.flagged, odds_of(learnt, e)) for e in pairs if e.writer == writer])
    return told


def odds_of(learnt: Weights, example: Example) -> float:
    """The log-odds that weights give a draft as a whole."""
    return judge(learnt, example.vectors, example.style, example.turned).whole


def auroc(told: Sequence[tuple[bool, float]]) -> float:
    """How often a flagged draft scores above one that is not, to three decimals; ties count half."""
    ups, downs = (np.array([score for flagged, score in told if flagged is want]) for want in (True, False))
    return round(float(np.mean((ups[:, None] > downs) + (ups[:, None] == downs) / 2)), 3)


def write(learnt: Weights, figures: dict[str, Any], path: Path = OUTPUT) -> None:
    """Writes the artefact: the weights, what they were measured at, and the style they expect."""
    told = json.dumps({**figures, "style": names()}, sort_keys=True)
    arrays = {name: getattr(learnt, name) for name in Weights.__slots__}
    np.savez_compressed(path, figures=np.array(told), **arrays)


def main(pairs: Path, *drafts: Path) -> None:
    """Learns from all of the files, measures, and writes the artefact with its figures."""
    examples = read_pairs(pairs)
    weak = [example for path in drafts for example in read_drafts(path) if example.split != "test"]
    figures = {"pairs": len(examples), "drafts": len(weak), "auroc": measured(examples, weak)}
    write(learn([*examples, *weak]), figures)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
