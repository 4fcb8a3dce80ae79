"""Texts that were reviewed."""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from storage import Draft, Drafts, FlagCount
from storage.verbs.transaction import Row, Transaction, Verbs, instant, instant_or_none, reads, writes

_DRAFTS = "SELECT * FROM drafts WHERE person_id = :person"


class DraftVerbs(Verbs, Drafts):
    """The verbs of `storage.Drafts`."""

    @writes
    async def add_draft(
        self,
        tx: Transaction,
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
        added = await tx.row(
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
            await self._flag(tx, added["id"], flags)
        (row,) = await tx.rows(_DRAFTS + " AND key = :key", person=person_id, key=key)
        return await self._draft(tx, row)

    async def _flag(self, tx: Transaction, draft_id: int, flags: Collection[str]) -> None:
        for name in sorted(flags):
            await tx.run("INSERT INTO flags (draft_id, name) VALUES (:draft, :name)", draft=draft_id, name=name)

    async def _draft(self, tx: Transaction, row: Row) -> Draft:
        flags = await tx.rows("SELECT name FROM flags WHERE draft_id = :draft", draft=row["id"])
        return _draft(row, frozenset(flag["name"] for flag in flags))

    @reads
    async def draft(self, tx: Transaction, person_id: int, draft_id: int) -> Draft | None:
        row = await tx.row(_DRAFTS + " AND id = :draft", person=person_id, draft=draft_id)
        return await self._draft(tx, row) if row else None

    @reads
    async def last_draft(self, tx: Transaction, person_id: int) -> Draft | None:
        row = await tx.row(_DRAFTS + " ORDER BY id DESC LIMIT 1", person=person_id)
        return await self._draft(tx, row) if row else None

    @reads
    async def recent_drafts(self, tx: Transaction, person_id: int, since: datetime) -> tuple[Draft, ...]:
        rows = await tx.rows(_DRAFTS + " AND reviewed_at >= :since ORDER BY id DESC", person=person_id, since=since)
        return tuple([await self._draft(tx, row) for row in rows])

    @writes
    async def keep_draft(self, tx: Transaction, person_id: int, draft_id: int, *, now: datetime) -> Draft | None:
        await tx.run(
            """
            UPDATE drafts SET kept_at = coalesce(kept_at, :now)
            WHERE person_id = :person AND id = :draft
            """,
            person=person_id,
            draft=draft_id,
            now=now,
        )
        row = await tx.row(_DRAFTS + " AND id = :draft", person=person_id, draft=draft_id)
        return await self._draft(tx, row) if row else None

    @writes
    async def explain_draft(self, tx: Transaction, person_id: int, draft_id: int, reason: str) -> Draft | None:
        await tx.run(
            "UPDATE drafts SET reason = :reason WHERE person_id = :person AND id = :draft",
            person=person_id,
            draft=draft_id,
            reason=reason,
        )
        row = await tx.row(_DRAFTS + " AND id = :draft", person=person_id, draft=draft_id)
        return await self._draft(tx, row) if row else None

    @reads
    async def flag_counts(self, tx: Transaction, person_id: int) -> Mapping[str, FlagCount]:
        rows = await tx.rows(
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
    async def add_posts(
        self, tx: Transaction, person_id: int, texts: Sequence[str], *, key: str, now: datetime
    ) -> None:
        for text in texts:
            await tx.run(
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
    async def posts(self, tx: Transaction, person_id: int, limit: int) -> tuple[str, ...]:
        rows = await tx.rows(
            "SELECT text FROM posts WHERE person_id = :person ORDER BY id DESC LIMIT :limit",
            person=person_id,
            limit=limit,
        )
        return tuple(row["text"] for row in rows)

    @reads
    async def was_kept(self, tx: Transaction, person_id: int, line_id: int | None, text: str) -> bool:
        # No row has the id 0: it stands for "no line yet". Compared here, because SQL strips spaces only.
        rows = await tx.rows(
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
