"""Asks a form one question at a time where the platform has no forms.

It stands between the platform and the dispatcher: a `Form` among the answers becomes its first question, what is said
next is the answer, and the last answer submits the form. Where it stands is in the store, so that it survives a
restart; a refused form re-asks only what was wrong. A command in the middle is answered, then the question comes
again; a second form is asked first and the one below it goes on after.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.catalogue import Say, say_in, words_of_all
from bot.clock import Clock
from bot.messages import (
    Button,
    Buttons,
    Field,
    Form,
    Message,
    Pressed,
    Refused,
    Reply,
    Said,
    Submitted,
    Text,
    Update,
    shorten,
)
from bot.nearest import fold
from bot.request import number_in
from storage import Interview, Person, Store

STALE = timedelta(hours=6)
"""After this long, plain words are no longer taken for the answer: they are heard, then the question comes again."""

SHOWN = 200
"""How much of what stands there already is shown with its question, in characters."""


@dataclass(frozen=True, slots=True)
class State:
    """Where an interview stands: the fields still to ask (the present one first) and the answers so far. `asked_at`
    is when it was asked last and `key` the update it followed, so that a redelivered answer answers nothing twice.
    `problems` are the reasons of a refusal by field, `again` is set while a command stood between question and answer.
    """

    form: Form
    left: tuple[str, ...]
    asked_at: datetime
    key: str
    answers: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    again: bool = False

    @property
    def asked(self) -> Field:
        """The field that is being asked."""
        return next(field for field in self.form.fields if field.name == self.left[0])

    @property
    def matters(self) -> bool:
        """Whether leaving now would lose something: several questions, of which one that is left must be answered and
        is not yet.
        """
        left = [field for field in self.form.fields if field.name in self.left]
        return len(self.form.asked or self.form.fields) > 1 and any(not one.optional and not one.value for one in left)

    @property
    def values(self) -> dict[str, str]:
        """All the form's values: the answers, and what stood there already."""
        return {field.name: self.answers.get(field.name, field.value) for field in self.form.fields}


@dataclass(frozen=True, slots=True)
class Turn:
    """One update in the course of an interview."""

    update: Update
    person: Person
    say: Say
    now: datetime


Errors: TypeAlias = Callable[[Update], Awaitable[Mapping[str, str]]]
"""What is wrong with a `Submitted` form, by field name."""


class Interviewer:
    """Answers updates through a further reply, with forms asked as interviews; `reply` is a `bot.messages.Reply`.
    `errors` tells of each answer at once whether it can be taken.
    """

    def __init__(self, store: Store, reply: Reply, errors: Errors, clock: Clock, language: str) -> None:
        self._store = store
        self._reply = reply
        self._errors = errors
        self._clock = clock
        self._language = language

    async def reply(self, update: Update) -> tuple[Message, ...]:
        """The answers to an update; what they ask is in the store before they are returned."""
        if not update.private:
            return await self._reply(update)
        turn = await self._turn(update)
        state = await self._current(turn)
        match update.event:
            case Pressed(action) if action.startswith("interview "):
                return await self._pressed(turn, state, action.split(" ")[1:])
            case Said(text) if state and state.key == update.key:
                return (question(turn.say, state),)
            case Said(text) if state and turn.now - state.asked_at < STALE:
                return await self._answer(turn, state, text.strip())
            case _:
                return await self._take_in(turn, await self._reply(update))

    async def _turn(self, update: Update) -> Turn:
        now = self._clock.now()
        person = await self._store.meet(update.sender, update.name, now=now)
        return Turn(update, person, say_in(person.language or update.language or self._language), now)

    async def _current(self, turn: Turn) -> State | None:
        interview = await self._store.current_interview(turn.person.id, turn.update.sender.chat)
        return _read(interview) if interview else None

    async def _pressed(self, turn: Turn, state: State | None, action: list[str]) -> tuple[Message, ...]:
        """A button under a question: it counts only for the question that is being asked."""
        if state is None:
            return (Buttons(turn.say("interview-over"), (Button(turn.say("help-all"), "/help"),)),)
        verb, name, number = (*action, "", "", "")[:3]
        if verb == "cancel" and name == state.form.name:
            return await self._cancel(turn, state)
        answer = _ready_answer(state.asked, verb, number) if name == state.asked.name else None
        if answer is None:
            return (question(turn.say, state, turn.say("interview-moved-on")),)
        return await self._advance(turn, state, answer)

    async def _answer(self, turn: Turn, state: State, text: str) -> tuple[Message, ...]:
        """An answer in words: the way out, one that can't be taken, or the next step."""
        if fold(text[:40]) in words_of_all("interview-words-out"):
            return await self._cancel(turn, state)
        if state.asked.optional and fold(text[:40]) in words_of_all("interview-words-skip"):
            return await self._advance(turn, state, "")
        if problem := _problem(turn.say, state.asked, text) or await self._wrong(turn, state, text):
            return (question(turn.say, state, problem),)
        return await self._advance(turn, state, text)

    async def _wrong(self, turn: Turn, state: State, text: str) -> str:
        """Why the form's own check refuses an answer to the present question, "" when it does not."""
        name = state.asked.name
        event = Submitted(state.form.name, {**state.values, name: text}, state.form.about)
        return (await self._errors(replace(turn.update, event=event))).get(name, "")

    async def _cancel(self, turn: Turn, state: State) -> tuple[Message, ...]:
        await self._drop(turn, state)
        return await self._take_in(turn, (Text(turn.say("interview-cancelled")),))

    async def _advance(self, turn: Turn, state: State, answer: str) -> tuple[Message, ...]:
        """The next question, or the form submitted when that was the last answer."""
        answers = {**state.answers, state.left[0]: answer}
        answered = replace(state, answers=answers, left=state.left[1:], again=False)
        if answered.left:
            return (await self._ask(turn, answered),)
        return await self._submit(turn, answered)

    async def _submit(self, turn: Turn, state: State) -> tuple[Message, ...]:
        """The answers to the whole form; where some were refused, the first of those again."""
        event = Submitted(state.form.name, state.values, state.form.about)
        answers = await self._reply(replace(turn.update, event=event))
        problems = _problems(answers)
        if wrong := tuple(field.name for field in state.form.fields if field.name in problems):
            return (await self._ask(turn, replace(state, left=wrong, problems=problems)),)
        await self._drop(turn, state)
        return await self._take_in(turn, answers)

    async def _take_in(self, turn: Turn, answers: tuple[Message, ...]) -> tuple[Message, ...]:
        """The answers with their form asked; else with the question that is still open asked again at the end, once:
        who leaves it a second time, or asked for silence, is asked no more.
        """
        messages = [await self._opened(turn, answer) if isinstance(answer, Form) else answer for answer in answers]
        if any(isinstance(answer, Form) for answer in answers):
            return tuple(messages)
        state = await self._current(turn)
        if state is None:
            return tuple(messages)
        if not state.matters or state.again or await self._is_silent(turn):
            await self._drop(turn, state)
            return tuple(messages)
        return (*messages, await self._ask(turn, replace(state, again=True)))

    async def _is_silent(self, turn: Turn) -> bool:
        person = await self._store.person(turn.person.id)
        return person is not None and person.silent_since is not None

    async def _opened(self, turn: Turn, form: Form) -> Message:
        """A form's first question."""
        left = form.asked or tuple(field.name for field in form.fields)
        return await self._ask(turn, State(form, left, turn.now, turn.update.key))

    async def _ask(self, turn: Turn, state: State) -> Message:
        """The present question, with the interview kept as it stands."""
        state = replace(state, asked_at=turn.now, key=turn.update.key)
        await self._store.save_interview(_written(turn, state))
        return question(turn.say, state)

    async def _drop(self, turn: Turn, state: State) -> None:
        await self._store.drop_interview(turn.person.id, turn.update.sender.chat, state.form.name)


