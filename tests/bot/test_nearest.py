from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nearest import fold, meant, nearest_name, words_of

LISTENS = {"goal": frozenset({"linkedin", "prospect", "min"}), "call": frozenset({"appeler", "qui"})}


@pytest.mark.parametrize(("typed", "folded"), [("Prévu", "prevu"), ("ÉTÉ", "ete"), ("Straße", "strasse"), ("", "")])
def test_folding_forgets_case_and_accents(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(("typed", "name"), [("gaol", "goal"), ("Obectif", "objectif"), ("zzz", None), ("", None)])
def test_a_mistyped_name_is_brought_to_the_closest(typed: str, name: str | None) -> None:
    assert nearest_name(typed, ["goal", "objectif", "call"]) == name


def test_the_command_with_most_of_its_words_comes_first() -> None:
    assert meant("qui appeler sur LinkedIn ?", LISTENS) == (("call", 2), ("goal", 1))


def test_a_long_word_also_stands_for_its_longer_forms_and_a_short_one_does_not() -> None:
    assert meant("des prospects", LISTENS) == (("goal", 1),)
    assert meant("minute", LISTENS) == ()


@given(st.text())
def test_words_are_plain_letters_and_digits_whatever_the_text(text: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in words_of(text))


def test_only_the_beginning_of_a_huge_message_is_read() -> None:
    assert len(words_of("mot " * 100_000)) == 250
