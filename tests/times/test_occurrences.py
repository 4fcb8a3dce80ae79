"""When a recurrence falls next: daylight saving, public holidays, beginnings."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.times import Recurrence, next_after, with_hour
from tests.times.paris import NOW, UNHURRIED, every, utc


def at(hour: int, minute: int = 0, rule: str = "FREQ=DAILY") -> Recurrence:
    return every(f"{rule};BYHOUR={hour};BYMINUTE={minute}")


def test_the_next_one_is_strictly_after() -> None:
    nine = utc("2026-11-27T09:00")
    assert next_after(at(9), NOW) == nine
    assert next_after(at(9), nine) == utc("2026-11-28T09:00")
    assert next_after(at(18), NOW) == utc("2026-11-26T18:00")


def test_a_time_in_the_spring_gap_moves_forward() -> None:
    assert next_after(at(2, 30), utc("2027-03-27T12:00")) == utc("2027-03-28T03:30")
    assert next_after(at(2, 30), utc("2027-03-28T03:30")) == utc("2027-03-29T02:30")


def test_a_time_in_the_autumn_fold_fires_once() -> None:
    first = next_after(at(2, 30), utc("2027-10-30T12:00"))
    assert first == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert next_after(at(2, 30), first) == utc("2027-11-01T02:30")


def test_the_hour_stays_on_the_wall_clock_across_a_change() -> None:
    assert next_after(at(9), utc("2027-03-27T09:00")) - utc("2027-03-27T09:00") == timedelta(hours=23)
    assert next_after(at(9), utc("2027-10-30T09:00")) - utc("2027-10-30T09:00") == timedelta(hours=25)


def test_public_holidays_are_skipped_when_asked() -> None:
    weekdays = at(9, rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    christmas_eve = utc("2026-12-24T09:00")
    assert next_after(weekdays, christmas_eve) == utc("2026-12-25T09:00")
    assert next_after(weekdays, christmas_eve, "FR") == utc("2026-12-28T09:00")


def test_a_country_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="expected an ISO 3166 country code"):
        next_after(at(9), NOW, "XX")


def test_every_other_week_is_counted_from_its_beginning() -> None:
    rule = every("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;BYHOUR=9;BYMINUTE=0", "20261130")
    assert next_after(rule, NOW) == utc("2026-11-30T09:00")
    assert next_after(rule, utc("2026-11-30T09:00")) == utc("2026-12-14T09:00")
    assert next_after(rule, utc("2027-01-12T00:00")) == utc("2027-01-25T09:00")


def test_the_29th_of_february_and_the_31st_wait_for_their_day() -> None:
    leap = every("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=9;BYMINUTE=0")
    assert next_after(leap, NOW) == utc("2028-02-29T09:00")
    assert next_after(at(9, rule="FREQ=MONTHLY;BYMONTHDAY=31"), NOW) == utc("2026-12-31T09:00")


def test_a_rule_with_no_day_to_come_is_told() -> None:
    with pytest.raises(ValueError, match="no occurrence"):
        next_after(every("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), NOW)


def test_minutes_and_hours_are_elapsed_time() -> None:
    assert next_after(every("FREQ=MINUTELY;INTERVAL=45"), NOW) == NOW.astimezone(UTC) + timedelta(minutes=45)
    assert next_after(every("FREQ=HOURLY;INTERVAL=6"), utc("2027-03-28T00:00")) == utc("2027-03-28T07:00")


def test_a_rule_without_an_hour_falls_at_midnight_until_it_gets_one() -> None:
    assert next_after(every("FREQ=DAILY"), NOW) == utc("2026-11-27T00:00")
    assert next_after(with_hour(every("FREQ=DAILY"), time(8, 30)), NOW) == utc("2026-11-27T08:30")
    assert with_hour(every("FREQ=WEEKLY", "20261126"), time(9)).rule == (
        "DTSTART:20261126\nRRULE:FREQ=WEEKLY;BYHOUR=9;BYMINUTE=0"
    )


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        next_after(at(9), datetime(2026, 11, 26))  # noqa: DTZ001 - the point of the test


ZONES = st.sampled_from(
    ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kolkata"]
)
INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds


@UNHURRIED
@given(INSTANTS, ZONES, st.integers(0, 23), st.sampled_from([0, 15, 30]))
def test_a_daily_rule_fires_once_a_day(instant: datetime, zone: str, hour: int, minute: int) -> None:
    rule = Recurrence(f"FREQ=DAILY;BYHOUR={hour};BYMINUTE={minute}", zone)
    first = next_after(rule, instant)
    second = next_after(rule, first)
    assert instant < first <= instant + timedelta(hours=26)
    assert timedelta(hours=22) <= second - first <= timedelta(hours=26)
