"""What only the person's own book and posts can tell of a draft: a client who is named, a text already published. Pure.

The handler gives the names and the earlier texts; nothing is kept here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.nearest import fold

SAME = 0.6
"""From which share of common runs of words on two texts count as the same one, hardly reworded."""

_RUN = 3
_SHORT_NAME = 3


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that a text holds as whole words, capital letters included ("Rose" the client, not the flower)."""
    return tuple(dict.fromkeys(name for name in names if len(name) > _SHORT_NAME and _holds(text, name)))


def near_duplicate(text: str, earlier: Iterable[str]) -> str | None:
    """The first earlier text that this one repeats almost word for word; None when there is none."""
    runs = _runs(text)
    return next((other for other in earlier if runs and _likeness(runs, _runs(other)) >= SAME), None)


def _holds(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of three words of a text, folded."""
    words = re.findall(r"\w+", fold(text))
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """The share of their runs that two texts have in common."""
    return len(one & other) / len(one | other) if other else 0.0
