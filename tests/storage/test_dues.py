from datetime import datetime, timedelta

import pytest

from storage import Claim, Due, DueOutcome, Person, Store

MINUTE = timedelta(minutes=1)
LEASE = timedelta(seconds=90)


async def put(store: Store, person: Person, at: datetime, *, subject: int = 1, key: str = "1") -> Due:
    return await store.schedule(person.id, "ask", subject, at, key=key)


async def claim(store: Store, now: datetime, *, owner: str = "one", limit: int = 10) -> tuple[Claim, ...]:
    return await store.claim_due(now, owner=owner, lease=LEASE, limit=limit)


async def claim_one(store: Store, now: datetime, *, owner: str = "one") -> Claim:
    (found,) = await claim(store, now, owner=owner)
    return found


# Scheduling


async def test_what_is_scheduled_is_still_to_be_said(store: Store, anna: Person, now: datetime) -> None:
    due = await put(store, anna, now)
    assert due == Due(due.id, anna.id, "ask", 1, now)
    assert await store.due(anna.id, due.id) == due
    assert await store.upcoming(anna.id) == (due,)


async def test_scheduling_the_same_kind_and_subject_moves_it(store: Store, anna: Person, now: datetime) -> None:
    first = await put(store, anna, now, key="1")
    moved = await put(store, anna, now + MINUTE, key="2")
    assert moved == Due(first.id, anna.id, "ask", 1, now + MINUTE)
    assert await store.upcoming(anna.id) == (moved,)


async def test_another_subject_kind_or_person_is_another_row(
    store: Store, anna: Person, bob: Person, now: datetime
) -> None:
    await put(store, anna, now, subject=1)
    await put(store, anna, now, subject=2)
    await store.schedule(anna.id, "tell", 1, now, key="1")
    await put(store, bob, now)
    assert len(await store.upcoming(anna.id)) == 3
    assert len(await store.upcoming(bob.id)) == 1


async def test_a_redelivered_schedule_moves_nothing(store: Store, anna: Person, now: datetime) -> None:
    await put(store, anna, now, key="1")
    moved = await put(store, anna, now + MINUTE, key="2")
    assert await put(store, anna, now, key="1") == moved
    assert await put(store, anna, now, key="2") == moved
    assert await store.upcoming(anna.id) == (moved,)


async def test_a_redelivered_schedule_brings_nothing_back(store: Store, anna: Person, now: datetime) -> None:
    due = await put(store, anna, now)
    await store.cancel_due(anna.id, due.id)
    assert await put(store, anna, now) == due
    assert await store.upcoming(anna.id) == ()


async def test_what_is_over_is_scheduled_anew(store: Store, anna: Person, now: datetime) -> None:
    first = await put(store, anna, now, key="1")
    await store.cancel_due(anna.id, first.id)
    second = await put(store, anna, now, key="2")
    assert second.id != first.id
    assert await store.upcoming(anna.id) == (second,)


async def test_upcoming_comes_soonest_first(store: Store, anna: Person, now: datetime) -> None:
    for subject, minutes in enumerate([2, 1, 3, 1]):
        await put(store, anna, now + minutes * MINUTE, subject=subject)
    assert [due.subject for due in await store.upcoming(anna.id)] == [1, 3, 0, 2]


async def test_a_row_is_moved(store: Store, anna: Person, now: datetime) -> None:
    due = await put(store, anna, now)
    moved = await store.move_due(anna.id, due.id, now + MINUTE)
    assert moved == Due(due.id, anna.id, "ask", 1, now + MINUTE)
    assert await store.due(anna.id, due.id) == moved


async def test_a_cancelled_row_is_never_said(store: Store, anna: Person, now: datetime) -> None:
    due = await put(store, anna, now)
    assert await store.cancel_due(anna.id, due.id) == due
    assert await claim(store, now) == ()
    assert await store.due(anna.id, due.id) is None
    assert await store.upcoming(anna.id) == ()
    assert await store.next_due() is None


async def test_what_is_over_is_not_moved_or_cancelled(store: Store, anna: Person, now: datetime) -> None:
    due = await put(store, anna, now)
    await store.cancel_due(anna.id, due.id)
    assert await store.move_due(anna.id, due.id, now + MINUTE) is None
    assert await store.cancel_due(anna.id, due.id) is None
    assert await store.upcoming(anna.id) == ()


# The next instant


async def test_nothing_is_due_before_anything_is_scheduled(store: Store, now: datetime) -> None:
    assert await store.next_due() is None
    assert await claim(store, now) == ()


async def test_the_next_instant_is_that_of_the_soonest_row_of_anyone(
    store: Store, anna: Person, bob: Person, now: datetime
) -> None:
    await put(store, anna, now + 2 * MINUTE)
    await put(store, bob, now + MINUTE)
    assert await store.next_due() == now + MINUTE


async def test_a_lease_that_ends_is_a_next_instant(store: Store, anna: Person, now: datetime) -> None:
    await put(store, anna, now)
    await claim(store, now)
    assert await store.next_due() == now + LEASE
    await put(store, anna, now + MINUTE, subject=2)
    assert await store.next_due() == now + MINUTE


# Claiming


async def test_a_claim_lends_what_is_due_soonest_first(store: Store, anna: Person, now: datetime) -> None:
    for subject, minutes in enumerate([0, -2, 1, -1]):
        await put(store, anna, now + minutes * MINUTE, subject=subject)
    claims = await claim(store, now)
    assert [found.due.subject for found in claims] == [1, 3, 0]
    assert {(found.owner, found.number, found.expires_at) for found in claims} == {("one", 1, now + LEASE)}


