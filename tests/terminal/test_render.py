import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Button, Buttons, Field, File, Form, Image, Message, Refused, Table, Text
from bot.platforms.terminal.render import as_json, choice_lines, neutral, plain_lines, width
from storage import Address
from tests.terminal.stage import NINE, PARIS, WORDS

SAVED = Path("/tmp/a.png")  # noqa: S108 - never written


def shown(message: Message, saved: Path | None = None) -> list[str]:
    return plain_lines(message, saved, WORDS, 60)


@pytest.mark.parametrize(
    ("message", "lines"),
    [
        (Text("un\n\ndeux\n"), ["un", "", "deux"]),
        (Text(""), []),
        (Buttons("Oui\u00a0?", (Button("Oui", "y"), Button("Non", "n"))), ["Oui\u00a0?", "[1] Oui   [2] Non"]),
        (Buttons("", (Button("Oui", "y"),)), ["[1] Oui"]),
        (Refused("Non.", {"phone": "Un numéro a 10 chiffres."}), ["Non.", "Un numéro a 10 chiffres."]),
        (
            Form("f", "Votre ligne", (Field("a", "Qui\u00a0?", choices=("B", "C")),)),
            ["Votre ligne", "Qui\u00a0? [B] [C]"],
        ),
        (Table("", (), ()), ["", ""]),
    ],
)
def test_a_message_is_its_words_then_its_choices(message: Message, lines: list[str]) -> None:
    assert shown(message) == lines


def test_a_picture_is_described_and_its_place_told() -> None:
    picture = Image("a.png", b"", alt="Une courbe", text="Vos minutes")
    assert shown(picture, SAVED) == ["Vos minutes", "Une courbe", "Enregistré\u00a0: /tmp/a.png"]


def test_a_file_that_was_not_saved_says_so() -> None:
    assert shown(File("a.txt", b"", text="Vos notes")) == ["Vos notes", "Je n'ai pas pu enregistrer a.txt."]


def test_a_table_is_aligned_whatever_its_letters() -> None:
    table = Table("Clients", ("Nom", "Ville"), (("李小龍", "Paris"), ("Zoe\u0301", "Lyon", "x"), ("Paul\nB",)))
    assert shown(table) == [
        "Clients",
        "Nom     Ville",
        "──────  ─────  ─",
        "李小龍  Paris",
        "Zoe\u0301     Lyon   x",
        "Paul B",
    ]


def test_long_choices_are_wrapped_and_never_cut() -> None:
    choices = tuple(Button(f"Choix numéro {number}", "go") for number in range(1, 6))
    assert choice_lines(choices, 50) == [
        "[1] Choix numéro 1   [2] Choix numéro 2",
        "[3] Choix numéro 3   [4] Choix numéro 4",
        "[5] Choix numéro 5",
    ]


def test_controls_are_shown_and_never_obeyed() -> None:
    text = "\x1b[31mrouge\x07 \x9b2J\x7f\t\r\n\u202eabc\u2028\ud800\r"
    assert neutral(text) == "␛[31mrouge␇ �2J␡\n�abc��␍"


def test_right_to_left_and_emoji_are_left_as_they_are() -> None:
    assert neutral("שלום 👩‍💻 \u2068Zoé\u2069") == "שלום 👩‍💻 \u2068Zoé\u2069"


@given(st.text())
def test_nothing_unsafe_is_ever_shown_and_showing_twice_is_showing_once(text: str) -> None:
    once = neutral(text)
    assert not [letter for letter in once if unicodedata.category(letter) in ("Cc", "Cs") and letter != "\n"]
    assert neutral(once) == once


@given(st.text())
def test_a_text_has_a_width(text: str) -> None:
    assert 0 <= width(text) <= 2 * len(text)


@pytest.mark.parametrize(
    ("message", "kind", "text"),
    [
        (Text("a"), "text", "a"),
        (Buttons("a", (Button("Oui", "y"),)), "buttons", "a"),
        (Refused("a"), "refused", "a"),
        (Image("a.png", b"", alt="a"), "image", "a"),
        (File("a.txt", b"", text="a"), "file", "a"),
        (Table("a", ("b",), (("c",),)), "table", "a\nb\n─\nc"),
        (Form("f", "a", ()), "form", "a"),
    ],
)
def test_in_json_a_message_tells_its_kind(message: Message, kind: str, text: str) -> None:
    line = as_json(Address("terminal", "Paul", "Paul"), message, None, NINE.astimezone(PARIS))
    assert json.loads(line) == {
        "at": "2026-11-24T09:00:00+01:00",
        "to": "Paul",
        "kind": kind,
        "text": text,
        "choices": ["Oui"] if kind == "buttons" else [],
        "file": None,
    }


def test_in_json_a_channel_is_who_it_is_for_and_letters_are_readable() -> None:
    line = as_json(Address("terminal", "Paul", "#ventes"), Text("é\x1b"), SAVED, NINE)
    assert '"to": "#ventes"' in line
    assert '"text": "é␛"' in line
    assert '"file": "/tmp/a.png"' in line
