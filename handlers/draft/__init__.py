"""/draft: reads a text before it is published, for the person's line first, then for its tone and its form.

A flag shows the words, the reason and the answer of the line it rests on, and the text can always be kept as it is.
Nothing is published from here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import timedelta

from bot.messages import Button, Buttons, Field, Form, Message, Refused, Text
from bot.request import Answer, Request, number_in
from handlers.draft.review import Known, Review, review
from handlers.draft.screenshot import COOLING_OFF, COOLING_OFF_KIND, leave, signing_choices, sleep
from handlers.draft.telling import flag_names, tell_review
from handlers.networks import NETWORKS, Network, find_network, head_network, network_named
from storage import Draft, FlagCount

__all__ = [
    "COOLING_OFF",
    "COOLING_OFF_KIND",
    "ask_posts",
    "draft",
    "edit",
    "explained",
    "keep",
    "leave",
    "posts_given",
    "shared",
    "sleep",
    "submitted",
    "wrong",
]

TEXT_LIMIT = 20_000
"""The longest text that is read: no network's posts are longer but Facebook's, and nobody reads those."""

OFFERED = 4
POSTS = 3
POST_LIMIT = 5_000
REASON_LIMIT = 300
RECENT = timedelta(days=60)
"""For how long a text is recent, so that one that repeats it is told."""

OFTEN = 5
REFUSED = 0.4
"""A flag shown five times or more and kept in spite of more often than this is shown less."""


async def draft(request: Request) -> Answer:
    """The review of a text, on the network that its heading names; the questions when there is no text."""
    if not request.text.strip():
        return _form(request)
    headed = head_network(request.text)
    network, text = headed or (None, request.text)
    if not text.strip():
        return _form(request, network)
    return await _reviewed(request, network or await _usual(request), text)


async def shared(request: Request) -> Answer:
    """The review of a text file."""
    try:
        text = request.file.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Refused(request.say("draft-file-wrong", name=request.text))
    if not text.strip() or "\0" in text:
        return Refused(request.say("draft-file-wrong", name=request.text))
    return await _reviewed(request, await _usual(request), text)


def wrong(request: Request) -> dict[str, str]:
    """Why the network named is none."""
    return {} if find_network(request.values["network"]) else {"network": request.say("goal-network-unknown")}


async def submitted(request: Request) -> Answer:
    """The review of the form's text, beside the draft that it reworks where the form was about one."""
    named = find_network(request.values["network"])
    network = named[0] if named else await _usual(request)
    previous = await request.store.draft(request.person.id, number_in(request.about))
    return await _reviewed(request, network, request.values["text"], previous)


async def edit(request: Request) -> Answer:
    """The questions with the text that was reviewed, to write it anew."""
    known = await request.store.draft(request.person.id, request.number)
    if known is None:
        return _form(request)
    return _form(request, network_named(known.network), known)


async def keep(request: Request) -> Answer:
    """The text kept as it is and not flagged again under this line, and the question of why."""
    kept = await request.store.keep_draft(request.person.id, request.number, now=request.now)
    if kept is None:
        return Text(request.say("draft-gone"))
    reason = Field("reason", request.say("draft-ask-reason"), optional=True, limit=REASON_LIMIT)
    form = Form("draft-reason", request.say("draft-reason-title"), (reason,), about=str(kept.id))
    return (Text(request.say("draft-kept")), form)


async def explained(request: Request) -> Answer:
    """The reason why a text was kept, kept with it."""
    reason = request.values["reason"].strip()
    if reason:
        await request.store.explain_draft(request.person.id, number_in(request.about), reason)
    return Text(request.say("call-noted" if reason else "call-not-noted"))


async def ask_posts(request: Request) -> Answer:
    """The question of three posts that the person stands by, which make the review more exact."""
    fields = tuple(
        Field(f"post{number}", request.say("draft-ask-post", number=number), optional=number > 1, limit=POST_LIMIT)
        for number in range(1, POSTS + 1)
    )
    return Form("posts", request.say("draft-posts-title"), fields)


async def posts_given(request: Request) -> Answer:
    """The posts kept for the reviews to come."""
    texts = [text for text in map(str.strip, request.values.values()) if text]
    await request.store.add_posts(request.person.id, texts, key=request.key, now=request.now)
    return Text(request.say("draft-posts-kept", count=len(texts)))


