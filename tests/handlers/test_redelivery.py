"""A day in which every answer is lost once, so that the platform delivers every update twice."""

from __future__ import annotations

from contextlib import suppress

from bot.messages import Command, Event, Pressed, Said, Submitted
from storage import Store
from tests.handlers.conftest import Sam

LINE = {"target": "owners", "feel": "trust", "messages": "clear quotes", "expertise": "roofing"}
DAY: list[Event] = [
    Command("start"),
    Submitted("line", LINE),
    Submitted("line", {**LINE, "expertise": "roofing and zinc"}),
    Pressed("line restore 1"),
    Command("client", "Jane Brown, 020 7946 0018, met in March"),
    Submitted("client", {"name": "Paul", "firm": "", "phone": "", "last_contact": "", "note": ""}),
    Submitted("client", {"name": "Paul", "firm": "Acme", "phone": "", "last_contact": "", "note": ""}, "2"),
    Command("goal", "watch my field, LinkedIn, 10 min"),
    Pressed("goal more 1"),
    Submitted("goal", {"purpose": "answer", "network": "X", "minutes": "10"}, "1"),
    Pressed("goal done 2"),
    Said("15 min on LinkedIn to find prospects"),
    Command("done"),
    Pressed("call called 1"),
    Submitted("call-note", {"note": "She wants a roof"}, "1"),
    Pressed("call missed 2"),
    Pressed("call snooze 2 tomorrow"),
    Submitted("call-when", {"when": "Thursday at 9"}, "1"),
    Submitted("upcoming-move", {"when": "Friday at 9"}, "4"),
    Command("draft", "linkedin A roof is not a detail."),
    Pressed("draft keep 1"),
    Pressed("client remove 2"),
    Pressed("client restore 2"),
    Pressed("upcoming cancel 4"),
]


async def test_a_redelivered_update_does_nothing_twice(sam_with_forms: Sam, store: Store) -> None:
    sam = sam_with_forms
    for number, event in enumerate(DAY):
        key = f"redelivered-{number}"
        sam.broken = True
        with suppress(ConnectionResetError):
            await sam.does(event, key)
        sam.broken = False
        after_once = sam.remembered()
        assert await sam.does(event, key), event
        assert sam.remembered() == after_once, event
        assert await sam.does(event, key) == [], event
    person = await sam.person()
    assert [line.version for line in await store.lines(person.id)] == [3, 2, 1]
    assert [client.name for client in await store.clients(person.id)] == ["Jane Brown", "Paul"]
    assert len(await store.calls(person.id, 1)) == 1
    assert len(await store.recent_goals(person.id, 9)) == 2
