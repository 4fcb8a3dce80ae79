"""Rules for numbers, ordinals, fractions, days of the month and years."""

from bot.times.grammar import rule
from bot.times.meanings import Context, Number

_CENTURY_PIVOT = 40  # "'39" is 2039, "'40" is 1940: people type birthdays as well as plans


@rule("quantity", "<number>")
def _whole(_: Context, number: Number) -> float:
    return number.value


@rule("quantity", "<units:number> . <tenths:number>", "<units:number> , <tenths:number>")
def _decimal(_: Context, units: Number, tenths: Number) -> float | None:
    return float(f"{units.value}.{tenths.value:0{tenths.digits}d}") if units.digits and tenths.digits else None


@rule("fraction", "<top:number> / <bottom:number>")
def _quotient(_: Context, top: Number, bottom: Number) -> float | None:
    return top.value / bottom.value if 0 < top.value < bottom.value <= 4 else None


@rule("ordinal", "<number> th")
def _ordinal_digits(_: Context, number: Number) -> int | None:
    return number.value if number.digits else None


@rule("ordinal", "<tens:number> and? <unit_ordinal>")
def _compound_ordinal(_: Context, tens: Number, unit_ordinal: int) -> int | None:
    return tens.value + unit_ordinal if tens.value in (20, 30) and not tens.digits else None


@rule("dom", "<number>")
def _day_number(_: Context, number: Number) -> int | None:
    is_article = number.value == 1 and not number.digits
    return number.value if 1 <= number.value <= 31 and number.digits <= 2 and not is_article else None


@rule("dom", "<ordinal>")
def _day_ordinal(context: Context, ordinal: int) -> int | None:
    """The third; French counts days with plain numbers after the first."""
    return ordinal if 1 <= ordinal <= (1 if context.language == "fr" else 31) else None


@rule("dom_sure", "<ordinal>")
def _sure_day(context: Context, ordinal: int) -> int | None:
    return ordinal if 1 <= ordinal <= 31 and context.language == "en" else None


@rule("year", "<number> ad?")
def full_year(_: Context, number: Number) -> int | None:
    """Returns a year of four digits, or said in one number ("two thousand five")."""
    return number.value if 1000 <= number.value <= 2999 and number.digits in (0, 4) else None


@rule("year", "<century:number> and? <rest:number>")
def _spoken_year(_: Context, century: Number, rest: Number) -> int | None:
    """Nineteen eighty-six, twenty ten; never from digits."""
    is_spoken = not century.digits and not rest.digits
    return (
        100 * century.value + rest.value if is_spoken and century.value in (18, 19, 20) and rest.value >= 10 else None
    )


@rule("year", "nineteen_zero <number>")
def _spoken_early_year(_: Context, number: Number) -> int | None:
    return 1900 + number.value if number.value <= 9 else None


@rule("short_year", "<year>")
def _long_after_all(_: Context, year: int) -> int:
    return year


@rule("short_year", "<number>")
def two_digit_year(_: Context, number: Number) -> int | None:
    """Returns the year that two digits stand for."""
    if number.digits != 2:
        return None
    return number.value + (2000 if number.value < _CENTURY_PIVOT else 1900)
