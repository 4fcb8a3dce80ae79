"""What tests of several kinds share: a PostgreSQL, started when the first of them asks for it, and no hurry."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.postgres import Postgres, running

# A busy machine is no bug: examples are neither timed nor refused for being slow.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server of this process."""
    with running() as server:
        yield server


@pytest.fixture
def new_database(postgres: Postgres) -> Iterator[str]:
    """The address of a database with nothing in it yet."""
    with postgres.new_database() as address:
        yield address
