"""The store in a PostgreSQL database: the backend of several processes that share the work.

Every verb of `storage.Store` is one transaction on a connection of the pool. What a verb wrote before it returned
survives a crash of either side: a commit waits for the server's disk, even where the server is set not to. Any
number of processes may open the same database; they claim what is due without waiting for each other.

It listens and it prepares statements, so between it and the server there may be no pool that hands a connection to
another client at each transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta

from storage.postgres.database import Database
from storage.postgres.news import listening
from storage.postgres.opening import Server, prepare
from storage.verbs import AllVerbs

__all__ = ["PostgresStore"]


class PostgresStore(AllVerbs):
    """A `storage.Store` in a PostgreSQL database; made by `PostgresStore.open`."""

    def __init__(self, database: Database, server: Server) -> None:
        super().__init__(database)
        self._pool = database
        self._server = server

    @classmethod
    async def open(cls, address: str, *, wait: timedelta = timedelta(seconds=5)) -> PostgresStore:
        """The store in the database at `address` (`postgresql://…`), brought to this version's schema.

        `wait` is how long it waits, now and in every verb, for a connection. Raises `storage.UnusableError`, never with
        the password, when the server can't be reached or refuses, and when the database can't hold what we write, has
        tables of another program or was written by a newer version. A verb raises it when the server is lost: what it
        was writing is then undone, or committed just before.
        """
        server = Server(address, wait)
        await prepare(server)
        return cls(await Database.open(server), server)

    def waking(self, wake: Callable[[], None]) -> AbstractAsyncContextManager[None]:
        """While entered, `wake` is called when something new is the next to fall due, and once we begin to listen."""
        return listening(self._server, wake)

    async def close(self) -> None:
        """Waits for what is running, then gives back the connections; twice is harmless."""
        await self._pool.close()