def _problems(answers: tuple[Message, ...]) -> Mapping[str, str]:
    """What was refused, by field name."""
    return next((answer.errors for answer in answers if isinstance(answer, Refused)), {})


def question(say: Say, state: State, problem: str = "") -> Buttons:
    """The present question of an interview with its ready answers, after what was wrong with the answer before."""
    asked = state.asked
    head = problem or state.problems.get(asked.name) or _step(say, state)
    now = say("interview-now", value=shorten(asked.value, SHOWN)) if asked.value else ""
    text = "\n".join(line for line in (head, asked.question, now) if line)
    return Buttons(text, _choices(say, asked, state.form.name))


def _step(say: Say, state: State) -> str:
    """The form's title, with how far it has come when there are several questions, or that it goes on."""
    title, total = state.form.title, len(state.form.asked or state.form.fields)
    if state.again:
        return say("interview-again", title=title)
    return title if total == 1 else say("interview-step", title=title, number=total - len(state.left) + 1, total=total)


def _choices(say: Say, asked: Field, form: str) -> tuple[Button, ...]:
    """The ready answers, then keeping or skipping where that is an answer, then the way out."""
    ready = [Button(label, f"interview pick {asked.name} {index}") for index, label in enumerate(asked.choices)]
    if asked.value:
        ready.append(Button(say("interview-keep"), f"interview keep {asked.name}"))
    if asked.optional:
        label = say("interview-clear") if asked.value else say("interview-skip")
        ready.append(Button(label, f"interview skip {asked.name}"))
    return (*ready, Button(say("interview-cancel"), f"interview cancel {form}"))


def _ready_answer(asked: Field, verb: str, number: str) -> str | None:
    """The answer that a button gives, None when the question has no such button."""
    if verb == "pick" and number_in(number) < len(asked.choices):
        return asked.choices[number_in(number)]
    return {"keep": asked.value or None, "skip": "" if asked.optional else None}.get(verb)


def _problem(say: Say, asked: Field, text: str) -> str:
    """Why an answer can't be taken, "" when it can."""
    if not text and not asked.optional:
        return say("interview-empty")
    if not asked.optional and fold(text[:40]) in words_of_all("interview-words-skip"):
        return say("interview-needed")
    if len(text) > asked.limit:
        return say("interview-too-long", limit=asked.limit, length=len(text))
    return ""


def _written(turn: Turn, state: State) -> Interview:
    kept = {
        "answers": dict(state.answers),
        "problems": dict(state.problems),
        "left": state.left,
        "asked_at": state.asked_at.isoformat(),
        "key": state.key,
        "again": state.again,
    }
    chat, form = turn.update.sender.chat, json.dumps(asdict(state.form), ensure_ascii=False)
    return Interview(turn.person.id, chat, state.form.name, form, json.dumps(kept, ensure_ascii=False))


def _read(interview: Interview) -> State:
    form, kept = json.loads(interview.form), json.loads(interview.answers)
    fields = tuple(Field(**{**field, "choices": tuple(field["choices"])}) for field in form["fields"])
    return State(
        form=Form(**{**form, "fields": fields, "asked": tuple(form["asked"])}),
        left=tuple(kept["left"]),
        asked_at=datetime.fromisoformat(kept["asked_at"]),
        key=kept["key"],
        answers=kept["answers"],
        problems=kept["problems"],
        again=kept["again"],
    )
