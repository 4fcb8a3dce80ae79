"""Rules for two ends: "du 3 au 12 août", "demain de 14h à 16h", "from May to June", "the next three days".

`read` refuses them whole, so that "du 3 au 12" is never taken for "le 12"; `read_interval` returns them, for a leave.
Both ends are told as people mean them: days, weeks and months to the end of the last one, hours to the hour.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.times.clock import settle
from bot.times.days import following
from bot.times.durations import SPANS, times
from bot.times.grammar import rule
from bot.times.meanings import (
    Clock,
    Context,
    Day,
    DayPart,
    Moment,
    Number,
    Part,
    Period,
    Range,
    Span,
    add_months,
    moved,
)
from bot.times.parts import at, next_of, on
from bot.times.periods import whole_month

_DAY = timedelta(days=1)
_HALF_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Hours:
    """Two hours as they were typed, the second after the first."""

    first: Clock
    last: Clock


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _days(first: date, last: date) -> Range | None:
    return Range(_midnight(first), _midnight(last + _DAY)) if first <= last else None


# Years, to the beginning of the last one, as people read figures; before the hours, as 2015 could be 20:15.
@rule("range", "between? <first:any_year> up_to|-|and <last:any_year>")
def _two_years(_: Context, first: Period, last: Period) -> Range | None:
    return Range(_midnight(first.start), _midnight(last.start)) if first.start < last.start else None


# "Du 12 au 3" is days, where "de 12 à 3" is hours.
@rule("range_day", "the|the_day? <dom>", "the|the_day? <weekday> the|the_day? <dom>")
def _day_number(_: Context, dom: int, weekday: int | None = None) -> int:
    del weekday
    return dom


@rule("range", "from_day <first:range_day> to_day <last:range_day>")
def _days_of_month(context: Context, first: int, last: int) -> Range | None:
    start = context.today.replace(day=1)
    if max(first, last) < context.today.day:
        start = add_months(start, 1)
    return _days(start.replace(day=first), (start if first <= last else add_months(start, 1)).replace(day=last))


# Hours, alone or on a day.
@rule(
    "hours",
    "between? <first:clock> up_to|-|and <last:hour>",
    "between? <first:hour> up_to|- <last:clock>",
    "between <first:hour> up_to|-|and <last:hour>",
)
@rule("bare_hours", "<hours>", "between? <first:hour> up_to|-|and <last:hour>")
def _hours(
    _: Context, first: Clock | None = None, last: Clock | None = None, hours: Hours | None = None
) -> Hours | None:
    return Hours(first, last) if first and last else hours


def _between(context: Context, hours: Hours, day: Day | None = None, part: Part | None = None) -> Range:
    """Returns the range on a day, or on the nearest one."""
    last = settle(context, hours.last, part)
    is_half_told = hours.last.settled and not hours.first.settled and part is None and context.language == "en"
    first = _before(hours.first, last) if is_half_told else settle(context, hours.first, part)
    start = at(day, first, context) if day else next_of(first, context)
    end = on(start.date(), last)
    if end <= start and not hours.last.settled and context.language == "en":
        end += _HALF_DAY
    return Range(start, end if end > start else end + _DAY)


def _before(first: Clock, last: Clock) -> Clock:
    """Returns the first hour, in the half of the day that the last one tells: 5 to 6pm, 3 to 8am, 10 to 3pm."""
    afternoon = replace(first, hour=first.hour % 12 + 12, settled=True)
    morning = replace(first, hour=first.hour % 12, settled=True)
    end = (last.hour, last.minute)
    is_morning = (morning.hour, morning.minute) < end <= (afternoon.hour, afternoon.minute)
    return morning if is_morning else afternoon


@rule("range", "<hours>", "<day> around? <hours:bare_hours>", "<hours:bare_hours> on|the|of? <day>")
def _hours_of_day(context: Context, hours: Hours, day: Day | None = None) -> Range:
    return _between(context, hours, day)


@rule("range", "<day_part> <hours:bare_hours>", "<hours:bare_hours> <day_part>")
def _hours_of_part(context: Context, hours: Hours, day_part: DayPart) -> Range:
    return _between(context, hours, day_part.day, day_part.part)


@rule("range", "<part:part_of_day> <hours:bare_hours>", "<hours:bare_hours> <part:part_of_day>")
def _hours_of_any_day(context: Context, hours: Hours, part: Part) -> Range:
    return _between(context, hours, None, part)


@rule("range", "<start:moment> up_to|- <end:moment>", "between <start:moment> up_to|and <end:moment>")
def _moments(_: Context, start: Moment, end: Moment) -> Range | None:
    return Range(start.local, end.local) if start.local < end.local else None


# Days: the month and the year may be told once, at either end.
@rule(
    "range",
    "between? <first:range_day> up_to|-|and <last:date>",
    "between? <first:range_day> up_to|-|and the? <weekday> the? <last:date>",
)
def _number_to_date(_: Context, first: int, last: Day, weekday: int | None = None) -> Range | None:
    del weekday
    month = last.day if first <= last.day.day else add_months(last.day.replace(day=1), -1)
    return _days(month.replace(day=first), last.day)


@rule(
    "range", "on|between? the? <first:date> up_to|- <last:range_day>", "between the? <first:date> and <last:range_day>"
)
def _date_to_number(_: Context, first: Day, last: int) -> Range | None:
    month = first.day if last >= first.day.day else add_months(first.day.replace(day=1), 1)
    return _days(first.day, month.replace(day=last))


@rule("range", "between? <first:range_day> up_to|-|and <last:range_day> of? <month_period>")
def _numbers_of_month(_: Context, first: int, last: int, month_period: Period) -> Range | None:
    return _days(month_period.start.replace(day=first), month_period.start.replace(day=last))


@rule("range", "between? <first:range_day> up_to|- <last:range_day>", "between <first:range_day> and <last:range_day>")
def _numbers(context: Context, first: int, last: int) -> Range | None:
    month = context.today if last >= context.today.day else add_months(context.today.replace(day=1), 1)
    return _days(month.replace(day=first), month.replace(day=last)) if first < last else None


@rule("range", "between? <month> the? <first:dom> up_to|-|and the? <last:dom> <year>?")
def _month_and_numbers(context: Context, month: int, first: int, last: int, year: int = 0) -> Range | None:
    told = year or context.today.year + ((month, last) < (context.today.month, context.today.day))
    return _days(date(told, month, first), date(told, month, last))


@rule("range", "between? the? <first:day> up_to|-|and the? <last:day>")
def _two_days(context: Context, first: Day, last: Day) -> Range | None:
    start = _last_before(first, last.day)
    if start > last.day and (start - last.day).days < 7:  # from next Monday to Friday: the Friday after
        return _days(start, following(start, last.day.weekday()))
    return _days(start, last.day)


def _last_before(day: Day, end: date) -> date:
    """Returns the day, or its like the years before when it has no year of its own and stands after the end."""
    start = day.day
    while day.otherwise and start > end:
        start = add_months(start, -12)
    return start


# Months.
@rule("range", "between? <first:month> up_to|-|and <last:named_month>")
def _two_months(_: Context, first: int, last: Period) -> Range:
    year = last.start.year - (first > last.start.month)
    return Range(_midnight(whole_month(year, first).start), _midnight(last.end))


@rule("range", "between? <first:named_month> up_to|-|and <last:named_month>")
def _two_named_months(_: Context, first: Period, last: Period) -> Range | None:
    return Range(_midnight(first.start), _midnight(last.end)) if first.start < last.start else None


@rule("range_start", "the? <day>", "the? <moment>", "the? <period:any_year>", "the? <period:named_month>")
def _range_start(
    context: Context, day: Day | None = None, moment: Moment | None = None, period: Period | None = None
) -> datetime | None:
    if moment:
        return moment.local
    if day:
        return _midnight(_last_before(day, context.today) if context.prefer == "past" else day.day)
    return _midnight(period.start) if period else None


@rule("range_end", "<moment>", "<period:named_month>", "the? <end:period_end>")
def _range_end(
    _: Context, moment: Moment | None = None, period: Period | None = None, end: date | None = None
) -> datetime | None:
    if moment:
        return moment.local
    last = period.end if period else end
    return _midnight(last) if last else None


@rule("range", "between? <first:range_start> up_to|-|and <last:range_end>")
def _mixed_ends(_: Context, first: datetime, last: datetime) -> Range | None:
    return Range(first, last) if first < last else None


@rule("range", "between? the? <day> up_to|-|and <last:range_end>")
def _day_to_moment(_: Context, day: Day, last: datetime) -> Range | None:
    start = _midnight(_last_before(day, last.date()))
    return Range(start, last) if start < last else None


@rule("range", "between? <month> up_to|-|and <last:range_day_end>")
def _month_to_day(context: Context, month: int, last: date) -> Range | None:
    start = whole_month(last.year, month).start
    return _days(start if start <= last else add_months(start, -12), last)


@rule("range", "between <year> up_to|-|and <last:range_day_end>")
def _year_to_day(_: Context, year: int, last: date) -> Range | None:
    return _days(date(year, 1, 1), last)


@rule("range_day_end", "the? <day>")
def _range_day_end(_: Context, day: Day) -> date:
    return day.day


# A beginning and a length.
@rule("range", "since? <moment> for <span>", "for <span> since <moment>")
def _lasting(_: Context, moment: Moment, span: Span) -> Range:
    return Range(moment.local, _after(moment.local, span))


@rule("range", "since? <day> for <span>", "for <span> since <day>")
def _lasting_days(_: Context, day: Day, span: Span) -> Range:
    return Range(_midnight(day.day), _after(_midnight(day.day), span))


@rule("range", "<day> for <span> since <clock>", "<day> since <clock> for <span>")
def _lasting_from_hour(context: Context, day: Day, span: Span, clock: Clock) -> Range:
    start = at(day, settle(context, clock), context)
    return Range(start, _after(start, span))


def _after(start: datetime, span: Span) -> datetime:
    return datetime.combine(moved(start.date(), span), start.time()) + timedelta(seconds=span.seconds)


# So many, counted from now.
@rule("count", "<number>")
@rule("count", "<few>")
def _count(_: Context, number: Number | None = None, few: int = 1) -> int:
    return number.value if number else few


@rule(
    "range",
    "in? of? the? next <count>? <unit>",
    "in? the? <count> next <unit>",
    "in? the? <count> <unit> to_come",
    "in the <count> <unit>",
)
def _coming(context: Context, unit: str, count: int = 0) -> Range | None:
    span = times(count or 1, unit)
    if SPANS[unit].is_calendar and not count:
        return None  # "next week" is the calendar's
    if SPANS[unit].is_calendar:
        return Range(_midnight(context.today + _DAY), _after(_midnight(context.today + _DAY), span))
    return Range(context.wall, _after(context.wall, span))


@rule("range", "in? of? the? last <count>? <unit>", "in? the? <count> last <unit>", "the? <count> <unit> gone")
def _gone(context: Context, unit: str, count: int = 0) -> Range | None:
    span = times(count or 1, unit)
    if SPANS[unit].is_calendar and not count:
        return None
    if SPANS[unit].is_calendar:
        return Range(_midnight(moved(context.today, span, -1)), _midnight(context.today))
    return Range(context.wall - timedelta(seconds=span.seconds), context.wall)


@rule("range", "the? rest of? <period>", "the? rest of? <period:open_period>")
def _rest(context: Context, period: Period) -> Range:
    return Range(_midnight(context.today), _midnight(period.end))
