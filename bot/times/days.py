"""Rules for calendar days: "demain", "lundi en huit", "le 3", "March 3rd", "5/6", "the last Friday of next month"."""

from collections.abc import Iterable
from datetime import date, timedelta

from bot.times.grammar import rule
from bot.times.meanings import Context, Day, Number, Period, Span, add_months, moved
from bot.times.numbers import full_year, two_digit_year

_WEEK = timedelta(days=7)
_LEAP_SEARCH_YEARS = 13  # reaches the second 29 February
_MONTHS_SEARCHED = 14  # any day of the month falls on any weekday within them


def following(today: date, weekday: int) -> date:
    """Returns the first such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def preceding(today: date, weekday: int) -> date:
    """Returns the last such weekday before today."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


@rule("day", "the? <shift>", "this <shift>")
def _shifted(context: Context, shift: int) -> Day:
    return Day(context.today + timedelta(days=shift))


@rule("day", "around|at <day>")
def _about(_: Context, day: Day) -> Day:
    return day


@rule("day", "on|the? <weekday> following")
def _of_following_week(context: Context, weekday: int) -> Day:
    monday = context.today - timedelta(days=context.today.weekday())
    return Day(monday + _WEEK + timedelta(days=weekday))


@rule("day", "on|the? <weekday>")
def _weekday_alone(context: Context, weekday: int) -> Day:
    find = following if context.future else preceding
    return Day(find(context.today, weekday), fits_today=weekday == context.today.weekday())


@rule("day", "on|the? next <weekday>", "on|the? <weekday> next", "this <weekday> next", "this next <weekday>")
def _coming(context: Context, weekday: int) -> Day:
    return Day(following(context.today, weekday))


@rule("day", "this <weekday>")
def _this_weekday(context: Context, weekday: int) -> Day:
    is_today = weekday == context.today.weekday()
    return Day(context.today if is_today else following(context.today, weekday))


@rule("day", "on|the? last <weekday>", "on|the? <weekday> last", "this <weekday> last", "this last <weekday>")
def _gone(context: Context, weekday: int) -> Day:
    return Day(preceding(context.today, weekday))


@rule("day", "on|the? <weekday> in_eight", "on|the? <weekday> weekday_after_next")
def _in_eight(context: Context, weekday: int) -> Day:
    return Day(_this_weekday(context, weekday).day + _WEEK)


@rule("day", "on|the? <weekday> in_fifteen")
def _in_fifteen(context: Context, weekday: int) -> Day:
    return Day(_this_weekday(context, weekday).day + 2 * _WEEK)


@rule("day", "<number> <weekday> ago", "<number> <weekday:weekdays> ago", "ilya <number> <weekday:weekdays>")
def _weekdays_ago(context: Context, number: Number, weekday: int) -> Day:
    return Day(preceding(context.today, weekday) - (number.value - 1) * _WEEK)


@rule(
    "day",
    "<number> <weekday> later",
    "<number> <weekday:weekdays> later",
    "in <number> <weekday:weekdays>",
    "<number> <weekday:weekdays> counted_from <shift>",
)
def _weekdays_later(context: Context, number: Number, weekday: int, shift: int = 0) -> Day:
    start = context.today + timedelta(days=shift)
    return Day(following(start, weekday) + (number.value - 1) * _WEEK)


@rule("day", "on|the? <weekday> of? the? <week>", "the? <week> on|the? <weekday>")
def _of_week(_: Context, week: Period, weekday: int) -> Day:
    return Day(week.start + timedelta(days=weekday))


# The day of a month, in the month that comes or went.
@rule("day", "the_day around? <dom>", "<dom:dom_sure>")
def _day_of_month(context: Context, dom: int) -> Day:
    step = 1 if context.future else -1
    days = (_in_month(context.today, months, dom) for months in range(0, 4 * step, step))
    return _nearest_of(context, (day for day in days if day))


def _nearest_of(context: Context, days: Iterable[date]) -> Day:
    """Returns the first of the days, nearest first, that lies on the preferred side; today is on both."""
    ahead = [day for day in days if (day >= context.today if context.future else day <= context.today)]
    if not ahead:
        raise ValueError("no such day in the years searched")
    return Day(ahead[0], otherwise=ahead[1] if len(ahead) > 1 else None)


