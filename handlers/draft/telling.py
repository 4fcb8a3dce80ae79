"""Tells a review in the person's words: the line first, then the tone, the form, and one suggestion at most. Pure."""

from __future__ import annotations

from collections.abc import Collection

from bot.catalogue import Say
from bot.messages import shorten
from handlers.draft.form import Finding
from handlers.draft.review import Review
from handlers.draft.scope import Scope, ready, topic_name
from handlers.draft.tone import Marker
from handlers.networks import Network

QUOTED = 160
"""The longest expertise that is quoted whole, in characters."""

MARKERS = 2
SHOWN = 80
TOP = 7
"""From which mark on the screenshot is recalled."""

LOUD = 8
"""From which mark on even a flag that the person often refuses is shown."""

SCOPES = {"inside": "draft-inside", "edge": "draft-edge", "outside": "draft-outside"}
FINDINGS = {
    "too_long": "draft-too-long-there",
    "too_many_tags": "draft-too-many-tags",
    "long": "draft-long",
    "many_tags": "draft-many-tags",
    "short": "draft-short",
    "fold": "draft-fold",
    "long_sentence": "draft-long-sentence",
}
GRADES = {
    "official": "grade-official",
    "reported": "grade-reported",
    "recent": "grade-recent",
    "old": "grade-old",
    "contested": "grade-contested",
}
TONES = {
    "rumour": "tone-rumour",
    "gossip": "tone-gossip",
    "generalisation": "tone-generalisation",
    "outrage": "tone-outrage",
    "insult": "tone-insult",
    "self_promo": "tone-self-promo",
    "caps": "tone-caps",
}
FIXES = {
    "rumour": "fix-rumour",
    "gossip": "fix-gossip",
    "generalisation": "fix-generalisation",
    "outrage": "fix-outrage",
    "insult": "fix-insult",
    "self_promo": "fix-self-promo",
    "caps": "fix-caps",
}
FLAGS = {
    "edge": "flag-edge",
    "outside": "flag-outside",
    "cafe": "flag-cafe",
    "rumour": "flag-rumour",
    "gossip": "flag-gossip",
    "generalisation": "flag-generalisation",
    "outrage": "flag-outrage",
    "insult": "flag-insult",
    "self_promo": "flag-self-promo",
    "caps": "flag-caps",
    "too_long": "flag-too-long",
    "long": "flag-long",
    "too_many_tags": "flag-too-many-tags",
    "many_tags": "flag-many-tags",
}


def tell_review(say: Say, review: Review, *, quiet: Collection[str] = (), compared: str = "") -> str:
    """The review in sentences, one a line; `quiet` are the flags to show less, `compared` is what changed since the
    version before.
    """
    markers = shown_markers(review, quiet)
    form = [tell_finding(say, review.network, finding) for finding in shown_findings(review)]
    own = _own(say, review)
    fine = [] if form or own or review.strays or markers else [say("draft-form-fine", network=review.network.name)]
    lines = [
        compared,
        _scope(say, review),
        *_tone(say, review, markers),
        *form,
        *own,
        *fine,
        advice(say, review, markers),
    ]
    return "\n".join(line for line in lines if line)


def shown_markers(review: Review, quiet: Collection[str] = ()) -> tuple[Marker, ...]:
    """The markers worth a sentence, one for the same words: none in a text whose tone is fine, and of those often
    refused only the loud.
    """
    if not review.smells_of_cafe:
        return ()
    loud = review.tone.meter >= LOUD
    shown = [marker for marker in review.tone.markers if loud or marker.label not in quiet]
    return tuple({marker.text: marker for marker in reversed(shown)}.values())[::-1][:MARKERS]


def shown_findings(review: Review) -> tuple[Finding, ...]:
    """The findings worth a sentence: what is advised, or the one thing that is good to know, for a text that could go
    out; for one that strays the limits alone.
    """
    if review.strays or review.smells_of_cafe or (review.expertise and review.scope is None):
        return tuple(finding for finding in review.form if finding.level == "limit")
    weighty = tuple(finding for finding in review.form if finding.level != "info")
    return weighty or tuple(sorted(review.form, key=lambda finding: finding.kind == "short"))[:1]


def advice(say: Say, review: Review, markers: tuple[Marker, ...] = ()) -> str:
    """The one thing that would help most, "" where there is none."""
    if review.scope and review.scope.verdict == "outside":
        return say("draft-advice-outside")
    if markers:
        return say(FIXES[markers[0].label])
    if review.scope and review.scope.verdict == "edge":
        return say("draft-advice-edge")
    return ""


def flag_names(say: Say, flags: Collection[str]) -> str:
    """The flags in words, in a steady order."""
    return ", ".join(say(key) for name, key in FLAGS.items() if name in flags)


def _scope(say: Say, review: Review) -> str:
    """Where the text stands to the line, or why that can't be said."""
    if not review.expertise:
        return say("draft-no-line")
    if review.scope is None:
        return say(_unjudged(review))
    scope = review.scope
    parts = [say(SCOPES[scope.verdict], answer=_quoted(review, scope))]
    if scope.reads_like:
        parts.append(say("draft-like", topic=topic_name(scope.reads_like, say.language)))
    if scope.words:
        parts.append(say("draft-words", words=", ".join(scope.words)))
    if scope.passage:
        parts.append(say("draft-passage", passage=_short(scope.passage)))
    return " ".join(parts)


def _unjudged(review: Review) -> str:
    """The key of why a text can't be judged against the line."""
    if not ready():
        return "draft-no-model"
    return "draft-no-words" if review.readable else "draft-foreign"


def _quoted(review: Review, scope: Scope) -> str:
    """The answer that a verdict rests on: the whole expertise against what strays, unless it is long; else the part
    of the line that is nearest.
    """
    return review.expertise if review.strays and len(review.expertise) <= QUOTED else scope.answer


def _tone(say: Say, review: Review, markers: tuple[Marker, ...]) -> list[str]:
    """The mark of the comptoir meter and the words at fault, for a text that smells of the café."""
    if not review.smells_of_cafe:
        return [] if review.tone.complete or not review.readable else [say("tone-rules-only")]
    return [
        say("tone-meter-top" if review.tone.meter >= TOP else "tone-meter-high", meter=review.tone.meter),
        *(say(TONES[marker.label], words=_short(marker.text)) for marker in markers),
    ]


def _own(say: Say, review: Review) -> list[str]:
    """What the person's own book and posts tell of the text."""
    told = [say("draft-names", names=", ".join(review.names))] if review.names else []
    return [*told, say("draft-repeats", beginning=_short(review.repeats))] if review.repeats else told


def tell_finding(say: Say, network: Network, finding: Finding) -> str:
    """A finding of the form, with its figures and what they are worth."""
    row = finding.row
    return say(
        FINDINGS[finding.kind],
        network=network.name,
        count=finding.count,
        bound=finding.bound,
        excess=finding.excess,
        quote=finding.quote,
        source=say("draft-source", by=row.by, year=str(row.year), grade=say(GRADES[row.grade])),
    )


def _short(text: str) -> str:
    return shorten(" ".join(text.split()), SHOWN)
