"""Where people are: time zones by the names people give places. Pure; names and countries are CLDR's, through Babel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global

from bot.nearest import words_of


def place_in(zone: str, language: str) -> str:
    """The city that a zone is named after, in a language: "Europe/London" is Londres in French."""
    city = Locale(language).time_zones.get(zone, {}).get("city")
    return str(city or zone.rsplit("/", 1)[-1].replace("_", " "))


def zone_of(place: str, language: str, now: datetime) -> str | None:
    """The zone that a city, a country or a zone's own name gives; None for a stranger, and for a country where the
    clocks differ.
    """
    named = " ".join(words_of(place))
    return _cities(language).get(named) or _of_country(named, language, now)


@cache
def _cities(language: str) -> dict[str, str]:
    """The zones by the folded names of their cities, in the language and in English, and by their own names."""
    names: dict[str, str] = {}
    official = get_global("zone_territories")
    for zone in sorted(available_timezones(), key=lambda zone: (zone not in official, zone)):
        for name in (place_in(zone, language), zone.rsplit("/", 1)[-1], zone):
            names.setdefault(" ".join(words_of(name.replace("_", " "))), zone)
    return names


def _of_country(named: str, language: str, now: datetime) -> str | None:
    territories = Locale(language).territories.items()
    code = next((code for code, name in territories if " ".join(words_of(name)) == named), None)
    zones = [zone for zone, territory in get_global("zone_territories").items() if code and territory == code]
    return zones[0] if zones and _same_clock(zones, now) else None


def _same_clock(zones: Iterable[str], now: datetime) -> bool:
    return len({now.astimezone(ZoneInfo(zone)).utcoffset() for zone in zones}) == 1
