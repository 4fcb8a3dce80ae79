"""Rules for weeks, months, quarters and years, and for their beginnings, middles and ends."""

from datetime import date, timedelta

from bot.times.days import following, preceding
from bot.times.grammar import rule
from bot.times.meanings import Context, Day, Grain, Number, Period, Span, add_months, moved

_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}


def current(context: Context, grain: Grain, offset: int = 0, *, is_told: bool = True) -> Period:
    """Returns the calendar period that holds today, or one so many periods away."""
    if grain == "week":
        monday = context.today - timedelta(days=context.today.weekday()) + offset * timedelta(days=7)
        return Period(monday, monday + timedelta(days=7), grain, is_told)
    if grain == "weekend":
        saturday = current(context, "week", offset).start + timedelta(days=5)
        return Period(saturday, saturday + timedelta(days=2), grain, is_told)
    months = _MONTHS[grain]
    first = date(context.today.year, (context.today.month - 1) // months * months + 1, 1)
    start = add_months(first, offset * months)
    return Period(start, add_months(start, months), grain, is_told)


def whole_month(year: int, month: int) -> Period:
    """Returns a month of a year."""
    return Period(date(year, month, 1), add_months(date(year, month, 1), 1), "month")


def whole_year(year: int) -> Period:
    """Returns a year."""
    return Period(date(year, 1, 1), date(year + 1, 1, 1), "year")


@rule("period", "this <grain> here?", "the? <grain> current")
def _this_period(context: Context, grain: Grain) -> Period:
    return current(context, grain)


@rule("period", "the? next <grain>", "the? <grain> next|following")
def _next_period(context: Context, grain: Grain) -> Period:
    return current(context, grain, 1)


@rule("period", "the? last <grain>", "the? <grain> last")
def _last_period(context: Context, grain: Grain) -> Period:
    return current(context, grain, -1)


@rule("open_period", "the? <grain>")
def _the_period(context: Context, grain: Grain) -> Period:
    """The end of the month: this one, or the next once that end has passed."""
    return current(context, grain, is_told=False)


@rule("named_month", "month_word? of? <month>")
def _month_alone(context: Context, month: int) -> Period:
    year = context.today.year
    if context.future and month < context.today.month:
        year += 1
    if not context.future and month > context.today.month:
        year -= 1
    return whole_month(year, month)


@rule("named_month", "this <month>")
def _month_of_this_year(context: Context, month: int) -> Period:
    return whole_month(context.today.year, month)


@rule("named_month", "next <month>", "<month> next", "the? <month> following")
def _next_month(context: Context, month: int) -> Period:
    return whole_month(context.today.year + (month <= context.today.month), month)


@rule("named_month", "last <month>", "<month> last")
def _last_month(context: Context, month: int) -> Period:
    return whole_month(context.today.year - (month >= context.today.month), month)


@rule(
    "named_month",
    "month_word? of? <month> -|/|.? of|on|year_word? <year>",
    "<year> -|/|.? <month>",
)
def _month_of_year(_: Context, month: int, year: int) -> Period:
    return whole_month(year, month)


@rule("named_month", "<month> of? <period>")
def _month_of_told_year(_: Context, month: int, period: Period) -> Period | None:
    return whole_month(period.start.year, month) if period.grain == "year" else None


@rule("named_month", "<number> /|-|. <year>", "<year> /|-|. <number>")
def _month_in_digits(_: Context, number: Number, year: int) -> Period | None:
    return whole_month(year, number.value) if 1 <= number.digits <= 2 else None


@rule("named_year", "of? year_word <year>", "in|of <year>")
def _told_year(_: Context, year: int) -> Period:
    return whole_year(year)


@rule("any_year", "<named_year>")
def _told_already(_: Context, named_year: Period) -> Period:
    return named_year


@rule("any_year", "<year>")
def _bare_year(_: Context, year: int) -> Period:
    return whole_year(year)


@rule("month_period", "the? <named_month>")
def _named(_: Context, named_month: Period) -> Period:
    return named_month


@rule("open_month", "<period:open_period>")
@rule("told_month", "the? <period>")
@rule("month_period", "the? <period>")
def _only_month(_: Context, period: Period) -> Period | None:
    return period if period.grain == "month" else None


@rule("week", "<period>")
def _only_week(_: Context, period: Period) -> Period | None:
    return period if period.grain == "week" else None


@rule("week", "week_of the? <day>")
def _week_of(_: Context, day: Day) -> Period:
    monday = day.day - timedelta(days=day.day.weekday())
    return Period(monday, monday + timedelta(days=7), "week")


@rule(
    "week",
    "the? <ordinal> <grain> of the? <whole:month_period>",
    "the? <ordinal> <grain> of the? <whole:any_year>",
)
def _nth_week(_: Context, ordinal: int, grain: Grain, whole: Period) -> Period | None:
    """The first week of October: the first with its Thursday in October, as ISO 8601 counts the weeks of a year."""
    if grain not in ("week", "weekend"):
        return None
    weekday = 3 if grain == "week" else 5
    first = following(whole.start - timedelta(days=1), weekday) if ordinal > 0 else preceding(whole.end, weekday)
    start = first + timedelta(days=7 * (ordinal - 1 if ordinal > 0 else ordinal + 1) - (3 if grain == "week" else 0))
    return Period(start, start + timedelta(days=7 if grain == "week" else 2), grain)


@rule("period", "the? <ordinal> <grain> of? <any_year>", "the? <ordinal> <grain> of? the? <any_year:period>")
def _nth_quarter(_: Context, ordinal: int, grain: Grain, any_year: Period) -> Period | None:
    if grain not in ("quarter", "semester") or any_year.grain != "year" or ordinal * _MONTHS[grain] > 12 or ordinal < 1:
        return None
    start = add_months(any_year.start, (ordinal - 1) * _MONTHS[grain])
    return Period(start, add_months(start, _MONTHS[grain]), grain)


@rule("period", "q <number> -? <year>", "<year> -? q <number>")
def _quarter_in_digits(context: Context, number: Number, year: int) -> Period | None:
    return _nth_quarter(context, number.value, "quarter", whole_year(year))


@rule("period", "q <number>")
def _quarter_alone(context: Context, number: Number) -> Period | None:
    quarter = _nth_quarter(context, number.value, "quarter", current(context, "year"))
    gone = quarter and context.future and quarter.end <= context.today
    return _nth_quarter(context, number.value, "quarter", current(context, "year", 1)) if gone else quarter


@rule(
    "named_period",
    "around? of|in|at? the? <period>",
    "around? of|in? the? <period:week>",
    "around? of|in|at? <period:named_month>",
    "around? <period:named_year>",
)
def _any_period(_: Context, period: Period) -> Period:
    return period


@rule("named_period", "the <grain>")
def _the_weekend(context: Context, grain: Grain) -> Period | None:
    """The weekend is the coming one; the week and the month are any."""
    return current(context, grain) if grain == "weekend" else None


@rule("anchored", "<named_period>")
@rule("anchored_open", "<named_period:open_period>", "<named_period:any_year>")
def _anchored(_: Context, named_period: Period) -> Period:
    return named_period


def _or_next(context: Context, period: Period, day: date, again: date) -> Day:
    """Returns the day, or its like in the next period when the phrase left the period open and the day has passed."""
    return Day(again if context.future and not period.is_told and day < context.today else day)


def _next(period: Period) -> Period:
    if period.grain in ("week", "weekend"):
        return Period(period.start + timedelta(days=7), period.end + timedelta(days=7), period.grain)
    return Period(period.end, add_months(period.end, _MONTHS[period.grain]), period.grain)


@rule("day", "the? early of? <period:anchored>", "the? early of? <period:anchored_open>")
def _start_of(context: Context, period: Period) -> Day:
    return _or_next(context, period, period.start, _next(period).start)


@rule("day", "mid -? of? <period:anchored>", "mid -? of? <period:anchored_open>")
def _middle_of(context: Context, period: Period) -> Day:
    return _or_next(context, period, _middle(period), _middle(_next(period)))


def _middle(period: Period) -> date:
    if period.grain == "month":
        return period.start.replace(day=15)
    return period.start + (period.end - period.start - timedelta(days=1)) // 2 - timedelta(days=period.grain == "week")


@rule(
    "day",
    "the? late of? <period:anchored>",
    "the? late of? <period:anchored_open>",
    "at? the? <period:end_word>",
)
def _end_of(context: Context, period: Period) -> Day:
    return _or_next(context, period, _last_day(period), _last_day(_next(period)))


def _last_day(period: Period) -> date:
    """Returns the last day of a period; of a week, its last working day."""
    return period.end - timedelta(days=3 if period.grain == "week" else 1)


@rule("end_word", "eow")
def _end_of_week_word(context: Context) -> Period:
    return current(context, "week", is_told=False)


@rule("end_word", "eom")
def _end_of_month_word(context: Context) -> Period:
    return current(context, "month", is_told=False)


@rule("end_word", "eoy")
def _end_of_year_word(context: Context) -> Period:
    return current(context, "year", is_told=False)


@rule(
    "period_end",
    "the? late of? <period:anchored>",
    "the? late of? <period:anchored_open>",
    "at? the? <period:end_word>",
)
def _end_of_period(_: Context, period: Period) -> date:
    return period.end


@rule("day", "<named_month> in <span>")
def _month_then(context: Context, named_month: Period, span: Span) -> Day | None:
    """March in a year."""
    if not span.is_calendar or span.months % 12:
        return None
    return Day(moved(named_month.start, span))
