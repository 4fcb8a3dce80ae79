"""The small assistant in an interactive chat: `python echo_chat.py FOLDER` on a terminal."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.clock import SystemClock
from bot.messages import Text
from bot.platforms.terminal import Chat, converse, window
from tests.terminal.stage import NINE, PARIS, WORDS, Echo

COMMANDS = (("objectif", "décider avant de se connecter"), ("client", "votre carnet"), ("aide", "que faire"))


async def main(folder: Path) -> None:
    clock = SystemClock(NINE)
    chat = Chat("Camille", PARIS, WORDS, folder / "files", language="fr")
    outbox = window(chat, clock)
    echo = Echo(clock)

    async def deliver() -> None:
        await echo.promised.wait()  # "later TEXT" comes back at once
        _, address, text = echo.due.pop()
        await outbox.post(address, Text(text))

    await converse(chat, outbox, echo.receive, deliver, history=folder / "history", commands=COMMANDS, opening="/start")
    sys.stdout.write("parti\n")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
