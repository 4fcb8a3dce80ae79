"""Tells a review in the person's words: the line first, then the form, then one suggestion at most. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.catalogue import Say
from handlers.draft.form import Finding
from handlers.draft.scope import Scope, ready, topic_name
from handlers.networks import Network

QUOTED = 160
"""The longest expertise that is quoted whole, in characters."""

SCOPES = {"inside": "draft-inside", "edge": "draft-edge", "outside": "draft-outside"}
FINDINGS = {
    "too_long": "draft-too-long-there",
    "too_many_tags": "draft-too-many-tags",
    "long": "draft-long",
    "many_tags": "draft-many-tags",
    "short": "draft-short",
    "fold": "draft-fold",
}
GRADES = {
    "official": "grade-official",
    "reported": "grade-reported",
    "recent": "grade-recent",
    "old": "grade-old",
    "contested": "grade-contested",
}


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in a text. `scope` is None where it can't be judged: no line (`expertise` is ""), no model, too
    few words, or a text that was kept as it is.
    """

    network: Network
    form: tuple[Finding, ...]
    scope: Scope | None
    kept: bool
    expertise: str

    @property
    def strays(self) -> bool:
        """Whether the text is on the edge of the line or outside it."""
        return self.scope is not None and self.scope.verdict != "inside"

    @property
    def flagged(self) -> bool:
        """Whether there is something to keep in spite of."""
        return self.strays or any(finding.level != "info" for finding in self.form)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings worth a sentence: what is advised, or the one thing that is good to know, for a text that is
        inside or can't be judged without a line; for any other the limits alone, since it may not go out as it is.
        """
        if self.expertise and (self.scope is None or self.strays):
            return tuple(finding for finding in self.form if finding.level == "limit")
        weighty = tuple(finding for finding in self.form if finding.level != "info")
        return weighty or tuple(sorted(self.form, key=lambda finding: finding.kind == "short"))[:1]


def tell_review(say: Say, review: Review) -> str:
    """The review in sentences, one a line."""
    form = [_finding(say, review.network, finding) for finding in review.shown]
    fine = [] if form or review.strays or review.kept else [say("draft-form-fine", network=review.network.name)]
    return "\n".join([_scope(say, review), *form, *fine, *_suggestion(say, review)])


def _scope(say: Say, review: Review) -> str:
    """Where the text stands to the line, or why that can't be said."""
    if review.kept:
        return say("draft-kept-before")
    if not review.expertise:
        return say("draft-no-line")
    if review.scope is None:
        return say("draft-no-words" if ready() else "draft-no-model")
    scope = review.scope
    words = say("draft-words", words=", ".join(scope.words)) if scope.words else ""
    like = say("draft-like", topic=topic_name(scope.reads_like, say.language)) if scope.reads_like else ""
    told = say(SCOPES[scope.verdict], answer=_quoted(review, scope))
    return " ".join(part for part in (told, like, words) if part)


def _quoted(review: Review, scope: Scope) -> str:
    """The answer that a verdict rests on: the whole expertise against what strays, unless it is long; else the part
    of the line that is nearest.
    """
    return review.expertise if review.strays and len(review.expertise) <= QUOTED else scope.answer


def _finding(say: Say, network: Network, finding: Finding) -> str:
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


def _suggestion(say: Say, review: Review) -> list[str]:
    """The one thing that would help most, where there is one."""
    if review.scope and review.scope.verdict == "outside":
        return [say("draft-advice-outside")]
    if review.scope and review.scope.verdict == "edge":
        return [say("draft-advice-edge")]
    return []
