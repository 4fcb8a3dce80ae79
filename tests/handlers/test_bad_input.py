"""Whatever is typed wherever: a clear sentence in the person's language, and nothing changed that should not be."""

from __future__ import annotations

import pytest

from bot.messages import Shared
from tests.handlers.conftest import SORRY, Sam, told

HUGE = "un mot " * 15_000
INPUTS = {
    "empty": "",
    "blank": " \n\t ",
    "a slash": "/",
    "100 kB": HUGE,
    "100 kB without a space": "a" * 100_000,
    "100 kB command": "/" + "a" * 100_000,
    "control characters": "\x00\x01\x1b[31m\x7f",
    "emoji": "👩‍🔧🙂🏳️‍🌈",
    "right to left": "\u202eمرحبا بالعالم",
    "a lone surrogate": "\ud800",
    "markup": "<b>*_`@here`_*</b> & <!channel>",
    "a date in the past": "yesterday at 9",
    "a phone with letters": "07 12 AB 34 56",
    "a number out of range": "99999999999999999999",
    "a negative number": "-5",
    "SQL": "'; DROP TABLE people; --",
    "braces": "{ $name } %s {0}",
}
PLACES = {
    "plain words": [],
    "the line": ["/line"],
    "a goal": ["/goal linkedin"],
    "a goal's length": ["/goal 45 min linkedin watch my field"],
    "a client's name": ["/client add"],
    "a client's phone": ["/client add", "Jane", "skip"],
    "a client's last contact": ["/client add", "Jane", "skip", "skip"],
    "a draft's network": ["/draft"],
    "a draft's text": ["/draft linkedin"],
}


@pytest.mark.parametrize("place", PLACES)
async def test_every_bad_input_is_answered_in_a_sentence(sam: Sam, place: str) -> None:
    for name, text in INPUTS.items():
        for line in PLACES[place]:
            await sam.says(line)
        answers = await sam.says(text)
        assert answers, (place, name)
        assert SORRY not in told(answers), (place, name)
        assert len(told(answers)) < 4_000, (place, name)
        await sam.says("/stop")  # leaves the question
        await sam.says("/start")


REFUSED = {
    "/goal 0 min linkedin watch": "1 to 20 minutes",
    "/goal 21 min linkedin watch": "1 to 20 minutes",
    "/goal linkedin 20 min " + "x" * 201: "200 characters",
    "/goal linkedin watch, yesterday at 9": "on the spot",
    "/client " + "x" * 81: "80 characters",
    "/client Jane, 07 12 AB 34 56": "can't be dialled",
    "/client Jane, 99999999999999999999": "can't be dialled",
    "/client Jane, met 3 January 2030": "in the past",
    "/client 12345, Acme": "a name",
    "/client 🙂, Acme": "a name",
    "/draft linkedin " + HUGE: "too much for a review",
    "/call Nobody": "can't find",
    "/line nonsense": "editorial line",
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items(), ids=[text[:40] for text in REFUSED])
async def test_what_is_refused_says_why_and_changes_nothing(sam: Sam, text: str, reason: str) -> None:
    assert reason in told(await sam.says(text))
    assert sam.remembered() == ""


@pytest.mark.parametrize(
    ("data", "taken"),
    [
        (b"A roof is not a detail.", True),
        ("\ufeffUn toit n'est pas un détail.".encode(), True),
        (b"", False),
        (b"  \n", False),
        (b"\xff\xfe\x00bytes", False),
        (b"a\x00b", False),
        (b"word " * 10_000, False),
    ],
)
async def test_a_file_is_read_when_it_is_text(sam: Sam, data: bytes, taken: bool) -> None:
    answers = told(await sam.does(Shared("draft.txt", data)))
    assert ("form" in answers) is taken
    assert SORRY not in answers
    assert (sam.remembered() != "") is taken
