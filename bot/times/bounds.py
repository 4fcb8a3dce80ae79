"""Rules for one open end: deadlines ("avant 18h", "by Friday", "sous 48h") and beginnings ("à partir de lundi")."""

from datetime import date, datetime, time, timedelta

from bot.times.clock import settle
from bot.times.days import preceding
from bot.times.grammar import rule
from bot.times.meanings import Bound, Clock, Context, Day, Grain, Moment, Period, Span, moved
from bot.times.parts import at, next_of
from bot.times.periods import current

_DAY = timedelta(days=1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


@rule("bound", "before|until the? around? <moment>", "<moment> no_later")
def _before_moment(_: Context, moment: Moment) -> Bound:
    return Bound(moment.local, "before")


@rule("bound", "before|until the? <end:period_end>")
def _by_end(_: Context, end: date) -> Bound:
    return Bound(_midnight(end), "before")


@rule("bound", "before the? around? <day>")
def _before_day(_: Context, day: Day) -> Bound:
    return Bound(_midnight(day.day), "before")


@rule("bound", "until the? around? <day>", "<day> no_later")
def _by_day(_: Context, day: Day) -> Bound:
    return Bound(_midnight(day.day + _DAY), "before")


@rule("bound", "before the? <period:anchored>", "before <period:any_year>")
def _before_period(_: Context, period: Period) -> Bound:
    return Bound(_midnight(period.start), "before")


@rule("bound", "until the? <period:anchored>", "until <period:any_year>")
def _by_period(_: Context, period: Period) -> Bound:
    return Bound(_midnight(period.end), "before")


@rule("bound", "before|until at? around? <clock:hour>")
def _before_hour(context: Context, clock: Clock) -> Bound:
    return Bound(next_of(settle(context, clock), context), "before")


@rule("bound", "<day> before|until at? around? <clock:hour>", "before|until around? <clock:hour> on|the? <day>")
def _day_before_hour(context: Context, day: Day, clock: Clock) -> Bound:
    return Bound(at(day, settle(context, clock), context), "before")


@rule("in_time", "within around? <span>")
def _within(context: Context, span: Span) -> Bound:
    day = moved(context.today, span)
    if span.is_calendar:
        return Bound(_midnight(day + _DAY), "before")
    return Bound(_midnight(day) + (context.wall - _midnight(context.today)) + timedelta(seconds=span.seconds), "before")


@rule("in_time", "within_the <grain>")
def _within_the(context: Context, grain: Grain) -> Bound:
    return Bound(_midnight(current(context, grain).end), "before")


@rule("bound", "ever_since <weekday>")
def _ever_since(context: Context, weekday: int) -> Bound:
    return Bound(_midnight(preceding(context.today, weekday)), "from")


@rule("bound", "after the? around? <moment>", "since the? around? <moment>", "<moment> or_later")
def _after_moment(_: Context, moment: Moment) -> Bound:
    return Bound(moment.local, "from")


@rule("bound", "after the? around? <day>")
def _after_day(_: Context, day: Day) -> Bound:
    return Bound(_midnight(day.day + _DAY), "from")


@rule("bound", "since of|on|the? around? <day>", "<day> or_later")
def _from_day(_: Context, day: Day) -> Bound:
    return Bound(_midnight(day.day), "from")


@rule("bound", "after the? <end:period_end>")
def _after_end(_: Context, end: date) -> Bound:
    return Bound(_midnight(end), "from")


@rule("bound", "after the? <period:anchored>", "after <period:any_year>")
def _after_period(_: Context, period: Period) -> Bound:
    return Bound(_midnight(period.end), "from")


@rule(
    "bound",
    "since of|the? <period:anchored>",
    "since <period:any_year>",
    "<period:anchored> or_later",
    "<period:any_year> or_later",
)
def _from_period(_: Context, period: Period) -> Bound:
    return Bound(_midnight(period.start), "from")


@rule("bound", "after|since at? around? <clock:hour>", "<clock> or_later")
def _after_hour(context: Context, clock: Clock) -> Bound:
    return Bound(next_of(settle(context, clock), context), "from")


@rule(
    "bound",
    "<day> after|since at? around? <clock:hour>",
    "after|since around? <clock:hour> on|the? <day>",
    "<clock> or_later on|the? <day>",
)
def _day_after_hour(context: Context, day: Day, clock: Clock) -> Bound:
    return Bound(at(day, settle(context, clock), context), "from")
