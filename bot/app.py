"""Joins everything: the list of what the assistant answers, and how its parts are put together.

The only module that knows all others.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.catalogue import Say, say_in
from bot.clock import Clock, StillClock, SystemClock
from bot.delivery import Delivery, Kind
from bot.dispatch import Dispatcher, Routes
from bot.interview import Interviewer
from bot.messages import Post
from bot.platforms import terminal
from bot.reception import Reception
from bot.request import Defaults, FormRoute, Route
from bot.settings import Postgres, Settings, default_database
from bot.snooze import when_wrong
from handlers import calls, clients, draft, goals, help, line, silence, start  # noqa: A004 - the feature's name
from handlers.upcoming import Upcoming
from storage import CALL_LATER, TIMEBOX_END, Store, UnusableError
from storage.sqlite import SqliteStore

KINDS: Mapping[str, Kind] = {
    TIMEBOX_END: goals.TIMEBOX,
    CALL_LATER: calls.LATER,
    draft.COOLING_OFF: draft.COOLING_OFF_KIND,
}
"""What falls due, by kind."""

upcoming = Upcoming(KINDS)

ROUTES = Routes(
    commands=(
        Route("goal", "objectif", goals.goal, "about-goal", "listens-goal"),
        Route("done", "fini", goals.finish, "about-done", "listens-done"),
        Route("call", "appel", calls.call, "about-call", "listens-call"),
        Route("client", "clients", clients.client, "about-client", "listens-client"),
        Route("draft", "brouillon", draft.draft, "about-draft", "listens-draft"),
        Route("line", "ligne", line.line, "about-line", "listens-line"),
        Route("upcoming", "prevu", upcoming.upcoming, "about-upcoming", "listens-upcoming"),
        Route("stop", "silence", silence.stop, "about-stop", "listens-stop"),
        Route("start", "bonjour", start.start, "about-start", "listens-start"),
        Route("help", "aide", help.help_, "about-help", "listens-help"),
    ),
    buttons={
        "start language": start.choose_language,
        "start zone": start.choose_zone,
        "start place": start.other_place,
        "line edit": line.edit,
        "line history": line.history,
        "line restore": line.restore,
        "goal pick": goals.pick,
        "goal again": goals.again,
        "goal change": goals.change,
        "goal done": goals.outcome("done"),
        "goal partly": goals.outcome("partly"),
        "goal not": goals.outcome("not_done"),
        "goal cancel": goals.outcome("cancelled"),
        "goal more": goals.more,
        "client add": clients.add,
        "client list": clients.list_,
        "client show": clients.show_one,
        "client edit": clients.edit,
        "client remove": clients.remove,
        "client restore": clients.restore,
        "call card": calls.card,
        "call called": calls.called,
        "call missed": calls.no_answer,
        "call later": calls.later,
        "call snooze": calls.snooze,
        "call when": calls.when,
        "call other": calls.other,
        "draft edit": draft.edit,
        "draft keep": draft.keep,
        "draft sleep": draft.sleep,
        "draft leave": draft.leave,
        "draft posts": draft.ask_posts,
        "upcoming show": upcoming.show,
        "upcoming move": upcoming.move,
        "upcoming cancel": upcoming.cancel,
    },
    forms={
        "place": FormRoute(start.place_given, start.place_wrong),
        "line": FormRoute(line.submitted, line.wordless),
        "goal": FormRoute(goals.submitted, goals.wrong),
        "client": FormRoute(clients.submitted, clients.wrong),
        "call-note": FormRoute(calls.noted),
        "call-when": FormRoute(calls.dated, when_wrong),
        "draft": FormRoute(draft.submitted, draft.wrong),
        "draft-reason": FormRoute(draft.explained),
        "posts": FormRoute(draft.posts_given),
        "upcoming-move": FormRoute(upcoming.moved, when_wrong),
    },
    text=draft.draft,
    file=draft.shared,
    unknown=help.unknown,
)
"""What is answered: the commands in the order of a day, then buttons and forms by feature."""


def assemble(store: Store, clock: Clock, post: Post, defaults: Defaults, *, forms: bool) -> tuple[Reception, Delivery]:
    """What receives updates and what delivers due rows, over one store; without `forms` a form becomes an interview."""
    delivery = Delivery(store, KINDS, post, clock, defaults)
    dispatcher = Dispatcher(store, ROUTES, clock, defaults)
    reply = dispatcher.reply
    if not forms:
        reply = Interviewer(store, reply, dispatcher.errors, clock, defaults.language).reply
    return Reception(store, clock, reply, defaults.language, handled=delivery.wake), delivery


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """How a chat in the terminal was asked for; None is what was not said. `now` is aware."""

    person: str
    language: str | None = None
    zone: str | None = None
    now: datetime | None = None
    json: bool = False


async def chat(settings: Settings, options: ChatOptions) -> None:
    """Talks in the terminal: with the person at the keyboard, or from the transcript on standard input.

    Raises UnusableError when the database can't be opened.
    """
    defaults = Defaults(settings.language, settings.zone, settings.country)
    place = place_for(settings, options)
    async with open_store(settings) as store:
        if sys.stdin.isatty() and not options.json:
            await _converse(store, place, defaults, options)
        else:
            await _play(store, place, defaults, options)


@asynccontextmanager
async def open_store(settings: Settings) -> AsyncIterator[Store]:
    """The store of the settings, closed at the end; raises UnusableError when it can't be opened. Only the default
    place is made where it is missing: a folder that somebody named and that is not there is a slip to be told.
    """
    match settings.database:
        case Postgres(address):
            store = await _open_postgres(address)
        case path:
            store = await SqliteStore.open(path, create_folder=path == default_database())
    try:
        yield store
    finally:
        await store.close()


async def _open_postgres(address: str) -> Store:
    # Imported here: those who keep an SQLite file need no driver of PostgreSQL, and don't wait for it.
    try:
        from storage.postgres import PostgresStore
    except ImportError as error:
        raise UnusableError(
            f"PostgreSQL needs the extra `postgres` ({error.name} is missing): pip install 'comptoir[postgres]'"
        ) from error
    return await PostgresStore.open(address)


async def _play(store: Store, place: terminal.Chat, defaults: Defaults, options: ChatOptions) -> None:
    """The transcript on standard input, on a clock that only it moves."""
    clock = StillClock(options.now or SystemClock().now())
    show = terminal.journal if options.json else terminal.page
    outbox = show(sys.stdout, place, clock)
    reception, delivery = assemble(store, clock, outbox.post, defaults, forms=False)
    assistant = terminal.Assistant(reception.receive, delivery.deliver_due, store.next_due)
    await terminal.play(terminal.read_lines(sys.stdin.buffer), place, outbox, clock, assistant)


async def _converse(store: Store, place: terminal.Chat, defaults: Defaults, options: ChatOptions) -> None:
    """The conversation at the keyboard; a person who is new is greeted first."""
    clock = SystemClock(options.now)
    outbox = terminal.window(place, clock)
    reception, delivery = assemble(store, clock, outbox.post, defaults, forms=False)
    say = say_in(options.language or defaults.language)
    person = await store.meet(terminal.Speaker(place.person).address, place.person, now=clock.now())
    await terminal.converse(
        place,
        outbox,
        reception.receive,
        delivery.run,
        history=place.folder.parent / "history",
        commands=tuple((route.called(say.language), say(route.about)) for route in ROUTES.commands),
        opening="" if await store.current_line(person.id) else "/start",
    )


def place_for(settings: Settings, options: ChatOptions) -> terminal.Chat:
    """Whose chat it is, and the terminal's own words."""
    return terminal.Chat(
        person=options.person,
        zone=ZoneInfo(options.zone or settings.zone),
        words=_words(say_in(options.language or settings.language)),
        folder=folder_of(settings) / "files",
        language=options.language,
        known_zone=options.zone,
    )


def folder_of(settings: Settings) -> Path:
    """Where the terminal keeps its own files: beside the data file, or where that would be."""
    database = settings.database
    return (database if isinstance(database, Path) else default_database()).parent


def _words(say: Say) -> terminal.Words:
    def sentence(key: str) -> terminal.Sentence:
        return lambda value: say(key, value=value)

    return terminal.Words(
        you=say("terminal-you"),
        assistant=say("terminal-assistant"),
        welcome=say("terminal-welcome"),
        saved=sentence("terminal-saved"),
        not_saved=sentence("terminal-not-saved"),
        no_such_file=sentence("terminal-no-such-file"),
        file_too_large=sentence("terminal-file-too-large"),
        bad_clock_line=sentence("terminal-bad-clock-line"),
        clock_backwards=sentence("terminal-clock-backwards"),
    )
