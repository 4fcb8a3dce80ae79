"""Recurrences in words: "tous les lundis et jeudis à 7 h 45", "the last Friday of every month at 9 am"."""

from collections.abc import Sequence

from bot.times.meanings import Clock, Repeat
from bot.times.names import MONTHS, WEEKDAYS
from bot.times.rules import parse_rule
from bot.times.values import Language

_SPACE = "\N{NO-BREAK SPACE}"
_WORKING_WEEK = tuple((0, day) for day in range(5))
_WEEKEND = ((0, 5), (0, 6))
_SETS = {
    "fr": {_WORKING_WEEK: "du lundi au vendredi", _WEEKEND: "tous les week-ends"},
    "en": {_WORKING_WEEK: "every weekday", _WEEKEND: "every weekend"},
}
_ORDINALS = {
    "fr": {
        1: "premier",
        2: "deuxième",
        3: "troisième",
        4: "quatrième",
        5: "cinquième",
        -1: "dernier",
        -2: "avant-dernier",
    },
    "en": {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "second to last"},
}
_PACES = {
    "fr": {
        "MINUTELY": ("toutes les minutes", "toutes les {} minutes"),
        "HOURLY": ("toutes les heures", "toutes les {} heures"),
        "DAILY": ("tous les jours", "tous les {} jours"),
        "WEEKLY": ("toutes les semaines", "toutes les {} semaines"),
        "MONTHLY": ("tous les mois", "tous les {} mois"),
        "YEARLY": ("tous les ans", "tous les {} ans"),
    },
    "en": {
        "MINUTELY": ("every minute", "every {} minutes"),
        "HOURLY": ("every hour", "every {} hours"),
        "DAILY": ("every day", "every {} days"),
        "WEEKLY": ("every week", "every {} weeks"),
        "MONTHLY": ("every month", "every {} months"),
        "YEARLY": ("every year", "every {} years"),
    },
}


def tell_rule(rule: str, language: Language) -> str:
    """Returns a rule in words. Raises ValueError on a rule that `read` could not have written."""
    repeat = parse_rule(rule)
    words = _days_in_words(repeat, language)
    if repeat.clock is None:
        return words
    return f"{words} {'à' if language == 'fr' else 'at'} {_clock_in_words(repeat.clock, language)}"


def _days_in_words(repeat: Repeat, language: Language) -> str:
    if repeat.freq == "WEEKLY" and repeat.interval == 1 and repeat.by_day:
        return _weekdays(repeat, language)
    if repeat.freq == "MONTHLY" and repeat.interval == 1 and (repeat.by_month_day or _is_nth(repeat)):
        every = "de chaque mois" if language == "fr" else "of every month"
        return f"{_dates(repeat, language)} {every}"
    once, often = _PACES[language][repeat.freq]
    pace = often.format(repeat.interval) if repeat.interval > 1 else once
    if not (repeat.by_day or repeat.by_month_day):
        return pace
    return f"{pace}, {_dates(repeat, language)}" if language == "fr" else f"{pace} on {_dates(repeat, language)}"


def _is_nth(repeat: Repeat) -> bool:
    return any(nth for nth, _ in repeat.by_day)


def _weekdays(repeat: Repeat, language: Language) -> str:
    if repeat.by_day in _SETS[language]:
        return _SETS[language][repeat.by_day]
    names = [WEEKDAYS[language][day] for _, day in repeat.by_day]
    if language == "fr":
        return "tous les " + _listed([f"{name}s" for name in names], language)
    return "every " + _listed(names, language)


def _dates(repeat: Repeat, language: Language) -> str:
    """Returns the days within a month or a year: "le 3", "the last Friday of November", "Monday and Thursday"."""
    if repeat.by_month_day:
        return _month_days(repeat, language)
    if not _is_nth(repeat):
        article = "le " if language == "fr" else ""
        return _listed([article + WEEKDAYS[language][day] for _, day in repeat.by_day], language)
    days = _listed([_nth(nth, day, language) for nth, day in repeat.by_day], language)
    if repeat.by_month is None:
        return days
    return f"{days} {'de' if language == 'fr' else 'of'} {MONTHS[language][repeat.by_month - 1]}"


def _nth(nth: int, day: int, language: Language) -> str:
    ordinal, weekday = _ORDINALS[language][nth], WEEKDAYS[language][day]
    if language == "en":
        return f"the {ordinal} {weekday}"
    return f"l'{ordinal} {weekday}" if ordinal.startswith("a") else f"le {ordinal} {weekday}"


def _month_days(repeat: Repeat, language: Language) -> str:
    if repeat.by_month_day == (-1,):
        return "le dernier jour" if language == "fr" else "the last day"
    if language == "fr":
        days = _listed(["1er" if day == 1 else str(day) for day in repeat.by_month_day], language)
        month = f" {MONTHS['fr'][repeat.by_month - 1]}" if repeat.by_month else ""
        return f"le {days}{month}"
    if repeat.by_month:
        return f"{MONTHS['en'][repeat.by_month - 1]} {_listed([str(day) for day in repeat.by_month_day], language)}"
    return f"the {_listed([_english_ordinal(day) for day in repeat.by_month_day], language)}"


def _english_ordinal(day: int) -> str:
    suffix = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


def _listed(words: Sequence[str], language: Language) -> str:
    *most, last = words
    if not most:
        return last
    return f"{', '.join(most)} {'et' if language == 'fr' else 'and'} {last}"


def _clock_in_words(clock: Clock, language: Language) -> str:
    if language == "fr":
        minutes = f"{_SPACE}{clock.minute:02d}" if clock.minute else ""
        return f"{clock.hour}{_SPACE}h{minutes}"
    minutes = f":{clock.minute:02d}" if clock.minute else ""
    return f"{(clock.hour - 1) % 12 + 1}{minutes} {'am' if clock.hour < 12 else 'pm'}"
