"""Starts the real command as its own process, as a person's shell does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Comptoir = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a new user: a home of their own, and no setting but the database."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COMPTOIR_")}
    place = {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "COMPTOIR_DATABASE": str(tmp_path / "c.db"),
    }
    return {**kept, **place, "LANG": "fr_FR.UTF-8", "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def comptoir(tmp_path: Path, environment: dict[str, str]) -> Comptoir:
    """Runs the command to its end, in an empty folder."""

    def run(*arguments: str, said: str | bytes = "", **settings: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=said.encode() if isinstance(said, str) else said,
            capture_output=True,
            cwd=tmp_path,
            env={**environment, **settings},
            check=False,
            timeout=60,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
