"""The small model behind the comptoir meter: linear heads on the encoder's vectors and on the figures of style.

Its weights are an artefact, `tone.npz`, made by `train_tone` and versioned with its figures. Two heads read vectors:
one the whole draft, one each passage; a last one weighs both with the style. Seven more name what is wrong in a
passage.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from handlers.draft.markers import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import float32
    from numpy.typing import NDArray

    Vectors = NDArray[float32]

ARTEFACT = "tone.npz"


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What was learnt. A head is its weights and, last, its constant. `draft` and `passage` have 512 + 1 numbers,
    `labels` 7 rows of them; `centre` and `spread` bring what `whole` weighs (4 summaries of the heads, then the style)
    to one scale; `shown` has a row a label: the label's head, a turn of the rules, one that is excused, the passage's
    head, the whole, and a constant.
    """

    draft: Vectors
    passage: Vectors
    labels: Vectors
    centre: Vectors
    spread: Vectors
    whole: Vectors
    shown: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What the model makes of a draft, in log-odds: of the whole being café du commerce, of each passage, and of each
    label (a column) in each passage (a row).
    """

    whole: float
    passages: Vectors
    labels: Vectors


@cache
def weights() -> Weights:
    """The weights that ship with the assistant, read on first use."""
    arrays = _arrays()
    return Weights(*(arrays[field.name] for field in fields(Weights)))


@cache
def figures() -> dict[str, Any]:
    """What was measured when the shipped weights were learnt, and the names of the style's figures they expect."""
    told: dict[str, Any] = json.loads(str(_arrays()["figures"]))
    return told


def _arrays() -> dict[str, Any]:
    import numpy as np

    with files(__package__).joinpath(ARTEFACT).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}


def judge(learnt: Weights, vectors: Vectors, style: Sequence[float], turned: Vectors) -> Judged:
    """What the weights make of a draft: its vector and then its passages' (rows of 512), its style, and which labels
    have a turn in which passage (passages x 7 x 2, the second plane for excused ones).
    """
    whole = weigh(learnt.whole, scaled(learnt, summary(learnt, vectors), style))
    passages = weigh(learnt.passage, vectors[1:])
    return Judged(float(whole), passages, shown(learnt, vectors[1:], turned, float(whole)))


def weigh(head: Vectors, rows: Vectors) -> Vectors:
    """The log-odds that a head gives each row (or the only row)."""
    odds: Vectors = rows @ head[:-1] + head[-1]
    return odds


def summary(learnt: Weights, vectors: Vectors) -> list[float]:
    """The draft's log-odds, then the greatest, the mean and the soft greatest of its passages'."""
    import numpy as np

    draft, odds = weigh(learnt.draft, vectors[0]), weigh(learnt.passage, vectors[1:])
    return [float(draft), float(odds.max()), float(odds.mean()), float(np.log(np.exp(odds).mean()))]


def scaled(learnt: Weights, summed: Sequence[float], style: Sequence[float]) -> Vectors:
    """The figures that the last head weighs, each on the scale of the training drafts and bounded to six of them."""
    import numpy as np

    row: Vectors = ((np.array([*summed, *style], np.float32) - learnt.centre) / learnt.spread).clip(-6, 6)
    return row


def shown(learnt: Weights, passages: Vectors, turned: Vectors, whole: float) -> Vectors:
    """The log-odds of each label being at fault in each passage."""
    import numpy as np

    named = np.stack([weigh(head, passages) for head in learnt.labels], axis=1)
    odds = np.repeat(weigh(learnt.passage, passages)[:, None], len(LABELS), axis=1)
    rows = np.stack([named, turned[:, :, 0], turned[:, :, 1], odds, np.full_like(named, whole)], axis=2)
    told: Vectors = (rows * learnt.shown[:, :-1]).sum(axis=2) + learnt.shown[:, -1]
    return told
