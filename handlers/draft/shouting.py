"""Where a text shouts: runs of words in capitals that are neither acronyms nor a short notice.

Used by the tone's markers and style. "TVA, RGE, SEO" and "NE JAMAIS mélanger" do not shout; "ARRÊTEZ DE TAPER" does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handlers.draft.fold import Folded

# Small words that only stand in capitals when a whole phrase does: they tell a shout from a list of acronyms.
_SMALL_TEXT = """
a about ai all am an and any are as assez at au aucun aux be but by c'est ca can ce ces dans de des did do does
done dont du elle en est et etes ever every fait feet font for free from get go had has have he her here him his
honte how if il ils in is it its j'ai jamais je just keep la le les leur like ma mais many marre me mes moi mon
more much my ne never no non nos not nous now of off on one only ont or ou oui our out over par pas people
please plus pour quand que qui quoi rien sa se ses she should si sick so son sont stop sur ta tes that the their
them there these they this those to toi ton too toujours tous tout toute trop tu un une up us vos votre vous
want was way we what when who why will with wont work y you your
"""
_SMALL = frozenset(_SMALL_TEXT.split())

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")

_LEAST_WORDS, _LEAST_LETTERS = 3, 9
_PAUSE = 5
"""How many characters that are no letters may stand between two words of a run."""


def is_capital(word: str) -> bool:
    """Whether a word is written in capitals: two letters or more, or one that can stand alone (A, I, Y, À)."""
    return word.isupper() and (sum(char.isalpha() for char in word) > 1 or word in "AIYÀÔO")


def shouted(folded: Folded) -> tuple[tuple[int, int], ...]:
    """The spans, in the plain form, of the runs of capitals that shout."""
    found = []
    for run in _runs(folded):
        end = run[-1][1]
        loud = "!" in folded.plain[end : end + 2]
        if _shouts([folded.plain[first:last] for first, last in run], loud=loud):
            found.append((run[0][0], end))
    return tuple(found)


def _runs(folded: Folded) -> Iterator[list[tuple[int, int]]]:
    """The runs of neighbouring words in capitals, as spans of the plain form."""
    run: list[tuple[int, int]] = []
    for match in _WORD.finditer(folded.plain):
        capital = _is_shown_capital(folded, *match.span())
        if run and not (capital and _near(folded.plain[run[-1][1] : match.start()])):
            yield run
            run = []
        if capital:
            run.append(match.span())
    yield from [run] if run else []


def _near(gap: str) -> bool:
    """Whether two words with this between them are neighbours."""
    return len(gap) <= _PAUSE and "\n\n" not in gap


def _is_shown_capital(folded: Folded, start: int, end: int) -> bool:
    first, last = folded.span(start, end)
    return is_capital(folded.text[first:last])


def _shouts(words: list[str], *, loud: bool) -> bool:
    """Whether a run is a shout: long words or small ones stand in it, and it is long enough, or shorter and loud."""
    telling = sum(len(word) > 5 or word in _SMALL or "'" in word for word in words)
    if telling * 2 < len(words) or sum(map(len, words)) < _LEAST_LETTERS - 2 * loud:
        return False
    return len(words) >= _LEAST_WORDS - loud
