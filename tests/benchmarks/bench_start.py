"""How long it takes from the start of the process to the first answer, beside the limit of one second.

The reading model is not loaded. Beside it, in the same run, a bare Python process and the imports alone.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 9
LIMIT = 1.0
"""Seconds that a person waits at most."""

COMMANDS = {
    "python, nothing else": [sys.executable, "-c", "pass"],
    "the imports": [sys.executable, "-c", "import bot.app"],
    "the first answer": [sys.executable, "-m", "bot", "chat", "--person", "Sam", "--lang", "en", "--zone", "UTC"],
}


def test_the_first_answer(tmp_path: Path) -> None:
    database = ["--database", str(tmp_path / "c.db")]
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            seconds[name].append(timed([*command, *(database if name == "the first answer" else [])]))
    print()
    for name, values in seconds.items():
        median = statistics.median(values)
        print(f"{name:24} {median * 1000:6.0f} ms (median of {RUNS})   {median / LIMIT:5.2f} of the limit")


def timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, input=b"/help\n", capture_output=True, check=True)
    return time.perf_counter() - start
