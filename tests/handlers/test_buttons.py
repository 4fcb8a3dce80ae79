"""Every button, pressed when it should not be: forged, stale, twice, by somebody else."""

from __future__ import annotations

import pytest

from bot.app import ROUTES
from bot.messages import Pressed, Submitted
from tests.handlers.conftest import SORRY, Sam, told


@pytest.mark.parametrize("text", ["", " 999999", " 999999 tomorrow", " not a number", " -1", " " + "9" * 40])
@pytest.mark.parametrize("action", ROUTES.buttons)
async def test_a_forged_button_changes_nothing_and_is_answered(sam_with_forms: Sam, action: str, text: str) -> None:
    answers = await sam_with_forms.does(Pressed(f"{action}{text}"[:64]))
    assert answers
    assert SORRY not in told(answers)
    assert sam_with_forms.remembered() == ""


@pytest.mark.parametrize("about", ["", "999999", "not a number"])
@pytest.mark.parametrize("form", ["call-note", "call-when", "upcoming-move"])
async def test_a_form_about_nothing_changes_nothing_and_is_answered(sam_with_forms: Sam, form: str, about: str) -> None:
    answers = await sam_with_forms.does(Submitted(form, {"note": "a word", "when": "tomorrow at 9"}, about))
    assert answers
    assert SORRY not in told(answers)
    assert sam_with_forms.remembered() == ""


async def test_a_goal_is_closed_by_the_first_press_only(sam: Sam) -> None:
    await sam.says("/goal watch my field, LinkedIn, 10 min")
    await sam.presses("I've finished")
    before = sam.remembered()
    for action in ("goal done 1", "goal not 1", "goal cancel 1", "goal more 1"):
        assert "already" in told(await sam.does(Pressed(action))) or action == "goal more 1"
    assert sam.remembered() == before


async def test_five_more_minutes_are_given_once(sam: Sam) -> None:
    await sam.says("/goal watch my field, LinkedIn, 10 min")
    assert "9:15" in told(await sam.does(Pressed("goal more 1")))
    before = sam.remembered()
    assert "only once" in told(await sam.does(Pressed("goal more 1")))
    assert sam.remembered() == before


async def test_a_closed_goal_is_not_changed(sam: Sam) -> None:
    await sam.says("/goal watch my field, LinkedIn, 10 min")
    await sam.says("/done")
    assert "Why open a network" in told(await sam.does(Pressed("goal change 1")))


async def test_a_client_who_left_the_book_is_neither_called_nor_edited(sam: Sam) -> None:
    await sam.says("/client Jane Brown, 020 7946 0018, met in March")
    await sam.does(Pressed("client remove 1"))
    before = sam.remembered()
    for action in ("call called 1", "call missed 1", "call later 1", "call card 1", "client edit 1", "client remove 1"):
        assert told(await sam.does(Pressed(action))) == "That client is no longer in your book."
    assert sam.remembered() == before


async def test_removing_a_client_calls_off_the_reminder(sam: Sam) -> None:
    await sam.says("/client Jane Brown, 020 7946 0018, met in March")
    await sam.does(Pressed("call snooze 1 tomorrow"))
    await sam.does(Pressed("client remove 1"))
    assert "Nothing is planned" in told(await sam.says("/upcoming"))


async def test_a_time_box_is_never_moved(sam: Sam) -> None:
    await sam.says("/goal watch my field, LinkedIn, 10 min")
    before = sam.remembered()
    for action in ("upcoming move 1", "upcoming move 1 tomorrow"):
        assert "no longer planned" in told(await sam.does(Pressed(action)))
    assert sam.remembered() == before