async def test_a_claim_takes_no_more_than_its_limit(store: Store, anna: Person, now: datetime) -> None:
    for subject in range(3):
        await put(store, anna, now - subject * MINUTE, subject=subject)
    assert [found.due.subject for found in await claim(store, now, limit=2)] == [2, 1]
    assert [found.due.subject for found in await claim(store, now, limit=2)] == [0]


async def test_what_is_lent_is_not_lent_to_another(store: Store, anna: Person, now: datetime) -> None:
    await put(store, anna, now)
    await claim(store, now, owner="one")
    assert await claim(store, now + LEASE - MINUTE, owner="two") == ()


async def test_what_is_lent_is_still_to_be_said(store: Store, anna: Person, now: datetime) -> None:
    due = await put(store, anna, now)
    await claim(store, now)
    assert await store.due(anna.id, due.id) == due
    assert await store.upcoming(anna.id) == (due,)


async def test_a_silent_person_is_claimed_for_because_the_delivery_judges(
    store: Store, anna: Person, now: datetime
) -> None:
    await put(store, anna, now)
    await store.silence(anna.id, now)
    assert len(await claim(store, now)) == 1


async def test_a_lease_that_ran_out_is_lent_again(store: Store, anna: Person, now: datetime) -> None:
    due = await put(store, anna, now)
    await claim(store, now, owner="one")
    assert await claim_one(store, now + LEASE, owner="two") == Claim(due, "two", 2, now + 2 * LEASE)


async def test_what_is_overdue_longest_comes_first_though_it_was_lent(
    store: Store, anna: Person, now: datetime
) -> None:
    await put(store, anna, now, subject=1)
    await claim(store, now)
    await put(store, anna, now + MINUTE, subject=2)
    assert [found.due.subject for found in await claim(store, now + LEASE)] == [1, 2]


@pytest.mark.parametrize("outcome", ["sent", "dropped", "unreachable", "failed"])
async def test_an_acknowledged_row_is_over(store: Store, anna: Person, now: datetime, outcome: DueOutcome) -> None:
    await put(store, anna, now)
    found = await claim_one(store, now)
    assert await store.close_due(found, outcome, now=now)
    assert await store.upcoming(anna.id) == ()
    assert await store.next_due() is None
    assert await claim(store, now + LEASE) == ()


async def test_an_acknowledgement_counts_once(store: Store, anna: Person, now: datetime) -> None:
    await put(store, anna, now)
    found = await claim_one(store, now)
    await store.close_due(found, "sent", now=now)
    assert not await store.close_due(found, "failed", now=now)
    assert not await store.postpone_due(found, now + MINUTE)


async def test_an_acknowledgement_after_the_lease_counts_while_nobody_else_claimed(
    store: Store, anna: Person, now: datetime
) -> None:
    await put(store, anna, now)
    found = await claim_one(store, now)
    assert await store.close_due(found, "sent", now=now + 2 * LEASE)


async def test_a_late_acknowledgement_is_refused_once_another_owner_has_the_row(
    store: Store, anna: Person, now: datetime
) -> None:
    await put(store, anna, now)
    late = await claim_one(store, now, owner="one")
    current = await claim_one(store, now + LEASE, owner="two")
    assert not await store.close_due(late, "sent", now=now + LEASE)
    assert not await store.postpone_due(late, now + LEASE + MINUTE)
    assert await store.close_due(current, "sent", now=now + LEASE)


async def test_an_owner_is_fenced_from_its_own_earlier_claim(store: Store, anna: Person, now: datetime) -> None:
    await put(store, anna, now)
    late = await claim_one(store, now, owner="one")
    current = await claim_one(store, now + LEASE, owner="one")
    assert not await store.close_due(late, "sent", now=now + LEASE)
    assert await store.close_due(current, "sent", now=now + LEASE)


async def test_a_postponed_row_comes_back_at_its_new_instant(store: Store, anna: Person, now: datetime) -> None:
    await put(store, anna, now)
    first = await claim_one(store, now)
    assert await store.postpone_due(first, now + MINUTE)
    assert await store.next_due() == now + MINUTE
    assert await claim(store, now) == ()
    again = await claim_one(store, now + MINUTE)
    assert (again.due.id, again.due.at, again.number) == (first.due.id, now + MINUTE, 2)


async def test_a_row_moved_while_it_is_lent_is_taken_back(store: Store, anna: Person, now: datetime) -> None:
    due = await put(store, anna, now)
    lent = await claim_one(store, now)
    await store.move_due(anna.id, due.id, now + MINUTE)
    assert not await store.close_due(lent, "sent", now=now)
    assert (await claim_one(store, now + MINUTE)).number == 2


async def test_a_row_scheduled_again_while_it_is_lent_is_taken_back(store: Store, anna: Person, now: datetime) -> None:
    due = await put(store, anna, now, key="1")
    lent = await claim_one(store, now)
    assert (await put(store, anna, now + MINUTE, key="2")).id == due.id
    assert not await store.postpone_due(lent, now)
    assert await store.next_due() == now + MINUTE


async def test_a_row_cancelled_while_it_is_lent_is_taken_back(store: Store, anna: Person, now: datetime) -> None:
    due = await put(store, anna, now)
    lent = await claim_one(store, now)
    await store.cancel_due(anna.id, due.id)
    assert not await store.close_due(lent, "sent", now=now)
    assert await claim(store, now + LEASE) == ()
