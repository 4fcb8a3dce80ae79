"""Values told back in the person's words; every sentence made here is one that `read` understands the same way."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.times.meanings import Context
from bot.times.names import MONTHS, WEEKDAYS
from bot.times.telling_rules import tell_rule
from bot.times.values import Date, Deadline, Duration, Instant, Language, NotBefore, Recurrence, Value

_SPACE = "\N{NO-BREAK SPACE}"
_NOON = 12
_FRENCH_FORTNIGHT = 15  # "15 jours" would be read as two weeks
_NEAR = range(1, 7)  # days ahead at which a weekday's name is enough

_BEFORE = {"fr": "avant", "en": "before"}
_FROM = {"fr": "à partir de", "en": "from"}
_AT = {"fr": "à", "en": "at"}
_WINTER = {"fr": "(heure d'hiver)", "en": "(standard time)"}
_AND = {"fr": " et ", "en": " and "}
_UNITS = {
    "fr": (
        ("an", "ans"),
        ("mois", "mois"),
        ("semaine", "semaines"),
        ("jour", "jours"),
        ("heure", "heures"),
        ("minute", "minutes"),
        ("seconde", "secondes"),
    ),
    "en": (
        ("year", "years"),
        ("month", "months"),
        ("week", "weeks"),
        ("day", "days"),
        ("hour", "hours"),
        ("minute", "minutes"),
        ("second", "seconds"),
    ),
}


def tell(value: Value, language: Language, zone: ZoneInfo, now: datetime) -> str:
    """Returns a value in words: "jeudi 26 novembre à 9 h", "every Monday at 7:45 am", "20 minutes".

    Read back with the same `now`, zone and language, the words are the same value. A weekday is always told, the year
    only when it is not the one at hand. Raises ValueError when `now` is naive.
    """
    if now.tzinfo is None:
        raise ValueError(f"now must be aware of its zone, got {now!r}")
    context = Context(now.astimezone(zone), language, "future")
    match value:
        case Instant(at):
            return _tell_moment(at.astimezone(zone), context)
        case Date(day):
            return tell_day(day, language, context.today)
        case Duration():
            return _tell_duration(value, language)
        case Deadline(at):
            return _tell_deadline(at.astimezone(zone), context)
        case NotBefore(at):
            return f"{_FROM[language]} {_tell_bound(at.astimezone(zone), context)}"
        case Recurrence(rule):
            return tell_rule(rule, language)


def _tell_moment(local: datetime, context: Context) -> str:
    ahead = context.is_ahead(local.replace(tzinfo=None))
    day = _day_in_words(local.date(), context.language, with_year=local.year != context.today.year or not ahead)
    words = f"{day} {_AT[context.language]} {_hour_in_words(local, context.language)}"
    return f"{words} {_WINTER[context.language]}" if local.fold else words


def _tell_deadline(local: datetime, context: Context) -> str:
    """Returns a deadline; in English one at midnight is told by the last day that will do."""
    if context.language == "en" and local.time() == time():
        return f"by {_tell_bound(local - timedelta(days=1), context)}"
    return f"{_BEFORE[context.language]} {_tell_bound(local, context)}"


def _tell_bound(local: datetime, context: Context) -> str:
    """Returns a moment, by its weekday alone within the week, by its day alone at midnight."""
    at_midnight = local.time() == time()
    if (local.date() - context.today).days not in _NEAR:
        return tell_day(local.date(), context.language, context.today) if at_midnight else _tell_moment(local, context)
    weekday = WEEKDAYS[context.language][local.weekday()]
    return weekday if at_midnight else f"{weekday} {_hour_in_words(local, context.language)}"


def tell_day(day: date, language: Language, today: date) -> str:
    """Returns a day with its weekday: "jeudi 26 novembre", "Thursday, November 26, 2027"."""
    return _day_in_words(day, language, with_year=day.year != today.year or day < today)


def _day_in_words(day: date, language: Language, *, with_year: bool) -> str:
    weekday, month = WEEKDAYS[language][day.weekday()], MONTHS[language][day.month - 1]
    if language == "fr":
        year = f" {day.year}" if with_year else ""
        return f"{weekday} {'1er' if day.day == 1 else day.day} {month}{year}"
    year = f", {day.year}" if with_year else ""
    return f"{weekday}, {month} {day.day}{year}"


def tell_hour(at: datetime, language: Language, zone: ZoneInfo) -> str:
    """Returns the hour of an instant on the zone's wall clock: "9 h 05" with non-breaking spaces, "9:05 am"."""
    return _hour_in_words(at.astimezone(zone), language)


def _hour_in_words(local: datetime, language: Language) -> str:
    if language == "fr":
        return _french_hour(local)
    half = "am" if local.hour < _NOON else "pm"
    minute = f":{local:%M}" if local.minute or local.second else ""
    second = f":{local:%S}" if local.second else ""
    return f"{(local.hour - 1) % _NOON + 1}{minute}{second} {half}"


def _french_hour(local: datetime) -> str:
    words = [str(local.hour), "h"]
    if local.minute or local.second:
        words.append(f"{local:%M}")
    if local.second:
        words += ["min", f"{local:%S}", "s"]
    return _SPACE.join(words)


def _tell_duration(duration: Duration, language: Language) -> str:
    counts = (
        *divmod(duration.months, 12),
        *_weeks_and_days(duration.delta.days, language),
        *_clock_units(duration.delta),
    )
    told = [
        f"{_number(count, language)}{_SPACE}{plural if count >= 2 or (count != 1 and language == 'en') else singular}"
        for count, (singular, plural) in zip(counts, _UNITS[language], strict=True)
        if count
    ]
    return _AND[language].join(told) or f"0{_SPACE}minutes"


def _weeks_and_days(days: int, language: Language) -> tuple[int, int]:
    if days % 7 == 0 or (days == _FRENCH_FORTNIGHT and language == "fr"):
        return divmod(days, 7)
    return 0, days


def _clock_units(delta: timedelta) -> tuple[int, int, float]:
    hours, rest = divmod(delta.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return hours, minutes, seconds + delta.microseconds / 1_000_000


def _number(count: float, language: Language) -> str:
    text = f"{count:g}" if count == int(count) else f"{count:.3f}".rstrip("0")
    return text.replace(".", ",") if language == "fr" else text
