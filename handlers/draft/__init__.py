"""/draft: reads a text before it is published, for the person's line first, then for the form of the network.

A flag shows the words, the reason and the answer of the line it rests on, and the text can always be kept as it is.
Nothing is published from here.
"""

from __future__ import annotations

import asyncio

from bot.messages import Button, Buttons, Field, Form, Message, Refused, Text
from bot.request import Answer, Request
from handlers.draft.form import check_form
from handlers.draft.playbook import playbook
from handlers.draft.review import Review, tell_review
from handlers.draft.scope import Scope, Stated, review_scope
from handlers.networks import NETWORKS, Network, find_network, head_network, network_named
from storage import Draft, Line

__all__ = ["draft", "edit", "keep", "shared", "submitted", "wrong"]

TEXT_LIMIT = 20_000
"""The longest text that is read: no network's posts are longer but Facebook's, and nobody reads those."""

OFFERED = 4


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
    """The review of the form's text."""
    named = find_network(request.values["network"])
    return await _reviewed(request, named[0] if named else await _usual(request), request.values["text"])


async def edit(request: Request) -> Answer:
    """The questions with the text that was reviewed, to write it anew."""
    known = await request.store.draft(request.person.id, request.number)
    if known is None:
        return _form(request)
    return _form(request, network_named(known.network), known.text, asked=("text",))


async def keep(request: Request) -> Answer:
    """The text kept as it is; it is not flagged again under this line."""
    kept = await request.store.keep_draft(request.person.id, request.number, now=request.now)
    return Text(request.say("draft-kept" if kept else "draft-gone"))


async def _reviewed(request: Request, network: Network, text: str) -> Answer:
    """The review of a text, kept so that it can be edited and compared."""
    text = text.strip()
    if len(text) > TEXT_LIMIT:
        return Refused(request.say("draft-too-long", limit=TEXT_LIMIT, length=len(text)))
    line = await request.store.current_line(request.person.id)
    kept = await request.store.was_kept(request.person.id, line.id if line else None, text)
    review = Review(
        network=network,
        form=check_form(text, network.key, playbook()),
        scope=None if line is None or kept else await asyncio.to_thread(_scope, line, text),
        kept=kept,
        expertise=line.expertise if line else "",
    )
    added = await request.store.add_draft(
        request.person.id,
        line_id=line.id if line else None,
        network=network.key,
        text=text,
        key=request.key,
        now=request.now,
    )
    return _answer(request, added, review)


def _scope(line: Line, text: str) -> Scope | None:
    return review_scope(Stated(line.expertise, line.messages), text)


def _answer(request: Request, known: Draft, review: Review) -> Message:
    """The review told, with the ways on: edit, keep as it is, and the line where there is none."""
    choices = [Button(request.say("draft-edit"), f"draft edit {known.id}")]
    if review.flagged:
        choices.append(Button(request.say("draft-keep"), f"draft keep {known.id}"))
    if not review.expertise:
        choices.append(Button(request.say("next-line-button"), "/line"))
    return Buttons(tell_review(request.say, review), tuple(choices))


def _form(request: Request, network: Network | None = None, text: str = "", asked: tuple[str, ...] = ()) -> Form:
    """The two questions of a review, with what stands there."""
    networks = tuple(network.name for network in NETWORKS[:OFFERED])
    name = network.name if network else ""
    fields = (
        Field("network", request.say("draft-ask-network"), name, networks, limit=40),
        Field("text", request.say("draft-ask-text"), text, limit=TEXT_LIMIT),
    )
    left = asked or (("text",) if network else ())
    return Form("draft", request.say("draft-title"), fields, asked=left)


async def _usual(request: Request) -> Network:
    """The network of the last draft, LinkedIn where there is none."""
    last = await request.store.last_draft(request.person.id)
    return network_named(last.network) if last else NETWORKS[0]
