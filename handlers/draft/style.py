"""The style of a draft in figures: what its words and signs are like, whatever it speaks of. Used by the tone's model.

What is counted is data (`style.toml`); counts are per word, damped, so that a long text is not a loud one.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from handlers.draft.fold import Folded
from handlers.draft.markers import LABELS, Turn
from handlers.draft.shouting import is_capital

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ACRONYM = 4
"""A word in capitals of so many letters at most is taken for an acronym when it stands alone."""

_FRENCH_TEXT = """
au avec ca ce dans de des du est et il je la le les nous on pas pour que qui sur un une vous
"""
_FRENCH = frozenset(_FRENCH_TEXT.split())
_ENGLISH_TEXT = """
a an and are at be for have i in is it my not of on that the this to was we with you
"""
_ENGLISH = frozenset(_ENGLISH_TEXT.split())


class Counted(NamedTuple):
    """What is counted, in order: per word, and per hundred characters."""

    words: dict[str, re.Pattern[str]]
    signs: dict[str, re.Pattern[str]]


@cache
def counted() -> Counted:
    """What ships with the assistant, read on first use."""
    data = tomllib.loads(files(__package__).joinpath("style.toml").read_text(encoding="utf-8"))
    words, signs = ({name: re.compile(one) for name, one in data[kind].items()} for kind in ("count", "sign"))
    return Counted(words, signs)


def language_of(folded: Folded) -> str:
    """The language that a text's small words speak: "fr", "en", or "" where they do not tell."""
    words = Counter(_WORD.findall(folded.plain[:2000]))
    fr, en = (sum(words[word] for word in small) for small in (_FRENCH, _ENGLISH))
    return "" if fr == en else "fr" if fr > en else "en"


def style(folded: Folded, found: tuple[Turn, ...]) -> list[float]:
    """The figures of a text's style, as many as `names()`: shape, counts, then markers with and without a veto."""
    size = max(len(_WORD.findall(folded.plain)), 8)
    words, signs = counted()
    return [
        *_shape(folded, size),
        *(_damped(len(one.findall(folded.plain)) * 50 / size) for one in words.values()),
        *(_damped(len(one.findall(folded.plain)) * 50 / size) for one in signs.values()),
        *turned(found),
    ]


def names() -> tuple[str, ...]:
    """What each figure of a style is."""
    markers = (*LABELS, *(f"{label}, excused" for label in LABELS), "kinds", "markers")
    return ("length", "capitals", "capital words", "pictures", *counted().words, *counted().signs, *markers)


def turned(found: tuple[Turn, ...]) -> list[float]:
    """How many turns of each label stand in a text, not excused, then excused, then how many kinds and turns in all."""
    open_, shut = (Counter(turn.label for turn in found if turn.excused is veto) for veto in (False, True))
    each = [_damped(counts[label]) for counts in (open_, shut) for label in LABELS]
    return [*each, float(len(open_)), _damped(open_.total())]


def _shape(folded: Folded, size: int) -> list[float]:
    capitals = [word for word in re.findall(r"\b[^\W\d_]+\b", folded.text) if is_capital(word)]
    long = [word for word in capitals if len(word) > _ACRONYM]
    letters = sum(map(str.isalpha, folded.text)) or 1
    pictures = sum(char > "\u2600" and not char.isalnum() for char in folded.text)
    share = sum(map(len, capitals)) / letters
    return [math.log(size / 50), share, _damped(len(long)), _damped(pictures)]


def _damped(count: float) -> float:
    return math.log1p(count)
