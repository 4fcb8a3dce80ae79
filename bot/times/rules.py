"""Recurrences as RFC 5545 text and back; the only module that knows the form of `Recurrence.rule`."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import cast

from bot.times.meanings import Clock, Context, Frequency, Repeat

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def write_rule(repeat: Repeat, context: Context) -> str:
    """Returns the rule of a recurrence told now; it begins today where its days depend on when it begins."""
    return rule_text(replace(repeat, start=_beginning(repeat, context)))


def _beginning(repeat: Repeat, context: Context) -> date | None:
    """Returns the day the intervals are counted from, or None when every interval is alike."""
    if repeat.freq in ("MINUTELY", "HOURLY") or (repeat.freq == "DAILY" and repeat.interval == 1):
        return None
    if repeat.interval == 1 and (repeat.by_day or repeat.by_month_day):
        return None
    if not (repeat.by_day or repeat.by_month_day):
        return context.today
    return first_day(replace(repeat, interval=1), context)


def first_day(repeat: Repeat, context: Context) -> date:
    """Returns the first day of a recurrence from today on, today only while its hour is still to come."""
    from bot.times.occurrences import local_days

    clock = repeat.clock or Clock(0)
    is_over = context.wall.time() >= time(clock.hour % 24, clock.minute)
    start = context.today + timedelta(days=1) if is_over else context.today
    return next(local_days(repeat, start))


def rule_text(repeat: Repeat) -> str:
    """Returns the RRULE of a recurrence, after a DTSTART line when it has a beginning."""
    parts = [f"FREQ={repeat.freq}"]
    if repeat.interval > 1:
        parts.append(f"INTERVAL={repeat.interval}")
    if repeat.by_month:
        parts.append(f"BYMONTH={repeat.by_month}")
    if repeat.by_month_day:
        parts.append("BYMONTHDAY=" + ",".join(map(str, repeat.by_month_day)))
    if repeat.by_day:
        parts.append("BYDAY=" + ",".join(f"{n or ''}{_CODES[day]}" for n, day in repeat.by_day))
    if repeat.clock:
        parts.append(f"BYHOUR={repeat.clock.hour % 24};BYMINUTE={repeat.clock.minute}")
    rule = ";".join(parts)
    return f"DTSTART:{repeat.start:%Y%m%d}\nRRULE:{rule}" if repeat.start else rule


def parse_rule(text: str) -> Repeat:
    """Returns the recurrence of a rule written by `rule_text`. Raises ValueError on any other text."""
    head, _, body = text.rpartition("\nRRULE:")
    try:
        fields = dict(part.split("=", 1) for part in body.split(";"))
        return Repeat(
            freq=cast(Frequency, fields["FREQ"]),
            interval=int(fields.get("INTERVAL", 1)),
            by_day=tuple(_parse_day(day) for day in _listed(fields.get("BYDAY"))),
            by_month_day=tuple(int(day) for day in _listed(fields.get("BYMONTHDAY"))),
            by_month=int(fields["BYMONTH"]) if "BYMONTH" in fields else None,
            clock=Clock(int(fields["BYHOUR"]), int(fields["BYMINUTE"]), settled=True) if "BYHOUR" in fields else None,
            start=date.fromisoformat(head.removeprefix("DTSTART:")) if head else None,
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"expected a rule such as 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0', got {text!r}") from error


def _listed(value: str | None) -> list[str]:
    return value.split(",") if value else []


def _parse_day(code: str) -> tuple[int, int]:
    return int(code[:-2] or 0), _CODES.index(code[-2:])
