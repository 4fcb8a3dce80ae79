"""Values in the form of the time corpus's scorer; used by `comptoir when --jsonl` and by the benchmark.

A case has `id`, `ref` (local, naive), `lang`, and `phrase` or, for a whole message, `sentence`; `want` is "duration"
where the slot is one. A prediction is None (no time) or a mapping with a `kind`: instant, interval, open, duration or
recurrence. That of a message also has `span`, where in the message it stands.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import cast
from zoneinfo import ZoneInfo

from bot.times.reading import find, find_interval, read, read_interval
from bot.times.values import Date, Deadline, Duration, Instant, Interval, Language, NotBefore, Recurrence, Value, Want

_ZONE = ZoneInfo("UTC")  # the corpus's clocks are local and never change
Prediction = dict[str, object]


def predict(case: Mapping[str, object]) -> dict[str, object]:
    """Returns `{"id", "pred"}` for a case. Raises KeyError on a case without `ref`, `lang`, `phrase` or `sentence`."""
    now = datetime.fromisoformat(str(case["ref"])).replace(tzinfo=UTC)
    language = cast(Language, case["lang"])
    if "sentence" in case:
        return {"id": case.get("id"), "pred": _of_message(str(case["sentence"]), now, language)}
    phrase, want = str(case["phrase"]), cast(Want, case.get("want", "when"))
    value = read(phrase, now, _ZONE, language, want=want) or read_interval(phrase, now, _ZONE, language)
    return {"id": case.get("id"), "pred": prediction(value, _ZONE) if value else None}


def _of_message(text: str, now: datetime, language: Language) -> Prediction | None:
    found = find(text, now, _ZONE, language) or find_interval(text, now, _ZONE, language)
    return {**prediction(found.value, _ZONE), "span": [found.start, found.end]} if found else None


def prediction(value: Value | Interval, zone: ZoneInfo) -> Prediction:
    """Returns a value in the scorer's form; a day is its first instant, times are local in `zone` and naive."""
    match value:
        case Instant(at):
            return {"kind": "instant", "value": _local(at, zone)}
        case Date(day):
            return {"kind": "instant", "value": f"{day.isoformat()}T00:00:00"}
        case Deadline(at):
            return {"kind": "open", "direction": "before", "value": _local(at, zone)}
        case NotBefore(at):
            return {"kind": "open", "direction": "after", "value": _local(at, zone)}
        case Interval(start, end):
            return {"kind": "interval", "start": _local(start, zone), "end": _local(end, zone)}
        case Duration(months, delta):
            return {"kind": "duration", "seconds": delta.total_seconds(), "months": months}
        case Recurrence(rule):
            return {"kind": "recurrence", "rrule": rule.rpartition("\n")[2].removeprefix("RRULE:")}


def _local(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).replace(tzinfo=None).isoformat()
