"""What holds the grammar together, and what it must not cost."""

import subprocess
import sys

import pytest

import bot.times.rulebook  # noqa: F401 - registers the rules
from bot.times import Language
from bot.times.grammar import RULES, Budget, TooLongError
from bot.times.lexicon import lexicon_of
from bot.times.names import MONTHS, WEEKDAYS
from bot.times.tokens import nearest, one_slip, tokenise

HEAVY = ("dateparser", "dateutil", "holidays", "text_to_num")


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = f"import sys, bot.times; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_mark_of_a_lexicon_has_the_name_of_a_rule(language: Language) -> None:
    # A rule "within -> within <span>" would look for itself first, and never be found.
    marks = {
        entry.category for group in lexicon_of(language).entries.values() for entry in group if entry.value is None
    }
    assert not marks & set(RULES)


def test_every_word_of_a_pattern_is_a_rule_a_sign_or_in_a_lexicon() -> None:
    known = set(RULES) | {"number"}
    for language in ("fr", "en"):
        entries = lexicon_of(language).entries.values()
        known |= {entry.category for group in entries for entry in group}
    used = {
        name.partition(":")[2] or name
        for patterns in RULES.values()
        for pattern, _ in patterns
        for word in pattern.split()
        for name in (word.removesuffix("?") if len(word) > 1 else word).strip("<>").split("|")
    }
    assert {name for name in used - known if name.isalpha()} == set()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_names_that_are_written_are_names_that_are_read(language: Language) -> None:
    entries = lexicon_of(language).entries
    for place, name in enumerate(WEEKDAYS[language]):
        assert entries[tokenise(name)[0].text][0].value == place
    for place, name in enumerate(MONTHS[language], start=1):
        assert place in [entry.value for entry in entries[tokenise(name)[0].text]]


def test_a_budget_that_is_spent_says_so() -> None:
    budget = Budget(1)
    budget.spend()
    with pytest.raises(TooLongError):
        budget.spend()


@pytest.mark.parametrize(
    ("word", "name", "is_slip"),
    [
        ("jeuid", "jeudi", True),
        ("jeud", "jeudi", True),
        ("jeudii", "jeudi", True),
        ("jeuda", "jeudi", True),
        ("jeudi", "jeudi", False),
        ("judei", "jeudi", False),
        ("je", "jeudi", False),
    ],
)
def test_a_slip_is_one_letter_wrong_missing_added_or_two_swapped(word: str, name: str, is_slip: bool) -> None:
    assert one_slip(word, name) is is_slip


def test_a_word_that_is_honest_short_or_between_two_names_is_left_alone() -> None:
    names = frozenset(("mardi", "march", "lundi", "landi"))
    assert nearest("mari", names) is None
    assert nearest("mad", names) is None
    assert nearest("lindi", names) is None or nearest("lindi", frozenset(("lundi", "landi"))) is None
    assert nearest("mrdi", names) == "mardi"


def test_tokens_know_their_place_and_plain_text() -> None:
    text = "Aujourd’hui, 9h30 — Août"
    tokens = tokenise(text)
    assert [token.text for token in tokens] == ["aujourd", "hui", ",", "9", "h", "30", "-", "aout"]
    assert all(text[token.start : token.end] for token in tokens)
