"""Conversations as they are printed, in both languages, played again and compared word for word.

A dialogue is a file; what people say in it is the input, all of it is what is expected. To write one, play a transcript
with `comptoir chat` and read what it prints aloud. In `start` nothing is known of the person.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.draft.scope import ready
from tests.stage import Stage

FOLDER = Path(__file__).parent
DIALOGUES = sorted(file.relative_to(FOLDER) for file in FOLDER.glob("*/*.txt"))
READ = {"day", "draft", "review"}
"""The dialogues in which a draft is read against the line."""


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=str)
async def test_what_is_said_is_what_is_written(tmp_path: Path, dialogue: Path) -> None:
    if dialogue.stem in READ and not ready():
        pytest.skip("the reading model is an extra, and is not installed here")
    printed = (FOLDER / dialogue).read_text(encoding="utf-8")
    stage = Stage(tmp_path, dialogue.parent.name, told=dialogue.stem != "start")
    assert await stage.replay(printed) == printed


def test_both_languages_have_the_same_dialogues() -> None:
    french, english = ({file.name for file in DIALOGUES if file.parent.name == language} for language in ("fr", "en"))
    assert french == english
