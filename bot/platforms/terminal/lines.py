"""What a line means: pure reading of transcript lines into steps, and of what is said into an event.

Used by the transcript player; the interactive chat uses `sending` and `meaning`, which know no other person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from bot.messages import Button, Command, Event, Pressed, Said
from bot.platforms.terminal.clockline import Move, read_move
from bot.platforms.terminal.render import neutral
from bot.platforms.terminal.setting import Speaker

_NAME = r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,2}"
# The mark sticks to the name and a blank follows it, so that "3 > 2" and "<b>" stay words.
_PREFIX = re.compile(rf"(?:(?P<channel>#[\w-]+)(?: (?P<member>{_NAME}))?|(?P<name>{_NAME}))>(?:\s+|$)")
_CLOCK = re.compile(r"@(?:\s|[+\d]|$)")
_COMMENT = re.compile(r"#(?:\s|$)")
_SENDING = re.compile(r"<\s+(\S.*)")
_COMMAND = re.compile(r"/([^\s/@]+)(?:@\S*)?(?:\s+(.*))?", re.DOTALL)
_CHOICE = re.compile(r"(\d{1,3})(?: \((.*)\))?", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\n])")


@dataclass(frozen=True, slots=True)
class Say:
    """Somebody says words, gives a command or presses a button: which, depends on what they were told."""

    speaker: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class Send:
    """Somebody sends a file."""

    speaker: Speaker
    path: str


@dataclass(frozen=True, slots=True)
class Wait:
    """The clock moves; `line` is how it was asked."""

    line: str
    move: Move


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line about the clock that says no time."""

    line: str


Step: TypeAlias = Say | Send | Wait | Unreadable


def read_step(line: str, person: str) -> Step | None:
    """The step a line stands for, None for blank lines and comments; `person` is who says a plain line."""
    line = line.removeprefix("\ufeff").strip()
    if not line or _COMMENT.match(line):
        return None
    if _CLOCK.match(line):
        move = read_move(line[1:].strip())
        return Wait(line, move) if move else Unreadable(line)
    prefix = _PREFIX.match(line)
    if not prefix:
        return _spoken(Speaker(person), line)
    name = prefix["name"] or prefix["member"] or person
    return _spoken(Speaker(name, prefix["channel"] or ""), line[prefix.end() :])


def _spoken(speaker: Speaker, rest: str) -> Step | None:
    text = unescaped(rest).strip()
    if path := sending(rest) or sending(text):
        return Send(speaker, path)
    return Say(speaker, text) if text else None


def sending(line: str) -> str:
    """The path of "< path", "" for another line. The blank is needed: "<3" is a heart."""
    match = _SENDING.fullmatch(line.strip())
    return match[1] if match else ""


def unescaped(text: str) -> str:
    r"""The text with its line breaks: "\n" is one, "\\" a backslash."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] == "n" else "\\", text)


def escaped(text: str) -> str:
    """The text on one line, so that `unescaped` gives it back."""
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def spoken_line(speaker: Speaker, text: str, person: str) -> str:
    """The line that `read_step` reads as these words of this speaker, with their name where it must be."""
    line = text if sending(text) else escaped(text)
    step = read_step(line, person)
    if step in (Say(Speaker(person), text), Send(Speaker(person), sending(text))) and speaker == Speaker(person):
        return line
    return f"{speaker.channel} {speaker.name}".strip() + f"> {line}"


def meaning(text: str, choices: tuple[Button, ...]) -> Event:
    """The event that words stand for, given the choices on offer: the number of one presses it, a slash
    commands, all the rest is said. "1 (Yes)", as a transcript shows a press, is one too: it can be replayed.
    """
    if button := _chosen(text, choices):
        return Pressed(button.action)
    if command := _COMMAND.fullmatch(text):
        return Command(command[1].lower(), (command[2] or "").strip())
    return Said(text)


def _chosen(text: str, choices: tuple[Button, ...]) -> Button | None:
    match = _CHOICE.fullmatch(text)
    if not match or not 1 <= int(match[1]) <= len(choices):
        return None
    button = choices[int(match[1]) - 1]
    return button if match[2] in (None, neutral(button.label)) else None


def echo(text: str, choices: tuple[Button, ...]) -> str:
    """What the conversation shows for these words: a number with the label that it pressed."""
    button = _chosen(text, choices)
    return f"{int(text.split(maxsplit=1)[0])} ({neutral(button.label)})" if button else text


def read_lines(raw: Iterable[bytes]) -> Iterator[str]:
    """The lines of a byte stream such as `sys.stdin.buffer`, without their ends; a byte that is no UTF-8
    becomes "�", because one must not end a conversation.
    """
    return (line.decode(errors="replace").rstrip("\r\n") for line in raw)
