"""The end of a time-box answered in plain words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage import Store
from tests.handlers.conftest import Sam, told


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("yes", "done"), ("Oui !", "done"), ("partly", "partly"), ("à moitié", "partly"), ("No.", "not_done")],
)
async def test_plain_words_close_a_goal_whose_time_is_over(sam: Sam, store: Store, words: str, outcome: str) -> None:
    await sam.says("/goal watch my field, LinkedIn, 10 min")
    sam.clock.move_to(sam.clock.now() + timedelta(minutes=10))
    assert "oted" in told(await sam.says(words))
    goal = await store.goal((await sam.person()).id, 1)
    assert goal is not None
    assert goal.outcome == outcome


async def test_the_same_words_close_nothing_before_the_time_is_over(sam: Sam, store: Store) -> None:
    await sam.says("/goal watch my field, LinkedIn, 10 min")
    assert "not sure" in told(await sam.says("yes"))
    assert await store.open_goal((await sam.person()).id) is not None
