"""What the assistant remembers: the row types, and the `Store` protocol that every backend keeps.

Features speak to a store in domain verbs (`start_goal`, `log_call`, `claim_due`), each one transaction: it happened
whole, or it did not happen. Verbs that add something take the `key` of the update that asked for it; the same key
again changes nothing and returns the row of the first time, so that a redelivered update is harmless.

Every instant is aware and in UTC; a naive one raises `ValueError` before anything is written. Verbs that name a
`person_id` beside another id find only what belongs to that person, so a forged button finds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

TIMEBOX_END = "timebox-end"
"""The kind of the due row that ends a time-box; `start_goal` opens it and `close_goal` cancels it."""

CALL_LATER = "call-later"
"""The kind of the due row that brings a client back; `log_call` cancels it."""

Outcome = Literal["done", "partly", "not_done", "cancelled"]
CallOutcome = Literal["called", "no_answer"]
DueOutcome = Literal["sent", "dropped", "unreachable", "failed"]


class UnusableError(Exception):
    """The database can't be used as it is; the text is one line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person is met: the platform ("terminal", "slack", "telegram"), their account there and the chat."""

    platform: str
    account: str
    chat: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the assistant talks to. `language` ("fr", "en"), `zone` (IANA name) and `country` (ISO 3166 alpha-2)
    are None until the person settled them; `silent_since` is set while they asked for silence.
    """

    id: int
    name: str
    language: str | None = None
    zone: str | None = None
    country: str | None = None
    silent_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One version of a person's editorial line, in their own words. Versions count from 1; none is ever changed."""

    id: int
    person_id: int
    version: int
    target: str
    feel: str
    messages: str
    expertise: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Goal:
    """A time-box: when (`starts_at`) I open `network` for `purpose` until `ends_at`. Open while `outcome` is None."""

    id: int
    person_id: int
    network: str
    purpose: str
    starts_at: datetime
    ends_at: datetime
    extended: bool = False
    outcome: Outcome | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ClientCard:
    """What a person writes about a client. `phone` is E.164 ("+33612345678"), `last_contact` a day; "" or None is
    unknown.
    """

    name: str
    firm: str = ""
    phone: str = ""
    last_contact: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """A client in a person's book. `last_contact` is the later of the day on the card and the last call that was
    answered (a day in UTC), `last_tried` the last call of any outcome, `promised_at` the reminder set for them.
    """

    id: int
    person_id: int
    name: str
    firm: str
    phone: str
    note: str
    last_contact: date | None
    created_at: datetime
    last_tried: datetime | None = None
    promised_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A call that was logged, with what the person noted of it."""

    id: int
    client_id: int
    outcome: CallOutcome
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was reviewed. `line_id` is the version of the line it was read against, `previous_id` the draft that
    it reworks and `flags` what was flagged, by name; `kept_at` is set when the person kept it as it is, with the
    `reason` they gave.
    """

    id: int
    person_id: int
    line_id: int | None
    network: str
    text: str
    reviewed_at: datetime
    flags: frozenset[str] = frozenset()
    previous_id: int | None = None
    kept_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FlagCount:
    """How often a person was shown a flag, and how often they kept the text in spite of it."""

    shown: int
    kept: int


