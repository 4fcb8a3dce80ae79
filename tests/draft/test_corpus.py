"""The corpus is what its README says, and the words of a draft alone don't make its label sure."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[1] / "corpus/profiles.jsonl"

FOLDS = 5
MOST_RIGHT = 0.75

Profiles = list[dict[str, Any]]


@pytest.fixture(scope="module")
def profiles() -> Profiles:
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def bag(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+|[^\w\s]", text.lower()))


def right(profiles: Profiles) -> float:
    """The share of drafts that logistic regression on their words labels right, each profile left out in turn with
    its fold.
    """
    numpy = pytest.importorskip("numpy")
    drafts = [(at, bag(draft["text"]), draft["label"]) for at, one in enumerate(profiles) for draft in one["drafts"]]
    counts = Counter(word for _, words, _ in drafts for word in words)
    places = {word: place for place, word in enumerate(sorted(word for word in counts if counts[word] > 2))}
    rows = numpy.zeros((len(drafts), len(places)), "f4")
    for row, (_, words, _) in zip(rows, drafts, strict=True):
        row[[places[word] for word in words if word in places]] = 1
    rows /= numpy.linalg.norm(rows, axis=1, keepdims=True).clip(1)
    fold = numpy.array([at % FOLDS for at, _, _ in drafts])
    labels = numpy.array([1.0 if label == "out" else -1.0 for _, _, label in drafts])
    guesses = numpy.zeros(len(drafts))
    for one in range(FOLDS):
        seen = rows[fold != one]
        # Ridge regression on the words, by the drafts' products with each other.
        dual = numpy.linalg.solve(seen @ seen.T + numpy.eye(len(seen)), labels[fold != one])
        guesses[fold == one] = rows[fold == one] @ (seen.T @ dual)
    return float(((guesses > 0) == (labels > 0)).mean())


def test_the_words_of_a_draft_alone_are_wrong_more_often_than_once_in_four(profiles: Profiles) -> None:
    assert right(profiles) < MOST_RIGHT


def test_there_are_eighty_profiles_and_sixteen_drafts_each_half_of_them_in(profiles: Profiles) -> None:
    assert len(profiles) >= 80
    for profile in profiles:
        labels = Counter(draft["label"] for draft in profile["drafts"])
        assert labels["in"] + labels["out"] >= 16
        assert abs(labels["in"] - labels["out"]) <= 2


def test_a_writer_of_the_test_split_is_in_no_other(profiles: Profiles) -> None:
    tested = {profile["writer"] for profile in profiles if profile["split"] == "test"}
    assert tested
    assert not tested & {profile["writer"] for profile in profiles if profile["split"] != "test"}


def test_both_languages_and_drafts_across_them_are_there(profiles: Profiles) -> None:
    french = sum(profile["lang"] == "fr" for profile in profiles)
    drafts = [(profile["lang"], draft["lang"]) for profile in profiles for draft in profile["drafts"]]
    assert 0.4 < french / len(profiles) < 0.6
    assert sum(own != lang for own, lang in drafts) >= len(drafts) / 5


def test_each_profile_and_each_text_stands_once(profiles: Profiles) -> None:
    assert len({profile["id"] for profile in profiles}) == len(profiles)
    texts = [draft["text"] for profile in profiles for draft in profile["drafts"]]
    assert len(set(texts)) == len(texts)
