"""What people send and what the assistant answers: the words that features and platforms share.

A platform turns its updates into an `Update` with one `Event`; a feature answers with messages, frozen values in the
person's language. Text is plain: each platform escapes it, so no answer can ping a channel or inject markup.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal, TypeAlias

from storage import Address

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
"""The languages the assistant speaks; the first is the one it falls back on."""

ACTION_BYTES = 64
"""What a button may carry on every platform: Telegram's callback_data holds 1–64 bytes."""


# What people send


@dataclass(frozen=True, slots=True)
class Command:
    """A command with what follows it: "/goal 20 min on LinkedIn"."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button's action."""

    action: str


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form's answers by field name; `about` is what the form was about."""

    form: str
    values: Mapping[str, str]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """A file."""

    name: str
    data: bytes = field(repr=False)


Event: TypeAlias = Command | Said | Pressed | Submitted | Shared


@dataclass(frozen=True, slots=True)
class Update:
    """An event with who sent it and where. `key` is the same when the platform delivers it again; `language` and
    `zone` are what the platform knows of the person, None where it does not.
    """

    key: str
    sender: Address
    event: Event
    name: str = ""
    private: bool = True
    language: str | None = None
    zone: str | None = None


# What the assistant answers


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words, with line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class Button:
    """A choice. The action is a route and a short argument ("goal done 17"); state stays in the store.

    Raises ValueError when the action is empty or over 64 bytes.
    """

    label: str
    action: str

    def __post_init__(self) -> None:
        size = len(self.action.encode())
        if not 1 <= size <= ACTION_BYTES:
            raise ValueError(f"a button's action holds 1 to {ACTION_BYTES} bytes, got {size}: {self.action!r}")


@dataclass(frozen=True, slots=True)
class Buttons:
    """Words with choices under them."""

    text: str
    choices: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A question of a form. `choices` are ready answers (others are welcome), `value` what stands there already;
    an `optional` one may be left empty; an answer holds at most `limit` characters.
    """

    name: str
    question: str
    value: str = ""
    choices: tuple[str, ...] = ()
    optional: bool = False
    limit: int = 500


@dataclass(frozen=True, slots=True)
class Form:
    """Questions answered together: a modal where the platform has forms, an interview elsewhere. The answers come
    back as `Submitted` with the same `name` and `about`. An interview asks only the fields named in `asked` (all of
    them when it is empty) and gives the others back with the value that stands there.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    about: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Input that changed nothing, and why. `errors` are sentences by field name when a form is refused."""

    text: str
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG picture. Raises ValueError without a description for those who can't see it."""

    name: str
    data: bytes = field(repr=False)
    alt: str
    text: str = ""

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError(f"an image needs an alternative text, got {self.alt!r} for {self.name!r}")


@dataclass(frozen=True, slots=True)
class File:
    """A document to keep."""

    name: str
    data: bytes = field(repr=False)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column names."""

    text: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Message: TypeAlias = Text | Buttons | Form | Refused | Image | File | Table


def shorten(text: str, size: int) -> str:
    """The text on at most `size` characters, with an ellipsis where it was cut."""
    return text if len(text) <= size else f"{text[: size - 1].rstrip()}…"


# How the two meet

Reply: TypeAlias = Callable[[Update], Awaitable[tuple[Message, ...]]]
"""Answers an update with messages, and sends nothing."""

Post: TypeAlias = Callable[[Address, Message], Awaitable[None]]
"""Sends one message; raises `UnreachableError` or `RetryLaterError` and nothing else that is expected."""

Receive: TypeAlias = Callable[[Update, Post], Awaitable[None]]
"""Takes an update in, once, and posts what there is to answer."""


class UnreachableError(Exception):
    """The address can't be written to any more: blocked, uninstalled, gone."""


class RetryLaterError(Exception):
    """The platform asks to wait for `delay` before this message is sent again."""

    def __init__(self, delay: timedelta) -> None:
        super().__init__(f"retry in {delay.total_seconds():g} s")
        self.delay = delay
