"""The end of a time-box: on time, early or five minutes later, and the minutes won."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.catalogue import words_of_all
from bot.delivery import Kind
from bot.messages import Button, Buttons, Message, Text
from bot.nearest import fold
from bot.request import Answer, Handler, Request
from bot.times import tell_hour
from handlers import calls
from handlers.networks import network_named
from storage import Due, Goal, Outcome

MORE = timedelta(minutes=5)
LATE = timedelta(minutes=2)
WEEK = timedelta(days=7)
MINUTE = timedelta(minutes=1)

THANKS: dict[Outcome, str] = {
    "done": "goal-was-done",
    "partly": "goal-was-partly",
    "not_done": "goal-was-not-done",
    "cancelled": "goal-cancelled",
}


ANSWERS: dict[Outcome, str] = {
    "done": "goal-words-yes",
    "partly": "goal-words-partly",
    "not_done": "goal-words-no",
}


async def finish(request: Request) -> Answer:
    """The open goal done, early or late; the minutes left are won and offered as a call."""
    current = await request.store.open_goal(request.person.id)
    if current is None:
        return Buttons(request.say("goal-none"), (Button(request.say("goal-set-one"), "/goal"),))
    return await _close(request, current.id, "done")


def outcome(of: Outcome) -> Handler:
    """The handler of the button that closes a goal with this outcome."""

    async def handler(request: Request) -> Answer:
        return await _close(request, request.number, of)

    return handler


async def answered(request: Request) -> Answer | None:
    """The open goal closed by plain words that answer its end question ("oui", "partly"); None when they don't."""
    current = await request.store.open_goal(request.person.id)
    said = fold(request.text).strip(" .!,")
    of = next((of for of, key in ANSWERS.items() if said in words_of_all(key)), None)
    if current is None or of is None or current.ends_at > request.now:
        return None
    return await _close(request, current.id, of)


async def more(request: Request) -> Answer:
    """Five minutes more, once."""
    current = await request.store.goal(request.person.id, request.number)
    end = max(request.now, current.ends_at) + MORE if current else request.now
    extended = await request.store.extend_goal(request.person.id, request.number, end)
    if extended is None:
        return Text(request.say("goal-no-more"))
    hour = tell_hour(extended.ends_at, request.language, request.zone)
    return Buttons(request.say("goal-more-until", end=hour), (Button(request.say("goal-finish"), "/done"),))


async def ended(request: Request) -> Message | None:
    """The end question of the open goal, None when there is no goal or its time is not over."""
    current = await request.store.open_goal(request.person.id)
    return end_question(request, current) if current and current.ends_at <= request.now else None


def end_question(request: Request, goal: Goal) -> Message:
    """The question at the end of a time-box; five more minutes are offered once."""
    choices = [
        Button(request.say("goal-done"), f"goal done {goal.id}"),
        Button(request.say("goal-partly"), f"goal partly {goal.id}"),
        Button(request.say("goal-not-done"), f"goal not {goal.id}"),
    ]
    if not goal.extended:
        choices.append(Button(request.say("goal-more"), f"goal more {goal.id}"))
    late = request.now - goal.ends_at > LATE
    text = request.say(
        "goal-ended-late" if late else "goal-ended",
        count=(goal.ends_at - goal.starts_at) // MINUTE,
        end=tell_hour(goal.ends_at, request.language, request.zone),
        network=network_named(goal.network).name,
        purpose=goal.purpose,
    )
    return Buttons(text, tuple(choices))


async def _close(request: Request, goal_id: int, of: Outcome) -> Answer:
    """The goal closed with an outcome, the minutes left in the ledger and offered as a call."""
    goal = await request.store.goal(request.person.id, goal_id)
    if goal is None:
        return Text(request.say("goal-closed-already"))
    won = _left(goal, request.now) if of != "cancelled" else timedelta()
    closed = await request.store.close_goal(request.person.id, goal_id, of, won=won, now=request.now)
    if closed is None:
        return Text(request.say("goal-closed-already"))
    if won < MINUTE:
        return Buttons(request.say(THANKS[of]), (Button(request.say("goal-rather-call"), "/call"),))
    return (Text(await _won(request, closed, won)), await calls.whom(request))


def _left(goal: Goal, now: datetime) -> timedelta:
    """The time a goal leaves unspent. None is won after five minutes more, nor by a goal that was not begun."""
    if goal.extended or now - goal.starts_at < MINUTE:
        return timedelta()
    return max(timedelta(), goal.ends_at - now)


async def _won(request: Request, goal: Goal, won: timedelta) -> str:
    """The minutes won just now and in the last seven days."""
    week = await request.store.time_won(request.person.id, request.now - WEEK)
    spent = (request.now - goal.starts_at) // MINUTE
    return request.say("goal-won", spent=spent, count=won // MINUTE, week=week // MINUTE)


async def _compose(request: Request, due: Due) -> Message | None:
    goal = await request.store.goal(due.person_id, due.subject)
    return end_question(request, goal) if goal and goal.outcome is None else None


async def _title(request: Request, due: Due) -> str:
    goal = await request.store.goal(due.person_id, due.subject)
    return request.say("goal-due", network=network_named(goal.network).name if goal else "")


TIMEBOX = Kind(_compose, _title, moves=False)
