from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import Draft, Line, Person, Store

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