@dataclass(frozen=True, slots=True)
class Interview:
    """A form being asked one question at a time in a chat. `form` and `answers` are the interview's own JSON."""

    person_id: int
    chat: str
    name: str
    form: str
    answers: str


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be said at an instant: a `kind` that a feature composes, about the row with the id `subject`."""

    id: int
    person_id: int
    kind: str
    subject: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Claim:
    """A due row lent to `owner` until `expires_at`. `number` counts the claims of the row: an acknowledgement counts
    only while owner and number are still those of the row.
    """

    due: Due
    owner: str
    number: int
    expires_at: datetime


class People(Protocol):
    """Who is met, where, and in which language and zone."""

    async def meet(self, address: Address, name: str, *, now: datetime) -> Person:
        """The person behind an address, remembered at first sight; the chat is kept as the one last used there."""
        ...

    async def person(self, person_id: int) -> Person | None:
        """The person with this id."""
        ...

    async def settle(
        self, person_id: int, *, language: str | None = None, zone: str | None = None, country: str | None = None
    ) -> Person:
        """The person with the values given changed and the others kept."""
        ...

    async def silence(self, person_id: int, since: datetime | None) -> Person:
        """The person, silent since an instant, or spoken to again with None."""
        ...

    async def address_of(self, person_id: int) -> Address | None:
        """The reachable address the person used last; None when there is none."""
        ...

    async def mark_unreachable(self, address: Address, *, now: datetime) -> None:
        """Nothing more is sent to an address until the person writes from it again (`meet` clears the mark)."""
        ...

    async def was_handled(self, key: str) -> bool:
        """Whether the update with this key was handled to its end."""
        ...

    async def mark_handled(self, key: str, *, now: datetime) -> None:
        """The update with this key was handled to its end; said again, it changes nothing."""
        ...


class Lines(Protocol):
    """The editorial line and its versions."""

    async def add_line(
        self, person_id: int, *, target: str, feel: str, messages: str, expertise: str, key: str, now: datetime
    ) -> Line:
        """The next version of the person's line."""
        ...

    async def current_line(self, person_id: int) -> Line | None:
        """The newest version."""
        ...

    async def lines(self, person_id: int) -> tuple[Line, ...]:
        """Every version, newest first."""
        ...


