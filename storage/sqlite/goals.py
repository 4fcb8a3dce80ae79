"""Time-boxes and the ledger of time won."""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

from datetime import datetime, timedelta

from storage import TIMEBOX_END, Goal, Goals, Outcome
from storage.sqlite.connection import Row, Verbs, instant, instant_or_none, reads, writes
from storage.sqlite.dues import call_off, put_due


class GoalVerbs(Verbs, Goals):
    """The verbs of `storage.Goals`."""

    @writes
    def start_goal(
        self,
        person_id: int,
        *,
        network: str,
        purpose: str,
        starts_at: datetime,
        ends_at: datetime,
        key: str,
        replaces: int | None = None,
    ) -> Goal | None:
        known = self._goal_of(person_id, key)
        if known is not None:
            return known
        if replaces is not None:
            self._close(person_id, replaces, "cancelled", starts_at)
        # The conflict is with another open goal, and then the person has no second one that was just replaced.
        started = self.connection.row(
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
            return None
        put_due(self.connection, person_id, TIMEBOX_END, started["id"], ends_at)
        return _goal(started)

    def _goal_of(self, person_id: int, key: str) -> Goal | None:
        row = self.connection.row(
            "SELECT * FROM goals WHERE person_id = :person AND key = :key", person=person_id, key=key
        )
        return _goal(row) if row else None

    @reads
    def open_goal(self, person_id: int) -> Goal | None:
        row = self.connection.row("SELECT * FROM goals WHERE person_id = :person AND outcome IS NULL", person=person_id)
        return _goal(row) if row else None

    @reads
    def goal(self, person_id: int, goal_id: int) -> Goal | None:
        row = self.connection.row(
            "SELECT * FROM goals WHERE person_id = :person AND id = :goal", person=person_id, goal=goal_id
        )
        return _goal(row) if row else None

    @writes
    def extend_goal(self, person_id: int, goal_id: int, ends_at: datetime) -> Goal | None:
        row = self.connection.row(
            """
            UPDATE goals SET ends_at = :ends_at, extended = 1
            WHERE person_id = :person AND id = :goal AND outcome IS NULL AND extended = 0
            RETURNING *
            """,
            person=person_id,
            goal=goal_id,
            ends_at=ends_at,
        )
        if row is None:
            return None
        put_due(self.connection, person_id, TIMEBOX_END, goal_id, ends_at)
        return _goal(row)

    @writes
    def close_goal(
        self, person_id: int, goal_id: int, outcome: Outcome, *, won: timedelta, now: datetime
    ) -> Goal | None:
        closed = self._close(person_id, goal_id, outcome, now)
        if closed is not None and won > timedelta():
            self._enter(person_id, goal_id, won, now)
        return closed

    def _close(self, person_id: int, goal_id: int, outcome: Outcome, now: datetime) -> Goal | None:
        row = self.connection.row(
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
        call_off(self.connection, person_id, TIMEBOX_END, goal_id, now)
        return _goal(row)

    def _enter(self, person_id: int, goal_id: int, won: timedelta, now: datetime) -> None:
        self.connection.run(
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
    def recent_goals(self, person_id: int, limit: int) -> tuple[Goal, ...]:
        rows = self.connection.rows(
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
    def time_won(self, person_id: int, since: datetime) -> timedelta:
        (row,) = self.connection.rows(
            """
            SELECT coalesce(sum(seconds), 0) AS seconds FROM ledger
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
