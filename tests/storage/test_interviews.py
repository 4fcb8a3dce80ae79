from dataclasses import replace

from storage import Interview, Person, Store


def interview(person: Person, name: str, *, chat: str = "D1", answers: str = "{}") -> Interview:
    return Interview(person.id, chat, name, '{"fields": []}', answers)


async def test_an_interview_is_found_as_it_was_saved(store: Store, anna: Person) -> None:
    line = interview(anna, "line", answers='{"target": "owners"}')
    await store.save_interview(line)
    assert await store.current_interview(anna.id, "D1") == line


async def test_there_is_no_interview_before_the_first(store: Store, anna: Person) -> None:
    assert await store.current_interview(anna.id, "D1") is None


async def test_the_last_one_opened_is_asked_first(store: Store, anna: Person) -> None:
    line, client = interview(anna, "line"), interview(anna, "client")
    await store.save_interview(line)
    await store.save_interview(client)
    assert await store.current_interview(anna.id, "D1") == client
    await store.drop_interview(anna.id, "D1", "client")
    assert await store.current_interview(anna.id, "D1") == line


async def test_an_answer_keeps_the_place_of_its_interview(store: Store, anna: Person) -> None:
    line, client = interview(anna, "line"), interview(anna, "client")
    await store.save_interview(line)
    await store.save_interview(client)
    answered = replace(line, answers='{"target": "owners"}')
    await store.save_interview(answered)
    assert await store.current_interview(anna.id, "D1") == client
    await store.drop_interview(anna.id, "D1", "client")
    assert await store.current_interview(anna.id, "D1") == answered


async def test_an_interview_opened_again_after_its_end_goes_on_top(store: Store, anna: Person) -> None:
    line, client = interview(anna, "line"), interview(anna, "client")
    await store.save_interview(line)
    await store.save_interview(client)
    await store.drop_interview(anna.id, "D1", "line")
    await store.save_interview(line)
    assert await store.current_interview(anna.id, "D1") == line


async def test_each_chat_and_each_person_has_their_own(store: Store, anna: Person, bob: Person) -> None:
    await store.save_interview(interview(anna, "line"))
    assert await store.current_interview(anna.id, "D2") is None
    assert await store.current_interview(bob.id, "D1") is None


async def test_dropping_touches_no_other_interview(store: Store, anna: Person, bob: Person) -> None:
    line = interview(anna, "line")
    await store.save_interview(line)
    await store.drop_interview(anna.id, "D1", "client")
    await store.drop_interview(anna.id, "D2", "line")
    await store.drop_interview(bob.id, "D1", "line")
    assert await store.current_interview(anna.id, "D1") == line


async def test_dropping_twice_is_harmless(store: Store, anna: Person) -> None:
    await store.save_interview(interview(anna, "line"))
    await store.drop_interview(anna.id, "D1", "line")
    await store.drop_interview(anna.id, "D1", "line")
    assert await store.current_interview(anna.id, "D1") is None
