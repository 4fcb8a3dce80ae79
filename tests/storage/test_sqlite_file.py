"""What concerns the file: what can be wrong with it, how it is set, and that nothing acknowledged is lost."""

# ruff: noqa: ASYNC220, ASYNC240 -- a test may block: nothing else runs beside it

import asyncio
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from storage import Address, Person, UnusableError
from storage.sqlite import SqliteStore, opening, schema
from storage.verbs.dues import CLAIM_DUE, NEXT_DUE
from storage.verbs.transaction import Transaction

NO_WAIT = timedelta()
DAY = timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "comptoir.db"


@pytest.fixture
async def store(new_file: Path) -> AsyncIterator[SqliteStore]:
    opened = await SqliteStore.open(new_file)
    yield opened
    await opened.close()


@pytest.fixture
async def filled(new_file: Path, now: datetime) -> Person:
    """Somebody with a few long drafts, in a file that is closed."""
    store = await SqliteStore.open(new_file)
    person = await store.meet(Address("terminal", "anna", "anna"), "Anna", now=now)
    for key in "123":
        await store.add_draft(person.id, line_id=None, network="X", text="a roof " * 1500, key=key, now=now)
    await store.close()
    return person


async def told(store: SqliteStore, sql: str) -> tuple[Any, ...]:
    """What the store's own connection says to a statement."""

    async def ask(tx: Transaction) -> tuple[Any, ...]:
        return tuple((await store.connection.rows(sql))[0])

    return await store.connection.read(ask)


async def refusal(path: Path) -> str:
    """The one line that opening the file raises; checks that it and its folder stay as they were."""
    before = contents(path.parent)
    with pytest.raises(UnusableError) as caught:
        await SqliteStore.open(path, wait=NO_WAIT)
    assert contents(path.parent) == before
    (line,) = str(caught.value).splitlines()
    return line


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.glob("*") if file.is_file() and file.suffix != ".db-shm"}


# Opening


async def test_a_new_file_is_for_its_owner_only(path: Path) -> None:
    await (await SqliteStore.open(path)).close()
    assert path.stat().st_mode & 0o777 == 0o600


async def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    await (await SqliteStore.open(path)).close()
    assert path.read_bytes().startswith(b"SQLite format 3")


async def test_nothing_but_the_file_is_left_after_closing(path: Path, filled: Person) -> None:
    assert [file.name for file in path.parent.iterdir()] == [path.name]


async def test_a_name_with_signs_of_an_address_is_only_a_name(tmp_path: Path) -> None:
    path = tmp_path / "été 100%?mode=memory#1.db"
    await (await SqliteStore.open(path)).close()
    assert path.exists()


async def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert await refusal(tmp_path / "no" / "comptoir.db") == (
        f"there is no folder {tmp_path / 'no'}: create it, or choose another path for the database"
    )
    assert not (tmp_path / "no").exists()


async def test_a_missing_folder_is_created_on_demand_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "comptoir" / "comptoir.db"
    await (await SqliteStore.open(path, create_folder=True)).close()
    assert path.exists()
    assert path.parent.stat().st_mode & 0o777 == 0o700


async def test_a_folder_that_cannot_be_created_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnusableError, match="can't be opened"):
        await SqliteStore.open(tmp_path / "file" / "comptoir.db", create_folder=True)


async def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert await refusal(tmp_path) == f"{tmp_path} is a folder: give the path of a file in it"


async def test_a_text_file_is_no_database(path: Path) -> None:
    path.write_text("Bonjour, voici mes clients.\n" * 100)
    assert await refusal(path) == f"{path} is not a database: choose another path, or move the file away"


