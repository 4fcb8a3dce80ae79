"""The client book and the calls."""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

import unicodedata
from datetime import datetime

from storage import CALL_LATER, Call, CallOutcome, Client, ClientCard, Clients
from storage.sqlite.connection import Connection, Row, Verbs, day_or_none, instant, instant_or_none, reads, writes
from storage.sqlite.dues import call_off

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
    def add_client(self, person_id: int, card: ClientCard, *, key: str, now: datetime) -> Client:
        self.connection.run(
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
        (row,) = self.connection.rows(_CLIENTS + " AND key = :key", person=person_id, key=key, call_later=CALL_LATER)
        return _client(row)

    @writes
    def edit_client(self, person_id: int, client_id: int, card: ClientCard) -> Client | None:
        edited = self.connection.run(
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
        return self._any(person_id, client_id) if edited else None

    @writes
    def remove_client(self, person_id: int, client_id: int, *, now: datetime) -> Client | None:
        removed = self.connection.run(
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
        call_off(self.connection, person_id, CALL_LATER, client_id, now)
        return self._any(person_id, client_id)

    @writes
    def restore_client(self, person_id: int, client_id: int) -> Client | None:
        self.connection.run(
            "UPDATE clients SET removed_at = NULL WHERE person_id = :person AND id = :client",
            person=person_id,
            client=client_id,
        )
        return self._any(person_id, client_id)

    @reads
    def client(self, person_id: int, client_id: int) -> Client | None:
        return self._any(person_id, client_id) if _in_book(self.connection, person_id, client_id) else None

    def _any(self, person_id: int, client_id: int) -> Client | None:
        row = self.connection.row(_ANY, person=person_id, client=client_id, call_later=CALL_LATER)
        return _client(row) if row else None

    @reads
    def clients(self, person_id: int) -> tuple[Client, ...]:
        rows = self.connection.rows(_BOOK, person=person_id, call_later=CALL_LATER)
        # Sorted here: what a database thinks of "Élodie" depends on its collations.
        return tuple(sorted(map(_client, rows), key=lambda client: (_sort_key(client.name), client.id)))

    @writes
    def log_call(self, person_id: int, client_id: int, outcome: CallOutcome, *, key: str, now: datetime) -> Call | None:
        if not _in_book(self.connection, person_id, client_id):
            return None
        logged = self.connection.row(
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
            return self._call_of(client_id, key)
        call_off(self.connection, person_id, CALL_LATER, client_id, now)
        return _call(logged)

    def _call_of(self, client_id: int, key: str) -> Call:
        (row,) = self.connection.rows(
            "SELECT * FROM calls WHERE client_id = :client AND key = :key", client=client_id, key=key
        )
        return _call(row)

    @writes
    def note_call(self, person_id: int, call_id: int, note: str) -> Call | None:
        row = self.connection.row(
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
    def calls(self, person_id: int, client_id: int) -> tuple[Call, ...]:
        rows = self.connection.rows(
            """
            SELECT calls.* FROM calls JOIN clients ON clients.id = calls.client_id
            WHERE clients.person_id = :person AND clients.id = :client AND clients.removed_at IS NULL
            ORDER BY calls.at DESC, calls.id DESC
            """,
            person=person_id,
            client=client_id,
        )
        return tuple(_call(row) for row in rows)


def _in_book(connection: Connection, person_id: int, client_id: int) -> bool:
    found = connection.row(
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
