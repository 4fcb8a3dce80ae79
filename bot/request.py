"""What a feature is asked: who, when, in which words. A handler takes a `Request` and returns messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.catalogue import Say, say_in
from bot.messages import Language, Message
from storage import Person, Store


@dataclass(frozen=True, slots=True)
class Request:
    """One thing asked by one person. `text` is what follows the command or the button's route, `values` a form's
    answers and `about` what the form was about, `file` what was shared (its name is the text). `heard` is set when the
    text is a whole sentence that sounded like the command. `key` is the update's, for the store's verbs that add
    something; `commands` are all there are, for those who explain them.
    """

    person: Person
    now: datetime
    key: str
    say: Say
    zone: ZoneInfo
    country: str
    store: Store = field(repr=False)
    commands: tuple[Route, ...] = field(default=(), repr=False)
    text: str = field(default="", repr=False)
    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    about: str = ""
    file: bytes = field(default=b"", repr=False)
    heard: bool = False

    @property
    def language(self) -> Language:
        """The language in which the person is answered."""
        return self.say.language

    @property
    def today(self) -> date:
        """The person's calendar date."""
        return self.now.astimezone(self.zone).date()

    @property
    def number(self) -> int:
        """The number that `text` begins with, 0 when there is none: the id that a button carries."""
        return number_in(self.text)


Answer: TypeAlias = Message | tuple[Message, ...]
Handler: TypeAlias = Callable[[Request], Awaitable[Answer]]
Check: TypeAlias = Callable[[Request], Mapping[str, str]]
"""What is wrong with a form's values: a sentence by field name. Values that are not there yet may be called wrong."""


@dataclass(frozen=True, slots=True)
class Route:
    """A command by its English and French names. `about` is the catalogue's key of the line that tells what it does,
    `listens` that of the plain words that sound like it ("" where none do).
    """

    name: str
    french: str
    handler: Handler
    about: str
    listens: str = ""

    def called(self, language: str) -> str:
        """The command's name in a language."""
        return self.french if language == "fr" else self.name


@dataclass(frozen=True, slots=True)
class FormRoute:
    """Who takes a form: `submit` is given only values in which `check` finds nothing wrong."""

    submit: Handler
    check: Check = lambda request: {}


def number_in(text: str) -> int:
    """The number that a text begins with, of at most 18 digits; 0 when there is none."""
    head = text.split(" ", 1)[0]
    return int(head) if head.isascii() and head.isdigit() and len(head) <= 18 else 0


def as_messages(answer: Answer) -> tuple[Message, ...]:
    """The answer as a tuple of messages."""
    return answer if isinstance(answer, tuple) else (answer,)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for a person who did not say and of whom the platform does not tell."""

    language: str
    zone: str
    country: str


def request_for(
    person: Person, *, now: datetime, key: str, store: Store, defaults: Defaults, commands: tuple[Route, ...] = ()
) -> Request:
    """A request in the person's own language, zone and country, or the defaults where they have none yet."""
    return Request(
        person=person,
        now=now,
        key=key,
        say=say_in(person.language or defaults.language),
        zone=ZoneInfo(person.zone or defaults.zone),
        country=person.country or defaults.country,
        store=store,
        commands=commands,
    )
