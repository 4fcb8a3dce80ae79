"""Texts that were reviewed."""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

from datetime import datetime

from storage import Draft, Drafts
from storage.sqlite.connection import Row, Verbs, instant, instant_or_none, reads, writes


class DraftVerbs(Verbs, Drafts):
    """The verbs of `storage.Drafts`."""

    @writes
    def add_draft(
        self, person_id: int, *, line_id: int | None, network: str, text: str, key: str, now: datetime
    ) -> Draft:
        self.connection.run(
            """
            INSERT INTO drafts (person_id, line_id, network, text, reviewed_at, key)
            VALUES (:person, :line, :network, :text, :now, :key)
            ON CONFLICT (person_id, key) DO NOTHING
            """,
            person=person_id,
            line=line_id,
            network=network,
            text=text,
            key=key,
            now=now,
        )
        (row,) = self.connection.rows(
            "SELECT * FROM drafts WHERE person_id = :person AND key = :key", person=person_id, key=key
        )
        return _draft(row)

    @reads
    def draft(self, person_id: int, draft_id: int) -> Draft | None:
        row = self.connection.row(
            "SELECT * FROM drafts WHERE person_id = :person AND id = :draft", person=person_id, draft=draft_id
        )
        return _draft(row) if row else None

    @reads
    def last_draft(self, person_id: int) -> Draft | None:
        row = self.connection.row(
            "SELECT * FROM drafts WHERE person_id = :person ORDER BY id DESC LIMIT 1", person=person_id
        )
        return _draft(row) if row else None

    @writes
    def keep_draft(self, person_id: int, draft_id: int, *, now: datetime) -> Draft | None:
        row = self.connection.row(
            """
            UPDATE drafts SET kept_at = coalesce(kept_at, :now)
            WHERE person_id = :person AND id = :draft
            RETURNING *
            """,
            person=person_id,
            draft=draft_id,
            now=now,
        )
        return _draft(row) if row else None

    @reads
    def was_kept(self, person_id: int, line_id: int | None, text: str) -> bool:
        # No row has the id 0: it stands for "no line yet". Compared here, because SQL strips spaces only.
        rows = self.connection.rows(
            """
            SELECT text FROM drafts
            WHERE person_id = :person AND coalesce(line_id, 0) = :line AND kept_at IS NOT NULL
            """,
            person=person_id,
            line=line_id or 0,
        )
        return any(row["text"].strip() == text.strip() for row in rows)


def _draft(row: Row) -> Draft:
    return Draft(
        id=row["id"],
        person_id=row["person_id"],
        line_id=row["line_id"],
        network=row["network"],
        text=row["text"],
        reviewed_at=instant(row["reviewed_at"]),
        kept_at=instant_or_none(row["kept_at"]),
    )
