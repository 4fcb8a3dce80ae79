"""The values a time phrase can stand for; what `bot.times.read` returns and `bot.times.tell` tells."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Language = Literal["fr", "en"]
Preference = Literal["future", "past"]
Want = Literal["when", "duration"]


@dataclass(frozen=True, slots=True)
class Instant:
    """A point in time: "demain 9h", "in half an hour". `at` is aware, in UTC."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Date:
    """A day with no hour, in the person's zone: "le 3", "next week" (its first day). The caller picks the hour."""

    day: date


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: calendar months, then elapsed time. "un an" is 12 months, "quinze jours" 14 days."""

    months: int
    delta: timedelta


@dataclass(frozen=True, slots=True)
class Deadline:
    """The first instant that is too late: "avant 18h", "by Friday" (Saturday, 0:00). `at` is aware, in UTC."""

    at: datetime


@dataclass(frozen=True, slots=True)
class NotBefore:
    """The first instant that will do: "après 18h", "à partir de lundi" (Monday, 0:00). `at` is aware, in UTC."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A repeating moment: an RFC 5545 rule on the local wall clock, and the name of the zone it is read in.

    The hour is BYHOUR and BYMINUTE; a rule without them has no hour yet (`with_hour` gives it one). A rule that needs
    a beginning ("every other Monday", "every month") carries it as a DTSTART line before the RRULE line.
    """

    rule: str
    zone: str


@dataclass(frozen=True, slots=True)
class Interval:
    """Two instants, the second no longer part of it: "du 3 au 12 août" ends on the 13th, 0:00. Aware, in UTC.

    Not a `Value`: where one moment is asked for, two are refused. Only `read_interval` and `find_interval` return it.
    """

    start: datetime
    end: datetime


Value = Instant | Date | Duration | Deadline | NotBefore | Recurrence


@dataclass(frozen=True, slots=True)
class Found:
    """The longest time of a message: its value, where it stands (`text[start:end]`), and the text without it."""

    value: Value | Interval
    start: int
    end: int
    rest: str
