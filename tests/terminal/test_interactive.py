import asyncio
import re
import stat
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.data_structures import Size
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.messages import Button, Buttons, Command, Form, Image, Pressed, Refused, Said, Shared, Text
from bot.platforms.terminal import converse, window
from bot.platforms.terminal.interactive import Commands
from storage import Address
from tests.terminal.stage import Stage

COMMANDS = (("objectif", "décider avant"), ("client", "votre carnet"), ("clients", "tous"))
CAMILLE = Address("terminal", "Camille", "Camille")
LEAVE = "\x04"


class Screen(DummyOutput):
    """A wide terminal that keeps what was shown above the prompt."""

    def __init__(self) -> None:
        self.raw = ""

    def get_size(self) -> Size:
        return Size(rows=40, columns=300)

    def write_raw(self, data: str) -> None:
        self.raw += data

    @property
    def lines(self) -> list[str]:
        plain = re.sub(r"\x1b\[[\d;]*m", "", self.raw)
        return [line.rstrip() for line in plain.splitlines()]


async def idle() -> None:
    await asyncio.Event().wait()


async def talk(
    stage: Stage, keys: str | bytes, deliver: Callable[[PipeInput], Awaitable[None]] | None = None, opening: str = ""
) -> Screen:
    """The screen after these keys; `deliver` gets the keyboard, so that it may type once it delivered."""
    screen = Screen()
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=screen):
        stage.use(window(stage.chat, stage.clock))
        # In a thread: a pipe holds 64 kB, then waits for its reader.
        typing = asyncio.to_thread(keyboard.send_bytes, keys.encode() if isinstance(keys, str) else keys)
        chat = converse(
            stage.chat,
            stage.outbox,
            stage.echo.receive,
            (lambda: deliver(keyboard)) if deliver else idle,
            history=stage.folder / "new" / "history",
            commands=COMMANDS,
            opening=opening,
        )
        await asyncio.gather(typing, chat)
    return screen


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


async def test_the_chat_opens_with_what_can_be_typed_and_a_word_for_the_person(stage: Stage) -> None:
    screen = await talk(stage, LEAVE, opening="/start")
    assert screen.lines == [
        "Écrivez, ou tapez / pour les commandes. Ctrl-D pour quitter.",
        "── 2026-11-24 ──",
        "09:00  Vous      /start",
        "09:00  Comptoir  start :",
    ]


async def test_what_is_said_and_answered_stands_above_the_prompt(stage: Stage) -> None:
    screen = await talk(stage, "bonjour\r  \rchoices\r2\r/Goal 20 min\r" + LEAVE)
    assert screen.lines[2:] == [
        "09:00  Vous      bonjour",
        "09:00  Comptoir  bonjour",
        "09:00  Vous      choices",
        "09:00  Comptoir  On appelle\u00a0?",
        "                 [1] Oui   [2] Plus tard",
        "09:00  Vous      2 (Plus tard)",
        "09:00  Comptoir  pressed call later",
        "09:00  Vous      /Goal 20 min",
        "09:00  Comptoir  goal : 20 min",
    ]
    assert stage.echo.events[2:] == [Pressed("call later"), Command("goal", "20 min")]


async def test_every_message_has_its_look(stage: Stage, tmp_path: Path) -> None:
    screen = await talk(stage, f"table\rpicture\r< {tmp_path}/absent\r" + LEAVE)
    assert screen.lines[3:] == [
        "09:00  Comptoir  Vos clients",
        "                 Nom         Tél.",
        "                 ────────────────",
        "                 Zoé [red]   06",
        "                 Paul        07",
        "09:00  Vous      picture",
        "09:00  Comptoir  Une courbe qui monte",
        f"                 Enregistré\u00a0: {stage.chat.folder}/progrès.png",
        f"09:00  Vous      < {tmp_path}/absent",
        f"09:00  Comptoir  Je ne trouve pas de fichier {tmp_path}/absent.",
    ]


async def test_a_form_shows_its_title_and_choices_may_stand_alone(stage: Stage) -> None:
    with create_app_session(output=Screen()) as session:
        outbox = window(stage.chat, stage.clock)
        await outbox.post(CAMILLE, Form("f", "Votre ligne", ()))
        await outbox.post(CAMILLE, Buttons("", (Button("Oui", "yes"),)))
        await outbox.post(Address("terminal", "Paul", "Paul"), Text("salut"))
        assert isinstance(session.output, Screen)
        assert session.output.lines[1:] == [
            "09:00  Comptoir  Votre ligne",
            "09:00  Comptoir  [1] Oui",
            "09:00  Comptoir → Paul  salut",
        ]


async def test_names_are_bold_times_dim_and_refusals_stand_out(stage: Stage) -> None:
    with create_app_session(output=Screen()) as session:
        await window(stage.chat, stage.clock).post(CAMILLE, Refused("Non."))
        assert isinstance(session.output, Screen)
        assert "\x1b[2m09:00" in session.output.raw
        assert "\x1b[1mComptoir" in session.output.raw
        assert "\x1b[33mNon." in session.output.raw


