"""The editorial line and its versions."""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

from datetime import datetime

from storage import Line, Lines
from storage.verbs.transaction import Row, Transaction, Verbs, instant, reads, writes


class LineVerbs(Verbs, Lines):
    """The verbs of `storage.Lines`."""

    @writes
    async def add_line(
        self,
        tx: Transaction,
        person_id: int,
        *,
        target: str,
        feel: str,
        messages: str,
        expertise: str,
        key: str,
        now: datetime,
    ) -> Line:
        added = await tx.row(
            """
            INSERT INTO lines (person_id, version, target, feel, messages, expertise, created_at, key)
            SELECT :person, coalesce(max(version), 0) + 1, :target, :feel, :messages, :expertise, :now, :key
            FROM lines WHERE person_id = :person
            ON CONFLICT (person_id, key) DO NOTHING
            RETURNING *
            """,
            person=person_id,
            target=target,
            feel=feel,
            messages=messages,
            expertise=expertise,
            key=key,
            now=now,
        )
        return _line(added or await self._line_of(tx, person_id, key))

    async def _line_of(self, tx: Transaction, person_id: int, key: str) -> Row:
        (row,) = await tx.rows(
            "SELECT * FROM lines WHERE person_id = :person AND key = :key", person=person_id, key=key
        )
        return row

    @reads
    async def current_line(self, tx: Transaction, person_id: int) -> Line | None:
        row = await tx.row(
            "SELECT * FROM lines WHERE person_id = :person ORDER BY version DESC LIMIT 1", person=person_id
        )
        return _line(row) if row else None

    @reads
    async def lines(self, tx: Transaction, person_id: int) -> tuple[Line, ...]:
        rows = await tx.rows("SELECT * FROM lines WHERE person_id = :person ORDER BY version DESC", person=person_id)
        return tuple(_line(row) for row in rows)


def _line(row: Row) -> Line:
    return Line(
        id=row["id"],
        person_id=row["person_id"],
        version=row["version"],
        target=row["target"],
        feel=row["feel"],
        messages=row["messages"],
        expertise=row["expertise"],
        created_at=instant(row["created_at"]),
    )
