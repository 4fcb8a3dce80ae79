"""Values told back: in words a person would use, that are read back to the same value."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.times import (
    Date,
    Deadline,
    Duration,
    Instant,
    Language,
    NotBefore,
    Recurrence,
    Value,
    read,
    tell,
    tell_day,
    tell_hour,
)
from tests.times.paris import NOW, PARIS, UNHURRIED, at, before, every, lasting, on, since, utc

TOLD: list[tuple[Language, Value, str]] = [
    ("fr", at("2026-11-26T18:00"), "jeudi 26 novembre à 18 h"),
    ("fr", at("2026-11-26T09:05"), "jeudi 26 novembre 2026 à 9 h 05"),
    ("fr", at("2026-12-01T09:00:20"), "mardi 1er décembre à 9 h 00 min 20 s"),
    ("fr", on("2026-11-30"), "lundi 30 novembre"),
    ("fr", on("2027-01-03"), "dimanche 3 janvier 2027"),
    ("fr", before("2026-11-27T18:00"), "avant vendredi 18 h"),
    ("fr", before("2026-12-24T18:00"), "avant jeudi 24 décembre à 18 h"),
    ("fr", before("2026-11-28T00:00"), "avant samedi"),
    ("fr", since("2026-11-30T00:00"), "à partir de lundi"),
    ("fr", since("2026-12-15T00:00"), "à partir de mardi 15 décembre"),
    ("fr", lasting(minutes=20), "20 minutes"),
    ("fr", lasting(minutes=90), "1 heure et 30 minutes"),
    ("fr", lasting(months=18), "1 an et 6 mois"),
    ("fr", lasting(days=15), "2 semaines et 1 jour"),
    ("fr", lasting(seconds=2.5), "2,5 secondes"),
    ("fr", lasting(), "0 minutes"),
    ("fr", every("FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=7;BYMINUTE=45"), "tous les lundis et jeudis à 7 h 45"),
    ("fr", every("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0"), "du lundi au vendredi à 9 h"),
    ("fr", every("FREQ=MONTHLY;BYDAY=-2FR"), "l'avant-dernier vendredi de chaque mois"),
    ("fr", every("FREQ=MONTHLY;BYMONTHDAY=-1"), "le dernier jour de chaque mois"),
    ("en", at("2026-11-26T18:00"), "Thursday, November 26 at 6 pm"),
    ("en", at("2026-12-01T09:00:20"), "Tuesday, December 1 at 9:00:20 am"),
    ("en", at("2026-11-27T00:00"), "Friday, November 27 at 12 am"),
    ("en", on("2027-01-03"), "Sunday, January 3, 2027"),
    ("en", before("2026-11-28T00:00"), "by Friday"),
    ("en", before("2026-11-27T18:00"), "before Friday 6 pm"),
    ("en", since("2026-11-30T09:00"), "from Monday 9 am"),
    ("en", lasting(days=15), "15 days"),
    ("en", every("FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=7;BYMINUTE=45"), "every Monday and Thursday at 7:45 am"),
    ("en", every("FREQ=MONTHLY;BYMONTHDAY=1,22,13"), "the 1st, 22nd and 13th of every month"),
]


@pytest.mark.parametrize(("language", "value", "words"), TOLD)
def test_a_value_is_told_in_the_person_s_words(language: Language, value: Value, words: str) -> None:
    assert tell(value, language, PARIS, NOW).replace("\u00a0", " ") == words


def test_french_hours_are_told_with_spaces_that_do_not_break() -> None:
    assert tell_hour(utc("2026-11-26T09:05"), "fr", PARIS) == "9\u00a0h\u00a005"
    assert tell_hour(utc("2026-11-26T21:05"), "en", PARIS) == "9:05 pm"


def test_a_day_is_told_with_its_weekday() -> None:
    assert tell_day(date(2026, 11, 30), "fr", NOW.date()) == "lundi 30 novembre"


def test_a_naive_clock_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        tell(on("2026-11-26"), "fr", PARIS, datetime(2026, 11, 26))  # noqa: DTZ001 - the point of the test


def test_a_rule_that_is_not_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a rule"):
        tell(Recurrence("weekly", "UTC"), "fr", PARIS, NOW)


def test_the_second_pass_of_the_autumn_hour_is_told_apart_from_the_first() -> None:
    second = Instant(datetime(2027, 10, 31, 1, 30, tzinfo=UTC))
    words = tell(second, "fr", PARIS, NOW)
    assert words.endswith("(heure d'hiver)")
    assert read(words, NOW, PARIS, "fr") == second


LANGUAGES = st.sampled_from(["fr", "en"])
ZONES = st.sampled_from([ZoneInfo(name) for name in ("Europe/Paris", "America/New_York", "Asia/Kolkata", "UTC")])
CLOCKS = st.datetimes(datetime(2000, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
SECONDS = CLOCKS.map(lambda moment: moment.replace(microsecond=0))
NEAR = st.timedeltas(timedelta(days=-15), timedelta(days=15)).map(
    lambda gap: timedelta(minutes=gap // timedelta(minutes=1))
)


@UNHURRIED
@given(SECONDS, NEAR, LANGUAGES, ZONES)
def test_a_near_instant_reads_back(now: datetime, gap: timedelta, language: Language, zone: ZoneInfo) -> None:
    for value in (Instant(now + gap), Deadline(now + gap), NotBefore(now + gap)):
        assert read(tell(value, language, zone, now), now, zone, language) == value


@UNHURRIED
@given(SECONDS, SECONDS, LANGUAGES, ZONES)
def test_any_instant_reads_back(now: datetime, moment: datetime, language: Language, zone: ZoneInfo) -> None:
    for value in (Instant(moment), Deadline(moment), NotBefore(moment), Date(moment.date())):
        assert read(tell(value, language, zone, now), now, zone, language) == value


@UNHURRIED
@given(st.integers(0, 600), st.integers(0, 10**8), LANGUAGES)
def test_a_duration_reads_back(months: int, seconds: int, language: Language) -> None:
    value = Duration(months, timedelta(seconds=seconds))
    assert read(tell(value, language, PARIS, NOW), NOW, PARIS, language, want="duration") == value


RECURRENCES: dict[Language, list[str]] = {
    "fr": [
        "tous les lundis", "tous les lundis et jeudis", "tous les mardis et dimanches", "tous les jours",
        "chaque jour ouvré", "tous les week-ends", "toutes les 3 semaines", "tous les 2 jours", "tous les mois",
        "le 3 de chaque mois", "le premier mardi de chaque mois", "tous les 3 mois le 4", "un mardi sur deux",
        "tous les ans le 29 février", "tous les 2 mois le dernier vendredi",
        "toutes les 3 semaines le lundi et le jeudi",
    ],
    "en": [
        "every Monday", "every Monday and Thursday", "every Tuesday and Sunday", "every day", "every weekday",
        "every weekend", "every 3 weeks", "every 2 days", "every month", "the 3rd of every month",
        "the first Tuesday of every month", "every 3 months on the 4th", "every other Tuesday",
        "every year on February 29", "every 2 months on the last Friday", "every 3 weeks on Monday and Thursday",
        "every 2 years on the third Sunday of June", "every 2 years on December 21 and 31",
    ],
}  # fmt: skip


@UNHURRIED
@given(st.data(), SECONDS, LANGUAGES, st.sampled_from(["", "9h30", "16h00"]))
def test_a_recurrence_reads_back(data: st.DataObject, now: datetime, language: Language, hour: str) -> None:
    phrase = data.draw(st.sampled_from(RECURRENCES[language]))
    at_hour = f" {'à' if language == 'fr' else 'at'} {hour}" if hour else ""
    value = read(phrase + at_hour, now, PARIS, language)
    assert isinstance(value, Recurrence)
    assert read(tell(value, language, PARIS, now), now, PARIS, language) == value


PIECES = """
    demain lundi le la 3 12 mars à 9h 30 midi tous les jours du au avant après fin semaine prochaine dans il y a
    an heures tomorrow every next last at the of 5 pm half past to from between in two weeks ago may day month first
    2026 / - : . , d'ici vingt et quart moins ce soir en huit sur deux T1 0 99 31 février
"""
WORDS = st.sampled_from(PIECES.split())


@UNHURRIED
@given(st.lists(WORDS, max_size=9), LANGUAGES, SECONDS)
def test_whatever_is_read_is_told_and_reads_back(words: list[str], language: Language, now: datetime) -> None:
    value = read(" ".join(words), now, PARIS, language)
    if value is not None:
        want = "duration" if isinstance(value, Duration) else "when"
        assert read(tell(value, language, PARIS, now), now, PARIS, language, want=want) == value  # type: ignore[arg-type]


@UNHURRIED
@given(st.text(max_size=80), LANGUAGES, st.sampled_from(["future", "past"]))
def test_no_phrase_raises(phrase: str, language: Language, prefer: str) -> None:
    read(phrase, NOW, PARIS, language, prefer)  # type: ignore[arg-type]
