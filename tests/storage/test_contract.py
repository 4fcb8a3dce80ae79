"""What holds for every verb: instants are aware, ids are the person's own, any text comes back as it was."""

import itertools
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from storage import Address, Claim, ClientCard, Due, Interview, Person, Store

MINUTE = timedelta(minutes=1)
HOME = Address("terminal", "anna", "anna")
NAIVE = datetime(2026, 11, 24, 8)  # noqa: DTZ001 -- this is the mistake

Timed = Callable[[Store, int, datetime], Awaitable[object]]
Asked = Callable[[Store, int, int, datetime], Awaitable[object]]

numbers = itertools.count()

on_one_store = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)


def start(store: Store, person: int, starts_at: datetime, ends_at: datetime, key: str = "new") -> Awaitable[object]:
    return store.start_goal(person, network="X", purpose="watch", starts_at=starts_at, ends_at=ends_at, key=key)


def aware(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC)


def claim(person: int, at: datetime) -> Claim:
    return Claim(Due(1, person, "ask", 1, at), "one", 1, at)


# The verbs that are given an instant, and the ids 1 that `world` makes for them.
TIMED: dict[str, Timed] = {
    "meet": lambda store, person, at: store.meet(Address("terminal", "new", "new"), "New", now=at),
    "meet again": lambda store, person, at: store.meet(HOME, "Anna", now=at),
    "silence": lambda store, person, at: store.silence(person, at),
    "mark_unreachable": lambda store, person, at: store.mark_unreachable(HOME, now=at),
    "mark_handled": lambda store, person, at: store.mark_handled("new", now=at),
    "add_line": lambda store, person, at: store.add_line(
        person, target="a", feel="b", messages="c", expertise="d", key="new", now=at
    ),
    "start_goal, start": lambda store, person, at: start(store, person, at, aware(at)),
    "start_goal, end": lambda store, person, at: start(store, person, aware(at), at),
    "start_goal in place of another": lambda store, person, at: store.start_goal(
        person, network="X", purpose="watch", starts_at=at, ends_at=aware(at), key="new", replaces=1
    ),
    "extend_goal": lambda store, person, at: store.extend_goal(person, 1, at),
    "close_goal": lambda store, person, at: store.close_goal(person, 1, "done", won=MINUTE, now=at),
    "time_won": lambda store, person, at: store.time_won(person, at),
    "add_client": lambda store, person, at: store.add_client(person, ClientCard("New"), key="new", now=at),
    "remove_client": lambda store, person, at: store.remove_client(person, 1, now=at),
    "log_call": lambda store, person, at: store.log_call(person, 1, "called", key="new", now=at),
    "add_draft": lambda store, person, at: store.add_draft(
        person, line_id=None, network="X", text="new", key="new", now=at
    ),
    "keep_draft": lambda store, person, at: store.keep_draft(person, 1, now=at),
    "schedule": lambda store, person, at: store.schedule(person, "ask", 2, at, key="new"),
    "schedule again": lambda store, person, at: store.schedule(person, "ask", 1, at, key="new"),
    "move_due": lambda store, person, at: store.move_due(person, 1, at),
    "claim_due": lambda store, person, at: store.claim_due(at, owner="two", lease=MINUTE, limit=9),
    "close_due": lambda store, person, at: store.close_due(claim(person, aware(at)), "sent", now=at),
    "postpone_due": lambda store, person, at: store.postpone_due(claim(person, aware(at)), at),
}

# The verbs that name a person beside another id.
ASKED: dict[str, Asked] = {
    "goal": lambda store, person, id_, now: store.goal(person, id_),
    "extend_goal": lambda store, person, id_, now: store.extend_goal(person, id_, now),
    "close_goal": lambda store, person, id_, now: store.close_goal(person, id_, "done", won=MINUTE, now=now),
    "edit_client": lambda store, person, id_, now: store.edit_client(person, id_, ClientCard("Mine")),
    "remove_client": lambda store, person, id_, now: store.remove_client(person, id_, now=now),
    "restore_client": lambda store, person, id_, now: store.restore_client(person, id_),
    "client": lambda store, person, id_, now: store.client(person, id_),
    "log_call": lambda store, person, id_, now: store.log_call(person, id_, "called", key="mine", now=now),
    "note_call": lambda store, person, id_, now: store.note_call(person, id_, "mine"),
    "draft": lambda store, person, id_, now: store.draft(person, id_),
    "keep_draft": lambda store, person, id_, now: store.keep_draft(person, id_, now=now),
    "due": lambda store, person, id_, now: store.due(person, id_),
    "move_due": lambda store, person, id_, now: store.move_due(person, id_, now),
    "cancel_due": lambda store, person, id_, now: store.cancel_due(person, id_),
}


@pytest.fixture
async def world(store: Store, anna: Person, now: datetime) -> Person:
    """Anna with one row of everything; each has the id 1."""
    await store.schedule(anna.id, "ask", 1, now, key="1")
    await store.claim_due(now, owner="one", lease=MINUTE, limit=1)
    await start(store, anna.id, now, now + MINUTE, key="1")
    await store.add_client(anna.id, ClientCard("Zoé"), key="1", now=now)
    await store.log_call(anna.id, 1, "called", key="1", now=now)
    await store.add_draft(anna.id, line_id=None, network="X", text="one", key="1", now=now)
    return anna


