"""The command line: `comptoir chat` opens the assistant in the terminal, `comptoir run` serves the platforms and
`comptoir when` tells how a time is understood, `comptoir review` how a draft is read.

An error that people can mend is one line on standard error and exit status 1.
"""

from __future__ import annotations

import argparse
import asyncio
import getpass
import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from bot import times
from bot.catalogue import say_in
from bot.messages import LANGUAGES
from bot.settings import (
    PREFIX,
    TOKENS,
    Postgres,
    Settings,
    SettingsError,
    address_problem,
    database_at,
    read_settings,
)
from bot.times import scoring
from storage import UnusableError


class CommandError(Exception):
    """What the command line asks can't be done; the text is one line that says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of a command: 0, or 1 after one line on standard error."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s")
    try:
        asyncio.run(_run(_parser().parse_args(arguments)))
    except (CommandError, SettingsError, UnusableError) as error:
        print(f"comptoir: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


async def _run(options: argparse.Namespace) -> None:
    """The command that was asked for; without one, the platforms whose token is set, else the terminal."""
    settings = read_settings(os.environ, Path.cwd())
    if options.command == "when":
        _when(settings, options)
    elif options.command == "review":
        _review(settings, options)
    elif options.command == "run" or (options.command is None and settings.platforms):
        raise CommandError(_nothing_to_run(settings))
    else:
        await _chat(settings, options)


async def _chat(settings: Settings, options: argparse.Namespace) -> None:
    """The chat in the terminal, or the transcript on standard input."""
    # Imported here: a wrong setting is told before the whole assistant is loaded.
    from bot.app import ChatOptions, chat

    zone = _zone(options.zone)
    chosen = replace(settings, database=_database(options.database)) if options.database else settings
    await chat(
        chosen,
        ChatOptions(
            person=options.person or _user(),
            language=options.lang,
            zone=zone,
            now=_instant(options.now, ZoneInfo(zone or settings.zone)),
            json=options.json,
        ),
    )


def _when(settings: Settings, options: argparse.Namespace) -> None:
    """How a phrase is understood, read back; with --jsonl, the cases of standard input one a line."""
    if options.jsonl:
        _each_case(sys.stdin, scoring.predict, "id, phrase, ref and lang")
    else:
        _tell(settings, options)


def _tell(settings: Settings, options: argparse.Namespace) -> None:
    zone = ZoneInfo(_zone(options.zone) or settings.zone)
    now = _instant(options.now, zone) or datetime.now(UTC)
    language = say_in(options.lang or settings.language).language
    value = times.read(options.phrase, now, zone, language)
    if value is None:
        raise CommandError(f"this is no time that can be read: {options.phrase!r}")
    print(times.tell(value, language, zone, now))


def _review(settings: Settings, options: argparse.Namespace) -> None:
    """The review of a file or of standard input; with --jsonl, of the cases of standard input one a line."""
    from handlers.draft.cases import review_case, tell_case

    if options.jsonl:
        _each_case(sys.stdin, review_case, "id, line, lang, network and text")
        return
    try:
        text = options.file.read_text(encoding="utf-8-sig") if options.file else sys.stdin.read()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{options.file} can't be read as text: {error}") from None
    line = {"expertise": options.expertise} if options.expertise else None
    language = options.lang or settings.language
    print(tell_case({"text": text, "line": line, "lang": language, "network": options.network}))


def _each_case(cases: Iterable[str], answer: Callable[[dict[str, Any]], object], expected: str) -> None:
    """The answer to each case, one JSON object a line."""
    for number, case in enumerate(cases, 1):
        try:
            print(json.dumps(answer(json.loads(case)), ensure_ascii=False), flush=True)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise CommandError(f"line {number} is no case ({error}): expected {expected}") from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="comptoir", description="Use social networks for your own business, and leave."
    )
    parser.add_argument("--version", action="version", version=f"comptoir {version('comptoir')}")
    parser.set_defaults(person=None, lang=None, zone=None, database=None, now=None, json=False)
    commands = parser.add_subparsers(dest="command", metavar="{chat,when,review,run}")
    talk = commands.add_parser("chat", help="talk in the terminal, or play a transcript from standard input")
    talk.add_argument("--person", help="who speaks (the system's user name)", metavar="NAME")
    talk.add_argument("--lang", help="the language, instead of asking", choices=LANGUAGES)
    talk.add_argument("--zone", help="the time zone, instead of asking: Europe/Paris")
    talk.add_argument("--database", help="the SQLite file, or postgresql://…", metavar="PATH")
    talk.add_argument("--now", help="the instant at which it begins: 2026-11-24T09:00", metavar="ISO")
    talk.add_argument("--json", help="one JSON object a message", action="store_true")
    when = commands.add_parser("when", help="tell how a time is understood")
    when.add_argument("phrase", help="what somebody types: 'demain 9h'", nargs="?", default="")
    when.add_argument("--lang", help="its language", choices=LANGUAGES)
    when.add_argument("--zone", help="the time zone: Europe/Paris")
    when.add_argument("--now", help="the instant at which it is said: 2026-11-24T09:00", metavar="ISO")
    when.add_argument("--jsonl", help="read cases on standard input, one JSON object a line", action="store_true")
    review = commands.add_parser("review", help="read a draft for the line, the tone and the form")
    review.add_argument("file", help="a text file (standard input)", type=Path, nargs="?", metavar="FILE")
    review.add_argument("--expertise", help="what the author masters, in their words", metavar="TEXT")
    review.add_argument("--network", help="where it is to be published: linkedin", default="linkedin")
    review.add_argument("--lang", help="the language of the review", choices=LANGUAGES)
    review.add_argument("--jsonl", help="read cases on standard input, one JSON object a line", action="store_true")
    commands.add_parser("run", help="serve the chat platforms whose token is set")
    return parser


def _nothing_to_run(settings: Settings) -> str:
    if not settings.platforms:
        names = " or ".join(f"{PREFIX}{token}" for token in TOKENS.values())
        return f"no platform to serve: set {names}, or talk here with `comptoir chat`"
    served = " and ".join(settings.platforms)
    return f"this version does not serve {served} yet: talk here with `comptoir chat`"


def _user() -> str:
    """The system's name for the user; a name of our own where it has none."""
    try:
        return getpass.getuser().strip() or "me"
    except (KeyError, OSError):  # no such user in the system's list, as in some containers
        return "me"


def _database(place: str) -> Path | Postgres:
    database = database_at(place)
    if problem := address_problem(database):
        raise CommandError(f"--database {problem}")
    return database


def _zone(name: str | None) -> str | None:
    if name is not None and name not in available_timezones():
        raise CommandError(f"--zone is a name such as Europe/Paris, got {name!r}")
    return name


def _instant(text: str | None, zone: ZoneInfo) -> datetime | None:
    """The instant of --now, local to the zone where it has no offset."""
    if text is None:
        return None
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"--now is an ISO time such as 2026-11-24T09:00, got {text!r}") from None
    return (said if said.tzinfo else said.replace(tzinfo=zone)).astimezone(UTC)


if __name__ == "__main__":
    sys.exit(main())
