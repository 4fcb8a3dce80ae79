"""/line: the editorial line, four answers in the person's own words, with every version kept."""

from __future__ import annotations

from typing import Literal

from bot.catalogue import words_of_all
from bot.messages import Button, Buttons, Field, Form, Message, Text
from bot.nearest import fold
from bot.request import Answer, Request
from bot.times import tell_day
from storage import Line

Part = Literal["target", "feel", "messages", "expertise"]
PARTS: tuple[Part, ...] = ("target", "feel", "messages", "expertise")

QUESTIONS = {
    "target": "line-ask-target",
    "feel": "line-ask-feel",
    "messages": "line-ask-messages",
    "expertise": "line-ask-expertise",
}
NAMES = {
    "target": "line-target",
    "feel": "line-feel",
    "messages": "line-messages",
    "expertise": "line-expertise",
}
SHOWN_VERSIONS = 10


async def line(request: Request) -> Answer:
    """The line as it is or its versions, or its first question."""
    if fold(request.text) in words_of_all("line-words-history"):
        return await history(request)
    current = await request.store.current_line(request.person.id)
    return shown(request, current) if current else questions(request)


def questions(request: Request, current: Line | None = None, asked: tuple[str, ...] = ()) -> Form:
    """The four questions, with what stands there already; an interview asks those of `asked`."""
    fields = tuple(
        Field(part, request.say(QUESTIONS[part]), value=getattr(current, part) if current else "") for part in PARTS
    )
    return Form("line", request.say("line-title"), fields, asked=asked)


async def edit(request: Request) -> Answer:
    """The question of one answer, with what stands there."""
    current = await request.store.current_line(request.person.id)
    asked = (request.text,) if current and request.text in PARTS else ()
    return questions(request, current, asked)


def wordless(request: Request) -> dict[str, str]:
    """The answers that hold no word."""
    return {part: request.say("line-wordless") for part in PARTS if not has_words(request.values.get(part, ""))}


async def submitted(request: Request) -> Answer:
    """The next version of the line, or the present one when nothing is new."""
    answers = {part: request.values[part].strip() for part in PARTS}
    before = await request.store.current_line(request.person.id)
    if before and all(getattr(before, part) == answer for part, answer in answers.items()):
        return shown(request, before)
    added = await request.store.add_line(request.person.id, **answers, key=request.key, now=request.now)
    return _kept(request, added, first=before is None)


async def history(request: Request) -> Answer:
    """The versions, newest first, each with its day and its expertise."""
    versions = await request.store.lines(request.person.id)
    if not versions:
        return questions(request)
    rows = [_version(request, version) for version in versions[:SHOWN_VERSIONS]]
    return Text("\n".join([request.say("line-history", count=len(versions)), *rows]))


async def restore(request: Request) -> Answer:
    """An earlier version, made the newest again."""
    versions = {version.version: version for version in await request.store.lines(request.person.id)}
    wanted = versions.get(request.number)
    if wanted is None:
        return await line(request)
    answers = {part: getattr(wanted, part) for part in PARTS}
    restored = await request.store.add_line(request.person.id, **answers, key=request.key, now=request.now)
    return shown(request, restored)


def shown(request: Request, current: Line) -> Message:
    """The line with a button to change each answer."""
    choices = [Button(request.say(NAMES[part]), f"line edit {part}") for part in PARTS]
    if current.version > 1:
        choices.append(Button(request.say("line-see-history"), "line history"))
    return Buttons(told(request, current), tuple(choices))


def told(request: Request, current: Line) -> str:
    """The four answers under their names."""
    rows = [request.say("line-answer", name=request.say(NAMES[part]), answer=getattr(current, part)) for part in PARTS]
    return "\n".join([request.say("line-version", version=current.version), *rows])


def has_words(answer: str) -> bool:
    """Whether an answer holds at least two letters: emoji and punctuation alone say nothing to read a draft against."""
    return sum(letter.isalpha() for letter in answer) >= 2


def _kept(request: Request, added: Line, *, first: bool) -> Message:
    """The line read back, with the next step for a first version and the way back for the others."""
    change = Button(request.say("line-change"), "/line")
    undo = Button(request.say("undo"), f"line restore {added.version - 1}")
    posts = Button(request.say("draft-posts-add"), "draft posts")
    goal = Button(request.say("line-next-goal"), "/goal")
    return Buttons(told(request, added), (goal, posts, change) if first else (undo, change))


def _version(request: Request, version: Line) -> str:
    day = tell_day(version.created_at.astimezone(request.zone).date(), request.language, request.today)
    return request.say("line-row", version=version.version, day=day, expertise=version.expertise)
