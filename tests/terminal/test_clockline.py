from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.terminal.clockline import read_move, target
from tests.terminal.stage import NINE, PARIS


def local(text: str, now: datetime = NINE) -> str:
    move = read_move(text)
    assert move
    at = target(move, now, PARIS)
    return f"{at.astimezone(PARIS):%Y-%m-%d %H:%M:%S %z}" if at else "past"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-24 12:45", "2026-11-24 12:45:00 +0100"),
        ("2026-11-24T12:45", "2026-11-24 12:45:00 +0100"),
        ("12:45", "2026-11-24 12:45:00 +0100"),
        ("12 h 45", "2026-11-24 12:45:00 +0100"),
        ("18h", "2026-11-24 18:00:00 +0100"),
        ("09:00", "2026-11-24 09:00:00 +0100"),
        ("8:59", "2026-11-25 08:59:00 +0100"),
        ("2026-11-24 08:59", "past"),
        ("+20 min", "2026-11-24 09:20:00 +0100"),
        ("+20min", "2026-11-24 09:20:00 +0100"),
        ("+1 minute", "2026-11-24 09:01:00 +0100"),
        ("+90 secondes", "2026-11-24 09:01:30 +0100"),
        ("+2 h", "2026-11-24 11:00:00 +0100"),
        ("+3 heures", "2026-11-24 12:00:00 +0100"),
        ("+3 days", "2026-11-27 09:00:00 +0100"),
        ("+3 jours", "2026-11-27 09:00:00 +0100"),
        ("+1 J", "2026-11-25 09:00:00 +0100"),
        ("+1 week", "2026-12-01 09:00:00 +0100"),
        ("+2 semaines", "2026-12-08 09:00:00 +0100"),
        ("+1 sem.", "2026-12-01 09:00:00 +0100"),
    ],
)
def test_a_move_is_read_in_both_languages(text: str, at: str) -> None:
    assert local(text) == at


def test_the_minute_on_the_clock_is_not_past() -> None:
    now = NINE + timedelta(seconds=30)
    assert local("9:00", now) == local("2026-11-24 09:00", now) == "2026-11-24 09:00:30 +0100"


def test_days_keep_the_hour_across_daylight_saving_and_hours_do_not() -> None:
    saturday = datetime(2026, 10, 24, 7, tzinfo=UTC)
    assert local("+1 day", saturday) == "2026-10-25 09:00:00 +0100"
    assert local("+24 h", saturday) == "2026-10-25 08:00:00 +0100"


def test_an_hour_that_comes_twice_is_the_first_that_is_not_past() -> None:
    before, between = datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 25, 0, 45, tzinfo=UTC)
    assert local("2026-10-25 02:30", before) == "2026-10-25 02:30:00 +0200"
    assert local("2026-10-25 02:30", between) == "2026-10-25 02:30:00 +0100"


def test_an_hour_that_is_skipped_moves_forward() -> None:
    assert local("2027-03-28 02:30") == "2027-03-28 03:30:00 +0200"


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("+999999 weeks", NINE),
        ("0001-01-01 00:00", NINE),
        ("+1 h", datetime(9999, 12, 31, 22, 30, tzinfo=UTC)),
        ("10:00", datetime(9999, 12, 31, 22, 30, tzinfo=UTC)),
    ],
)
def test_beyond_the_calendar_is_an_overflow(text: str, now: datetime) -> None:
    with pytest.raises(OverflowError):
        local(text, now)


@given(st.text() | st.from_regex(r"\+?\s*\d{1,8}\s?[:hdjw]?\s?[a-z0-9]*", fullmatch=True))
def test_any_text_is_a_move_that_only_goes_forward_or_none(text: str) -> None:
    if move := read_move(text):
        try:
            at = target(move, NINE, PARIS)
        except OverflowError:
            return
        assert at is None or at >= NINE
