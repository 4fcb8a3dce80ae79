"""What stands in a draft: links, mentions, hashtags, emoji, words. The form check counts them, the scope reads on."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handlers.draft.playbook import Counting

# X shortens any link to 23 characters, with or without "https://"; bare domains of the usual ends are enough here.
_LINK = re.compile(
    r"https?://[^\s<>\"«»]+|(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}"
    r"(?:com|org|net|fr|eu|be|ch|ca|uk|io|co|info|biz|app|shop|pro|paris|bzh)\b(?:/[^\s<>\"«»]*)?",
    re.IGNORECASE,
)
_MENTION = re.compile(r"(?<![\w@])@[\w.-]*\w")

# Instagram and LinkedIn read "#a#b" as two tags; "C#", "##" and "#1" are none.
_WORD = r"[\w\u0300-\u036f]"
_TAG_RUN = re.compile(rf"(?<![\w&/#＃])(?:[#＃]{_WORD}+)+")
_TAG = re.compile(rf"[#＃]({_WORD}*[^\W\d_]{_WORD}*)")
_HUMP = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-ZÀ-ÖØ-Þ])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])|_")

_PICTURE = (
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3|[\u00a9\u00ae]\ufe0f|"
    "[\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*)"
)
_EMOJI = re.compile(f"{_PICTURE}(?:\u200d{_PICTURE})*")

_CANDIDATE = re.compile(r"(?<![\w-])[^\W\d_]{4,30}(?:-[^\W\d_]{1,30})?(?![\w-])")

# Words of four letters and more that say nothing of a subject: shown as the reason of a verdict they would puzzle.
_TOOL_TEXT = """
about above after again ainsi almost alors already also always another anybody anyone anything après aucun aucune
aussi autant autre autres avaient avait avant avec avez avoir avons back beaucoup because been before being below
better between bien both came cela celle celles celui cent cependant certains ceux chaque chez come comme comment
contre could dans depuis dernier deux dire does doing done dont down during each either elle elles encore enfin
enough ensuite entre even ever every everyone everything faire fait faut first five font four from furent gave give
goes going good grâce have here hers hier himself into itself jamais jusque just juste last least less leur leurs
like lorsque made mais make many maybe mieux might mille moins more most much must myself même mêmes never next
nobody none nothing notre nous often once only other others ours over parce parfois pendant personne peut peuvent
plus plusieurs pour pourquoi pourtant premier première presque puis puisque quand quatre quel quelle quelles quelque
quelques quels quite quoi rather really rien said same sans says second seem sera seront seulement several shall
should since sinon soit some someone something sometimes sommes sont soon sous souvent still such suis tant tard
than that their them then there these they thing things this those though three through today together tomorrow took
tous tout toute toutes trois trop très under until upon very voilà votre vous vraiment want wants well went were
what when where whether which while whole whom whose will with within without would yesterday your yours yourself
étaient était étions être
"""
_TOOL_WORDS = frozenset(_TOOL_TEXT.split())

# Code points that X counts once, as starts and ends; all others count twice. Source: "Counting characters",
# https://docs.x.com/resources/fundamentals/counting-characters (the configuration v3 of its twitter-text library).
_X_ONCE = (0x0, 0x1100, 0x2000, 0x200E, 0x2010, 0x2020, 0x2032, 0x2038)
_X_LINK, _X_EMOJI = 23, 2


def count_characters(text: str, counting: Counting) -> int:
    """How many characters a network counts in a text.

    X publishes its rule (links 23, emoji 2, most scripts but the Latin ones 2 a character), Threads too (emoji count
    their UTF-8 bytes: https://developers.facebook.com/documentation/threads/posts). The others publish none: UTF-16
    units, in which an emoji is 2 or more, are the careful count (of the usual ones only bytes are more).
    """
    match counting:
        case "code_points":
            return len(text)
        case "utf16":
            return len(text) + sum(char > "\uffff" for char in text)
        case "threads":
            return len(text) + sum(_bytes_over(emoji) for emoji in _EMOJI.findall(text))
        case "x":
            return _count_on_x(unicodedata.normalize("NFC", text))


def _bytes_over(emoji: str) -> int:
    return len(emoji.encode()) - len(emoji)


def _count_on_x(text: str) -> int:
    text, links = _LINK.subn("", text)
    text, emoji = _EMOJI.subn("", text)
    # An odd place in the table lies inside a range.
    weights = (2 - bisect_right(_X_ONCE, ord(char)) % 2 for char in text)
    return links * _X_LINK + emoji * _X_EMOJI + sum(weights)


def hashtags(text: str) -> tuple[str, ...]:
    """The hashtags of a text as written, without "#", in order, each as often as it stands there. One has a letter
    at least, and none stands in a link.
    """
    text = _LINK.sub(" ", unicodedata.normalize("NFC", text))
    return tuple(tag for run in _TAG_RUN.findall(text) for tag in _TAG.findall(run))


def clean(text: str) -> str:
    """The words of a text and their punctuation: without links, mentions, emoji and controls; hashtags opened
    ("#VenteB2B" reads "Vente B2B"), letters of fancy alphabets made plain.
    """
    text = _MENTION.sub(" ", _LINK.sub(" ", unicodedata.normalize("NFKC", text)))
    text = _TAG_RUN.sub(_opened, _EMOJI.sub(" ", text))
    return " ".join("".join(char if _is_read(char) else " " for char in text).split())


def _opened(tags: re.Match[str]) -> str:
    return _HUMP.sub(" ", tags[0].replace("#", " "))


def _is_read(char: str) -> bool:
    """Whether a character is a letter, a digit, a sign of writing or currency, not a picture or a control."""
    return unicodedata.category(char) not in {"So", "Sk", "Cc", "Cf", "Cs", "Co", "Cn"}


def clauses(text: str) -> tuple[str, ...]:
    """The parts of a text between commas, colons and ends of sentence, in its own words."""
    parts = (part.strip(" \t-–—•*·«»\"“”'’()") for part in re.split(r"[.,;:!?]+(?=\s|\Z)|\n", text))
    return tuple(part for part in parts if sum(char.isalpha() for char in part) > 1)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a cleaned text, in order, with what ends them."""
    return tuple(part for part in re.split(r"(?<=[.!?…])\s+", text.strip()) if part)


def words(text: str) -> tuple[str, ...]:
    """The words of a cleaned text that may carry a meaning (4 to 30 letters, no tool words), each once, as first
    written.
    """
    first: dict[str, str] = {}
    for word in _CANDIDATE.findall(text):
        first.setdefault(word.lower(), word)
    return tuple(word for small, word in first.items() if small not in _TOOL_WORDS)
