"""Text to tokens that remember where they stood; used by `reading` on phrases and by `lexicon` on its own tables."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
# Words that are one letter away from a weekday or a month, and are not a slip of the finger.
_HONEST_WORDS = frozenset(("arch", "hardi", "larch", "marc", "mari", "marsh", "match", "merci", "starch", "sundae"))
_SHORTEST_CORRECTED = 5


@dataclass(frozen=True, slots=True)
class Token:
    """One word (lower case, no accents), number or sign, and its place in the original text."""

    text: str
    start: int
    end: int
    soft: bool = False  # may be stepped over: a comma, the hyphen of "après-midi", the dot of "janv."

    @property
    def is_number(self) -> bool:
        """Whether the token is written in digits."""
        return self.text.isdecimal()

    @property
    def is_word(self) -> bool:
        """Whether the token is made of letters."""
        return self.text[0].isalpha()


def plain(word: str) -> str:
    """Returns the word in lower case, without accents, ligatures opened."""
    if word.isascii():
        return word.lower()
    opened = word.lower().replace("œ", "oe").replace("æ", "ae")
    letters = (c for c in unicodedata.normalize("NFD", opened) if not unicodedata.combining(c))
    return "".join(letters)


def tokenise(text: str) -> tuple[Token, ...]:
    """Returns the tokens of a text, in order; apostrophes only where they follow a digit (2' is two minutes)."""
    matches = list(_TOKEN.finditer(text.translate(_SAME_LENGTH)))
    tokens = []
    for index, match in enumerate(matches):
        before = matches[index - 1] if index else None
        after = matches[index + 1] if index + 1 < len(matches) else None
        token = _token(match, before, after)
        if token is not None:
            tokens.append(token)
    return tuple(tokens)


# Typographic signs become their plain ASCII form, one character for one so that offsets hold.
_SAME_LENGTH = {ord(a): b for a, b in zip("’‘ʼ“”–—‐‑~−", "'''\"\"------", strict=True)}


def _token(match: re.Match[str], before: re.Match[str] | None, after: re.Match[str] | None) -> Token | None:
    sign = match.group()
    if sign[0].isalnum():
        return Token(plain(sign), match.start(), match.end())
    left = _neighbour(before, match.start(), at_end=True)
    right = _neighbour(after, match.end(), at_end=False)
    if sign == "'" and not left.isdigit():
        return None
    return Token(sign, match.start(), match.end(), soft=_is_soft(sign, left, right, before))


def _neighbour(match: re.Match[str] | None, place: int, *, at_end: bool) -> str:
    """Returns the character that touches a sign, or nothing."""
    if match is None or (match.end() if at_end else match.start()) != place:
        return ""
    return match.group()[-1 if at_end else 0]


def _is_soft(sign: str, left: str, right: str, before: re.Match[str] | None) -> bool:
    if sign in "()":
        return True
    if sign == ",":
        return not (left.isdigit() and right.isdigit())
    if sign == "-":
        return bool(left and right) and (left.isalpha() or right.isalpha())
    if sign == ".":
        # "janv." and "p.m." are abbreviations, "demain." ends a sentence, "16. Nov" is a day.
        return (left.isalpha() and before is not None and len(before.group()) <= 4) or left.isdigit() > right.isdigit()
    return sign == "/" and left.isalpha() != right.isalpha()


@lru_cache(maxsize=4096)
def nearest(word: str, names: frozenset[str]) -> str | None:
    """Returns the one name that is a single slip away from the word (a letter wrong, missing, added or swapped).

    Nothing for short words, honest words, and words that stand between two names.
    """
    if word in _HONEST_WORDS or len(word) < _SHORTEST_CORRECTED - 1:
        return None
    close = {name for name in names if _may_be_close(word, name) and one_slip(word, name)}
    return close.pop() if len(close) == 1 else None


def _may_be_close(word: str, name: str) -> bool:
    """Returns whether a slip is possible: it cannot touch both the first letter and the last."""
    return len(name) >= _SHORTEST_CORRECTED and (word[0] == name[0] or word[-1] == name[-1])


def one_slip(a: str, b: str) -> bool:
    """Returns whether one insertion, deletion, substitution or swap of neighbours turns `a` into `b`."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) != len(b):
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return longer[i + 1 :] == shorter[i:]
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])


@lru_cache(maxsize=1024)
def words_of(phrase: str) -> tuple[str, ...]:
    """Returns the plain words of a table's phrase: "aujourd'hui" is ("aujourd", "hui")."""
    return tuple(token.text for token in tokenise(phrase) if not token.soft)
