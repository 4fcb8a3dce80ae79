from __future__ import annotations

from datetime import timedelta

import pytest

from bot.messages import Button, Image, RetryLaterError, shorten


@pytest.mark.parametrize("action", ["", "é" * 33, "x" * 65])
def test_a_button_that_no_platform_could_carry_is_refused(action: str) -> None:
    with pytest.raises(ValueError, match="1 to 64 bytes"):
        Button("label", action)


def test_a_button_of_64_bytes_is_carried() -> None:
    assert Button("label", "é" * 32).action == "é" * 32


def test_a_picture_without_words_for_those_who_cant_see_it_is_refused() -> None:
    with pytest.raises(ValueError, match="alternative text"):
        Image("week.png", b"", " ")


def test_a_retry_says_its_delay() -> None:
    assert str(RetryLaterError(timedelta(seconds=1.5))) == "retry in 1.5 s"


@pytest.mark.parametrize(("text", "short"), [("abcd", "abcd"), ("abcde", "abc…"), ("ab  de", "ab…"), ("", "")])
def test_a_long_text_is_cut_and_says_so(text: str, short: str) -> None:
    assert shorten(text, 4) == short
