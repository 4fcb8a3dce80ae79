"""The two views of a transcript: a conversation to read and paste, and JSON lines for programs."""

from __future__ import annotations

import os
from datetime import date, datetime
from io import UnsupportedOperation
from pathlib import Path
from typing import TextIO

from bot.clock import Clock
from bot.messages import Message
from bot.platforms.terminal.render import COLUMNS, as_json, neutral, one_line, padded, plain_lines, width
from bot.platforms.terminal.setting import Chat, Speaker
from storage import Address

SPEAKER_COLUMNS = 8
"""What a speaker's name takes at least, so that the words stand in one column."""


class Output:
    """Whole lines to a stream, written at once; when the reader is gone (`| head -1`), they go nowhere."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self.closed = False

    def write(self, lines: list[str]) -> None:
        """Writes lines; what the stream's encoding lacks becomes "?"."""
        if self.closed:
            return
        encoding = self._out.encoding or "utf-8"
        try:
            self._out.write("".join(f"{line}\n" for line in lines).encode(encoding, "replace").decode(encoding))
            self._out.flush()
        except BrokenPipeError:
            self.closed = True
            _forget(self._out)


def _forget(out: TextIO) -> None:
    # Python flushes standard output once more at its end, and would complain on stderr.
    try:
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), out.fileno())
    except UnsupportedOperation:
        return


class Calendar:
    """Tells the day when it changes."""

    def __init__(self) -> None:
        self._day: date | None = None

    def turn(self, at: datetime) -> list[str]:
        """The line that names the day, unless it is still that of the last time."""
        if at.date() == self._day:
            return []
        self._day = at.date()
        return [f"── {self._day} ──"]


def assistant_name(chat: Chat, address: Address) -> str:
    """Who speaks when the assistant does, with the channel or, beside the chat's own person, to whom."""
    assistant = chat.words.assistant
    if address.chat.startswith("#"):
        return one_line(f"{address.chat} {assistant}")
    return one_line(assistant if address.account == chat.person else f"{assistant} → {address.account}")


class Page:
    """The conversation as text: time, speaker, words; the day on a line of its own when it changes."""

    def __init__(self, out: TextIO, chat: Chat, clock: Clock) -> None:
        self._output = Output(out)
        self._chat = chat
        self._clock = clock
        self._columns = SPEAKER_COLUMNS
        self._calendar = Calendar()

    @property
    def closed(self) -> bool:
        """Whether the output is gone."""
        return self._output.closed

    async def heard(self, speaker: Speaker, text: str) -> None:
        """Shows what somebody said."""
        name = one_line(f"{speaker.channel} {speaker.name}".strip())
        self._make_room(name)
        self._write(name, neutral(text).split("\n"))

    async def told(self, address: Address, message: Message, saved: Path | None) -> None:
        """Shows a message."""
        name = assistant_name(self._chat, address)
        self._make_room(name)
        columns = COLUMNS - self._indent
        self._write(name, plain_lines(message, saved, self._chat.words, columns))

    def _make_room(self, name: str) -> None:
        self._columns = max(self._columns, width(name))

    @property
    def _indent(self) -> int:
        return len("09:00  ") + self._columns + 2

    def _write(self, name: str, lines: list[str]) -> None:
        at = self._clock.now().astimezone(self._chat.zone)
        first, *others = lines or [""]
        head = f"{at:%H:%M}  {padded(name, self._columns)}  {first}".rstrip()
        blank = " " * self._indent
        self._output.write([*self._calendar.turn(at), head, *(f"{blank}{line}".rstrip() for line in others)])


class Journal:
    """The messages alone, one JSON object a line."""

    def __init__(self, out: TextIO, chat: Chat, clock: Clock) -> None:
        self._output = Output(out)
        self._chat = chat
        self._clock = clock

    @property
    def closed(self) -> bool:
        """Whether the output is gone."""
        return self._output.closed

    async def heard(self, speaker: Speaker, text: str) -> None:
        """Shows nothing: who feeds a program its lines knows them."""

    async def told(self, address: Address, message: Message, saved: Path | None) -> None:
        """Writes a message."""
        at = self._clock.now().astimezone(self._chat.zone)
        self._output.write([as_json(address, message, saved, at)])
