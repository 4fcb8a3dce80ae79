"""What a verb is written against: the statements of one transaction, and what their values are.

A backend has two things to offer: a `Transaction`, which runs statements, and a `Database`, which runs a verb in one.
Values are checked by their Python type, in one place for all backends: here a naive instant and a NUL character are
refused, before anything reaches a database.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
V = TypeVar("V", bound="Verbs")

Value: TypeAlias = str | int | date | datetime | timedelta | None
Bound: TypeAlias = str | int | date | datetime | None

BIGGEST = 2**63 - 1
"""The biggest whole number that SQLite and PostgreSQL hold."""


class Row(Protocol):
    """What a statement found, by the names of its columns."""

    def __getitem__(self, column: str, /) -> Any:
        """The value of a column, as the driver reads it: `instant` and `day_or_none` make it one of ours."""
        ...


class Transaction(Protocol):
    """The statements of a verb: what one does, the next one sees, and nobody else before the verb is over.

    Values stand in a statement as `:name`. A statement is a constant of the code, never made of what people write.
    """

    @property
    def skip_locked(self) -> str:
        """What ends a SELECT whose rows the transaction takes for itself, so that it passes over those that another
        is taking; empty where only one transaction writes at a time.
        """
        ...

    async def rows(self, sql: str, **values: Value) -> Sequence[Row]:
        """The rows that a statement finds or, with RETURNING, writes."""
        ...

    async def row(self, sql: str, **values: Value) -> Row | None:
        """The first of the rows, if any."""
        ...

    async def run(self, sql: str, **values: Value) -> int:
        """The number of rows that a statement without RETURNING wrote."""
        ...


Step: TypeAlias = Callable[[Transaction], Coroutine[Any, Any, R]]


class Database(Protocol):
    """What runs transactions."""

    async def read(self, step: Step[R]) -> R:
        """What `step` returns; all that it reads is of one moment."""
        ...

    async def write(self, step: Step[R]) -> R:
        """What `step` returns, run in one transaction: committed when it returns, undone when it raises. It may be
        run again from its beginning, undone each time but the last.
        """
        ...


class Verbs:
    """What the groups of verbs share."""

    def __init__(self, database: Database) -> None:
        self.database = database


def reads(
    verb: Callable[Concatenate[V, Transaction, P], Coroutine[Any, Any, R]],
) -> Callable[Concatenate[V, P], Coroutine[Any, Any, R]]:
    """The verb, given a transaction that only reads."""

    @wraps(verb)
    async def run(self: V, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return await self.database.read(lambda tx: verb(self, tx, *args, **kwargs))

    return run


def writes(
    verb: Callable[Concatenate[V, Transaction, P], Coroutine[Any, Any, R]],
) -> Callable[Concatenate[V, P], Coroutine[Any, Any, R]]:
    """The verb, given a transaction of its own."""

    @wraps(verb)
    async def run(self: V, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return await self.database.write(lambda tx: verb(self, tx, *args, **kwargs))

    return run


# What a value is


def checked(value: Value) -> Bound:
    """The value as every database can hold it: an instant in UTC, a duration in whole seconds.

    Raises ValueError for a naive instant, and for a NUL character. A lone surrogate is refused by the drivers
    themselves, with a UnicodeEncodeError that is a ValueError too.
    """
    match value:
        case datetime():
            return _utc(value)
        case timedelta():
            return value // timedelta(seconds=1)
        case str() if "\0" in value:
            # SQLite would cut the text there in some functions, and PostgreSQL holds none at all.
            raise ValueError(f"a text can't hold the NUL character, got {len(value)} characters with one")
        case int() if not -BIGGEST <= value <= BIGGEST:
            # A forged button may carry any number: like every id that isn't there, this one finds nothing.
            return None
    return value


def _utc(at: datetime) -> datetime:
    if at.utcoffset() is None:
        raise ValueError(f"expected an aware instant, got a naive one: {at.isoformat()}")
    return at.astimezone(UTC)


def instant(column: str | datetime) -> datetime:
    """The instant that a column holds, in UTC: SQLite keeps it as text, PostgreSQL as what it is."""
    return datetime.fromisoformat(column) if isinstance(column, str) else column.astimezone(UTC)


def instant_or_none(column: str | datetime | None) -> datetime | None:
    """The instant that a column holds, in UTC, if any."""
    return None if column is None else instant(column)


def day_or_none(column: str | date | None) -> date | None:
    """The day that a column holds, if any."""
    return date.fromisoformat(column) if isinstance(column, str) else column
