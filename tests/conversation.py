"""Turns a printed conversation back into the transcript that gives it, so that a README's example can be executed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.platforms.terminal.lines import spoken_line
from bot.platforms.terminal.render import width
from bot.platforms.terminal.setting import Speaker

_DAY = re.compile(r"── (\d{4}-\d\d-\d\d) ──")
_HEAD = re.compile(r"(\d\d:\d\d)  (\S.*?)(?:\s{2,}(\S.*))?")


@dataclass(slots=True)
class Block:
    """What one speaker said at once. `at` is local: "2026-11-24 09:00", or "09:00" before any day is told."""

    at: str
    speaker: str
    text: str
    indent: int


def blocks(printed: str) -> list[Block]:
    """The blocks of a printed conversation, in order."""
    found: list[Block] = []
    day = ""
    for line in printed.strip("\n").split("\n"):
        if heading := _DAY.fullmatch(line):
            day = heading[1]
        elif head := _HEAD.fullmatch(line):
            text = head[3] or ""
            indent = width(line[: head.start(3)]) if text else 0
            found.append(Block(f"{day} {head[1]}".strip(), head[2], text, indent))
        else:
            found[-1].text += "\n" + line[found[-1].indent :]
    return found


def starts_at(printed: str) -> str:
    """The local time of the first block: what `--now` has to be to replay it."""
    return blocks(printed)[0].at


def replayable(printed: str, person: str, assistant: str = "Comptoir") -> list[str]:
    """The transcript lines that give this conversation again: what people said, and the clock where it moved. A
    press stays "1 (label)", which the terminal takes only while the button has that label.
    """
    return list(_lines(blocks(printed), person, assistant))


def _lines(conversation: list[Block], person: str, assistant: str) -> Iterator[str]:
    now = conversation[0].at
    for block in conversation:
        if block.at != now:
            now = block.at
            yield f"@ {now}"
        channel, name = _who(block.speaker)
        if name != assistant and not name.startswith(f"{assistant} → "):
            yield spoken_line(Speaker(name, channel), block.text.rstrip("\n"), person)


def _who(speaker: str) -> tuple[str, str]:
    channel, _, name = speaker.partition(" ") if speaker.startswith("#") else ("", "", speaker)
    return channel, name
