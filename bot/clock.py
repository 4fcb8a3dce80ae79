"""The clock that everything is given, so that a test or a transcript owns time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the instant."""

    def now(self) -> datetime:
        """The present instant, aware and in UTC."""
        ...


class SystemClock:
    """The machine's clock, shifted so that it starts at a given instant where one is given."""

    def __init__(self, starts_at: datetime | None = None) -> None:
        self._shift = starts_at - datetime.now(UTC) if starts_at else timedelta()

    def now(self) -> datetime:
        """The machine's instant plus the shift."""
        return datetime.now(UTC) + self._shift


class StillClock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """The instant it was moved to last."""
        return self._at

    def move_to(self, at: datetime) -> None:
        """Stands at a later instant; raises ValueError for an earlier one, because what was said stays said."""
        if at < self._at:
            raise ValueError(f"the clock only moves forward: it stands at {self._at}, asked for {at}")
        self._at = at.astimezone(UTC)
