"""The words of one language, looked up in a tokenised text; the tables themselves are `words_fr` and `words_en`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.times.meanings import Number
from bot.times.tokens import Token, nearest, plain, words_of
from bot.times.values import Language

Values = Mapping[str, Mapping[str, object]]  # category -> "phrase|phrase" -> value
Marks = Mapping[str, str]  # mark -> "phrase|phrase"
_CORRECTED = ("weekday", "weekdays", "month", "shift")
_LONGEST_NUMBER = 7  # words: "deux mille vingt-six", "nineteen hundred and eighty four"


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase, the category or mark it belongs to, and its value (None for a mark)."""

    words: tuple[str, ...]
    category: str
    value: object


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases of a language by their first word, and sets of words with something in common."""

    language: Language
    entries: Mapping[str, tuple[Entry, ...]]
    number_words: frozenset[str]
    corrected: frozenset[str]  # names that a slip of the finger is brought back to
    known: frozenset[str]  # every word that can stand in a time
    everyday: frozenset[str]  # too common to be a time by themselves in a message
    joining: frozenset[str]  # may follow an hour; any other word makes the number count it
    counting: frozenset[str]  # numbers and ordinals, in words
    months: frozenset[str]

    def look_up(self, tokens: tuple[Token, ...], start: int) -> dict[str, dict[int, object]]:
        """Returns what the words that begin at a token can be: category, then the token they end before, then value.

        A weekday, a month or "tomorrow" one slip away from its spelling counts as it, where the word is unknown.
        """
        found: dict[str, dict[int, object]] = {}
        for entry in self._entries(tokens[start]):
            end = _end_of(entry.words, tokens, start)
            if end is not None:
                found.setdefault(entry.category, {}).setdefault(end, entry.value)
        if tokens[start].text in self.number_words:
            found.setdefault("number", {}).update(self._numbers(tokens, start))
        return found

    def knows(self, token: Token) -> bool:
        """Returns whether a word can stand in a time."""
        return token.text in self.known or nearest(token.text, self.corrected) is not None

    def _entries(self, token: Token) -> tuple[Entry, ...]:
        known = self.entries.get(token.text)
        if known is None and token.is_word and token.text not in self.number_words:
            known = self.entries.get(nearest(token.text, self.corrected) or "")
            return tuple(entry for entry in known or () if entry.category in _CORRECTED)
        return known or ()

    def _numbers(self, tokens: tuple[Token, ...], start: int) -> Iterator[tuple[int, Number]]:
        run: list[str] = []
        for end in range(start, min(len(tokens), start + 2 * _LONGEST_NUMBER)):
            token = tokens[end]
            if token.soft and token.text == "-":
                continue
            if token.text not in self.number_words:
                return
            run.append(token.text)
            value = _number(" ".join(run), self.language)
            if value is not None:
                yield end + 1, Number(value)


@lru_cache(maxsize=1024)
def _number(words: str, language: Language) -> int | None:
    from text_to_num import text2num  # 20 ms, and most chats never spell a number

    try:
        return int(text2num(words, language))
    except ValueError:
        return None


def _end_of(words: tuple[str, ...], tokens: tuple[Token, ...], start: int) -> int | None:
    """Returns the token after the phrase when it stands at `start`; soft signs may stand between its words."""
    place = start + 1
    for word in words[1:]:
        while place < len(tokens) and tokens[place].soft:
            place += 1
        if place >= len(tokens) or tokens[place].text != word:
            return None
        place += 1
    return place


@lru_cache(maxsize=2)
def lexicon_of(language: Language) -> Lexicon:
    """Returns the lexicon of a language, built once."""
    if language == "fr":
        from bot.times import words_fr as words
    else:
        from bot.times import words_en as words  # type: ignore[no-redef]
    entries: dict[str, list[Entry]] = {}
    for entry in _all_entries(words.VALUES, words.MARKS):
        entries.setdefault(entry.words[0], []).append(entry)
    corrected = [words_of(phrases.split("|")[0])[0] for name in _CORRECTED for phrases in words.VALUES[name]]
    number_words = frozenset(words.NUMBER_WORDS.split())
    return Lexicon(
        language=language,
        entries={first: tuple(group) for first, group in entries.items()},
        number_words=number_words,
        corrected=frozenset(corrected),
        known=number_words.union(*(entry.words for group in entries.values() for entry in group)),
        everyday=frozenset(words.EVERYDAY.split()),
        joining=frozenset(words.JOINING.split()),
        counting=number_words | _plain_phrases(words.VALUES["ordinal"]),
        months=_plain_phrases(words.VALUES["month"]),
    )


def _plain_phrases(table: Mapping[str, object]) -> frozenset[str]:
    return frozenset(plain(phrase) for phrases in table for phrase in phrases.split("|"))


def _all_entries(values: Values, marks: Marks) -> Iterator[Entry]:
    for category, table in values.items():
        for phrases, value in table.items():
            for phrase in phrases.split("|"):
                yield Entry(words_of(phrase), category, value)
    for mark, phrases in marks.items():
        for phrase in phrases.split("|"):
            yield Entry(words_of(phrase), mark, None)
