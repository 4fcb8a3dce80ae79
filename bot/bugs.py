"""What is logged of a bug, by the two nets that catch one: reception and delivery."""

from __future__ import annotations

import logging
import traceback

log = logging.getLogger("comptoir")


def log_bug(what: str, error: Exception) -> None:
    """Logs what failed, the error's type and where it was raised. Never its text, nor those of the errors that caused
    it: they may hold a person's words.
    """
    log.error("%s: %s\n%s", what, type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
