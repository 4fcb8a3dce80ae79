"""The whole assistant at the hands of one person, event by event."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import assemble
from bot.catalogue import say_in
from bot.clock import StillClock
from bot.messages import Buttons, Command, Event, Form, Message, Pressed, Said, Update
from bot.request import Defaults
from storage import Address, Person, Store
from storage.sqlite import SqliteStore

SAM = Address("terminal", "Sam", "Sam")
DEFAULTS = Defaults("en", "Europe/London", "GB")


class Sam:
    """Does things in turn and keeps what is answered. `forms` is whether the platform has forms of its own."""

    def __init__(self, store: Store, path: Path, *, forms: bool = False) -> None:
        self.store = store
        self.path = path
        self.clock = StillClock(datetime(2026, 11, 24, 9, tzinfo=UTC))
        self.posted: list[Message] = []
        self.count = 0
        self.broken = False
        self.reception, self.delivery = assemble(store, self.clock, self.post, DEFAULTS, forms=forms)

    async def post(self, address: Address, message: Message) -> None:
        if self.broken:
            raise ConnectionResetError
        self.posted.append(message)

    async def does(self, event: Event, key: str = "") -> list[Message]:
        """What is answered to an event."""
        self.count += 1
        self.posted.clear()
        update = Update(key or f"update-{self.count}", SAM, event, "Sam", language="en", zone="Europe/London")
        await self.reception.receive(update, self.post)
        return list(self.posted)

    async def says(self, text: str) -> list[Message]:
        name, _, rest = text.partition(" ")
        return await self.does(Command(name[1:], rest) if text.startswith("/") else Said(text))

    async def presses(self, label: str) -> list[Message]:
        """What is answered to the button of this label under the last message that has it."""
        buttons = [button for message in self.posted if isinstance(message, Buttons) for button in message.choices]
        return await self.does(Pressed(next(button.action for button in reversed(buttons) if button.label == label)))

    async def person(self) -> Person:
        return await self.store.meet(SAM, "Sam", now=self.clock.now())

    def remembered(self) -> str:
        """All that the database holds of what was done: everything but who was met when, and open questions."""
        with sqlite3.connect(self.path) as database:
            lines = [line for line in database.iterdump() if line.startswith("INSERT")]
        database.close()
        aside = ('"addresses"', '"handled"', '"interviews"', '"people"', "sqlite_")
        return "\n".join(line for line in lines if not any(table in line for table in aside))


def told(messages: list[Message]) -> str:
    """The words of messages."""
    return "\n".join(message.title if isinstance(message, Form) else message.text for message in messages)


SORRY = say_in("en")("sorry")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await SqliteStore.open(tmp_path / "comptoir.db")
    yield store
    await store.close()


@pytest.fixture
def sam(store: Store, tmp_path: Path) -> Sam:
    return Sam(store, tmp_path / "comptoir.db")


@pytest.fixture
def sam_with_forms(store: Store, tmp_path: Path) -> Sam:
    return Sam(store, tmp_path / "comptoir.db", forms=True)
