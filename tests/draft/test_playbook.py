"""Every figure of the playbook comes with its year, its grade and its source."""

from __future__ import annotations

from typing import get_args

import pytest

from handlers.draft.playbook import ANY, Counting, Grade, Level, Row, Topic, playbook, read_playbook
from handlers.networks import NETWORKS

ROWS = playbook().rows


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_a_row_tells_its_figure_its_year_its_grade_and_its_source(row: Row) -> None:
    assert row.high > row.low >= 0
    assert 2009 <= row.year <= 2026
    assert row.source.startswith("http")
    assert row.by.strip()
    assert row.fr.strip()
    assert row.en.strip()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_a_row_uses_only_words_that_the_code_knows(row: Row) -> None:
    assert row.topic in get_args(Topic)
    assert row.level in get_args(Level)
    assert row.grade in get_args(Grade)
    assert row.counting in get_args(Counting)
    assert row.network in {ANY, *(network.key for network in NETWORKS)}


def test_contested_advice_is_never_more_than_information() -> None:
    assert {row.level for row in ROWS if row.grade == "contested"} == {"info"}


def test_a_limit_rests_on_what_the_network_says() -> None:
    assert {row.grade for row in ROWS if row.level == "limit"} <= {"official", "reported"}


def test_each_key_stands_once() -> None:
    keys = [row.key for row in ROWS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("network", "limit", "hint"),
    [
        ("linkedin", 3000, 1200),
        ("facebook", 63206, 230),
        ("x", 280, 130),
        ("instagram", 2200, None),
        ("threads", 500, None),
        ("other", None, None),
    ],
)
def test_each_network_has_its_own_length(network: str, limit: int | None, hint: int | None) -> None:
    rows = playbook().limit(network, "length"), playbook().hint(network, "length")
    assert tuple(row.high if row else None for row in rows) == (limit, hint)


@pytest.mark.parametrize(
    ("network", "limit", "hint"),
    [("linkedin", None, 3), ("facebook", None, 2), ("x", None, 1), ("instagram", 5, 2), ("threads", 1, 2)],
)
def test_advice_on_hashtags_stays_apart_from_their_limit(network: str, limit: int | None, hint: int) -> None:
    rows = playbook().limit(network, "hashtags"), playbook().hint(network, "hashtags")
    assert tuple(row.high if row else None for row in rows) == (limit, hint)


def test_a_network_without_rows_gets_the_articles_advice_on_hashtags() -> None:
    row = playbook().hint("other", "hashtags")
    assert row is not None
    assert (row.network, row.article, row.year, row.grade) == (ANY, (2,), 2012, "old")


def test_the_playbook_is_read_once() -> None:
    assert playbook() is playbook()


def test_a_row_with_a_field_missing_is_refused() -> None:
    with pytest.raises(TypeError, match="high"):
        read_playbook('[[row]]\nkey = "x.limit"\nnetwork = "x"\ntopic = "length"\nlevel = "limit"')
