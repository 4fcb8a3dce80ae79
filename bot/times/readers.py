"""Makes a reader with all the rules in; what `reading` and `searching` share."""

from bot.times.grammar import Budget, Reader
from bot.times.lexicon import lexicon_of
from bot.times.meanings import Context
from bot.times.tokens import Token


def reader_for(tokens: tuple[Token, ...], context: Context, budget: Budget) -> Reader:
    """Returns a reader of tokens, in the context's language, that spends from a budget."""
    import bot.times.rulebook  # noqa: F401 - registers the rules: 20 ms that start-up does not need

    return Reader(tokens, lexicon_of(context.language), context, budget)
