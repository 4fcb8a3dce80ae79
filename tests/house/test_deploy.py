"""What `deploy/` says is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from bot.settings import PREFIX, TOKENS

ROOT = Path(__file__).parents[2]


def settings_in(text: str) -> set[str]:
    return set(re.findall(rf"{PREFIX}[A-Z_]+", text))


def test_the_example_and_the_readme_name_the_settings_that_the_code_reads() -> None:
    code = (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    read = {f"{PREFIX}{name}" for name in re.findall(r'values\.get\("([A-Z]+)"\)', code)}
    tokens = {f"{PREFIX}{token}" for token in TOKENS.values()}
    assert settings_in((ROOT / "deploy" / "env.example").read_text(encoding="utf-8")) == read
    assert settings_in((ROOT / "README.md").read_text(encoding="utf-8")) == read | tokens
