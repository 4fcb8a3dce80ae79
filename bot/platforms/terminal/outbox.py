"""What the assistant posts in the terminal: files saved, choices remembered, the message shown by a view."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Protocol

from bot.messages import Button, Buttons, File, Image, Message, RetryLaterError
from bot.platforms.terminal import saving
from bot.platforms.terminal.setting import Speaker
from storage import Address

_CLOSED = timedelta(minutes=1)


class View(Protocol):
    """Shows a conversation. `closed` is true once nobody can read it any more."""

    @property
    def closed(self) -> bool:
        """Whether the output is gone."""
        ...

    async def heard(self, speaker: Speaker, text: str) -> None:
        """Shows what somebody said."""
        ...

    async def told(self, address: Address, message: Message, saved: Path | None) -> None:
        """Shows a message, with where its picture or file was saved."""
        ...


class Outbox:
    """Posts to the terminal. Built before the delivery, which needs its `post`."""

    def __init__(self, view: View, folder: Path) -> None:
        self.view = view
        self._folder = folder
        self._choices: dict[str, tuple[Button, ...]] = {}

    async def post(self, address: Address, message: Message) -> None:
        """Shows a message; raises `RetryLaterError` when the output is gone, so that a nudge is kept."""
        if isinstance(message, Buttons):
            self._choices[address.chat] = message.choices
        await self.view.told(address, message, self._saved(message))
        if self.view.closed:
            raise RetryLaterError(_CLOSED)

    def choices(self, chat: str) -> tuple[Button, ...]:
        """The choices of the last message in a chat that had some."""
        return self._choices.get(chat, ())

    def _saved(self, message: Message) -> Path | None:
        if not isinstance(message, Image | File):
            return None
        try:
            return saving.save(self._folder, message.name, message.data)
        except OSError:  # full, read-only: the message says so and its words are still shown
            return None