def _in_month(today: date, months: int, dom: int) -> date | None:
    month = add_months(today, months)
    return _date(month.year, month.month, dom)


def _date(year: int, month: int, dom: int) -> date | None:
    try:
        return date(year, month, dom)
    except ValueError:
        return None


@rule("day", "on|the? <weekday> the|the_day? <dom>")
def _weekday_with_number(context: Context, weekday: int, dom: int) -> Day | None:
    """Friday the 13th: this month's if it is one, even gone (the caller says so), else the next one."""
    months = range(_MONTHS_SEARCHED) if context.future else range(0, -_MONTHS_SEARCHED, -1)
    days = (_in_month(context.today, each, dom) for each in months)
    return next((Day(day) for day in days if day and day.weekday() == weekday), None)


@rule(
    "day",
    "the|the_day|on? next? <dom> day_word? of? <month_period:told_month>",
    "the|the_day|on? <dom> day_word? of <month_period:open_month>",
    "the? <dom:ordinal> day_word of the? <month_period>",
    "the? <dom:ordinal> day_word of <month_period:open_month>",
)
def _day_of_period(context: Context, dom: int, month_period: Period) -> Day:
    if dom < 0:
        return Day(month_period.end + timedelta(days=dom))
    if not month_period.is_told:
        return _day_of_month(context, dom)
    return Day(month_period.start.replace(day=dom))


@rule(
    "day",
    "the? <ordinal> <weekday> of? the? <month_period>",
    "the? <ordinal> <weekday> of <month_period:open_month>",
)
def _nth_weekday(context: Context, ordinal: int, weekday: int, month_period: Period) -> Day | None:
    day = nth_of(month_period, weekday, ordinal)
    if day and not month_period.is_told and context.future and day < context.today:
        day = nth_of(Period(month_period.end, add_months(month_period.end, 1), "month"), weekday, ordinal)
    return Day(day) if day else None


def nth_of(month: Period, weekday: int, ordinal: int) -> date | None:
    """Returns the nth such weekday of a period (from its end when negative), or None when it has fewer."""
    if ordinal > 0:
        day = following(month.start - timedelta(days=1), weekday) + (ordinal - 1) * _WEEK
    else:
        day = preceding(month.end, weekday) + (ordinal + 1) * _WEEK
    return day if month.start <= day < month.end else None


# A date: the day and the month, in either order, with or without a year.
@rule("date", "<dom> -|/|.? of? <month>", "<month> -|/|.? the? <dom>", "<dom:ordinal> day_word of <month>")
def _day_and_month(context: Context, dom: int, month: int) -> Day:
    return yearly(context, month, dom)


def yearly(context: Context, month: int, dom: int) -> Day:
    """Returns the nearest such date on the preferred side of today, today included."""
    step = 1 if context.future else -1
    years = range(context.today.year, context.today.year + step * _LEAP_SEARCH_YEARS, step)
    days = (_date(year, month, dom) for year in years)
    return _nearest_of(context, (day for day in days if day))


@rule(
    "date",
    "<dom> -|/|.? of? <month> -|/|.? of|on|year_word? <year>",
    "<month> -|/|.? the? <dom> -|/|.? of|on? <year>",
    "<dom> of? <month> of? <year:short_year>",
    "<month> the? <dom> <year:short_year>",
    "<year> -|/|.? <month> -|/|.? <dom>",
    "<dom:ordinal> day_word of <month> of? <year>",
)
def _full_date(_: Context, dom: int, year: int, month: int) -> Day:
    return Day(date(year, month, dom))


# All in digits: the order of the language, unless it makes no date.
@rule(
    "date",
    "<first:number> / <second:number>",
    "<first:number> - <second:number>",
    "<first:number> . <second:number>",
)
def _digits(context: Context, first: Number, second: Number) -> Day | None:
    pair = _month_and_day(context, first, second)
    return yearly(context, *pair) if pair else None


@rule(
    "date",
    "<first:number> / <second:number> / <third:number>",
    "<first:number> - <second:number> - <third:number>",
    "<first:number> . <second:number> . <third:number>",
    "<first:number> <second:number> <third:number>",
)
def _digits_with_year(context: Context, first: Number, second: Number, third: Number) -> Day | None:
    if first.digits == 4:
        return Day(date(first.value, second.value, third.value)) if third.digits in (1, 2) else None
    pair = _month_and_day(context, first, second)
    year = two_digit_year(context, third) if third.digits == 2 else full_year(context, third)
    return Day(date(year, *pair)) if pair and year and third.digits else None


