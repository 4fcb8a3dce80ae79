"""The social networks that people name, and how they name them. Goals and drafts read them here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Network:
    """A social network: the key that rows and tables use, the name people see, what else people call it."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()


NETWORKS = (
    Network("linkedin", "LinkedIn", ("linked in", "linked-in", "li")),
    Network("facebook", "Facebook", ("face book", "fb")),
    Network("x", "X", ("x.com", "twitter")),
    Network("instagram", "Instagram", ("insta", "ig")),
    Network("threads", "Threads"),
    Network("tiktok", "TikTok", ("tik tok",)),
    Network("bluesky", "Bluesky", ("blue sky", "bsky")),
    Network("youtube", "YouTube", ("you tube", "yt")),
    Network("whatsapp", "WhatsApp", ("whats app",)),
    Network("google", "Google Business", ("google my business", "fiche google")),
    Network("mastodon", "Mastodon"),
    Network("pinterest", "Pinterest"),
    Network("snapchat", "Snapchat", ("snap",)),
    Network("reddit", "Reddit"),
    Network("xing", "Xing"),
)
"""The networks known by name, the articles' own first. Any other is "other" to the playbook."""

_BY_ALIAS = {alias: network for network in NETWORKS for alias in (network.name.lower(), network.key, *network.aliases)}

# "x" and "li" are words or signs of their own: they count only after a preposition, or when nothing else is said.
_BARE = ("x", "li")

_LEADS = r"(?:sur|on|via|(?:i\s+)?open|(?:j\s?['’]\s?)?ouvr(?:e|ir))"
_ENDS = r"(?![\w'’]|[-.]\w)"


def _any_of(aliases: list[str]) -> str:
    """The longest first, so that "x.com" is not read as "x"."""
    return "|".join(re.escape(alias) for alias in sorted(aliases, key=len, reverse=True))


_ANY = _any_of(list(_BY_ALIAS))
_PLAIN = _any_of([alias for alias in _BY_ALIAS if alias not in _BARE])

_LED = re.compile(rf"(?<!\w){_LEADS}\s+(?P<name>{_ANY}){_ENDS}")
_NAMED = re.compile(rf"(?<!\w)(?P<name>{_PLAIN}){_ENDS}")
_ALONE = re.compile(rf"\W*(?P<name>{_ANY})\W*\Z")
_HEADED = re.compile(rf"\s*(?:(?:sur|on|pour|for)\s+)?(?P<name>{_ANY})(?:[ \t]*[:：—–\n]\s*|\s*\Z)")
_STARTED = re.compile(rf"\s*(?P<name>{_PLAIN}|x)[ \t]+(?=\S)")


def find_network(text: str) -> tuple[Network, str] | None:
    """The network a message names, with the rest of the message; None when it names none.

    A name after "sur", "on" or "open" wins over a bare one, then the first. The rest has neither the name nor
    the word before it: "20 min sur LinkedIn pour répondre" leaves "20 min pour répondre".
    """
    folded, text = _folded(text)
    match = _LED.search(folded) or _NAMED.search(folded) or _ALONE.match(folded)
    if match is None:
        return None
    rest = " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())
    return _BY_ALIAS[match["name"]], rest.strip(" ,;:-–—")


def head_network(text: str) -> tuple[Network, str] | None:
    """The network named as a heading before a text, with that text untouched; None when there is no heading.

    "LinkedIn : mon texte" and "linkedin Mon texte" have one; "LinkedIn a changé mon métier" is itself the text.
    """
    folded, text = _folded(text)
    match = _HEADED.match(folded) or _STARTED.match(folded)
    if match is None or (match.re is _STARTED and text[match.end()].islower()):
        return None
    return _BY_ALIAS[match["name"]], text[match.end() :]


def network_named(key: str) -> Network:
    """The network with this key; for a stranger, one that is called by its key."""
    return next((known for known in NETWORKS if known.key == key), Network(key, key))


def _folded(text: str) -> tuple[str, str]:
    """The text in small letters without accents, and the text it was made from, character for character."""
    text = unicodedata.normalize("NFC", text)
    return "".join(unicodedata.normalize("NFD", char)[0].lower()[0] for char in text), text
