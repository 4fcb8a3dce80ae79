from datetime import datetime, timedelta

import pytest

from storage import Address, Person, Store

HOME = Address("slack", "U1", "D1")


async def test_a_person_is_remembered_at_first_sight(store: Store, now: datetime) -> None:
    met = await store.meet(HOME, "Anna", now=now)
    assert met == Person(id=met.id, name="Anna")
    assert await store.person(met.id) == met


async def test_the_same_account_is_the_same_person_in_any_chat(store: Store, now: datetime) -> None:
    met = await store.meet(HOME, "Anna", now=now)
    assert await store.meet(Address("slack", "U1", "D2"), "Anna", now=now) == met


async def test_the_same_account_name_on_another_platform_is_someone_else(store: Store, now: datetime) -> None:
    met = await store.meet(HOME, "Anna", now=now)
    other = await store.meet(Address("telegram", "U1", "D1"), "Anna", now=now)
    assert other.id != met.id


async def test_a_name_stays_as_it_was_first_told(store: Store, now: datetime) -> None:
    await store.meet(HOME, "Anna", now=now)
    assert (await store.meet(HOME, "Hanna", now=now)).name == "Anna"


async def test_a_name_that_was_not_told_is_filled_in_later(store: Store, now: datetime) -> None:
    await store.meet(HOME, "", now=now)
    assert (await store.meet(HOME, "Anna", now=now)).name == "Anna"


async def test_a_person_nobody_met_is_not_found(store: Store) -> None:
    assert await store.person(7) is None
    assert await store.address_of(7) is None


async def test_what_is_settled_changes_and_the_rest_stays(store: Store, anna: Person) -> None:
    await store.settle(anna.id, language="fr", country="FR")
    settled = await store.settle(anna.id, zone="Europe/Paris", country="BE")
    assert settled == Person(anna.id, "Anna", language="fr", zone="Europe/Paris", country="BE")
    assert await store.person(anna.id) == settled


async def test_settling_touches_nobody_else(store: Store, anna: Person, bob: Person) -> None:
    await store.settle(anna.id, language="fr")
    assert await store.person(bob.id) == bob


async def test_silence_lasts_until_it_is_lifted(store: Store, anna: Person, now: datetime) -> None:
    assert (await store.silence(anna.id, now)).silent_since == now
    await store.settle(anna.id, language="fr")
    found = await store.person(anna.id)
    assert found is not None
    assert found.silent_since == now
    assert (await store.silence(anna.id, None)).silent_since is None


async def test_nobody_can_be_settled_or_silenced_who_was_not_met(store: Store, now: datetime) -> None:
    with pytest.raises(LookupError, match="no person 7"):
        await store.settle(7, language="fr")
    with pytest.raises(LookupError, match="no person 7"):
        await store.silence(7, now)


async def test_the_chat_used_last_is_where_a_person_is_written_to(store: Store, now: datetime) -> None:
    met = await store.meet(HOME, "Anna", now=now)
    assert await store.address_of(met.id) == HOME
    await store.meet(Address("slack", "U1", "D2"), "Anna", now=now + timedelta(days=1))
    assert await store.address_of(met.id) == Address("slack", "U1", "D2")


async def test_an_unreachable_address_is_not_written_to(store: Store, now: datetime) -> None:
    met = await store.meet(HOME, "Anna", now=now)
    await store.mark_unreachable(HOME, now=now)
    assert await store.address_of(met.id) is None


async def test_writing_again_makes_an_address_reachable(store: Store, now: datetime) -> None:
    met = await store.meet(HOME, "Anna", now=now)
    await store.mark_unreachable(HOME, now=now)
    await store.meet(HOME, "Anna", now=now)
    assert await store.address_of(met.id) == HOME


async def test_the_refusal_of_an_old_chat_does_not_reach_the_new_one(store: Store, now: datetime) -> None:
    met = await store.meet(HOME, "Anna", now=now)
    moved = Address("slack", "U1", "D2")
    await store.meet(moved, "Anna", now=now)
    await store.mark_unreachable(HOME, now=now)
    assert await store.address_of(met.id) == moved


async def test_marking_an_address_nobody_has_changes_nothing(store: Store, anna: Person, now: datetime) -> None:
    await store.mark_unreachable(HOME, now=now)
    assert await store.address_of(anna.id) == Address("terminal", "anna", "anna")


async def test_an_update_is_handled_once_it_was_marked(store: Store, now: datetime) -> None:
    assert not await store.was_handled("update 1")
    await store.mark_handled("update 1", now=now)
    await store.mark_handled("update 1", now=now + timedelta(hours=1))
    assert await store.was_handled("update 1")
    assert not await store.was_handled("update 2")
