"""Says what falls due: claims rows with a lease, composes each from the state as it is now, posts and closes it.

A row is claimed, composed, posted, and only then closed as sent. A crash after the post and before the close leaves
one doubt that no platform resolves: the lease runs out and the row is said again. Nothing is lost; what people asked
for may be said twice after a crash, at that one moment.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias
from uuid import uuid4

from bot.bugs import log_bug
from bot.clock import Clock
from bot.messages import Message, Post, RetryLaterError, UnreachableError
from bot.request import Defaults, Request, request_for
from storage import Claim, Due, DueOutcome, Person, Store

LEASE = timedelta(seconds=90)
"""How long a claimed row is ours: three times the longest that a post may take."""

BATCH = 20
IDLE = timedelta(minutes=1)
"""The longest sleep: after it the clock is read again, so that a suspended machine or a set clock does no harm."""

Compose: TypeAlias = Callable[[Request, Due], Awaitable[Message | None]]
Title: TypeAlias = Callable[[Request, Due], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that falls due. `compose` builds its message, None when its reason is gone; `title` names it in
    a list; `moves` says whether the person may move it.
    """

    compose: Compose
    title: Title
    moves: bool = True


class Delivery:
    """Delivers the due rows of a store, one process among any number of them."""

    def __init__(self, store: Store, kinds: Mapping[str, Kind], post: Post, clock: Clock, defaults: Defaults) -> None:
        self._store = store
        self._kinds = kinds
        self._post = post
        self._clock = clock
        self._defaults = defaults
        self._owner = uuid4().hex
        self._news = asyncio.Event()

    def wake(self) -> None:
        """Makes `run` look again now: something may fall due sooner than what it sleeps for."""
        self._news.set()

    async def run(self) -> None:
        """Delivers until it is cancelled."""
        async with self._store.waking(self.wake):
            while True:
                self._news.clear()
                await self.deliver_due()
                await self._sleep()

    async def deliver_due(self) -> int:
        """Says all that is due at the clock's instant, soonest first; returns how many rows were closed or moved."""
        count = 0
        while claims := await self._claims():
            for claim in claims:
                await self._deliver(claim)
            count += len(claims)
        return count

    async def _claims(self) -> tuple[Claim, ...]:
        return await self._store.claim_due(self._clock.now(), owner=self._owner, lease=LEASE, limit=BATCH)

    async def _sleep(self) -> None:
        """Sleeps until the next row is due, something new came, or `IDLE` is over."""
        due = await self._store.next_due()
        wait = min(IDLE, max(due - self._clock.now(), timedelta())) if due else IDLE
        try:
            await asyncio.wait_for(self._news.wait(), wait.total_seconds())
        except TimeoutError:
            return

    async def _deliver(self, claim: Claim) -> None:
        """Says one row and closes it; moves it where the platform asks to wait."""
        try:
            outcome = await self._say(claim.due)
        except RetryLaterError as error:
            await self._store.postpone_due(claim, self._clock.now() + error.delay)
        except Exception as error:  # noqa: BLE001 - the net: a bug costs one message, never the conversation
            log_bug(f"a due row of kind {claim.due.kind} failed", error)
            await self._store.close_due(claim, "failed", now=self._clock.now())
        else:
            await self._store.close_due(claim, outcome, now=self._clock.now())

    async def _say(self, due: Due) -> DueOutcome:
        """Composes and posts a row; returns how it ended."""
        person = await self._store.person(due.person_id)
        kind = self._kinds.get(due.kind)
        if person is None or person.silent_since or kind is None:
            return "dropped"
        message = await kind.compose(self._request(person, due), due)
        return "dropped" if message is None else await self._send(person, message)

    async def _send(self, person: Person, message: Message) -> DueOutcome:
        address = await self._store.address_of(person.id)
        if address is None:
            return "unreachable"
        try:
            await self._post(address, message)
        except UnreachableError:
            await self._store.mark_unreachable(address, now=self._clock.now())
            return "unreachable"
        return "sent"

    def _request(self, person: Person, due: Due) -> Request:
        return request_for(
            person, now=self._clock.now(), key=f"due:{due.id}", store=self._store, defaults=self._defaults
        )
