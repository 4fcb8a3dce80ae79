"""Who is met, where, and in which language and zone; and which updates were handled."""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

from datetime import datetime

from storage import Address, People, Person
from storage.verbs.transaction import Row, Transaction, Verbs, instant_or_none, reads, writes


class PeopleVerbs(Verbs, People):
    """The verbs of `storage.People`."""

    @writes
    async def meet(self, tx: Transaction, address: Address, name: str, *, now: datetime) -> Person:
        known = await self._seen(tx, address, now)
        if known is not None:
            return await self._named(tx, known["person_id"], name)
        # Of two that see them first at once, the second collides on the address and runs again.
        (row,) = await tx.rows("INSERT INTO people (name) VALUES (:name) RETURNING *", name=name)
        await self._add_address(tx, row["id"], address, now)
        return _person(row)

    async def _seen(self, tx: Transaction, address: Address, now: datetime) -> Row | None:
        return await tx.row(
            """
            UPDATE addresses SET chat = :chat, used_at = :now, unreachable_since = NULL
            WHERE platform = :platform AND account = :account
            RETURNING person_id
            """,
            platform=address.platform,
            account=address.account,
            chat=address.chat,
            now=now,
        )

    async def _named(self, tx: Transaction, person_id: int, name: str) -> Person:
        # The name of the first sight stays; one that the platform didn't tell then is filled in.
        rows = await tx.rows(
            """
            UPDATE people SET name = CASE WHEN name = '' THEN :name ELSE name END
            WHERE id = :person
            RETURNING *
            """,
            person=person_id,
            name=name,
        )
        return _person(rows[0])

    async def _add_address(self, tx: Transaction, person_id: int, address: Address, now: datetime) -> None:
        await tx.run(
            """
            INSERT INTO addresses (platform, account, person_id, chat, used_at)
            VALUES (:platform, :account, :person, :chat, :now)
            """,
            platform=address.platform,
            account=address.account,
            person=person_id,
            chat=address.chat,
            now=now,
        )

    @reads
    async def person(self, tx: Transaction, person_id: int) -> Person | None:
        row = await tx.row("SELECT * FROM people WHERE id = :person", person=person_id)
        return _person(row) if row else None

    @writes
    async def settle(
        self,
        tx: Transaction,
        person_id: int,
        *,
        language: str | None = None,
        zone: str | None = None,
        country: str | None = None,
    ) -> Person:
        row = await tx.row(
            """
            UPDATE people SET
                language = coalesce(:language, language),
                zone = coalesce(:zone, zone),
                country = coalesce(:country, country)
            WHERE id = :person
            RETURNING *
            """,
            person=person_id,
            language=language,
            zone=zone,
            country=country,
        )
        return _known(row, person_id)

    @writes
    async def silence(self, tx: Transaction, person_id: int, since: datetime | None) -> Person:
        row = await tx.row(
            "UPDATE people SET silent_since = :since WHERE id = :person RETURNING *",
            person=person_id,
            since=since,
        )
        return _known(row, person_id)

    @reads
    async def address_of(self, tx: Transaction, person_id: int) -> Address | None:
        row = await tx.row(
            """
            SELECT platform, account, chat FROM addresses
            WHERE person_id = :person AND unreachable_since IS NULL
            ORDER BY used_at DESC
            LIMIT 1
            """,
            person=person_id,
        )
        return Address(row["platform"], row["account"], row["chat"]) if row else None

    @writes
    async def mark_unreachable(self, tx: Transaction, address: Address, *, now: datetime) -> None:
        # The chat too: if the person wrote from another one meanwhile, the refusal was of the old one.
        await tx.run(
            """
            UPDATE addresses SET unreachable_since = :now
            WHERE platform = :platform AND account = :account AND chat = :chat
            """,
            platform=address.platform,
            account=address.account,
            chat=address.chat,
            now=now,
        )

    @reads
    async def was_handled(self, tx: Transaction, key: str) -> bool:
        return await tx.row("SELECT key FROM handled WHERE key = :key", key=key) is not None

    @writes
    async def mark_handled(self, tx: Transaction, key: str, *, now: datetime) -> None:
        await tx.run("INSERT INTO handled (key, at) VALUES (:key, :now) ON CONFLICT (key) DO NOTHING", key=key, now=now)


def _person(row: Row) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        language=row["language"],
        zone=row["zone"],
        country=row["country"],
        silent_since=instant_or_none(row["silent_since"]),
    )


def _known(row: Row | None, person_id: int) -> Person:
    if row is None:
        raise LookupError(f"there is no person {person_id}")
    return _person(row)