def cut(content: bytearray) -> None:
    del content[len(content) // 2 :]


def overwrite(content: bytearray) -> None:
    content[8192:40000] = b"\xff" * (40000 - 8192)


def break_the_schema(content: bytearray) -> None:
    at = content.index(b"CREATE TABLE")
    content[at : at + 12] = b"CREATE\nTABBY"


def break_the_encoding(content: bytearray) -> None:
    at = content.index(b"CREATE TABLE")
    content[at + 8 : at + 12] = b"\xff" * 4


@pytest.mark.parametrize("damage", [cut, overwrite, break_the_schema, break_the_encoding])
async def test_a_damaged_file_is_told(path: Path, filled: Person, damage: Callable[[bytearray], None]) -> None:
    content = bytearray(path.read_bytes())
    damage(content)
    path.write_bytes(content)
    line = await refusal(path)
    assert line.startswith(f"{path} is damaged (")
    assert line.endswith("): put a copy back, or move the file away to start afresh")


async def test_a_big_file_is_not_read_through_at_the_start(
    path: Path, filled: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with path.open("r+b") as file:
        file.seek(-2000, os.SEEK_END)
        file.write(b"\xff" * 2000)
    assert "damaged" in await refusal(path)
    monkeypatch.setattr(opening, "CHECKED_BYTES", 1000)
    await (await SqliteStore.open(path)).close()


async def test_a_file_that_is_for_a_later_sqlite_is_told(path: Path, filled: Person) -> None:
    content = bytearray(path.read_bytes())
    content[47] = 9  # https://sqlite.org/fileformat2.html#schema_format_number
    path.write_bytes(content)
    assert "can't be used (unsupported file format): check the disk" in await refusal(path)


async def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (id INTEGER)")
    assert await refusal(path) == f"{path} belongs to another program: choose another path"


@pytest.fixture
def locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield


async def test_a_locked_file_is_told(path: Path, filled: Person, locked: None) -> None:
    assert await refusal(path) == f"{path} is locked by another program: close it and start again"


async def test_a_new_file_that_another_program_locks_is_told(path: Path, locked: None) -> None:
    assert await refusal(path) == f"{path} is locked by another program: close it and start again"


@pytest.fixture
def written(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program in the middle of a write to a file that is not in WAL mode yet."""
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


async def test_a_new_file_that_another_program_writes_is_told(path: Path, written: sqlite3.Connection) -> None:
    assert await refusal(path) == f"{path} is locked by another program: close it and start again"


async def test_a_new_file_is_waited_for_while_another_program_writes_it(
    path: Path, written: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite.opening.time.sleep", lambda _: written.execute("ROLLBACK"))
    await (await SqliteStore.open(path)).close()
    assert path.stat().st_size > 0


async def test_many_may_open_a_new_file_at_once(path: Path) -> None:
    stores = await asyncio.gather(*(SqliteStore.open(path) for _ in range(4)))
    for store in stores:
        await store.close()


READ_ONLY = """
import asyncio, os, sys
from pathlib import Path
from storage import UnusableError
from storage.sqlite import SqliteStore
Path.cwd().as_uri()  # imports what it needs, which nobody may not be allowed to read afterwards
if os.geteuid() == 0:
    os.setuid(65534)  # permissions bind everybody but root
try:
    asyncio.run(SqliteStore.open(Path(sys.argv[1])))
except UnusableError as error:
    print(error)
"""


def as_nobody(path: Path) -> str:
    return subprocess.run([sys.executable, "-c", READ_ONLY, path], stdout=subprocess.PIPE, text=True, check=True).stdout


async def test_a_read_only_place_is_told() -> None:
    # Not tmp_path: only its owner may enter it, and this is about one who may enter and not write.
    with tempfile.TemporaryDirectory() as name:
        folder, file = Path(name), Path(name) / "comptoir.db"
        await (await SqliteStore.open(file)).close()
        file.chmod(0o444)
        folder.chmod(0o555)
        assert as_nobody(file) == f"{folder} is read-only: change its permissions, or choose another path\n"
        folder.chmod(0o777)
        assert as_nobody(file) == f"{file} is read-only: change its permissions, or choose another path\n"


async def test_a_file_that_may_not_be_read_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, file = Path(name), Path(name) / "comptoir.db"
        file.write_bytes(b"SQLite format 3\0")
        file.chmod(0o222)
        folder.chmod(0o777)
        assert "can't be used (unable to open database file): check the disk" in as_nobody(file)


async def test_an_sqlite_without_strict_tables_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    assert (await refusal(path)).startswith("SQLite 3.37 or later is needed, got ")


async def test_an_error_that_is_not_of_the_file_is_not_explained_away(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Database) -> None:
        raise KeyError("a bug")

    monkeypatch.setitem(schema.STEPS, "0002_broken", broken)
    with pytest.raises(KeyError, match="a bug"):
        await SqliteStore.open(path)


# Migrations


def _add_moods(db: Database) -> None:
    db.table("people").add_column("mood", str, not_null_default="calm")
    # A table made anew under others that refer to it: the hardest that a migration may ask.
    db.table("people").transform(drop={"country"})
    db.table("people").add_column("country", str)


async def test_an_old_file_is_brought_up_to_date_and_loses_nothing(
    path: Path, filled: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(path)) as old:
        before = old.execute("SELECT * FROM drafts").fetchall()
    monkeypatch.setitem(schema.STEPS, "0002_moods", _add_moods)
    store = await SqliteStore.open(path)
    assert await store.person(filled.id) == filled
    assert await told(store, "SELECT mood FROM people") == ("calm",)
    await store.close()
    with closing(sqlite3.connect(path)) as new:
        assert new.execute("SELECT * FROM drafts").fetchall() == before
        assert new.execute("PRAGMA foreign_key_check").fetchall() == []


async def test_a_migration_that_fails_leaves_the_old_file_as_it_was(
    path: Path, filled: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(db: Database) -> None:
        db.execute("DELETE FROM drafts")
        db.execute("SELECT * FROM nowhere")

    monkeypatch.setitem(schema.STEPS, "0002_moods", _add_moods)
    monkeypatch.setitem(schema.STEPS, "0003_fails", fail)
    assert "can't be used (no such table: nowhere)" in await refusal(path)


async def test_a_file_of_a_newer_version_is_told(path: Path, filled: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        newer.setitem(schema.STEPS, "0002_moods", _add_moods)
        await (await SqliteStore.open(path)).close()
    assert await refusal(path) == (
        f"{path} was written by a newer version (0002_moods): update Comptoir, or choose another path"
    )


async def test_a_file_of_a_newer_version_that_crashed_stays_as_it_was(
    path: Path, filled: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as newer:
        newer.setitem(schema.STEPS, "0002_moods", _add_moods)
        store = await SqliteStore.open(path)
        # The file and its log as `kill -9` leaves them: copied while the store is open.
        crashed = tmp_path / "crashed"
        crashed.mkdir()
        for name, content in contents(tmp_path).items():
            (crashed / name).write_bytes(content)
        await store.close()
    assert (crashed / "comptoir.db-wal").stat().st_size > 0
    assert "was written by a newer version" in await refusal(crashed / "comptoir.db")


# How it is set


async def test_the_connection_is_set_to_lose_nothing(store: SqliteStore) -> None:
    assert await told(store, "PRAGMA journal_mode") == ("wal",)
    assert await told(store, "PRAGMA synchronous") == (2,)  # FULL
    assert await told(store, "PRAGMA fullfsync") == (1,)
    assert await told(store, "PRAGMA foreign_keys") == (1,)
    assert await told(store, "PRAGMA busy_timeout") == (5000,)


async def test_a_verb_that_waits_for_something_else_than_its_statements_is_refused_and_undone(
    store: SqliteStore, now: datetime
) -> None:
    async def waits(tx: Transaction) -> None:
        await tx.run("INSERT INTO handled (key, at) VALUES (:key, :now)", key="1", now=now)
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="awaits something else than its statements"):
        await store.connection.write(waits)
    assert not await store.was_handled("1")


async def test_every_table_is_strict(store: SqliteStore, path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        (found,) = db.execute(
            """
            SELECT group_concat(name) FROM pragma_table_list
            WHERE schema = 'main' AND NOT strict AND name NOT LIKE '%sqlite%'
            """
        )
        assert found == (None,)


async def test_a_number_where_a_text_belongs_is_refused(store: SqliteStore, anna: Person, path: Path) -> None:
    with (
        closing(sqlite3.connect(path)) as db,
        pytest.raises(sqlite3.IntegrityError, match="cannot store BLOB value in TEXT column"),
    ):
        db.execute("UPDATE people SET name = x'00'")


async def test_a_row_of_nobody_is_refused_and_changes_nothing(store: SqliteStore, now: datetime) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        await store.schedule(7, "ask", 1, now, key="1")
    assert await store.next_due() is None


async def test_instants_are_text_that_a_person_can_read(store: SqliteStore, now: datetime) -> None:
    await store.mark_handled("1", now=now)
    assert await told(store, "SELECT at FROM handled") == ("2026-11-24T08:00:00.000000Z",)


@pytest.mark.parametrize("statement", [CLAIM_DUE.format(skip_locked=""), NEXT_DUE], ids=["claim", "next"])
async def test_the_delivery_reads_only_what_is_still_to_be_said(store: SqliteStore, path: Path, statement: str) -> None:
    values = dict.fromkeys(["now", "owner", "lease_ends_at", "limit"], 1)
    with closing(sqlite3.connect(path)) as db:
        plan = [step for *_, step in db.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    reads = [step for step in plan if " dues" in step and "PRIMARY KEY" not in step]
    assert reads
    assert all("USING INDEX dues_" in step for step in reads)
    assert not any("ORDER BY" in step for step in plan)


# Crashes

WRITES = """
import asyncio, itertools, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from storage import Address
from storage.sqlite import SqliteStore

async def write():
    now = datetime(2026, 11, 24, 8, tzinfo=UTC)
    store = await SqliteStore.open(Path(sys.argv[1]))
    person = await store.meet(Address("terminal", "anna", "anna"), "Anna", now=now)
    for number in itertools.count():
        await store.schedule(person.id, "ask", number, now, key="1")
        print(number, flush=True)

asyncio.run(write())
"""


async def test_a_kill_in_the_middle_of_writes_loses_nothing_that_was_acknowledged(path: Path, now: datetime) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITES, path], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = [int(writer.stdout.readline()) for _ in range(100)]
        writer.kill()
        acknowledged += map(int, writer.stdout.read().split())
    store = await SqliteStore.open(path)
    anna = await store.meet(Address("terminal", "anna", "anna"), "Anna", now=now)
    written = [due.subject for due in await store.upcoming(anna.id)]
    # One more may be there: written, and killed before it could say so.
    assert written[: len(acknowledged)] == acknowledged
    assert len(written) <= len(acknowledged) + 1
    claims = await store.claim_due(now, owner="next", lease=DAY, limit=10_000)
    assert [claim.due.subject for claim in claims] == written
    await store.close()
