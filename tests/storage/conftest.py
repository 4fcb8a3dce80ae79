"""The backends that keep the contract, and the people whom it is tried with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest

from storage import Address, Person, Store
from storage.sqlite import SqliteStore, opening

OpenStore: TypeAlias = Callable[[], Awaitable[Store]]


@cache
def new_sqlite() -> bytes:
    """What a new SQLite file holds. Made once, because making one takes 50 ms on a slow disk."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        opening.open_database(path, create_folder=False, wait=timedelta()).close()
        return path.read_bytes()


async def _sqlite(folder: Path) -> Store:
    path = folder / "comptoir.db"
    if not path.exists():
        path.write_bytes(new_sqlite())
    # The contract is what the verbs do. That they wait for the disk is for test_sqlite_file.py; here it takes time.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "SYNCHRONOUS", "OFF")
        return await SqliteStore.open(path)


# Each opens a store on what the folder of a test stands for; opened again, it finds the same data.
BACKENDS: dict[str, Callable[[Path], Awaitable[Store]]] = {
    "sqlite": _sqlite,
}


@pytest.fixture(params=BACKENDS)
async def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[OpenStore]:
    """Opens one more store on the same data; all are closed at the end."""
    opened: list[Store] = []

    async def one_more() -> Store:
        opened.append(await BACKENDS[request.param](tmp_path))
        return opened[-1]

    yield one_more
    for store in opened:
        await store.close()


@pytest.fixture
async def store(open_store: OpenStore) -> Store:
    return await open_store()


@pytest.fixture
def now() -> datetime:
    """A Tuesday morning."""
    return datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture
async def anna(store: Store, now: datetime) -> Person:
    return await store.meet(Address("terminal", "anna", "anna"), "Anna", now=now)


@pytest.fixture
async def bob(store: Store, now: datetime) -> Person:
    return await store.meet(Address("terminal", "bob", "bob"), "Bob", now=now)


@pytest.fixture
def new_file(tmp_path: Path) -> Path:
    """An SQLite file with nothing in it yet."""
    path = tmp_path / "comptoir.db"
    path.write_bytes(new_sqlite())
    return path
