"""What a person probably means: plain words and mistyped commands brought to the nearest command. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

HEARD = 1_000
"""How many characters of a message are read to find out what it is about."""


def fold(text: str) -> str:
    """The text in lower case without accents, so that "Prévu" is "prevu"."""
    # Letters of fancy alphabets are made plain first: their capitals have no small form.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The folded words of a text's beginning."""
    return re.findall(r"[a-z0-9]+", fold(text[:HEARD]))


def nearest_name(name: str, names: Iterable[str]) -> str | None:
    """The name that a mistyped one is closest to; None when none is close."""
    close = get_close_matches(fold(name[:HEARD]), list(names), n=1, cutoff=0.6)
    return close[0] if close else None


def meant(text: str, listens: Mapping[str, frozenset[str]]) -> tuple[tuple[str, int], ...]:
    """The commands whose words the text holds, with how many of them, most first and in the order given among
    equals. A word of five letters or more also stands for its longer forms ("prospect" in "prospects").
    """
    said = set(words_of(text))
    counted = ((name, sum(_holds(said, word) for word in words)) for name, words in listens.items())
    return tuple(sorted((pair for pair in counted if pair[1]), key=lambda pair: -pair[1]))


def _holds(said: set[str], word: str) -> bool:
    return word in said or (len(word) > 4 and any(one.startswith(word) for one in said))
