from datetime import datetime, timedelta

import pytest

from storage import TIMEBOX_END, Goal, Outcome, Person, Store

MINUTE = timedelta(minutes=1)
NOTHING = timedelta()


async def start(
    store: Store,
    person: Person,
    at: datetime,
    *,
    purpose: str = "find 3 prospects",
    key: str = "1",
    replaces: int | None = None,
) -> Goal | None:
    return await store.start_goal(
        person.id,
        network="LinkedIn",
        purpose=purpose,
        starts_at=at,
        ends_at=at + 20 * MINUTE,
        key=key,
        replaces=replaces,
    )


@pytest.fixture
async def goal(store: Store, anna: Person, now: datetime) -> Goal:
    started = await start(store, anna, now)
    assert started is not None
    return started


async def ends(store: Store, person: Person) -> list[tuple[str, int, datetime]]:
    return [(due.kind, due.subject, due.at) for due in await store.upcoming(person.id)]


async def test_a_goal_is_when_i_open_for_until(store: Store, anna: Person, goal: Goal, now: datetime) -> None:
    assert goal == Goal(goal.id, anna.id, "LinkedIn", "find 3 prospects", now, now + 20 * MINUTE)
    assert await store.goal(anna.id, goal.id) == goal
    assert await store.open_goal(anna.id) == goal
    assert await store.recent_goals(anna.id, 5) == (goal,)


async def test_there_is_no_goal_before_the_first(store: Store, anna: Person) -> None:
    assert await store.open_goal(anna.id) is None
    assert await store.recent_goals(anna.id, 5) == ()


async def test_a_goal_opens_the_due_row_that_ends_it(store: Store, anna: Person, goal: Goal) -> None:
    assert await ends(store, anna) == [(TIMEBOX_END, goal.id, goal.ends_at)]


async def test_a_second_goal_does_not_start_while_one_is_open(
    store: Store, anna: Person, goal: Goal, now: datetime
) -> None:
    assert await start(store, anna, now + MINUTE, key="2") is None
    assert await store.open_goal(anna.id) == goal
    assert await ends(store, anna) == [(TIMEBOX_END, goal.id, goal.ends_at)]


async def test_each_person_has_their_own_open_goal(store: Store, bob: Person, goal: Goal, now: datetime) -> None:
    theirs = await start(store, bob, now)
    assert theirs is not None
    assert theirs.id != goal.id


async def test_a_redelivered_goal_starts_nothing_twice(store: Store, anna: Person, goal: Goal, now: datetime) -> None:
    assert await start(store, anna, now + MINUTE) == goal
    assert await ends(store, anna) == [(TIMEBOX_END, goal.id, goal.ends_at)]


async def test_a_redelivered_goal_that_is_over_stays_over(
    store: Store, anna: Person, goal: Goal, now: datetime
) -> None:
    closed = await store.close_goal(anna.id, goal.id, "done", won=NOTHING, now=now)
    assert await start(store, anna, now) == closed
    assert await store.open_goal(anna.id) is None
    assert await ends(store, anna) == []


async def test_a_goal_replaces_the_open_one(store: Store, anna: Person, goal: Goal, now: datetime) -> None:
    second = await start(store, anna, now + MINUTE, key="2", replaces=goal.id)
    assert second is not None
    first = await store.goal(anna.id, goal.id)
    assert first is not None
    assert (first.outcome, first.closed_at) == ("cancelled", now + MINUTE)
    assert await store.open_goal(anna.id) == second
    assert await ends(store, anna) == [(TIMEBOX_END, second.id, second.ends_at)]


async def test_a_redelivered_replacement_replaces_nothing_twice(
    store: Store, anna: Person, goal: Goal, now: datetime
) -> None:
    second = await start(store, anna, now + MINUTE, key="2", replaces=goal.id)
    assert await start(store, anna, now + 2 * MINUTE, key="2", replaces=goal.id) == second
    assert await store.open_goal(anna.id) == second


async def test_only_the_goal_that_is_named_is_replaced(store: Store, anna: Person, goal: Goal, now: datetime) -> None:
    second = await start(store, anna, now + MINUTE, key="2", replaces=goal.id)
    assert await start(store, anna, now + 2 * MINUTE, key="3", replaces=goal.id) is None
    assert await store.open_goal(anna.id) == second


async def test_nobody_replaces_the_goal_of_someone_else(
    store: Store, anna: Person, bob: Person, goal: Goal, now: datetime
) -> None:
    assert await start(store, bob, now, key="2", replaces=goal.id) is not None
    assert await store.open_goal(anna.id) == goal


async def test_a_goal_is_extended_once(store: Store, anna: Person, goal: Goal) -> None:
    later = goal.ends_at + 5 * MINUTE
    extended = await store.extend_goal(anna.id, goal.id, later)
    assert extended is not None
    assert (extended.ends_at, extended.extended) == (later, True)
    assert await ends(store, anna) == [(TIMEBOX_END, goal.id, later)]
    assert await store.extend_goal(anna.id, goal.id, later + 5 * MINUTE) is None
    assert await store.open_goal(anna.id) == extended


