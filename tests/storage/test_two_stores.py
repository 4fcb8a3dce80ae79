"""Two stores on the same data, as two replicas or a chat beside a server have them."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from storage import Address, Claim, Goal, Person, Store

LEASE = timedelta(seconds=90)
OpenStore = Callable[[], Awaitable[Store]]


async def test_one_store_sees_what_the_other_wrote(
    store: Store, open_store: OpenStore, anna: Person, now: datetime
) -> None:
    other = await open_store()
    assert await other.meet(Address("terminal", "anna", "anna"), "Anna", now=now) == anna


async def test_many_claims_at_once_never_share_a_row(
    store: Store, open_store: OpenStore, anna: Person, now: datetime
) -> None:
    for subject in range(60):
        await store.schedule(anna.id, "ask", subject, now, key="1")
    other = await open_store()
    owners = enumerate([store, other] * 10)
    found = await asyncio.gather(
        *(each.claim_due(now, owner=str(number), lease=LEASE, limit=4) for number, each in owners)
    )
    ids = [claim.due.id for claims in found for claim in claims]
    assert len(ids) == 60
    assert len(set(ids)) == 60


async def test_one_acknowledgement_of_many_at_once_counts(
    store: Store, open_store: OpenStore, anna: Person, now: datetime
) -> None:
    await store.schedule(anna.id, "ask", 1, now, key="1")
    (claim,) = await store.claim_due(now, owner="one", lease=LEASE, limit=1)
    other = await open_store()
    counted = await asyncio.gather(*(each.close_due(claim, "sent", now=now) for each in [store, other] * 5))
    assert counted.count(True) == 1


async def test_of_many_goals_at_once_one_starts(
    store: Store, open_store: OpenStore, anna: Person, now: datetime
) -> None:
    async def start(each: Store, key: str) -> Goal | None:
        return await each.start_goal(anna.id, network="X", purpose="watch", starts_at=now, ends_at=now + LEASE, key=key)

    other = await open_store()
    started = await asyncio.gather(*(start(each, str(key)) for key, each in enumerate([store, other] * 5)))
    assert [goal for goal in started if goal] == [await store.open_goal(anna.id)]
    assert len(await store.upcoming(anna.id)) == 1


async def test_a_goal_asked_for_many_times_at_once_by_one_update_is_one_goal_for_all(
    store: Store, open_store: OpenStore, anna: Person, now: datetime
) -> None:
    async def start(each: Store) -> Goal | None:
        return await each.start_goal(anna.id, network="X", purpose="watch", starts_at=now, ends_at=now + LEASE, key="1")

    other = await open_store()
    started = await asyncio.gather(*(start(each) for each in [store, other] * 5))
    assert set(started) == {await store.open_goal(anna.id)}


async def test_of_many_lines_at_once_each_is_a_version(
    store: Store, open_store: OpenStore, anna: Person, now: datetime
) -> None:
    async def add(each: Store, key: str) -> int:
        line = await each.add_line(anna.id, target="", feel="", messages="", expertise="", key=key, now=now)
        return line.version

    other = await open_store()
    versions = await asyncio.gather(*(add(each, str(key)) for key, each in enumerate([store, other] * 4)))
    assert sorted(versions) == list(range(1, 9))


async def test_one_schedule_delivered_many_times_at_once_is_one_row(
    store: Store, open_store: OpenStore, anna: Person, now: datetime
) -> None:
    other = await open_store()
    dues = await asyncio.gather(*(each.schedule(anna.id, "ask", 1, now, key="1") for each in [store, other] * 5))
    assert {due.id for due in dues} == {due.id for due in await store.upcoming(anna.id)}


async def test_the_same_person_met_by_many_at_once_is_one_person(
    store: Store, open_store: OpenStore, now: datetime
) -> None:
    other = await open_store()
    address = Address("terminal", "carl", "carl")
    met = await asyncio.gather(*(each.meet(address, "Carl", now=now) for each in [store, other] * 5))
    assert len({person.id for person in met}) == 1


async def test_the_data_is_there_when_the_store_is_opened_again(
    store: Store, open_store: OpenStore, anna: Person, now: datetime
) -> None:
    due = await store.schedule(anna.id, "ask", 1, now, key="1")
    await store.close()
    again = await open_store()
    assert await again.person(anna.id) == anna
    assert await again.upcoming(anna.id) == (due,)


async def test_what_a_store_that_died_had_claimed_is_claimed_by_the_next_after_the_lease(
    store: Store, open_store: OpenStore, anna: Person, now: datetime
) -> None:
    due = await store.schedule(anna.id, "ask", 1, now, key="1")
    await store.claim_due(now, owner="dead", lease=LEASE, limit=1)
    again = await open_store()
    assert await again.claim_due(now, owner="next", lease=LEASE, limit=1) == ()
    assert await again.claim_due(now + LEASE, owner="next", lease=LEASE, limit=1) == (
        Claim(due, "next", 2, now + 2 * LEASE),
    )


async def test_closing_waits_for_what_is_running_and_twice_is_harmless(
    store: Store, open_store: OpenStore, now: datetime
) -> None:
    running = [asyncio.ensure_future(store.mark_handled(str(number), now=now)) for number in range(5)]
    await asyncio.sleep(0)  # not a wait: lets the five begin
    await store.close()
    await store.close()
    await asyncio.gather(*running)
    again = await open_store()
    assert all([await again.was_handled(str(number)) for number in range(5)])


async def test_a_verb_whose_caller_gave_up_ends_whole(store: Store, anna: Person, now: datetime) -> None:
    start = store.start_goal(anna.id, network="X", purpose="watch", starts_at=now, ends_at=now + LEASE, key="1")
    task = asyncio.ensure_future(start)
    await asyncio.sleep(0)  # not a wait: lets it begin
    task.cancel()
    goal = await store.open_goal(anna.id)
    assert [due.subject for due in await store.upcoming(anna.id)] == ([goal.id] if goal else [])
