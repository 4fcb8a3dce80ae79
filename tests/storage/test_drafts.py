from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import Draft, FlagCount, Line, Person, Store

TEXT = "Three signs that a roof needs work"


async def add(store: Store, person: Person, line: Line | None, now: datetime, *, text: str = TEXT) -> Draft:
    return await store.add_draft(
        person.id, line_id=line.id if line else None, network="LinkedIn", text=text, key=text, now=now
    )


async def add_line(store: Store, person: Person, key: str, now: datetime) -> Line:
    return await store.add_line(
        person.id, target="owners", feel="calm", messages="check it", expertise="roofs", key=key, now=now
    )


@pytest.fixture
async def line(store: Store, anna: Person, now: datetime) -> Line:
    return await add_line(store, anna, "1", now)


async def test_a_draft_is_kept_with_the_line_it_was_read_against(
    store: Store, anna: Person, line: Line, now: datetime
) -> None:
    draft = await add(store, anna, line, now)
    assert draft == Draft(draft.id, anna.id, line.id, "LinkedIn", TEXT, now)
    assert await store.draft(anna.id, draft.id) == draft


async def test_a_draft_may_come_before_any_line(store: Store, anna: Person, now: datetime) -> None:
    draft = await add(store, anna, None, now)
    assert draft.line_id is None
    assert await store.draft(anna.id, draft.id) == draft


async def test_the_last_draft_is_the_one_reviewed_last(store: Store, anna: Person, bob: Person, now: datetime) -> None:
    assert await store.last_draft(anna.id) is None
    await add(store, anna, None, now, text="first")
    second = await add(store, anna, None, now + timedelta(minutes=1), text="second")
    await add(store, bob, None, now + timedelta(minutes=2), text="third")
    assert await store.last_draft(anna.id) == second


async def test_a_redelivered_draft_is_reviewed_once(store: Store, anna: Person, line: Line, now: datetime) -> None:
    draft = await add(store, anna, line, now)
    assert await add(store, anna, None, now + timedelta(hours=1)) == draft


async def test_a_draft_kept_again_keeps_its_first_instant(
    store: Store, anna: Person, line: Line, now: datetime
) -> None:
    draft = await add(store, anna, line, now)
    kept = await store.keep_draft(anna.id, draft.id, now=now)
    assert kept is not None
    assert kept.kept_at == now
    assert await store.keep_draft(anna.id, draft.id, now=now + timedelta(hours=1)) == kept


async def test_a_text_is_kept_only_when_the_person_said_so(
    store: Store, anna: Person, line: Line, now: datetime
) -> None:
    draft = await add(store, anna, line, now)
    assert not await store.was_kept(anna.id, line.id, TEXT)
    await store.keep_draft(anna.id, draft.id, now=now)
    assert await store.was_kept(anna.id, line.id, TEXT)


async def test_another_text_was_not_kept(store: Store, anna: Person, line: Line, now: datetime) -> None:
    draft = await add(store, anna, line, now)
    await store.keep_draft(anna.id, draft.id, now=now)
    assert not await store.was_kept(anna.id, line.id, TEXT + "!")
    assert not await store.was_kept(anna.id, line.id, TEXT.lower())


async def test_what_was_kept_under_one_version_is_asked_again_under_the_next(
    store: Store, anna: Person, line: Line, now: datetime
) -> None:
    draft = await add(store, anna, line, now)
    await store.keep_draft(anna.id, draft.id, now=now)
    newer = await add_line(store, anna, "2", now)
    assert not await store.was_kept(anna.id, newer.id, TEXT)
    assert not await store.was_kept(anna.id, None, TEXT)


async def test_what_was_kept_without_a_line_is_kept_without_a_line(
    store: Store, anna: Person, line: Line, now: datetime
) -> None:
    draft = await add(store, anna, None, now)
    await store.keep_draft(anna.id, draft.id, now=now)
    assert await store.was_kept(anna.id, None, TEXT)
    assert not await store.was_kept(anna.id, line.id, TEXT)


