"""The client book and the calls."""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

import unicodedata
from datetime import datetime

from storage import CALL_LATER, Call, CallOutcome, Client, ClientCard, Clients
from storage.verbs.dues import call_off
from storage.verbs.transaction import Row, Transaction, Verbs, day_or_none, instant, instant_or_none, reads, writes

_CLIENTS = """
    SELECT
        clients.*,
        (SELECT max(at) FROM calls WHERE client_id = clients.id AND outcome = 'called') AS called_at,
        (SELECT max(at) FROM calls WHERE client_id = clients.id) AS tried_at,
        (
            SELECT at FROM dues
            WHERE person_id = clients.person_id AND kind = :call_later AND subject = clients.id
                AND state IN ('pending', 'claimed')
        ) AS promised_at
    FROM clients
    WHERE person_id = :person
"""
_ANY = _CLIENTS + " AND id = :client"
_BOOK = _CLIENTS + " AND removed_at IS NULL"


class ClientVerbs(Verbs, Clients):
    """The verbs of `storage.Clients`."""

    @writes
    async def add_client(self, tx: Transaction, person_id: int, card: ClientCard, *, key: str, now: datetime) -> Client:
        await tx.run(
            """
            INSERT INTO clients (person_id, name, firm, phone, note, met_on, created_at, key)
            VALUES (:person, :name, :firm, :phone, :note, :met_on, :now, :key)
            ON CONFLICT (person_id, key) DO NOTHING
            """,
            person=person_id,
            name=card.name,
            firm=card.firm,
            phone=card.phone,
            note=card.note,
            met_on=card.last_contact,
            key=key,
            now=now,
        )
        (row,) = await tx.rows(_CLIENTS + " AND key = :key", person=person_id, key=key, call_later=CALL_LATER)
        return _client(row)

    @writes
    async def edit_client(self, tx: Transaction, person_id: int, client_id: int, card: ClientCard) -> Client | None:
        edited = await tx.run(
            """
            UPDATE clients SET name = :name, firm = :firm, phone = :phone, note = :note, met_on = :met_on
            WHERE person_id = :person AND id = :client AND removed_at IS NULL
            """,
            person=person_id,
            client=client_id,
            name=card.name,
            firm=card.firm,
            phone=card.phone,
            note=card.note,
            met_on=card.last_contact,
        )
        return await self._any(tx, person_id, client_id) if edited else None

    @writes
    async def remove_client(self, tx: Transaction, person_id: int, client_id: int, *, now: datetime) -> Client | None:
        removed = await tx.run(
            """
            UPDATE clients SET removed_at = :now
            WHERE person_id = :person AND id = :client AND removed_at IS NULL
            """,
            person=person_id,
            client=client_id,
            now=now,
        )
        if not removed:
            return None
        await call_off(tx, person_id, CALL_LATER, client_id, now)
        return await self._any(tx, person_id, client_id)

    @writes
    async def restore_client(self, tx: Transaction, person_id: int, client_id: int) -> Client | None:
        await tx.run(
            "UPDATE clients SET removed_at = NULL WHERE person_id = :person AND id = :client",
            person=person_id,
            client=client_id,
        )
        return await self._any(tx, person_id, client_id)

    @reads
    async def client(self, tx: Transaction, person_id: int, client_id: int) -> Client | None:
        return await self._any(tx, person_id, client_id) if await _in_book(tx, person_id, client_id) else None

    async def _any(self, tx: Transaction, person_id: int, client_id: int) -> Client | None:
        row = await tx.row(_ANY, person=person_id, client=client_id, call_later=CALL_LATER)
        return _client(row) if row else None

    @reads
    async def clients(self, tx: Transaction, person_id: int) -> tuple[Client, ...]:
        rows = await tx.rows(_BOOK, person=person_id, call_later=CALL_LATER)
        # Sorted here: what a database thinks of "Élodie" depends on its collations.
        return tuple(sorted(map(_client, rows), key=lambda client: (_sort_key(client.name), client.id)))

    @writes
    async def log_call(
        self, tx: Transaction, person_id: int, client_id: int, outcome: CallOutcome, *, key: str, now: datetime
    ) -> Call | None:
        if not await _in_book(tx, person_id, client_id):
            return None
        logged = await tx.row(
            """
            INSERT INTO calls (client_id, outcome, at, key) VALUES (:client, :outcome, :now, :key)
            ON CONFLICT (client_id, key) DO NOTHING
            RETURNING *
            """,
            client=client_id,
            outcome=outcome,
            key=key,
            now=now,
        )
        if logged is None:
            return await self._call_of(tx, client_id, key)
        await call_off(tx, person_id, CALL_LATER, client_id, now)
        return _call(logged)

    async def _call_of(self, tx: Transaction, client_id: int, key: str) -> Call:
        (row,) = await tx.rows(
            "SELECT * FROM calls WHERE client_id = :client AND key = :key", client=client_id, key=key
        )
        return _call(row)

    @writes
    async def note_call(self, tx: Transaction, person_id: int, call_id: int, note: str) -> Call | None:
        row = await tx.row(
            """
            UPDATE calls SET note = :note
            WHERE id = :call AND client_id IN (
                SELECT id FROM clients WHERE person_id = :person AND removed_at IS NULL
            )
            RETURNING *
            """,
            person=person_id,
            call=call_id,
            note=note,
        )
        return _call(row) if row else None

    @reads
    async def calls(self, tx: Transaction, person_id: int, client_id: int) -> tuple[Call, ...]:
        rows = await tx.rows(
            """
            SELECT calls.* FROM calls JOIN clients ON clients.id = calls.client_id
            WHERE clients.person_id = :person AND clients.id = :client AND clients.removed_at IS NULL
            ORDER BY calls.at DESC, calls.id DESC
            """,
            person=person_id,
            client=client_id,
        )
        return tuple(_call(row) for row in rows)


async def _in_book(tx: Transaction, person_id: int, client_id: int) -> bool:
    found = await tx.row(
        "SELECT id FROM clients WHERE person_id = :person AND id = :client AND removed_at IS NULL",
        person=person_id,
        client=client_id,
    )
    return found is not None


def _client(row: Row) -> Client:
    called_at = instant_or_none(row["called_at"])
    contacts = (day_or_none(row["met_on"]), called_at.date() if called_at else None)
    return Client(
        id=row["id"],
        person_id=row["person_id"],
        name=row["name"],
        firm=row["firm"],
        phone=row["phone"],
        note=row["note"],
        last_contact=max((day for day in contacts if day), default=None),
        created_at=instant(row["created_at"]),
        last_tried=instant_or_none(row["tried_at"]),
        promised_at=instant_or_none(row["promised_at"]),
    )


def _call(row: Row) -> Call:
    return Call(
        id=row["id"],
        client_id=row["client_id"],
        outcome=row["outcome"],
        at=instant(row["at"]),
        note=row["note"],
    )


def _sort_key(name: str) -> str:
    # Unicode takes the accents apart, but not the ligatures of French.
    letters = unicodedata.normalize("NFKD", name.casefold()).replace("œ", "oe").replace("æ", "ae")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
