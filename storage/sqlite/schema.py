"""The tables, one migration after another.

Instants are text in UTC of fixed width (`2026-11-24T08:00:00.000000Z`), days ISO dates, durations whole seconds. `key`
is that of the update that asked for the row. Rows are closed or set aside, never deleted, but for interviews.

- people: whom the assistant talks to; `silent_since` while they asked for silence.
- addresses: where they are met, one account on one platform with the chat used last.
- handled: the keys of the updates that were handled to their end.
- lines: the editorial line, one row a version.
- goals: time-boxes; open while `outcome` is null, and then the only open one of the person.
- ledger: the time won, one row a goal.
- clients: the client books; out of the book while `removed_at` is set; `met_on` is the day on the card.
- calls: what was logged of the clients.
- drafts: the texts that were reviewed; `kept_at` is set on those kept as they are, with the reason given.
- flags: what was flagged in a draft.
- posts: texts that a person published and stands by.
- interviews: the forms being asked; the greatest id of a chat is on top.
- dues: what falls due, and what became of it. `pending` and `claimed` (lent to `owner` until `lease_ends_at`) are
  still to be said, at most one row a person, kind and subject; `sent`, `dropped`, `unreachable`, `failed` and
  `cancelled` are over.
- due_keys: the due row that each `schedule` set, so that a redelivered one moves nothing.

A migration has a name that sorts (`0002_teams`) and is never edited once released: the next one follows it. All that
are pending run in one transaction, so an update happens whole or leaves the old file as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeAlias

from sqlite_utils import Database
from sqlite_utils.db import Table
from sqlite_utils.migrations import Migrations

Step: TypeAlias = Callable[[Database], None]

STEPS: dict[str, Step] = {}
"""The migrations of this version by name, in order."""

TABLE_OF = {
    "person_id": "people",
    "line_id": "lines",
    "goal_id": "goals",
    "client_id": "clients",
    "draft_id": "drafts",
    "previous_id": "drafts",
    "due_id": "dues",
}
"""The columns that name a row of another table."""


def migrations() -> Migrations:
    """The steps as a set of sqlite-utils, which remembers in the file those that were applied."""
    found = Migrations("comptoir")
    for name, step in STEPS.items():
        found(name=name)(step)
    return found


def _first(db: Database) -> None:
    for create in (_people, _lines, _goals, _clients, _drafts, _interviews, _dues):
        create(db)


STEPS["0001_first"] = _first


def _people(db: Database) -> None:
    _create(
        db,
        "people",
        {"id": int, "name": str, "language": str, "zone": str, "country": str, "silent_since": str},
        optional={"language", "zone", "country", "silent_since"},
    )
    addresses = _create(
        db,
        "addresses",
        {
            "id": int,
            "platform": str,
            "account": str,
            "person_id": int,
            "chat": str,
            "used_at": str,
            "unreachable_since": str,
        },
        optional={"unreachable_since"},
    )
    addresses.create_index(["platform", "account"], unique=True)
    addresses.create_index(["person_id"])
    _create(db, "handled", {"key": str, "at": str})


def _lines(db: Database) -> None:
    lines = _create(
        db,
        "lines",
        {
            "id": int,
            "person_id": int,
            "version": int,
            "target": str,
            "feel": str,
            "messages": str,
            "expertise": str,
            "created_at": str,
            "key": str,
        },
    )
    lines.create_index(["person_id", "version"], unique=True)
    lines.create_index(["person_id", "key"], unique=True)


def _goals(db: Database) -> None:
    goals = _create(
        db,
        "goals",
        {
            "id": int,
            "person_id": int,
            "network": str,
            "purpose": str,
            "starts_at": str,
            "ends_at": str,
            "extended": int,
            "outcome": str,
            "closed_at": str,
            "key": str,
        },
        optional={"outcome", "closed_at"},
        defaults={"extended": 0},
    )
    goals.create_index(["person_id", "key"], unique=True)
    goals.create_index(["person_id", "starts_at"])
    db.execute("CREATE UNIQUE INDEX goals_open ON goals (person_id) WHERE outcome IS NULL")
    ledger = _create(db, "ledger", {"id": int, "person_id": int, "goal_id": int, "seconds": int, "at": str})
    ledger.create_index(["goal_id"], unique=True)
    ledger.create_index(["person_id", "at"])


def _clients(db: Database) -> None:
    clients = _create(
        db,
        "clients",
        {
            "id": int,
            "person_id": int,
            "name": str,
            "firm": str,
            "phone": str,
            "note": str,
            "met_on": str,
            "created_at": str,
            "removed_at": str,
            "key": str,
        },
        optional={"met_on", "removed_at"},
    )
    clients.create_index(["person_id", "key"], unique=True)
    calls = _create(
        db,
        "calls",
        {"id": int, "client_id": int, "outcome": str, "at": str, "note": str, "key": str},
        defaults={"note": ""},
    )
    calls.create_index(["client_id", "key"], unique=True)
    calls.create_index(["client_id", "at"])


def _drafts(db: Database) -> None:
    drafts = _create(
        db,
        "drafts",
        {
            "id": int,
            "person_id": int,
            "line_id": int,
            "network": str,
            "text": str,
            "reviewed_at": str,
            "previous_id": int,
            "kept_at": str,
            "reason": str,
            "key": str,
        },
        optional={"line_id", "previous_id", "kept_at"},
        defaults={"reason": ""},
    )
    drafts.create_index(["person_id", "key"], unique=True)
    flags = _create(db, "flags", {"id": int, "draft_id": int, "name": str})
    flags.create_index(["draft_id", "name"], unique=True)
    posts = _create(db, "posts", {"id": int, "person_id": int, "text": str, "added_at": str, "key": str})
    posts.create_index(["person_id", "key", "text"], unique=True)


def _interviews(db: Database) -> None:
    interviews = _create(
        db,
        "interviews",
        {"id": int, "person_id": int, "chat": str, "name": str, "form": str, "answers": str},
    )
    interviews.create_index(["person_id", "chat", "name"], unique=True)


def _dues(db: Database) -> None:
    _create(
        db,
        "dues",
        {
            "id": int,
            "person_id": int,
            "kind": str,
            "subject": int,
            "at": str,
            "state": str,
            "owner": str,
            "claim_number": int,
            "lease_ends_at": str,
            "closed_at": str,
        },
        optional={"owner", "lease_ends_at", "closed_at"},
        defaults={"state": "pending", "claim_number": 0},
    )
    # However many rows are over, a claim reads what is still to be said, soonest first, and stops at its limit.
    db.execute("CREATE INDEX dues_to_say ON dues (at, id) WHERE state IN ('pending', 'claimed')")
    db.execute("CREATE INDEX dues_lent ON dues (lease_ends_at) WHERE state = 'claimed'")
    db.execute(
        """
        CREATE UNIQUE INDEX dues_once ON dues (person_id, kind, subject)
        WHERE state IN ('pending', 'claimed')
        """
    )
    keys = _create(
        db, "due_keys", {"id": int, "person_id": int, "kind": str, "subject": int, "key": str, "due_id": int}
    )
    keys.create_index(["person_id", "kind", "subject", "key"], unique=True)


def _create(
    db: Database,
    name: str,
    columns: dict[str, type],
    *,
    optional: Collection[str] = (),
    defaults: dict[str, str | int] | None = None,
) -> Table:
    # The first column is the primary key; what ends in _id names a row of another table.
    key, *others = columns
    return db.table(name).create(
        columns,
        pk=key,
        not_null=[column for column in others if column not in optional],
        defaults=defaults,
        foreign_keys=[(column, TABLE_OF[column], "id") for column in others if column in TABLE_OF],
        strict=True,
    )
