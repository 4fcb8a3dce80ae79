from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.draft.own import names_in, near_duplicate

POST = "Trois signes qu'un toit demande un couvreur : une tuile au sol, une tache au plafond, un bruit par grand vent."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hier chez Acme, un devis signé.", ("Acme",)),
        ("Acme et Jean Dupont étaient là, Acme surtout.", ("Acme", "Jean Dupont")),
        ("L'acmé de la saison", ()),
        ("Acmeville est jolie", ()),
        ("jean dupont, en petites lettres, est n'importe qui", ()),
        ("", ()),
    ],
)
def test_a_client_is_named_by_the_whole_name_with_its_capitals(text: str, found: tuple[str, ...]) -> None:
    assert names_in(text, ["Acme", "Jean Dupont", "Al"]) == found


def test_a_text_hardly_reworded_is_told_from_a_new_one() -> None:
    again = POST.replace("grand vent", "vent fort").upper()
    assert near_duplicate(again, ["autre chose", POST]) == POST
    assert near_duplicate("Un toit, une tuile, un couvreur : trois mots du métier.", [POST]) is None


@given(st.text())
def test_no_text_repeats_nothing_and_a_long_one_repeats_itself(text: str) -> None:
    assert near_duplicate(text, []) is None
    assert near_duplicate(text, [""]) is None


def test_a_text_too_short_to_compare_repeats_nothing() -> None:
    assert near_duplicate("Bonjour", ["Bonjour"]) is None
