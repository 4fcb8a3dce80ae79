"""/goal and /done: why, where and for how long before a network is opened; then leaving on time.

A goal is stored as "when … I open … for … until …". Its end message is a due row of its own, so it comes after a
restart too. Minutes that were not spent go into the ledger and are offered as a call.
"""

from __future__ import annotations

from datetime import timedelta

from bot.catalogue import words_of_all
from bot.messages import Button, Buttons, Field, Form, Message, Refused, Text, shorten
from bot.request import Answer, Request, number_in
from bot.times import tell_hour
from handlers.goals.phrase import LONGEST, Phrase, read_goal, read_length
from handlers.goals.timebox import TIMEBOX, answered, ended, finish, more, outcome
from handlers.networks import NETWORKS, Network, find_network, network_named
from storage import Goal

__all__ = [
    "TIMEBOX",
    "again",
    "answered",
    "change",
    "ended",
    "finish",
    "goal",
    "more",
    "outcome",
    "pick",
    "submitted",
    "wrong",
]

PURPOSES = {
    "watch": "goal-purpose-watch",
    "invitations": "goal-purpose-invitations",
    "prospects": "goal-purpose-prospects",
    "meeting": "goal-purpose-meeting",
}
"""The four goals of the article."""

RECENT = 3
LENGTHS = (5, 10, 15, 20)
OFFERED = 4
PURPOSE_LIMIT = 200
PURPOSE_SHOWN = 40


async def goal(request: Request) -> Answer:
    """A time-box begun with what was said, or the question of what for."""
    current = await request.store.open_goal(request.person.id)
    if current:
        return await _running(request, current)
    if not request.text:
        return await _what_for(request)
    around = words_of_all("goal-words-around")
    return await _asked(request, read_goal(request.text, request.now, request.zone, request.language, around))


async def pick(request: Request) -> Answer:
    """A time-box begun for one of the four goals, on the network and for the time of the last one."""
    key = PURPOSES.get(request.text)
    return await _begin(request, Phrase(request.say(key))) if key else await _what_for(request)


async def again(request: Request) -> Answer:
    """A time-box begun as an earlier one was."""
    earlier = await request.store.goal(request.person.id, request.number)
    if earlier is None:
        return await _what_for(request)
    return await _begin(request, _as_before(earlier))


async def change(request: Request) -> Answer:
    """The questions of a goal with what stands there."""
    current = await request.store.goal(request.person.id, request.number)
    if current is None or current.outcome:
        return await _what_for(request)
    return _form(request, _as_before(current), about=str(current.id))


def wrong(request: Request) -> dict[str, str]:
    """The answers from which no time-box can be begun."""
    purpose, network, length = _answers(request)
    errors = {
        "purpose": "" if 0 < len(purpose) <= PURPOSE_LIMIT else request.say("goal-purpose-wrong", limit=PURPOSE_LIMIT),
        "network": "" if network else request.say("goal-network-unknown"),
        "minutes": "" if _possible(length) else request.say("goal-length-wrong"),
    }
    return {name: error for name, error in errors.items() if error}


async def submitted(request: Request) -> Answer:
    """A time-box begun from the form."""
    purpose, network, length = _answers(request)
    return await _begin(request, Phrase(purpose, network, length), replaces=number_in(request.about) or None)


def _answers(request: Request) -> tuple[str, Network | None, timedelta | None]:
    """The purpose, the network and the length that a form's values give."""
    named = find_network(request.values["network"])
    length = read_length(request.values["minutes"], request.now, request.zone, request.language)
    return " ".join(request.values["purpose"].split()), named[0] if named else None, length


async def _asked(request: Request, said: Phrase) -> Answer:
    """A time-box begun, or the questions that a sentence left open; what can't be taken is asked again with why."""
    if said.later:
        return Refused(request.say("goal-only-now"))
    if len(said.purpose) > PURPOSE_LIMIT:
        return Refused(request.say("goal-purpose-wrong", limit=PURPOSE_LIMIT))
    if not said.purpose and said == Phrase():
        return await _what_for(request)
    network, length = await _usual(request)
    said = Phrase(said.purpose, said.network or network, length if said.length is None else said.length)
    if not _possible(said.length):
        asked = ("minutes",) if said.purpose else ("purpose", "minutes")
        return (Text(request.say("goal-length-wrong")), _form(request, said, asked=asked))
    return await _begin(request, said) if said.purpose else _form(request, said, asked=("purpose",))


