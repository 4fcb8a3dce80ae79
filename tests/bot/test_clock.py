from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import StillClock, SystemClock

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_the_system_clock_tells_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_a_shifted_clock_starts_at_its_instant_and_goes_on() -> None:
    clock = SystemClock(NOON)
    first, second = clock.now(), clock.now()
    assert NOON <= first <= second < NOON + timedelta(minutes=1)


def test_a_still_clock_moves_forward_only() -> None:
    clock = StillClock(NOON.astimezone(ZoneInfo("Europe/Paris")))
    clock.move_to(NOON)
    assert clock.now() == NOON
    with pytest.raises(ValueError, match="only moves forward"):
        clock.move_to(NOON - timedelta(seconds=1))
