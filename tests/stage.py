"""Plays conversations against the whole assistant: real store, real routes, a clock that only the lines move."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import ChatOptions, assemble, open_store, place_for
from bot.clock import StillClock
from bot.platforms import terminal
from bot.request import Defaults
from bot.settings import Settings, country_of
from tests.conversation import replayable, starts_at


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a conversation is played. `told` says whether the command line gives the language and the zone; else the
    person is asked.
    """

    folder: Path
    language: str = "fr"
    person: str = "Camille"
    told: bool = True

    @property
    def zone(self) -> str:
        return "Europe/Paris" if self.language == "fr" else "Europe/London"

    @property
    def settings(self) -> Settings:
        return Settings(self.folder / "comptoir.db", self.language, self.zone, country_of(self.zone))

    async def play(self, lines: Iterable[str], now: datetime | str = "2026-11-24 09:00") -> str:
        """What is printed when these lines are said, from a local time on."""
        settings = self.settings
        start = datetime.fromisoformat(now) if isinstance(now, str) else now
        zone = ZoneInfo(self.zone)
        clock = StillClock((start if start.tzinfo else start.replace(tzinfo=zone)).astimezone(UTC))
        options = ChatOptions(self.person, self.language, self.zone) if self.told else ChatOptions(self.person)
        place = place_for(settings, options)
        out = io.StringIO()
        outbox = terminal.page(out, place, clock)
        defaults = Defaults(settings.language, settings.zone, settings.country)
        async with open_store(settings) as store:
            reception, delivery = assemble(store, clock, outbox.post, defaults, forms=False)
            assistant = terminal.Assistant(reception.receive, delivery.deliver_due, store.next_due)
            await terminal.play(lines, place, outbox, clock, assistant)
        return out.getvalue()

    async def replay(self, printed: str) -> str:
        """What is printed when the people of a printed conversation say their lines again."""
        return await self.play(replayable(printed, self.person), starts_at(printed))
