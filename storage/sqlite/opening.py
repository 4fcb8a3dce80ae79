"""Opening the file: what is wrong with it is said in one line, before anything is written to it."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from sqlite_utils import Database

from storage import UnusableError
from storage.sqlite.schema import STEPS, migrations

OLDEST = (3, 37)
"""The first SQLite with STRICT tables."""

SYNCHRONOUS = "FULL"
"""A verb returns when its commit is on the disk. The usual NORMAL may lose the last commits in a power cut when in WAL
mode, and a reminder that was confirmed must come.
"""

CHECKED_BYTES = 8 * 2**20
"""Files up to this size are checked page by page when they are opened, bigger ones only as far as they are read."""


def open_database(path: Path, *, create_folder: bool, wait: timedelta) -> Database:
    """The database in this file, made or brought up to date; raises `UnusableError`."""
    path = path.absolute()
    with _explained(path):
        _check_place(path, create_folder)
        if path.exists() and path.stat().st_size:
            _check_content(path, wait)
        return _open(path, wait)


def _check_place(path: Path, create_folder: bool) -> None:
    if sqlite3.sqlite_version_info < OLDEST:
        raise UnusableError(f"SQLite 3.37 or later is needed, got {sqlite3.sqlite_version}: install a newer Python")
    if create_folder:
        # Only its owner may look inside: it holds names, phone numbers and drafts.
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.parent.is_dir():
        raise UnusableError(f"there is no folder {path.parent}: create it, or choose another path for the database")
    if path.is_dir():
        raise UnusableError(f"{path} is a folder: give the path of a file in it")
    _check_writable(path)


def _check_writable(path: Path) -> None:
    # SQLite writes two files beside the database, so the folder counts too.
    for place in (path.parent, path):
        if place.exists() and not os.access(place, os.W_OK):
            raise UnusableError(f"{place} is read-only: change its permissions, or choose another path")


def _check_content(path: Path, wait: timedelta) -> None:
    with closing(_connect(path, "ro" if _is_in_use(path) else "rw", wait)) as connection:
        _check_pages(connection, path)
        _check_version(Database(connection, recursive_triggers=False, execute_plugins=False), path)


def _is_in_use(path: Path) -> bool:
    # After a crash SQLite would write what is in the log to the file, even if we only read: "ro" forbids it. On a
    # file that was closed well "ro" would leave empty logs behind, and "rw" removes them.
    return any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    size = path.stat().st_size
    if size <= CHECKED_BYTES:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise UnusableError(_damaged(path, _one_line(found)))


def _check_version(db: Database, path: Path) -> None:
    applied = {migration.name for migration in migrations().applied(db)}
    if db.table_names() and not applied:
        raise UnusableError(f"{path} belongs to another program: choose another path")
    if unknown := applied - STEPS.keys():
        raise UnusableError(
            f"{path} was written by a newer version ({max(unknown)}): update Comptoir, or choose another path"
        )


def _open(path: Path, wait: timedelta) -> Database:
    path.touch(mode=0o600)
    connection = _connect(path, "rw", wait)
    try:
        db = Database(connection, recursive_triggers=False, execute_plugins=False)
        _configure(db)
        _switch_to_wal(db, wait)
        _migrate(db)
    except BaseException:
        connection.close()
        raise
    connection.row_factory = sqlite3.Row
    return db


def _connect(path: Path, mode: str, wait: timedelta) -> sqlite3.Connection:
    # No isolation level: the driver begins no transaction of its own, each one is begun by us.
    return sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=wait.total_seconds())


def _configure(db: Database) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
    # What FULL needs on macOS; elsewhere it changes nothing.
    db.execute("PRAGMA fullfsync = ON")


def _switch_to_wal(db: Database, wait: timedelta) -> None:
    # For this one lock SQLite doesn't wait by itself: two processes that start on a new file would collide.
    deadline = time.monotonic() + wait.total_seconds()
    while True:
        try:
            return db.enable_wal()
        except sqlite3.OperationalError as error:
            if _primary(error) != sqlite3.SQLITE_BUSY or time.monotonic() >= deadline:
                raise
            time.sleep(0.01)


def _migrate(db: Database) -> None:
    found = migrations()
    if not found.pending(db):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        # It asks again what is pending: another process may have been first.
        found.apply(db)
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise UnusableError(_explanation(path, error)) from error
    except UnicodeDecodeError as error:
        # The driver decodes what SQLite hands over, even its report of what is wrong.
        raise UnusableError(_damaged(path, "its text is not UTF-8")) from error
    except OSError as error:
        raise UnusableError(f"{path} can't be opened ({error.strerror}): choose another path") from error


def _explanation(path: Path, error: sqlite3.DatabaseError) -> str:
    found = _one_line(str(error))
    match _primary(error):
        case sqlite3.SQLITE_NOTADB:
            return f"{path} is not a database: choose another path, or move the file away"
        case sqlite3.SQLITE_CORRUPT:
            return _damaged(path, found)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"{path} is locked by another program: close it and start again"
        case _:
            return f"{path} can't be used ({found}): check the disk and the permissions, or choose another path"


def _primary(error: sqlite3.DatabaseError) -> int:
    # The low byte of a code is its family: SQLITE_BUSY_RECOVERY is a SQLITE_BUSY. Errors of the driver have no code.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _damaged(path: Path, found: str) -> str:
    return f"{path} is damaged ({found}): put a copy back, or move the file away to start afresh"


def _one_line(found: str) -> str:
    # SQLite quotes what it found, which in a damaged file may be anything.
    return "".join(letter if letter.isprintable() else " " for letter in found)
