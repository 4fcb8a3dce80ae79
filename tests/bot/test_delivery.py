from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import timedelta

import pytest

from bot.clock import StillClock, SystemClock
from bot.delivery import LEASE, Delivery, Kind
from bot.messages import Message, RetryLaterError, Text, UnreachableError
from bot.request import Defaults, Request
from storage import Address, Due, Person, Store
from tests.bot.conftest import ANNA, Outbox

DEFAULTS = Defaults("en", "Europe/Paris", "FR")
HOUR = timedelta(hours=1)


async def compose(request: Request, due: Due) -> Message | None:
    if due.subject == 0:
        return None
    if due.subject == 13:
        raise ValueError(due.kind.upper())
    return Text(f"{due.kind} {due.subject} in {request.language}")


async def title(request: Request, due: Due) -> str:
    return due.kind


KINDS = {"nudge": Kind(compose, title)}


@pytest.fixture
def delivery(store: Store, clock: StillClock, outbox: Outbox) -> Delivery:
    return Delivery(store, KINDS, outbox.post, clock, DEFAULTS)


async def test_what_is_due_is_said_once_and_what_is_not_yet_waits(
    store: Store, anna: Person, clock: StillClock, outbox: Outbox, delivery: Delivery
) -> None:
    await store.schedule(anna.id, "nudge", 1, clock.now(), key="1")
    await store.schedule(anna.id, "nudge", 2, clock.now() + HOUR, key="2")
    assert await delivery.deliver_due() == 1
    assert await delivery.deliver_due() == 0
    assert outbox.posted == [(ANNA, Text("nudge 1 in en"))]


async def test_many_are_said_in_the_order_in_which_they_fell_due(
    store: Store, anna: Person, clock: StillClock, outbox: Outbox, delivery: Delivery
) -> None:
    for number in range(45, 0, -1):
        await store.schedule(anna.id, "nudge", number + 100, clock.now() - number * HOUR, key=str(number))
    await delivery.deliver_due()
    assert outbox.messages == [Text(f"nudge {number + 100} in en") for number in range(45, 0, -1)]


@pytest.mark.parametrize("kind", ["nudge", "a kind of a later version"])
async def test_what_has_lost_its_reason_is_dropped(
    store: Store, anna: Person, clock: StillClock, outbox: Outbox, delivery: Delivery, kind: str
) -> None:
    await store.schedule(anna.id, kind, 0, clock.now(), key="1")
    assert await delivery.deliver_due() == 1
    assert outbox.posted == []
    assert await store.upcoming(anna.id) == ()


async def test_nothing_is_said_to_someone_who_asked_for_silence(
    store: Store, anna: Person, clock: StillClock, outbox: Outbox, delivery: Delivery
) -> None:
    await store.schedule(anna.id, "nudge", 1, clock.now(), key="1")
    await store.silence(anna.id, clock.now())
    await delivery.deliver_due()
    assert outbox.posted == []


async def test_a_bug_costs_one_row_and_its_words_are_not_logged(
    store: Store,
    anna: Person,
    clock: StillClock,
    outbox: Outbox,
    delivery: Delivery,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await store.schedule(anna.id, "nudge", 13, clock.now(), key="1")
    await store.schedule(anna.id, "nudge", 1, clock.now(), key="2")
    await delivery.deliver_due()
    assert outbox.messages == [Text("nudge 1 in en")]
    assert "a due row of kind nudge failed: ValueError" in caplog.text
    assert "NUDGE" not in caplog.text


async def test_the_wait_that_a_platform_asks_for_is_kept(
    store: Store, anna: Person, clock: StillClock, outbox: Outbox, delivery: Delivery
) -> None:
    await store.schedule(anna.id, "nudge", 1, clock.now(), key="1")
    outbox.error = RetryLaterError(timedelta(seconds=30))
    await delivery.deliver_due()
    assert await store.next_due() == clock.now() + timedelta(seconds=30)
    outbox.error = None
    clock.move_to(clock.now() + timedelta(seconds=30))
    await delivery.deliver_due()
    assert outbox.messages == [Text("nudge 1 in en")]


async def test_someone_unreachable_is_never_tried_again(
    store: Store, anna: Person, clock: StillClock, outbox: Outbox, delivery: Delivery
) -> None:
    await store.schedule(anna.id, "nudge", 1, clock.now(), key="1")
    await store.schedule(anna.id, "nudge", 2, clock.now(), key="2")
    outbox.error = UnreachableError()
    await delivery.deliver_due()
    outbox.error = None
    assert await delivery.deliver_due() == 0
    assert outbox.posted == []
    assert await store.address_of(anna.id) is None


async def test_what_was_claimed_by_a_process_that_died_is_said_when_its_lease_is_over(
    store: Store, anna: Person, clock: StillClock, outbox: Outbox, delivery: Delivery
) -> None:
    await store.schedule(anna.id, "nudge", 1, clock.now(), key="1")
    await store.claim_due(clock.now(), owner="a process that died", lease=LEASE, limit=1)
    assert await delivery.deliver_due() == 0
    clock.move_to(clock.now() + LEASE)
    assert await delivery.deliver_due() == 1
    assert outbox.messages == [Text("nudge 1 in en")]


async def test_a_running_delivery_wakes_for_what_is_new(store: Store, outbox: Outbox) -> None:
    clock = SystemClock()
    anna = await store.meet(ANNA, "Anna", now=clock.now())
    said = asyncio.Event()

    async def post(address: Address, message: Message) -> None:
        await outbox.post(address, message)
        said.set()

    delivery = Delivery(store, KINDS, post, clock, DEFAULTS)
    running = asyncio.create_task(delivery.run())
    for number in (1, 2):
        said.clear()
        await store.schedule(anna.id, "nudge", number, clock.now() + timedelta(milliseconds=20), key=str(number))
        delivery.wake()
        await asyncio.wait_for(said.wait(), 10)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert outbox.messages == [Text("nudge 1 in en"), Text("nudge 2 in en")]


async def test_a_running_delivery_wakes_for_what_another_process_put_there(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SystemClock()
    person = await store.meet(ANNA, "Anna", now=clock.now())
    heard: list[Callable[[], None]] = []
    said = asyncio.Event()

    async def post(address: Address, message: Message) -> None:
        said.set()

    def waking(wake: Callable[[], None]) -> AbstractAsyncContextManager[None]:
        heard.append(wake)
        return nullcontext()

    monkeypatch.setattr(store, "waking", waking)
    running = asyncio.create_task(Delivery(store, KINDS, post, clock, DEFAULTS).run())
    await asyncio.sleep(0)  # not a wait: lets it begin
    await store.schedule(person.id, "nudge", 1, clock.now(), key="1")
    heard[0]()
    await asyncio.wait_for(said.wait(), 10)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
