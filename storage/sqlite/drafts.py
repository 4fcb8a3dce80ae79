"""Texts that were reviewed."""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from storage import Draft, Drafts, FlagCount
from storage.sqlite.connection import Row, Verbs, instant, instant_or_none, reads, writes

_DRAFTS = "SELECT * FROM drafts WHERE person_id = :person"


class DraftVerbs(Verbs, Drafts):
    """The verbs of `storage.Drafts`."""

    @writes
    def add_draft(
        self,
        person_id: int,
        *,
        line_id: int | None,
        network: str,
        text: str,
        key: str,
        now: datetime,
        flags: Collection[str] = (),
        previous_id: int | None = None,
    ) -> Draft:
        added = self.connection.row(
            """
            INSERT INTO drafts (person_id, line_id, network, text, reviewed_at, previous_id, key)
            VALUES (:person, :line, :network, :text, :now, :previous, :key)
            ON CONFLICT (person_id, key) DO NOTHING
            RETURNING id
            """,
            person=person_id,
            line=line_id,
            network=network,
            text=text,
            previous=previous_id,
            key=key,
            now=now,
        )
        if added:
            self._flag(added["id"], flags)
        (row,) = self.connection.rows(_DRAFTS + " AND key = :key", person=person_id, key=key)
        return self._draft(row)

    def _flag(self, draft_id: int, flags: Collection[str]) -> None:
        for name in sorted(flags):
            self.connection.run("INSERT INTO flags (draft_id, name) VALUES (:draft, :name)", draft=draft_id, name=name)

    def _draft(self, row: Row) -> Draft:
        flags = self.connection.rows("SELECT name FROM flags WHERE draft_id = :draft", draft=row["id"])
        return _draft(row, frozenset(flag["name"] for flag in flags))

    @reads
    def draft(self, person_id: int, draft_id: int) -> Draft | None:
        row = self.connection.row(_DRAFTS + " AND id = :draft", person=person_id, draft=draft_id)
        return self._draft(row) if row else None

    @reads
    def last_draft(self, person_id: int) -> Draft | None:
        row = self.connection.row(_DRAFTS + " ORDER BY id DESC LIMIT 1", person=person_id)
        return self._draft(row) if row else None

    @reads
    def recent_drafts(self, person_id: int, since: datetime) -> tuple[Draft, ...]:
        rows = self.connection.rows(
            _DRAFTS + " AND reviewed_at >= :since ORDER BY id DESC", person=person_id, since=since
        )
        return tuple(self._draft(row) for row in rows)

    @writes
    def keep_draft(self, person_id: int, draft_id: int, *, now: datetime) -> Draft | None:
        self.connection.run(
            """
            UPDATE drafts SET kept_at = coalesce(kept_at, :now)
            WHERE person_id = :person AND id = :draft
            """,
            person=person_id,
            draft=draft_id,
            now=now,
        )
        row = self.connection.row(_DRAFTS + " AND id = :draft", person=person_id, draft=draft_id)
        return self._draft(row) if row else None

    @writes
    def explain_draft(self, person_id: int, draft_id: int, reason: str) -> Draft | None:
        self.connection.run(
            "UPDATE drafts SET reason = :reason WHERE person_id = :person AND id = :draft",
            person=person_id,
            draft=draft_id,
            reason=reason,
        )
        row = self.connection.row(_DRAFTS + " AND id = :draft", person=person_id, draft=draft_id)
        return self._draft(row) if row else None

    @reads
    def flag_counts(self, person_id: int) -> Mapping[str, FlagCount]:
        rows = self.connection.rows(
            """
            SELECT flags.name, count(*) AS shown, count(drafts.kept_at) AS kept
            FROM flags JOIN drafts ON drafts.id = flags.draft_id
            WHERE drafts.person_id = :person
            GROUP BY flags.name
            """,
            person=person_id,
        )
        return {row["name"]: FlagCount(row["shown"], row["kept"]) for row in rows}

    @writes
    def add_posts(self, person_id: int, texts: Sequence[str], *, key: str, now: datetime) -> None:
        for text in texts:
            self.connection.run(
                """
                INSERT INTO posts (person_id, text, added_at, key) VALUES (:person, :text, :now, :key)
                ON CONFLICT DO NOTHING
                """,
                person=person_id,
                text=text,
                key=key,
                now=now,
            )

    @reads
    def posts(self, person_id: int, limit: int) -> tuple[str, ...]:
        rows = self.connection.rows(
            "SELECT text FROM posts WHERE person_id = :person ORDER BY id DESC LIMIT :limit",
            person=person_id,
            limit=limit,
        )
        return tuple(row["text"] for row in rows)

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


def _draft(row: Row, flags: frozenset[str]) -> Draft:
    return Draft(
        id=row["id"],
        person_id=row["person_id"],
        line_id=row["line_id"],
        network=row["network"],
        text=row["text"],
        reviewed_at=instant(row["reviewed_at"]),
        flags=flags,
        previous_id=row["previous_id"],
        kept_at=instant_or_none(row["kept_at"]),
        reason=row["reason"],
    )
