"""What the parts of a phrase mean before they are joined; the rules pass these to one another, `reading` settles them.

All of it is on the person's wall clock: naive local datetimes, dates, and months counted from January = 1.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from bot.times.values import Language, Preference

Grain = Literal["day", "week", "weekend", "month", "quarter", "semester", "year", "decade"]
Frequency = Literal["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]


@dataclass(frozen=True, slots=True)
class Context:
    """The person's clock (aware, in their zone), language, and where an open phrase ("lundi") should fall."""

    now: datetime
    language: Language
    prefer: Preference

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.date()

    @property
    def wall(self) -> datetime:
        """The local wall clock, naive, to the minute."""
        return self.now.replace(tzinfo=None, second=0, microsecond=0)

    @property
    def future(self) -> bool:
        """Whether an open phrase falls after now."""
        return self.prefer == "future"

    def is_ahead(self, moment: datetime) -> bool:
        """Returns whether a local moment lies on the preferred side of now."""
        return moment > self.wall if self.future else moment <= self.wall


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number and how many digits it was typed with (0 when in words): "07" is not "seven"."""

    value: int
    digits: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day.

    `fits_today`: the name fits today too, if the hour is still to come ("lundi", said on a Monday).
    `otherwise`: the next day of that name, when this one is today and its hour has passed ("le 12 à 5h").
    """

    day: date
    fits_today: bool = False
    otherwise: date | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar week, month, quarter or year; `end` is the first day after it.

    `is_told`: the phrase says which one ("this month"), so that it does not give way to the next one once gone.
    """

    start: date
    end: date
    grain: Grain
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as it was typed; `settled` says morning or afternoon is known. Hour 24 is the coming midnight.

    `said` is the hour that was named, where it is another: "a quarter to seven" is 6:45 and says seven.
    """

    hour: int
    minute: int = 0
    second: int = 0
    settled: bool = False
    said: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day: its hours, first the usual one, then those to fall back on once it has passed.

    `turn` is the hour its dial begins at ("8 du soir" is the first 8 from 17:00 on); `early`, `mid` and `late` are its
    hours so told.
    """

    hours: tuple[int, ...]
    turn: int
    early: int
    mid: int
    late: int


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a known day: "demain matin", "tonight"."""

    day: Day
    part: Part


@dataclass(frozen=True, slots=True)
class Moment:
    """A local wall-clock moment (naive; `fold` tells the two passes of the autumn hour apart)."""

    local: datetime


@dataclass(frozen=True, slots=True)
class Span:
    """A length: calendar months, days of the calendar, and elapsed seconds."""

    months: int = 0
    days: int = 0
    seconds: float = 0

    def __add__(self, other: "Span") -> "Span":
        return Span(self.months + other.months, self.days + other.days, self.seconds + other.seconds)

    @property
    def is_calendar(self) -> bool:
        """Whether the span is in days and longer, and so shifts dates and not hours."""
        return self.seconds == 0


@dataclass(frozen=True, slots=True)
class Bound:
    """One open end: everything before, or everything from, a local moment."""

    local: datetime
    side: Literal["before", "from"]


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends, naive local moments; the second one is no longer part of it."""

    start: datetime
    end: datetime


def add_months(day: date, months: int) -> date:
    """Returns the same day of another month, or that month's last day (31 January + 1 month is 28 February).

    Raises ValueError out of the calendar's years 1 to 9999.
    """
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range 1..9999")
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))


def moved(day: date, span: Span, sign: int = 1) -> date:
    """Returns the day a calendar span later, or earlier with sign -1.

    Raises OverflowError or ValueError out of the calendar.
    """
    return add_months(day, sign * span.months) + timedelta(days=sign * span.days)


@dataclass(frozen=True, slots=True)
class Repeat:
    """A recurrence before it is written as a rule, in the words of RFC 5545.

    `by_day` holds (0, weekday) for every one, (2, weekday) for the second, (-1, weekday) for the last of the month.
    """

    freq: Frequency
    interval: int = 1
    by_day: tuple[tuple[int, int], ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: int | None = None
    clock: Clock | None = None
    start: date | None = None
