"""/help: the next useful thing first, then the rest; and the nearest useful thing for what nobody understood."""

from __future__ import annotations

from bot.dispatch import likely
from bot.messages import Button, Buttons
from bot.nearest import nearest_name
from bot.request import Answer, Request, Route
from handlers import goals

SUGGESTIONS = 3


async def help_(request: Request) -> Answer:
    """The next useful thing, and every command with what it does."""
    advised = await _advised(request)
    rows = [
        request.say("help-row", command=f"/{route.called(request.language)}", about=request.say(route.about))
        for route in request.commands
    ]
    text = "\n".join([request.say(advised[0]), "", *rows, "", request.say("help-plain")])
    return Buttons(text, (Button(request.say(advised[1]), advised[2]),))


async def next_thing(request: Request) -> Answer:
    """The next useful thing alone."""
    text, label, action = await _advised(request)
    return Buttons(request.say(text), (Button(request.say(label), action),))


async def unknown(request: Request) -> Answer:
    """What answers the end of a time-box in plain words; else the commands that came nearest to what was typed, or the
    next useful thing where none did.
    """
    if answer := await goals.answered(request):
        return answer
    routes = _near(request)
    if not routes:
        text, label, action = await _advised(request)
        return Buttons(
            f"{request.say('unknown')} {request.say(text)}",
            (Button(request.say(label), action), Button(request.say("help-all"), "/help")),
        )
    choices = [_choice(request, route) for route in routes]
    return Buttons(request.say("unknown-near"), (*choices, Button(request.say("help-all"), "/help")))


async def _advised(request: Request) -> tuple[str, str, str]:
    """What is most useful now: the keys of the sentence and of the button, and the button's action."""
    store, person = request.store, request.person
    if await store.open_goal(person.id):
        return "next-done", "next-done-button", "/done"
    if await store.current_line(person.id) is None:
        return "next-line", "next-line-button", "/line"
    if not await store.clients(person.id):
        return "next-client", "next-client-button", "client add"
    return "next-goal", "next-goal-button", "/goal"


def _near(request: Request) -> tuple[Route, ...]:
    """The commands that a mistyped one or plain words are nearest to."""
    if not request.text.startswith("/"):
        return tuple(route for route, _ in likely(request.text, request)[:SUGGESTIONS])
    names = {name: route for route in request.commands for name in (route.name, route.french)}
    name = nearest_name(request.text[1:], names)
    return (names[name],) if name else ()


def _choice(request: Request, route: Route) -> Button:
    name = route.called(request.language)
    return Button(request.say("unknown-choice", command=f"/{name}", about=request.say(route.about)), f"/{route.name}")
