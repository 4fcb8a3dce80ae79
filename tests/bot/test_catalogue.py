"""The sentences of both languages and the code that says them fit each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Term, VariableReference
from fluent.syntax.visitor import Visitor

import bot
import handlers
from bot.catalogue import NO_BREAK, say_in
from bot.messages import LANGUAGES

PACKAGES = [Path(package.__file__ or "").parent for package in (bot, handlers)]
WORDS = PACKAGES[0] / "words"


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.names.add(node.id.name)


def entries(language: str) -> list[Message]:
    texts = [file.read_text(encoding="utf-8") for file in sorted((WORDS / language).glob("*.ftl"))]
    found = [entry for text in texts for entry in FluentParser().parse(text).body]
    assert not [entry for entry in found if isinstance(entry, Junk | Term)]
    return [entry for entry in found if isinstance(entry, Message)]


def variables(language: str) -> dict[str, set[str]]:
    found = {}
    for entry in entries(language):
        visitor = Variables()
        visitor.visit(entry)
        found[entry.id.name] = visitor.names
    return found


def sources() -> Iterator[ast.AST]:
    for package in PACKAGES:
        for file in package.rglob("*.py"):
            yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def said_in_code() -> dict[str, list[set[str]]]:
    """The keys that the code says directly, with the variables given each time."""
    found: dict[str, list[set[str]]] = {}
    for node in sources():
        match node:
            case ast.Call(
                func=ast.Name(id="say" | "said") | ast.Attribute(attr="say") | ast.Call(func=ast.Name(id="say_in")),
                args=[ast.Constant(value=str(key))],
                keywords=keywords,
            ):
                found.setdefault(key, []).append({keyword.arg or "" for keyword in keywords})
            case _:
                continue
    return found


def strings_in_code() -> set[str]:
    return {node.value for node in sources() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_both_languages_have_the_same_keys_with_the_same_variables() -> None:
    first, *others = (variables(language) for language in LANGUAGES)
    assert all(other == first for other in others)


def test_no_key_stands_twice_in_a_language() -> None:
    for language in LANGUAGES:
        keys = [entry.id.name for entry in entries(language)]
        assert sorted(keys) == sorted(set(keys))


def test_every_key_is_used() -> None:
    unused = set(variables("fr")) - strings_in_code()
    assert unused == set()


def test_every_key_that_is_said_exists_and_gets_its_variables() -> None:
    known = variables("fr")
    wrong = {key: given for key, calls in said_in_code().items() for given in calls if known.get(key, {"?"}) - given}
    assert wrong == {}


def test_the_code_says_at_least_what_a_day_needs() -> None:
    assert len(said_in_code()) > 80


def test_french_has_no_break_before_its_high_punctuation() -> None:
    say = say_in("fr")
    assert say("start-zone").endswith(f"{NO_BREAK}?")
    assert f"«{NO_BREAK}15 min" in say("help-plain")


@pytest.mark.parametrize("key", ["no-such-key", "interview-step"])
def test_half_a_sentence_is_never_said(key: str) -> None:
    with pytest.raises(LookupError, match=key):
        say_in("fr")(key)


def test_an_unknown_language_gets_the_first() -> None:
    assert say_in("de").language == "fr"
