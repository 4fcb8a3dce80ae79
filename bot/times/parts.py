"""Rules for the parts of a day: "ce soir", "demain matin", "late tuesday afternoon", "8 in the evening"."""

from datetime import date, datetime, time, timedelta

from bot.times.clock import settle
from bot.times.grammar import rule
from bot.times.meanings import Clock, Context, Day, DayPart, Moment, Part

_MORNING = Part((9, 10, 11), turn=0, early=8, mid=10, late=11)
_NOON = Part((12, 13), turn=11, early=12, mid=12, late=13)
_AFTERNOON = Part((14, 15, 16, 17, 18), turn=12, early=13, mid=15, late=17)
_EVENING = Part((19, 20, 21, 22, 23), turn=17, early=18, mid=20, late=22)
_NIGHT = Part((20, 21, 22, 23), turn=17, early=21, mid=22, late=23)
_WORKDAY = Part((9, 12, 15, 17, 18), turn=7, early=9, mid=12, late=18)

PARTS = {
    "fr": {
        "matin|matinée|mat": _MORNING,
        "heure du déjeuner|l'heure du déjeuner|heure de déjeuner|l'heure de déjeuner": _NOON,
        "après midi|aprem|aprèm": _AFTERNOON,
        "soir|soirée": _EVENING,
        "nuit": _NIGHT,
    },
    "en": {
        "morning": _MORNING,
        "lunchtime|lunch time": _NOON,
        "afternoon|arvo": _AFTERNOON,
        "evening": _EVENING,
        "night|nighttime|night time": _NIGHT,
    },
}

PLURAL_PARTS = {
    "fr": {"matins": _MORNING, "après midis": _AFTERNOON, "soirs": _EVENING, "nuits": _NIGHT},
    "en": {"mornings": _MORNING, "afternoons": _AFTERNOON, "evenings": _EVENING, "nights": _NIGHT},
}


@rule("told_part", "of|at|in|on the? <part>", "the <part>")
@rule("part_of_day", "<part:told_part>", "<part>")
def _part_of_day(_: Context, part: Part) -> Part:
    return part


def _only(part: Part, hour: int) -> Part:
    return Part((hour,), part.turn, hour, hour, hour)


@rule("part_of_day", "of|at|in|on? the? early the? <part>", "the? <part> early")
def _early(_: Context, part: Part) -> Part:
    return _only(part, part.early)


@rule("part_of_day", "of|at|in|on? the? mid the? <part>")
def _middle(_: Context, part: Part) -> Part:
    return _only(part, part.mid)


@rule("part_of_day", "of|at|in|on? the? late the? <part>", "the? <part> late")
def _late(_: Context, part: Part) -> Part:
    return _only(part, part.late)


@rule("part_of_day", "at|in|of? day_start")
def _day_start(_: Context) -> Part:
    return _only(_WORKDAY, _WORKDAY.early)


@rule("part_of_day", "at|in|of? the? day_end")
def _day_end(_: Context) -> Part:
    return _only(_WORKDAY, _WORKDAY.late)


@rule("day_part", "early? this <part>", "this early <part>")
def _this_part(context: Context, part: Part) -> DayPart:
    return DayPart(Day(context.today), part)


@rule("day_part", "late this <part>")
def _late_this_part(context: Context, part: Part) -> DayPart:
    return DayPart(Day(context.today), _only(part, part.late))


@rule("day_part", "tonight")
def _tonight(context: Context) -> DayPart:
    return DayPart(Day(context.today), _NIGHT)


@rule("day_part", "late? last <part>", "the? <part> last")
def _last_part(context: Context, part: Part) -> DayPart:
    return DayPart(Day(context.today - timedelta(days=1)), part)


@rule("day_part", "<day> -? <part:part_of_day>", "<day> at <part:part_of_day>")
def _day_then_part(_: Context, day: Day, part: Part) -> DayPart:
    return DayPart(day, part)


@rule("day_part", "early <day> <part>")
def _early_on_day(_: Context, day: Day, part: Part) -> DayPart:
    return DayPart(day, _only(part, part.early))


@rule("day_part", "late <day> <part>")
def _late_on_day(_: Context, day: Day, part: Part) -> DayPart:
    return DayPart(day, _only(part, part.late))


@rule("day_part", "<part:part_of_day> of|on? the? <day>")
def _part_then_day(_: Context, part: Part, day: Day) -> DayPart:
    return DayPart(day, part)


def at(day: Day, clock: Clock, context: Context) -> datetime:
    """Returns the local moment of a settled hour on a day: today, where the day's name fits and the hour is to come."""
    today = on(day.day, clock) if day.day == context.today else on(context.today, clock)
    if day.fits_today and context.is_ahead(today):
        return today
    if day.otherwise and day.day == context.today and not context.is_ahead(today):
        return on(day.otherwise, clock)
    return on(day.day, clock)


def on(day: date, clock: Clock) -> datetime:
    """Returns the wall-clock moment of an hour (0 to 24) on a date."""
    midnight = datetime.combine(day, time())
    return midnight + timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)


def next_of(clock: Clock, context: Context) -> datetime:
    """Returns the nearest moment of a settled hour on the preferred side of now."""
    today = on(context.today, clock)
    if context.is_ahead(today):
        return today
    return today + timedelta(days=1 if context.future else -1)


def usual(part: Part, day: Day, context: Context) -> datetime:
    """Returns the usual moment of a part of a day, or a later one of the same part when that has passed."""
    moments = [at(day, Clock(hour), context) for hour in part.hours]
    return next((moment for moment in moments if context.is_ahead(moment)), moments[0])


@rule("moment", "around? <told:day_part>")
def _in_day_part(context: Context, told: DayPart) -> Moment:
    return Moment(usual(told.part, told.day, context))


@rule("moment", "around? <part:part_of_day>")
def _in_part(context: Context, part: Part) -> Moment:
    today = usual(part, Day(context.today), context)
    return Moment(today if context.is_ahead(today) else next_of(Clock(part.hours[0]), context))


@rule("moment", "<told:day_part> at? around? <hour>", "<told:day_part> of? around? <hour>")
def _day_part_hour(context: Context, told: DayPart, hour: Clock) -> Moment:
    return Moment(at(told.day, settle(context, hour, told.part), context))


@rule("moment", "at? around? <hour> of|for? <told:day_part>")
def _hour_day_part(context: Context, hour: Clock, told: DayPart) -> Moment:
    return Moment(at(told.day, settle(context, hour, told.part), context))


@rule("moment", "<part:part_of_day> at? around? <hour>")
def _part_hour(context: Context, part: Part, hour: Clock) -> Moment:
    return Moment(next_of(settle(context, hour, part), context))


@rule("moment", "at? around? <hour:clock> <part:part_of_day>", "at? around? <hour> <part:told_part>")
def _hour_part(context: Context, hour: Clock, part: Part) -> Moment:
    return Moment(next_of(settle(context, hour, part), context))


@rule("moment", "<day> at? around? <hour:clock> <part:part_of_day>", "<day> at? around? <hour> <part:told_part>")
def _day_hour_part(context: Context, day: Day, hour: Clock, part: Part) -> Moment:
    return Moment(at(day, settle(context, hour, part), context))


@rule(
    "moment",
    "at? around? <hour:clock> <part:part_of_day> of|on? the? <day>",
    "at? around? <hour> <part:told_part> of|on? the? <day>",
)
def _hour_part_day(context: Context, hour: Clock, part: Part, day: Day) -> Moment:
    return Moment(at(day, settle(context, hour, part), context))
