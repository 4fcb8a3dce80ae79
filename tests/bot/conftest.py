"""A real store and a clock that stands still, for what talks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import StillClock
from bot.messages import Message
from storage import Address, Person, Store
from storage.sqlite import SqliteStore

ANNA = Address("terminal", "anna", "anna")


class Outbox:
    """Keeps what is posted; raises `error` instead once it is set."""

    def __init__(self) -> None:
        self.posted: list[tuple[Address, Message]] = []
        self.error: Exception | None = None

    async def post(self, address: Address, message: Message) -> None:
        if self.error:
            raise self.error
        self.posted.append((address, message))

    @property
    def messages(self) -> list[Message]:
        return [message for _, message in self.posted]


@pytest.fixture
def clock() -> StillClock:
    """A Tuesday morning, 9:00 in Paris."""
    return StillClock(datetime(2026, 11, 24, 8, tzinfo=UTC))


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await SqliteStore.open(tmp_path / "comptoir.db")
    yield store
    await store.close()


@pytest.fixture
async def anna(store: Store, clock: StillClock) -> Person:
    person = await store.meet(ANNA, "Anna", now=clock.now())
    return await store.settle(person.id, language="en", zone="Europe/Paris", country="FR")


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()
