"""Phrases as people type them, and what they mean."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.times import Instant, Language, Value, read
from tests.times.paris import NOW, PARIS, at, before, every, lasting, on, since

FRENCH: list[tuple[str, Value]] = [
    # named in the issue
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
    # hours
    ("18h30", at("2026-11-26T18:30")),
    ("9 h 05", at("2026-11-27T09:05")),
    ("9\u00a0h\u00a030", at("2026-11-27T09:30")),
    ("dix-huit heures trente", at("2026-11-26T18:30")),
    ("neuf heures et demie", at("2026-11-27T09:30")),
    ("huit heures moins le quart", at("2026-11-27T07:45")),
    ("midi moins dix", at("2026-11-26T11:50")),
    ("midi et quart", at("2026-11-26T12:15")),
    ("à 10 h pile", at("2026-11-27T10:00")),
    ("ce midi", at("2026-11-26T12:00")),
    ("minuit", at("2026-11-27T00:00")),
    ("huit trente", at("2026-11-27T08:30")),
    ("19h56min30s", at("2026-11-26T19:56:30")),
    ("8h du soir", at("2026-11-26T20:00")),
    ("3h du mat", at("2026-11-27T03:00")),
    ("quinze heures passées de dix minutes", at("2026-11-26T15:10")),
    # parts of the day
    ("ce soir", at("2026-11-26T19:00")),
    ("ce soir à 1h", at("2026-11-27T01:00")),
    ("ce matin", at("2026-11-26T11:00")),
    ("demain matin", at("2026-11-27T09:00")),
    ("demain matin à 8h", at("2026-11-27T08:00")),
    ("lundi en fin d'après-midi", at("2026-11-30T17:00")),
    ("tôt le matin", at("2026-11-27T08:00")),
    ("en milieu d'après-midi", at("2026-11-26T15:00")),
    ("demain en fin de journée", at("2026-11-27T18:00")),
    ("en début de journée", at("2026-11-27T09:00")),
    ("matinée du 15 février", at("2027-02-15T09:00")),
    ("hier soir", at("2026-11-25T19:00")),
    ("à 15h cet après-midi", at("2026-11-26T15:00")),
    ("vers 7h demain matin", at("2026-11-27T07:00")),
    ("plus tard cet après-midi", at("2026-11-26T17:00")),
    ("10h le matin du 3 mars", at("2027-03-03T10:00")),
    # days
    ("demain", on("2026-11-27")),
    ("avant-hier", on("2026-11-24")),
    ("à lundi", on("2026-11-30")),
    ("lundi prochain", on("2026-11-30")),
    ("lundi dernier", on("2026-11-23")),
    ("ce vendredi", on("2026-11-27")),
    ("lundi en huit", on("2026-12-07")),
    ("lundi en quinze", on("2026-12-14")),
    ("mercredi de la semaine prochaine", on("2026-12-02")),
    ("jeudi suivant", on("2026-12-03")),
    ("le 27", on("2026-11-27")),
    ("le 15 du mois prochain", on("2026-12-15")),
    ("le dernier jour du mois", on("2026-11-30")),
    ("le premier lundi du mois prochain", on("2026-12-07")),
    ("le dernier vendredi du mois", on("2026-11-27")),
    ("premier mardi du mois", on("2026-12-01")),
    ("vendredi 27", on("2026-11-27")),
    ("dimanche 31", on("2027-01-31")),
    ("24/12", on("2026-12-24")),
    ("24 12 26", on("2026-12-24")),
    ("le 31 10", on("2027-10-31")),
    ("12/25/2026", on("2026-12-25")),
    ("2026-12-24T18:00", at("2026-12-24T18:00")),
    ("20261224", on("2026-12-24")),
    ("1er avril 78", on("1978-04-01")),
    ("mardi 24 décembre 2026", on("2026-12-24")),
    ("ce 12/05", on("2026-05-12")),
    ("deuxième jour d'août", on("2027-08-02")),
    ("le 3 mars de l'année prochaine", on("2027-03-03")),
    ("29/2", on("2028-02-29")),
    ("le vingt-sixième jour de mai", on("2027-05-26")),
    ("2026/23/déc", on("2026-12-23")),
    # counted from now or from a day
    ("dans 3 jours à 9h", at("2026-11-29T09:00")),
    ("dans 3/4 d'heure", at("2026-11-26T11:15")),
    ("dans une dizaine de minutes", at("2026-11-26T10:40")),
    ("dans une petite heure", at("2026-11-26T11:30")),
    ("dans 1 an et 2 jours", on("2027-11-28")),
    ("lundi dans 15 jours", on("2026-12-07")),
    ("deux jours après Noël", on("2026-12-27")),
    ("3 jours avant le 15 décembre", on("2026-12-12")),
    ("trois semaines à compter de demain", on("2026-12-18")),
    ("deux lundis à partir d'aujourd'hui", on("2026-12-07")),
    ("une heure avant midi", at("2026-11-26T11:00")),
    ("deux heures après demain 9h", at("2026-11-27T11:00")),
    ("il y a deux heures", at("2026-11-26T08:30")),
    ("il y a 1 jour et 2 heures", at("2026-11-25T08:30")),
    ("demain à la même heure", at("2026-11-27T10:30")),
    ("maintenant", at("2026-11-26T10:30")),
    # weeks, months, years
    ("la semaine prochaine", on("2026-11-30")),
    ("cette semaine", on("2026-11-26")),
    ("la semaine dernière", on("2026-11-16")),
    ("le mois pro", on("2026-12-01")),
    ("en mars", on("2027-03-01")),
    ("en mars dernier", on("2026-03-01")),
    ("mars 2028", on("2028-03-01")),
    ("juin de l'année prochaine", on("2027-06-01")),
    ("au mois de mars", on("2027-03-01")),
    ("la semaine d'avant", on("2026-11-16")),
    ("mi-décembre", on("2026-12-15")),
    ("début janvier", on("2027-01-01")),
    ("fin de semaine prochaine", on("2026-12-04")),
    ("au début du mois", on("2026-12-01")),
    ("en milieu de semaine", on("2026-12-02")),
    ("fin 2027", on("2027-12-31")),
    ("ce week-end", on("2026-11-28")),
    ("première semaine de janvier 2027", on("2027-01-04")),
    ("la semaine du 7 décembre", on("2026-12-07")),
    ("deuxième trimestre 2027", on("2027-04-01")),
    ("T1 2028", on("2028-01-01")),
    ("en 2028", on("2028-01-01")),
    # feasts
    ("à Noël", on("2026-12-25")),
    ("lundi de Pâques", on("2027-03-29")),
    ("Pâques 2028", on("2028-04-16")),
    ("la Toussaint 2027", on("2027-11-01")),
    # one open end
    ("avant vendredi 18h", before("2026-11-27T18:00")),
    ("avant vendredi", before("2026-11-27T00:00")),
    ("d'ici vendredi", before("2026-11-28T00:00")),
    ("vendredi 18h au plus tard", before("2026-11-27T18:00")),
    ("demain avant 17h", before("2026-11-27T17:00")),
    ("avant la fin du mois", before("2026-12-01T00:00")),
    ("avant mars", before("2027-03-01T00:00")),
    ("d'ici la semaine prochaine", before("2026-12-07T00:00")),
    ("sous 48h", before("2026-11-28T10:30")),
    ("d'ici 15 jours", before("2026-12-11T00:00")),
    ("dans la semaine", before("2026-11-30T00:00")),
    ("jusqu'au 15 décembre", before("2026-12-16T00:00")),
    ("avant 2028", before("2028-01-01T00:00")),
    ("après 16h", since("2026-11-26T16:00")),
    ("vendredi à partir de midi", since("2026-11-27T12:00")),
    ("pas avant lundi", since("2026-11-30T00:00")),
    ("à partir du 15", since("2026-12-15T00:00")),
    ("après Noël", since("2026-12-26T00:00")),
    ("après la fin du mois", since("2026-12-01T00:00")),
    ("après mars", since("2027-04-01T00:00")),
    ("dès mars", since("2027-03-01T00:00")),
    ("depuis lundi", since("2026-11-23T00:00")),
    ("01/01/2027 et après", since("2027-01-01T00:00")),
    # lengths
    ("20 min", lasting(minutes=20)),
    ("quinze jours", lasting(days=14)),
    ("pendant 20 minutes max", lasting(minutes=20)),
    ("un quart d'heure", lasting(minutes=15)),
    ("3,5 ans", lasting(months=42)),
    ("un mois et demi", lasting(months=1, days=15)),
    ("2'", lasting(minutes=2)),
    ('30"', lasting(seconds=30)),
    ("toute la semaine", lasting(days=7)),
    ("2 min 30", lasting(minutes=2, seconds=30)),
    # recurrences
    ("tous les jours", every("FREQ=DAILY")),
    ("chaque matin à 8h", every("FREQ=DAILY;BYHOUR=8;BYMINUTE=0")),
    ("tous les soirs", every("FREQ=DAILY;BYHOUR=19;BYMINUTE=0")),
    ("les jours ouvrés à 9h", every("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0")),
    ("jeudis à 17h30", every("FREQ=WEEKLY;BYDAY=TH;BYHOUR=17;BYMINUTE=30")),
    ("le lundi et le jeudi à 9h", every("FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=9;BYMINUTE=0")),
    ("chaque lundi, mercredi et vendredi", every("FREQ=WEEKLY;BYDAY=MO,WE,FR")),
    ("tous les quinze jours", every("FREQ=WEEKLY;INTERVAL=2", "20261126")),
    ("un lundi sur deux", every("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "20261130")),
    ("toutes les 2 semaines le jeudi à 9h", every("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;BYHOUR=9;BYMINUTE=0", "20261203")),
    ("le 3 de chaque mois", every("FREQ=MONTHLY;BYMONTHDAY=3")),
    ("tous les 1er du mois", every("FREQ=MONTHLY;BYMONTHDAY=1")),
    ("le dernier vendredi de chaque mois à 16h", every("FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=16;BYMINUTE=0")),
    ("tous les derniers vendredis du mois", every("FREQ=MONTHLY;BYDAY=-1FR")),
    ("tous les trimestres", every("FREQ=MONTHLY;INTERVAL=3", "20261126")),
    ("chaque année le 1er mai", every("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1")),
    ("toutes les 45 minutes", every("FREQ=MINUTELY;INTERVAL=45")),
    ("une fois par semaine le jeudi", every("FREQ=WEEKLY;BYDAY=TH")),
]
ENGLISH: list[tuple[str, Value]] = [
    ("tomorrow at 5", at("2026-11-27T17:00")),
    ("on the 3rd at noon", at("2026-12-03T12:00")),
    ("5/6", on("2027-05-06")),
    ("in half an hour", at("2026-11-26T11:00")),
    ("at 9", at("2026-11-27T09:00")),
    ("9a", at("2026-11-27T09:00")),
    ("half three", at("2026-11-26T15:30")),
    ("18:30h", at("2026-11-26T18:30")),
    ("early tomorrow morning", at("2026-11-27T08:00")),
    ("late tomorrow night", at("2026-11-27T23:00")),
    ("the first monday of this month", on("2026-11-02")),
    ("the weekend", on("2026-11-28")),
    ("half past seven", at("2026-11-27T07:30")),
    ("a quarter to seven", at("2026-11-27T06:45")),
    ("twenty past 3pm", at("2026-11-26T15:20")),
    ("ten to noon", at("2026-11-26T11:50")),
    ("nine fifty nine a m", at("2026-11-27T09:59")),
    ("0930", at("2026-11-27T09:30")),
    ("12am", at("2026-11-27T00:00")),
    ("7:56:30 pm", at("2026-11-26T19:56:30")),
    ("8.10 pm", at("2026-11-26T20:10")),
    ("11ish", at("2026-11-26T11:00")),
    ("9 o'clock", at("2026-11-27T09:00")),
    ("for a quarter past noon", at("2026-11-26T12:15")),
    ("8 in the evening", at("2026-11-26T20:00")),
    ("in the morning at 7", at("2026-11-27T07:00")),
    ("tonight", at("2026-11-26T20:00")),
    ("tuesday late afternoon", at("2026-12-01T17:00")),
    ("last night at 8", at("2026-11-25T20:00")),
    ("march eighteenth nine thirty", at("2027-03-18T09:30")),
    ("friday the 27th around 4", at("2026-11-27T16:00")),
    ("end of this sunday", at("2026-11-29T23:59:59")),
    ("at 7 in 3 weeks", at("2026-12-17T07:00")),
    ("next monday", on("2026-11-30")),
    ("friday after next", on("2026-12-04")),
    ("on friday next week", on("2026-12-04")),
    ("monday two weeks from now", on("2026-12-07")),
    ("2 thursdays ago", on("2026-11-12")),
    ("the last Friday of next month", on("2026-12-25")),
    ("fifth last day of May", on("2027-05-27")),
    ("the first Tuesday of October", on("2027-10-05")),
    ("20th day of next month", on("2026-12-20")),
    ("the 24th", on("2026-12-24")),
    ("May twenty-first", on("2027-05-21")),
    ("September the twenty-first nineteen seventy eight", on("1978-09-21")),
    ("september 10, nineteen zero one", on("1901-09-10")),
    ("31/12/2026", on("2026-12-31")),
    ("12.24", on("2026-12-24")),
    ("the day after tomorrow", on("2026-11-28")),
    ("3 days after january 12th", on("2027-01-15")),
    ("in 2 weeks' time", on("2026-12-10")),
    ("a fortnight ago", on("2026-11-12")),
    ("next week", on("2026-11-30")),
    ("the week of december 7th", on("2026-12-07")),
    ("the third last week of 2026", on("2026-12-14")),
    ("this quarter", on("2026-11-26")),
    ("Q1", on("2027-01-01")),
    ("next march", on("2027-03-01")),
    ("last march", on("2026-03-01")),
    ("march in 2 years", on("2029-03-01")),
    ("2027 june", on("2027-06-01")),
    ("11/2027", on("2027-11-01")),
    ("EOM", on("2026-11-30")),
    ("eow", on("2026-11-27")),
    ("eoy", on("2026-12-31")),
    ("christmas 2027", on("2027-12-25")),
    ("by Friday", before("2026-11-28T00:00")),
    ("by the end of next week", before("2026-12-07T00:00")),
    ("by eod friday", before("2026-11-27T18:00")),
    ("until 2:00pm", before("2026-11-26T14:00")),
    ("within 48 hours", before("2026-11-28T10:30")),
    ("within the week", before("2026-11-30T00:00")),
    ("3 pm or later on monday", since("2026-11-30T15:00")),
    ("starting monday", since("2026-11-30T00:00")),
    ("since monday", since("2026-11-23T00:00")),
    ("after 2027", since("2028-01-01T00:00")),
    ("half an hour", lasting(minutes=30)),
    ("1 hr 20 min", lasting(minutes=80)),
    ("1h", lasting(hours=1)),
    ("an hour and a half", lasting(minutes=90)),
    ("two and a half hours", lasting(minutes=150)),
    ("½ hour", lasting(minutes=30)),
    ("half a year", lasting(months=6)),
    ("a couple of days", lasting(days=2)),
    ("every other Friday", every("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "20261127")),
    ("every weekday at 8:30", every("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=30")),
    ("mon-fri at 9", every("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0")),
    ("tuesday afternoons", every("FREQ=WEEKLY;BYDAY=TU;BYHOUR=14;BYMINUTE=0")),
    ("every monday morning", every("FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0")),
    ("every day in the evening at 8", every("FREQ=DAILY;BYHOUR=20;BYMINUTE=0")),
    ("every half hour", every("FREQ=MINUTELY;INTERVAL=30")),
    ("at 10 am on 15th of every month", every("FREQ=MONTHLY;BYMONTHDAY=15;BYHOUR=10;BYMINUTE=0")),
    ("the 4th of every 3 months", every("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=4", "20261204")),
    ("every 3 months on the first friday", every("FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR", "20261204")),
    ("every year on the fourth thursday of november", every("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")),
    ("every 12/25", every("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25")),
    ("monthly on tue and fri", every("FREQ=MONTHLY;BYDAY=TU,FR")),
    ("the last day of each month", every("FREQ=MONTHLY;BYMONTHDAY=-1")),
    ("first of each month", every("FREQ=MONTHLY;BYMONTHDAY=1")),
    ("every 4 weekends", every("FREQ=WEEKLY;INTERVAL=4;BYDAY=SA,SU", "20261128")),
    ("biweekly", every("FREQ=WEEKLY;INTERVAL=2", "20261126")),
]


@pytest.mark.parametrize(("phrase", "value"), FRENCH)
def test_a_french_phrase_is_understood(phrase: str, value: Value) -> None:
    assert read(phrase, NOW, PARIS, "fr") == value


@pytest.mark.parametrize(("phrase", "value"), ENGLISH)
def test_an_english_phrase_is_understood(phrase: str, value: Value) -> None:
    assert read(phrase, NOW, PARIS, "en") == value


SLIPS: list[tuple[Language, str, str]] = [
    ("fr", "mecredi 14h", "mercredi 14h"),
    ("fr", "jeuid", "jeudi"),
    ("fr", "vendrredi", "vendredi"),
    ("fr", "samdi", "samedi"),
    ("fr", "12 janver", "12 janvier"),
    ("fr", "3 décembte", "3 décembre"),
    ("fr", "demian 9h", "demain 9h"),
    ("en", "teusday at 4", "tuesday at 4"),
    ("en", "wendesday", "wednesday"),
    ("en", "febuary 3", "february 3"),
    ("en", "tomorow at 9", "tomorrow at 9"),
]


@pytest.mark.parametrize(("language", "slip", "meant"), SLIPS)
def test_one_slip_in_a_weekday_or_a_month_is_forgiven(language: Language, slip: str, meant: str) -> None:
    assert read(slip, NOW, PARIS, language) == read(meant, NOW, PARIS, language) is not None


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        *(
            ("fr", phrase)
            for phrase in ("bonjour", "deux trois minutes", "3", "jamais", "rappelle Paul", "un mari", "à 25h")
        ),
        *(
            ("fr", phrase)
            for phrase in ("le 31 février", "12h75", "32/12", "demain peut-être", "", " ", "…", "x" * 301)
        ),
        *(("fr", phrase) for phrase in ("du 3 au 12 août", "entre 9h et 10h", "lundi ou mardi", "lundi " * 40)),
        *(("en", phrase) for phrase in ("hello", "25", "match", "at 25", "feb 30", "13/13", "from 9 to 5", "soon")),
        *(
            ("en", phrase)
            for phrase in (
                "jan 3-5",
                "between monday and wednesday",
                "the next three days",
                "in 2000 years",
                "9" * 12 + " hours",
            )
        ),
    ],
)
def test_what_is_no_single_time_is_refused(language: Language, phrase: str) -> None:
    assert read(phrase, NOW, PARIS, language) is None


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("lundi", on("2026-11-23")),
        ("jeudi 9h", at("2026-11-26T09:00")),
        ("jeudi 18h", at("2026-11-19T18:00")),
        ("le 3", on("2026-11-03")),
        ("3 mars", on("2026-03-03")),
        ("en décembre", on("2025-12-01")),
        ("9h", at("2026-11-26T09:00")),
        ("18h", at("2026-11-25T18:00")),
        ("Noël", on("2025-12-25")),
        ("Pâques", on("2026-04-05")),
        ("vendredi 13", on("2026-11-13")),
    ],
)
def test_an_open_phrase_falls_in_the_past_where_that_is_preferred(phrase: str, value: Value) -> None:
    assert read(phrase, NOW, PARIS, "fr", "past") == value


@pytest.mark.parametrize(
    ("language", "phrase", "value"),
    [
        ("fr", "1h30", lasting(minutes=90)),
        ("fr", "2 heures", lasting(hours=2)),
        ("fr", "une heure et quart", lasting(minutes=75)),
        ("en", "1h30", lasting(minutes=90)),
        ("fr", "demain 9h", at("2026-11-27T09:00")),
    ],
)
def test_an_hour_is_a_length_where_a_length_is_wanted(language: Language, phrase: str, value: Value) -> None:
    assert read(phrase, NOW, PARIS, language, want="duration") == value


def test_a_weekday_named_today_is_in_a_week_unless_its_hour_is_still_to_come() -> None:
    assert read("jeudi", NOW, PARIS, "fr") == on("2026-12-03")
    assert read("jeudi 18h", NOW, PARIS, "fr") == at("2026-11-26T18:00")
    assert read("jeudi 9h", NOW, PARIS, "fr") == at("2026-12-03T09:00")


def test_a_day_named_today_comes_again_when_its_hour_has_passed() -> None:
    assert read("le 26 à 18h", NOW, PARIS, "fr") == at("2026-11-26T18:00")
    assert read("le 26 à 9h", NOW, PARIS, "fr") == at("2026-12-26T09:00")
    assert read("26/11 9h", NOW, PARIS, "fr") == at("2027-11-26T09:00")
    assert read("le 26 novembre à 9h", NOW, PARIS, "fr") == at("2027-11-26T09:00")


def test_a_part_of_today_that_is_over_falls_on_what_is_left_of_it() -> None:
    evening = datetime(2026, 11, 26, 20, 30, tzinfo=PARIS)
    assert read("ce soir", evening, PARIS, "fr") == at("2026-11-26T21:00")
    assert read("ce matin", evening, PARIS, "fr") == at("2026-11-26T09:00")
    assert read("le matin", evening, PARIS, "fr") == at("2026-11-27T09:00")


def test_an_instant_counted_in_minutes_is_on_the_minute_and_never_early() -> None:
    now = NOW.replace(second=42, microsecond=7)
    assert read("dans 20 minutes", now, PARIS, "fr") == at("2026-11-26T10:51")
    assert read("dans 20 secondes", now, PARIS, "fr") == at("2026-11-26T10:31:02")


def test_a_time_that_the_spring_gap_skips_moves_forward() -> None:
    assert read("28/3/2027 2h30", NOW, PARIS, "fr") == at("2027-03-28T03:30")


def test_elapsed_hours_are_counted_across_the_autumn_fold() -> None:
    eve = datetime(2026, 10, 25, 1, 30, tzinfo=PARIS)
    assert read("dans 2 heures", eve, PARIS, "fr") == Instant(eve.astimezone(UTC) + timedelta(hours=2))


def test_a_clock_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        read("demain", datetime(2026, 11, 26), PARIS, "fr")  # noqa: DTZ001 - the point of the test


def test_the_zone_is_the_person_s_whatever_the_zone_of_the_clock() -> None:
    tokyo = NOW.astimezone(ZoneInfo("Asia/Tokyo"))
    assert read("demain 9h", tokyo, PARIS, "fr") == at("2026-11-27T09:00")