async def _begin(request: Request, said: Phrase, replaces: int | None = None) -> Answer:
    """The time-box begun and read back, or the one that is still open."""
    network, length = await _usual(request)
    started = await request.store.start_goal(
        request.person.id,
        network=(said.network or network).key,
        purpose=said.purpose,
        starts_at=request.now,
        ends_at=request.now + (said.length or length),
        key=request.key,
        replaces=replaces,
    )
    if started is None:
        current = await request.store.open_goal(request.person.id)
        return await _running(request, current) if current else await _what_for(request)
    if request.person.silent_since:
        await request.store.silence(request.person.id, None)
    return _begun(request, started)


def _begun(request: Request, started: Goal) -> Message:
    """The goal read back, with the ways to end it, change it and take it back."""
    text = request.say(
        "goal-begun",
        start=tell_hour(started.starts_at, request.language, request.zone),
        network=network_named(started.network).name,
        end=tell_hour(started.ends_at, request.language, request.zone),
        purpose=started.purpose,
    )
    return Buttons(text, _ways_out(request, started))


async def _running(request: Request, current: Goal) -> Message:
    """The goal that is open: its end question when its time is over, else until when it runs."""
    if over := await ended(request):
        return over
    text = request.say(
        "goal-running",
        network=network_named(current.network).name,
        end=tell_hour(current.ends_at, request.language, request.zone),
        purpose=current.purpose,
    )
    return Buttons(text, _ways_out(request, current))


def _ways_out(request: Request, goal: Goal) -> tuple[Button, ...]:
    """The ways to end an open goal, to change it and to take it back."""
    return (
        Button(request.say("goal-finish"), f"goal done {goal.id}"),
        Button(request.say("goal-change"), f"goal change {goal.id}"),
        Button(request.say("undo"), f"goal cancel {goal.id}"),
    )


async def _what_for(request: Request) -> Message:
    """The question of the goal: the way out first, the four goals of the article, then the recent ones."""
    choices = [Button(request.say("goal-not-now"), "/call")]
    choices += [Button(request.say(key), f"goal pick {name}") for name, key in PURPOSES.items()]
    known = {request.say(key) for key in PURPOSES.values()}
    recent = await request.store.recent_goals(request.person.id, RECENT + len(PURPOSES))
    own = [goal for goal in recent if goal.purpose not in known][:RECENT]
    choices += [Button(shorten(goal.purpose, PURPOSE_SHOWN), f"goal again {goal.id}") for goal in own]
    return Buttons(request.say("goal-what-for"), tuple(choices))


def _form(request: Request, said: Phrase, *, asked: tuple[str, ...] = (), about: str = "") -> Form:
    """The three questions of a goal, with what was said of it."""
    say = request.say
    length = said.length if _possible(said.length) else None
    minutes = say("minutes", count=length // timedelta(minutes=1)) if length else ""
    networks = tuple(network.name for network in NETWORKS[:OFFERED])
    purposes = tuple(say(key) for key in PURPOSES.values())
    lengths = tuple(say("minutes", count=count) for count in LENGTHS)
    fields = (
        Field("purpose", say("goal-ask-purpose"), said.purpose, purposes, limit=PURPOSE_LIMIT),
        Field("network", say("goal-ask-network"), said.network.name if said.network else "", networks, limit=40),
        Field("minutes", say("goal-ask-minutes"), minutes, lengths, limit=40),
    )
    return Form("goal", say("goal-title"), fields, about, asked)


async def _usual(request: Request) -> tuple[Network, timedelta]:
    """What goes without saying: the network and the length of the last goal, or LinkedIn for as long as can be."""
    recent = await request.store.recent_goals(request.person.id, 1)
    return (network_named(recent[0].network), _length(recent[0])) if recent else (NETWORKS[0], LONGEST)


def _as_before(earlier: Goal) -> Phrase:
    """What an earlier goal was."""
    return Phrase(earlier.purpose, network_named(earlier.network), _length(earlier))


def _length(earlier: Goal) -> timedelta:
    """How long an earlier goal was meant to be; one that was extended past the longest counts as that."""
    return min(LONGEST, earlier.ends_at - earlier.starts_at)


def _possible(length: timedelta | None) -> bool:
    return length is not None and timedelta(minutes=1) <= length <= LONGEST
