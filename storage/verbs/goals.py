"""Time-boxes and the ledger of time won."""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

from datetime import datetime, timedelta

from storage import TIMEBOX_END, Goal, Goals, Outcome
from storage.verbs.dues import call_off, put_due
from storage.verbs.transaction import Row, Transaction, Verbs, instant, instant_or_none, reads, writes


class GoalVerbs(Verbs, Goals):
    """The verbs of `storage.Goals`."""

    @writes
    async def start_goal(
        self,
        tx: Transaction,
        person_id: int,
        *,
        network: str,
        purpose: str,
        starts_at: datetime,
        ends_at: datetime,
        key: str,
        replaces: int | None = None,
    ) -> Goal | None:
        known = await self._goal_of(tx, person_id, key)
        if known is not None:
            return known
        if replaces is not None:
            await self._close(tx, person_id, replaces, "cancelled", starts_at)
        # The conflict is with another open goal, and then the person has no second one that was just replaced.
        started = await tx.row(
            """
            INSERT INTO goals (person_id, network, purpose, starts_at, ends_at, key)
            VALUES (:person, :network, :purpose, :starts_at, :ends_at, :key)
            ON CONFLICT DO NOTHING
            RETURNING *
            """,
            person=person_id,
            network=network,
            purpose=purpose,
            starts_at=starts_at,
            ends_at=ends_at,
            key=key,
        )
        if started is None:
            # Or with the same update, delivered twice at once: then there is a goal of its key now.
            return await self._goal_of(tx, person_id, key)
        await put_due(tx, person_id, TIMEBOX_END, started["id"], ends_at)
        return _goal(started)

    async def _goal_of(self, tx: Transaction, person_id: int, key: str) -> Goal | None:
        row = await tx.row("SELECT * FROM goals WHERE person_id = :person AND key = :key", person=person_id, key=key)
        return _goal(row) if row else None

    @reads
    async def open_goal(self, tx: Transaction, person_id: int) -> Goal | None:
        row = await tx.row("SELECT * FROM goals WHERE person_id = :person AND outcome IS NULL", person=person_id)
        return _goal(row) if row else None

    @reads
    async def goal(self, tx: Transaction, person_id: int, goal_id: int) -> Goal | None:
        row = await tx.row(
            "SELECT * FROM goals WHERE person_id = :person AND id = :goal", person=person_id, goal=goal_id
        )
        return _goal(row) if row else None

    @writes
    async def extend_goal(self, tx: Transaction, person_id: int, goal_id: int, ends_at: datetime) -> Goal | None:
        row = await tx.row(
            """
            UPDATE goals SET ends_at = :ends_at, extended = TRUE
            WHERE person_id = :person AND id = :goal AND outcome IS NULL AND extended = FALSE
            RETURNING *
            """,
            person=person_id,
            goal=goal_id,
            ends_at=ends_at,
        )
        if row is None:
            return None
        await put_due(tx, person_id, TIMEBOX_END, goal_id, ends_at)
        return _goal(row)

    @writes
    async def close_goal(
        self, tx: Transaction, person_id: int, goal_id: int, outcome: Outcome, *, won: timedelta, now: datetime
    ) -> Goal | None:
        closed = await self._close(tx, person_id, goal_id, outcome, now)
        if closed is not None and won > timedelta():
            await self._enter(tx, person_id, goal_id, won, now)
        return closed

    async def _close(
        self, tx: Transaction, person_id: int, goal_id: int, outcome: Outcome, now: datetime
    ) -> Goal | None:
        row = await tx.row(
            """
            UPDATE goals SET outcome = :outcome, closed_at = :now
            WHERE person_id = :person AND id = :goal AND outcome IS NULL
            RETURNING *
            """,
            person=person_id,
            goal=goal_id,
            outcome=outcome,
            now=now,
        )
        if row is None:
            return None
        await call_off(tx, person_id, TIMEBOX_END, goal_id, now)
        return _goal(row)

    async def _enter(self, tx: Transaction, person_id: int, goal_id: int, won: timedelta, now: datetime) -> None:
        await tx.run(
            """
            INSERT INTO ledger (person_id, goal_id, seconds, at)
            VALUES (:person, :goal, :won, :now)
            """,
            person=person_id,
            goal=goal_id,
            won=won,
            now=now,
        )

    @reads
    async def recent_goals(self, tx: Transaction, person_id: int, limit: int) -> tuple[Goal, ...]:
        rows = await tx.rows(
            """
            SELECT * FROM goals
            WHERE id IN (
                SELECT max(id) FROM goals
                WHERE person_id = :person AND coalesce(outcome, '') <> 'cancelled'
                GROUP BY purpose
            )
            ORDER BY starts_at DESC, id DESC
            LIMIT :limit
            """,
            person=person_id,
            limit=limit,
        )
        return tuple(_goal(row) for row in rows)

    @reads
    async def time_won(self, tx: Transaction, person_id: int, since: datetime) -> timedelta:
        (row,) = await tx.rows(
            """
            SELECT CAST(coalesce(sum(seconds), 0) AS bigint) AS seconds FROM ledger
            WHERE person_id = :person AND at >= :since
            """,
            person=person_id,
            since=since,
        )
        return timedelta(seconds=row["seconds"])


def _goal(row: Row) -> Goal:
    return Goal(
        id=row["id"],
        person_id=row["person_id"],
        network=row["network"],
        purpose=row["purpose"],
        starts_at=instant(row["starts_at"]),
        ends_at=instant(row["ends_at"]),
        extended=bool(row["extended"]),
        outcome=row["outcome"],
        closed_at=instant_or_none(row["closed_at"]),
    )
