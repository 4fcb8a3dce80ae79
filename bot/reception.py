"""Takes updates in, once each, and posts their answers: the net under everything that answers a person.

An update is marked as handled after its answers are posted. A crash in between makes the platform deliver it again;
the verbs of the store then change nothing, and the person gets the same answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from unicodedata import category

from bot.bugs import log_bug
from bot.catalogue import say_in
from bot.clock import Clock
from bot.messages import (
    Command,
    Event,
    Message,
    Post,
    Pressed,
    Reply,
    Said,
    Shared,
    Submitted,
    Text,
    UnreachableError,
    Update,
)
from storage import Store


class Reception:
    """Receives updates for a chain of replies; `receive` is a `bot.messages.Receive`. `handled` is called after each
    update, so that a delivery may look whether something new falls due.
    """

    def __init__(
        self, store: Store, clock: Clock, reply: Reply, language: str, handled: Callable[[], None] = lambda: None
    ) -> None:
        self._store = store
        self._clock = clock
        self._reply = reply
        self._language = language
        self._handled = handled

    async def receive(self, update: Update, post: Post) -> None:
        """Answers an update, or does nothing when it was handled before."""
        if await self._store.was_handled(update.key):
            return
        answers = await self._answers(replace(update, event=without_controls(update.event)))
        try:
            for message in answers:
                await post(update.sender, message)
        except UnreachableError:
            await self._store.mark_unreachable(update.sender, now=self._clock.now())
        await self._store.mark_handled(update.key, now=self._clock.now())
        self._handled()

    async def _answers(self, update: Update) -> tuple[Message, ...]:
        try:
            return await self._reply(update)
        except Exception as error:  # noqa: BLE001 - the net: a bug costs one message, never the conversation
            log_bug(f"a reply on {update.sender.platform} failed", error)
            return (Text(say_in(update.language or self._language)("sorry")),)


def without_controls(event: Event) -> Event:
    """The event with its text free of control characters and lone surrogates, line breaks and tabs apart."""
    match event:
        case Said(text):
            return Said(_printable(text))
        case Command(name, text):
            return Command(_printable(name), _printable(text))
        case Submitted(form, values, about):
            return Submitted(form, {name: _printable(value) for name, value in values.items()}, about)
        case Pressed() | Shared():
            return event


def _printable(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in text if letter in "\n\t" or category(letter) not in ("Cc", "Cs"))
