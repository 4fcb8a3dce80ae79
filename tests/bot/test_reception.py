from __future__ import annotations

import pytest

from bot.clock import StillClock
from bot.messages import Command, Event, Message, Pressed, Said, Shared, Submitted, Text, UnreachableError, Update
from bot.reception import Reception, without_controls
from storage import Store
from tests.bot.conftest import ANNA, Outbox


class Echo:
    """Answers with what was said, and counts."""

    def __init__(self, error: Exception | None = None) -> None:
        self.updates: list[Update] = []
        self.error = error

    async def reply(self, update: Update) -> tuple[Message, ...]:
        self.updates.append(update)
        if self.error:
            raise self.error
        return (Text("one"), Text("two"))


async def test_an_update_is_answered_in_order(store: Store, clock: StillClock, outbox: Outbox) -> None:
    await Reception(store, clock, Echo().reply, "en").receive(Update("1", ANNA, Said("hi")), outbox.post)
    assert outbox.messages == [Text("one"), Text("two")]


async def test_a_redelivered_update_is_neither_handled_nor_answered_again(
    store: Store, clock: StillClock, outbox: Outbox
) -> None:
    echo = Echo()
    reception = Reception(store, clock, echo.reply, "en")
    for _ in range(3):
        await reception.receive(Update("1", ANNA, Said("hi")), outbox.post)
    assert len(echo.updates) == 1
    assert len(outbox.posted) == 2


async def test_an_update_whose_answer_could_not_be_posted_is_answered_when_it_comes_again(
    store: Store, clock: StillClock, outbox: Outbox
) -> None:
    reception = Reception(store, clock, Echo().reply, "en")
    outbox.error = RuntimeError("the process dies here")
    with pytest.raises(RuntimeError):
        await reception.receive(Update("1", ANNA, Said("hi")), outbox.post)
    outbox.error = None
    await reception.receive(Update("1", ANNA, Said("hi")), outbox.post)
    assert outbox.messages == [Text("one"), Text("two")]


@pytest.mark.parametrize(("language", "word"), [("fr", "Pardon"), ("en", "Sorry"), (None, "Sorry")])
async def test_a_bug_costs_one_answer_and_its_words_are_not_logged(
    store: Store,
    clock: StillClock,
    outbox: Outbox,
    caplog: pytest.LogCaptureFixture,
    language: str | None,
    word: str,
) -> None:
    reception = Reception(store, clock, Echo(ValueError("my secret draft")).reply, "en")
    await reception.receive(Update("1", ANNA, Said("my secret draft"), language=language), outbox.post)
    (sentence,) = outbox.messages
    assert isinstance(sentence, Text)
    assert sentence.text.startswith(word)
    assert "a reply on terminal failed: ValueError" in caplog.text
    assert "test_reception" in caplog.text
    assert "secret" not in caplog.text


async def test_someone_who_left_is_marked_and_written_to_no_more(
    store: Store, clock: StillClock, outbox: Outbox
) -> None:
    person = await store.meet(ANNA, "Anna", now=clock.now())
    outbox.error = UnreachableError()
    await Reception(store, clock, Echo().reply, "en").receive(Update("1", ANNA, Said("hi")), outbox.post)
    assert await store.address_of(person.id) is None
    assert await store.was_handled("1")


async def test_whoever_waits_is_told_after_each_update(store: Store, clock: StillClock, outbox: Outbox) -> None:
    told: list[bool] = []
    reception = Reception(store, clock, Echo().reply, "en", handled=lambda: told.append(True))
    await reception.receive(Update("1", ANNA, Said("hi")), outbox.post)
    assert told == [True]


@pytest.mark.parametrize(
    ("event", "cleaned"),
    [
        (Said("a\x00b\x1b[31mc\r\nd\te\x85"), Said("ab[31mc\nd\te")),
        (Command("go\x07al", "20\x9f min"), Command("goal", "20 min")),
        (Submitted("line", {"target": "a\x00"}, "1"), Submitted("line", {"target": "a"}, "1")),
        (Said("👩‍🔧 مرحبا \ud800"), Said("👩‍🔧 مرحبا ")),
        (Pressed("goal done 1"), Pressed("goal done 1")),
        (Shared("a.txt", b"\x00"), Shared("a.txt", b"\x00")),
    ],
)
def test_control_characters_go_no_further(event: Event, cleaned: Event) -> None:
    assert without_controls(event) == cleaned
