"""Opening the database: what is wrong with it is said in one line, before anything is written to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from importlib.resources import files
from typing import Any, TypeAlias

from psycopg import AsyncConnection, Error, errors
from psycopg.rows import DictRow, dict_row

from storage import UnusableError

OLDEST = 14
"""The oldest PostgreSQL that is still maintained (https://www.postgresql.org/support/versioning/)."""

MIGRATION_LOCK = 0x636F6D70746F6972
"""The advisory lock of those that migrate: "comptoir" as a number."""

# What a connection is set to, once. A commit is acknowledged when it is on the disk: a reminder that was confirmed must
# come. A process that is suspended in the middle of a verb must not keep others waiting for its rows.
CONFIGURE = """
    SET TIME ZONE 'UTC';
    SET client_encoding TO 'UTF8';
    SET idle_in_transaction_session_timeout TO '30s';
    SELECT set_config('synchronous_commit', 'on', FALSE) WHERE current_setting('synchronous_commit') = 'off'
"""

Connection: TypeAlias = AsyncConnection[DictRow]


@dataclass(frozen=True, slots=True)
class Server:
    """Where the database is and how long it is waited for; shown without the password."""

    address: str = field(repr=False)
    wait: timedelta

    def __str__(self) -> str:
        # The user and the password stand before an @; a parameter after the ? may be a password too.
        return re.sub(r"(?<=://).*@", "", self.address).partition("?")[0]

    @property
    def parameters(self) -> dict[str, Any]:
        """What a connection is made with, beside the address. Every statement is a transaction until one is begun; a
        server that vanished is noticed in seconds.
        """
        return {
            "autocommit": True,
            "row_factory": dict_row,
            "connect_timeout": max(1, round(self.wait.total_seconds())),
            "keepalives_idle": 15,
            "tcp_user_timeout": 15_000,  # milliseconds
        }


async def connect(server: Server) -> Connection:
    """A connection that is set as we need it."""
    connection: Connection = await AsyncConnection.connect(server.address, **server.parameters)
    try:
        await configure(connection)
    except BaseException:
        await connection.close()
        raise
    return connection


async def configure(connection: Connection) -> None:
    """Sets what every connection of ours has."""
    await connection.execute(CONFIGURE)


@contextmanager
def explained(server: Server, kind: type[Error] = Error) -> Iterator[None]:
    """Raises `UnusableError` in place of the driver's errors of a kind."""
    try:
        yield
    except errors.DuplicateTable as error:
        raise UnusableError(f"{server} has tables of another program: give Comptoir a database of its own") from error
    except kind as error:
        raise UnusableError(
            f"{server} can't be used ({_reason(error)}): check the address, and that the server runs"
        ) from error


def _reason(error: Error) -> str:
    # After where it tried to connect, which we say ourselves, libpq says "failed:" and why.
    found = re.findall(r".*failed: (?:FATAL: +)?(.+)", str(error)) or [str(error)]
    return " ".join(found[-1].split())


async def prepare(server: Server) -> None:
    """Checks the database and brings it up to date; raises `UnusableError`."""
    with explained(server):
        async with await connect(server) as connection:
            await _check(connection, server)
            await _migrate(connection, server)


async def _check(connection: Connection, server: Server) -> None:
    if connection.info.server_version < OLDEST * 10_000:
        got = connection.info.server_version // 10_000
        raise UnusableError(f"{server} is PostgreSQL {got}: {OLDEST} or later is needed")
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise UnusableError(f"{server} holds text in {encoding}: create the database with ENCODING 'UTF8'")


# Migrations


def migrations() -> dict[str, str]:
    """The migrations of this version in order: the SQL by the name (`0001_first`). Never edited once released."""
    found = sorted((files(__package__) / "migrations").iterdir(), key=lambda file: file.name)
    return {file.name.removesuffix(".sql"): file.read_text(encoding="utf-8") for file in found}


async def _migrate(connection: Connection, server: Server) -> None:
    if not await _pending(connection, server):
        return
    async with connection.transaction():
        # All pending ones in one transaction: an update happens whole or leaves the database as it was.
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", [MIGRATION_LOCK])
        await connection.execute("CREATE TABLE IF NOT EXISTS comptoir_migrations (name text PRIMARY KEY)")
        # Asked again: another process may have been first.
        for name, sql in (await _pending(connection, server)).items():
            await connection.execute(sql.encode())
            await connection.execute("INSERT INTO comptoir_migrations (name) VALUES (%s)", [name])


async def _pending(connection: Connection, server: Server) -> dict[str, str]:
    """The migrations that the database has not had yet; raises `UnusableError` where it had later ones."""
    applied, known = await _applied(connection), migrations()
    if unknown := applied - known.keys():
        raise UnusableError(
            f"{server} was written by a newer version ({max(unknown)}): update Comptoir, or choose another database"
        )
    return {name: sql for name, sql in known.items() if name not in applied}


async def _applied(connection: Connection) -> set[str]:
    # Asked of the catalogue first: to read a table that isn't there would end the transaction.
    there = await (await connection.execute("SELECT to_regclass('comptoir_migrations') AS found")).fetchone()
    if there is None or there["found"] is None:
        return set()
    cursor = await connection.execute("SELECT name FROM comptoir_migrations")
    return {row["name"] for row in await cursor.fetchall()}
