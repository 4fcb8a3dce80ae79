"""Links, mentions, hashtags and emoji are seen as the networks see them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.draft.text import clauses, clean, count_characters, hashtags, words

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
"""One emoji made of seven code points."""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("café", 4),
        (unicodedata.normalize("NFD", "café"), 4),
        ("日本", 4),
        ("👾", 2),
        ("🙋🏽", 2),
        (FAMILY, 2),
        ("🇫🇷", 2),
        ("1️⃣", 2),
        ("©", 1),
        ("©️", 2),
        ("https://example.org/a/very/long/path?with=many&more=things", 23),
        ("voir exemple.fr", 28),
        ("a@exemple.fr", 12),
        ("« deux » – “trois” d’un", 23),
        ("fin… 12 €", 11),
    ],
)
def test_x_counts_as_it_publishes(text: str, count: int) -> None:
    assert count_characters(text, "x") == count


@pytest.mark.parametrize(
    ("text", "utf16", "threads", "code_points"),
    [
        ("café", 4, 4, 4),
        ("👍", 2, 4, 1),
        (FAMILY, 11, 25, 7),
        ("𝗛𝗶", 4, 2, 2),
        ("bon 👍", 6, 8, 5),
        ("\ud800", 1, 1, 1),
    ],
)
def test_the_other_networks_count_emoji_in_their_way(text: str, utf16: int, threads: int, code_points: int) -> None:
    assert count_characters(text, "utf16") == utf16
    assert count_characters(text, "threads") == threads
    assert count_characters(text, "code_points") == code_points


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Vendre, c'est écouter. #vente #B2B", ("vente", "B2B")),
        ("#été2024, #Saint_Malo!", ("été2024", "Saint_Malo")),
        (unicodedata.normalize("NFD", "#été"), ("été",)),
        ("#vente#prospection", ("vente", "prospection")),
        ("＃日本 #العربية", ("日本", "العربية")),
        ("(#devis)", ("devis",)),
        ("#vente #vente", ("vente", "vente")),
        ("Nous sommes #1 et #2024", ()),
        ("En C# ou F#, ## titre, # rien, &#233;", ()),
        ("https://exemple.fr/page#ancre exemple.com/#haut", ()),
        ("", ()),
    ],
)
def test_hashtags_are_those_a_network_would_make(text: str, tags: tuple[str, ...]) -> None:
    assert hashtags(text) == tags


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Voir https://exemple.fr/a?b=c et exemple.com !", "Voir et !"),
        ("Merci @jean.dupont, à demain", "Merci , à demain"),
        ("#VenteB2B #CRMPourPME #bien_vendre", "Vente B2B CRM Pour PME bien vendre"),
        (f"Bravo 👏🏽 à tous {FAMILY} 1️⃣", "Bravo à tous"),
        ("𝗩𝗲𝗻𝗱𝗿𝗲 𝓶𝓲𝓮𝓾𝔁 ⓑⓘⓔⓝ", "Vendre mieux bien"),
        ("a\x00b\u202ec\ud800d", "a b c d"),
        ("Écrire à jean@exemple.fr", "Écrire à jean@exemple.fr"),
        ("שלום לכולם", "שלום לכולם"),
        ("12 € le mètre, 20 % de moins", "12 € le mètre, 20 % de moins"),
        ("🙂🙂🙂", ""),
    ],
)
def test_cleaning_leaves_the_words(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Plombier : fuites, chaudières.", ("Plombier", "fuites", "chaudières")),
        ("- « Écouter »\n- vendre mieux !", ("Écouter", "vendre mieux")),
        ("IA, RH", ("IA", "RH")),
        ("norme 3.5 et Node.js", ("norme 3.5 et Node.js",)),
        (" , . ", ()),
    ],
)
def test_a_line_is_cut_into_its_own_clauses(text: str, parts: tuple[str, ...]) -> None:
    assert clauses(text) == parts


def test_words_are_told_once_as_first_written_without_tool_words() -> None:
    assert words("Devis, devis et rendez-vous avec Dupont pour this ROOF") == ("Devis", "rendez-vous", "Dupont", "ROOF")


def test_a_monstrous_word_is_not_one() -> None:
    assert words("a" * 31) == ()


@given(st.text())
def test_no_text_upsets_the_reading(text: str) -> None:
    clauses(text)
    words(clean(text))
    assert all(count_characters(text, counting) >= 0 for counting in ("x", "threads", "utf16", "code_points"))


@given(st.text())
def test_what_is_cleaned_is_one_line_without_controls(text: str) -> None:
    assert "\x00" not in clean(text)
    assert clean(text) == " ".join(clean(text).split())


@given(st.text(), st.text(alphabet="abcé", min_size=1))
def test_one_more_tag_is_one_more_in_the_count(text: str, tag: str) -> None:
    assert len(hashtags(f"{text} #{tag}")) == len(hashtags(text)) + 1


@given(st.text())
def test_utf16_units_are_what_an_encoder_makes(text: str) -> None:
    assert count_characters(text, "utf16") == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(alphabet="abé ☎👍日#/."))
def test_one_more_word_never_shortens_a_text_on_x(text: str) -> None:
    assert count_characters(f"{text} mot", "x") >= count_characters(text, "x")
