"""The README's conversations are executed word for word."""

from __future__ import annotations

import re
from pathlib import Path

from bot.app import ROUTES
from tests.stage import Stage

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
CONVERSATIONS = [block for block in re.findall(r"```text\n(.*?)```", README, re.DOTALL) if block.startswith("──")]


def test_there_is_one_conversation_of_ten_lines_or_more_in_each_language() -> None:
    assert ["Noted." in block for block in CONVERSATIONS] == [True, False]
    assert ["C'est noté." in block for block in CONVERSATIONS] == [False, True]
    assert all(len(re.findall(r"^\d\d:\d\d  ", block, re.MULTILINE)) >= 10 for block in CONVERSATIONS)


async def test_the_english_conversation_is_what_is_really_said(tmp_path: Path) -> None:
    assert await Stage(tmp_path, "en").replay(CONVERSATIONS[0]) == CONVERSATIONS[0]


async def test_the_french_conversation_is_what_is_really_said(tmp_path: Path) -> None:
    assert await Stage(tmp_path).replay(CONVERSATIONS[1]) == CONVERSATIONS[1]


def test_every_command_is_in_the_table_by_both_names() -> None:
    rows = re.findall(r"^\| `/(\w+)` \| `/(\w+)` \|", README, re.MULTILINE)
    assert sorted(rows) == sorted((route.name, route.french) for route in ROUTES.commands)
