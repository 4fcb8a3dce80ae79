"""Turns of phrase are found in both languages however they are typed, and left in peace where the context excuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.draft.fold import clause, fold, passages
from handlers.draft.markers import LABELS, markers, read_rules, rules, turns
from handlers.draft.shouting import shouted
from handlers.draft.style import language_of, names, style


def found(text: str, language: str = "") -> list[tuple[str, str]]:
    folded = fold(text)
    return [(marker.label, marker.text) for marker in markers(folded, turns(folded, language))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bonjour. Il paraît que le chef s'en va, dommage.", ("rumour", "Il paraît que le chef s'en va")),
        ("Il parait que le chef s’en va.", ("rumour", "Il parait que le chef s’en va")),
        ("Rumour has it the chef is leaving.", ("rumour", "Rumour has it the chef is leaving")),
        ("Quelle bande d'incapables !", ("insult", "Quelle bande d'incapables")),
        ("Well, what a bunch of clowns, honestly", ("insult", "what a bunch of clowns")),
        ("Les artisans, tous des voleurs.", ("generalisation", "tous des voleurs")),
        ("C'est une HONTE, voilà.", ("outrage", "C'est une HONTE")),
        ("Suivez mon regard…", ("gossip", "Suivez mon regard")),
        ("I am second to none.", ("self_promo", "I am second to none")),
    ],
)
def test_a_turn_is_shown_with_its_clause(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Il paraît que le plomb est interdit. J'ai vérifié : c'est faux, source INRS.",
        "Rumour has it the grant ends. I checked the official page: no date.",
        "Un client a traité mon apprenti d'« abruti ». Personne ne mérite cela.",
        'A man called our nurse a "stupid cow". Nobody gets to speak to her like that.',
    ],
)
def test_a_turn_that_is_checked_or_refused_is_excused(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["TVA, RGE, SEO", "NE JAMAIS mélanger.", "La SNCF et la RATP", "BIN IT", "HACCP, DLC et DLUO", "I A B"]
)
def test_acronyms_and_short_notices_do_not_shout(text: str) -> None:
    assert shouted(fold(text)) == ()


def test_a_phrase_in_capitals_shouts_as_it_stands() -> None:
    assert found("Encore ! ARRÊTEZ DE TAPER AU CARREAU, merci.") == [("caps", "ARRÊTEZ DE TAPER AU CARREAU")]


@given(text=st.text(max_size=200))
def test_every_plain_character_knows_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.places) == len(folded.plain) + 1
    assert list(folded.places) == sorted(folded.places)
    for start, end in passages(folded):
        first, last = folded.span(start, end)
        assert 0 <= first <= last <= len(text)


def test_the_plain_form_is_the_same_for_every_spelling() -> None:
    for spelling in ("ÉCŒURANT", "e\u0301cœurant", "Écœurant", "𝐞́𝐜œurant"):
        assert fold(spelling).plain == "ecoeurant"


def test_passages_are_sentences_and_short_ones_join_the_one_before() -> None:
    folded = fold("Le devis est parti ce matin. Bravo ! Le client répondra demain matin.\nMerci à toute l'équipe.")
    assert [folded.plain[start:end] for start, end in passages(folded)] == [
        "le devis est parti ce matin. bravo !",
        "le client repondra demain matin.",
        "merci a toute l'equipe.",
    ]


def test_a_clause_that_is_too_long_shrinks_to_the_words() -> None:
    plain = "mot " * 40 + "paraît que " + "mot " * 40
    at = plain.index("paraît")
    assert clause(plain, at, at + 6) == (at, at + 6)


@pytest.mark.parametrize(
    ("text", "language"), [("Je suis là pour vous", "fr"), ("I am on my way to you", "en"), ("Zzz", "")]
)
def test_the_language_is_told_by_small_words(text: str, language: str) -> None:
    assert language_of(fold(text)) == language


def test_the_style_has_a_name_for_each_figure() -> None:
    folded = fold("Bonjour à tous, voici le devis.")
    assert len(style(folded, turns(folded, "fr"))) == len(names())


def test_each_label_has_rules_in_both_languages_but_shouting() -> None:
    assert {(rule.label, rule.language) for rule in rules()} == {(a, b) for a in LABELS[:-1] for b in ("fr", "en")}


def test_a_rule_may_not_name_an_unknown_context() -> None:
    with pytest.raises(KeyError):
        read_rules(
            'groups = {fr = "x"}\ncontexts = {}\n[[rule]]\n'
            'label = "rumour"\nlanguage = "fr"\nwords = ["a"]\nunless = ["b"]'
        )
