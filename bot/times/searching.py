"""Finds the longest time of a message, in bounded time, and leaves alone what only looks like one."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.times.grammar import Budget, TooLongError
from bot.times.lexicon import Lexicon, lexicon_of
from bot.times.meanings import Context
from bot.times.readers import reader_for
from bot.times.tokens import Token, tokenise

_BUDGET = 5_000  # steps, about 30 ms; 1 message in 100 of the development corpus takes more than 3,000
_LONGEST_ISLAND = 60  # tokens; also keeps the recursion shallow
_GLUE = frozenset("-–/.,:_@#$€£+=&%~°")
_AMOUNTS = frozenset("%$€£°#")
_DIAL = frozenset(("h", "heure", "heures", ":", "/"))
_POINTERS = frozenset(("this", "the", "a", "le", "la", "un", "une"))


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `first` to `last`, the last one excluded, and what they mean."""

    first: int
    last: int
    meaning: object


def longest_window(text: str, context: Context, categories: tuple[str, ...]) -> tuple[int, int, object]:
    """Returns where the longest window of a text that is one of the categories starts and ends, and what it means.

    The first of equals; the longest so far when the budget is spent; the meaning None where there is no such window.
    """
    tokens = tokenise(text)
    best: Window | None = None
    try:
        for window in _windows(tokens, context, categories):
            if _is_longer(window, best) and _stands_alone(text, tokens, window, lexicon_of(context.language)):
                best = window
    except TooLongError:
        pass
    return (tokens[best.first].start, tokens[best.last - 1].end, best.meaning) if best else (0, 0, None)


def _windows(tokens: tuple[Token, ...], context: Context, categories: tuple[str, ...]) -> Iterator[Window]:
    budget = Budget(_BUDGET)
    for first, last in _islands(tokens, lexicon_of(context.language)):
        reader = reader_for(tokens[first:last], context, budget)
        for start in range(last - first):
            for category in categories:
                for end, meaning in reader.parse(category, start).items():
                    yield Window(first + start, first + end, meaning)


def _islands(tokens: tuple[Token, ...], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Returns the runs of tokens that the lexicon knows, signs off their edges; a time has no unknown word."""
    first = last = 0  # the run from `first` to `last`, and the signs after it
    for place, token in enumerate(tokens):
        is_sign = not (token.is_number or token.is_word)
        known = is_sign or token.is_number or lexicon.knows(token)
        if last > first and (not known or place - first >= _LONGEST_ISLAND):
            yield first, last
            last = first
        if known and not is_sign:
            first, last = (place if last <= first else first), place + 1
    if last > first:
        yield first, last


def _is_longer(window: Window, best: Window | None) -> bool:
    return best is None or window.last - window.first > best.last - best.first


def _stands_alone(text: str, tokens: tuple[Token, ...], window: Window, lexicon: Lexicon) -> bool:
    """Returns whether the window is neither a piece of something else nor an everyday word."""
    start, end = tokens[window.first].start, tokens[window.last - 1].end
    return not (
        _is_everyday(tokens, window, lexicon)
        or _is_glued(text[max(0, start - 2) : start][::-1])
        or _is_glued(text[end : end + 2])
        or _counts(tokens, window, lexicon)
        or _is_of_a_number(tokens, window)
    )


def _is_of_a_number(tokens: tuple[Token, ...], window: Window) -> bool:
    """Returns whether the window is digits among digits ("06 12 34 56 78"), an amount ("à 1500 €") or a decimal."""
    before = tokens[window.first - 1] if window.first else None
    after = tokens[window.last] if window.last < len(tokens) else None
    inside = tokens[window.first : window.last]
    return (
        (inside[0].is_number and before is not None and before.is_number)
        or (inside[-1].is_number and after is not None and (after.is_number or after.text in _AMOUNTS))
        or (len(inside) == 3 and inside[1].text == ".")
    )


def _is_everyday(tokens: tuple[Token, ...], window: Window, lexicon: Lexicon) -> bool:
    """Returns whether the window is a lone number, or a word that is rarely a time: "sept", "this may"."""
    words = [token.text for token in tokens[window.first : window.last]]
    if len(words) == 1 and tokens[window.first].is_number:
        return True
    return words[-1] in lexicon.everyday and all(word in _POINTERS for word in words[:-1])


def _is_glued(outside: str) -> bool:
    """Returns whether the characters outside a window, nearest first, hold on to it: "ABC-12", "6.45", "20%"."""
    if not outside:
        return False
    return outside[0].isalnum() or (outside[0] in _GLUE and (outside[0] in _AMOUNTS or outside[1:].isalnum()))


def _counts(tokens: tuple[Token, ...], window: Window, lexicon: Lexicon) -> bool:
    """Returns whether the window ends in a number that counts what follows: "à 10 étudiants", "the first quarter"."""
    words = [token.text for token in tokens[window.first : window.last]]
    if window.last == len(tokens) or not tokens[window.last].is_word or tokens[window.last].text in lexicon.joining:
        return False
    if not (tokens[window.last - 1].is_number or words[-1] in lexicon.counting):
        return False
    return len(words) < 2 or not (words[-2] in _DIAL or lexicon.corrected.intersection(words))
