"""A small grammar engine: rules written as patterns over a lexicon, read top down with a memory of what was tried.

A rule module says

    @rule("date", "<dom> of? <month>", "<month> the? <dom>")
    def day_and_month(context: Context, dom: int, month: int) -> Day: ...

In a pattern, `<month>` is a category whose value is handed to the parameter of that name (`<hour:number>` to the
parameter `hour`); a bare word is a mark of the lexicon ("next" is "prochain" in French), or a sign ("/"); `a|b` is
either; a final `?` is optional. The function may return None to refuse. Within a category the first rule to reach a
given end wins, so the cost is bounded by rules x positions and the order of the rules is the order of preference.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from bot.times.lexicon import Lexicon
from bot.times.meanings import Context, Number
from bot.times.tokens import Token

Make = Callable[..., object]
_M = TypeVar("_M", bound=Make)
Results = Mapping[int, object]
Arguments = Mapping[str, object]

_NOTHING: Results = {}
_NUMBER = "number"
_LONGEST_NUMBER = 8  # digits: 20261126


class TooLongError(Exception):
    """The budget of steps is spent: the text is longer, or more crooked, than anybody's time phrase."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the categories or marks that may stand there, and the parameter that gets the value."""

    names: tuple[str, ...]
    parameter: str | None
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the function that says what it means."""

    elements: tuple[Element, ...]
    make: Make


RULES: dict[str, list[tuple[str, Make]]] = {}


def rule(category: str, *patterns: str) -> Callable[[_M], _M]:
    """Returns a decorator that adds a function to the grammar, as what each of the patterns means."""

    def add(make: _M) -> _M:
        RULES.setdefault(category, []).extend((pattern, make) for pattern in patterns)
        return make

    return add


def _element(word: str) -> Element:
    optional = len(word) > 1 and word.endswith("?")
    names = word.removesuffix("?") if optional else word
    if not names.startswith("<"):
        return Element(tuple(names.split("|")), None, optional)
    parameter, _, category = names.strip("<>").partition(":")
    return Element((category or parameter,), parameter, optional)


@lru_cache(maxsize=1)
def _compiled() -> dict[str, tuple[tuple[Rule, frozenset[str]], ...]]:
    """Returns the rules of each category, each with what its text can begin with; computed once all rules are in."""
    rules = {
        category: [Rule(tuple(_element(word) for word in pattern.split()), make) for pattern, make in written]
        for category, written in RULES.items()
    }
    first = _first_sets(rules)
    return {
        category: tuple((each, frozenset(_first_of(each, first))) for each in group)
        for category, group in rules.items()
    }


def _first_sets(rules: Mapping[str, list[Rule]]) -> dict[str, set[str]]:
    """Returns, for each category, the words of the lexicon it can begin with."""
    first: dict[str, set[str]] = {category: {category} for category in rules}
    before = 0
    while before != (before := sum(map(len, first.values()))):
        for category, group in rules.items():
            for each in group:
                first[category] |= _first_of(each, first)
    return first


def _first_of(rule: Rule, first: Mapping[str, set[str]]) -> set[str]:
    names: set[str] = set()
    for element in rule.elements:
        for name in element.names:
            names |= first.get(name, {name})
        if not element.is_optional:
            break
    return names


class Budget:
    """The steps that are left to a reading, however many readers share it."""

    def __init__(self, steps: int) -> None:
        self._steps = steps

    def spend(self) -> None:
        """Counts a step. Raises TooLongError when none is left."""
        self._steps -= 1
        if self._steps < 0:
            raise TooLongError


class Reader:
    """Reads categories at positions of one text, remembering each answer."""

    def __init__(self, tokens: tuple[Token, ...], lexicon: Lexicon, context: Context, budget: Budget) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._context = context
        self._budget = budget
        self._rules = _compiled()
        self._memory: dict[tuple[str, int], Results] = {}
        self._words: dict[int, dict[str, dict[int, object]]] = {}

    def parse(self, category: str, start: int) -> Results:
        """Returns the meanings of a category that begin at a token, by the token they end before.

        Raises TooLongError when the reader's budget of steps is spent.
        """
        key = (category, start)
        known = self._memory.get(key)
        if known is not None:
            return known
        self._budget.spend()
        self._memory[key] = _NOTHING  # a rule that begins with its own category finds nothing, rather than no end
        self._memory[key] = results = self._parse(category, start)
        return results

    def words(self, start: int) -> Mapping[str, Mapping[int, object]]:
        """Returns what the lexicon says of the words at a token: category, then end, then value."""
        known = self._words.get(start)
        if known is None:
            known = self._words[start] = self._look_up(start)
        return known

    def _look_up(self, start: int) -> dict[str, dict[int, object]]:
        if start >= len(self._tokens):
            return {}
        token = self._tokens[start]
        found = self._lexicon.look_up(self._tokens, start)
        if token.is_number and len(token.text) <= _LONGEST_NUMBER:
            found.setdefault(_NUMBER, {})[start + 1] = Number(int(token.text), len(token.text))
        elif not (token.is_number or token.is_word):
            found[token.text] = {start + 1: None}
        if token.soft:
            for category, ends in self.words(start + 1).items():
                found.setdefault(category, {}).update(ends)
        return found

    def _parse(self, category: str, start: int) -> Results:
        words = self.words(start)
        if not words:
            return _NOTHING
        results: dict[int, object] = dict(words.get(category, _NOTHING))
        for each, first in self._rules.get(category, ()):
            if first.isdisjoint(words):
                continue
            self._budget.spend()
            for end, values in self._match(each.elements, start, {}):
                self._budget.spend()
                if end not in results:
                    value = self._make(each, values)
                    if value is not None:
                        results[end] = value
        return results

    def _match(self, elements: tuple[Element, ...], start: int, values: Arguments) -> Iterator[tuple[int, Arguments]]:
        if not elements:
            yield start, values
            return
        head, rest = elements[0], elements[1:]
        for name in head.names:
            for end, value in self.parse(name, start).items():
                yield from self._match(rest, end, {**values, head.parameter: value} if head.parameter else values)
        if head.is_optional:
            yield from self._match(rest, start, values)

    def _make(self, each: Rule, values: Arguments) -> object:
        try:
            return each.make(self._context, **values)
        except (ValueError, OverflowError):
            return None  # 31 February, the year 10000: not a time after all
