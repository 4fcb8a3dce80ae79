"""Where a line "@ …" moves the clock: pure, in the zone of the command line. Used by the transcript."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TypeAlias

_UNTIL = re.compile(r"(?:(\d{4}-\d\d-\d\d)(?:\s+|T))?(\d{1,2})\s?[:h]\s?(\d\d)?", re.ASCII)
_AFTER = re.compile(r"\+\s*(\d{1,6})\s*([a-z]+)\.?", re.ASCII)

# Days and weeks keep the hour across daylight saving; shorter units are elapsed time.
_DAYS = {"d": 1, "day": 1, "j": 1, "jour": 1, "w": 7, "week": 7, "sem": 7, "semaine": 7}
_SECONDS = {"s": 1, "sec": 1, "second": 1, "seconde": 1} | {"min": 60, "minute": 60, "mn": 60}
_SECONDS |= {"h": 3600, "hour": 3600, "heure": 3600}


@dataclass(frozen=True, slots=True)
class Until:
    """To an hour of a day; without a day, to the next time it is that hour."""

    day: date | None
    hour: time


@dataclass(frozen=True, slots=True)
class After:
    """By so many local days, then by so much time."""

    days: int = 0
    time: timedelta = timedelta()


Move: TypeAlias = Until | After


def read_move(text: str) -> Move | None:
    """The move that "2026-11-24 12:45", "12:45", "12 h 45", "+20 min" or "+1 semaine" asks for, if any."""
    if until := _UNTIL.fullmatch(text):
        return _until(until[1], int(until[2]), int(until[3] or 0))
    after = _AFTER.fullmatch(text.lower())
    return _after(int(after[1]), after[2]) if after else None


def _until(day: str | None, hour: int, minute: int) -> Until | None:
    try:
        return Until(date.fromisoformat(day) if day else None, time(hour, minute))
    except ValueError:
        return None


def _after(count: int, unit: str) -> After | None:
    for name in (unit, unit.removesuffix("s")):
        if name in _DAYS:
            return After(days=count * _DAYS[name])
        if name in _SECONDS:
            return After(time=timedelta(seconds=count * _SECONDS[name]))
    return None


def target(move: Move, now: datetime, zone: tzinfo) -> datetime | None:
    """The instant a move leads to, None when it is past; the minute that `now` shows counts as now.

    Raises OverflowError beyond the calendar.
    """
    local = now.astimezone(zone)
    match move:
        case After(days, span):
            at = _instant(local.date() + timedelta(days), local.time(), zone, local.fold) + span
            return at.astimezone(zone)  # raises where it could not be shown
        case Until(day, hour):
            coming = (day,) if day else (local.date(), local.date() + timedelta(1))
            return _next(coming, hour, now, zone)


def _next(days: tuple[date, ...], hour: time, now: datetime, zone: tzinfo) -> datetime | None:
    # In the autumn fold an hour comes twice; the first that is not past is meant.
    instants = (_instant(day, hour, zone, fold) for day in days for fold in (0, 1))
    minute = now.replace(second=0, microsecond=0)
    return next((max(at, now) for at in instants if at >= minute), None)


def _instant(day: date, hour: time, zone: tzinfo, fold: int) -> datetime:
    return datetime.combine(day, hour, zone).replace(fold=fold).astimezone(UTC)