async def _reviewed(request: Request, network: Network, text: str, previous: Draft | None = None) -> Answer:
    """The review of a text told, and kept so that the text can be reworked and compared."""
    text = text.strip()
    if len(text) > TEXT_LIMIT:
        return Refused(request.say("draft-too-long", limit=TEXT_LIMIT, length=len(text)))
    line = await request.store.current_line(request.person.id)
    line_id = line.id if line else None
    if await request.store.was_kept(request.person.id, line_id, text):
        return Text(request.say("draft-kept-before"))
    known = await _known(request, line.expertise if line else "", line.messages if line else "", previous)
    found = await asyncio.to_thread(review, text, network, known, request.language)
    added = await request.store.add_draft(
        request.person.id,
        line_id=line_id,
        network=network.key,
        text=text,
        key=request.key,
        now=request.now,
        flags=found.flags,
        previous_id=previous.id if previous else None,
    )
    return await _answer(request, added, found, previous)


async def _known(request: Request, expertise: str, messages: str, previous: Draft | None) -> Known:
    """What the review is told of the person. What is being reworked is no repetition."""
    store, person = request.store, request.person
    book = await store.clients(person.id)
    drafts = await store.recent_drafts(person.id, request.now - RECENT)
    posts = await store.posts(person.id, POSTS)
    return Known(
        expertise=expertise,
        messages=messages,
        posts=posts,
        clients=tuple(name for known in book for name in (known.name, known.firm) if name),
        recent=(*posts, *(draft.text for draft in drafts if previous is None and draft.kept_at)),
        kept=sum(draft.kept_at is not None for draft in drafts if draft.flags) - _reworked(drafts),
    )


def _reworked(drafts: tuple[Draft, ...]) -> int:
    """How many flagged drafts were reworked: flags that the person agreed with."""
    flagged = {draft.id for draft in drafts if draft.flags}
    return sum(draft.previous_id in flagged for draft in drafts)


async def _answer(request: Request, known: Draft, found: Review, previous: Draft | None) -> Message:
    """The review told, with the ways on: the screenshot test on a doubtful text, else rework or keep."""
    counts = await request.store.flag_counts(request.person.id)
    text = tell_review(request.say, found, quiet=_quiet(counts), compared=_compared(request, found, previous))
    if found.doubtful:
        return Buttons(f"{text}\n{request.say('draft-screenshot')}", signing_choices(request, known))
    choices = [Button(request.say("draft-edit"), f"draft edit {known.id}")]
    if found.flags:
        choices.append(Button(request.say("draft-keep"), f"draft keep {known.id}"))
    if not found.expertise:
        choices.append(Button(request.say("next-line-button"), "/line"))
    return Buttons(text, tuple(choices))


def _compared(request: Request, found: Review, previous: Draft | None) -> str:
    """What got better since the previous version and what remains, "" for a first one."""
    if previous is None or not (previous.flags | found.flags):
        return ""
    better, left = previous.flags - found.flags, previous.flags & found.flags
    told = [request.say("draft-better", flags=flag_names(request.say, better))] if better else []
    told += [request.say("draft-remains", flags=flag_names(request.say, left))] if left else []
    return " ".join(told)


def _quiet(counts: Mapping[str, FlagCount]) -> frozenset[str]:
    """The flags that the person refused too often to be shown each time."""
    return frozenset(
        name for name, count in counts.items() if count.shown >= OFTEN and count.kept > REFUSED * count.shown
    )


def _form(request: Request, network: Network | None = None, known: Draft | None = None) -> Form:
    """The two questions of a review, with what stands there."""
    networks = tuple(network.name for network in NETWORKS[:OFFERED])
    fields = (
        Field("network", request.say("draft-ask-network"), network.name if network else "", networks, limit=40),
        Field("text", request.say("draft-ask-text"), known.text if known else "", limit=TEXT_LIMIT),
    )
    about = str(known.id) if known else ""
    return Form("draft", request.say("draft-title"), fields, about, ("text",) if network else ())


async def _usual(request: Request) -> Network:
    """The network of the last draft, LinkedIn where there is none."""
    last = await request.store.last_draft(request.person.id)
    return network_named(last.network) if last else NETWORKS[0]
