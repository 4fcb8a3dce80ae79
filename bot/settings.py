"""The settings, read from the environment and a `.env` file, all checked at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import available_timezones

import platformdirs
from babel.core import get_global
from dotenv import dotenv_values
from tzlocal import get_localzone_name

from bot.messages import LANGUAGES

PREFIX = "COMPTOIR_"
TOKENS = {"telegram": "TELEGRAM_TOKEN", "slack": "SLACK_BOT_TOKEN"}

# The driver takes the rest of a password that is cut short for a host or a port, and tells it in its error.
_ADDRESS = re.compile(
    r"""
    postgres(ql)?://
    (([^%@/?\#]|%[0-9A-Fa-f]{2})*@)?                             # user:password@
    ((\[[^]@]*\]|[^][:,@/?\#]*)(:\d*)?(,|(?=[/?]|$)))*           # host:port, and other hosts to try
    (/[^@?\#]*)?(\?[^@\#]*)?                                     # /name?parameters
    """,
    re.VERBOSE,
)
_UNREADABLE = (
    "can't be read as postgresql://user:password@host:port/name; "
    "in a password, %40 stands for @, %2F for /, %3A for :, %3F for ?, %23 for #, %25 for %"
)


class SettingsError(Exception):
    """Settings that can't be used; the text names every problem, on one line."""


@dataclass(frozen=True, slots=True)
class Postgres:
    """A PostgreSQL database by its address (`postgresql://…`), which may hold a password and is never shown."""

    address: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """How the assistant is set up. `database` is an SQLite file or a PostgreSQL database, `platforms` are those whose
    token is set and `country` is ISO 3166 alpha-2.
    """

    database: Path | Postgres
    language: str
    zone: str
    country: str
    platforms: tuple[str, ...] = ()


def read_settings(environment: Mapping[str, str], folder: Path) -> Settings:
    """The settings of an environment, a `.env` file in `folder` filling in what the environment does not say.

    Raises SettingsError with every problem that was found.
    """
    said = {name: value for name, value in dotenv_values(folder / ".env").items() if value is not None}
    values = {name.removeprefix(PREFIX): value.strip() for name, value in (said | dict(environment)).items()}
    zone = values.get("ZONE") or local_zone()
    settings = Settings(
        database=database_at(values["DATABASE"]) if values.get("DATABASE") else default_database(),
        language=values.get("LANGUAGE") or _language_of(environment),
        zone=zone,
        country=values.get("COUNTRY") or country_of(zone),
        platforms=tuple(platform for platform, token in TOKENS.items() if values.get(token)),
    )
    if problems := _problems(settings):
        raise SettingsError("; ".join(problems))
    return settings


def default_database() -> Path:
    """The data file in the platform's folder for a user's data."""
    return platformdirs.user_data_path("comptoir", appauthor=False) / "comptoir.db"


def database_at(place: str) -> Path | Postgres:
    """The database that somebody names: a PostgreSQL address, else the path of an SQLite file."""
    return Postgres(place) if "://" in place else Path(place).expanduser()


def address_problem(database: Path | Postgres) -> str:
    """What is wrong with an address, without a word of it; "" when nothing is."""
    if isinstance(database, Path):
        return ""
    scheme = database.address.partition("://")[0]
    if scheme not in ("postgresql", "postgres"):
        return f"is the path of an SQLite file or postgresql://…, got {scheme}://…"
    return "" if _ADDRESS.fullmatch(database.address) else _UNREADABLE


def local_zone() -> str:
    """The name of the machine's time zone; UTC where it has none."""
    name = get_localzone_name()
    return name if name in available_timezones() else "UTC"


def country_of(zone: str) -> str:
    """The country in which a zone lies, by CLDR; France where CLDR names none, as for UTC."""
    territories, aliases = get_global("zone_territories"), get_global("zone_aliases")
    country = territories.get(zone) or territories.get(aliases.get(zone, ""), "")
    return country if len(country) == 2 and country.isalpha() and country != "ZZ" else "FR"


def _language_of(environment: Mapping[str, str]) -> str:
    """The language of the machine's locale, where the assistant speaks it."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "fr" if locale.startswith("fr") else "en"


def _problems(settings: Settings) -> list[str]:
    """What is wrong with the settings, each with what was got and what was expected."""
    problems = []
    if problem := address_problem(settings.database):
        problems.append(f"{PREFIX}DATABASE {problem}")
    if settings.language not in LANGUAGES:
        problems.append(f"{PREFIX}LANGUAGE is one of {', '.join(LANGUAGES)}, got {settings.language!r}")
    if settings.zone not in available_timezones():
        problems.append(f"{PREFIX}ZONE is a name such as Europe/Paris, got {settings.zone!r}")
    if not (len(settings.country) == 2 and settings.country.isascii() and settings.country.isupper()):
        problems.append(f"{PREFIX}COUNTRY is two letters such as FR, got {settings.country!r}")
    return problems