async def test_words_are_neither_markup_nor_orders_to_the_terminal(stage: Stage) -> None:
    with create_app_session(output=Screen()) as session:
        text = Text("[bold red]:smile:[/] https://a.fr 12 'x' \x1b]0;titre\x07")
        await window(stage.chat, stage.clock).post(CAMILLE, text)
        assert isinstance(session.output, Screen)
        assert session.output.lines[1] == "09:00  Comptoir  [bold red]:smile:[/] https://a.fr 12 'x' ␛]0;titre␇"


async def test_on_one_own_machine_nobody_else_speaks_and_nobody_moves_the_clock(stage: Stage) -> None:
    await talk(stage, "Paul> salut\r#ventes> salut\r@ 12:45\r# un titre\r" + LEAVE)
    assert stage.echo.events == [Said("Paul> salut"), Said("#ventes> salut"), Said("@ 12:45"), Said("# un titre")]
    assert {update.sender for update in stage.echo.updates} == {CAMILLE}


async def test_the_language_and_zone_of_the_command_line_are_told(stage: Stage) -> None:
    stage.chat = replace(stage.chat, language="fr", known_zone="Europe/Paris")
    await talk(stage, "un\r" + LEAVE)
    assert [(update.language, update.zone) for update in stage.echo.updates] == [("fr", "Europe/Paris")]


@pytest.mark.parametrize("leaving", [LEAVE, "/quit\r", " /Quitter\r"])
async def test_the_person_leaves_and_the_delivery_is_cancelled(stage: Stage, leaving: str) -> None:
    cancelled = asyncio.Event()

    async def deliver(_: PipeInput) -> None:
        try:
            await idle()
        finally:
            cancelled.set()

    await talk(stage, "un\r" + leaving, deliver)
    assert cancelled.is_set()
    assert stage.echo.events == [Said("un")]


async def test_what_falls_due_is_shown_while_the_person_types(stage: Stage) -> None:
    async def deliver(keyboard: PipeInput) -> None:
        await stage.echo.promised.wait()
        await stage.outbox.post(CAMILLE, Text("C'est l'heure."))
        keyboard.send_text("vu\r" + LEAVE)

    screen = await talk(stage, "later un\rdéjà ", deliver)
    assert screen.lines[-3:] == [
        "09:00  Comptoir  C'est l'heure.",
        "09:00  Vous      déjà vu",
        "09:00  Comptoir  déjà vu",
    ]


async def test_ctrl_c_clears_the_line_and_nothing_else(stage: Stage) -> None:
    await talk(stage, "une erreur\x03un\r" + LEAVE)
    assert stage.echo.events == [Said("un")]


async def test_a_pasted_draft_is_one_message_and_alt_enter_breaks_a_line(stage: Stage) -> None:
    await talk(stage, "\x1b[200~un\r\ndeux\n\ntrois\x1b[201~\rquatre\x1b\rcinq\r" + LEAVE)
    assert stage.echo.events == [Said("un\ndeux\n\ntrois"), Said("quatre\ncinq")]


async def test_bytes_that_are_no_text_are_survived_and_remembered(stage: Stage) -> None:
    await talk(stage, b"a\xffb\r" + LEAVE.encode())
    assert stage.echo.events == [Said("a\ufffdb")]
    assert "a\ufffdb" in (stage.folder / "new" / "history").read_text()


async def test_a_hundred_kilobytes_pasted_are_one_message(stage: Stage) -> None:
    await talk(stage, f"\x1b[200~{'mot ' * 25_000}fin\x1b[201~\r" + LEAVE)
    assert stage.echo.events == [Said("mot " * 25_000 + "fin")]


async def test_a_file_is_sent_by_its_path(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_bytes(b"ab")
    await talk(stage, f"< {tmp_path}/a b.txt\r" + LEAVE)
    assert stage.echo.events == [Shared("a b.txt", b"ab")]


async def test_history_is_for_the_person_only_and_serves_the_next_chat(stage: Stage) -> None:
    await talk(stage, "un\r" + LEAVE)
    history = stage.folder / "new" / "history"
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    history.chmod(0o644)
    await talk(stage, "\x1b[A\r" + LEAVE)
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    assert stage.echo.events == [Said("un"), Said("un")]


async def test_a_history_that_can_not_be_kept_does_not_prevent_the_chat(stage: Stage) -> None:
    (stage.folder / "new").write_text("no folder here")
    await talk(stage, "un\r" + LEAVE)
    assert stage.echo.events == [Said("un")]


async def test_a_picture_is_saved(stage: Stage) -> None:
    with create_app_session(output=Screen()):
        await window(stage.chat, stage.clock).post(CAMILLE, Image("a.png", b"png", alt="a"))
    assert (stage.chat.folder / "a.png").read_bytes() == b"png"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("/", ["/objectif", "/client", "/clients"]),
        ("/CLI", ["/client", "/clients"]),
        ("/clients", ["/clients"]),
        ("/client Zoé", []),
        ("", []),
        ("cli", []),
    ],
)
def test_commands_are_offered_with_what_they_do(typed: str, offered: list[str]) -> None:
    completions = list(Commands(COMMANDS).get_completions(Document(typed), CompleteEvent()))
    assert [completion.text for completion in completions] == offered
    described = dict(COMMANDS)
    assert [one.display_meta_text for one in completions] == [described[name[1:]] for name in offered]