async def test_what_one_person_kept_is_theirs(store: Store, anna: Person, bob: Person, now: datetime) -> None:
    draft = await add(store, anna, None, now)
    await store.keep_draft(anna.id, draft.id, now=now)
    assert not await store.was_kept(bob.id, None, TEXT)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(
    text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50),
    before=st.text(" \t\n\u00a0\u202f"),
    after=st.text(" \t\n\u00a0\u202f"),
)
async def test_spaces_around_a_text_do_not_make_it_another(
    store: Store, anna: Person, now: datetime, text: str, before: str, after: str
) -> None:
    draft = await add(store, anna, None, now, text=before + text)
    await store.keep_draft(anna.id, draft.id, now=now)
    assert await store.was_kept(anna.id, None, text + after)


async def flagged(store: Store, person: Person, key: str, flags: set[str], now: datetime) -> Draft:
    return await store.add_draft(person.id, line_id=None, network="LinkedIn", text=key, key=key, now=now, flags=flags)


async def test_a_draft_remembers_what_was_flagged_and_what_it_reworks(
    store: Store, anna: Person, now: datetime
) -> None:
    first = await flagged(store, anna, "1", {"rumour", "outside"}, now)
    again = await store.add_draft(
        anna.id, line_id=None, network="X", text="2", key="2", now=now, flags=["rumour"], previous_id=first.id
    )
    assert first.flags == {"rumour", "outside"}
    assert again.previous_id == first.id
    assert again.flags == {"rumour"}
    assert await store.draft(anna.id, again.id) == again


async def test_a_redelivered_draft_is_flagged_once(store: Store, anna: Person, now: datetime) -> None:
    first = await flagged(store, anna, "1", {"rumour"}, now)
    assert await flagged(store, anna, "1", {"outrage"}, now) == first
    assert await store.flag_counts(anna.id) == {"rumour": FlagCount(1, 0)}


async def test_flags_are_counted_by_person_shown_and_kept_in_spite_of(
    store: Store, anna: Person, bob: Person, now: datetime
) -> None:
    kept = await flagged(store, anna, "1", {"rumour", "caps"}, now)
    await flagged(store, anna, "2", {"rumour"}, now)
    await flagged(store, bob, "1", {"rumour"}, now)
    await store.keep_draft(anna.id, kept.id, now=now)
    assert await store.flag_counts(anna.id) == {"rumour": FlagCount(2, 1), "caps": FlagCount(1, 1)}


async def test_the_reason_for_keeping_a_draft_is_its_owners(
    store: Store, anna: Person, bob: Person, now: datetime
) -> None:
    draft = await flagged(store, anna, "1", set(), now)
    assert await store.explain_draft(bob.id, draft.id, "mine") is None
    explained = await store.explain_draft(anna.id, draft.id, "the client agreed")
    assert explained is not None
    assert explained.reason == "the client agreed"


async def test_the_drafts_since_an_instant_come_newest_first(store: Store, anna: Person, now: datetime) -> None:
    for day in range(3):
        await flagged(store, anna, str(day), set(), now + timedelta(days=day))
    recent = await store.recent_drafts(anna.id, now + timedelta(days=1))
    assert [draft.text for draft in recent] == ["2", "1"]
    last = await store.last_draft(anna.id)
    assert last is not None
    assert last.text == "2"


async def test_posts_come_newest_first_and_are_added_once(
    store: Store, anna: Person, bob: Person, now: datetime
) -> None:
    for _ in range(2):
        await store.add_posts(anna.id, ["a roof", "a gutter"], key="1", now=now)
    assert await store.posts(anna.id, 5) == ("a gutter", "a roof")
    assert await store.posts(anna.id, 1) == ("a gutter",)
    assert await store.posts(bob.id, 5) == ()
