"""All the rules of the grammar: importing this module registers them, each module's in the order they are written."""

from bot.times import (
    bounds,
    clock,
    days,
    durations,
    moments,
    numbers,
    parts,
    periods,
    ranges,
    recurrences,
)

__all__ = [
    "bounds",
    "clock",
    "days",
    "durations",
    "moments",
    "numbers",
    "parts",
    "periods",
    "ranges",
    "recurrences",
]
