"""What is said of a review, without the model: the sentences, their order, and what is left unsaid."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from bot.catalogue import say_in
from bot.messages import LANGUAGES
from handlers.draft.form import check_form
from handlers.draft.playbook import playbook
from handlers.draft.review import Review
from handlers.draft.scope import Scope, Verdict
from handlers.draft.telling import FIXES, FLAGS, TONES, advice, flag_names, shown_findings, shown_markers, tell_review
from handlers.draft.tone import Label, Marker, Tone
from handlers.networks import network_named

TEXT = "Word is that they ALL cheat. #a #b #c #d"
RUMOUR = Marker("rumour", 0, 7, "Word is")
CAPS = Marker("caps", 18, 21, "ALL")
LINKEDIN = network_named("linkedin")
say = say_in("en")


def scope(verdict: Verdict) -> Scope:
    return Scope(verdict, 1.0, None, ("cheat",), "roofing", confidence=0.7, passage="")


def review(verdict: Verdict | None = "inside", meter: int = 0, *markers: Marker, text: str = TEXT) -> Review:
    return Review(
        network=LINKEDIN,
        expertise="roofing and zinc work",
        scope=scope(verdict) if verdict else None,
        tone=Tone(meter, markers),
        form=check_form(text, "linkedin", playbook()),
    )


def lines(found: Review, **more: object) -> list[str]:
    return tell_review(say, found, **more).split("\n")  # type: ignore[arg-type]  # quiet and compared, as given


def test_the_line_comes_first_then_the_tone_then_one_suggestion() -> None:
    told = lines(review("outside", 7, RUMOUR, CAPS))
    assert told[0].startswith("This is outside your field, which is: “roofing and zinc work”.")
    assert told[1] == say("tone-meter-top", meter=7)
    assert "Word is" in told[2]
    assert "ALL" in told[3]
    assert told[4] == say("draft-advice-outside")
    assert len(told) == 5


def test_a_text_that_strays_hears_of_limits_only() -> None:
    long = "word " * 1_000
    assert [finding.level for finding in shown_findings(review("outside", text=long))] == ["limit"]
    assert shown_findings(review("edge")) == ()


def test_a_fine_text_hears_one_thing_that_is_good_to_know_at_most() -> None:
    assert len(shown_findings(review("inside"))) == 1


def test_markers_are_silent_in_a_text_whose_tone_is_fine() -> None:
    assert shown_markers(review("inside", 4, RUMOUR)) == ()
    assert shown_markers(review("inside", 5, RUMOUR)) == (RUMOUR,)


def test_a_flag_that_is_often_refused_is_shown_only_when_it_is_loud() -> None:
    assert shown_markers(review("inside", 6, RUMOUR, CAPS), quiet={"rumour"}) == (CAPS,)
    assert shown_markers(review("inside", 8, RUMOUR, CAPS), quiet={"rumour"}) == (RUMOUR, CAPS)


@pytest.mark.parametrize(
    ("found", "key"),
    [
        (review("outside", 7, RUMOUR), "draft-advice-outside"),
        (review("edge", 7, RUMOUR), "fix-rumour"),
        (review("edge"), "draft-advice-edge"),
        (review("inside"), ""),
    ],
)
def test_the_suggestion_is_the_one_that_helps_most(found: Review, key: str) -> None:
    assert advice(say, found, shown_markers(found)) == (say(key) if key else "")


def test_what_changed_since_the_version_before_is_told_first() -> None:
    assert lines(review("inside"), compared="Better than before: the tone.")[0] == "Better than before: the tone."


@pytest.mark.parametrize(
    ("found", "flags", "doubtful"),
    [
        (review("inside", text="A roof."), set(), False),
        (review("edge", text="A roof."), {"edge"}, False),
        (review("outside", text="A roof."), {"outside"}, True),
        (review("inside", 6, RUMOUR, text="A roof."), {"cafe", "rumour"}, True),
        (review(None, 3, RUMOUR, text="word " * 1_000), {"too_long"}, False),
    ],
)
def test_what_is_flagged_is_named_and_what_is_doubtful_is_asked_about(
    found: Review, flags: set[str], doubtful: bool
) -> None:
    assert found.flags == flags
    assert found.doubtful is doubtful


def test_a_long_expertise_is_quoted_by_its_nearest_part() -> None:
    long = replace(review("outside"), expertise="roofing, " * 40)
    assert "“roofing”" in lines(long)[0]


def test_clients_named_and_texts_repeated_are_told() -> None:
    told = lines(replace(review("inside"), names=("Acme",), repeats="A roof is not a detail"))
    assert say("draft-names", names="Acme") in told
    assert say("draft-repeats", beginning="A roof is not a detail") in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_has_its_sentence_its_fix_and_its_name(language: str) -> None:
    told = say_in(language)
    for label in get_args(Label):
        assert "«" in told(TONES[label], words="x") or "“" in told(TONES[label], words="x")
        assert told(FIXES[label])
        assert flag_names(told, {label}) == told(FLAGS[label])
