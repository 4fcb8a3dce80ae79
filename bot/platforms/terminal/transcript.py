"""Plays a transcript: people's lines in, the conversation out, on a clock that only the transcript moves.

Tests, documentation and demonstrations all use it, so what it prints can be replayed.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.clock import StillClock
from bot.messages import Receive, Refused
from bot.platforms.terminal.clockline import target
from bot.platforms.terminal.lines import Say, Send, Step, Unreadable, Wait, read_step
from bot.platforms.terminal.outbox import Outbox
from bot.platforms.terminal.sender import Sender
from bot.platforms.terminal.setting import Chat, Speaker


@dataclass(frozen=True, slots=True)
class Assistant:
    """What answers. `deliver_due` delivers, in order, all that is due now and tells how many; `next_due`
    tells when something falls due next.
    """

    receive: Receive
    deliver_due: Callable[[], Awaitable[int]]
    next_due: Callable[[], Awaitable[datetime | None]]


async def play(
    lines: AsyncIterable[str] | Iterable[str],
    chat: Chat,
    outbox: Outbox,
    clock: StillClock,
    assistant: Assistant,
) -> None:
    """Plays the lines to their end, or until nobody reads the output. What is overdue comes first."""
    player = _Player(chat, outbox, clock, assistant)
    await player.advance(clock.now())
    async for line in _each(lines):
        if outbox.view.closed:
            return
        if step := read_step(line, chat.person):
            await player.take(step)


async def _each(lines: AsyncIterable[str] | Iterable[str]) -> AsyncIterator[str]:
    if isinstance(lines, AsyncIterable):
        async for line in lines:
            yield line
    else:
        for line in lines:
            yield line


class _Player:
    def __init__(self, chat: Chat, outbox: Outbox, clock: StillClock, assistant: Assistant) -> None:
        self._chat = chat
        self._outbox = outbox
        self._clock = clock
        self._assistant = assistant
        self._sender = Sender(chat, outbox, assistant.receive)

    async def take(self, step: Step) -> None:
        match step:
            case Say(speaker, text):
                await self._sender.say(speaker, text)
            case Send(speaker, path):
                await self._sender.send_file(speaker, path)
            case Wait():
                await self._wait(step)
            case Unreadable(line):
                await self._refuse(self._chat.words.bad_clock_line(line))
        await self.advance(self._clock.now())

    async def _wait(self, step: Wait) -> None:
        try:
            at = target(step.move, self._clock.now(), self._chat.zone)
        except OverflowError:  # beyond the year 9999
            await self._refuse(self._chat.words.bad_clock_line(step.line))
            return
        if at is None:
            await self._refuse(self._chat.words.clock_backwards(step.line))
        else:
            await self.advance(at)

    async def _refuse(self, text: str) -> None:
        await self._sender.answer(Speaker(self._chat.person).address, Refused(text))

    async def advance(self, to: datetime) -> None:
        """Moves the clock, stopping wherever something falls due so that it is said at its own time."""
        while not self._outbox.view.closed and await self._due_by(to):
            if not await self._assistant.deliver_due() and await self._due_by(self._clock.now()):
                break  # still due and nothing done: it would be so for ever
        self._clock.move_to(to)

    async def _due_by(self, to: datetime) -> bool:
        due = await self._assistant.next_due()
        if due is None or due > to:
            return False
        self._clock.move_to(max(due, self._clock.now()))
        return True
