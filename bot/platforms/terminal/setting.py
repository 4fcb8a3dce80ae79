"""What the composition root tells the terminal before anything is said: whose chat it is, and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TypeAlias

from storage import Address

PLATFORM = "terminal"

Sentence: TypeAlias = Callable[[str], str]
"""Words around one value: a path, a name or a line."""


@dataclass(frozen=True, slots=True)
class Words:
    """The few words that the terminal itself says, in the language of the command line."""

    you: str
    """The person, in the interactive chat: "You"."""
    assistant: str
    """The assistant: "Comptoir"."""
    welcome: str
    """The first line of the interactive chat: what can be typed, how to leave."""
    saved: Sentence
    """Given a path: where a picture or a file is now."""
    not_saved: Sentence
    """Given a name: the picture or file could not be written."""
    no_such_file: Sentence
    """Given a path: there is no file to read there."""
    file_too_large: Sentence
    """Given a path: the file is over `saving.FILE_BYTES`."""
    bad_clock_line: Sentence
    """Given a line that begins with "@": what it got, and examples of what it expects."""
    clock_backwards: Sentence
    """Given a line that begins with "@": the clock only moves forward."""


@dataclass(frozen=True, slots=True)
class Chat:
    """Whose chat it is. Times are shown and read in `zone`; pictures and files go to `folder`. `language` and
    `known_zone` are what the command line said of the person, None where it said nothing.
    """

    person: str
    zone: tzinfo
    words: Words
    folder: Path
    language: str | None = None
    known_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, and in which channel ("#ventes"); "" is their private chat."""

    name: str
    channel: str = ""

    @property
    def address(self) -> Address:
        """Where the answer goes: the account is the name, the chat the name or the channel."""
        return Address(PLATFORM, self.name, self.channel or self.name)
