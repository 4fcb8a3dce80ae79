"""Rules for lengths of time: "1h30", "une heure et demie", "half an hour", "two and a half years", "quinze jours"."""

from bot.times.grammar import rule
from bot.times.meanings import Context, Number, Span

SPANS = {
    "second": Span(seconds=1),
    "minute": Span(seconds=60),
    "hour": Span(seconds=3600),
    "day": Span(days=1),
    "week": Span(days=7),
    "fortnight": Span(days=14),
    "month": Span(months=1),
    "quarter": Span(months=3),
    "semester": Span(months=6),
    "year": Span(months=12),
    "decade": Span(months=120),
}
_SMALLER = {"hour": "minute", "minute": "second"}
_MOST_YEARS = 1000
_DAYS_A_MONTH = 30  # of half a month, which has no other sense


def times(quantity: float, unit: str) -> Span:
    """Returns a unit taken so many times; half a day is 12 hours, half a month 15 days.

    Raises ValueError beyond a thousand years, which keeps all that is counted from today within the calendar.
    """
    one = SPANS[unit]
    months, days = one.months * quantity, one.days * quantity
    days += (months % 1) * _DAYS_A_MONTH
    seconds = one.seconds * quantity + (days % 1) * 86400
    if months / 12 + days / 365 + seconds / 31_536_000 > _MOST_YEARS:
        raise ValueError(f"{quantity:g} {unit}s is more than {_MOST_YEARS} years")
    return Span(int(months), int(days), round(seconds, 3))


@rule("length", "<quantity> more? -? <unit>")
def _so_many(context: Context, quantity: float, unit: str) -> Span:
    if context.language == "fr" and (quantity, unit) == (15, "day"):
        return SPANS["fortnight"]  # "quinze jours" is two weeks, as people say it
    return times(quantity, unit)


@rule("length", "a <unit>", "whole the? <unit>", "<unit> entire")
def _one(_: Context, unit: str) -> Span:
    return times(1, unit)


@rule("length", "<few> more? <unit>")
def _some(context: Context, few: int, unit: str) -> Span:
    return _so_many(context, few, unit)


@rule("length", "a? <fraction> -? of? a? <unit>")
def _part_of(_: Context, fraction: float, unit: str) -> Span:
    return times(fraction, unit)


@rule("length", "<number> <unit> and? a? <fraction>")
def _and_a_half(_: Context, number: Number, unit: str, fraction: float) -> Span:
    return times(number.value + fraction, unit)


@rule("length", "a <unit> and a? <fraction>")
def _one_and_a_half(_: Context, unit: str, fraction: float) -> Span:
    return times(1 + fraction, unit)


@rule("length", "<number> and a? <fraction> of? <unit>")
def _mixed(_: Context, number: Number, fraction: float, unit: str) -> Span:
    return times(number.value + fraction, unit)


@rule("length", "<number> <unit> and? <rest:number>")
def _and_smaller(_: Context, number: Number, unit: str, rest: Number) -> Span | None:
    """1h30, 1 hour fifteen, 2 min 30."""
    if unit not in _SMALLER or rest.value >= 60 or number.value > 99:
        return None
    return times(number.value, unit) + times(rest.value, _SMALLER[unit])


@rule("length", "<number> '")
def _minute_sign(_: Context, number: Number) -> Span:
    return times(number.value, "minute")


@rule("length", '<number> "', "<number> ' '")
def _second_sign(_: Context, number: Number) -> Span:
    return times(number.value, "second")


@rule("span", "<length>")
def _simple(_: Context, length: Span) -> Span:
    return length


@rule("span", "<length> and? <rest:span>")
def _joined(_: Context, length: Span, rest: Span) -> Span:
    return length + rest


# In a message "deux heures" is a length and "à deux heures" an hour; alone as an answer, either.
@rule("spelled", "<number> h_word")
def _spelled(_: Context, number: Number) -> Span:
    return times(number.value, "hour")


@rule("spelled", "<number> h_word and? <fraction>")
def _spelled_and_a_half(_: Context, number: Number, fraction: float) -> Span:
    return times(number.value + fraction, "hour")


@rule("duration", "for around? <span> no_later?", "around? <span> no_later?")
def _duration(_: Context, span: Span) -> Span:
    return span
