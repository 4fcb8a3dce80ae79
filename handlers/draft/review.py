"""What a review finds in a text: its place in the line, its tone, its form, and what the person's own book tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.messages import Language
from handlers.draft.form import Finding, check_form
from handlers.draft.own import names_in, near_duplicate
from handlers.draft.playbook import playbook
from handlers.draft.scope import Scope, Stated, is_readable, review_scope
from handlers.draft.tone import Tone, review_tone
from handlers.networks import Network


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the person: the line's expertise and messages ("" without a line), the posts they stand by, the
    names of their clients, the texts of late, and how many drafts they kept in spite of a flag, less those reworked.
    """

    expertise: str = ""
    messages: str = ""
    posts: tuple[str, ...] = ()
    clients: Iterable[str] = ()
    recent: Iterable[str] = ()
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in a text. `scope` is None where it can't be judged: no line (`expertise` is ""), no model, too
    few words, or not `readable`, in a language that the review does not read. `names` are clients named in it,
    `repeats` an earlier text that it says again.
    """

    network: Network
    expertise: str
    scope: Scope | None
    tone: Tone
    form: tuple[Finding, ...]
    readable: bool = True
    names: tuple[str, ...] = ()
    repeats: str | None = None

    @property
    def strays(self) -> bool:
        """Whether the text is on the edge of the line or outside it."""
        return self.scope is not None and self.scope.verdict != "inside"

    @property
    def smells_of_cafe(self) -> bool:
        """Whether the tone is that of the café du commerce."""
        return self.tone.flagged

    @property
    def flags(self) -> frozenset[str]:
        """The names of what is flagged: the verdict, the labels of the tone, the findings that are not mere news."""
        scope = {self.scope.verdict} if self.scope and self.strays else set()
        tone = {marker.label for marker in self.tone.markers} | {"cafe"} if self.smells_of_cafe else set()
        return frozenset(scope | tone | {finding.kind for finding in self.form if finding.level != "info"})

    @property
    def doubtful(self) -> bool:
        """Whether it is worth asking if the person would sign it tomorrow."""
        return self.smells_of_cafe or (self.scope is not None and self.scope.verdict == "outside")


def review(text: str, network: Network, known: Known, language: Language) -> Review:
    """The review of a text on a network. Synchronous, some 60 ms with the model loaded: call it off the event loop."""
    line = Stated(known.expertise, known.messages)
    readable = is_readable(text)
    return Review(
        network=network,
        expertise=known.expertise,
        scope=review_scope(line, text, known.posts, known.kept, language) if known.expertise else None,
        tone=review_tone(text) if readable else Tone(0, complete=False),
        form=check_form(text, network.key, playbook()),
        readable=readable,
        names=names_in(text, known.clients),
        repeats=near_duplicate(text, known.recent),
    )
