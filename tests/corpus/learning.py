"""Learns to compare drafts with lines from labelled drafts. Plain numpy, deterministic; for `train_scope`.

Three problems, all convex, so that the start does not matter. `compare` finds the matrix with which a draft points to
its own line among all the lines known, or to none where it is small talk. `weigh` is logistic regression,
`weigh_closeness` ridge regression on how close drafts are to each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from handlers.draft.encoder import unit
from handlers.draft.scorer import KIN, closeness

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from handlers.draft.encoder import Vectors

    Places = NDArray[np.intp]
    Mask = NDArray[np.bool_]

_STEPS, _START, _DECAY = 50, 8.0, 1e-4
_SMOOTH = 0.2
_RATES = (0.15, 0.3, 0.05)


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Texts with the line each belongs to: its place among `lines`, -1 for small talk. `owners` names whose a line
    is ("" for nobody's): two of one owner are not held against each other.
    """

    texts: Vectors
    targets: Places
    weights: Vectors
    lines: Vectors
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A matrix between centred drafts and centred lines, and the head that says small talk (constant last)."""

    matrix: Vectors
    talk: Vectors
    draft_mean: Vectors
    line_mean: Vectors


def compare(examples: Examples, draft_mean: Vectors) -> Compared:
    """The comparison that tells each text's line best: softmax regression over lines and small talk, drawn towards
    the plain cosine; Adam on all examples at once.
    """
    line_mean = examples.lines.mean(axis=0)
    texts, lines = examples.texts - draft_mean, examples.lines - line_mean
    hidden, wanted = _hidden(examples, lines), _wanted(examples)
    share = (examples.weights / examples.weights.sum())[:, None]
    parts: list[Any] = [np.zeros((512, 512), "f4"), np.zeros(512, "f4"), np.full(1, np.log(len(lines)), "f4")]
    base, moments = _START * (texts @ lines.T), [(0 * part, 0 * part) for part in parts]
    for step in range(1, _STEPS + 1):
        scores = np.c_[base + (texts @ parts[0]) @ lines.T, texts @ parts[1] + parts[2]]
        scores[:, :-1][hidden] = -1e9
        pull = (_softmax(scores) - wanted) * share
        slopes = [texts.T @ (pull[:, :-1] @ lines), texts.T @ pull[:, -1], pull[:, -1].sum(keepdims=True)]
        parts, moments = _adam(parts, slopes, moments, step)
    matrix: Vectors = parts[0] + _START * np.eye(512, dtype="f4")
    return Compared(matrix, np.r_[parts[1], parts[2]], draft_mean, line_mean)


def weigh(views: Vectors, labels: Mask, weights: Vectors, ridge: float) -> Vectors:
    """The weights of a logistic regression, the constant last, by Newton's method; the ridge spares the constant."""
    rows = np.c_[views, np.ones(len(views))].astype("f8")
    penalty = np.r_[np.full(views.shape[1], ridge), 1e-6]
    found = np.zeros(rows.shape[1])
    for _ in range(12):
        odds = 1 / (1 + np.exp(-(rows @ found)))
        spread = np.maximum(odds * (1 - odds), 1e-5) * weights
        slope = rows.T @ (weights * (odds - labels)) + penalty * found
        found -= np.linalg.solve((rows * spread[:, None]).T @ rows + np.diag(penalty), slope)
    made: Vectors = found.astype("f4")
    return made


def weigh_closeness(drafts: Vectors, labels: Mask, weights: Vectors) -> Vectors:
    """How much the closeness to each of some drafts speaks for being out: kernel ridge regression."""
    known = closeness(drafts, drafts).astype("f8") + np.diag(_SMOOTH / weights)
    signs = np.where(labels, 1.0, -1.0)
    made: Vectors = np.linalg.solve(known, signs).astype("f4")
    return made


def weigh_scaled(views: Vectors, labels: Mask, weights: Vectors, ridge: float) -> Vectors:
    """As `weigh`, each column brought to the same spread first; the weights are those of the columns as given."""
    mean, spread = views.mean(axis=0), views.std(axis=0) + 1e-9
    found = weigh((views - mean) / spread, labels, weights, ridge)
    scaled = found[:-1] / spread
    made: Vectors = np.r_[scaled, found[-1] - scaled @ mean].astype("f4")
    return made


def _hidden(examples: Examples, lines: Vectors) -> Mask:
    """The lines that a text isn't held against, one text a row: the kin of its own."""
    flat = unit(lines)
    owners = np.array(examples.owners)
    kin = (flat @ flat.T > KIN) | ((owners[:, None] == owners) & (owners != ""))
    hidden = kin[examples.targets] & (examples.targets >= 0)[:, None]
    owned = np.flatnonzero(examples.targets >= 0)
    hidden[owned, examples.targets[owned]] = False
    return np.asarray(hidden, dtype=np.bool_)


def _wanted(examples: Examples) -> Vectors:
    """One in the place of each text's line, the last place for small talk; zero elsewhere."""
    wanted = np.zeros((len(examples.texts), len(examples.lines) + 1), "f4")
    wanted[np.arange(len(wanted)), examples.targets] = 1
    return wanted


def _softmax(scores: Vectors) -> Vectors:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    made: Vectors = powers / powers.sum(axis=1, keepdims=True)
    return made


def _adam(parts: list[Any], slopes: list[Any], moments: list[Any], step: int) -> tuple[list[Any], list[Any]]:
    """One step: each part moved, with the running means of its slope; the rate falls in the second half."""
    rate = min(1.0, 2 * (1 - step / _STEPS) + 0.02)
    moved, kept = [], []
    for place, (part, slope, (first, second)) in enumerate(zip(parts, slopes, moments, strict=True)):
        slope = slope + _DECAY * part * (place < 2)  # noqa: PLW2901
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2  # noqa: PLW2901
        change = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        moved.append((part - rate * _RATES[place] * change).astype("f4"))
        kept.append((first, second))
    return moved, kept
