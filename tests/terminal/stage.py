"""A small assistant that answers without the rest of the product, and what it takes to play with it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import Clock, StillClock
from bot.messages import (
    Button,
    Buttons,
    Command,
    Event,
    File,
    Image,
    Message,
    Post,
    Pressed,
    Said,
    Shared,
    Submitted,
    Table,
    Text,
    Update,
)
from bot.platforms.terminal import Assistant, Chat, Outbox, Words, page, play
from storage import Address

PARIS = ZoneInfo("Europe/Paris")
NINE = datetime(2026, 11, 24, 8, tzinfo=UTC)
"""Nine o'clock in Paris, on a Tuesday."""

WORDS = Words(
    you="Vous",
    assistant="Comptoir",
    welcome="Écrivez, ou tapez / pour les commandes. Ctrl-D pour quitter.",
    saved="Enregistré\u00a0: {}".format,
    not_saved="Je n'ai pas pu enregistrer {}.".format,
    no_such_file="Je ne trouve pas de fichier {}.".format,
    file_too_large="{} dépasse 20 Mo.".format,
    bad_clock_line="Je ne lis pas d'heure dans «\u00a0{}\u00a0».".format,
    clock_backwards="«\u00a0{}\u00a0» est passé\u00a0: l'horloge n'avance que dans un sens.".format,
)

ANSWERS: dict[str, Message] = {
    "choices": Buttons("On appelle\u00a0?", (Button("Oui", "call yes"), Button("Plus tard", "call later"))),
    "table": Table("Vos clients", ("Nom", "Tél."), (("Zoé [red]", "06"), ("Paul", "07"))),
    "picture": Image("progrès.png", b"png", alt="Une courbe qui monte"),
    "document": File("notes.txt", b"notes", text="Vos notes"),
}


@dataclass
class Echo:
    """Answers with what it was told; "later TEXT" comes back 20 minutes later. Keeps the updates it got."""

    clock: Clock
    updates: list[Update] = field(default_factory=list)
    due: list[tuple[datetime, Address, str]] = field(default_factory=list)
    outbox: Outbox | None = None
    promised: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def events(self) -> list[Event]:
        return [update.event for update in self.updates]

    async def receive(self, update: Update, post: Post) -> None:
        self.updates.append(update)
        await post(update.sender, self._answer(update))

    def _answer(self, update: Update) -> Message:
        match update.event:
            case Said(text) if text.startswith("later "):
                at = self.clock.now() + timedelta(minutes=20)
                self.due.append((at, update.sender, text.removeprefix("later ")))
                self.promised.set()
                return Text("C'est noté.")
            case Said(text):
                return ANSWERS.get(text, Text(text))
            case Command(name, text):
                return Text(f"{name} : {text}")
            case Pressed(action):
                return Text(f"pressed {action}")
            case Shared(name, data):
                return Text(f"{name} : {len(data)}")
            case Submitted():
                raise AssertionError("the terminal has no forms")

    async def deliver_due(self) -> int:
        assert self.outbox
        ripe = sorted((due for due in self.due if due[0] <= self.clock.now()), key=lambda due: due[0])
        for due in ripe:
            self.due.remove(due)
            await self.outbox.post(due[1], Text(due[2]))
        return len(ripe)

    async def next_due(self) -> datetime | None:
        return min((due[0] for due in self.due), default=None)

    @property
    def assistant(self) -> Assistant:
        return Assistant(self.receive, self.deliver_due, self.next_due)


@dataclass
class Stage:
    """A transcript's chat on a clock that stands still at nine."""

    folder: Path
    at: datetime = NINE
    out: StringIO = field(default_factory=StringIO)

    def __post_init__(self) -> None:
        self.clock = StillClock(self.at)
        self.chat = Chat("Camille", PARIS, WORDS, self.folder / "files")
        self.echo = Echo(self.clock)
        self.use(page(self.out, self.chat, self.clock))

    def use(self, outbox: Outbox) -> None:
        self.outbox = self.echo.outbox = outbox

    async def play(self, *lines: str) -> str:
        return await self.play_lines(lines)

    async def play_lines(self, lines: Iterable[str]) -> str:
        await play(lines, self.chat, self.outbox, self.clock, self.echo.assistant)
        return self.out.getvalue()

    async def told(self, *lines: str) -> list[str]:
        """The lines printed for these, without the heading of the day."""
        return (await self.play(*lines)).splitlines()[1:]