async def test_a_goal_whose_end_was_said_is_extended_with_another_end(store: Store, anna: Person, goal: Goal) -> None:
    (claim,) = await store.claim_due(goal.ends_at, owner="me", lease=MINUTE, limit=1)
    assert await store.close_due(claim, "sent", now=goal.ends_at)
    later = goal.ends_at + 5 * MINUTE
    await store.extend_goal(anna.id, goal.id, later)
    assert await ends(store, anna) == [(TIMEBOX_END, goal.id, later)]


async def test_a_closed_goal_is_not_extended(store: Store, anna: Person, goal: Goal, now: datetime) -> None:
    await store.close_goal(anna.id, goal.id, "done", won=NOTHING, now=now)
    assert await store.extend_goal(anna.id, goal.id, goal.ends_at + 5 * MINUTE) is None
    assert await ends(store, anna) == []


@pytest.mark.parametrize("outcome", ["done", "partly", "not_done", "cancelled"])
async def test_a_goal_is_closed_with_its_outcome_and_has_no_end_to_say(
    store: Store, anna: Person, goal: Goal, now: datetime, outcome: Outcome
) -> None:
    closed = await store.close_goal(anna.id, goal.id, outcome, won=8 * MINUTE, now=now + 12 * MINUTE)
    assert closed is not None
    assert (closed.outcome, closed.closed_at) == (outcome, now + 12 * MINUTE)
    assert await store.open_goal(anna.id) is None
    assert await store.goal(anna.id, goal.id) == closed
    assert await ends(store, anna) == []


async def test_a_goal_closed_while_its_end_is_being_said_is_not_ended_again(
    store: Store, anna: Person, goal: Goal
) -> None:
    (claim,) = await store.claim_due(goal.ends_at, owner="me", lease=MINUTE, limit=1)
    await store.close_goal(anna.id, goal.id, "done", won=NOTHING, now=goal.ends_at)
    assert not await store.close_due(claim, "sent", now=goal.ends_at)
    assert await store.next_due() is None


async def test_a_closed_goal_stays_as_it_was_closed(store: Store, anna: Person, goal: Goal, now: datetime) -> None:
    closed = await store.close_goal(anna.id, goal.id, "done", won=8 * MINUTE, now=now)
    assert await store.close_goal(anna.id, goal.id, "not_done", won=8 * MINUTE, now=now) is None
    assert await store.goal(anna.id, goal.id) == closed
    assert await store.time_won(anna.id, now) == 8 * MINUTE


async def test_another_goal_starts_when_the_first_is_closed(
    store: Store, anna: Person, goal: Goal, now: datetime
) -> None:
    await store.close_goal(anna.id, goal.id, "done", won=NOTHING, now=now)
    second = await start(store, anna, now + MINUTE, key="2")
    assert second is not None
    assert await store.open_goal(anna.id) == second


async def test_the_ledger_adds_up_the_time_won_since_an_instant(store: Store, anna: Person, now: datetime) -> None:
    for number in range(3):
        at = now + number * timedelta(days=1)
        started = await start(store, anna, at, key=str(number))
        assert started is not None
        await store.close_goal(anna.id, started.id, "done", won=(number + 1) * MINUTE, now=at)
    assert await store.time_won(anna.id, now) == 6 * MINUTE
    assert await store.time_won(anna.id, now + timedelta(days=1)) == 5 * MINUTE
    assert await store.time_won(anna.id, now + timedelta(days=3)) == NOTHING


@pytest.mark.parametrize("won", [NOTHING, -MINUTE])
async def test_no_time_won_is_not_in_the_ledger(
    store: Store, anna: Person, goal: Goal, now: datetime, won: timedelta
) -> None:
    await store.close_goal(anna.id, goal.id, "partly", won=won, now=now)
    assert await store.time_won(anna.id, now) == NOTHING


async def test_the_ledger_of_a_person_is_theirs(
    store: Store, anna: Person, bob: Person, goal: Goal, now: datetime
) -> None:
    await store.close_goal(anna.id, goal.id, "done", won=MINUTE, now=now)
    assert await store.time_won(bob.id, now) == NOTHING


async def test_recent_goals_come_newest_first_each_purpose_once(store: Store, anna: Person, now: datetime) -> None:
    for number, purpose in enumerate(["watch", "answer", "watch", "prepare"]):
        started = await start(store, anna, now + number * MINUTE, purpose=purpose, key=str(number))
        assert started is not None
        await store.close_goal(anna.id, started.id, "done", won=NOTHING, now=now)
    recent = await store.recent_goals(anna.id, 5)
    assert [(goal.purpose, goal.starts_at) for goal in recent] == [
        ("prepare", now + 3 * MINUTE),
        ("watch", now + 2 * MINUTE),
        ("answer", now + MINUTE),
    ]
    assert await store.recent_goals(anna.id, 2) == recent[:2]


async def test_a_cancelled_goal_is_not_a_recent_one(
    store: Store, anna: Person, bob: Person, goal: Goal, now: datetime
) -> None:
    second = await start(store, anna, now + MINUTE, purpose="watch", key="2", replaces=goal.id)
    assert await store.recent_goals(anna.id, 5) == (second,)
    assert await store.recent_goals(bob.id, 5) == ()
