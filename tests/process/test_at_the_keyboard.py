"""The whole assistant at the keyboard, on a real pseudo-terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pexpect
import pytest

# From Python 3.12 on, a fork beside threads warns; pexpect forks, and execs at once.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def test_a_newcomer_is_greeted_and_someone_known_is_not(environment: dict[str, str], tmp_path: Path) -> None:
    first = chat(environment, tmp_path)
    first.expect_exact("Enchanté")
    first.expect_exact("(1/4)")
    for answer, step in (("artisans", "(2/4)"), ("confiance", "(3/4)"), ("devis clairs", "(4/4)")):
        first.send(f"{answer}\r")
        first.expect_exact(step)
    first.send("couverture\r")
    first.expect_exact("version 1")
    leave(first)
    again = chat(environment, tmp_path)
    again.expect_exact("/quitter")
    again.send("/fini\r")
    assert again.expect_exact(["Enchanté", "Aucun but"]) == 1
    leave(again)


def chat(environment: dict[str, str], folder: Path) -> pexpect.spawn[str]:
    return pexpect.spawn(
        sys.executable,
        ["-m", "bot", "chat", "--person", "Camille", "--lang", "fr", "--zone", "Europe/Paris"],
        cwd=str(folder),
        env={**environment, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"},
        encoding="utf-8",
        dimensions=(40, 100),
        timeout=20,
    )


def leave(child: pexpect.spawn[str]) -> None:
    child.expect_exact(">")
    child.send("/quitter\r")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0