class Goals(Protocol):
    """Time-boxes and the ledger of time won."""

    async def start_goal(
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
        """A new open goal, with the due row that ends it; the open goal `replaces` is cancelled for it in the same
        transaction. None, with nothing changed, when another goal is still open.
        """
        ...

    async def open_goal(self, person_id: int) -> Goal | None:
        """The goal that is open now, if any; a person has at most one."""
        ...

    async def goal(self, person_id: int, goal_id: int) -> Goal | None:
        """The person's goal with this id."""
        ...

    async def extend_goal(self, person_id: int, goal_id: int, ends_at: datetime) -> Goal | None:
        """The goal with a later end and a due row there, once; None when it was extended already or is closed."""
        ...

    async def close_goal(
        self, person_id: int, goal_id: int, outcome: Outcome, *, won: timedelta, now: datetime
    ) -> Goal | None:
        """The goal closed, what is pending of it cancelled and the time won (if any) in the ledger; None when it
        was closed already.
        """
        ...

    async def recent_goals(self, person_id: int, limit: int) -> tuple[Goal, ...]:
        """The latest goals that were not cancelled, newest first, each purpose once."""
        ...

    async def time_won(self, person_id: int, since: datetime) -> timedelta:
        """The time won since an instant, from the ledger."""
        ...


class Clients(Protocol):
    """The client book and the calls."""

    async def add_client(self, person_id: int, card: ClientCard, *, key: str, now: datetime) -> Client:
        """A new client in the person's book."""
        ...

    async def edit_client(self, person_id: int, client_id: int, card: ClientCard) -> Client | None:
        """The client with the card replaced; None when there is no such client."""
        ...

    async def remove_client(self, person_id: int, client_id: int, *, now: datetime) -> Client | None:
        """The client, out of the book (with what was promised of them cancelled); None when already out."""
        ...

    async def restore_client(self, person_id: int, client_id: int) -> Client | None:
        """The removed client, back in the book; None when there is no such client."""
        ...

    async def client(self, person_id: int, client_id: int) -> Client | None:
        """The client with this id, if in the book."""
        ...

    async def clients(self, person_id: int) -> tuple[Client, ...]:
        """The whole book, by name."""
        ...

    async def log_call(
        self, person_id: int, client_id: int, outcome: CallOutcome, *, key: str, now: datetime
    ) -> Call | None:
        """A call with a client, logged; a reminder to call them is done with. None when there is no such client."""
        ...

    async def note_call(self, person_id: int, call_id: int, note: str) -> Call | None:
        """The call with a note; None when there is no such call."""
        ...

    async def calls(self, person_id: int, client_id: int) -> tuple[Call, ...]:
        """The calls with a client, newest first."""
        ...


class Drafts(Protocol):
    """Texts that were reviewed."""

    async def add_draft(
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
        """A reviewed draft, with what was flagged in it and the draft that it reworks."""
        ...

    async def draft(self, person_id: int, draft_id: int) -> Draft | None:
        """The draft with this id."""
        ...

    async def last_draft(self, person_id: int) -> Draft | None:
        """The draft that was reviewed last."""
        ...

    async def keep_draft(self, person_id: int, draft_id: int, *, now: datetime) -> Draft | None:
        """The draft, kept as it is; kept again, it changes nothing. None when there is no such draft."""
        ...

    async def explain_draft(self, person_id: int, draft_id: int, reason: str) -> Draft | None:
        """The draft with the reason why it was kept; None when there is no such draft."""
        ...

    async def flag_counts(self, person_id: int) -> Mapping[str, FlagCount]:
        """How often each flag was shown and kept in spite of, by the flag's name."""
        ...

    async def recent_drafts(self, person_id: int, since: datetime) -> tuple[Draft, ...]:
        """The drafts reviewed since an instant, newest first."""
        ...

    async def add_posts(self, person_id: int, texts: Sequence[str], *, key: str, now: datetime) -> None:
        """Posts that the person published and stands by."""
        ...

    async def posts(self, person_id: int, limit: int) -> tuple[str, ...]:
        """The posts that the person stands by, newest first."""
        ...

    async def was_kept(self, person_id: int, line_id: int | None, text: str) -> bool:
        """Whether the person kept this very text as it is under this version of the line."""
        ...


class Interviews(Protocol):
    """Forms that are being asked; the last one opened in a chat is asked first."""

    async def save_interview(self, interview: Interview) -> None:
        """An interview kept as it stands: a new name in the chat goes on top, a known one keeps its place."""
        ...

    async def current_interview(self, person_id: int, chat: str) -> Interview | None:
        """The interview on top in this chat."""
        ...

    async def drop_interview(self, person_id: int, chat: str, name: str) -> None:
        """The interview is over; one that is over already changes nothing."""
        ...


class Dues(Protocol):
    """What falls due. Times are bound from the caller's clock, never from the database's."""

    async def schedule(self, person_id: int, kind: str, subject: int, at: datetime, *, key: str) -> Due:
        """Something to be said at an instant; what was pending of the same kind and subject moves there."""
        ...

    async def upcoming(self, person_id: int) -> tuple[Due, ...]:
        """What is still to be said to a person, soonest first."""
        ...

    async def due(self, person_id: int, due_id: int) -> Due | None:
        """The row with this id, while it is still to be said."""
        ...

    async def move_due(self, person_id: int, due_id: int, at: datetime) -> Due | None:
        """The row at another instant; None when it is no longer to be said."""
        ...

    async def cancel_due(self, person_id: int, due_id: int) -> Due | None:
        """The row, never to be said; None when it is no longer to be said."""
        ...

    async def next_due(self) -> datetime | None:
        """The instant at which a claim could find something: the soonest pending row or end of a lease."""
        ...

    async def claim_due(self, now: datetime, *, owner: str, lease: timedelta, limit: int) -> tuple[Claim, ...]:
        """At most `limit` rows due at `now`, soonest first, lent to `owner`: pending ones and those whose lease ran
        out. No two owners hold a row at once.
        """
        ...

    async def close_due(self, claim: Claim, outcome: DueOutcome, *, now: datetime) -> bool:
        """The row is done with; False when the claim is no longer the row's, and nothing changed."""
        ...

    async def postpone_due(self, claim: Claim, until: datetime) -> bool:
        """The row is pending again from an instant on; False when the claim is no longer the row's."""
        ...

    def waking(self, wake: Callable[[], None]) -> AbstractAsyncContextManager[None]:
        """While entered, `wake` is called in the event loop when something new is the next to fall due, whichever
        process put it there. A hint, for who sleeps until `next_due`: it may come too often, it may be missed, and a
        backend that can't hear other processes never gives one, so they look again now and then all the same.
        """
        ...


class Store(People, Lines, Goals, Clients, Drafts, Interviews, Dues, Protocol):
    """All that is remembered. A backend opens with its own constructor; `close` gives back what it holds."""

    async def close(self) -> None:
        """Waits for what is running, then gives back files and connections; twice is harmless."""
        ...
