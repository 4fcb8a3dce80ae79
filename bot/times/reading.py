"""The reading side of the public face: a phrase or a message to its meaning, the meaning settled into a value."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.times.meanings import Bound, Context, Day, Moment, Period, Range, Repeat, Span
from bot.times.rules import write_rule
from bot.times.values import (
    Date,
    Deadline,
    Duration,
    Found,
    Instant,
    Interval,
    Language,
    NotBefore,
    Preference,
    Recurrence,
    Value,
    Want,
)

# What a phrase can be, in order of preference where it can be several things.
_WHEN = (
    "recurrence",
    "elapsed",
    "moment",
    "day",
    "in_time",
    "range",
    "bound",
    "duration",
    "spoken_alone",
    "named_period",
)
_LENGTH = ("duration", *_WHEN)
_INTERVAL = ("range", "day", "named_period")
# In a message "deux heures" is a length, and two numbers in a row are no hour.
_MESSAGE = (
    "recurrence",
    "elapsed",
    "spelled",
    "moment",
    "day",
    "in_time",
    "range",
    "bound",
    "duration",
    "named_period",
)
_CLOSING = (".", "!", "?", ";", ":", ",", "…")


def read(
    phrase: str,
    now: datetime,
    zone: ZoneInfo,
    language: Language,
    prefer: Preference = "future",
    want: Want = "when",
) -> Value | None:
    """Returns the value of a phrase that is a time and nothing else, or None.

    `now` is aware (ValueError if not); `zone` is the person's. `prefer` says on which side of now an open phrase
    ("lundi", "le 3") falls. `want` settles the few phrases that are an hour and a length alike: "2h" is 02:00, or two
    hours where a duration is asked for. Ranges ("du 3 au 12"), phrases over 300 characters and anything not wholly
    understood are refused.
    """
    context = _context(now, zone, language, prefer)
    meaning = _meaning(phrase, context, _LENGTH if want == "duration" else _WHEN)
    return settle_value(meaning, context, zone)


def _meaning(phrase: str, context: Context, categories: tuple[str, ...]) -> object:
    from bot.times.understanding import meaning_of  # with the whole grammar: 40 ms that start-up does not need

    return meaning_of(phrase, context, categories)


def _context(now: datetime, zone: ZoneInfo, language: Language, prefer: Preference) -> Context:
    if now.tzinfo is None:
        raise ValueError(f"now must be aware of its zone, got {now!r}")
    return Context(now.astimezone(zone), language, prefer)


def settle_value(meaning: object, context: Context, zone: ZoneInfo) -> Value | None:
    """Returns the public value of a meaning; a local time in the gap of a clock change moves forward."""
    match meaning:
        case Moment(local):
            return Instant(_utc(local, zone))
        case Bound(local, side):
            return (Deadline if side == "before" else NotBefore)(_utc(local, zone))
        case Day(day):
            return Date(day)
        case Period(start, end):
            return Date(context.today if start <= context.today < end and context.future else start)
        case Span(months, days, seconds):
            return Duration(months, timedelta(days=days, seconds=seconds))
        case Repeat():
            return Recurrence(write_rule(meaning, context), zone.key)
        case _:
            return None


def _utc(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)


def read_interval(
    phrase: str, now: datetime, zone: ZoneInfo, language: Language, prefer: Preference = "future"
) -> Interval | None:
    """Returns the interval of a phrase that is two ends or a calendar day or period, and nothing else, or None.

    For a slot that asks for one ("leave"): "du 3 au 12 août", "next week", "demain de 14h à 16h".
    """
    context = _context(now, zone, language, prefer)
    meaning = _meaning(phrase, context, _INTERVAL)
    return _interval(meaning, zone)


def _interval(meaning: object, zone: ZoneInfo) -> Interval | None:
    match meaning:
        case Range(start, end):
            return Interval(_utc(start, zone), _utc(end, zone))
        case Period(first, end_day):
            return Interval(_utc(_midnight(first), zone), _utc(_midnight(end_day), zone))
        case Day(day):
            return Interval(_utc(_midnight(day), zone), _utc(_midnight(day + timedelta(days=1)), zone))
        case _:
            return None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def find(text: str, now: datetime, zone: ZoneInfo, language: Language, prefer: Preference = "future") -> Found | None:
    """Returns the longest window of a message that is a time, or None; a range and its ends are no times.

    The cost is bounded whatever the text: past some thousands of steps the longest window so far is returned.
    """
    context = _context(now, zone, language, prefer)
    start, end, meaning = _window(text, context, _MESSAGE)
    value = settle_value(meaning, context, zone)
    return _found(text, start, end, value) if value else None


def find_interval(
    text: str, now: datetime, zone: ZoneInfo, language: Language, prefer: Preference = "future"
) -> Found | None:
    """Returns the longest window of a message that is an interval, as `read_interval` reads them, or None."""
    context = _context(now, zone, language, prefer)
    start, end, meaning = _window(text, context, _INTERVAL)
    value = _interval(meaning, zone)
    return _found(text, start, end, value) if value else None


def _window(text: str, context: Context, categories: tuple[str, ...]) -> tuple[int, int, object]:
    from bot.times.searching import longest_window

    return longest_window(text, context, categories)


def _found(text: str, start: int, end: int, value: Value | Interval) -> Found:
    left, right = text[:start].rstrip(), text[end:].lstrip()
    space = "" if right.startswith(_CLOSING) else " "
    return Found(value, start, end, f"{left}{space}{right}".strip())
