"""A text made plain for rules (small letters, no accents, straight quotes), each plain character knowing where it
stands in the original. Used by the tone's markers and style: a rule is written once for every spelling, and spans stay
exact.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"', "œ": "oe",
                        "æ": "ae", "–": "-", "—": "-", "‑": "-"})  # fmt: skip

_END = re.compile(r"[.!?…]+[\"'»”)\]]*(?=\s|\Z)|\n+")
_BREAK = re.compile(r"[.!?…;:,\n()\"]|\s-\s")

_LEAST_LETTERS = 12
"""A passage with fewer letters ("Bravo !") says too little alone, and joins the one before."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text and its plain form; `places[i]` is where the i-th plain character comes from, `places[-1]` the end."""

    text: str
    plain: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of a span of the plain form, with the accents that follow its last letter."""
        if start >= end:
            return self.places[start], self.places[start]
        first, last = self.places[start], self.places[end - 1] + 1
        while last < len(self.text) and unicodedata.combining(self.text[last]):
            last += 1
        return first, last


def fold(text: str) -> Folded:
    """The plain form of a text: letters of fancy alphabets, accents, capitals and typographic signs made plain."""
    plain: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        made = char if char in "abcdefghijklmnopqrstuvwxyz \n" else _plain(char)
        plain.append(made)
        places.extend([place] * len(made))
    return Folded(text, "".join(plain), (*places, len(text)))


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """What one character reads like; nothing for an accent or an invisible sign."""
    if char == "\n":
        return char
    parts = unicodedata.normalize("NFKD", char.translate(_SIGNS)).lower().translate(_SIGNS)
    kept = (part for part in parts if unicodedata.category(part) not in {"Mn", "Cf", "Me"})
    return "".join(" " if part.isspace() else part for part in kept)


def passages(folded: Folded, most: int = 12) -> tuple[tuple[int, int], ...]:
    """The spans, in the plain form, of its sentences; very short ones are joined, and neighbours where there are more
    than `most`.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(folded.plain)), len(folded.plain)]:
        spans, start = _with(spans, folded.plain, start, end), end
    step = -(-len(spans) // most) or 1
    return tuple((spans[at][0], spans[min(at + step, len(spans)) - 1][1]) for at in range(0, len(spans), step))


def _with(spans: list[tuple[int, int]], plain: str, start: int, end: int) -> list[tuple[int, int]]:
    part = plain[start:end]
    first, last = start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
    if first >= last:
        return spans
    if spans and sum(char.isalpha() for char in part) < _LEAST_LETTERS:
        return [*spans[:-1], (spans[-1][0], last)]
    return [*spans, (first, last)]


def clause(plain: str, start: int, end: int, most: int = 90) -> tuple[int, int]:
    """The part of a sentence between punctuation that holds a span, or the span itself where that part is longer than
    `most`.
    """
    breaks = [match.end() for match in _BREAK.finditer(plain, max(0, start - most), start)]
    after = _BREAK.search(plain, end)
    first, last = (breaks[-1] if breaks else max(0, start - most)), (after.start() if after else len(plain))
    part = plain[first:last]
    first, last = first + len(part) - len(part.lstrip()), last - len(part) + len(part.rstrip())
    cut = last - first > most or (not breaks and start > most)
    return (start, end) if cut or first > start or last < end else (first, last)
