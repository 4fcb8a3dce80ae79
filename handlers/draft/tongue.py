"""Whether a text is in a language that the review reads, for the scope: it says so rather than guess.

Function words tell languages apart in a line or two. Words that two of the languages share are in neither list.
"""

from __future__ import annotations

import re
import unicodedata

_OURS = """
the and of to is are was were you your we our they this that with for from have has had not it my be been will at but
what when who which there their he she his her him out up about just if by as an i me us don how all
le les et du une est sont pas je tu il elle nous vous ils elles ce cette ces qui dans pour avec sur au aux mais ou plus
c d l j qu n s m ai mon ma mes son ses notre votre leur ne se y quand comme tout fait on a chez deux
"""
_OTHERS = {
    "de": "der die das und ist nicht ein eine ich wir ihr sie mit für auf dem den von zu im auch sich wie wenn oder",
    "es": "el los las una y es no del con por para pero como más muy está son nos lo su al mi hay ya cuando todo",
    "it": "il gli che di è non una con per sono della nel alla più ma come anche questo ho abbiamo mi ci lo quando",
    "pt": "o os as um uma e não é com para por mais mas como está são nos seu sua ao já muito quando foi você",
    "nl": "de het een en van is niet met voor op zijn wij ik je dat die maar ook aan bij naar hebben heeft er",
}
_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _LETTERS, _CERTAIN = 0.5, 8, 3


def is_foreign(text: str) -> bool:
    """Whether a cleaned text is surely in neither French nor English: most letters are no Latin ones, or the function
    words of another language are at least three kinds and outnumber ours. False for a text too short to tell.
    """
    letters = [char for char in text[:1000] if char.isalpha()]
    latin = sum(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    if len(letters) >= _LETTERS and latin < _LATIN * len(letters):
        return True
    found = [word.lower() for word in _WORD.findall(text[:3000])]
    ours = sum(word in _OUR_WORDS for word in found)
    return any(_speak(found, only, ours) for only in _OTHER_WORDS)


def _speak(found: list[str], only: frozenset[str], ours: int) -> bool:
    theirs = [word for word in found if word in only]
    return len(set(theirs)) >= _CERTAIN and len(theirs) > 1.5 * ours


_OUR_WORDS = frozenset(_OURS.split())
_OTHER_WORDS = tuple(frozenset(words.split()) - _OUR_WORDS for words in _OTHERS.values())
