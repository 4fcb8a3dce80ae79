"""Rules for what repeats: "tous les lundis et jeudis à 7h45", "every other Friday", "le 3 de chaque mois"."""

from dataclasses import replace

from bot.times.clock import settle
from bot.times.grammar import rule
from bot.times.meanings import Clock, Context, Day, Frequency, Number, Part, Repeat

_WORKING, _WEEKEND = tuple((0, day) for day in range(5)), ((0, 5), (0, 6))
_DAY_SETS = {"weekdays": _WORKING, "weekend": _WEEKEND}
_UNITS: dict[str, tuple[Frequency, int]] = {
    "minute": ("MINUTELY", 1),
    "hour": ("HOURLY", 1),
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "semester": ("MONTHLY", 6),
    "year": ("YEARLY", 1),
}
_FORTNIGHT_DAYS = (14, 15)  # "tous les quinze jours" is every other week


def _every(number: int, unit: str) -> Repeat | None:
    if unit not in _UNITS or number < 1:
        return None
    if unit == "day" and (number == _FORTNIGHT_DAYS[1] or number % 7 == 0):
        return Repeat("WEEKLY", 2 if number in _FORTNIGHT_DAYS else number // 7)
    freq, each = _UNITS[unit]
    return Repeat(freq, number * each)


# How often.
@rule("pace", "every <unit>", "once per <unit>", "once every <unit>")
def _every_unit(_: Context, unit: str) -> Repeat | None:
    return _every(1, unit)


@rule("pace", "every <number> <unit>")
def _every_so_many(_: Context, number: Number, unit: str) -> Repeat | None:
    return _every(number.value, unit)


@rule("pace", "every <ordinal> <unit>")
def _every_nth(_: Context, ordinal: int, unit: str) -> Repeat | None:
    return _every(ordinal, unit)


@rule("pace", "every <fraction> -? of? a? <unit>")
def _every_half(_: Context, fraction: float, unit: str) -> Repeat | None:
    return _every(round(60 * fraction), "minute") if unit == "hour" else None


@rule("pace", "every other <unit>", "a? <unit> out_of_two", "un <unit> out_of_two")
def _every_other(_: Context, unit: str) -> Repeat | None:
    return _every(2, unit)


@rule("pace", "<adverb>")
def _adverb(_: Context, adverb: str) -> Repeat | None:
    return _every(1, adverb)


# Which weekdays.
@rule("weekday_list", "<weekday>", "<weekday> and? the_day? <rest:weekday_list>")
def _weekday_list(_: Context, weekday: int, rest: tuple[int, ...] = ()) -> tuple[int, ...]:
    return (weekday, *rest)


@rule("weekdays_list", "plural_the? <weekdays>", "plural_the? <weekdays> and? <rest:weekdays_list>")
def _weekdays_list(_: Context, weekdays: int, rest: tuple[int, ...] = ()) -> tuple[int, ...]:
    return (weekdays, *rest)


@rule(
    "weekday_range",
    "between? the? <first:weekday> up_to|- the? <last:weekday>",
    "between? <first:weekdays> up_to|- <last:weekdays>",
)
def _weekday_range(_: Context, first: int, last: int) -> tuple[int, ...]:
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))


