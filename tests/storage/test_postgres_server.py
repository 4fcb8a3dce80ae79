"""What concerns the server: what can be wrong with it, how a connection is set, who is woken, how it is lost."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

import psycopg
import pytest

import storage
from storage import Address, Claim, Person, UnusableError
from storage.postgres import PostgresStore, news, opening
from storage.postgres.database import Database, Statements
from storage.postgres.opening import Server
from storage.verbs.dues import CLAIM_DUE, NEXT_DUE
from storage.verbs.transaction import Transaction, Value
from tests.postgres import GIVEN, Postgres, name_of
from tests.storage.conftest import Emptied

MINUTE = timedelta(minutes=1)
LEASE = timedelta(seconds=90)
WAIT = timedelta(seconds=5)
HOME = Address("terminal", "anna", "anna")


@pytest.fixture
def address(one_database: Emptied) -> str:
    return one_database.address()


@pytest.fixture
async def open_store(address: str) -> AsyncIterator[Callable[[], Awaitable[PostgresStore]]]:
    async with AsyncExitStack() as stack:

        async def one_more() -> PostgresStore:
            store = await PostgresStore.open(address)
            stack.push_async_callback(store.close)
            return store

        yield one_more


@pytest.fixture
async def store(open_store: Callable[[], Awaitable[PostgresStore]]) -> PostgresStore:
    return await open_store()


async def refusal(address: str) -> str:
    """The one line that opening the database raises."""
    with pytest.raises(UnusableError) as caught:
        await PostgresStore.open(address)
    (line,) = str(caught.value).splitlines()
    return line


async def told(store: PostgresStore, statement: str) -> Any:
    """What the store's own connection says to a statement, in one value."""

    async def ask(tx: Transaction) -> Any:
        row = await tx.row(statement)
        assert row is not None
        return row["told"]

    return await store.database.read(ask)


# Opening


async def test_many_may_open_a_new_database_at_once(new_database: str) -> None:
    stores = await asyncio.gather(*(PostgresStore.open(new_database) for _ in range(4)))
    for store in stores:
        await store.close()


async def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    assert await refusal("postgresql://me:secret@127.0.0.1:1/comptoir?application_name=x") == (
        "postgresql://127.0.0.1:1/comptoir can't be used (Connection refused): "
        "check the address, and that the server runs"
    )


async def test_a_missing_database_is_told(postgres: Postgres) -> None:
    assert 'can\'t be used (database "nowhere" does not exist)' in await refusal(postgres.at("nowhere"))


@pytest.mark.skipif(bool(GIVEN), reason="whom the given server asks for a password is not ours to say")
async def test_a_wrong_password_is_told_without_it(postgres: Postgres) -> None:
    postgres.run("CREATE ROLE locked LOGIN PASSWORD 'right'")
    line = await refusal(postgres.at("postgres", "locked:wrong"))
    assert 'can\'t be used (password authentication failed for user "locked")' in line
    assert "wrong" not in line


@pytest.mark.skipif(bool(GIVEN), reason="whom the given server asks for a password is not ours to say")
async def test_a_user_who_may_make_no_tables_is_told(postgres: Postgres, new_database: str) -> None:
    postgres.run("CREATE ROLE visitor LOGIN")
    line = await refusal(postgres.at(name_of(new_database), "visitor"))
    assert "can't be used (permission denied for schema public" in line


async def test_an_address_that_the_driver_does_not_understand_is_told() -> None:
    line = await refusal("postgresql://me:secret@127.0.0.1:1/comptoir?colour=red")
    assert "colour" in line
    assert "secret" not in line


async def test_a_server_that_is_too_old_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "OLDEST", 99)
    assert re.search(r" is PostgreSQL \d+: 99 or later is needed$", await refusal(address))


async def test_a_database_in_another_encoding_is_told(postgres: Postgres) -> None:
    postgres.run("CREATE DATABASE comptoir_test_latin TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'")
    try:
        line = await refusal(postgres.at("comptoir_test_latin"))
    finally:
        postgres.run("DROP DATABASE comptoir_test_latin WITH (FORCE)")
    assert line.endswith(" holds text in LATIN1: create the database with ENCODING 'UTF8'")


async def test_tables_of_another_program_are_left_alone(postgres: Postgres, new_database: str) -> None:
    postgres.run("CREATE TABLE people AS SELECT 1 AS mine", database=new_database)
    assert (await refusal(new_database)).endswith(" has tables of another program: give Comptoir a database of its own")
    assert tables(postgres, new_database) == {"people"}


