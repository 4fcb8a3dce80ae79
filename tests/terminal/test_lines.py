import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Button, Command, Event, Pressed, Said
from bot.platforms.terminal.clockline import After, Until
from bot.platforms.terminal.lines import (
    Say,
    Send,
    Step,
    Unreadable,
    Wait,
    echo,
    escaped,
    meaning,
    read_lines,
    read_step,
    spoken_line,
    unescaped,
)
from bot.platforms.terminal.setting import Speaker

CAMILLE = Speaker("Camille")
CHOICES = (Button("Oui", "yes"), Button("Plus tard", "later"))


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("bonjour", Say(CAMILLE, "bonjour")),
        ("  bonjour \r\n", Say(CAMILLE, "bonjour")),
        ("\ufeffbonjour", Say(CAMILLE, "bonjour")),
        ("Paul> salut", Say(Speaker("Paul"), "salut")),
        ("Marie-Anne d'Arc> salut", Say(Speaker("Marie-Anne d'Arc"), "salut")),
        ("#ventes Paul> salut", Say(Speaker("Paul", "#ventes"), "salut")),
        ("#ventes> salut", Say(Speaker("Camille", "#ventes"), "salut")),
        ("Paul> < a.txt", Send(Speaker("Paul"), "a.txt")),
        ("< dossier/mon fichier.txt", Send(CAMILLE, "dossier/mon fichier.txt")),
        (r"un\ndeux \\n trois", Say(CAMILLE, "un\ndeux \\n trois")),
        ("Camille> @ 12:45", Say(CAMILLE, "@ 12:45")),
    ],
)
def test_a_line_says_who_speaks_where_and_what(line: str, step: Step) -> None:
    assert read_step(line, "Camille") == step


@pytest.mark.parametrize(
    "line",
    ["3 > 2", "3> 2", "<b>gras</b>", "<3", "a>b", "#vente bonjour", "@paul bonjour", "-> suite", "é" * 100_000],
)
def test_words_that_only_look_like_the_grammar_stay_words(line: str) -> None:
    assert read_step(line, "Camille") == Say(CAMILLE, line)


@pytest.mark.parametrize("line", ["", "   ", "\r\n", "# une remarque", "#", "Paul> ", r"\n\n"])
def test_blank_lines_and_comments_are_no_step(line: str) -> None:
    assert read_step(line, "Camille") is None


@pytest.mark.parametrize("line", ["@ 12:45", "@12:45", "@ +20 min", "@+20min"])
def test_a_line_that_begins_with_an_at_sign_is_for_the_clock(line: str) -> None:
    step = read_step(line, "Camille")
    assert isinstance(step, Wait)
    assert isinstance(step.move, Until | After)


@pytest.mark.parametrize("line", ["@", "@ bientôt", "@ 25:00", "@ 2026-02-30 12:00", "@ +3 lunes", "@ +20", "@ -3 h"])
def test_a_clock_line_that_says_no_time_is_unreadable_and_nothing_else(line: str) -> None:
    assert read_step(line, "Camille") == Unreadable(line)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("/goal 20 min", Command("goal", "20 min")),
        ("/GOAL", Command("goal")),
        ("/goal@comptoir_bot 20 min", Command("goal", "20 min")),
        ("/brouillon un\ndeux", Command("brouillon", "un\ndeux")),
        ("/éditer", Command("éditer")),
        ("/", Said("/")),
        ("/ goal", Said("/ goal")),
        ("/home/camille", Said("/home/camille")),
        ("1", Pressed("yes")),
        ("2", Pressed("later")),
        ("2 (Plus tard)", Pressed("later")),
        ("2 (Demain)", Said("2 (Demain)")),
        ("0", Said("0")),
        ("20", Said("20")),
        ("2 appels", Said("2 appels")),
    ],
)
def test_words_command_press_or_are_said(text: str, event: Event) -> None:
    assert meaning(text, CHOICES) == event


def test_a_number_without_choices_is_said() -> None:
    assert meaning("1", ()) == Said("1")


def test_a_press_is_shown_with_its_label() -> None:
    assert [echo(text, CHOICES) for text in ("2", "2 (Plus tard)", "3")] == ["2 (Plus tard)", "2 (Plus tard)", "3"]


def test_bytes_that_are_no_text_bad_ends_and_a_missing_last_end_are_survived() -> None:
    assert list(read_lines(io.BytesIO(b"a\r\n\xff\xfeb\nc"))) == ["a", "\ufffd\ufffdb", "c"]


@given(st.text())
def test_any_line_is_read_without_an_error(line: str) -> None:
    step = read_step(line, "Camille")
    assert step is None or isinstance(step, Say | Send | Wait | Unreadable)


@given(st.text(), st.lists(st.text(), max_size=4))
def test_any_words_have_a_meaning_and_their_echo_the_same(text: str, labels: list[str]) -> None:
    choices = tuple(Button(label, "go") for label in labels)
    event = meaning(text, choices)
    if isinstance(event, Pressed):
        assert meaning(echo(text, choices), choices) == event


@given(st.text())
def test_a_text_on_one_line_gives_the_text_back(text: str) -> None:
    assert "\n" not in escaped(text)
    assert unescaped(escaped(text)) == text


SAID = st.text() | st.sampled_from(["# x", "Paul> x", "@ 12:45", "#ventes Paul> x", r"a\nb", "< a", "\\n< b"])
NAMES = st.sampled_from(["Camille", "Paul", "Zoé Martin"])


@given(SAID, NAMES, st.sampled_from(["", "#ventes"]))
def test_the_line_written_for_a_step_is_read_as_that_step(text: str, name: str, channel: str) -> None:
    step = read_step(f"{channel} {name}> {escaped(text)}".strip(), "Camille")
    if isinstance(step, Say):
        assert read_step(spoken_line(step.speaker, step.text, "Camille"), "Camille") == step
    if isinstance(step, Send):
        assert read_step(spoken_line(step.speaker, f"< {step.path}", "Camille"), "Camille") == step
