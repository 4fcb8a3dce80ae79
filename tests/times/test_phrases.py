"""Phrases as people type them, and what they mean; it is Thursday 26 November 2026, 10:30 in Paris."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.times import (
    Date,
    Deadline,
    Duration,
    Instant,
    Language,
    NotBefore,
    Preference,
    Recurrence,
    Value,
    Want,
    read,
)

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 26, 10, 30, tzinfo=PARIS)


def at(text: str) -> Instant:
    return Instant(_utc(text))


def before(text: str) -> Deadline:
    return Deadline(_utc(text))


def since(text: str) -> NotBefore:
    return NotBefore(_utc(text))


def on(text: str) -> Date:
    return Date(date.fromisoformat(text))


def lasting(months: int = 0, **units: float) -> Duration:
    return Duration(months, timedelta(**units))


def every(rule: str) -> Recurrence:
    return Recurrence(rule, "Europe/Paris")


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS).astimezone(UTC)


def understood(
    phrase: str, language: Language, prefer: Preference = "future", want: Want = "when", now: datetime = NOW
) -> Value | None:
    return read(phrase, now, PARIS, language, prefer, want)


FRENCH: list[tuple[str, Value]] = [
    ("demain 9h", at("2026-11-27T09:00")),
    ("aujourd'hui 18h", at("2026-11-26T18:00")),
    ("vendredi à 17 heures", at("2026-11-27T17:00")),
    ("17 mars 10h", at("2027-03-17T10:00")),
    ("dans 1h30", at("2026-11-26T12:00")),
    ("après demain", on("2026-11-28")),
    ("lundi 9h", at("2026-11-30T09:00")),
    ("5/6", on("2027-06-05")),
    ("du lundi au vendredi à 9h", every("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0")),
    ("fin du mois", on("2026-11-30")),
    ("avant 18h", before("2026-11-26T18:00")),
    ("tous les lundis et jeudis à 7h45", every("FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=7;BYMINUTE=45")),
    ("le 3 à midi", at("2026-12-03T12:00")),
    ("il y a 3 mois", on("2026-08-26")),
    ("une demi-heure", lasting(minutes=30)),
]
ENGLISH: list[tuple[str, Value]] = [
    ("tomorrow at 5", at("2026-11-27T17:00")),
    ("on the 3rd at noon", at("2026-12-03T12:00")),
    ("5/6", on("2027-05-06")),
    ("in half an hour", at("2026-11-26T11:00")),
]


@pytest.mark.parametrize(("phrase", "value"), FRENCH)
def test_a_french_phrase_is_understood(phrase: str, value: Value) -> None:
    assert understood(phrase, "fr") == value


@pytest.mark.parametrize(("phrase", "value"), ENGLISH)
def test_an_english_phrase_is_understood(phrase: str, value: Value) -> None:
    assert understood(phrase, "en") == value
