import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

import pytest

from bot.clock import Clock
from bot.messages import Button, Buttons, Command, Image, Pressed, RetryLaterError, Said, Shared, Text
from bot.platforms.terminal import Assistant, Chat, Outbox, journal, page, play
from bot.platforms.terminal.saving import FILE_BYTES
from storage import Address
from tests.terminal.stage import NINE, Stage


async def test_a_conversation_reads_well(stage: Stage) -> None:
    printed = await stage.play("choices", "2", r"later au\n\nrevoir", "@ 12:45", "table")
    assert printed == (
        "── 2026-11-24 ──\n"
        "09:00  Camille   choices\n"
        "09:00  Comptoir  On appelle\u00a0?\n"
        "                 [1] Oui   [2] Plus tard\n"
        "09:00  Camille   2 (Plus tard)\n"
        "09:00  Comptoir  pressed call later\n"
        "09:00  Camille   later au\n"
        "\n"
        "                 revoir\n"
        "09:00  Comptoir  C'est noté.\n"
        "09:20  Comptoir  au\n"
        "\n"
        "                 revoir\n"
        "12:45  Camille   table\n"
        "12:45  Comptoir  Vos clients\n"
        "                 Nom        Tél.\n"
        "                 ─────────  ────\n"
        "                 Zoé [red]  06\n"
        "                 Paul       07\n"
    )


async def test_the_day_is_told_when_it_changes(stage: Stage) -> None:
    assert await stage.told("un", "@ 8:00", "deux", "@ +1 week", "trois") == [
        "09:00  Camille   un",
        "09:00  Comptoir  un",
        "── 2026-11-25 ──",
        "08:00  Camille   deux",
        "08:00  Comptoir  deux",
        "── 2026-12-02 ──",
        "08:00  Camille   trois",
        "08:00  Comptoir  trois",
    ]


async def test_others_and_channels_are_named(stage: Stage) -> None:
    assert await stage.told("Jean Paul> un", "#ventes Zoé> deux", "#ventes> trois", "quatre") == [
        "09:00  Jean Paul  un",
        "09:00  Comptoir → Jean Paul  un",
        "09:00  #ventes Zoé           deux",
        "09:00  #ventes Comptoir      deux",
        "09:00  #ventes Camille       trois",
        "09:00  #ventes Comptoir      trois",
        "09:00  Camille               quatre",
        "09:00  Comptoir              quatre",
    ]


async def test_an_update_tells_who_where_and_what_the_command_line_knows(stage: Stage) -> None:
    await stage.play("un", "#ventes Zoé> deux")
    first, second = stage.echo.updates
    assert (first.sender, first.name, first.private) == (Address("terminal", "Camille", "Camille"), "Camille", True)
    assert (second.sender, second.name, second.private) == (Address("terminal", "Zoé", "#ventes"), "Zoé", False)
    assert (first.language, first.zone) == (None, None)
    assert first.key != second.key


async def test_two_runs_never_share_a_key(stage: Stage) -> None:
    await stage.play("un")
    await stage.play("un")
    first, second = stage.echo.updates
    assert first.key != second.key


async def test_a_number_presses_the_last_choices_of_that_chat_only(stage: Stage) -> None:
    await stage.play("#ventes> choices", "1", "Paul> choices", "1", "#ventes> 1", "Paul> 2", "Paul> 20")
    assert stage.echo.events[1:] == [
        Said("1"),
        Said("choices"),
        Said("1"),
        Pressed("call yes"),
        Pressed("call later"),
        Said("20"),
    ]


async def test_a_command_is_a_command_whoever_gives_it(stage: Stage) -> None:
    await stage.play("#ventes Paul> /Goal@comptoir 20 min")
    assert stage.echo.events == [Command("goal", "20 min")]


async def test_what_falls_due_on_the_way_is_said_in_order_at_its_own_time(stage: Stage) -> None:
    lines = await stage.told("later un", "@ +5 min", "Paul> later deux", "@ +1 day")
    assert lines[-3:] == [
        "09:05  Comptoir → Paul  C'est noté.",
        "09:20  Comptoir         un",
        "09:25  Comptoir → Paul  deux",
    ]


