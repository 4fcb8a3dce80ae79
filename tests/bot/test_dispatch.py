from __future__ import annotations

import pytest

from bot.clock import StillClock
from bot.dispatch import LONG_TEXT, Dispatcher, Routes
from bot.messages import Command, Event, Message, Pressed, Refused, Said, Shared, Submitted, Text, Update
from bot.request import Defaults, FormRoute, Handler, Request, Route, number_in
from storage import Address, Store
from tests.bot.conftest import ANNA

DEFAULTS = Defaults("en", "Europe/London", "GB")


def tells(name: str) -> Handler:
    """A handler that answers with its name and what it was given."""

    async def handler(request: Request) -> Message:
        given = "|".join([request.text, *map(str, request.values.values()), request.about, request.file.decode()])
        return Text(f"{name}|{given}".rstrip("|"))

    return handler


async def whom(request: Request) -> tuple[Message, ...]:
    person = request.person
    return (Text(f"{request.language} {request.zone.key} {request.country} {request.today}"), Text(person.name))


def no_target(request: Request) -> dict[str, str]:
    return {} if request.values.get("target") else {"target": f"{request.language}: whom?"}


text = tells("text")

ROUTES = Routes(
    commands=(
        Route("goal", "objectif", tells("goal"), "about-goal", "listens-goal"),
        Route("call", "appel", tells("call"), "about-call", "listens-call"),
        Route("upcoming", "prevu", tells("upcoming"), "about-upcoming"),
        Route("read", "lis", text, "about-draft"),
        Route("whom", "qui", whom, "about-help"),
    ),
    buttons={"goal done": tells("done")},
    forms={"line": FormRoute(tells("line"), no_target)},
    text=text,
    file=tells("file"),
    unknown=tells("unknown"),
)


@pytest.fixture
def dispatcher(store: Store, clock: StillClock) -> Dispatcher:
    return Dispatcher(store, ROUTES, clock, DEFAULTS)


async def said(dispatcher: Dispatcher, event: Event, *, private: bool = True) -> list[str]:
    answers = await dispatcher.reply(Update("1", ANNA, event, "Anna", private=private))
    return [answer.text for answer in answers if isinstance(answer, Text)]


@pytest.mark.parametrize(
    ("event", "answer"),
    [
        (Command("goal", " 20 min "), "goal|20 min"),
        (Command("objectif"), "goal"),
        (Command("Prévu"), "upcoming"),
        (Command("gaol", "20 min"), "unknown|/gaol"),
        (Pressed("goal done 17"), "done|17"),
        (Pressed("/call"), "call"),
        (Pressed("goal nonsense 17"), "unknown|17"),
        (Pressed("forged"), "unknown"),
        (Submitted("line", {"target": "firms"}, "3"), "line||firms|3"),
        (Submitted("forged", {}), "unknown"),
        (Shared("a.txt", b"words"), "file|a.txt||words"),
        (Said("goal 20 min"), "goal|20 min"),
        (Said("Objectif : 20 min"), "goal|: 20 min"),
        (Said("I'm going on LinkedIn for 20 min"), "goal|I'm going on LinkedIn for 20 min"),
        (Said("who should I call?"), "call|who should I call?"),
        (Said("linkedin"), "goal|linkedin"),
        (Said("who is on linkedin?"), "unknown|who is on linkedin?"),
        (Said("what a day"), "unknown|what a day"),
        (Said("a" * LONG_TEXT), "text|" + "a" * LONG_TEXT),
        (Said("A title\nand a body"), "text|A title\nand a body"),
        (Said("call\nis how my text begins"), "text|call\nis how my text begins"),
        (Said("Read: " + "a" * LONG_TEXT), "text|" + "a" * LONG_TEXT),
        (Said("phone them tomorrow"), "call|phone them tomorrow"),
        (Said("  "), "unknown|  "),
    ],
)
async def test_every_event_leads_to_a_handler(dispatcher: Dispatcher, event: Event, answer: str) -> None:
    assert await said(dispatcher, event) == [answer]


async def test_a_form_with_errors_is_refused_with_a_sentence_by_field(dispatcher: Dispatcher) -> None:
    update = Update("1", ANNA, Submitted("line", {}), "Anna")
    assert await dispatcher.reply(update) == (Refused("en: whom?", {"target": "en: whom?"}),)
    assert await dispatcher.errors(update) == {"target": "en: whom?"}


async def test_what_is_no_form_has_no_errors(dispatcher: Dispatcher) -> None:
    for event in (Said("hi"), Submitted("forged", {})):
        assert await dispatcher.errors(Update("1", ANNA, event, "Anna")) == {}


async def test_a_person_who_said_nothing_gets_the_defaults(dispatcher: Dispatcher) -> None:
    assert await said(dispatcher, Command("whom")) == ["en Europe/London GB 2026-11-24", "Anna"]


async def test_what_the_platform_tells_is_settled_once(dispatcher: Dispatcher, store: Store, clock: StillClock) -> None:
    told = Update("1", ANNA, Command("whom"), "Anna", language="fr", zone="Pacific/Auckland")
    (first, _) = await dispatcher.reply(told)
    assert first == Text("fr Pacific/Auckland NZ 2026-11-24")
    person = await store.meet(ANNA, "Anna", now=clock.now())
    await store.settle(person.id, language="en")
    (again, _) = await dispatcher.reply(told)
    assert again == Text("en Pacific/Auckland NZ 2026-11-24")


async def test_in_a_channel_commands_are_answered_with_nothing_personal_and_talk_is_left_alone(
    dispatcher: Dispatcher,
) -> None:
    (sentence,) = await said(dispatcher, Command("whom"), private=False)
    assert "privately" in sentence
    assert await said(dispatcher, Said("who should I call?"), private=False) == []


async def test_two_people_are_two_people(dispatcher: Dispatcher) -> None:
    bob = Update("2", Address("terminal", "bob", "bob"), Command("whom"), "Bob")
    await said(dispatcher, Command("whom"))
    assert (await dispatcher.reply(bob))[1] == Text("Bob")


@pytest.mark.parametrize(
    ("text", "number"), [("17", 17), ("17 tomorrow", 17), ("", 0), ("x", 0), ("-1", 0), ("²", 0), ("9" * 19, 0)]
)
def test_a_buttons_number_is_read_and_anything_else_is_none(text: str, number: int) -> None:
    assert number_in(text) == number
