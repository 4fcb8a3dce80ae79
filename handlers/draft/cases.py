"""Reviews texts given as JSON; used by `comptoir review`, so that the review can be measured on any texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.catalogue import Say, say_in
from handlers.draft.review import Known, Review, review
from handlers.draft.telling import advice, shown_markers, tell_finding, tell_review
from handlers.networks import find_network, network_named


def review_case(case: Mapping[str, Any]) -> dict[str, Any]:
    """The review of a case: `id`, `scope` (None without a line), `tone`, `form` and `advice`.

    A case has `id`, `text`, `lang`, `network`, `line` (target, feel, messages, expertise; or None), and `posts` where
    there are some. Raises KeyError when `text` is missing.
    """
    found, say = _found(case)
    return {
        "id": case.get("id"),
        "scope": _scope(found),
        "tone": _tone(found),
        "form": [tell_finding(say, found.network, finding) for finding in found.form],
        "advice": advice(say, found, shown_markers(found)),
    }


def tell_case(case: Mapping[str, Any]) -> str:
    """The review of a case as the person reads it. Raises KeyError when `text` is missing."""
    found, say = _found(case)
    return tell_review(say, found)


def _found(case: Mapping[str, Any]) -> tuple[Review, Say]:
    line = case.get("line") or {}
    say = say_in(str(case.get("lang") or "fr"))
    named = find_network(str(case.get("network") or "linkedin"))
    known = Known(
        expertise=str(line.get("expertise") or ""),
        messages=str(line.get("messages") or ""),
        posts=tuple(map(str, case.get("posts") or ())),
    )
    return review(str(case["text"]), named[0] if named else network_named("other"), known, say.language), say


def _scope(found: Review) -> dict[str, Any] | None:
    if found.scope is None:
        return None
    return {
        "verdict": found.scope.verdict,
        "score": found.scope.score,
        "because": [*found.scope.words, found.scope.answer],
    }


def _tone(found: Review) -> dict[str, Any]:
    return {
        "meter": found.tone.meter,
        "markers": [
            {"label": marker.label, "start": marker.start, "end": marker.end, "text": marker.text}
            for marker in found.tone.markers
        ],
    }
