"""/start: the language and the time zone in at most two taps, then the first question of the editorial line."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo, available_timezones

from bot.catalogue import say_in
from bot.messages import LANGUAGES, Button, Buttons, Field, Form, Message, Text
from bot.request import Answer, Request, as_messages
from bot.settings import country_of
from bot.times import tell_hour
from handlers import goals, line
from handlers.help import next_thing
from handlers.places import place_in, zone_of

NEARBY = {
    "fr": ("Europe/Paris", "America/Toronto", "Indian/Reunion"),
    "en": ("Europe/London", "America/New_York", "Europe/Paris"),
}
"""Zones to offer beside the machine's own, by language; three at most, so that the question fits a phone."""


async def start(request: Request) -> Answer:
    """The next thing to settle, or where the person stands; silence is over."""
    if request.person.silent_since:
        person = await request.store.silence(request.person.id, None)
        return await _back(replace(request, person=person))
    return await _settled(request)


async def choose_language(request: Request) -> Answer:
    """The language kept, and the next thing to settle."""
    if request.text not in LANGUAGES:
        return _languages(request)
    person = await request.store.settle(request.person.id, language=request.text)
    return await _settled(replace(request, person=person, say=say_in(request.text)))


async def choose_zone(request: Request) -> Answer:
    """The zone kept, and the first question of the line."""
    if request.text not in available_timezones():
        return _place(request)
    return await _placed(request, request.text)


async def other_place(request: Request) -> Answer:
    """The question for another place than those offered."""
    return _place(request)


def place_wrong(request: Request) -> dict[str, str]:
    """Why no zone goes by the place named."""
    known = zone_of(request.values["place"], request.language, request.now)
    return {} if known else {"place": request.say("start-place-unknown")}


async def place_given(request: Request) -> Answer:
    """The zone of the place named kept, and the first question of the line."""
    zone = zone_of(request.values["place"], request.language, request.now)
    return await _placed(request, zone) if zone else _place(request)


async def _settled(request: Request) -> Answer:
    """The first thing that is not settled yet, or where the person stands."""
    if request.person.language is None:
        return _languages(request)
    if request.person.zone is None:
        return _zones(request)
    return await _ready(request)


async def _placed(request: Request, zone: str) -> Answer:
    person = await request.store.settle(request.person.id, zone=zone, country=country_of(zone))
    return await _ready(replace(request, person=person, zone=ZoneInfo(zone)))


async def _ready(request: Request) -> Answer:
    """The first question of the line, or the next useful thing for someone who has one."""
    if await request.store.current_line(request.person.id):
        return await next_thing(request)
    return (Text(request.say("start-welcome")), line.questions(request))


async def _back(request: Request) -> Answer:
    """The welcome of someone who had asked for silence, with the time-box that ended meanwhile."""
    messages: tuple[Message, ...] = (Text(request.say("start-back")),)
    ended = await goals.ended(request)
    return (*messages, ended) if ended else (*messages, *as_messages(await next_thing(request)))


def _languages(request: Request) -> Message:
    """The question of the language, in each of them, the likely one first."""
    tags = sorted(LANGUAGES, key=lambda tag: tag != request.language)
    choices = tuple(Button(say_in(tag)("language-name"), f"start language {tag}") for tag in tags)
    return Buttons("\n".join(say_in(tag)("start-language") for tag in tags), choices)


def _zones(request: Request) -> Message:
    """The question of the hour: the zone of the machine first, then the likely others."""
    zones = dict.fromkeys((request.zone.key, *NEARBY[request.language]))
    choices = [
        Button(
            request.say("start-zone-choice", place=place_in(zone, request.language), hour=_hour(request, zone)),
            f"start zone {zone}",
        )
        for zone in list(zones)[:3]
    ]
    return Buttons(request.say("start-zone"), (*choices, Button(request.say("start-zone-other"), "start place")))


def _place(request: Request) -> Form:
    field = Field("place", request.say("start-place"), limit=60)
    return Form("place", request.say("start-place-title"), (field,))


def _hour(request: Request, zone: str) -> str:
    return tell_hour(request.now, request.language, ZoneInfo(zone))
