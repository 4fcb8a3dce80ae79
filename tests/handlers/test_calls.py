"""Whom to call, and what leads there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from handlers.calls.ranking import REST, rank
from storage import Client
from tests.handlers.conftest import Sam, told

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 11, 24)


def client(number: int, days: int | None, **known: datetime) -> Client:
    contact = None if days is None else TODAY - timedelta(days=days)
    return Client(number, 1, f"Client {number}", "", "", "", contact, NOW, **known)


@given(st.lists(st.one_of(st.none(), st.integers(0, 4000)), max_size=20))
def test_the_longest_silence_comes_first_and_those_never_spoken_to_last(days: list[int | None]) -> None:
    ranked = rank([client(number, since) for number, since in enumerate(days)], NOW, PARIS)
    silences = [proposal.silence for proposal in ranked]
    known = [silence for silence in silences if silence is not None]
    assert silences == [*sorted(known, reverse=True), *[None] * (len(silences) - len(known))]
    assert all(silence >= REST for silence in known)
    assert len(ranked) == sum(since is None or since >= REST.days for since in days)


def test_who_was_tried_today_or_is_promised_is_left_in_peace() -> None:
    tried, promised = client(1, 90, last_tried=NOW), client(2, 90, promised_at=NOW + timedelta(days=3))
    tried_yesterday = client(3, 90, last_tried=NOW - timedelta(days=1))
    assert [proposal.client.id for proposal in rank([tried, promised, tried_yesterday], NOW, PARIS)] == [3]


async def test_a_client_never_spoken_to_is_proposed_with_that_reason(sam: Sam) -> None:
    await sam.says("/client Jane Brown, Acme")
    assert "no contact noted" in told(await sam.says("/call"))


async def test_namesakes_are_chosen_between(sam: Sam) -> None:
    await sam.says("/client Jane Brown, Acme")
    await sam.says("/client Jane Smith, Bolt")
    assert "2 clients" in told(await sam.says("/call Jane"))
    assert "Jane Smith" in told(await sam.presses("Jane Smith (Bolt)"))


async def test_plain_words_with_a_name_show_that_client(sam: Sam) -> None:
    await sam.says("/client Jane Brown, Acme")
    assert "you asked for this card" in told(await sam.says("I should call Jane back, who knows"))


async def test_a_reminder_set_in_silence_is_asked_for_and_so_is_said(sam: Sam) -> None:
    await sam.says("/client Jane Brown, Acme")
    await sam.says("/stop")
    await sam.says("/call Jane")
    await sam.presses("Later")
    await sam.presses("In 1 h")
    sam.clock.move_to(sam.clock.now() + timedelta(hours=1))
    sam.posted.clear()
    await sam.delivery.deliver_due()
    assert "Jane Brown" in told(sam.posted)


async def test_a_mistyped_command_that_is_near_none_gets_the_next_useful_thing(sam: Sam) -> None:
    assert "First, your editorial line" in told(await sam.says("/zzzzzz"))
    assert "/goal" in told(await sam.presses("See everything"))


async def test_a_sentence_near_two_commands_offers_both(sam: Sam) -> None:
    answer = told(await sam.says("who is on linkedin?"))
    assert "Did you mean" in answer
