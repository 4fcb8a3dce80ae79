"""The form of a draft: its length, what shows before the fold, its hashtags, each against a row of the playbook.

Pure: the review handler turns the findings into sentences. Limits, which a network enforces, are kept apart from
advice, which anybody may leave aside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from handlers.draft.playbook import Level, Playbook, Row
from handlers.draft.text import count_characters, hashtags

Kind = Literal["too_long", "too_many_tags", "long", "many_tags", "short", "fold", "long_sentence"]

_LEVELS: tuple[Level, ...] = ("limit", "advice", "info")

_MOST, _QUOTED = 3, 60

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")

# Bidirectional and other controls in a quotation would turn the sentence around it upside down.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about the form. `count` is what the draft has (characters, hashtags or words), `bound` the
    figure of `row` it is held against; `quote` is what shows before the fold, or how the sentence begins.
    """

    kind: Kind
    level: Level
    row: Row
    count: int
    bound: int
    quote: str = ""

    @property
    def excess(self) -> int:
        """How far the count is from the bound, on either side."""
        return abs(self.count - self.bound)


def check_form(text: str, network: str, playbook: Playbook) -> tuple[Finding, ...]:
    """What there is to say about the form of a text on a network (its key), limits first; at most three findings."""
    text = text.replace("\r\n", "\n").strip()
    checks = (_length, _tags, _fold, _sentence)
    found = [finding for check in checks if (finding := check(text, network, playbook))]
    return tuple(sorted(found, key=lambda finding: _LEVELS.index(finding.level)))[:_MOST]


def _length(text: str, network: str, playbook: Playbook) -> Finding | None:
    limit, hint = playbook.limit(network, "length"), playbook.hint(network, "length")
    count = count_characters(text, limit.counting if limit else "code_points")
    if limit and count > limit.high:
        return Finding("too_long", "limit", limit, count, limit.high)
    if hint and count > hint.high:
        return Finding("long", hint.level, hint, count, hint.high)
    if hint and 0 < count < hint.low:
        # The articles ask to be concise: a short text is never more than worth knowing about.
        return Finding("short", "info", hint, count, hint.low)
    return None


def _tags(text: str, network: str, playbook: Playbook) -> Finding | None:
    limit, hint = playbook.limit(network, "hashtags"), playbook.hint(network, "hashtags")
    count = len(hashtags(text))
    if limit and count > limit.high:
        return Finding("too_many_tags", "limit", limit, count, limit.high)
    if hint and count > hint.high:
        return Finding("many_tags", hint.level, hint, count, hint.high)
    return None


def _fold(text: str, network: str, playbook: Playbook) -> Finding | None:
    row = playbook.hint(network, "fold")
    line = " ".join(_CONTROLS.sub(" ", text).split())
    if row is None or len(line) <= row.high:
        return None
    return Finding("fold", row.level, row, len(line), row.high, quote=_beginning(line, row.high))


def _sentence(text: str, network: str, playbook: Playbook) -> Finding | None:
    row = playbook.hint(network, "sentence")
    longest = max(_SENTENCE_ENDS.split(text), key=lambda sentence: len(sentence.split()))
    count = len(longest.split())
    if row is None or count <= row.high:
        return None
    line = " ".join(_CONTROLS.sub(" ", longest).split())
    return Finding("long_sentence", row.level, row, count, row.high, quote=_beginning(line, _QUOTED))


def _beginning(line: str, size: int) -> str:
    """The first words of a line, at most `size` characters; a longer word is cut."""
    words, space, _ = line[: size + 1].rpartition(" ")
    return words if space else line[:size]
