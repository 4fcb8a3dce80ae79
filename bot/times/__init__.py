"""Time phrases in French and English: read, found in a message, repeated, and told back.

Used wherever a person types a time (goal, snooze, plan, last contact, settings, leave) and wherever one is read back.
Pure and synchronous; the clock and the zone are arguments. Nothing heavy is imported before it is needed.
"""

from bot.times.occurrences import next_after, with_hour
from bot.times.reading import find, find_interval, read, read_interval
from bot.times.telling import tell, tell_day, tell_hour
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

__all__ = [
    "Date",
    "Deadline",
    "Duration",
    "Found",
    "Instant",
    "Interval",
    "Language",
    "NotBefore",
    "Preference",
    "Recurrence",
    "Value",
    "Want",
    "find",
    "find_interval",
    "next_after",
    "read",
    "read_interval",
    "tell",
    "tell_day",
    "tell_hour",
    "with_hour",
]
