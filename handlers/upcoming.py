"""/upcoming: all that is still to be said, to see, move and cancel."""

from __future__ import annotations

from collections.abc import Mapping

from bot.delivery import Kind
from bot.messages import Button, Buttons, Field, Form, Message, Text
from bot.request import Answer, Request, number_in
from bot.snooze import SNOOZES, moment_for, moment_in
from bot.times import Instant, tell
from storage import Due

SHOWN = 8


class Upcoming:
    """The handlers, for the kinds of things that fall due."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = kinds

    async def upcoming(self, request: Request) -> Answer:
        """What is still to be said, soonest first, one button each."""
        dues = await request.store.upcoming(request.person.id)
        if not dues:
            return Buttons(request.say("upcoming-none"), (Button(request.say("goal-set-one"), "/goal"),))
        if len(dues) == 1:
            return await self._one(request, dues[0])
        rows = [await self._row(request, due) for due in dues[:SHOWN]]
        choices = tuple(Button(row, f"upcoming show {due.id}") for row, due in zip(rows, dues, strict=False))
        return Buttons(request.say("upcoming-list", count=len(dues)), choices)

    async def show(self, request: Request) -> Answer:
        """One thing, with what can be done about it."""
        due = await request.store.due(request.person.id, request.number)
        return await self._one(request, due) if due else Text(request.say("upcoming-gone"))

    async def move(self, request: Request) -> Answer:
        """One thing moved to a ready moment ("5 tomorrow"), or the question of when."""
        due = await request.store.due(request.person.id, request.number)
        _, _, name = request.text.partition(" ")
        if due is None or not self._moves(due):
            return Text(request.say("upcoming-gone"))
        if name in SNOOZES:
            moved = await request.store.move_due(request.person.id, due.id, moment_for(name, request.now, request.zone))
            return await self._read_back(request, moved)
        question = Field("when", request.say("upcoming-ask-when", what=await self._title(request, due)), limit=100)
        return Form("upcoming-move", request.say("upcoming-move-title"), (question,), about=str(due.id))

    async def moved(self, request: Request) -> Answer:
        """One thing moved to the date that was typed."""
        moment = moment_in(request.values["when"], request.now, request.zone, request.language)
        if moment is None:
            return Text(request.say("upcoming-gone"))
        due = await request.store.move_due(request.person.id, number_in(request.about), moment)
        return await self._read_back(request, due)

    async def cancel(self, request: Request) -> Answer:
        """One thing never to be said."""
        cancelled = await request.store.cancel_due(request.person.id, request.number)
        if cancelled is None:
            return Text(request.say("upcoming-gone"))
        return Text(request.say("upcoming-cancelled", what=await self._title(request, cancelled)))

    async def _read_back(self, request: Request, due: Due | None) -> Message:
        if due is None:
            return Text(request.say("upcoming-gone"))
        text = request.say("upcoming-moved", what=await self._row(request, due))
        return Buttons(text, (Button(request.say("upcoming-move-again"), f"upcoming move {due.id}"),))

    async def _one(self, request: Request, due: Due) -> Message:
        """One thing, to be moved or cancelled; a time-box is left as it was decided, and can be ended."""
        row = await self._row(request, due)
        if not self._moves(due):
            return Buttons(row, (Button(request.say("goal-finish"), "/done"),))
        choices = [
            Button(request.say(SNOOZES[name]), f"upcoming move {due.id} {name}") for name in ("tomorrow", "monday")
        ]
        choices.append(Button(request.say("snooze-date"), f"upcoming move {due.id}"))
        choices.append(Button(request.say("upcoming-cancel"), f"upcoming cancel {due.id}"))
        return Buttons(row, tuple(choices))

    async def _row(self, request: Request, due: Due) -> str:
        when = tell(Instant(due.at), request.language, request.zone, request.now)
        return request.say("upcoming-row", when=when[0].upper() + when[1:], what=await self._title(request, due))

    async def _title(self, request: Request, due: Due) -> str:
        kind = self._kinds.get(due.kind)
        return await kind.title(request, due) if kind else due.kind

    def _moves(self, due: Due) -> bool:
        kind = self._kinds.get(due.kind)
        return kind is not None and kind.moves
