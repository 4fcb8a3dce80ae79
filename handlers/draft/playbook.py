"""What is known of length, fold and hashtags on each network: figures with their year, their grade and their source.

The form check rests each of its findings on one row, so that the person sees what an advice is worth. The rows are
data (`playbook.toml`), written anew from the two articles and from what was found since.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Topic = Literal["length", "fold", "hashtags", "sentence"]

Level = Literal["limit", "advice", "info"]
"""What a row may do: a limit is enforced by the network, advice has evidence, info is contested or too old to be
advice."""

Grade = Literal["official", "reported", "recent", "old", "contested"]
"""What the evidence is worth: the network says so; others say that it does; a study of the last years; an older
study; studies that disagree."""

Counting = Literal["code_points", "utf16", "x", "threads"]
"""How the network counts characters."""

ANY = "*"
"""The network of a row that holds wherever no row of the network's own does."""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact of the playbook. `low` and `high` are the figures it states (characters, hashtags or words), `article`
    those of the article of 2013; `by` says who measured or who says so, `year` when; `fr` and `en` tell the evidence.
    """

    key: str
    network: str
    topic: Topic
    level: Level
    high: int
    by: str
    year: int
    grade: Grade
    source: str
    fr: str
    en: str
    low: int = 0
    article: tuple[int, ...] = ()
    counting: Counting = "code_points"


@dataclass(frozen=True, slots=True)
class Playbook:
    """The rows, each key once."""

    rows: tuple[Row, ...]

    def limit(self, network: str, topic: Topic) -> Row | None:
        """What the network enforces; None when nothing is known. A limit holds on its own network only."""
        return next((row for row in self._on(network, topic) if row.level == "limit"), None)

    def hint(self, network: str, topic: Topic) -> Row | None:
        """What is advised or observed: the network's own row, else the one for any network."""
        rows = (*self._on(network, topic), *self._on(ANY, topic))
        return next((row for row in rows if row.level != "limit"), None)

    def _on(self, network: str, topic: Topic) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.network == network and row.topic == topic)


@cache
def playbook() -> Playbook:
    """The playbook that ships with the assistant, read on first use."""
    text = files(__package__).joinpath("playbook.toml").read_text(encoding="utf-8")
    return read_playbook(text)


def read_playbook(text: str) -> Playbook:
    """The playbook a TOML text states; raises TypeError when a row lacks a field or has one too many."""
    return Playbook(tuple(_row(table) for table in tomllib.loads(text)["row"]))


def _row(table: dict[str, Any]) -> Row:
    return Row(**{**table, "article": tuple(table.get("article", ()))})
