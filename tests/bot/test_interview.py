from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.catalogue import say_in
from bot.clock import StillClock
from bot.interview import STALE, Interviewer
from bot.messages import (
    Buttons,
    Command,
    Event,
    Field,
    Form,
    Message,
    Pressed,
    Refused,
    Said,
    Submitted,
    Text,
    Update,
)
from storage import Person, Store
from tests.bot.conftest import ANNA

NAME = Field("name", "Your name?", limit=10)
AGE = Field("age", "Your age?", choices=("30", "40"))
NOTE = Field("note", "A note?", optional=True)
CARD = Form("card", "Card", (NAME, AGE, NOTE))
EDIT = Form(
    "card", "Card", (Field("name", "Your name?", "Ada"), Field("age", "Your age?", "36")), about="7", asked=("age",)
)
ASIDE = Form("aside", "Aside", (Field("word", "One word?"),))

say = say_in("en")


class Desk:
    """Opens forms by command and keeps what is submitted; an age that is no number is refused."""

    def __init__(self) -> None:
        self.submitted: list[tuple[str, Mapping[str, str], str]] = []
        self.forms = {"card": CARD, "edit": EDIT, "aside": ASIDE, "chain": Form("chain", "Chain", (NAME,))}

    async def reply(self, update: Update) -> tuple[Message, ...]:
        match update.event:
            case Command(name):
                return (self.forms.get(name, Text(f"command {name}")),)
            case Submitted(form, values, about):
                return self._submit(form, values, about)
            case _:
                return (Text("something else"),)

    async def errors(self, update: Update) -> Mapping[str, str]:
        match update.event:
            case Submitted(values={"name": "Nobody"}):
                return {"name": "A real name, please.", "age": "not asked yet"}
            case _:
                return {}

    def _submit(self, form: str, values: Mapping[str, str], about: str) -> tuple[Message, ...]:
        if not values.get("age", "1").isdigit():
            return (Refused("wrong", {"age": "A number, please."}),)
        self.submitted.append((form, values, about))
        return (ASIDE,) if form == "chain" else (Text("thanks"),)


class Anna:
    """Says things in turn to an interviewer that is made anew each time, as after a restart."""

    def __init__(self, store: Store, clock: StillClock, desk: Desk) -> None:
        self.store, self.clock, self.desk = store, clock, desk
        self.count = 0

    async def does(self, event: Event, key: str = "", *, private: bool = True) -> tuple[Message, ...]:
        self.count += 1
        interviewer = Interviewer(self.store, self.desk.reply, self.desk.errors, self.clock, "en")
        return await interviewer.reply(Update(key or str(self.count), ANNA, event, "Anna", private=private))

    async def says(self, *texts: str) -> tuple[Message, ...]:
        answers: tuple[Message, ...] = ()
        for text in texts:
            answers = await self.does(Command(text[1:]) if text.startswith("/") else Said(text))
        return answers


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def she(store: Store, anna: Person, clock: StillClock, desk: Desk) -> Anna:
    return Anna(store, clock, desk)


def asked(answers: tuple[Message, ...]) -> Buttons:
    question = answers[-1]
    assert isinstance(question, Buttons)
    return question


def labels(answers: tuple[Message, ...]) -> list[str]:
    return [button.label for button in asked(answers).choices]


async def test_a_form_is_asked_one_question_at_a_time_and_submitted_whole(she: Anna, desk: Desk) -> None:
    assert asked(await she.says("/card")).text == "Card (1/3)\nYour name?"
    assert asked(await she.says("Ada")).text == "Card (2/3)\nYour age?"
    assert asked(await she.says("36")).text == "Card (3/3)\nA note?"
    assert await she.says("kind") == (Text("thanks"),)
    assert desk.submitted == [("card", {"name": "Ada", "age": "36", "note": "kind"}, "")]


async def test_ready_answers_come_first_then_skipping_then_the_way_out(she: Anna) -> None:
    assert labels(await she.says("/card", "Ada")) == ["30", "40", "Leave it"]
    assert labels(await she.does(Pressed("interview pick age 1"))) == ["Skip", "Leave it"]


async def test_an_optional_answer_is_skipped_by_button_or_word(she: Anna, desk: Desk) -> None:
    for skip in (Pressed("interview skip note"), Said("Skip"), Said("  ")):
        await she.says("/card", "Ada", "36")
        assert await she.does(skip) == (Text("thanks"),)
    assert [values["note"] for _, values, _ in desk.submitted] == ["", "", ""]


async def test_only_the_fields_that_matter_are_asked_and_the_others_stay(she: Anna, desk: Desk) -> None:
    assert asked(await she.says("/edit")).text == "Card\nYour age?\nSo far: 36"
    await she.says("37")
    assert desk.submitted == [("card", {"name": "Ada", "age": "37"}, "7")]


async def test_what_stands_there_is_kept_by_one_tap(she: Anna, desk: Desk) -> None:
    assert labels(await she.says("/edit")) == ["Keep it", "Leave it"]
    await she.does(Pressed("interview keep age"))
    assert desk.submitted == [("card", {"name": "Ada", "age": "36"}, "7")]


async def test_only_what_was_wrong_is_asked_again(she: Anna, desk: Desk) -> None:
    await she.says("/card", "Ada", "old", "kind")
    again = asked(await she.does(Pressed("interview over there")))
    assert "Your age?" in again.text
    await she.says("36")
    assert desk.submitted == [("card", {"name": "Ada", "age": "36", "note": "kind"}, "")]


