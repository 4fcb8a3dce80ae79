from datetime import date, datetime, timedelta

import pytest

from storage import CALL_LATER, Call, CallOutcome, Client, ClientCard, Person, Store

DAY = timedelta(days=1)
CARD = ClientCard("Élodie Martin", "Toits Martin", "+33612345678", date(2026, 3, 2), "prefers mornings")


@pytest.fixture
async def elodie(store: Store, anna: Person, now: datetime) -> Client:
    return await store.add_client(anna.id, CARD, key="elodie", now=now)


async def found(store: Store, person: Person, client: Client) -> Client:
    again = await store.client(person.id, client.id)
    assert again is not None
    return again


async def call(store: Store, client: Client, outcome: CallOutcome, at: datetime, *, key: str = "1") -> Call:
    logged = await store.log_call(client.person_id, client.id, outcome, key=key, now=at)
    assert logged is not None
    return logged


async def test_a_client_keeps_what_the_card_says(store: Store, anna: Person, elodie: Client, now: datetime) -> None:
    assert elodie == Client(
        id=elodie.id,
        person_id=anna.id,
        name="Élodie Martin",
        firm="Toits Martin",
        phone="+33612345678",
        note="prefers mornings",
        last_contact=date(2026, 3, 2),
        created_at=now,
    )
    assert await store.client(anna.id, elodie.id) == elodie
    assert await store.clients(anna.id) == (elodie,)


async def test_a_name_is_enough_for_a_card(store: Store, anna: Person, now: datetime) -> None:
    client = await store.add_client(anna.id, ClientCard("Zoé"), key="1", now=now)
    assert (client.firm, client.phone, client.note, client.last_contact) == ("", "", "", None)


async def test_a_redelivered_card_is_no_second_client(
    store: Store, anna: Person, elodie: Client, now: datetime
) -> None:
    assert await store.add_client(anna.id, ClientCard("Somebody"), key="elodie", now=now + DAY) == elodie
    assert await store.clients(anna.id) == (elodie,)


async def test_two_people_may_use_the_same_key(store: Store, bob: Person, elodie: Client, now: datetime) -> None:
    theirs = await store.add_client(bob.id, ClientCard("Zoé"), key="elodie", now=now)
    assert (theirs.person_id, theirs.name) == (bob.id, "Zoé")


async def test_the_book_is_sorted_by_name_whatever_the_accents_and_capitals(
    store: Store, anna: Person, now: datetime
) -> None:
    for name in ["Zoé", "émile", "Eloi", "Élodie", "adam", "Œdipe", "Oscar"]:
        await store.add_client(anna.id, ClientCard(name), key=name, now=now)
    names = [client.name for client in await store.clients(anna.id)]
    assert names == ["adam", "Élodie", "Eloi", "émile", "Œdipe", "Oscar", "Zoé"]


async def test_clients_of_the_same_name_come_as_they_were_added(store: Store, anna: Person, now: datetime) -> None:
    twins = [await store.add_client(anna.id, ClientCard("Zoé"), key=key, now=now) for key in "ab"]
    assert await store.clients(anna.id) == tuple(twins)


async def test_an_edited_card_replaces_the_whole_card(store: Store, anna: Person, elodie: Client) -> None:
    edited = await store.edit_client(anna.id, elodie.id, ClientCard("Élodie Durand"))
    assert edited is not None
    assert (edited.id, edited.name, edited.firm, edited.last_contact) == (
        elodie.id,
        "Élodie Durand",
        "",
        None,
    )
    assert await store.client(anna.id, elodie.id) == edited


async def test_a_removed_client_is_out_of_the_book(store: Store, anna: Person, elodie: Client, now: datetime) -> None:
    assert await store.remove_client(anna.id, elodie.id, now=now) == elodie
    assert await store.client(anna.id, elodie.id) is None
    assert await store.clients(anna.id) == ()
    assert await store.remove_client(anna.id, elodie.id, now=now) is None


async def test_nothing_is_done_to_a_client_who_is_out_of_the_book(
    store: Store, anna: Person, elodie: Client, now: datetime
) -> None:
    logged = await call(store, elodie, "called", now)
    await store.remove_client(anna.id, elodie.id, now=now)
    assert await store.edit_client(anna.id, elodie.id, ClientCard("Nobody")) is None
    assert await store.log_call(anna.id, elodie.id, "called", key="2", now=now) is None
    assert await store.note_call(anna.id, logged.id, "late") is None
    assert await store.calls(anna.id, elodie.id) == ()


async def test_a_restored_client_comes_back_whole(store: Store, anna: Person, elodie: Client, now: datetime) -> None:
    logged = await call(store, elodie, "called", now)
    before = await store.client(anna.id, elodie.id)
    await store.remove_client(anna.id, elodie.id, now=now)
    assert await store.restore_client(anna.id, elodie.id) == before
    assert await store.clients(anna.id) == (before,)
    assert await store.calls(anna.id, elodie.id) == (logged,)


