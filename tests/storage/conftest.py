"""The backends that keep the contract, and the people whom it is tried with."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import LiteralString, TypeAlias

import psycopg
import pytest
from psycopg import sql

from storage import Address, Person, Store
from storage.postgres import PostgresStore
from storage.postgres.database import Database
from storage.postgres.opening import Server, prepare
from storage.sqlite import SqliteStore, opening
from tests.postgres import OURS, Postgres

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


@pytest.fixture(scope="session")
def one_database(postgres: Postgres) -> Iterator[Emptied]:
    """A PostgreSQL database that has its tables."""
    with postgres.new_database() as address:
        asyncio.run(prepare(Server(address, timedelta(seconds=5))))
        with psycopg.connect(address, autocommit=True, application_name=OURS) as connection:
            yield Emptied(address, connection)


class Emptied:
    """A database that is emptied for each test. That takes 1 ms, where a new database takes 100."""

    def __init__(self, address: str, connection: psycopg.Connection) -> None:
        self._address = address
        self._connection = connection
        things = (
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = {} ORDER BY oid"
        )
        tables, counters = (self._names(things, kind) for kind in "rS")
        # In the reverse of the order in which they were made, rows go before those that they refer to.
        self._empty = sql.SQL("; ").join(
            [
                sql.SQL("DELETE FROM {}").format(sql.Identifier(name))
                for name in reversed(tables)
                if name != "comptoir_migrations"
            ]
            + [sql.SQL("SELECT setval({}, 1, FALSE)").format(sql.Literal(name)) for name in counters]
        )

    def _names(self, things: LiteralString, kind: str) -> list[str]:
        return [name for (name,) in self._connection.execute(sql.SQL(things).format(sql.Literal(kind)))]

    def address(self) -> str:
        """Its address, once it is as if it were new."""
        self._connection.execute(self._empty)
        return self._address


def _in_file(request: pytest.FixtureRequest) -> OpenStore:
    return partial(_sqlite, request.getfixturevalue("tmp_path"))


def _in_database(request: pytest.FixtureRequest) -> OpenStore:
    server = Server(request.getfixturevalue("one_database").address(), timedelta(seconds=5))

    async def opens() -> Store:
        # How a database is checked and brought up to date is for test_postgres_server.py; here it takes time.
        return PostgresStore(await Database.open(server), server)

    return opens


# Each tells how a store is opened on the data of a test; opened again, it finds the same data.
BACKENDS: dict[str, Callable[[pytest.FixtureRequest], OpenStore]] = {
    "sqlite": _in_file,
    "postgres": _in_database,
}


@pytest.fixture(params=BACKENDS)
def opens(request: pytest.FixtureRequest) -> OpenStore:
    return BACKENDS[request.param](request)


@pytest.fixture
async def open_store(opens: OpenStore) -> AsyncIterator[OpenStore]:
    """Opens one more store on the same data; all are closed at the end."""
    opened: list[Store] = []

    async def one_more() -> Store:
        opened.append(await opens())
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
