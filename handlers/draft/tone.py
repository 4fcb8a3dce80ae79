"""Does a draft sound like café du commerce? The comptoir meter, 0 to 10, and the words at fault.

It judges a manner, never a truth or an opinion. Markers come from rules with words, for explanation; how much they
weigh is told by a small model on the encoder's vectors and on the style. Where the encoder is absent the rules stand
alone, and the review says so. Synchronous, some 15 ms a draft: call it off the event loop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.draft.fold import Folded, fold, passages
from handlers.draft.markers import LABELS, Label, Marker, Turn, marker, markers, turns
from handlers.draft.scope import encode, ready
from handlers.draft.shouting import shouted
from handlers.draft.style import language_of, style
from handlers.draft.tone_model import Judged, judge, weights

if TYPE_CHECKING:
    from handlers.draft.tone_model import Vectors

Spans = tuple[tuple[int, int], ...]
"""Passages, as spans of the plain form."""

__all__ = ["FLAGGED_FROM", "LABELS", "Label", "Marker", "Tone", "review_tone"]

FLAGGED_FROM = 5
"""The least meter at which words are shown: under it a turn of phrase is left in peace."""

# Where the meter stands at even odds, and how fast it moves; chosen on drafts held out by pair (bench_tone.py).
_MIDDLE, _SLOPE = 4.5, 1.5

# The least log-odds at which words of the rules are shown, and a passage without any, beside the surest of all.
_NAMED, _SURE = -1.0, 0.0

# A draft is read so far; less has no tone. Both count what the person typed. Of a longer draft the model reads closely
# the passages with turns of the rules and then the first ones, up to so many characters: the encoder takes its time.
_MOST_CHARACTERS, _LEAST_LETTERS, _MOST_CLOSE = 3000, 8, 700

# A text that shouts for more than this share of its letters sounds loud whatever it says.
_LOUD, _LOUD_METER = 0.4, 6

_BY_RULES = (0, 5, 6, 7, 8, 9, 10)
"""The meter without the model, by the number of markers."""


@dataclass(frozen=True, slots=True)
class Tone:
    """How a draft sounds: `meter` from 0 (a trade speaking) to 10 (the bar), and the words at fault, in reading order,
    none under FLAGGED_FROM. `complete` is False where only the rules could be asked.
    """

    meter: int
    markers: tuple[Marker, ...] = ()
    complete: bool = True

    @property
    def flagged(self) -> bool:
        """Whether there are words to show."""
        return self.meter >= FLAGGED_FROM


def review_tone(text: str, language: str | None = None, *, vector: Vectors | None = None) -> Tone:
    """How a text sounds; never raises. `language` is the text's own ("fr", "en"), found out where it is not given;
    `vector` is the draft's from `encode`, where the caller has it already.

    Only the first 3,000 characters are read.
    """
    folded = fold(text[:_MOST_CHARACTERS])
    if sum(map(str.isalpha, folded.plain)) < _LEAST_LETTERS:
        return Tone(0, complete=ready())
    found = turns(folded, language if language in {"fr", "en"} else language_of(folded))
    return _judged(folded, found, vector) if ready() else _by_rules(folded, found)


def _by_rules(folded: Folded, found: tuple[Turn, ...]) -> Tone:
    shown = markers(folded, found)
    meter = _BY_RULES[min(len(shown), len(_BY_RULES) - 1)]
    return Tone(max(meter, _loudness(folded)), shown, complete=False)


def _judged(folded: Folded, found: tuple[Turn, ...], vector: Vectors | None) -> Tone:
    spans = close_passages(folded, found)
    vectors = _vectors(folded, spans, vector)
    said = judge(weights(), vectors, style(folded, found), turned_in(found, spans))
    meter = max(meter_of(said.whole), _loudness(folded))
    return Tone(meter, _shown(folded, found, spans, said) if meter >= FLAGGED_FROM else ())


def close_passages(folded: Folded, found: tuple[Turn, ...]) -> Spans:
    """The passages that are read closely, in reading order: those with a turn first, up to 700 characters in all."""
    spans = passages(folded)
    free = [not any(turn.start < end and turn.end > start for turn in found) for start, end in spans]
    kept: list[tuple[int, int]] = []
    size = 0
    for place in sorted(range(len(spans)), key=lambda place: (free[place], place)):
        start, end = spans[place]
        if kept and size + end - start > _MOST_CLOSE:
            break
        kept.append((start, min(end, start + _MOST_CLOSE)))
        size += end - start
    return tuple(sorted(kept))


def _vectors(folded: Folded, spans: Spans, vector: Vectors | None) -> Vectors:
    """The vectors of the draft and of its passages."""
    import numpy as np

    parts = [folded.text[start:end] for start, end in (folded.span(*span) for span in spans)]
    return encode([folded.text, *parts]) if vector is None else np.vstack([vector, encode(parts)])


def meter_of(odds: float) -> int:
    """The meter of log-odds: 5 and more from even odds."""
    return round(min(10.0, max(0.0, _MIDDLE + _SLOPE * odds)))


def _loudness(folded: Folded) -> int:
    """The least meter of a text that shouts most of the time; 0 for any other."""
    loud = sum(end - start for start, end in shouted(folded))
    return _LOUD_METER if loud > _LOUD * len(folded.plain) else 0


def turned_in(found: tuple[Turn, ...], spans: Spans) -> Vectors:
    """Which labels have a turn in which passage: passages x labels x (open, excused), ones and zeros."""
    import numpy as np

    told = np.zeros((len(spans), len(LABELS), 2), np.float32)
    for turn in found:
        for place, (start, end) in enumerate(spans):
            if turn.start < end and turn.end > start:
                told[place, LABELS.index(turn.label), int(turn.excused)] = 1
    return told


def _shown(folded: Folded, found: tuple[Turn, ...], spans: Spans, said: Judged) -> tuple[Marker, ...]:
    """The words at fault: for each passage and label that are likely enough, those of the rules, else the whole
    passage; shouting always; the likeliest of all where nothing else is.
    """
    best = float(said.labels.max())
    shown = set(markers(folded, tuple(turn for turn in found if turn.label == "caps")))
    least = _SURE if shown else min(_SURE, best)
    for place, span in enumerate(spans):
        for label, odds in zip(LABELS, said.labels[place].tolist(), strict=True):
            shown.update(_words(folded, found, span, label, odds, least))
    return tuple(sorted(shown, key=lambda one: (one.start, one.end, one.label)))


def _words(
    folded: Folded, found: tuple[Turn, ...], span: tuple[int, int], label: Label, odds: float, least: float
) -> tuple[Marker, ...]:
    """The words of the rules for a label in a passage, else the passage, where they are likely enough."""
    start, end = span
    mine = tuple(t for t in found if t.label == label and not t.excused and t.start < end and t.end > start)
    if mine:
        return markers(folded, mine) if odds >= min(_NAMED, least) else ()
    return (marker(folded, label, start, end),) if odds >= least and label != "caps" else ()
