"""The one thread that owns the connection: statements, transactions, and how a verb runs in one.

The modules of the verbs write their statements against `Connection` and mark each verb with `reads` or `writes`.
Values are bound by their Python type, in one place: here a naive instant and a NUL character are refused.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from sqlite_utils import Database

P = ParamSpec("P")
R = TypeVar("R")
V = TypeVar("V", bound="Verbs")

Row: TypeAlias = sqlite3.Row
Value: TypeAlias = str | int | date | datetime | timedelta | None

BIGGEST = 2**63 - 1
"""The biggest whole number that SQLite and PostgreSQL hold."""


class Connection:
    """A database and the thread that owns it. `row`, `rows` and `run` belong to that thread: verbs call them."""

    def __init__(self, thread: ThreadPoolExecutor, database: Database) -> None:
        self._thread = thread
        self._database = database
        self._closed = False

    @classmethod
    async def open(cls, connect: Callable[[], Database]) -> Connection:
        """The connection that `connect` makes, in a thread of its own."""
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="comptoir-sqlite")
        try:
            return cls(thread, await asyncio.get_running_loop().run_in_executor(thread, connect))
        except BaseException:
            thread.shutdown(wait=False)
            raise

    async def close(self) -> None:
        """Waits for what is running, then closes the file and ends the thread; twice is harmless."""
        if not self._closed:
            self._closed = True
            await asyncio.get_running_loop().run_in_executor(self._thread, self._database.close)
            self._thread.shutdown()

    async def transaction(self, begin: str, step: Callable[[], R]) -> R:
        """What `step` returns, run in one transaction: committed when it returns, undone when it raises.

        A verb whose caller is cancelled still ends in the thread, whole.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._transact, begin, step)

    def _transact(self, begin: str, step: Callable[[], R]) -> R:
        self._database.execute(begin)
        try:
            result = step()
            self._database.execute("COMMIT")
        except BaseException:
            self._database.rollback()
            raise
        return result

    def rows(self, sql: str, **values: Value) -> list[Row]:
        """The rows that a statement finds or, with RETURNING, writes."""
        bound = {name: _bound(value) for name, value in values.items()}
        return self._database.execute(sql, bound).fetchall()

    def row(self, sql: str, **values: Value) -> Row | None:
        """The first of the rows, if any."""
        return next(iter(self.rows(sql, **values)), None)

    def run(self, sql: str, **values: Value) -> int:
        """The number of rows that a statement without RETURNING wrote."""
        bound = {name: _bound(value) for name, value in values.items()}
        return self._database.execute(sql, bound).rowcount


class Verbs:
    """What the groups of verbs share."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection


def reads(verb: Callable[Concatenate[V, P], R]) -> Callable[Concatenate[V, P], Coroutine[Any, Any, R]]:
    """The verb, run in the thread in a transaction that sees one state of the file."""
    return _transacted(verb, "BEGIN")


def writes(verb: Callable[Concatenate[V, P], R]) -> Callable[Concatenate[V, P], Coroutine[Any, Any, R]]:
    """The verb, run in the thread in a transaction of its own."""
    # A plain BEGIN takes the write lock at the first write, and fails there if another process wrote since our
    # first read; IMMEDIATE waits for the lock before anything is read.
    return _transacted(verb, "BEGIN IMMEDIATE")


def _transacted(
    verb: Callable[Concatenate[V, P], R], begin: str
) -> Callable[Concatenate[V, P], Coroutine[Any, Any, R]]:
    @wraps(verb)
    async def run(self: V, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return await self.connection.transaction(begin, partial(verb, self, *args, **kwargs))

    return run


# What a value is in the file


def _bound(value: Value) -> str | int | None:
    match value:
        case datetime():
            return _instant(value)
        case date():
            return value.isoformat()
        case timedelta():
            return value // timedelta(seconds=1)
        case str() if "\0" in value:
            # SQLite would cut the text there in some functions, and PostgreSQL holds none at all.
            raise ValueError(f"a text can't hold the NUL character, got {len(value)} characters with one")
        case int() if not -BIGGEST <= value <= BIGGEST:
            # A forged button may carry any number: like every id that isn't there, this one finds nothing.
            return None
    return value


def _instant(at: datetime) -> str:
    # Fixed width and always UTC: the text sorts as the instant does, and a person can read their own file.
    if at.utcoffset() is None:
        raise ValueError(f"expected an aware instant, got a naive one: {at.isoformat()}")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def instant(text: str) -> datetime:
    """The instant that a column holds, in UTC."""
    return datetime.fromisoformat(text)


def instant_or_none(text: str | None) -> datetime | None:
    """The instant that a column holds, in UTC, if any."""
    return None if text is None else instant(text)


def day_or_none(text: str | None) -> date | None:
    """The day that a column holds, if any."""
    return None if text is None else date.fromisoformat(text)
