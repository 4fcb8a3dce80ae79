"""The sentences, in French and in English: `say("goal-none")` in the person's language.

The words are Fluent files in `bot/words/<language>/`, one a feature. Both languages have the same keys with the same
variables, and a key or a variable that is missing raises: a person never meets half a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from bot.messages import LANGUAGES, Language

NO_BREAK = "\N{NO-BREAK SPACE}"


class Say:
    """The sentences of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for text in _files(language):
            self._bundle.add_resource(FluentResource(_spaced(text) if language == "fr" else text))

    def __call__(self, key: str, /, **values: str | int) -> str:
        """The sentence with its variables filled in; raises LookupError when the key or a variable is missing."""
        if not self._bundle.has_message(key):
            raise LookupError(f"no sentence {key!r} in {self.language!r}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise LookupError(f"the sentence {key!r} in {self.language!r} has no text")
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise LookupError(f"the sentence {key!r} in {self.language!r}: {errors}")
        return str(text)


@cache
def say_in(language: str) -> Say:
    """The sentences of a language, read once; those of the first language where there are none."""
    return Say(next((known for known in LANGUAGES if known == language), LANGUAGES[0]))


@cache
def words_of_all(key: str) -> frozenset[str]:
    """The words of a sentence that is a list with commas, in every language: people mix them."""
    lists = (say_in(language)(key).split(",") for language in LANGUAGES)
    return frozenset(word.strip() for words in lists for word in words if word.strip())


def _files(language: str) -> Iterator[str]:
    folder = files("bot") / "words" / language
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".ftl"):
            yield file.read_text(encoding="utf-8")


def _spaced(french: str) -> str:
    """The text with the no-break spaces that French typography puts inside « » and before : ; ? ! %."""
    return re.sub("« ", f"«{NO_BREAK}", re.sub(r"(?<=[^\s=]) (?=[:;?!»%€])", NO_BREAK, french))
