"""The verbs of `storage.Store`, written once for every backend: what they decide, and their statements.

The two databases agree on nearly every statement (`ON CONFLICT`, `RETURNING`, partial indexes), and what a verb
decides between two statements is the same on both; a second copy would drift. So a verb is an `async` function over a
small face, `Transaction`, and a backend is only what differs: how a connection is opened, how a transaction begins and
ends, how a value is bound, and the schema.

PostgreSQL awaits its socket there. On SQLite the face never suspends, so the one thread that owns the file runs a verb
from its beginning to its end in a single step, as it ran a plain function. It is how psycopg shares its own protocol
between its two connections; the other ways were a tool that writes one copy from the other, and a thread for each
PostgreSQL connection.

A verb is the same in both places if it is written by three rules:

- it awaits nothing but its statements, and has no effect but through them: it may be run again;
- what it decides after reading must be guarded by a unique index or by the row that it updates, because on PostgreSQL
  others write meanwhile. A collision on an index runs the verb again, and then it finds what the other wrote;
- what a person's text or the order of words means is decided in Python: collations differ.
"""

from __future__ import annotations

from storage.verbs.clients import ClientVerbs
from storage.verbs.drafts import DraftVerbs
from storage.verbs.dues import DueVerbs
from storage.verbs.goals import GoalVerbs
from storage.verbs.interviews import InterviewVerbs
from storage.verbs.lines import LineVerbs
from storage.verbs.people import PeopleVerbs

__all__ = ["AllVerbs"]


class AllVerbs(PeopleVerbs, LineVerbs, GoalVerbs, ClientVerbs, DraftVerbs, InterviewVerbs, DueVerbs):
    """Every verb of `storage.Store`, over the `Database` of a backend."""
