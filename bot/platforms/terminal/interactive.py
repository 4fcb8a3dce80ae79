"""The chat for a person at their keyboard: a prompt, the conversation above it, what falls due in between.

Nothing else imports prompt_toolkit or rich: a transcript starts without them.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app_session, run_in_terminal
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text as Styled

from bot.clock import Clock
from bot.messages import Buttons, File, Form, Image, Message, Receive, Refused, Table, Text
from bot.platforms.terminal.lines import sending
from bot.platforms.terminal.outbox import Outbox
from bot.platforms.terminal.render import (
    body_lines,
    choice_lines,
    neutral,
    one_line,
    printable,
    saved_line,
    width,
)
from bot.platforms.terminal.sender import Sender
from bot.platforms.terminal.setting import Chat, Speaker
from bot.platforms.terminal.views import SPEAKER_COLUMNS, Calendar, assistant_name
from storage import Address

_LEAVING = ("/quit", "/quitter")


class Prompt:
    """Asks for a line: history, completion of commands, Ctrl-C clears, Alt-Enter breaks the line."""

    def __init__(self, history: Path, commands: Sequence[tuple[str, str]]) -> None:
        self._session: PromptSession[str] = PromptSession(
            "> ",
            history=_history(history),
            completer=Commands(commands),
            key_bindings=_keys(),
            erase_when_done=True,  # the view shows what was said, as it was understood
        )

    async def ask(self) -> str | None:
        """What the person typed or pasted, None when they leave."""
        try:
            text = (await self._session.prompt_async()).strip()
        except EOFError:
            return None
        return None if text.lower() in _LEAVING else text


def _history(path: Path) -> History:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        path.chmod(0o600)
    except OSError:  # read-only, a folder: the chat works without a memory of its lines
        return InMemoryHistory()
    return _PrintableHistory(str(path))


class _PrintableHistory(FileHistory):
    def store_string(self, string: str) -> None:
        # Bytes that are no UTF-8 reach us as halves of surrogate pairs; a full disk must not end the chat.
        with suppress(OSError):
            super().store_string(printable(string))


class Commands(Completer):
    """Offers commands, with what they do, while a line is a slash and the beginning of their name."""

    def __init__(self, commands: Sequence[tuple[str, str]]) -> None:
        self._commands = commands

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """The commands that begin like this."""
        typed = document.text_before_cursor.lower()
        for name, description in self._commands:
            if typed.startswith("/") and f"/{name}".startswith(typed):
                yield Completion(f"/{name}", -len(typed), display_meta=description)


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("c-c")
    @keys.add("<sigint>")
    def clear(event: KeyPressEvent) -> None:
        event.current_buffer.reset()

    @keys.add("escape", "enter")
    def break_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys


async def converse(
    chat: Chat,
    outbox: Outbox,
    receive: Receive,
    deliver: Callable[[], Awaitable[None]],
    prompt: Prompt,
    opening: str,
) -> None:
    """Talks until the person leaves; `deliver` runs meanwhile."""
    async with asyncio.TaskGroup() as tasks:
        delivering = tasks.create_task(_run(deliver))
        await _show(Styled(neutral(chat.words.welcome), "dim"))
        sender = Sender(chat, outbox, receive)
        said: str | None = opening
        while said is not None:
            await _take(sender, Speaker(chat.person), said)
            said = await prompt.ask()
        delivering.cancel()


async def _run(deliver: Callable[[], Awaitable[None]]) -> None:
    await deliver()


async def _take(sender: Sender, speaker: Speaker, text: str) -> None:
    if path := sending(text):
        await sender.send_file(speaker, path)
    elif text:
        await sender.say(speaker, text)


class Window:
    """The conversation above the prompt."""

    closed = False
    """Never: a terminal that is gone ends the prompt, and with it the chat."""

    def __init__(self, chat: Chat, clock: Clock) -> None:
        self._chat = chat
        self._clock = clock
        self._calendar = Calendar()

    async def heard(self, speaker: Speaker, text: str) -> None:
        """Shows what the person said."""
        await self._entry(self._chat.words.you, Styled(neutral(text)))

    async def told(self, address: Address, message: Message, saved: Path | None) -> None:
        """Shows a message."""
        name = assistant_name(self._chat, address)
        await self._entry(name, self._body(message, saved, name))

    def _body(self, message: Message, saved: Path | None, name: str) -> RenderableType:
        words = Styled("\n".join(body_lines(message)))
        match message:
            case Text() | Form():
                return words
            case Refused():
                return Styled(words.plain, "yellow")
            case Buttons():
                return Group(*_shown(words), self._choices(message, name))
            case Image() | File():
                place = saved_line(message, saved, self._chat.words)
                return Group(*_shown(words), Styled(neutral(place), "dim"))
            case Table(text):
                return Group(*_shown(Styled(neutral(text))), _grid(message))

    def _choices(self, message: Buttons, name: str) -> Styled:
        columns = _columns() - self._indent(name)
        choices = Styled("\n".join(choice_lines(message.choices, columns)))
        choices.highlight_regex(r"\[\d+\]", "bold cyan")
        return choices

    def _indent(self, name: str) -> int:
        return len("09:00  ") + self._speaker_columns(name) + 2

    def _speaker_columns(self, name: str) -> int:
        words = self._chat.words
        return max(SPEAKER_COLUMNS, *map(width, (words.you, words.assistant, name)))

    async def _entry(self, name: str, body: RenderableType) -> None:
        at = self._clock.now().astimezone(self._chat.zone)
        grid = Grid.grid(padding=(0, 2, 0, 0))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(style="bold", no_wrap=True, min_width=self._speaker_columns(name))
        grid.add_column(overflow="fold")
        grid.add_row(f"{at:%H:%M}", Styled(one_line(name)), body)
        await _show(*(Styled(day, "dim") for day in self._calendar.turn(at)), grid)


def _shown(words: Styled) -> tuple[Styled, ...]:
    return (words,) if words.plain else ()


def _grid(table: Table) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in table.columns:
        grid.add_column(Styled(one_line(name)))
    for row in table.rows:
        grid.add_row(*map(Styled, map(one_line, row)))
    return grid


def _columns() -> int:
    return get_app_session().output.get_size().columns


async def _show(*parts: RenderableType) -> None:
    text = StringIO()
    console = Console(file=text, force_terminal=True, width=_columns(), highlight=False)
    console.print(*parts, sep="\n")
    await run_in_terminal(lambda: _write(text.getvalue()))


def _write(text: str) -> None:
    output = get_app_session().output
    output.write_raw(text)
    output.flush()
