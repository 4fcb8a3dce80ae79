"""When to bring something back: the ready moments, and a date that was typed. Used by whatever can wait."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import times
from bot.messages import Language
from bot.request import Request

SNOOZES = {
    "hour": "snooze-hour",
    "tonight": "snooze-tonight",
    "tomorrow": "snooze-tomorrow",
    "monday": "snooze-monday",
}
"""The ready moments, with the catalogue's keys of their buttons."""

MORNING = time(8, 30)
"""The first window: what comes back on a day comes back then."""

EVENING = time(18, 0)


def moment_for(name: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a ready moment. Tonight is 18:00, or an hour from now once that is past; Monday is the first
    one after today.
    """
    local = now.astimezone(zone)
    match name:
        case "tonight" if local.time() < EVENING:
            return at_local(local.date(), EVENING, zone)
        case "tomorrow":
            return at_local(local.date() + timedelta(days=1), MORNING, zone)
        case "monday":
            return at_local(local.date() + timedelta(days=7 - local.weekday()), MORNING, zone)
        case _:
            return now + timedelta(hours=1)


def moment_in(text: str, now: datetime, zone: ZoneInfo, language: Language) -> datetime | None:
    """The instant that a phrase gives, a day without an hour being its first window; None when it gives none."""
    match times.read(text, now, zone, language):
        case times.Instant(at=at):
            return at
        case times.Date(day=day):
            return at_local(day, MORNING, zone)
        case times.Duration(months=0, delta=delta):
            return now + delta
        case _:
            return None


def when_wrong(request: Request) -> dict[str, str]:
    """Why the `when` of a form is no moment to come."""
    moment = moment_in(request.values["when"], request.now, request.zone, request.language)
    if moment is None:
        return {"when": request.say("when-unreadable")}
    return {} if moment > request.now else {"when": request.say("when-past")}


def at_local(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """The instant of a local hour, in UTC by way of the zone: an hour in the spring gap moves forward."""
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)
