"""What a sentence says of a goal: "20 min on LinkedIn to find 3 prospects". Pure; used by the goal's handlers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot import times
from bot.messages import Language
from bot.nearest import fold
from handlers.networks import Network, find_network

LONGEST = timedelta(minutes=20)
"""The longest time-box: the article's figure, a choice of its author and not of a study."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was said of a goal; None or "" is what was not. `length` is a time-box, or the time that a deadline leaves;
    `later` is set when another beginning than now was asked for.
    """

    purpose: str = ""
    network: Network | None = None
    length: timedelta | None = None
    later: bool = False


def read_goal(text: str, now: datetime, zone: ZoneInfo, language: Language, fillers: frozenset[str]) -> Phrase:
    """What a sentence says of a goal; `fillers` are the words that lead to the purpose without being of it."""
    length, later, rest = _length(text, now, zone, language)
    named = find_network(rest)
    network, rest = named or (None, rest)
    return Phrase(_purpose(rest, fillers), network, length, later)


def read_length(text: str, now: datetime, zone: ZoneInfo, language: Language) -> timedelta | None:
    """The time-box that an answer gives: "15", "15 min", "a quarter of an hour"; None when it gives none."""
    if re.fullmatch(r"\s*\d{1,3}\s*", text):
        return timedelta(minutes=int(text))
    value = times.read(text, now, zone, language, want="duration")
    return _as_length(value, now)


def _length(text: str, now: datetime, zone: ZoneInfo, language: Language) -> tuple[timedelta | None, bool, str]:
    """The time-box, whether another beginning was said, and the text without it."""
    found = times.find(text, now, zone, language)
    if found is None:
        return None, False, text
    length = _as_length(found.value, now)
    return length, length is None, found.rest


def _as_length(value: object, now: datetime) -> timedelta | None:
    match value:
        case times.Duration(months=0, delta=delta):
            return delta
        case times.Deadline(at=at) if at > now:
            return at - now
        case _:
            return None


def _purpose(text: str, fillers: frozenset[str]) -> str:
    """The purpose without the words around it that only lead to it."""
    words = re.sub(r"\s+", " ", text).strip(" ,;:.-").split(" ")
    while words and _bare(words[0]) in fillers:
        words.pop(0)
    while words and _bare(words[-1]) in fillers:
        words.pop()
    return " ".join(words).strip(" ,;:.-")


def _bare(word: str) -> str:
    return fold(word).replace("’", "'").strip(" ,;:.-")
