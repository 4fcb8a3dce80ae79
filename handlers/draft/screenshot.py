"""The screenshot test: would you sign this tomorrow in front of a client? And the night that it may take to say so."""

from __future__ import annotations

from datetime import time, timedelta

from bot.delivery import Kind
from bot.messages import Button, Buttons, Message, Text, shorten
from bot.request import Answer, Request
from bot.snooze import at_local
from bot.times import Instant, tell
from storage import Draft, Due

COOLING_OFF = "cooling-off"
"""The kind of the due row that brings a text back in the morning."""

MORNING = time(8, 0)
SHOWN = 280


async def sleep(request: Request) -> Answer:
    """The text put aside until tomorrow at 8:00."""
    known = await request.store.draft(request.person.id, request.number)
    if known is None:
        return Text(request.say("draft-gone"))
    morning = at_local(request.today + timedelta(days=1), MORNING, request.zone)
    due = await request.store.schedule(request.person.id, COOLING_OFF, known.id, morning, key=request.key)
    when = tell(Instant(due.at), request.language, request.zone, request.now)
    return Buttons(request.say("draft-sleeps", when=when), (Button(request.say("undo"), f"upcoming cancel {due.id}"),))


async def leave(request: Request) -> Answer:
    """The text left aside for good; nothing to keep of it."""
    return Text(request.say("draft-left"))


def signing_choices(request: Request, known: Draft) -> tuple[Button, ...]:
    """The answers to the screenshot test: reworking first, then sleeping on it, then signing."""
    return (
        Button(request.say("draft-edit"), f"draft edit {known.id}"),
        Button(request.say("draft-sleep"), f"draft sleep {known.id}"),
        Button(request.say("draft-sign"), f"draft keep {known.id}"),
    )


async def _compose(request: Request, due: Due) -> Message | None:
    """The text again in the morning; nothing when it was kept or reworked meanwhile."""
    known = await request.store.draft(due.person_id, due.subject)
    if known is None or known.kept_at:
        return None
    later = await request.store.recent_drafts(due.person_id, known.reviewed_at)
    if any(draft.previous_id == known.id for draft in later):
        return None
    choices = (
        Button(request.say("draft-leave"), f"draft leave {known.id}"),
        Button(request.say("draft-edit"), f"draft edit {known.id}"),
        Button(request.say("draft-sign"), f"draft keep {known.id}"),
    )
    return Buttons(request.say("draft-morning", text=shorten(known.text, SHOWN)), choices)


async def _title(request: Request, due: Due) -> str:
    return request.say("draft-due")


COOLING_OFF_KIND = Kind(_compose, _title)
