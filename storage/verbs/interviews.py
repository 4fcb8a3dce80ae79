"""Forms that are being asked, one question at a time."""

# ruff: noqa: D102 -- the protocol documents the verbs

from __future__ import annotations

from storage import Interview, Interviews
from storage.verbs.transaction import Transaction, Verbs, reads, writes


class InterviewVerbs(Verbs, Interviews):
    """The verbs of `storage.Interviews`."""

    @writes
    async def save_interview(self, tx: Transaction, interview: Interview) -> None:
        # A new row has the greatest id, which is the top; an updated one keeps its own, which is its place.
        await tx.run(
            """
            INSERT INTO interviews (person_id, chat, name, form, answers)
            VALUES (:person, :chat, :name, :form, :answers)
            ON CONFLICT (person_id, chat, name) DO UPDATE SET form = excluded.form, answers = excluded.answers
            """,
            person=interview.person_id,
            chat=interview.chat,
            name=interview.name,
            form=interview.form,
            answers=interview.answers,
        )

    @reads
    async def current_interview(self, tx: Transaction, person_id: int, chat: str) -> Interview | None:
        row = await tx.row(
            """
            SELECT person_id, chat, name, form, answers FROM interviews
            WHERE person_id = :person AND chat = :chat
            ORDER BY id DESC
            LIMIT 1
            """,
            person=person_id,
            chat=chat,
        )
        return Interview(row["person_id"], row["chat"], row["name"], row["form"], row["answers"]) if row else None

    @writes
    async def drop_interview(self, tx: Transaction, person_id: int, chat: str, name: str) -> None:
        await tx.run(
            "DELETE FROM interviews WHERE person_id = :person AND chat = :chat AND name = :name",
            person=person_id,
            chat=chat,
            name=name,
        )
