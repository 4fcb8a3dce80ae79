"""The pool of connections: how a verb runs in one transaction, and what happens when it collides or is cut off."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import TypeVar

from psycopg import AsyncCursor, OperationalError, errors
from psycopg.rows import DictRow
from psycopg.types.numeric import Int8
from psycopg_pool import AsyncConnectionPool

from storage.postgres.opening import Connection, Server, configure, explained
from storage.verbs.transaction import Bound, Step, Value, checked

R = TypeVar("R")

CONNECTIONS = 8
"""The most that a process holds. Its event loop is busy before they are; a replica more brings more."""

TRIES = 20
"""How often a verb is run that collides with others. One of those that collide always gets through."""

READ = b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
# Each statement of a writing verb sees what others committed before it: `storage.verbs` says how verbs rely on that.
WRITE = b"BEGIN ISOLATION LEVEL READ COMMITTED"

COLLISIONS = (errors.UniqueViolation, errors.SerializationFailure, errors.DeadlockDetected)


class _LostError(OperationalError):
    """The connection was lost before the commit: nothing was written."""


class Statements:
    """The `Transaction` of a verb, on one connection."""

    skip_locked = "FOR UPDATE SKIP LOCKED"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def rows(self, sql: str, **values: Value) -> list[DictRow]:
        """The rows that a statement finds or, with RETURNING, writes."""
        return await (await self._execute(sql, values)).fetchall()

    async def row(self, sql: str, **values: Value) -> DictRow | None:
        """The first of the rows, if any."""
        return await (await self._execute(sql, values)).fetchone()

    async def run(self, sql: str, **values: Value) -> int:
        """The number of rows that a statement without RETURNING wrote."""
        return (await self._execute(sql, values)).rowcount

    async def _execute(self, sql: str, values: dict[str, Value]) -> AsyncCursor[DictRow]:
        bound = {name: _bound(checked(value)) for name, value in values.items()}
        return await self._connection.execute(_rendered(sql), bound)


class Database:
    """A pool of connections, and the verbs that run on them."""

    def __init__(self, server: Server, pool: AsyncConnectionPool[Connection]) -> None:
        self._server = server
        self._pool = pool
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @classmethod
    async def open(cls, server: Server) -> Database:
        """The pool of a server that was found to be there."""
        pool = AsyncConnectionPool[Connection](
            server.address,
            kwargs=server.parameters,
            configure=configure,
            min_size=1,
            max_size=CONNECTIONS,
            timeout=server.wait.total_seconds(),
            # It gives up when those who wait do, and begins afresh for the next; else its pauses grow to minutes.
            reconnect_timeout=server.wait.total_seconds(),
            open=False,
        )
        with explained(server, OperationalError):
            # Waited for: a verb that came before the first connection would have a second one made.
            await pool.open(wait=True, timeout=server.wait.total_seconds())
        return cls(server, pool)

    async def close(self) -> None:
        """Waits for what is running, then closes the connections; twice is harmless."""
        await self._idle.wait()
        await self._pool.close()

    async def read(self, step: Step[R]) -> R:
        """What `step` returns, run in a transaction that sees one state of the database."""
        return await self._transact(READ, step)

    async def write(self, step: Step[R]) -> R:
        """What `step` returns, run in one transaction: committed when it returns, undone when it raises or its caller
        is cancelled. It is run again where another transaction came first, or the connection turns out to be lost.
        """
        return await self._transact(WRITE, step)

    async def _transact(self, begin: bytes, step: Step[R]) -> R:
        with explained(self._server, OperationalError):
            async with self._counted():
                for _ in range(TRIES - 1):
                    try:
                        return await self._once(begin, step)
                    except COLLISIONS:
                        continue
                    except _LostError:
                        # After a restart of the server the others are lost as well.
                        await self._pool.check()
                return await self._once(begin, step)

    async def _once(self, begin: bytes, step: Step[R]) -> R:
        # The pool commits what was begun, or rolls it back, before it takes the connection back.
        async with self._pool.connection() as connection:
            try:
                await connection.execute(begin)
                return await step(Statements(connection))
            except OperationalError as error:
                if connection.broken:
                    raise _LostError(str(error)) from error
                raise

    @asynccontextmanager
    async def _counted(self) -> AsyncIterator[None]:
        # The pool would turn away who waits for a connection while it closes.
        self._running += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()


@cache
def _rendered(sql: str) -> bytes:
    # Our `:name` as the driver's; `::` is a cast, and a % of the statement's own is written twice.
    return re.sub(r"(?<!:):(\w+)", r"%(\1)s", sql.replace("%", "%%")).encode()


def _bound(value: Bound) -> Bound:
    # Whole numbers always as the columns have them: else each size of a number would be a statement of its own.
    return Int8(value) if type(value) is int else value
