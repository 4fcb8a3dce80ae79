"""Brings an update to its handler: who it is, in which language and zone, at what time, and what they ask for.

The routes are one readable list in `bot.app`. Anything a person types leads somewhere: a command, plain words that
sound like one, a long text to review, or the nearest useful thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.catalogue import words_of_all
from bot.clock import Clock
from bot.messages import Command, Event, Message, Pressed, Refused, Said, Shared, Submitted, Text, Update
from bot.nearest import fold, meant, words_of
from bot.request import Answer, Defaults, FormRoute, Handler, Request, Route, as_messages, request_for
from bot.settings import country_of
from storage import Person, Store

LONG_TEXT = 160
"""From how many characters on plain words are a text to review and not something asked of the assistant."""


@dataclass(frozen=True, slots=True)
class Routes:
    """Who answers what. `buttons` go by the first two words of an action ("goal done"), `forms` by the form's name;
    `text` is given long texts, `file` what is shared and `unknown` whatever leads nowhere else.
    """

    commands: tuple[Route, ...]
    buttons: Mapping[str, Handler]
    forms: Mapping[str, FormRoute]
    text: Handler
    file: Handler
    unknown: Handler

    def named(self, name: str) -> Route | None:
        """The command of this name in either language, however it is accented."""
        folded = fold(name)
        return next((route for route in self.commands if folded in (route.name, route.french)), None)


class Dispatcher:
    """Answers updates from the routes; `reply` is a `bot.messages.Reply`."""

    def __init__(self, store: Store, routes: Routes, clock: Clock, defaults: Defaults) -> None:
        self._store = store
        self._routes = routes
        self._clock = clock
        self._defaults = defaults

    async def reply(self, update: Update) -> tuple[Message, ...]:
        """The messages that answer an update, from the handler that its event leads to. In a channel only commands
        are answered, and with nothing personal.
        """
        request = await self._request(update)
        if not update.private:
            return (Text(request.say("channel-private")),) if isinstance(update.event, Command) else ()
        handler, asked = self._find(update.event, request)
        return as_messages(await handler(asked))

    async def errors(self, update: Update) -> Mapping[str, str]:
        """What is wrong with the values of a form that is still being filled in, by field name; nothing is done."""
        match update.event:
            case Submitted(form, values, about) if form in self._routes.forms:
                request = replace(await self._request(update), values=values, about=about)
                return self._routes.forms[form].check(request)
            case _:
                return {}

    async def _request(self, update: Update) -> Request:
        """The request of an update, before its event is looked at."""
        now = self._clock.now()
        person = await self._told(update, await self._store.meet(update.sender, update.name, now=now))
        return request_for(
            person, now=now, key=update.key, store=self._store, defaults=self._defaults, commands=self._routes.commands
        )

    async def _told(self, update: Update, person: Person) -> Person:
        """The person, with what the platform tells of them settled where they did not say."""
        language = update.language if person.language is None else None
        zone = update.zone if person.zone is None else None
        if language is None and zone is None:
            return person
        country = country_of(zone) if zone else None
        return await self._store.settle(person.id, language=language, zone=zone, country=country)

    def _find(self, event: Event, request: Request) -> tuple[Handler, Request]:
        """The handler that an event leads to, and the request as that handler takes it."""
        match event:
            case Command(name, text):
                return self._command(name, text, request)
            case Pressed(action):
                return self._button(action, request)
            case Submitted(form, values, about):
                return self._form(form), replace(request, values=values, about=about)
            case Shared(name, data):
                return self._routes.file, replace(request, text=name, file=data)
            case Said(text):
                return self._plain(text, request)

    def _form(self, name: str) -> Handler:
        """What takes a form: its handler, behind its check."""
        route = self._routes.forms.get(name, FormRoute(self._routes.unknown))

        async def checked(request: Request) -> Answer:
            errors = route.check(request)
            return Refused("\n".join(errors.values()), errors) if errors else await route.submit(request)

        return checked

    def _command(self, name: str, text: str, request: Request) -> tuple[Handler, Request]:
        route = self._routes.named(name)
        if route is None:
            return self._routes.unknown, replace(request, text=f"/{name}")
        return route.handler, replace(request, text=text.strip())

    def _button(self, action: str, request: Request) -> tuple[Handler, Request]:
        if action.startswith("/"):
            return self._command(action[1:], "", request)
        feature, _, rest = action.partition(" ")
        verb, _, text = rest.partition(" ")
        handler = self._routes.buttons.get(f"{feature} {verb}", self._routes.unknown)
        return handler, replace(request, text=text)

    def _plain(self, text: str, request: Request) -> tuple[Handler, Request]:
        """Plain words: a command said without its slash, a text to review, what sounds like a command, or unknown."""
        first, _, rest = text.strip().partition(" ")
        named = self._routes.named(first.rstrip(":,.!?"))
        if len(text) >= LONG_TEXT or "\n" in text.strip():
            to_read = named is not None and named.handler == self._routes.text
            return self._routes.text, replace(request, text=rest.strip() if to_read else text)
        if named:
            return named.handler, replace(request, text=rest.strip())
        near = likely(text, request)
        if route := _clear(near, words_of(text)) or _asked_first(near, likely(first, request)):
            return route.handler, replace(request, text=text.strip(), heard=True)
        return self._routes.unknown, replace(request, text=text)


def likely(text: str, request: Request) -> tuple[tuple[Route, int], ...]:
    """The commands that plain words sound like, with how many of their words were heard, most first."""
    listens = {route.name: words_of_all(route.listens) for route in request.commands if route.listens}
    routes = {route.name: route for route in request.commands}
    return tuple((routes[name], heard) for name, heard in meant(text, listens))


def _asked_first(near: tuple[tuple[Route, int], ...], first: tuple[tuple[Route, int], ...]) -> Route | None:
    """The command of a sentence that begins with its word ("add", "relis") and sounds like no other."""
    return near[0][0] if len(near) == 1 and first else None


def _clear(routes: tuple[tuple[Route, int], ...], said: list[str]) -> Route | None:
    """The command that was meant beyond doubt: more of its words than of any other's, and two of them or all that
    was said.
    """
    (first, heard), (_, second) = (*routes, (None, 0), (None, 0))[:2]
    return first if heard > second and heard >= min(2, len(set(said))) else None
