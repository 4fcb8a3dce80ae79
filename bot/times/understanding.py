"""What a whole phrase means: the grammar first, then dateparser for the dates it does not know; used by `reading`."""

from bot.times.absolute import absolute_date
from bot.times.grammar import Budget, Reader, TooLongError
from bot.times.lexicon import lexicon_of
from bot.times.meanings import Context, Day
from bot.times.readers import reader_for
from bot.times.tokens import Token, tokenise

_LONGEST_PHRASE = 300  # characters
_LONGEST_TOKENS = 60  # words, numbers and signs; also what keeps the recursion shallow
_BUDGET = 8_000  # steps; the longest phrase of the development corpus takes 1,500
_CLOSING = frozenset(".!?;:,…")


def meaning_of(phrase: str, context: Context, categories: tuple[str, ...]) -> object:
    """Returns the meaning of a whole phrase in the first of the categories that has one, or None."""
    if len(phrase) > _LONGEST_PHRASE:
        return None
    tokens = _trimmed(tokenise(phrase))
    if not 0 < len(tokens) <= _LONGEST_TOKENS:
        return None
    try:
        meaning = _whole(reader_for(tokens, context, Budget(_BUDGET)), len(tokens), categories)
    except TooLongError:
        return None
    return meaning or _absolute(phrase, tokens, context)


def _trimmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    end = len(tokens)
    while end and (tokens[end - 1].soft or tokens[end - 1].text in _CLOSING):
        end -= 1
    return tokens[:end]


def _whole(reader: Reader, length: int, categories: tuple[str, ...]) -> object:
    meanings = (reader.parse(category, 0).get(length) for category in categories)
    return next((meaning for meaning in meanings if meaning is not None), None)


def _absolute(phrase: str, tokens: tuple[Token, ...], context: Context) -> Day | None:
    day = absolute_date(phrase, tokens, lexicon_of(context.language), context.now)
    return Day(day) if day else None
