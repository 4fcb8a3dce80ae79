"""The screenshot test, the night's sleep, and what keeping a text teaches."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.messages import Pressed
from handlers.draft.scope import ready
from storage import Store
from tests.handlers.conftest import Sam, told

pytestmark = pytest.mark.skipif(not ready(), reason="the reading model is an extra, and is not installed here")

STRAY = "The government lies to us about pensions, the MPs fill their pockets and nobody moves. All rotten!"
ROOF = "We relaid a slate roof in Otley today, new battens, copper nails, and the gutters run again."


@pytest.fixture
async def roofer(sam: Sam, store: Store) -> Sam:
    person = await sam.person()
    await store.add_line(
        person.id,
        target="owners of houses",
        feel="trust",
        messages="clear quotes, clean sites",
        expertise="roofing: slate, tiles, zinc, gutters, repairs after storms",
        key="line",
        now=sam.clock.now(),
    )
    return sam


async def test_a_doubtful_text_sleeps_and_comes_back_at_eight(roofer: Sam) -> None:
    assert "Would you sign it tomorrow" in told(await roofer.says(f"/draft {STRAY}"))
    assert "November 25 at 8" in told(await roofer.presses("Sleep on it"))
    roofer.clock.move_to(roofer.clock.now() + timedelta(hours=23))
    roofer.posted.clear()
    await roofer.delivery.deliver_due()
    assert "this morning" in told(roofer.posted)
    assert "Nobody" in told(await roofer.presses("Forget it"))


@pytest.mark.parametrize("answer", ["Yes, as it is", "Rework it"])
async def test_a_text_that_was_settled_meanwhile_does_not_come_back(roofer: Sam, answer: str) -> None:
    await roofer.says(f"/draft {STRAY}")
    await roofer.presses("Sleep on it")
    if answer == "Rework it":
        await roofer.does(Pressed("draft edit 1"))
        await roofer.says(ROOF)
    else:
        await roofer.does(Pressed("draft keep 1"))
    roofer.clock.move_to(roofer.clock.now() + timedelta(days=1))
    roofer.posted.clear()
    await roofer.delivery.deliver_due()
    assert roofer.posted == []


async def test_a_text_that_is_kept_is_flagged_no_more_under_this_line(roofer: Sam) -> None:
    await roofer.says(f"/draft {STRAY}")
    assert "Why keep it?" in told(await roofer.presses("Yes, as it is"))
    await roofer.says("I stand for the council")
    assert "chose to keep" in told(await roofer.says(f"/draft {STRAY}"))


async def test_the_reason_is_kept_with_the_text(roofer: Sam, store: Store) -> None:
    await roofer.says(f"/draft {STRAY}")
    await roofer.presses("Yes, as it is")
    await roofer.says("I stand for the council")
    kept = await store.draft((await roofer.person()).id, 1)
    assert kept is not None
    assert kept.reason == "I stand for the council"


async def test_a_reworked_text_is_compared_with_the_version_before(roofer: Sam) -> None:
    await roofer.says(f"/draft {STRAY}")
    await roofer.presses("Rework it")
    assert "Better than before: the subject" in told(await roofer.says(ROOF))


async def test_a_client_who_is_named_is_asked_about(roofer: Sam) -> None:
    await roofer.says("/client Jane Brown, Acme, 020 7946 0018")
    assert "You name Acme" in told(await roofer.says(f"/draft {ROOF} Thanks to Acme."))


async def test_a_text_that_repeats_a_kept_post_is_told(roofer: Sam) -> None:
    await roofer.does(Pressed("draft posts"))
    await roofer.says(ROOF)
    await roofer.says("skip")
    assert "One post kept" in told(await roofer.says("skip"))
    assert "almost a text" in told(await roofer.says(f"/draft {ROOF}"))


async def test_a_flag_kept_in_spite_of_most_times_is_shown_less(roofer: Sam, store: Store) -> None:
    mild = "It seems the new slate from the quarry cracks, so I am told by other roofers."
    assert "where it comes from" in told(await roofer.says(f"/draft {mild}"))
    person = await roofer.person()
    for number in range(6):
        draft = await store.add_draft(
            person.id,
            line_id=1,
            network="x",
            text=str(number),
            key=str(number),
            now=roofer.clock.now(),
            flags=["rumour"],
        )
        await store.keep_draft(person.id, draft.id, now=roofer.clock.now())
    assert "where it comes from" not in told(await roofer.says(f"/draft {mild}"))
