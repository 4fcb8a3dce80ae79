"""How far a draft is from a line: what was learnt from `tests/corpus`, applied. For the scope; `learning` makes it.

Five views of a draft are weighed. Is it nearer the line than other lines, in a learnt comparison of drafts and lines?
Is it small talk rather than any trade's talk? Is it nearer to foreign topics than to the line (the background
contrast)? Is it near to what the line says it leaves to others? Is it written as drafts outside a line are?
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from handlers.draft.bank import topics
from handlers.draft.encoder import unit

if TYPE_CHECKING:
    from numpy import intp
    from numpy.typing import NDArray

    from handlers.draft.encoder import Vectors
    from handlers.draft.stated import Trade

FEATURES = ("own", "lines", "nearest", "talk", "any", "outward", "chatty", "topics", "cosine", "left", "leaves")

# The background contrast (DESIGN, section 8): weight and number of the topics that widen a line, number of foreign
# topics that make the background, and the scale that brings scores to about one.
_WIDEN, _HOME, _BACKGROUND, _SCALE = 0.3, 3, 5, 0.09

# How fast closeness falls with distance.
_NARROW = 1.5

# Lines nearer to the person's than this are not foreign to it; so many of the others are the nearest.
KIN, _NEAREST = 0.6, 10


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What was learnt. Vectors are of 512; `matrix` compares a centred draft with a centred line; the heads `talk`
    and `chatty` weigh a centred draft alone, their last number is the constant; `outward` says how much a likeness to
    each of the known `drafts` counts.
    """

    matrix: Vectors
    draft_mean: Vectors
    line_mean: Vectors
    lines: Vectors
    talk: Vectors
    chatty: Vectors
    drafts: Vectors
    outward: Vectors
    weights: Vectors
    posts: Vectors
    zones: tuple[float, float]
    figures: dict[str, float]

    def score(self, trade: Trade, drafts: Vectors) -> Vectors:
        """The log-odds that drafts, one a row, are outside a line."""
        made: Vectors = features(self, trade, drafts) @ self.weights[:-1] + self.weights[-1]
        return made

    def with_posts(self, scores: Vectors, drafts: Vectors, posts: Vectors) -> Vectors:
        """The scores when some posts of the person's own are known, one a row."""
        slope, weight, constant = self.posts
        made: Vectors = slope * scores + weight * unlike_posts(drafts, posts) + constant
        return made


def features(model: Model, trade: Trade, drafts: Vectors) -> Vectors:
    """The views of drafts against a line that are weighed, in the order of FEATURES, one draft a row; all but the
    last are higher further out.
    """
    import numpy as np

    centred = drafts - model.draft_mean
    compared = centred @ model.matrix
    own = compared @ (trade.vector - model.line_mean)
    others = compared @ _foreign_lines(model, trade.vector).T
    lines = np.logaddexp.reduce(others, axis=1)
    talk, chatty = (centred @ head[:-1] + head[-1] for head in (model.talk, model.chatty))
    outward = closeness(drafts, model.drafts) @ model.outward
    cosine = drafts @ trade.vector
    leaves = trade.excluded is not None
    left = drafts @ trade.excluded - cosine if trade.excluded is not None else np.zeros_like(own)
    nearest = np.sort(others, axis=1)[:, -_NEAREST:].mean(axis=1)
    either = np.logaddexp(lines, talk) - own
    views = (-own, lines - own, nearest - own, talk - own, either, outward, chatty, contrast(trade.vector, drafts))
    return np.stack((*views, -cosine, left, np.full_like(own, leaves)), axis=1)


def closeness(some: Vectors, others: Vectors) -> Vectors:
    """How close each of some unit vectors is to each of the others, a row each: 1 for the same, 0 far away."""
    import numpy as np

    made: Vectors = np.exp(2 * _NARROW * (some @ others.T - 1))
    return made


def contrast(line: Vectors, drafts: Vectors) -> Vectors:
    """How much nearer drafts are to their five nearest foreign topics than to the line: DESIGN's own recipe."""
    import numpy as np

    wide, foreign = widened(line)
    likeness = np.sort(drafts @ topics().vectors[foreign].T, axis=1)[:, -_BACKGROUND:].mean(axis=1)
    made: Vectors = (likeness - drafts @ wide) / _SCALE
    return made


def widened(line: Vectors) -> tuple[Vectors, NDArray[intp]]:
    """A line widened by the topics nearest to it, and the places in the bank of the topics foreign to it."""
    bank = topics().vectors
    wide = unit(line + _WIDEN * bank[(bank @ line).argsort()[::-1][:_HOME]].mean(axis=0))
    return wide, (bank @ wide).argsort()[::-1][_HOME:]


def unlike_posts(drafts: Vectors, posts: Vectors) -> Vectors:
    """How much nearer drafts are to the bank's posts than to the person's own (their two nearest)."""
    import numpy as np

    bank = np.sort(drafts @ topics().posts.T, axis=1)[:, -_BACKGROUND:].mean(axis=1)
    made: Vectors = bank - np.sort(drafts @ posts.T, axis=1)[:, -2:].mean(axis=1)
    return made


def _foreign_lines(model: Model, line: Vectors) -> Vectors:
    """The learnt lines that are no kin of a line, centred."""
    centred = model.lines - model.line_mean
    return centred[unit(centred) @ unit(line - model.line_mean) < KIN]


@cache
def model() -> Model:
    """What was learnt, read once from `scope.npz`."""
    import numpy as np

    with files(__package__).joinpath("scope.npz").open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        known = {name: arrays[name].astype(np.float32) for name in arrays.files if name not in {"figures", "zones"}}
        edge, outside = map(float, arrays["zones"])
        return Model(**known, zones=(edge, outside), figures=json.loads(str(arrays["figures"])))
