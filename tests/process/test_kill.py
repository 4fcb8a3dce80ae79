"""A process that dies in the middle of a time-box loses nothing and says nothing twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.process.conftest import Comptoir

SAID = ["--person", "Camille", "--lang", "fr", "--zone", "Europe/Paris"]


def test_after_kill_9_the_end_message_comes_once(
    comptoir: Comptoir, environment: dict[str, str], tmp_path: Path
) -> None:
    killed_in_a_time_box(environment, tmp_path)
    first = comptoir("chat", *SAID, "--now", "2026-11-24T09:10", said="@ 2026-11-24 09:30\n")
    assert first.stdout.count("Atteint") == 1
    assert "09:20  Comptoir  C'est l'heure" in first.stdout
    again = comptoir("chat", *SAID, "--now", "2026-11-24T09:31", said="@ +2 days\n")
    assert "Atteint" not in again.stdout


def test_an_end_that_was_missed_comes_late_and_says_when_it_was(
    comptoir: Comptoir, environment: dict[str, str], tmp_path: Path
) -> None:
    killed_in_a_time_box(environment, tmp_path)
    late = comptoir("chat", *SAID, "--now", "2026-11-24T11:00", said="1\n")
    assert late.stdout.count("s'est terminé à 9\u00a0h\u00a020") == 1
    assert "1 (Oui)" not in late.stdout.split("Atteint")[0]
    assert "Bien joué" in late.stdout


def killed_in_a_time_box(environment: dict[str, str], folder: Path) -> None:
    """Starts a time-box at 9:00 in a process that is then killed, with its answer seen."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", *SAID, "--now", "2026-11-24T09:00"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=folder,
        env=environment,
        text=True,
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("/objectif trouver 3 prospects sur LinkedIn 20 min\n")
        process.stdin.flush()
        assert any("C'est noté" in line for line in process.stdout)
        os.kill(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
