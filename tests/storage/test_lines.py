from datetime import datetime, timedelta

from storage import Line, Person, Store


async def add(store: Store, person: Person, expertise: str, now: datetime) -> Line:
    return await store.add_line(
        person.id,
        target="owners of old houses",
        feel="reassured",
        messages="cold walls cost more than good windows",
        expertise=expertise,
        key=expertise,
        now=now,
    )


async def test_there_is_no_line_before_the_first(store: Store, anna: Person) -> None:
    assert await store.current_line(anna.id) is None
    assert await store.lines(anna.id) == ()


async def test_a_line_keeps_the_four_answers(store: Store, anna: Person, now: datetime) -> None:
    line = await add(store, anna, "insulation", now)
    assert line == Line(
        id=line.id,
        person_id=anna.id,
        version=1,
        target="owners of old houses",
        feel="reassured",
        messages="cold walls cost more than good windows",
        expertise="insulation",
        created_at=now,
    )


async def test_every_version_is_kept_newest_first(store: Store, anna: Person, now: datetime) -> None:
    first = await add(store, anna, "insulation", now)
    second = await add(store, anna, "heat pumps", now + timedelta(days=1))
    assert (first.version, second.version) == (1, 2)
    assert await store.current_line(anna.id) == second
    assert await store.lines(anna.id) == (second, first)


async def test_versions_count_for_each_person(store: Store, anna: Person, bob: Person, now: datetime) -> None:
    await add(store, anna, "insulation", now)
    theirs = await add(store, bob, "insulation", now)
    assert theirs.version == 1
    assert await store.lines(bob.id) == (theirs,)


async def test_a_redelivered_line_is_no_new_version(store: Store, anna: Person, now: datetime) -> None:
    first = await add(store, anna, "insulation", now)
    await add(store, anna, "heat pumps", now)
    assert await add(store, anna, "insulation", now + timedelta(hours=1)) == first
    assert len(await store.lines(anna.id)) == 2
