"""Hearing from the server that something new is the next to fall due, whichever process put it there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from psycopg import OperationalError, sql

from storage.postgres.opening import Server, connect

CHANNEL = "comptoir_dues"
"""What the trigger of the table notifies; named in the migration that makes it."""

PAUSE_SECONDS = 2.0
"""How long after the server was lost it is tried again."""

log = logging.getLogger(__name__)


@asynccontextmanager
async def listening(server: Server, wake: Callable[[], None]) -> AsyncIterator[None]:
    """While entered, `wake` is called at each notification, and each time that it begins to listen, because what came
    before was not heard. It has a connection of its own, made again when it is lost.
    """
    ear = asyncio.create_task(_listen(server, wake))
    try:
        yield
    finally:
        ear.cancel()
        with suppress(asyncio.CancelledError):
            await ear


async def _listen(server: Server, wake: Callable[[], None]) -> None:
    while True:
        try:
            await _hear(server, wake)
        except OperationalError:
            log.warning("%s was lost while listening: trying again", server)
        await asyncio.sleep(PAUSE_SECONDS)


async def _hear(server: Server, wake: Callable[[], None]) -> None:
    async with await connect(server) as connection:
        await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(CHANNEL)))
        wake()
        async for _ in connection.notifies():
            wake()