async def test_the_reason_of_a_refusal_is_told_with_the_question(she: Anna) -> None:
    assert asked(await she.says("/card", "Ada", "old", "kind")).text == "A number, please.\nYour age?"


@pytest.mark.parametrize(
    ("answer", "problem"), [(" \n", say("interview-empty")), ("x" * 11, say("interview-too-long", limit=10, length=11))]
)
async def test_an_answer_that_cant_be_taken_changes_nothing(she: Anna, answer: str, problem: str) -> None:
    assert asked(await she.says("/card", answer)).text == f"{problem}\nYour name?"
    assert asked(await she.says("Ada")).text == "Card (2/3)\nYour age?"


async def test_an_answer_that_the_form_refuses_is_asked_again_at_once(she: Anna) -> None:
    assert asked(await she.says("/card", "Nobody")).text == "A real name, please.\nYour name?"
    assert asked(await she.says("Ada")).text == "Card (2/3)\nYour age?"


async def test_what_must_be_answered_cant_be_skipped(she: Anna) -> None:
    assert asked(await she.says("/card", "skip")).text == f"{say('interview-needed')}\nYour name?"


@pytest.mark.parametrize("way_out", [Pressed("interview cancel card"), Said("Cancel"), Said("annuler")])
async def test_leaving_changes_nothing(she: Anna, desk: Desk, way_out: Event) -> None:
    await she.says("/card", "Ada")
    assert await she.does(way_out) == (Text(say("interview-cancelled")),)
    assert await she.says("hello") == (Text("something else"),)
    assert desk.submitted == []


async def test_a_command_in_the_middle_is_answered_and_the_question_comes_again(she: Anna) -> None:
    answers = await she.says("/card", "Ada", "/other")
    assert answers[0] == Text("command other")
    assert asked(answers).text == "Back to it. Card\nYour age?"
    assert asked(await she.says("36")).text == "Card (3/3)\nA note?"


async def test_who_leaves_a_question_twice_is_asked_no_more(she: Anna, desk: Desk) -> None:
    assert await she.says("/card", "Ada", "/other", "/other") == (Text("command other"),)
    assert await she.says("hello") == (Text("something else"),)
    assert desk.submitted == []


async def test_who_asked_for_silence_is_asked_nothing(she: Anna, store: Store, anna: Person, clock: StillClock) -> None:
    await she.says("/card", "Ada")
    await store.silence(anna.id, clock.now())
    assert await she.says("/other") == (Text("command other"),)


async def test_a_second_form_is_asked_first_and_the_one_below_goes_on(she: Anna, desk: Desk) -> None:
    assert asked(await she.says("/card", "Ada", "/aside")).text == "Aside\nOne word?"
    answers = await she.says("word")
    assert answers[0] == Text("thanks")
    assert asked(answers).text == "Back to it. Card\nYour age?"
    await she.says("36", "skip")
    assert [form for form, _, _ in desk.submitted] == ["aside", "card"]


async def test_a_question_that_may_be_left_empty_gives_way_to_a_command(she: Anna, desk: Desk) -> None:
    assert await she.says("/card", "Ada", "36", "/other") == (Text("command other"),)
    assert await she.says("hello") == (Text("something else"),)
    assert desk.submitted == []


async def test_a_form_that_leads_to_another_is_followed(she: Anna) -> None:
    assert asked(await she.says("/chain", "Ada")).text == "Aside\nOne word?"


async def test_a_redelivered_answer_answers_one_question_only(she: Anna) -> None:
    await she.says("/card")
    first = await she.does(Said("Ada"), key="same")
    again = await she.does(Said("Ada"), key="same")
    assert asked(first).text == asked(again).text == "Card (2/3)\nYour age?"


@pytest.mark.parametrize(
    "action",
    ["pick name 0", "pick age 2", "pick age x", "keep age", "skip age", "cancel aside", "nonsense", ""],
)
async def test_a_button_of_another_question_leads_back_to_the_present_one(she: Anna, action: str) -> None:
    await she.says("/card", "Ada")
    answers = await she.does(Pressed(f"interview {action}"))
    if action == "pick age x":  # no number is the first choice
        assert "A note?" in asked(answers).text
    else:
        assert asked(answers).text == f"{say('interview-moved-on')}\nYour age?"


async def test_a_button_of_a_closed_interview_says_so(she: Anna) -> None:
    (answer,) = await she.does(Pressed("interview pick age 0"))
    assert isinstance(answer, Buttons)
    assert answer.text == say("interview-over")


async def test_a_form_in_which_all_stands_already_is_not_asked_again(she: Anna, desk: Desk) -> None:
    desk.forms["edit"] = Form("card", "Card", EDIT.fields, about="7")
    assert "Card (1/2)" in asked(await she.says("/edit")).text
    assert await she.says("/other") == (Text("command other"),)


async def test_after_hours_plain_words_are_no_longer_taken_for_the_answer(she: Anna, clock: StillClock) -> None:
    await she.says("/card", "Ada")
    clock.move_to(clock.now() + STALE)
    answers = await she.says("a text of today")
    assert answers[0] == Text("something else")
    assert asked(answers).text == "Back to it. Card\nYour age?"
    clock.move_to(clock.now() + STALE - timedelta(seconds=1))
    assert "A note?" in asked(await she.says("36")).text


async def test_in_a_channel_nothing_is_asked(she: Anna) -> None:
    assert await she.does(Command("card"), private=False) == (CARD,)