async def everything(store: Store, person: Person) -> list[object]:
    """All that the verbs tell of a person."""
    address = await store.address_of(person.id)
    return [
        address,
        await store.person(person.id),
        await store.lines(person.id),
        await store.open_goal(person.id),
        await store.time_won(person.id, datetime(2000, 1, 1, tzinfo=UTC)),
        await store.clients(person.id),
        await store.calls(person.id, 1),
        await store.draft(person.id, 1),
        await store.upcoming(person.id),
        await store.next_due(),
        await store.was_handled("new"),
    ]


@pytest.mark.parametrize("verb", TIMED)
async def test_a_naive_instant_is_refused_before_anything_is_written(store: Store, world: Person, verb: str) -> None:
    before = await everything(store, world)
    with pytest.raises(ValueError, match="expected an aware instant, got a naive one: 2026-11-24T08:00:00"):
        await TIMED[verb](store, world.id, NAIVE)
    assert await everything(store, world) == before


@pytest.mark.parametrize("verb", ASKED)
async def test_an_id_of_somebody_else_or_of_nothing_finds_nothing(
    store: Store, world: Person, bob: Person, now: datetime, verb: str
) -> None:
    before = await everything(store, world)
    for id_ in (1, 2, 0, -1, 2**63 - 1, 10**30, -(10**30)):
        assert await ASKED[verb](store, bob.id, id_, now) is None
    assert await everything(store, world) == before


async def test_the_calls_of_somebody_else_are_not_told(store: Store, world: Person, bob: Person) -> None:
    assert len(await store.calls(world.id, 1)) == 1
    assert await store.calls(bob.id, 1) == ()


async def test_an_instant_of_any_offset_comes_back_in_utc(store: Store, anna: Person) -> None:
    at = datetime(2026, 11, 24, 1, 30, 0, 5, tzinfo=timezone(timedelta(hours=9, minutes=30)))
    due = await store.schedule(anna.id, "ask", 1, at, key="1")
    assert due.at == at
    assert due.at.isoformat() == "2026-11-23T16:00:00.000005+00:00"


any_instant = st.datetimes(
    datetime(1, 1, 3),  # noqa: DTZ001 -- Hypothesis wants naive bounds
    datetime(9999, 12, 29),  # noqa: DTZ001
    timezones=st.timezones(),
)


@on_one_store
@given(st.lists(any_instant, max_size=5))
async def test_instants_come_back_as_they_were_and_in_order(
    store: Store, now: datetime, instants: list[datetime]
) -> None:
    person = await store.meet(Address("terminal", str(next(numbers)), "1"), "Somebody new", now=now)
    for subject, at in enumerate(instants):
        await store.schedule(person.id, "ask", subject, at, key="1")
    upcoming = await store.upcoming(person.id)
    assert [due.at for due in upcoming] == sorted(at.astimezone(UTC) for at in instants)


@on_one_store
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80))
@example("Bonjour 👩🏽‍🔧, prêt pour l’été ?")
@example("שלום \u202eעולם\u202c")
@example("\x01\x07\x1b[31m\x7f\x85\u2028\ufeff\ufffe")
@example("'; DROP TABLE drafts; --")
@example("e\u0301 is not é")
async def test_any_text_comes_back_as_it_was(store: Store, anna: Person, now: datetime, text: str) -> None:
    card = ClientCard(text, firm=text, phone=text, note=text)
    client = await store.add_client(anna.id, card, key=text, now=now)
    assert (client.name, client.firm, client.phone, client.note) == (text, text, text, text)
    draft = await store.add_draft(anna.id, line_id=None, network=text, text=text, key=text, now=now)
    assert (draft.network, draft.text) == (text, text)
    interview = Interview(anna.id, text, text, text, text)
    await store.save_interview(interview)
    assert await store.current_interview(anna.id, text) == interview


async def test_a_text_of_a_hundred_thousand_characters_comes_back(store: Store, anna: Person, now: datetime) -> None:
    text = "é" * 100_000
    draft = await store.add_draft(anna.id, line_id=None, network="X", text=text, key="1", now=now)
    assert draft.text == text


@pytest.mark.parametrize("text", ["before\0after", "\0", "a lone surrogate: \ud83d"])
async def test_a_text_that_no_database_can_hold_is_refused_and_changes_nothing(
    store: Store, anna: Person, now: datetime, text: str
) -> None:
    before = await everything(store, anna)
    with pytest.raises(ValueError, match=r"NUL|surrogates not allowed"):
        await store.add_client(anna.id, ClientCard("Zoé", note=text), key="1", now=now)
    with pytest.raises(ValueError, match=r"NUL|surrogates not allowed"):
        await store.mark_handled(text, now=now)
    assert await everything(store, anna) == before


async def test_a_verb_that_fails_halfway_changes_nothing(store: Store, world: Person, now: datetime) -> None:
    before = await everything(store, world)
    with pytest.raises(ValueError, match="NUL"):
        # The open goal would be cancelled first, and the new one is refused then.
        await store.start_goal(
            world.id, network="X", purpose="\0", starts_at=now, ends_at=now + MINUTE, key="new", replaces=1
        )
    with pytest.raises(ValueError, match="NUL"):
        await store.meet(Address("terminal", "anna", "another chat"), "\0", now=now)
    assert await everything(store, world) == before
