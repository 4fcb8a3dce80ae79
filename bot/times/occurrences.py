"""When a recurrence falls next: local days from dateutil, each put on the wall clock, then to UTC."""

from collections.abc import Container, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.times.meanings import Clock, Repeat
from bot.times.rules import parse_rule, rule_text
from bot.times.values import Recurrence

_HORIZON_YEARS = 12  # a 29 February can be eight years away, and twelve on a weekday skipped as a holiday
_ELAPSED = {"MINUTELY": timedelta(minutes=1), "HOURLY": timedelta(hours=1)}


def next_after(recurrence: Recurrence, instant: datetime, holidays_country: str | None = None) -> datetime:
    """Returns the first occurrence strictly after an instant, in UTC.

    One occurrence a local date: a time that a clock change skips moves forward by the gap, one that it repeats falls
    on the first pass. Days that are public holidays in `holidays_country` (ISO 3166, "FR") are skipped. A rule with no
    hour falls at the day's first minute. Rules in hours or minutes are elapsed time, counted from `instant`.
    Raises ValueError when `instant` is naive, the country unknown, or no day of the next twelve years will do.
    """
    if instant.tzinfo is None:
        raise ValueError(f"instant must be aware of its zone, got {instant!r}")
    repeat, zone = parse_rule(recurrence.rule), ZoneInfo(recurrence.zone)
    if repeat.freq in _ELAPSED:
        return instant.astimezone(UTC) + repeat.interval * _ELAPSED[repeat.freq]
    closed = _holidays(holidays_country) if holidays_country else frozenset[date]()
    # A day early: on the eve of a gap, or west of UTC, yesterday's occurrence may still be to come.
    for day in local_days(repeat, instant.astimezone(zone).date() - timedelta(days=1)):
        moment = _on_the_clock(day, repeat.clock, zone)
        if moment > instant and day not in closed:
            return moment
    raise ValueError(f"{recurrence.rule!r} has no occurrence in the {_HORIZON_YEARS} years after {instant}")


def _on_the_clock(day: date, clock: Clock | None, zone: ZoneInfo) -> datetime:
    hour = time(clock.hour, clock.minute) if clock else time()
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)


def local_days(repeat: Repeat, start: date) -> Iterator[date]:
    """Returns the local days of a recurrence from a day on, for twelve years."""
    from dateutil.rrule import rrulestr

    days_only = rule_text(_without_clock(repeat))
    beginning = repeat.start or start
    rule = rrulestr(days_only, dtstart=datetime.combine(beginning, time()))
    last = datetime.combine(start, time()) + timedelta(days=366 * _HORIZON_YEARS)
    for moment in rule.xafter(datetime.combine(start, time()), inc=True):
        if moment > last:
            return
        yield moment.date()


def _without_clock(repeat: Repeat) -> Repeat:
    return Repeat(repeat.freq, repeat.interval, repeat.by_day, repeat.by_month_day, repeat.by_month)


@lru_cache(maxsize=16)
def _holidays(country: str) -> Container[date]:
    from holidays import country_holidays

    try:
        return country_holidays(country)
    except NotImplementedError as error:
        raise ValueError(f"expected an ISO 3166 country code such as 'FR', got {country!r}") from error


def with_hour(recurrence: Recurrence, hour: time) -> Recurrence:
    """Returns the recurrence at an hour of the local clock, as when a rule with none gets the person's window."""
    repeat = parse_rule(recurrence.rule)
    clock = Clock(hour.hour, hour.minute, settled=True)
    told = Repeat(
        repeat.freq, repeat.interval, repeat.by_day, repeat.by_month_day, repeat.by_month, clock, repeat.start
    )
    return Recurrence(rule_text(told), recurrence.zone)
