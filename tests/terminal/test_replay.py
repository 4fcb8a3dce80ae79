from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.terminal.render import neutral
from tests.conversation import replayable, starts_at
from tests.terminal.stage import PARIS, Stage

DAY = [
    "choices",
    "2",
    r"later un\n\ndeux",
    "Paul> later trois",
    "@ 12:45",
    "#ventes Paul> choices",
    "#ventes> 1",
    "Camille> # pas une remarque",
    "Camille> Paul> salut",
    r"chemin \\network et C:\\temp",
    "@ +1 week",
    "table",
]


async def test_the_lines_a_conversation_came_from_are_picked_out_of_it(stage: Stage) -> None:
    assert replayable(await stage.play(*DAY), "Camille") == [
        "choices",
        "2 (Plus tard)",
        r"later un\n\ndeux",
        "Paul> later trois",
        "@ 2026-11-24 09:20",
        "@ 2026-11-24 12:45",
        "#ventes Paul> choices",
        "#ventes Camille> 1 (Oui)",
        "Camille> # pas une remarque",
        "Camille> Paul> salut",
        r"chemin \\network et C:\\temp",
        "@ 2026-12-01 12:45",
        "table",
    ]


async def test_a_conversation_that_is_replayed_is_the_same_conversation(stage: Stage, tmp_path: Path) -> None:
    printed = await stage.play(*DAY)
    assert starts_at(printed) == "2026-11-24 09:00"
    assert await Stage(tmp_path).play(*replayable(printed, "Camille")) == printed


async def test_a_label_that_changed_is_not_pressed(stage: Stage) -> None:
    assert (await stage.told("choices", "2 (Demain)"))[-1] == "09:00  Comptoir  2 (Demain)"


LINES = st.lists(
    st.text(max_size=60).map(neutral).filter(lambda line: not line.strip().startswith(("@", "\ufeff")))
    | st.sampled_from([*DAY, "3 > 2", "/goal@bot 20 min", "#ventes Zoé Martin> /x", "@ 8:00", "@ +20 min", "< absent"]),
    min_size=1,
    max_size=8,
)


@given(LINES)
@settings(max_examples=60, deadline=None)
async def test_whatever_is_said_can_be_replayed(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    folder = tmp_path_factory.getbasetemp()
    if printed := await Stage(folder).play(*lines):
        start = datetime.fromisoformat(starts_at(printed)).replace(tzinfo=PARIS)
        assert await Stage(folder, start).play(*replayable(printed, "Camille")) == printed
