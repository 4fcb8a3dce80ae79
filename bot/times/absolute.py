"""Dates in orders that the grammar does not know ("23/sept/2026", "2026, 23 September"): the one place for dateparser.

It is shown whole phrases only, with a month's name, a year and no hour: everywhere else it guesses.
"""

from datetime import date, datetime

from bot.times.lexicon import Lexicon
from bot.times.tokens import Token

_LONGEST = 40  # characters
_ORDER = {"fr": "DMY", "en": "MDY"}


def absolute_date(phrase: str, tokens: tuple[Token, ...], lexicon: Lexicon, now: datetime) -> date | None:
    """Returns the date of a phrase that names a month and a year and tells no hour, or None."""
    if len(phrase) > _LONGEST or not _is_date_like(tokens, lexicon):
        return None
    import dateparser  # 150 ms, and rarely needed

    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "DATE_ORDER": _ORDER[lexicon.language],
    }
    found = dateparser.parse(phrase, languages=[lexicon.language], settings=settings)
    return found.date() if found else None


def _is_date_like(tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    years = [token for token in tokens if token.is_number and len(token.text) == 4]
    days = [token for token in tokens if token.is_number and len(token.text) <= 2]
    months = [token for token in tokens if token.text in lexicon.months]
    return len(years) == len(days) == len(months) == 1