async def test_restoring_twice_is_harmless(store: Store, anna: Person, elodie: Client, now: datetime) -> None:
    await store.remove_client(anna.id, elodie.id, now=now)
    await store.restore_client(anna.id, elodie.id)
    assert await store.restore_client(anna.id, elodie.id) == elodie


async def test_a_removed_client_is_no_longer_promised_a_call(
    store: Store, anna: Person, elodie: Client, now: datetime
) -> None:
    await store.schedule(anna.id, CALL_LATER, elodie.id, now + DAY, key="later")
    removed = await store.remove_client(anna.id, elodie.id, now=now)
    assert removed is not None
    assert removed.promised_at is None
    assert await store.upcoming(anna.id) == ()
    await store.restore_client(anna.id, elodie.id)
    assert await store.upcoming(anna.id) == ()


async def test_a_call_is_logged_with_its_outcome(store: Store, elodie: Client, now: datetime) -> None:
    logged = await call(store, elodie, "no_answer", now)
    assert logged == Call(logged.id, elodie.id, "no_answer", now)


async def test_calls_come_newest_first(store: Store, anna: Person, elodie: Client, now: datetime) -> None:
    second = await call(store, elodie, "called", now, key="2")
    first = await call(store, elodie, "no_answer", now - DAY, key="1")
    third = await call(store, elodie, "called", now, key="3")
    assert await store.calls(anna.id, elodie.id) == (third, second, first)


async def test_a_redelivered_call_is_logged_once(store: Store, anna: Person, elodie: Client, now: datetime) -> None:
    logged = await call(store, elodie, "called", now)
    assert await call(store, elodie, "no_answer", now + DAY) == logged
    assert await store.calls(anna.id, elodie.id) == (logged,)


async def test_only_a_real_contact_counts_as_one(store: Store, anna: Person, elodie: Client, now: datetime) -> None:
    await call(store, elodie, "no_answer", now, key="1")
    await call(store, elodie, "no_answer", now + DAY, key="2")
    tried = await found(store, anna, elodie)
    assert (tried.last_contact, tried.last_tried) == (date(2026, 3, 2), now + DAY)
    await call(store, elodie, "called", now + 2 * DAY, key="3")
    called = await found(store, anna, elodie)
    assert (called.last_contact, called.last_tried) == (date(2026, 11, 26), now + 2 * DAY)


async def test_the_day_on_the_card_counts_when_it_is_later_than_the_calls(
    store: Store, anna: Person, elodie: Client, now: datetime
) -> None:
    await call(store, elodie, "called", now)
    met = await store.edit_client(anna.id, elodie.id, ClientCard("Élodie", last_contact=date(2026, 12, 1)))
    assert met is not None
    assert met.last_contact == date(2026, 12, 1)


async def test_the_reminder_that_is_set_is_what_was_promised(
    store: Store, anna: Person, elodie: Client, now: datetime
) -> None:
    await store.schedule(anna.id, CALL_LATER, elodie.id, now + DAY, key="later")
    await store.schedule(anna.id, "another kind", elodie.id, now, key="other")
    assert (await found(store, anna, elodie)).promised_at == now + DAY
    assert [client.promised_at for client in await store.clients(anna.id)] == [now + DAY]


@pytest.mark.parametrize("outcome", ["called", "no_answer"])
async def test_a_call_is_done_with_the_reminder_to_call(
    store: Store, anna: Person, elodie: Client, now: datetime, outcome: CallOutcome
) -> None:
    await store.schedule(anna.id, CALL_LATER, elodie.id, now + DAY, key="later")
    await call(store, elodie, outcome, now)
    assert (await found(store, anna, elodie)).promised_at is None
    assert await store.upcoming(anna.id) == ()


async def test_a_redelivered_call_leaves_the_reminder_that_was_set_after_it(
    store: Store, anna: Person, elodie: Client, now: datetime
) -> None:
    await call(store, elodie, "no_answer", now)
    promised = await store.schedule(anna.id, CALL_LATER, elodie.id, now + DAY, key="later")
    await call(store, elodie, "no_answer", now)
    assert await store.upcoming(anna.id) == (promised,)


async def test_a_call_has_the_last_note(store: Store, anna: Person, elodie: Client, now: datetime) -> None:
    logged = await call(store, elodie, "called", now)
    await store.note_call(anna.id, logged.id, "wants a quote")
    noted = await store.note_call(anna.id, logged.id, "wants two quotes")
    assert noted == Call(logged.id, elodie.id, "called", now, "wants two quotes")
    assert await store.calls(anna.id, elodie.id) == (noted,)
