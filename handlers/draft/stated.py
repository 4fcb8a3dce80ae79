"""What a person's line says of their trade, made ready to judge drafts against: for the scope, and to train it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from handlers.draft.encoder import encode, unit
from handlers.draft.text import clauses

if TYPE_CHECKING:
    from handlers.draft.encoder import Vectors

LONGEST = 3000
"""How much of an expertise is read, in characters."""

_MOST_CLAUSES = 16

# The key messages count half in the line.
_MESSAGES = 0.5

# Where a sentence of an expertise turns to what the person does not do: "Pas de chauffage", "I don't do gas".
_NOT = re.compile(
    r"(?:^|[\s(,;—–-])(?:pas de |pas d['’]|ne |ni |non |sauf |hors |sans |jamais |not |no |(?:i |we )?don['’]?t |never "
    r"|without |except |excluding |(?:i|we) do not )",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_EDGES = " ,;()—–-"


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person's line says of their trade, in their own words; either may be empty."""

    expertise: str
    messages: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Trade:
    """A line made ready: its vector, that of what it says it leaves to others (None where it says nothing of it), and
    its clauses with their vectors.
    """

    vector: Vectors
    excluded: Vectors | None
    answers: tuple[str, ...]
    answer_vectors: Vectors


def split_claims(expertise: str) -> tuple[str, str]:
    """What an expertise claims, and what it says it leaves to others (often "")."""
    claimed, left = [], []
    for sentence in _SENTENCE.split(expertise[:LONGEST]):
        turn = _NOT.search(sentence)
        claimed.append(sentence[: turn.start() if turn else None].strip(_EDGES))
        left.append(sentence[turn.start() :].strip(_EDGES) if turn else "")
    said = " ".join(part for part in claimed if sum(char.isalpha() for char in part) > 3)
    return (said, " ".join(filter(None, left))) if said else (expertise[:LONGEST], "")


def answers(line: Stated) -> tuple[str, ...]:
    """The clauses of a line that may be quoted; empty when it states nothing."""
    claimed, _ = split_claims(line.expertise)
    return (*clauses(claimed)[:_MOST_CLAUSES], *clauses(line.messages)[:_MOST_CLAUSES])


def is_terse(line: Stated) -> bool:
    """Whether the trade is told in one clause or less."""
    return len(clauses(line.expertise)) < 2


@lru_cache(maxsize=64)
def trade(line: Stated) -> Trade:
    """The line made ready. Its vector is the mean of what it claims, the clauses of that and, at half their weight,
    those of the messages.
    """
    claimed, left = split_claims(line.expertise)
    parts = answers(line)
    whole = (claimed,) if claimed else ()
    vectors = encode((*whole, *parts, *((left,) if left else ())))
    said = vectors[: len(whole) + len(parts)]
    weights = [[1.0]] * (len(whole) + len(clauses(claimed)[:_MOST_CLAUSES]))
    weights += [[_MESSAGES]] * (len(said) - len(weights))
    return Trade(
        vector=unit((said * weights).sum(axis=0).astype(said.dtype)),
        excluded=vectors[-1] if left else None,
        answers=parts,
        answer_vectors=vectors[len(whole) : len(said)],
    )
