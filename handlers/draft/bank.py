"""What a draft may read like instead of its writer's trade: the generic topics and the occupations, for the scope.

Two files made by `build_bank`: `topics.npz` (ours) and `trades.npz` (from ESCO, see NOTICE.txt).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from handlers.draft.encoder import unit

if TYPE_CHECKING:
    from handlers.draft.encoder import Vectors

TRADE = "trade:"
"""What the keys of trades begin with; those of topics have no colon."""


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """The generic topics: keys, short names in both languages, a unit vector each; `posts` are the vectors of two
    short posts on each.
    """

    keys: tuple[str, ...]
    names: dict[str, tuple[str, ...]]
    vectors: Vectors
    posts: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class Trades:
    """The occupations of ESCO: English names and a unit vector each."""

    names: tuple[str, ...]
    vectors: Vectors


def topic_name(key: str, language: str) -> str:
    """A short name of a topic or trade of the bank, to follow "reads like"; trades have English names only.

    Raises ValueError for a key not in the bank.
    """
    if key.startswith(TRADE):
        name = key.removeprefix(TRADE)
        return trades().names[trades().names.index(name)]
    bank = topics()
    return bank.names["fr" if language == "fr" else "en"][bank.keys.index(key)]


@cache
def topics() -> Topics:
    """The bank of topics, read once."""
    import numpy as np

    with files(__package__).joinpath("topics.npz").open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        keys, fr, en = (tuple(map(str, arrays[name])) for name in ("keys", "fr", "en"))
        vectors, posts = (unit(arrays[name].astype(np.float32)) for name in ("vectors", "posts"))
        return Topics(keys, {"fr": fr, "en": en}, vectors, posts)


@cache
def trades() -> Trades:
    """The bank of trades, read once (3,007 of them, 6 MB)."""
    import numpy as np

    with files(__package__).joinpath("trades.npz").open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return Trades(tuple(map(str, arrays["names"])), unit(arrays["vectors"].astype(np.float32)))
