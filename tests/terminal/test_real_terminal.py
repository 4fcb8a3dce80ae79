"""The interactive chat on a real pseudo-terminal, with the small assistant of `echo_chat.py`."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.terminal import echo_chat

# From Python 3.12 on, a fork beside threads warns; pexpect forks, and execs at once.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@pytest.fixture
def chat(tmp_path: Path) -> Iterator["pexpect.spawn[str]"]:
    environment = os.environ | {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONUTF8": "1"}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tests.terminal.echo_chat", str(tmp_path)],
        cwd=str(Path(echo_chat.__file__).parents[2]),
        env=environment,
        encoding="utf-8",
        dimensions=(40, 100),
        timeout=10,
    )
    child.delaybeforesend = None
    yield child
    child.close(force=True)


def expect(chat: "pexpect.spawn[str]", *texts: str) -> None:
    """Waits for the texts, then for the prompt: only then does the terminal pass every key on."""
    for text in (*texts, ">"):
        chat.expect_exact(text)


def test_a_person_talks_at_their_terminal(chat: "pexpect.spawn[str]", tmp_path: Path) -> None:
    expect(chat, "Ctrl-D pour quitter.", "start :")
    chat.send("choices\r")
    expect(chat, "Plus tard")
    chat.send("2\r")
    expect(chat, "2 (Plus tard)", "pressed call later")
    chat.send("/cl")
    chat.expect_exact("votre carnet")
    chat.send("\x03")
    chat.send("\x1b[200~un\ndeux\x1b[201~\r")
    expect(chat, "Vous", "un", "deux", "Comptoir", "un", "deux")
    chat.send("later l'heure\r")
    expect(chat, "noté.", "l'heure")
    chat.send("\x04")
    chat.expect_exact("parti")
    chat.expect(pexpect.EOF)
    chat.wait()
    assert chat.exitstatus == 0
    assert stat.S_IMODE((tmp_path / "history").stat().st_mode) == 0o600


def test_a_terminal_that_is_closed_ends_the_chat(chat: "pexpect.spawn[str]") -> None:
    chat.expect_exact("start :")
    chat.close(force=False)
    assert chat.exitstatus is not None or chat.signalstatus is not None