async def test_what_is_overdue_at_the_start_comes_before_the_first_line(stage: Stage) -> None:
    camille = Address("terminal", "Camille", "Camille")
    stage.echo.due = [(NINE - timedelta(hours=1), camille, "en retard"), (NINE, camille, "à l'heure")]
    assert (await stage.told("un"))[:3] == [
        "09:00  Comptoir  en retard",
        "09:00  Comptoir  à l'heure",
        "09:00  Camille   un",
    ]


async def test_what_falls_due_at_once_is_said_after_the_answer(stage: Stage) -> None:
    camille = Address("terminal", "Camille", "Camille")

    async def lines() -> AsyncIterator[str]:
        stage.echo.due = [(NINE, camille, "tout de suite")]
        yield "un"

    await play(lines(), stage.chat, stage.outbox, stage.clock, stage.echo.assistant)
    assert stage.out.getvalue().splitlines()[-1] == "09:00  Comptoir  tout de suite"


async def test_a_row_that_stays_due_does_not_stop_the_clock(stage: Stage) -> None:
    async def deliver_nothing() -> int:
        return 0

    async def always_due() -> datetime:
        return NINE

    stuck = Assistant(stage.echo.receive, deliver_nothing, always_due)
    await play(["@ 12:45", "un"], stage.chat, stage.outbox, stage.clock, stuck)
    assert stage.out.getvalue().splitlines()[-1] == "12:45  Comptoir  un"


async def test_a_bad_line_gets_a_sentence_changes_nothing_and_the_transcript_goes_on(stage: Stage) -> None:
    lines = await stage.told("@ bientôt", "@ 2026-11-24 08:00", "@ +999999 weeks", "< absent.txt", "< a\0b", "un")
    assert lines == [
        "09:00  Comptoir  Je ne lis pas d'heure dans «\u00a0@ bientôt\u00a0».",
        "09:00  Comptoir  «\u00a0@ 2026-11-24 08:00\u00a0» est passé\u00a0: l'horloge n'avance que dans un sens.",
        "09:00  Comptoir  Je ne lis pas d'heure dans «\u00a0@ +999999 weeks\u00a0».",
        "09:00  Camille   < absent.txt",
        "09:00  Comptoir  Je ne trouve pas de fichier absent.txt.",
        "09:00  Camille   < a␀b",
        "09:00  Comptoir  Je ne trouve pas de fichier a␀b.",
        "09:00  Camille   un",
        "09:00  Comptoir  un",
    ]
    assert stage.echo.events == [Said("un")]


