"""What falls due: scheduling, and the claim with its lease and its fence.

A row is still to be said while it is `pending` or `claimed`. What a person does with a claimed row (move it, cancel
it) takes it back from its owner, whose acknowledgement then finds another state and changes nothing.
"""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

from datetime import datetime, timedelta

from storage import Claim, Due, DueOutcome, Dues
from storage.verbs.transaction import Row, Transaction, Verbs, instant, instant_or_none, reads, writes

# In the two statements of the delivery, `state IN ('pending', 'claimed')` names to the planner the partial index that
# holds what is still to be said: they read its beginning, however many rows are over.

# The rows are chosen apart (WITH), because PostgreSQL may run a subquery more than once, and then lend too many.
CLAIM_DUE = """
    WITH found AS (
        SELECT id FROM dues
        WHERE state IN ('pending', 'claimed') AND at <= :now
            AND (state = 'pending' OR lease_ends_at <= :now)
        ORDER BY at, id
        LIMIT :limit
        {skip_locked}
    )
    UPDATE dues SET
        state = 'claimed',
        owner = :owner,
        claim_number = claim_number + 1,
        lease_ends_at = :lease_ends_at
    WHERE id IN (SELECT id FROM found)
    RETURNING *
"""

NEXT_DUE = """
    SELECT min(at) AS at FROM (
        SELECT at FROM (
            SELECT at FROM dues
            WHERE state IN ('pending', 'claimed') AND state = 'pending'
            ORDER BY at LIMIT 1
        ) AS pending
        UNION ALL
        SELECT min(lease_ends_at) FROM dues WHERE state = 'claimed'
    ) AS soonest
"""


class DueVerbs(Verbs, Dues):
    """The verbs of `storage.Dues`."""

    @writes
    async def schedule(
        self, tx: Transaction, person_id: int, kind: str, subject: int, at: datetime, *, key: str
    ) -> Due:
        known = await self._scheduled(tx, person_id, kind, subject, key)
        if known is not None:
            return known
        due = await put_due(tx, person_id, kind, subject, at)
        await tx.run(
            """
            INSERT INTO due_keys (person_id, kind, subject, key, due_id)
            VALUES (:person, :kind, :subject, :key, :due)
            """,
            person=person_id,
            kind=kind,
            subject=subject,
            key=key,
            due=due.id,
        )
        return due

    async def _scheduled(self, tx: Transaction, person_id: int, kind: str, subject: int, key: str) -> Due | None:
        row = await tx.row(
            """
            SELECT dues.* FROM due_keys JOIN dues ON dues.id = due_keys.due_id
            WHERE due_keys.person_id = :person AND due_keys.kind = :kind
                AND due_keys.subject = :subject AND due_keys.key = :key
            """,
            person=person_id,
            kind=kind,
            subject=subject,
            key=key,
        )
        return _due(row) if row else None

    @reads
    async def upcoming(self, tx: Transaction, person_id: int) -> tuple[Due, ...]:
        rows = await tx.rows(
            """
            SELECT * FROM dues
            WHERE person_id = :person AND state IN ('pending', 'claimed')
            ORDER BY at, id
            """,
            person=person_id,
        )
        return tuple(_due(row) for row in rows)

    @reads
    async def due(self, tx: Transaction, person_id: int, due_id: int) -> Due | None:
        row = await tx.row(
            """
            SELECT * FROM dues
            WHERE person_id = :person AND id = :due AND state IN ('pending', 'claimed')
            """,
            person=person_id,
            due=due_id,
        )
        return _due(row) if row else None

    @writes
    async def move_due(self, tx: Transaction, person_id: int, due_id: int, at: datetime) -> Due | None:
        row = await tx.row(
            """
            UPDATE dues SET at = :at, state = 'pending', owner = NULL, lease_ends_at = NULL
            WHERE person_id = :person AND id = :due AND state IN ('pending', 'claimed')
            RETURNING *
            """,
            person=person_id,
            due=due_id,
            at=at,
        )
        return _due(row) if row else None

    @writes
    async def cancel_due(self, tx: Transaction, person_id: int, due_id: int) -> Due | None:
        row = await tx.row(
            """
            UPDATE dues SET state = 'cancelled'
            WHERE person_id = :person AND id = :due AND state IN ('pending', 'claimed')
            RETURNING *
            """,
            person=person_id,
            due=due_id,
        )
        return _due(row) if row else None

    @reads
    async def next_due(self, tx: Transaction) -> datetime | None:
        (row,) = await tx.rows(NEXT_DUE)
        return instant_or_none(row["at"])

    @writes
    async def claim_due(
        self, tx: Transaction, now: datetime, *, owner: str, lease: timedelta, limit: int
    ) -> tuple[Claim, ...]:
        rows = await tx.rows(
            CLAIM_DUE.format(skip_locked=tx.skip_locked),
            now=now,
            owner=owner,
            lease_ends_at=now + lease,
            limit=limit,
        )
        # RETURNING promises no order.
        return tuple(_claim(row) for row in sorted(rows, key=lambda row: (row["at"], row["id"])))

    @writes
    async def close_due(self, tx: Transaction, claim: Claim, outcome: DueOutcome, *, now: datetime) -> bool:
        closed = await tx.run(
            """
            UPDATE dues SET state = :outcome, closed_at = :now
            WHERE id = :due AND state = 'claimed' AND owner = :owner AND claim_number = :number
            """,
            due=claim.due.id,
            owner=claim.owner,
            number=claim.number,
            outcome=outcome,
            now=now,
        )
        return closed == 1

    @writes
    async def postpone_due(self, tx: Transaction, claim: Claim, until: datetime) -> bool:
        postponed = await tx.run(
            """
            UPDATE dues SET at = :until, state = 'pending', owner = NULL, lease_ends_at = NULL
            WHERE id = :due AND state = 'claimed' AND owner = :owner AND claim_number = :number
            """,
            due=claim.due.id,
            owner=claim.owner,
            number=claim.number,
            until=until,
        )
        return postponed == 1


async def put_due(tx: Transaction, person_id: int, kind: str, subject: int, at: datetime) -> Due:
    """The one row of this kind and subject that is still to be said: the one there is, moved, or else a new one."""
    (row,) = await tx.rows(
        """
        INSERT INTO dues (person_id, kind, subject, at) VALUES (:person, :kind, :subject, :at)
        ON CONFLICT (person_id, kind, subject) WHERE state IN ('pending', 'claimed')
            DO UPDATE SET at = excluded.at, state = 'pending', owner = NULL, lease_ends_at = NULL
        RETURNING *
        """,
        person=person_id,
        kind=kind,
        subject=subject,
        at=at,
    )
    return _due(row)


async def call_off(tx: Transaction, person_id: int, kind: str, subject: int, now: datetime) -> None:
    """Cancels what is still to be said of this kind and subject, if anything."""
    await tx.run(
        """
        UPDATE dues SET state = 'cancelled', closed_at = :now
        WHERE person_id = :person AND kind = :kind AND subject = :subject AND state IN ('pending', 'claimed')
        """,
        person=person_id,
        kind=kind,
        subject=subject,
        now=now,
    )


def _due(row: Row) -> Due:
    return Due(
        id=row["id"],
        person_id=row["person_id"],
        kind=row["kind"],
        subject=row["subject"],
        at=instant(row["at"]),
    )


def _claim(row: Row) -> Claim:
    return Claim(
        due=_due(row),
        owner=row["owner"],
        number=row["claim_number"],
        expires_at=instant(row["lease_ends_at"]),
    )
