"""It is Thursday 26 November 2026, 10:30 in Paris; short ways to write a time there."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings

from bot.times import Date, Deadline, Duration, Instant, Interval, NotBefore, Recurrence

PARIS = ZoneInfo("Europe/Paris")
UNHURRIED = settings(deadline=None)  # the first example pays for the imports
NOW = datetime(2026, 11, 26, 10, 30, tzinfo=PARIS)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS).astimezone(UTC)


def at(text: str) -> Instant:
    return Instant(utc(text))


def before(text: str) -> Deadline:
    return Deadline(utc(text))


def since(text: str) -> NotBefore:
    return NotBefore(utc(text))


def on(text: str) -> Date:
    return Date(date.fromisoformat(text))


def lasting(months: int = 0, **units: float) -> Duration:
    return Duration(months, timedelta(**units))


def between(start: str, end: str) -> Interval:
    return Interval(utc(start), utc(end))


def every(rule: str, start: str = "") -> Recurrence:
    text = f"DTSTART:{start}\nRRULE:{rule}" if start else rule
    return Recurrence(text, "Europe/Paris")
