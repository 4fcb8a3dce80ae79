"""The terminal: a chat for a person at their keyboard, and transcripts for tests, docs and demonstrations.

The composition root builds an `Outbox` with `page`, `journal` or `window`, gives its `post` to the delivery,
then calls `play` or `converse`. Only `window` and `converse` import prompt_toolkit and rich, when called.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TextIO

from bot.clock import Clock
from bot.messages import Receive
from bot.platforms.terminal.lines import read_lines
from bot.platforms.terminal.outbox import Outbox
from bot.platforms.terminal.setting import Chat, Sentence, Speaker, Words
from bot.platforms.terminal.transcript import Assistant, play
from bot.platforms.terminal.views import Journal, Page

__all__ = [
    "Assistant",
    "Chat",
    "Outbox",
    "Sentence",
    "Speaker",
    "Words",
    "converse",
    "journal",
    "page",
    "play",
    "read_lines",
    "window",
]


def page(out: TextIO, chat: Chat, clock: Clock) -> Outbox:
    """An outbox that writes the conversation as text."""
    return Outbox(Page(out, chat, clock), chat.folder)


def journal(out: TextIO, chat: Chat, clock: Clock) -> Outbox:
    """An outbox that writes each message as a JSON object on one line (`--json`)."""
    return Outbox(Journal(out, chat, clock), chat.folder)


def window(chat: Chat, clock: Clock) -> Outbox:
    """An outbox that shows the conversation above the prompt of `converse`."""
    from bot.platforms.terminal.interactive import Window

    return Outbox(Window(chat, clock), chat.folder)


async def converse(
    chat: Chat,
    outbox: Outbox,
    receive: Receive,
    deliver: Callable[[], Awaitable[None]],
    *,
    history: Path,
    commands: Sequence[tuple[str, str]],
    opening: str = "",
) -> None:
    """Talks with the person at the keyboard until they leave (Ctrl-D, "/quit", "/quitter").

    `deliver` runs meanwhile and is cancelled at the end. `commands` are names, without the slash, with what
    they do, offered as one types. `opening` is said for the person first ("/start"), when there is one.
    """
    from bot.platforms.terminal import interactive

    prompt = interactive.Prompt(history, commands)
    await interactive.converse(chat, outbox, receive, deliver, prompt, opening)
