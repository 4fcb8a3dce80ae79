"""/call: who to call now and why, in one line, with the number to tap; one tap says how it went.

The goals feature shows `call` when minutes were won. "Later" opens a due row of the kind `LATER`, which brings the
client back.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.delivery import Kind
from bot.messages import Button, Buttons, Field, Form, Message, Text
from bot.request import Answer, Request, number_in
from bot.snooze import SNOOZES, moment_for, moment_in
from bot.times import Instant, tell
from handlers.calls.ranking import NAMES, Proposal, rank
from handlers.clients import detail, find, mentioned, title, which
from storage import CALL_LATER, CallOutcome, Client, Due

__all__ = ["LATER", "call", "called", "card", "dated", "later", "no_answer", "noted", "other", "snooze", "when", "whom"]

NOTE_LIMIT = 300
NAME_SHOWN = 60


async def call(request: Request) -> Answer:
    """The client that is named, or the first to call now."""
    found = await (mentioned if request.heard else find)(request, request.text)
    if len(found) == 1:
        return await _card(request, found[0], request.say("call-asked"))
    if found:
        return which(request, found, "call card")
    if request.text and not request.heard:
        return (Text(request.say("call-unknown", name=request.text[:NAME_SHOWN])), await whom(request))
    return await whom(request)


async def whom(request: Request) -> Message:
    """The first to call now, whatever was said."""
    return await _next(request, seen=())


async def other(request: Request) -> Answer:
    """The next to call, after those whose ids are given; three at most."""
    return await _next(request, seen=tuple(number_in(word) for word in request.text.split()))


async def card(request: Request) -> Answer:
    """A client's card to call from."""
    known = await request.store.client(request.person.id, request.number)
    return await _card(request, known, request.say("call-asked")) if known else Text(request.say("client-gone"))


async def called(request: Request) -> Answer:
    """The call logged, and the question of what to remember of it."""
    known, call_id = await _log(request, "called")
    if known is None:
        return Text(request.say("client-gone"))
    question = Field("note", request.say("call-ask-note"), optional=True, limit=NOTE_LIMIT)
    form = Form("call-note", request.say("call-note-title", name=known.name), (question,), about=str(call_id))
    return (Text(request.say("call-was-called", name=known.name)), form)


async def no_answer(request: Request) -> Answer:
    """The attempt logged, and the next to call."""
    known, _ = await _log(request, "no_answer")
    if known is None:
        return Text(request.say("client-gone"))
    choices = (
        Button(request.say("call-other"), f"call other {known.id}"),
        Button(request.say("call-later"), f"call later {known.id}"),
    )
    return Buttons(request.say("call-was-no-answer", name=known.name), choices)


async def later(request: Request) -> Answer:
    """The question of when to bring a client back."""
    known = await request.store.client(request.person.id, request.number)
    if known is None:
        return Text(request.say("client-gone"))
    choices = [Button(request.say(key), f"call snooze {known.id} {name}") for name, key in SNOOZES.items()]
    choices.append(Button(request.say("snooze-date"), f"call when {known.id}"))
    return Buttons(request.say("call-when", name=known.name), tuple(choices))


async def snooze(request: Request) -> Answer:
    """The client brought back at one of the ready moments: "5 tomorrow"."""
    _, _, name = request.text.partition(" ")
    known = await request.store.client(request.person.id, request.number)
    if known is None or name not in SNOOZES:
        return Text(request.say("client-gone"))
    return await _promise(request, known, moment_for(name, request.now, request.zone))


async def when(request: Request) -> Answer:
    """The question of another date."""
    known = await request.store.client(request.person.id, request.number)
    if known is None:
        return Text(request.say("client-gone"))
    question = Field("when", request.say("call-ask-when", name=known.name), limit=100)
    return Form("call-when", request.say("call-when-title"), (question,), about=str(known.id))


async def dated(request: Request) -> Answer:
    """The client brought back at the date that was typed."""
    known = await request.store.client(request.person.id, number_in(request.about))
    moment = moment_in(request.values["when"], request.now, request.zone, request.language)
    if known is None or moment is None:
        return Text(request.say("client-gone"))
    return await _promise(request, known, moment)


async def noted(request: Request) -> Answer:
    """What to remember of a call, kept with it."""
    note = request.values["note"].strip()
    if note:
        await request.store.note_call(request.person.id, number_in(request.about), note)
    key = "call-noted" if note else "call-not-noted"
    return Buttons(request.say(key), (Button(request.say("call-other"), "/call"),))


async def _next(request: Request, seen: tuple[int, ...]) -> Message:
    """The first proposal after those seen; kind words when there is none."""
    book = await request.store.clients(request.person.id)
    if not book:
        return Buttons(request.say("call-empty-book"), (Button(request.say("client-add"), "client add"),))
    left = [one for one in rank(book, request.now, request.zone) if one.client.id not in seen]
    if not left or len(seen) >= NAMES:
        return Text(request.say("call-enough" if seen else "call-nobody"))
    return await _card(request, left[0].client, _reason(request, left[0]), seen)


async def _card(request: Request, known: Client, reason: str, seen: tuple[int, ...] = ()) -> Message:
    """A client to call: who and why in one line, the number to tap, and how it went in one tap."""
    phone, _, note = detail(request, known)
    said = next((call.note for call in await request.store.calls(request.person.id, known.id) if call.note), "")
    head = request.say("call-who", who=title(known), why=reason)
    text = "\n".join(line for line in (head, note, said, phone) if line)
    shown = " ".join(str(number) for number in (*seen, known.id))
    choices = (
        Button(request.say("call-called"), f"call called {known.id}"),
        Button(request.say("call-no-answer"), f"call missed {known.id}"),
        Button(request.say("call-later"), f"call later {known.id}"),
        Button(request.say("call-other"), f"call other {shown}"),
    )
    return Buttons(text, choices)


def _reason(request: Request, proposal: Proposal) -> str:
    """Why this client: how long it has been."""
    if proposal.silence is None:
        return request.say("call-never")
    months = proposal.silence // timedelta(days=30)
    if months < 2:
        return request.say("call-since-weeks", count=proposal.silence // timedelta(days=7))
    return request.say("call-since-months", count=months)


async def _log(request: Request, outcome: CallOutcome) -> tuple[Client | None, int]:
    """The client of the button and the id of the call logged with them."""
    known = await request.store.client(request.person.id, request.number)
    if known is None:
        return None, 0
    logged = await request.store.log_call(request.person.id, known.id, outcome, key=request.key, now=request.now)
    return (known, logged.id) if logged else (None, 0)


async def _promise(request: Request, known: Client, moment: datetime) -> Message:
    """The reminder set and read back."""
    due = await request.store.schedule(request.person.id, CALL_LATER, known.id, moment, key=request.key)
    if request.person.silent_since:
        await request.store.silence(request.person.id, None)
    told = tell(Instant(due.at), request.language, request.zone, request.now)
    choices = (
        Button(request.say("call-other"), f"call other {known.id}"),
        Button(request.say("call-change-when"), f"call when {known.id}"),
        Button(request.say("undo"), f"upcoming cancel {due.id}"),
    )
    return Buttons(request.say("call-promised", name=known.name, when=told), choices)


async def _compose(request: Request, due: Due) -> Message | None:
    known = await request.store.client(due.person_id, due.subject)
    return await _card(request, known, request.say("call-as-promised")) if known else None


async def _title(request: Request, due: Due) -> str:
    known = await request.store.client(due.person_id, due.subject)
    return request.say("call-due", who=title(known) if known else "")


LATER = Kind(_compose, _title)
