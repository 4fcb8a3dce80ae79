"""The turns of phrase of café du commerce found in a text, with where they stand: rules with words, for explanation.

The rules are data (`markers.toml`); shouting is found by `shouting`. A rule may be vetoed by its context: somebody
checked, an insult is quoted to be refused, a cliché is corrected. Used by the tone review.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from handlers.draft.fold import Folded, clause
from handlers.draft.shouting import shouted

Label = Literal["rumour", "gossip", "generalisation", "outrage", "insult", "self_promo", "caps"]

LABELS: tuple[Label, ...] = get_args(Label)

_AROUND = 260
"""How far, in characters, a context reaches before and after the words it excuses: two or three sentences."""

_MOST = 24
"""The most places of one rule that are read: a text that has more is judged by these."""

_QUOTED = re.compile(r'"[^"\n]{1,200}"')


@dataclass(frozen=True, slots=True)
class Marker:
    """Words at fault: `text` is what stands in the draft from `start` to `end`."""

    label: Label
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """The turns of one label in one language, and the contexts that excuse them."""

    label: Label
    language: str
    words: re.Pattern[str]
    unless: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn found, as a span of the plain form; `excused` when its context vetoes it."""

    label: Label
    start: int
    end: int
    excused: bool


@cache
def rules() -> tuple[Rule, ...]:
    """The rules that ship with the assistant, read on first use."""
    return read_rules(files(__package__).joinpath("markers.toml").read_text(encoding="utf-8"))


def read_rules(text: str) -> tuple[Rule, ...]:
    """The rules a TOML text states; raises KeyError for an unknown context, re.error for a wrong expression."""
    data = tomllib.loads(text)
    contexts = {name: re.compile(words) for name, words in data["contexts"].items()}
    return tuple(_rule(table, data["groups"], contexts) for table in data["rule"])


def _rule(table: dict[str, Any], groups: dict[str, str], contexts: dict[str, re.Pattern[str]]) -> Rule:
    words = "|".join(table["words"]).replace("{group}", groups[table["language"]])
    unless = tuple(contexts[name] for name in table.get("unless", ()))
    return Rule(table["label"], table["language"], re.compile(words), unless)


def turns(folded: Folded, language: str) -> tuple[Turn, ...]:
    """Every turn of the rules of a language ("fr", "en", or "" for both) in a text, excused ones included."""
    quotes = [match.span() for match in _QUOTED.finditer(folded.plain)]
    spoken = [rule for rule in rules() if not language or rule.language == language]
    found = [turn for rule in spoken for turn in _found(rule, folded.plain, quotes)]
    return (*found, *(Turn("caps", start, end, excused=False) for start, end in shouted(folded)))


def _found(rule: Rule, plain: str, quotes: list[tuple[int, int]]) -> Iterator[Turn]:
    for count, match in enumerate(rule.words.finditer(plain)):
        if count == _MOST:
            return
        quoted = rule.label == "insult" and any(start < match.start() < end for start, end in quotes)
        yield Turn(rule.label, *match.span(), excused=quoted or _excused(rule, plain, *match.span()))


def _excused(rule: Rule, plain: str, start: int, end: int) -> bool:
    around = plain[max(0, start - _AROUND) : end + _AROUND]
    return any(context.search(around) for context in rule.unless)


def markers(folded: Folded, found: tuple[Turn, ...]) -> tuple[Marker, ...]:
    """The markers of the turns that are not excused, each widened to its clause, in reading order; those of one label
    that overlap are one.
    """
    spans = sorted((turn.label, *_shown(folded, turn)) for turn in found if not turn.excused)
    joined: list[tuple[Label, int, int]] = []
    for label, start, end in spans:
        if joined and joined[-1][0] == label and start <= joined[-1][2]:
            joined[-1] = (label, joined[-1][1], max(end, joined[-1][2]))
        else:
            joined.append((label, start, end))
    return tuple(marker(folded, *span) for span in sorted(joined, key=lambda span: span[1]))


def marker(folded: Folded, label: Label, start: int, end: int) -> Marker:
    """The marker of a span of the plain form."""
    first, last = folded.span(start, end)
    return Marker(label, first, last, folded.text[first:last])


def _shown(folded: Folded, turn: Turn) -> tuple[int, int]:
    """Shouting is shown as it stands, any other turn with its clause."""
    return (turn.start, turn.end) if turn.label == "caps" else clause(folded.plain, turn.start, turn.end)
