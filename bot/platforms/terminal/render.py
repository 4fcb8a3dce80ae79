"""What a message looks like as plain lines and as a JSON object: pure, one exhaustive `match` each.

Nothing a person or the assistant wrote may drive the terminal, so control characters are made visible here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from bot.messages import Button, Buttons, Field, File, Form, Image, Message, Refused, Table, Text
from bot.platforms.terminal.setting import Words
from storage import Address

COLUMNS = 100
"""Where a line of choices is wrapped; text keeps its own lines."""

Saved: TypeAlias = Path | None
"""Where a message's picture or file was saved; None when it has none, or when that failed."""

Kind = Literal["text", "buttons", "form", "refused", "image", "file", "table"]

# C0 but tab and line feed, DEL and C1, the two Unicode line separators, bidirectional overrides (isolates
# stay: they end with the line), halves of surrogate pairs.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def neutral(text: str) -> str:
    """The text as it may be shown: controls become their pictures ("␛"), what has none "�", a tab a blank;
    lines end without blanks.
    """
    shown = _UNSAFE.sub(_picture, text.replace("\r\n", "\n").replace("\t", " "))
    return "\n".join(line.rstrip() for line in shown.split("\n"))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"


def printable(text: str) -> str:
    """The text with "�" for halves of surrogate pairs, which no file or database takes."""
    return _SURROGATE.sub("�", text)


def width(text: str) -> int:
    """The columns a text takes: wide characters two, combining and invisible ones none."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """The text with blanks after it up to so many columns."""
    return text + " " * (columns - width(text))


def plain_lines(message: Message, saved: Saved, words: Words, columns: int) -> list[str]:
    """The lines of a message: its words, then its choices and the path of what was saved."""
    lines = body_lines(message)
    match message:
        case Buttons():
            lines += choice_lines(message.choices, columns)
        case Image() | File():
            lines.append(neutral(saved_line(message, saved, words)))
        case Text() | Refused() | Table() | Form():
            pass
    return lines


def body_lines(message: Message) -> list[str]:
    """The lines of a message without its choices, none when it has no words."""
    match message:
        case Text(text) | Buttons(text) | File(text=text):
            return _lines(text)
        case Refused(text, errors):
            return _lines(text, *errors.values())
        case Image(text=text, alt=alt):
            return _lines(text, alt)
        case Table(text):
            return _lines(text) + table_lines(message)
        case Form(title=title, fields=fields):
            return _lines(title, *map(_question, fields))


def saved_line(message: Image | File, saved: Saved, words: Words) -> str:
    """The sentence that says where a picture or a file is."""
    return words.saved(str(saved)) if saved else words.not_saved(message.name)


def _lines(*texts: str) -> list[str]:
    shown = (neutral(text).strip("\n") for text in texts)
    return [line for text in shown if text for line in text.split("\n")]


def _question(field: Field) -> str:
    return " ".join((field.question, *(f"[{choice}]" for choice in field.choices)))


def choice_lines(choices: Sequence[Button], columns: int) -> list[str]:
    """The choices with their numbers, as many on a line as go in so many columns."""
    lines: list[str] = []
    for number, choice in enumerate(choices, 1):
        shown = f"[{number}] {one_line(choice.label)}"
        if lines and width(lines[-1]) + 3 + width(shown) <= columns:
            lines[-1] += f"   {shown}"
        else:
            lines.append(shown)
    return lines


def one_line(text: str) -> str:
    """The text as it may be shown, on one line."""
    return neutral(text).replace("\n", " ")


def table_lines(table: Table) -> list[str]:
    """The rows in aligned columns under the names of the columns."""
    count = max(map(len, (table.columns, *table.rows)))
    rows = [_cells(row, count) for row in (table.columns, *table.rows)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    rule = ["─" * columns for columns in widths]
    return [_row(row, widths) for row in (rows[0], rule, *rows[1:])]


def _cells(row: Sequence[str], count: int) -> list[str]:
    return [*map(one_line, row), *[""] * (count - len(row))]


def _row(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(padded(cell, columns) for cell, columns in zip(cells, widths, strict=True)).rstrip()


def kind(message: Message) -> Kind:
    """The name of a message's type in JSON."""
    match message:
        case Text():
            return "text"
        case Buttons():
            return "buttons"
        case Form():
            return "form"
        case Refused():
            return "refused"
        case Image():
            return "image"
        case File():
            return "file"
        case Table():
            return "table"


def as_json(address: Address, message: Message, saved: Saved, at: datetime) -> str:
    """The message as one JSON object on one line: at, to, kind, text, choices, file."""
    choices = message.choices if isinstance(message, Buttons) else ()
    value = {
        "at": at.isoformat(timespec="seconds"),
        "to": address.chat if address.chat.startswith("#") else address.account,
        "kind": kind(message),
        "text": "\n".join(body_lines(message)),
        "choices": [one_line(choice.label) for choice in choices],
        "file": str(saved) if saved else None,
    }
    return neutral(json.dumps(value, ensure_ascii=False))