async def test_a_server_that_cannot_be_set_as_we_need_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "CONFIGURE", "SET something TO 'else'")
    assert "something" in await refusal(address)


# Migrations


def tables(postgres: Postgres, database: str) -> set[str]:
    statement = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
    return {name for (name,) in postgres.run(statement, database=database)}


def later(monkeypatch: pytest.MonkeyPatch, **added: str) -> None:
    known = opening.migrations()
    monkeypatch.setattr(opening, "migrations", lambda: {**known, **{f"9{name}": sql for name, sql in added.items()}})


async def test_an_old_database_is_brought_up_to_date_and_loses_nothing(
    postgres: Postgres, new_database: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = await PostgresStore.open(new_database)
    anna = await old.meet(HOME, "Anna", now=now)
    await old.close()
    later(monkeypatch, moods="ALTER TABLE people ADD mood text NOT NULL DEFAULT 'calm'")
    new = await PostgresStore.open(new_database)
    assert await new.person(anna.id) == anna
    assert await told(new, "SELECT mood AS told FROM people") == "calm"
    await new.close()


async def test_a_migration_that_fails_leaves_the_old_database_as_it_was(
    postgres: Postgres, new_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await (await PostgresStore.open(new_database)).close()
    before = tables(postgres, new_database)
    later(monkeypatch, a="CREATE TABLE moods (id int)", b="SELECT * FROM nowhere")
    assert 'can\'t be used (relation "nowhere" does not exist' in await refusal(new_database)
    assert tables(postgres, new_database) == before
    assert postgres.run("SELECT count(*) FROM comptoir_migrations", database=new_database) == [(1,)]


async def test_a_database_of_a_newer_version_is_told_and_stays_as_it_was(
    postgres: Postgres, new_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        later(newer, moods="CREATE TABLE moods (id int)")
        await (await PostgresStore.open(new_database)).close()
    before = tables(postgres, new_database)
    assert (await refusal(new_database)).endswith(
        " was written by a newer version (9moods): update Comptoir, or choose another database"
    )
    assert tables(postgres, new_database) == before


# How it is set


async def test_a_connection_is_set_to_lose_nothing_and_to_block_nobody(store: PostgresStore) -> None:
    assert await told(store, "SELECT current_setting('synchronous_commit') AS told") == "on"
    assert await told(store, "SELECT current_setting('idle_in_transaction_session_timeout') AS told") == "30s"
    assert await told(store, "SELECT current_setting('transaction_isolation') AS told") == "repeatable read"


async def test_a_commit_waits_for_the_disk_even_where_the_server_is_set_not_to(
    postgres: Postgres, new_database: str
) -> None:
    name = name_of(new_database)
    postgres.run("ALTER DATABASE {} SET synchronous_commit = off", name)
    store = await PostgresStore.open(new_database)
    assert await told(store, "SELECT current_setting('synchronous_commit') AS told") == "on"
    await store.close()


async def test_a_row_of_nobody_is_refused_and_changes_nothing(store: PostgresStore, now: datetime) -> None:
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        await store.schedule(7, "ask", 1, now, key="1")
    assert await store.next_due() is None


async def test_a_post_longer_than_an_entry_of_an_index_is_kept_once(
    store: PostgresStore, anna: Person, now: datetime
) -> None:
    post = "".join(map(str, range(10_000)))  # it would not fit compressed either
    await store.add_posts(anna.id, [post, post], key="1", now=now)
    assert await store.posts(anna.id, 5) == (post,)


def test_no_statement_asks_the_server_for_the_time() -> None:
    folder = files(storage)
    statements = [*(folder / "verbs").iterdir(), *(folder / "postgres" / "migrations").iterdir()]
    texts = [file.read_text(encoding="utf-8") for file in statements if file.is_file()]
    assert len(texts) > 5
    assert not re.search(
        r"now\(\)|current_(date|time)|local_?time|clock_timestamp|_timestamp\(\)", "\n".join(texts), re.IGNORECASE
    )


@pytest.fixture
def crowd(postgres: Postgres, address: str, anna: Person) -> None:
    """Ten thousand rows, of which half are over."""
    postgres.run(
        """
        INSERT INTO dues (person_id, kind, subject, at, state)
        SELECT 1, 'ask', number, timestamptz '2026-11-24 00:00 UTC' + number * interval '1 minute',
            CASE number % 2 WHEN 0 THEN 'pending' ELSE 'sent' END
        FROM generate_series(1, 10000) AS number;
        ANALYZE dues
        """,
        database=address,
    )


async def plan(store: PostgresStore, statement: str, **values: Value) -> str:
    """How PostgreSQL would go about a statement."""

    async def explain(tx: Transaction) -> str:
        return "\n".join(row["QUERY PLAN"] for row in await tx.rows(f"EXPLAIN {statement}", **values))

    return await store.database.write(explain)


async def test_a_claim_reads_the_beginning_of_what_is_still_to_be_said(
    store: PostgresStore, crowd: None, now: datetime
) -> None:
    statement = CLAIM_DUE.format(skip_locked=Statements.skip_locked)
    found = await plan(store, statement, now=now, owner="one", lease_ends_at=now, limit=20)
    assert "Index Scan using dues_to_say on dues" in found
    assert "Seq Scan on" not in found
    assert "Sort" not in found


async def test_the_next_instant_is_read_from_two_indexes(store: PostgresStore, crowd: None) -> None:
    found = await plan(store, NEXT_DUE)
    assert re.search(r"Index (Only )?Scan using dues_to_say on dues", found)
    assert re.search(r"Index (Only )?Scan using dues_lent on dues", found)
    assert "Seq Scan on" not in found


# Many at once


async def test_two_stores_that_claim_a_thousand_rows_at_once_never_share_one(
    store: PostgresStore,
    open_store: Callable[[], Awaitable[PostgresStore]],
    postgres: Postgres,
    address: str,
    anna: Person,
    now: datetime,
) -> None:
    postgres.run(
        """
        INSERT INTO dues (person_id, kind, subject, at)
        SELECT 1, 'ask', number, '2020-01-01' FROM generate_series(1, 1000) AS number
        """,
        database=address,
    )
    stores = [store, await open_store()]

    async def claims(each: PostgresStore, owner: str) -> list[Claim]:
        found: list[Claim] = []
        while claimed := await each.claim_due(now, owner=owner, lease=LEASE, limit=7):
            found += claimed
        return found

    found = await asyncio.gather(*(claims(stores[owner % 2], str(owner)) for owner in range(8)))
    ids = [claim.due.id for claims in found for claim in claims]
    assert len(ids) == len(set(ids)) == 1000
    assert sum(1 for claims in found if claims) > 1


async def test_a_claim_passes_over_what_another_is_claiming_and_waits_for_nobody(
    store: PostgresStore, anna: Person, now: datetime
) -> None:
    for subject in range(2):
        await store.schedule(anna.id, "ask", subject, now, key="1")

    async def halfway(tx: Transaction) -> tuple[Claim, ...]:
        await tx.rows("SELECT id FROM dues ORDER BY at, id LIMIT 1 FOR UPDATE SKIP LOCKED")
        return await store.claim_due(now, owner="two", lease=LEASE, limit=9)

    (claim,) = await store.database.write(halfway)
    assert claim.due.subject == 1


# Waking


class Ear:
    """Hears `wake` of one store."""

    def __init__(self) -> None:
        self.heard = asyncio.Event()

    async def wakes(self) -> None:
        async with asyncio.timeout(10):
            await self.heard.wait()
        self.heard.clear()


@pytest.fixture
async def ear(address: str, store: PostgresStore) -> AsyncIterator[Ear]:
    """Listens as another process does, and has begun to."""
    ear = Ear()
    async with news.listening(Server(address, WAIT), ear.heard.set):
        await ear.wakes()
        yield ear


async def test_what_is_the_next_to_fall_due_wakes_who_listens(
    store: PostgresStore, anna: Person, now: datetime, ear: Ear
) -> None:
    due = await store.schedule(anna.id, "ask", 1, now + 2 * MINUTE, key="1")
    await ear.wakes()
    await store.schedule(anna.id, "ask", 2, now + MINUTE, key="1")
    await ear.wakes()
    await store.move_due(anna.id, due.id, now)
    await ear.wakes()
    (claim,) = await store.claim_due(now, owner="one", lease=LEASE, limit=1)
    await store.postpone_due(claim, now)
    await ear.wakes()
    await store.start_goal(anna.id, network="X", purpose="a", starts_at=now - MINUTE, ends_at=now - MINUTE, key="1")
    await ear.wakes()


async def test_what_falls_due_later_than_something_else_or_is_over_wakes_nobody(
    store: PostgresStore, anna: Person, now: datetime, ear: Ear
) -> None:
    first = await store.schedule(anna.id, "ask", 1, now, key="1")
    await ear.wakes()
    second = await store.schedule(anna.id, "ask", 2, now + MINUTE, key="1")
    await store.move_due(anna.id, second.id, now + 2 * MINUTE)
    await store.cancel_due(anna.id, second.id)
    (claim,) = await store.claim_due(now, owner="one", lease=LEASE, limit=1)
    assert claim.due == first
    await store.close_due(claim, "sent", now=now)
    # Notifications come in order, so none of the above has one when this one is the next.
    heard_before = ear.heard.is_set()
    await store.schedule(anna.id, "ask", 3, now, key="1")
    await ear.wakes()
    assert not heard_before


async def test_a_store_wakes_for_what_another_store_scheduled(
    store: PostgresStore, open_store: Callable[[], Awaitable[PostgresStore]], anna: Person, now: datetime
) -> None:
    ear = Ear()
    async with (await open_store()).waking(ear.heard.set):
        await ear.wakes()
        await store.schedule(anna.id, "ask", 1, now, key="1")
        await ear.wakes()


async def test_who_listens_is_woken_when_the_connection_is_lost_and_made_again(
    postgres: Postgres, address: str, ear: Ear, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(news, "PAUSE_SECONDS", 0)
    postgres.cut(address)
    await ear.wakes()
    assert "was lost while listening" in caplog.text


# Losing the server


async def test_verbs_go_on_after_every_connection_was_lost(
    store: PostgresStore, postgres: Postgres, address: str, anna: Person, now: datetime
) -> None:
    await asyncio.gather(*(store.person(anna.id) for _ in range(20)))
    postgres.cut(address)
    assert await asyncio.gather(*(store.person(anna.id) for _ in range(20))) == [anna] * 20
    assert (await store.silence(anna.id, now)).silent_since == now


async def test_a_verb_that_is_cut_off_before_its_commit_is_run_again_and_writes_once(
    store: PostgresStore, anna: Person, now: datetime
) -> None:
    cuts = 0

    async def cut_off_at_first(tx: Transaction) -> None:
        nonlocal cuts
        await tx.run("INSERT INTO handled (key, at) VALUES (:key, :now)", key="1", now=now)
        cuts += 1
        if cuts == 1:
            await tx.row("SELECT pg_terminate_backend(pg_backend_pid())")

    await store.database.write(cut_off_at_first)
    assert cuts == 2
    assert await store.was_handled("1")


async def test_a_server_that_is_away_is_told_in_one_line_and_found_again(
    postgres: Postgres, new_database: str, now: datetime
) -> None:
    name = name_of(new_database)
    store = await PostgresStore.open(new_database, wait=timedelta(seconds=0.2))
    anna = await store.meet(HOME, "Anna", now=now)
    postgres.run("ALTER DATABASE {} ALLOW_CONNECTIONS false", name)
    postgres.cut(new_database)
    with pytest.raises(UnusableError, match=r"^postgresql://\S* can't be used \(.*\): check the address") as caught:
        await store.person(anna.id)
    assert "\n" not in str(caught.value)
    postgres.run("ALTER DATABASE {} ALLOW_CONNECTIONS true", name)
    found = None
    async with asyncio.timeout(10):
        while found is None:
            try:
                found = await store.person(anna.id)
            except UnusableError:
                continue
    assert found == anna
    await store.close()


async def test_a_collision_that_never_ends_is_told_as_what_it_is(store: PostgresStore, now: datetime) -> None:
    async def always(tx: Transaction) -> None:
        for _ in range(2):
            await tx.run("INSERT INTO handled (key, at) VALUES (:key, :now)", key="1", now=now)

    with pytest.raises(psycopg.errors.UniqueViolation):
        await store.database.write(always)
    assert not await store.was_handled("1")


async def test_a_statement_that_the_server_stops_is_told_and_its_verb_undone(
    store: PostgresStore, now: datetime
) -> None:
    async def stopped(tx: Transaction) -> None:
        await tx.run("INSERT INTO handled (key, at) VALUES (:key, :now)", key="1", now=now)
        await tx.row("SELECT set_config('statement_timeout', '1', TRUE)")
        await tx.row("SELECT pg_sleep(60)")

    with pytest.raises(UnusableError, match="canceling statement due to statement timeout"):
        await store.database.write(stopped)
    assert not await store.was_handled("1")


async def test_a_closed_store_is_used_no_more(address: str) -> None:
    store = PostgresStore(await Database.open(Server(address, WAIT)), Server(address, WAIT))
    await store.close()
    with pytest.raises(UnusableError, match="closed"):
        await store.next_due()
