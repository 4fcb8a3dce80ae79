"""The store in one SQLite file: the backend of the terminal, and of a host with a single process.

Every verb of `storage.Store` is one transaction on the one thread that owns the connection. The file is in WAL
mode with `synchronous = FULL`: what a verb wrote before it returned survives `kill -9` and a power cut. Several
processes may open the same file; they wait for each other's writes.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import timedelta
from functools import partial
from pathlib import Path

from storage.sqlite.connection import Connection
from storage.sqlite.opening import open_database
from storage.verbs import AllVerbs

__all__ = ["SqliteStore"]


class SqliteStore(AllVerbs):
    """A `storage.Store` on an SQLite file; made by `SqliteStore.open`."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.connection = connection

    @classmethod
    async def open(
        cls, path: Path, *, create_folder: bool = False, wait: timedelta = timedelta(seconds=5)
    ) -> SqliteStore:
        """The store in this file, created where there is none and brought to this version's schema.

        `wait` is how long it waits, now and in every verb, for another process that is writing. Raises
        `storage.UnusableError`, and leaves the file as it was, when it is not a database, is damaged, is another
        program's, was written by a newer version, is locked or can't be written to, and when its folder is missing
        unless `create_folder` asks for one.
        """
        connect = partial(open_database, path, create_folder=create_folder, wait=wait)
        return cls(await Connection.open(connect))

    def waking(self, wake: Callable[[], None]) -> AbstractAsyncContextManager[None]:
        """Nothing to enter: SQLite tells no process what another one wrote."""
        return nullcontext()

    async def close(self) -> None:
        """Waits for what is running, then gives back the file and the thread; twice is harmless."""
        await self.connection.close()
