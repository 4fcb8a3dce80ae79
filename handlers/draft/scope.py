"""Is a draft inside what the person said they master? The face of the scope; DESIGN, section 8.

`stated` reads the line, `scorer` judges, `bank` knows what else a draft may read like, and this module tells why.
Reviews are synchronous and take some 40 ms, loading on the first call a second: call them off the event loop. Several
threads may.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import exp
from typing import TYPE_CHECKING, Literal

from handlers.draft.bank import TRADE, topic_name, topics, trades
from handlers.draft.encoder import encode, ready
from handlers.draft.scorer import model, widened
from handlers.draft.stated import Stated, answers, is_terse, trade
from handlers.draft.text import clean, sentences, words
from handlers.draft.tongue import is_foreign

if TYPE_CHECKING:
    from handlers.draft.encoder import Vectors
    from handlers.draft.stated import Trade

__all__ = ["Scope", "Stated", "encode", "is_readable", "is_terse", "ready", "review_scope", "topic_name", "verdict_of"]

Verdict = Literal["inside", "edge", "outside"]

# A longer draft is judged by its beginning, a shorter one has nothing to judge; both are counted after cleaning.
_MOST_CHARACTERS, _LEAST_LETTERS = 3000, 12
_MOST_WORDS, _MOST_SENTENCES, _MOST_POSTS, _SHOWN_WORDS, _BACKGROUND = 30, 12, 5, 3, 5

# Each draft kept in spite of a flag widens the zones a little, each flag agreed with narrows them; six count at most.
_STEP, _MOST_STEPS = 0.1, 6

# A trade is said only where it is clearly nearer than the nearest topic: its name is English.
_CLEARLY = {"fr": 0.16, "en": 0.1}
_OWN_TRADES = 60


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a draft stands. `score` is the log-odds of being outside the line (higher is further out), `confidence`
    their probability; `reads_like` is the key of the nearest foreign topic or trade (None inside); `words` are those
    of the draft that weighed most; `answer` is the nearest clause of the person's own; `passage` is the sentence that
    drifts most ("" inside, or where there is but one).
    """

    verdict: Verdict
    score: float
    reads_like: str | None
    words: tuple[str, ...]
    answer: str
    confidence: float
    passage: str


def review_scope(
    line: Stated, text: str, posts: tuple[str, ...] = (), kept: int = 0, language: str = "en"
) -> Scope | None:
    """Where a text stands to a line; None when the model is absent, text or line have nothing to judge, or the text
    is not readable.

    `posts` are recent or approved ones of the person's own, newest first; `kept` counts the drafts kept in spite of a
    flag less the flags agreed with. Only the first 3,000 characters are judged.
    """
    draft = _read(text)
    if not ready() or not _is_enough(draft) or is_foreign(draft) or not answers(line):
        return None
    return _judged(draft, line, posts[:_MOST_POSTS], _shift(kept), language)


def is_readable(text: str) -> bool:
    """Whether a text is in a language that the review reads, or too short to tell."""
    return not is_foreign(_read(text))


def verdict_of(score: float, shift: float = 0.0) -> Verdict:
    """The zone of a score; a shift widens the line by as much."""
    edge, outside = model().zones
    if score - shift < edge:
        return "inside"
    return "edge" if score - shift < outside else "outside"


def _judged(draft: str, line: Stated, posts: tuple[str, ...], shift: float, language: str) -> Scope:
    ready_line = trade(line)
    vectors = encode([draft])
    score = round(float(_score(ready_line, vectors, posts)), 3)
    verdict = verdict_of(score, shift)
    strays = verdict != "inside"
    return Scope(
        verdict=verdict,
        score=score,
        reads_like=_reads_like(ready_line, vectors[0], language) if strays else None,
        words=_deciding(draft, ready_line, vectors[0], outward=strays),
        answer=ready_line.answers[int((ready_line.answer_vectors @ vectors[0]).argmax())],
        confidence=round(1 / (1 + exp(-score)), 3),
        passage=_passage(draft, ready_line) if strays else "",
    )


def _score(ready_line: Trade, vectors: Vectors, posts: tuple[str, ...]) -> float:
    learnt = model()
    scores = learnt.score(ready_line, vectors)
    if posts:
        scores = learnt.with_posts(scores, vectors, _posts(posts))
    return float(scores[0])


@lru_cache(maxsize=64)
def _posts(posts: tuple[str, ...]) -> Vectors:
    return encode([post[:_MOST_CHARACTERS] for post in posts])


def _shift(kept: int) -> float:
    return _STEP * max(-_MOST_STEPS, min(_MOST_STEPS, kept))


def _reads_like(ready_line: Trade, vector: Vectors, language: str) -> str:
    """The key of the foreign topic nearest to a draft, or of the trade where one is clearly nearer."""
    _, foreign = widened(ready_line.vector)
    likeness = topics().vectors[foreign] @ vector
    others = (trades().vectors @ ready_line.vector).argsort()[:-_OWN_TRADES]
    near = trades().vectors[others] @ vector
    if near.max() > likeness.max() + _CLEARLY["fr" if language == "fr" else "en"]:
        return TRADE + trades().names[int(others[near.argmax()])]
    return topics().keys[int(foreign[likeness.argmax()])]


def _deciding(draft: str, ready_line: Trade, vector: Vectors, *, outward: bool) -> tuple[str, ...]:
    """The words that pull most towards the draft's nearest foreign topics (outward), or towards the line."""
    candidates = words(draft)[:_MOST_WORDS]
    if not candidates:
        return ()
    line, foreign = widened(ready_line.vector)
    background = topics().vectors[foreign]
    nearest = background[(background @ vector).argsort()[-_BACKGROUND:]]
    vectors = encode(candidates)
    pull = (vectors @ nearest.T).mean(axis=1) - vectors @ line
    order = pull.argsort()[::-1] if outward else pull.argsort()
    return tuple(candidates[place] for place in order[:_SHOWN_WORDS])


def _passage(draft: str, ready_line: Trade) -> str:
    """The sentence that alone would be furthest out; "" where there is but one."""
    parts = [part for part in sentences(draft) if _is_enough(part)][:_MOST_SENTENCES]
    if len(parts) < 2:
        return ""
    return parts[int(model().score(ready_line, encode(parts)).argmax())]


def _read(text: str) -> str:
    return clean(text[: 4 * _MOST_CHARACTERS])[:_MOST_CHARACTERS]


def _is_enough(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= _LEAST_LETTERS
