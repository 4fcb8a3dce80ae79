"""What both modes do with what is said: an update made of it, and the answers posted."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from pathlib import Path
from uuid import uuid4

from bot.messages import Event, Message, Receive, Refused, RetryLaterError, Shared, Update
from bot.platforms.terminal import saving
from bot.platforms.terminal.lines import echo, meaning
from bot.platforms.terminal.outbox import Outbox
from bot.platforms.terminal.render import printable
from bot.platforms.terminal.setting import Chat, Speaker
from storage import Address


class Sender:
    """Sends what people say to the assistant. Keys are new in every run: nothing is delivered twice here."""

    def __init__(self, chat: Chat, outbox: Outbox, receive: Receive) -> None:
        self._chat = chat
        self._outbox = outbox
        self._receive = receive
        self._run = uuid4().hex
        self._numbers = count(1)

    async def say(self, speaker: Speaker, text: str) -> None:
        """Sends words, a command or a press, and shows them as they were understood."""
        text = printable(text)
        choices = self._outbox.choices(speaker.address.chat)
        await self._outbox.view.heard(speaker, echo(text, choices))
        await self._send(speaker, meaning(text, choices))

    async def send_file(self, speaker: Speaker, path: str) -> None:
        """Sends a file, or refuses a path where none can be read."""
        await self._outbox.view.heard(speaker, f"< {path}")
        match self._file(path):
            case Shared() as shared:
                await self._send(speaker, shared)
            case Refused() as refused:
                await self.answer(speaker.address, refused)

    def _file(self, path: str) -> Shared | Refused:
        try:
            return Shared(printable(Path(path).name), saving.read(path))
        except saving.FileTooLargeError:
            return Refused(self._chat.words.file_too_large(path))
        except (OSError, ValueError):  # ValueError: a null character in the path
            return Refused(self._chat.words.no_such_file(path))

    async def answer(self, address: Address, message: Message) -> None:
        """Posts an answer; with nobody there to read it, it is dropped, for who asked is gone."""
        with suppress(RetryLaterError):
            await self._outbox.post(address, message)

    async def _send(self, speaker: Speaker, event: Event) -> None:
        update = Update(
            key=f"{self._run}-{next(self._numbers)}",
            sender=speaker.address,
            event=event,
            name=speaker.name,
            private=not speaker.channel,
            language=self._chat.language,
            zone=self._chat.known_zone,
        )
        await self._receive(update, self.answer)
