"""Rules that join a day and an hour, and that count from now or from a day: the moments a reminder can ring at."""

from datetime import UTC, datetime, timedelta

from bot.times.clock import settle
from bot.times.grammar import rule
from bot.times.meanings import Clock, Context, Day, Moment, Number, Span, moved
from bot.times.parts import at, next_of, on

_MINUTE = timedelta(minutes=1)


@rule("moment", "<day> -? at|for|of? around? <clock>", "<day> at|around around? <clock:hour>")
def _day_hour(context: Context, day: Day, clock: Clock) -> Moment:
    return Moment(at(day, settle(context, clock), context))


@rule("moment", "<day> same_hour")
def _same_hour(context: Context, day: Day) -> Moment:
    return Moment(datetime.combine(day.day, context.wall.time()))


@rule("moment", "<date> iso_t <clock>")
def _iso(_: Context, date: Day, clock: Clock) -> Moment:
    return Moment(on(date.day, clock))


@rule("moment", "this <fixed_clock>")
def _this_noon(context: Context, fixed_clock: int) -> Moment:
    return Moment(on(context.today, Clock(fixed_clock)))


@rule("spoken_alone", "around? <clock:words_only>")
def _spoken_alone(context: Context, clock: Clock) -> Moment:
    return Moment(next_of(settle(context, clock), context))


@rule("moment", "<day> at? <clock> winter")
def _second_pass(context: Context, day: Day, clock: Clock) -> Moment:
    """The hour that a change of clocks repeats, the second time."""
    return Moment(at(day, settle(context, clock), context).replace(fold=1))


@rule("moment", "<day> <hour:number> <minute:number>")
def _day_spoken_hour(context: Context, day: Day, hour: Number, minute: Number) -> Moment | None:
    """March eighteenth nine thirty; only in words, digits may be anything."""
    if hour.digits or minute.digits or hour.value > 12 or minute.value not in range(10, 60):
        return None
    return Moment(at(day, settle(context, Clock(hour.value, minute.value)), context))


@rule(
    "moment",
    "at? around? <clock> -? on|the|of|for? the? <day>",
    "at|around around? <clock:hour> on|the|of? <day>",
)
def _hour_day(context: Context, clock: Clock, day: Day) -> Moment:
    return Moment(at(day, settle(context, clock), context))


@rule("moment", "at|for_hour? the? around? <clock>", "at|around around? <clock:hour>")
def _hour_alone(context: Context, clock: Clock) -> Moment:
    return Moment(next_of(settle(context, clock), context))


@rule("moment", "<elapsed>")
def _so_far_from_now(_: Context, elapsed: Moment) -> Moment:
    return elapsed


@rule("moment", "late of? the? <day>")
def _end_of_day(_: Context, day: Day) -> Moment:
    return Moment(on(day.day, Clock(24)) - timedelta(seconds=1))


@rule("moment", "now")
def _now(context: Context) -> Moment:
    return Moment(context.now.replace(tzinfo=None, second=0, microsecond=0))


# Hours and minutes are elapsed time, right across a change of clocks; days and months are of the calendar.
@rule("elapsed", "in around? <span> times_up?", "<span> later|next", "<shift> in <span>")
def _from_now(context: Context, span: Span, shift: int = 0) -> Moment | None:
    return None if span.is_calendar or shift else Moment(_elapsed(context, span, 1))


@rule("elapsed", "ilya around? <span>", "around? <span> ago")
def _before_now(context: Context, span: Span) -> Moment | None:
    return None if span.is_calendar else Moment(_elapsed(context, span, -1))


def _elapsed(context: Context, span: Span, sign: int) -> datetime:
    """Returns the moment so far from now, rounded up to the minute unless the span counts seconds."""
    day = moved(context.today, span, sign)
    start = datetime.combine(day, context.now.timetz())
    moment = (start.astimezone(UTC) + sign * timedelta(seconds=span.seconds)).astimezone(context.now.tzinfo)
    local = moment.replace(tzinfo=None)
    return _whole_minute(local) if span.seconds % 60 == 0 else local.replace(microsecond=0)


def _whole_minute(moment: datetime) -> datetime:
    floor = moment.replace(second=0, microsecond=0)
    return floor if floor == moment else floor + _MINUTE


@rule("moment", "<span> counted_from the? <moment>")
def _after_moment(_: Context, span: Span, moment: Moment) -> Moment | None:
    return None if span.is_calendar else Moment(moment.local + timedelta(days=span.days, seconds=span.seconds))


@rule("moment", "<span> ahead_of the? <moment>")
def _before_moment(_: Context, span: Span, moment: Moment) -> Moment | None:
    return None if span.is_calendar else Moment(moment.local - timedelta(days=span.days, seconds=span.seconds))


@rule("moment", "at? around? <clock> in <span>")
def _hour_in(context: Context, clock: Clock, span: Span) -> Moment | None:
    """At 7 in three days."""
    if not span.is_calendar:
        return None
    return Moment(on(moved(context.today, span), settle(context, clock)))
