"""Two ends, for a slot that asks for an interval: a leave, an absence."""

import pytest

from bot.times import Interval, Language, read, read_interval
from tests.times.paris import NOW, PARIS, between

INTERVALS: list[tuple[Language, str, Interval]] = [
    ("fr", "du 3 au 12 août", between("2027-08-03", "2027-08-13")),
    ("fr", "du 30 au 3 décembre", between("2026-11-30", "2026-12-04")),
    ("fr", "du 12 au 3", between("2026-12-12", "2027-01-04")),
    ("fr", "du 28 au 30", between("2026-11-28", "2026-12-01")),
    ("fr", "du lundi 3 au mercredi 12 août", between("2027-08-03", "2027-08-13")),
    ("fr", "du 10 juin au 1er juillet 2027", between("2027-06-10", "2027-07-02")),
    ("fr", "du 20 décembre au 4 janvier 2027", between("2026-12-20", "2027-01-05")),
    ("fr", "entre le 4 et le 22 du mois prochain", between("2026-12-04", "2026-12-23")),
    ("fr", "de mars à mai", between("2027-03-01", "2027-06-01")),
    ("fr", "de 2026 à 2028", between("2026-01-01", "2028-01-01")),
    ("fr", "du 22 janvier à aujourd'hui", between("2026-01-22", "2026-11-27")),
    ("fr", "de mars à aujourd'hui", between("2026-03-01", "2026-11-27")),
    ("fr", "entre 2025 et demain", between("2025-01-01", "2026-11-28")),
    ("fr", "de lundi à vendredi prochain", between("2026-11-30", "2026-12-05")),
    ("fr", "demain de 14h à 16h", between("2026-11-27T14:00", "2026-11-27T16:00")),
    ("fr", "entre 9h30 et 11h jeudi", between("2026-12-03T09:30", "2026-12-03T11:00")),
    ("fr", "de 22h à 6h", between("2026-11-26T22:00", "2026-11-27T06:00")),
    ("fr", "de 9h à midi demain matin", between("2026-11-27T09:00", "2026-11-27T12:00")),
    ("fr", "de 7h à 9h du soir", between("2026-11-26T19:00", "2026-11-26T21:00")),
    ("fr", "demain 9h à vendredi 18h", between("2026-11-27T09:00", "2026-11-27T18:00")),
    ("fr", "du 30 novembre à demain soir", between("2025-11-30", "2026-11-27T19:00")),
    ("fr", "les 3 prochains jours", between("2026-11-27", "2026-11-30")),
    ("fr", "les 2 dernières heures", between("2026-11-26T08:30", "2026-11-26T10:30")),
    ("fr", "le reste de la semaine", between("2026-11-26", "2026-11-30")),
    ("fr", "la semaine prochaine", between("2026-11-30", "2026-12-07")),
    ("fr", "demain", between("2026-11-27", "2026-11-28")),
    ("fr", "lundi pendant 3 jours", between("2026-11-30", "2026-12-03")),
    ("fr", "demain à 9h pendant 2 heures", between("2026-11-27T09:00", "2026-11-27T11:00")),
    ("en", "from 5 to 6pm tomorrow", between("2026-11-27T17:00", "2026-11-27T18:00")),
    ("en", "between 3 and 8am tomorrow", between("2026-11-27T03:00", "2026-11-27T08:00")),
    ("en", "from 10 to 3 tomorrow", between("2026-11-27T10:00", "2026-11-27T15:00")),
    ("en", "from 10 to 3pm tomorrow", between("2026-11-27T10:00", "2026-11-27T15:00")),
    ("en", "from 11 to 1am tomorrow", between("2026-11-27T23:00", "2026-11-28T01:00")),
    ("en", "from 5:15 to 5:45pm", between("2026-11-26T17:15", "2026-11-26T17:45")),
    ("en", "from 10:10pm to 3am", between("2026-11-26T22:10", "2026-11-27T03:00")),
    ("en", "4pm-5pm", between("2026-11-26T16:00", "2026-11-26T17:00")),
    ("en", "July 13 to 15", between("2027-07-13", "2027-07-16")),
    ("en", "from 13 to the 15th of July", between("2027-07-13", "2027-07-16")),
    ("en", "from next monday to friday", between("2026-11-30", "2026-12-05")),
    ("en", "jan 2027 to mar 2027", between("2027-01-01", "2027-04-01")),
    ("en", "the last two weeks", between("2026-11-12", "2026-11-26")),
    ("en", "14th feb from 9:30am for 7 hours", between("2027-02-14T09:30", "2027-02-14T16:30")),
]


@pytest.mark.parametrize(("language", "phrase", "interval"), INTERVALS)
def test_an_interval_is_understood(language: Language, phrase: str, interval: Interval) -> None:
    assert read_interval(phrase, NOW, PARIS, language) == interval


@pytest.mark.parametrize("phrase", ["bonjour", "dans 20 minutes", "de 9 à", "20 minutes"])
def test_what_is_no_interval_is_refused(phrase: str) -> None:
    assert read_interval(phrase, NOW, PARIS, "fr") is None


@pytest.mark.parametrize(("language", "phrase"), [(case[0], case[1]) for case in INTERVALS if " to " in case[1]])
def test_a_range_is_no_single_time(language: Language, phrase: str) -> None:
    assert read(phrase, NOW, PARIS, language) is None