@rule("date", "<first:number> <second:number>")
def _spaced_digits(context: Context, first: Number, second: Number) -> Day | None:
    """17 02; French only, and with the day first."""
    sure = context.language == "fr" and first.digits == 2 and 0 < second.digits <= 2
    return yearly(context, second.value, first.value) if sure else None


@rule("day", "the|the_day|on? <date> of? <period>")
def _date_of_told_year(_: Context, date: Day, period: Period) -> Day | None:
    """The 3rd of March next year."""
    return Day(date.day.replace(year=period.start.year)) if period.grain == "year" else None


@rule("date", "<number>")
def _run_of_digits(_: Context, number: Number) -> Day | None:
    """20261126."""
    if number.digits != 8:
        return None
    return Day(date(number.value // 10000, number.value // 100 % 100, number.value % 100))


def _month_and_day(context: Context, first: Number, second: Number) -> tuple[int, int] | None:
    """Returns month and day: the month first in English, the day first in French, swapped where that cannot be."""
    if not (1 <= first.digits <= 2 and 1 <= second.digits <= 2):
        return None
    month, dom = (first.value, second.value) if context.language == "en" else (second.value, first.value)
    return (dom, month) if month > 12 else (month, dom)


@rule("day", "this <date>", "this <weekday> -? the|the_day? <date>")
def _this_date(context: Context, date: Day, weekday: int | None = None) -> Day:
    """This Friday 5/12: of this year, even gone; the caller says so."""
    del weekday
    return Day(date.day.replace(year=context.today.year)) if date.otherwise else date


@rule("day", "the|the_day|on|next? <date>", "on|the|next? <weekday> -? the|the_day|of? <date>")
def _dated(_: Context, date: Day, weekday: int | None = None) -> Day:
    """The date decides; a weekday that contradicts it shows in the read-back."""
    del weekday
    return date


# From a day, or from today.
@rule("day", "in around? <span> times_up?", "<span> later", "<span> next")
def _days_from_now(context: Context, span: Span) -> Day | None:
    return Day(moved(context.today, span)) if span.is_calendar else None


@rule("day", "ilya around? <span>", "around? <span> ago", "this? span_back <span>")
def _days_ago(context: Context, span: Span) -> Day | None:
    return Day(moved(context.today, span, -1)) if span.is_calendar else None


@rule("day", "around|for? <span> counted_from the? <day>")
def _days_after(_: Context, span: Span, day: Day) -> Day | None:
    return Day(moved(day.day, span)) if span.is_calendar else None


@rule("day", "around|for? <span> ahead_of the? <day>")
def _days_before(_: Context, span: Span, day: Day) -> Day | None:
    return Day(moved(day.day, span, -1)) if span.is_calendar else None


@rule("day", "<weekday> in? <span> later?", "in <span> on <weekday>")
def _weekday_then(context: Context, weekday: int, span: Span) -> Day | None:
    """Monday two weeks from now: that weekday in that week."""
    if not span.is_calendar:
        return None
    day = moved(context.today, span)
    return Day(day + timedelta(days=weekday - day.weekday()))


@rule("day", "at|of? the? next? <feast>")
def _fixed_feast(context: Context, feast: tuple[int, int]) -> Day:
    return yearly(context, *feast)


@rule("day", "the? <feast> of? <year>")
def _feast_of_year(_: Context, feast: tuple[int, int], year: int) -> Day:
    return Day(date(year, *feast))


@rule("day", "the? <moving_feast> of? <year>")
def _easter_of_year(_: Context, moving_feast: int, year: int) -> Day:
    return Day(_easter(year) + timedelta(days=moving_feast))


@rule("day", "at|of? the? next? <moving_feast>")
def _moving(context: Context, moving_feast: int) -> Day:
    step = 1 if context.future else -1
    years = range(context.today.year, context.today.year + 3 * step, step)
    return _nearest_of(context, [_easter(year) + timedelta(days=moving_feast) for year in years])


def _easter(year: int) -> date:
    from dateutil.easter import easter

    return easter(year)
