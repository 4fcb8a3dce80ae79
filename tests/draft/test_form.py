"""The form check tells limits from advice, with the figures, and nothing it cannot rest on a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.draft.form import Finding, check_form
from handlers.draft.playbook import playbook

NETWORK_KEYS = ("linkedin", "facebook", "x", "instagram", "threads", "other")

FR = "Un client m'a dit que notre devis était clair. "
EN = "A client told me that our quote was clear. "


def check(text: str, network: str) -> tuple[Finding, ...]:
    return check_form(text, network, playbook())


def told(text: str, network: str) -> list[tuple[str, str, int, int]]:
    return [(found.kind, found.level, found.count, found.bound) for found in check(text, network)]


@pytest.mark.parametrize("sentence", [FR, EN], ids=["fr", "en"])
@pytest.mark.parametrize(
    ("network", "size", "expected"),
    [
        ("linkedin", 3000, [("long", "advice", 3000, 1200), ("fold", "info", 3000, 210)]),
        ("linkedin", 3214, [("too_long", "limit", 3214, 3000), ("fold", "info", 3214, 210)]),
        ("linkedin", 1000, [("fold", "info", 1000, 210)]),
        ("linkedin", 799, [("short", "info", 799, 800), ("fold", "info", 799, 210)]),
        ("linkedin", 210, [("short", "info", 210, 800)]),
        ("facebook", 230, []),
        ("facebook", 231, [("long", "info", 231, 230)]),
        ("facebook", 63207, [("too_long", "limit", 63207, 63206)]),
        ("x", 130, []),
        ("x", 280, [("long", "info", 280, 130)]),
        ("x", 281, [("too_long", "limit", 281, 280)]),
        ("instagram", 125, []),
        ("instagram", 2201, [("too_long", "limit", 2201, 2200), ("fold", "info", 2201, 125)]),
        ("threads", 501, [("too_long", "limit", 501, 500)]),
        ("other", 5000, []),
    ],
)
def test_length_is_held_against_the_limit_then_the_hint(
    sentence: str, network: str, size: int, expected: list[tuple[str, str, int, int]]
) -> None:
    text = (sentence * (size // len(sentence) + 1))[: size - 1] + "x"
    # Two spaces in a row or one at the cut would make the quoted line shorter than the text.
    text = text[:-2] + "xx"
    assert told(text, network) == expected


@pytest.mark.parametrize(
    ("network", "tags", "expected"),
    [
        ("linkedin", 3, []),
        ("linkedin", 4, [("many_tags", "info", 4, 3)]),
        ("facebook", 2, []),
        ("facebook", 3, [("many_tags", "advice", 3, 2)]),
        ("x", 2, [("many_tags", "info", 2, 1)]),
        ("instagram", 5, [("many_tags", "advice", 5, 2)]),
        ("instagram", 6, [("too_many_tags", "limit", 6, 5)]),
        ("threads", 1, []),
        ("threads", 2, [("too_many_tags", "limit", 2, 1)]),
        ("other", 3, [("many_tags", "advice", 3, 2)]),
    ],
)
def test_hashtags_are_held_against_the_limit_then_the_hint(
    network: str, tags: int, expected: list[tuple[str, str, int, int]]
) -> None:
    text = "Devis clair. " + " ".join(f"#t{number}" for number in range(tags))
    assert [found for found in told(text, network) if "tags" in found[0]] == expected


def test_limits_come_before_advice_and_advice_before_information() -> None:
    found = told(FR * 80 + "#a #b #c #d #e #f", "instagram")
    assert [kind for kind, *_ in found] == ["too_long", "too_many_tags", "fold"]
    found = told(FR * 40 + "#a #b #c #d", "linkedin")
    assert [kind for kind, *_ in found] == ["long", "many_tags", "fold"]


def test_a_finding_says_how_far_the_draft_is_from_the_figure() -> None:
    assert check("a" * 3214, "linkedin")[0].excess == 214
    assert check("court et clair", "linkedin")[0].excess == 786


def test_a_finding_carries_the_row_it_rests_on() -> None:
    (found,) = check("Devis clair #a #b #c", "facebook")
    assert (found.row.key, found.row.article, found.row.year, found.row.grade) == ("any.hashtags", (2,), 2012, "old")


def test_what_shows_above_the_fold_is_quoted_up_to_a_whole_word() -> None:
    (quote,) = [found.quote for found in check(FR * 10, "linkedin") if found.kind == "fold"]
    assert quote == (FR * 10)[:210].rstrip()[: len(quote)]
    assert (FR * 10)[len(quote)] == " "
    assert 200 < len(quote) <= 210


def test_a_word_longer_than_the_fold_is_cut() -> None:
    (found,) = [found for found in check("a" * 300, "instagram") if found.kind == "fold"]
    assert found.quote == "a" * 125


def test_a_quote_is_one_line_without_controls() -> None:
    (found,) = [found for found in check("Bon\x00jour\n\n\u202eà tous " * 20, "instagram") if found.kind == "fold"]
    assert found.quote.startswith("Bon jour à tous Bon jour")


def test_line_ends_count_once_and_blank_edges_not_at_all() -> None:
    assert told("  \r\n" + "a\r\n" * 140 + "  ", "x") == told("\n".join("a" * 140), "x")


@pytest.mark.parametrize("network", NETWORK_KEYS)
@pytest.mark.parametrize("text", ["", "   \n\t ", "\u200b", "\x00\x07"])
def test_there_is_little_to_say_of_nothing(text: str, network: str) -> None:
    assert {found.kind for found in check(text, network)} <= {"short"}


@pytest.mark.parametrize("network", NETWORK_KEYS)
@pytest.mark.parametrize(
    "text", ["🙂" * 25_000, "#" * 100_000, "#a" * 50_000, "שלום " * 20_000, "A" * 100_000, "𝗛" * 25_000, "a.a" * 33_000]
)
def test_a_hundred_thousand_characters_are_answered(text: str, network: str) -> None:
    assert len(check(text, network)) <= 3


@given(st.text(), st.sampled_from(NETWORK_KEYS))
def test_no_text_upsets_the_check_and_the_findings_stay_few(text: str, network: str) -> None:
    found = check(text, network)
    assert len(found) <= 3
    assert len({one.kind for one in found}) == len(found)
    assert all(one.count != one.bound for one in found)


@given(st.text(), st.sampled_from(NETWORK_KEYS))
def test_adding_a_tag_never_takes_a_remark_on_tags_away(text: str, network: str) -> None:
    before = [one.count for one in check(text, network) if "tags" in one.kind]
    after = [one.count for one in check(text + " #devis", network) if "tags" in one.kind]
    assert not before or after[0] > before[0]


@given(st.text(min_size=126), st.sampled_from(("linkedin", "instagram")))
def test_a_quote_is_never_longer_than_what_shows(text: str, network: str) -> None:
    assert all(len(one.quote) <= one.bound for one in check(text, network) if one.kind == "fold")


def test_the_longest_sentence_is_told_when_readers_would_drop_off() -> None:
    text = f"Court. {'mot ' * 30}fin. Court encore !\nUne autre ligne sans point"
    (finding,) = [found for found in check_form(text, "facebook", playbook()) if found.kind == "long_sentence"]
    assert (finding.count, finding.bound, finding.level) == (31, 25, "info")
    assert finding.quote.startswith("mot mot")
    assert len(finding.quote) <= 60


def test_lines_and_full_stops_end_a_sentence() -> None:
    text = "\n".join(["dix mots en tout et pour tout sur cette ligne"] * 5)
    assert not [found for found in check_form(text, "facebook", playbook()) if found.kind == "long_sentence"]