async def test_a_file_is_sent_by_its_path(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_bytes(b"a;b")
    assert await stage.told(f"< {tmp_path}/clients.csv") == [
        f"09:00  Camille   < {tmp_path}/clients.csv",
        "09:00  Comptoir  clients.csv : 3",
    ]
    assert stage.echo.events == [Shared("clients.csv", b"a;b")]


async def test_a_file_over_the_limit_is_refused(stage: Stage, tmp_path: Path) -> None:
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(FILE_BYTES + 1)
    assert (await stage.told(f"< {tmp_path}/film.mp4"))[1] == f"09:00  Comptoir  {tmp_path}/film.mp4 dépasse 20 Mo."


async def test_a_picture_and_a_file_are_saved_and_their_place_told(stage: Stage) -> None:
    files = stage.chat.folder
    assert await stage.told("picture", "document", "picture") == [
        "09:00  Camille   picture",
        "09:00  Comptoir  Une courbe qui monte",
        f"                 Enregistré\u00a0: {files}/progrès.png",
        "09:00  Camille   document",
        "09:00  Comptoir  Vos notes",
        f"                 Enregistré\u00a0: {files}/notes.txt",
        "09:00  Camille   picture",
        "09:00  Comptoir  Une courbe qui monte",
        f"                 Enregistré\u00a0: {files}/progrès-2.png",
    ]


async def test_a_picture_that_can_not_be_saved_is_still_described(stage: Stage) -> None:
    stage.chat.folder.write_text("not a folder")
    assert (await stage.told("picture"))[1:] == [
        "09:00  Comptoir  Une courbe qui monte",
        "                 Je n'ai pas pu enregistrer progrès.png.",
    ]


async def test_a_message_without_words_still_has_its_line(stage: Stage) -> None:
    await stage.outbox.post(Address("terminal", "Camille", "Camille"), Text(""))
    assert stage.out.getvalue().splitlines()[1:] == ["09:00  Comptoir"]


async def test_choices_are_wrapped_at_a_hundred_columns(stage: Stage) -> None:
    choices = tuple(Button(f"Choix numéro {number}", "go") for number in range(1, 7))
    await stage.outbox.post(Address("terminal", "Camille", "Camille"), Buttons("Lequel\u00a0?", choices))
    assert max(map(len, stage.out.getvalue().splitlines())) <= 100
    assert stage.out.getvalue().count("[") == 6


async def test_any_input_is_survived_and_nothing_drives_the_terminal(stage: Stage) -> None:
    lines = ["x" * 100_000, "\x1b[2J\x07", "👩‍💻", "שלום", "\ud800", "\x00", "/\x1b", "#", "\u2028"]
    printed = await stage.play_lines(lines)
    assert "\x1b" not in printed
    assert len(stage.echo.updates) == 7
    assert printed.encode()


async def test_in_json_only_messages_are_written_one_a_line(stage: Stage) -> None:
    stage.use(journal(stage.out, stage.chat, stage.clock))
    printed = await stage.play("choices", "later un", "#ventes Paul> deux", "picture", "@ bientôt", "@ 12:45")
    told = [json.loads(line) for line in printed.splitlines()]
    assert [(one["at"][11:], one["to"], one["kind"]) for one in told] == [
        ("09:00:00+01:00", "Camille", "buttons"),
        ("09:00:00+01:00", "Camille", "text"),
        ("09:00:00+01:00", "#ventes", "text"),
        ("09:00:00+01:00", "Camille", "image"),
        ("09:00:00+01:00", "Camille", "refused"),
        ("09:20:00+01:00", "Camille", "text"),
    ]
    assert told[0]["choices"] == ["Oui", "Plus tard"]
    assert told[3]["file"] == str(stage.chat.folder / "progrès.png")


async def test_letters_that_the_output_lacks_do_not_end_the_conversation(stage: Stage) -> None:
    raw = (stage.folder / "out.txt").open("w", encoding="ascii")
    with raw:
        stage.use(page(raw, stage.chat, stage.clock))
        await stage.play("événement")
    assert "?v?nement" in (stage.folder / "out.txt").read_text()


class Gone(StringIO):
    """An output whose reader has left."""

    def write(self, text: str) -> int:
        raise BrokenPipeError


@pytest.mark.parametrize("build", [page, journal])
async def test_an_output_that_is_closed_ends_the_transcript_and_keeps_what_is_due(
    stage: Stage, build: Callable[[TextIO, Chat, Clock], Outbox]
) -> None:
    stage.use(build(Gone(), stage.chat, stage.clock))
    await stage.play("later un", "deux")
    assert stage.echo.events == [Said("later un")]
    assert len(stage.echo.due) == 1
    with pytest.raises(RetryLaterError):
        await stage.outbox.post(Address("terminal", "Camille", "Camille"), Image("a.png", b"", alt="a"))


async def test_a_real_pipe_that_is_closed_is_left_in_peace(stage: Stage) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with TextIOWrapper(os.fdopen(writing, "wb"), encoding="utf-8") as out:
        stage.use(page(out, stage.chat, stage.clock))
        await stage.play("un")
    assert stage.outbox.view.closed


def test_a_transcript_imports_neither_prompt_toolkit_nor_rich() -> None:
    code = "import sys, bot.platforms.terminal; sys.exit(any(x in sys.modules for x in ('prompt_toolkit', 'rich')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
