"""The one thread that owns the connection: how a verb runs there in one transaction, and how its values are kept."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any, TypeVar

from sqlite_utils import Database

from storage.verbs.transaction import Bound, Step, Value, checked

R = TypeVar("R")


class Connection:
    """A database and the thread that owns it. It is its own `Transaction` too, because it runs one at a time: `row`,
    `rows` and `run` belong to the thread, where verbs call them, and never suspend.
    """

    skip_locked = ""

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

    async def read(self, step: Step[R]) -> R:
        """What `step` returns, run in a transaction that sees one state of the file."""
        return await self._in_thread("BEGIN", step)

    async def write(self, step: Step[R]) -> R:
        """What `step` returns, run in one transaction: committed when it returns, undone when it raises.

        A verb whose caller is cancelled still ends in the thread, whole.
        """
        # A plain BEGIN takes the write lock at the first write, and fails there if another process wrote since our
        # first read; IMMEDIATE waits for the lock before anything is read.
        return await self._in_thread("BEGIN IMMEDIATE", step)

    async def _in_thread(self, begin: str, step: Step[R]) -> R:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._transact, begin, step)

    def _transact(self, begin: str, step: Step[R]) -> R:
        self._database.execute(begin)
        try:
            result = _finished(step(self))
            self._database.execute("COMMIT")
        except BaseException:
            self._database.rollback()
            raise
        return result

    async def rows(self, sql: str, **values: Value) -> list[sqlite3.Row]:
        """The rows that a statement finds or, with RETURNING, writes."""
        return self._execute(sql, values).fetchall()

    async def row(self, sql: str, **values: Value) -> sqlite3.Row | None:
        """The first of the rows, if any."""
        # To the end, because a RETURNING writes no more than what was fetched of it.
        return next(iter(self._execute(sql, values).fetchall()), None)

    async def run(self, sql: str, **values: Value) -> int:
        """The number of rows that a statement without RETURNING wrote."""
        return self._execute(sql, values).rowcount

    def _execute(self, sql: str, values: dict[str, Value]) -> sqlite3.Cursor:
        return self._database.execute(sql, {name: _kept(checked(value)) for name, value in values.items()})


def _finished(verb: Coroutine[Any, Any, R]) -> R:
    """What a coroutine returns that has nothing to wait for."""
    try:
        verb.send(None)
    except StopIteration as end:
        result: R = end.value
        return result
    verb.close()
    raise RuntimeError(f"{verb} awaits something else than its statements")


def _kept(value: Bound) -> str | int | None:
    match value:
        case datetime():
            # Fixed width and always UTC: the text sorts as the instant does, and a person can read their own file.
            return value.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
        case date():
            return value.isoformat()
        case _:
            return value