@rule("which_days", "<days:weekday_list>", "<days:weekdays_list>", "<days:weekday_range>")
def _which_days(_: Context, days: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((0, day) for day in sorted(set(days)))


@rule("which_days", "the? <name:day_sets>", "the? <name:day_set>")
def _named_days(_: Context, name: str) -> tuple[tuple[int, int], ...]:
    return _DAY_SETS[name]


Days = tuple[tuple[int, int], ...]


@rule("cycle", "<pace>")
def _paced(_: Context, pace: Repeat) -> Repeat:
    return pace


@rule("cycle", "every <days:which_days>", "every each? <days:which_days>")
def _every_days(_: Context, days: Days) -> Repeat:
    return Repeat("WEEKLY", by_day=days)


@rule("cycle", "plural_the? <days:weekdays_list>")
def _plural_days(_: Context, days: tuple[int, ...]) -> Repeat:
    return Repeat("WEEKLY", by_day=tuple((0, day) for day in sorted(set(days))))


@rule("cycle", "the_day <first:weekday> and the_day <rest:weekday_list>")
def _articled_days(context: Context, first: int, rest: tuple[int, ...]) -> Repeat | None:
    """Le lundi et le jeudi: a habit in French, two days to come in English."""
    if context.language != "fr":
        return None
    return Repeat("WEEKLY", by_day=tuple((0, day) for day in sorted({first, *rest})))


@rule("cycle", "<days:weekday_range>")
def _range_of_days(_: Context, days: tuple[int, ...]) -> Repeat | None:
    return Repeat("WEEKLY", by_day=tuple((0, day) for day in sorted(days))) if len(days) > 1 else None


@rule("cycle", "plural_the? <day_sets>")
def _set_of_days(_: Context, day_sets: str) -> Repeat:
    return Repeat("WEEKLY", by_day=_DAY_SETS[day_sets])


@rule("cycle", "every other <days:which_days>", "the? <days:which_days> out_of_two")
def _every_other_day(_: Context, days: Days) -> Repeat:
    return Repeat("WEEKLY", 2, by_day=days)


@rule("cycle", "every <number> <days:which_days>")
def _every_nth_day(_: Context, number: Number, days: Days) -> Repeat | None:
    return Repeat("WEEKLY", number.value, by_day=days) if number.value else None


@rule("cycle", "<pace> the|on|at? <days:which_days>", "the|on? <days:which_days> <pace>")
def _pace_on_days(_: Context, pace: Repeat, days: Days) -> Repeat | None:
    return replace(pace, by_day=days) if pace.freq in ("WEEKLY", "MONTHLY") else None


# Days of the month and of the year.
@rule("dom_list", "<dom>", "<dom> and? the_day|the? <rest:dom_list>")
def _dom_list(_: Context, dom: int, rest: tuple[int, ...] = ()) -> tuple[int, ...]:
    return (dom, *rest)


@rule("month_day_list", "the_day|the|on? <doms:dom_list>", "the? <ordinal> day_word")
def _month_days(_: Context, doms: tuple[int, ...] = (), ordinal: int | None = None) -> tuple[int, ...]:
    return doms or ((ordinal,) if ordinal else ())


@rule("month_day_list", "at? the? early|month_start")
def _first_day(_: Context) -> tuple[int, ...]:
    return (1,)


@rule("month_day_list", "at? the? late|last|month_end")
def _last_day(_: Context) -> tuple[int, ...]:
    return (-1,)


@rule("monthly", "each <unit>", "every <unit>")
def _monthly(_: Context, unit: str) -> Repeat | None:
    return _every(1, unit) if unit in ("month", "quarter", "semester") else None


@rule("monthly", "each <number> <unit>", "each <number:ordinal> <unit>")
def _every_few_months(_: Context, number: Number | int, unit: str) -> Repeat | None:
    count = number.value if isinstance(number, Number) else number
    return _every(count, unit) if unit == "month" else None


@rule(
    "cycle",
    "<days:month_day_list> <monthly>",
    "every <days:month_day_list> <monthly>",
    "every <days:month_day_list> of? the? month_word",
)
def _days_of_month(_: Context, days: tuple[int, ...], monthly: Repeat | None = None) -> Repeat:
    return replace(monthly or Repeat("MONTHLY"), by_month_day=days)


@rule("cycle", "<pace> at|on? the? <days:month_day_list>")
def _month_pace(_: Context, pace: Repeat, days: tuple[int, ...]) -> Repeat | None:
    return replace(pace, by_month_day=days) if pace.freq == "MONTHLY" else None


@rule("nth_weekday", "the? <ordinal> <weekday>", "the? <ordinal> <weekday:weekdays>")
def _nth_weekday(_: Context, ordinal: int, weekday: int) -> tuple[int, int] | None:
    return (ordinal, weekday) if -5 <= ordinal <= 5 else None


@rule(
    "cycle",
    "on? <nth_weekday> <monthly>",
    "every <nth_weekday> <monthly>",
    "every <nth_weekday> of? the? month_word",
)
def _weekday_of_month(_: Context, nth_weekday: tuple[int, int], monthly: Repeat | None = None) -> Repeat:
    return replace(monthly or Repeat("MONTHLY"), by_day=(nth_weekday,))


@rule("cycle", "<pace> on|the? <nth_weekday>")
def _pace_on_nth(_: Context, pace: Repeat, nth_weekday: tuple[int, int]) -> Repeat | None:
    return replace(pace, by_day=(nth_weekday,)) if pace.freq == "MONTHLY" else None


@rule("cycle", "<pace> on|the? <nth_weekday> of <month>")
def _year_pace_on_nth(_: Context, pace: Repeat, nth_weekday: tuple[int, int], month: int) -> Repeat | None:
    return replace(pace, by_day=(nth_weekday,), by_month=month) if pace.freq == "YEARLY" else None


@rule("month_and_days", "<month> the? <days:dom_list>", "the|the_day|on? <days:dom_list> of? <month>")
def _month_and_days(_: Context, month: int, days: tuple[int, ...]) -> Repeat:
    return Repeat("YEARLY", by_month=month, by_month_day=days)


@rule("cycle", "every <month_and_days>")
def _every_date(_: Context, month_and_days: Repeat) -> Repeat:
    return month_and_days


@rule("cycle", "<pace> on|the? <month_and_days>", "on? <month_and_days> <pace>")
def _year_pace(_: Context, pace: Repeat, month_and_days: Repeat) -> Repeat | None:
    return replace(month_and_days, interval=pace.interval) if pace.freq == "YEARLY" else None


@rule("cycle", "every the? <date>")
def _every_date_in_digits(_: Context, date: Day) -> Repeat:
    return Repeat("YEARLY", by_month=date.day.month, by_month_day=(date.day.day,))


# At what hour.
def _at(cycle: Repeat, context: Context, clock: Clock, part: Part | None = None) -> Repeat | None:
    if cycle.freq in ("MINUTELY", "HOURLY"):
        return None
    return replace(cycle, clock=settle(context, clock, part))


@rule("recurrence", "<cycle>")
def _without_hour(_: Context, cycle: Repeat) -> Repeat:
    return cycle


@rule(
    "recurrence",
    "<cycle> at|for|on? around? <clock>",
    "<cycle> at around? <clock:hour>",
    "at? around? <clock> on|the|of? <cycle>",
    "at around? <clock:hour> on|the? <cycle>",
)
def _with_hour(context: Context, cycle: Repeat, clock: Clock) -> Repeat | None:
    return _at(cycle, context, clock)


@rule(
    "recurrence",
    "<cycle> <part:part_of_day>",
    "<cycle> at <part:part_of_day>",
    "<part:part_of_day> of? <cycle>",
)
def _with_part(context: Context, cycle: Repeat, part: Part) -> Repeat | None:
    return _at(cycle, context, Clock(part.hours[0], settled=True))


@rule(
    "recurrence",
    "<cycle> at? <part:part_of_day> at? around? <clock:hour>",
    "<cycle> at? around? <clock:hour> <part:part_of_day>",
    "at? around? <clock:hour> <part:part_of_day> <cycle>",
)
def _with_hour_in_part(context: Context, cycle: Repeat, clock: Clock, part: Part) -> Repeat | None:
    return _at(cycle, context, clock, part)


@rule(
    "recurrence",
    "every of? <part>",
    "every? on|in? the? <part:parts>",
    "<weekday> <part:parts>",
    "every <weekday> <part>",
)
def _every_part(context: Context, part: Part, weekday: int | None = None) -> Repeat | None:
    days = () if weekday is None else ((0, weekday),)
    return _at(Repeat("WEEKLY" if days else "DAILY", by_day=days), context, Clock(part.hours[0], settled=True))


@rule(
    "recurrence",
    "every of? <part> at? around? <clock:hour>",
    "every? <part:parts> at? around? <clock:hour>",
    "at? around? <clock:hour> every of? <part>",
    "every <weekday> <part> at? <clock:hour>",
)
def _every_part_hour(context: Context, part: Part, clock: Clock, weekday: int | None = None) -> Repeat | None:
    days = () if weekday is None else ((0, weekday),)
    return _at(Repeat("WEEKLY" if days else "DAILY", by_day=days), context, clock, part)
