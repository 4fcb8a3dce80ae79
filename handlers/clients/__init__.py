"""/client: the book of clients. Add by sentence or by form, show, list, edit, remove with a way back.

The calls feature tells a client with `title` and `detail`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from bot.catalogue import words_of_all
from bot.messages import Button, Buttons, Field, File, Form, Message, Refused, Table, Text
from bot.nearest import fold, words_of
from bot.request import Answer, Request, number_in
from bot.times import tell_day
from handlers.clients.card import LIMITS, Reader, read_fields, split_sentence, tell_phone
from storage import Client, ClientCard

FIELDS = {
    "name": "client-name",
    "firm": "client-firm",
    "phone": "client-phone",
    "last_contact": "client-last-contact",
    "note": "client-note",
}
QUESTIONS = {
    "name": "client-ask-name",
    "firm": "client-ask-firm",
    "phone": "client-ask-phone",
    "last_contact": "client-ask-last-contact",
    "note": "client-ask-note",
}
SHOWN = 20
NAMESAKES = 4


async def client(request: Request) -> Answer:
    """The client that is named, a new one from a sentence, or the ways into the book."""
    text = request.text
    if not text:
        return await _book(request)
    if fold(text) in words_of_all("client-words-list"):
        return await list_(request)
    if fold(text) in words_of_all("client-words-add"):
        return form(request)
    if any(mark in text for mark in ",;\n"):
        return await _add(request, split_sentence(_reader(request), without_verb(request, text)))
    return await _named(request, without_verb(request, text))


async def add(request: Request) -> Answer:
    """The questions of a new client."""
    return form(request)


def wrong(request: Request) -> dict[str, str]:
    """The answers that make no card."""
    return _read(request, request.values)[1]


async def submitted(request: Request) -> Answer:
    """The client added, or edited where the form was about one."""
    card, _ = _read(request, request.values)
    if not request.about:
        return await _added(request, card)
    edited = await request.store.edit_client(request.person.id, number_in(request.about), card)
    return show(request, edited) if edited else Text(request.say("client-gone"))


async def show_one(request: Request) -> Answer:
    """The card of a client whose button was pressed."""
    known = await request.store.client(request.person.id, request.number)
    return show(request, known) if known else Text(request.say("client-gone"))


async def edit(request: Request) -> Answer:
    """The question of which field to edit, or that field's question: "5" or "5 phone"."""
    known = await request.store.client(request.person.id, request.number)
    _, _, field = request.text.partition(" ")
    if known is None:
        return Text(request.say("client-gone"))
    if field in FIELDS:
        return form(request, _values(request, known), asked=(field,), about=str(known.id))
    choices = tuple(Button(request.say(key), f"client edit {known.id} {name}") for name, key in FIELDS.items())
    return Buttons(request.say("client-edit-what", name=known.name), choices)


async def remove(request: Request) -> Answer:
    """The client out of the book, and the way back."""
    removed = await request.store.remove_client(request.person.id, request.number, now=request.now)
    if removed is None:
        return Text(request.say("client-gone"))
    undo = Button(request.say("undo"), f"client restore {removed.id}")
    return Buttons(request.say("client-removed", name=removed.name), (undo,))


async def restore(request: Request) -> Answer:
    """The removed client, back in the book."""
    restored = await request.store.restore_client(request.person.id, request.number)
    return show(request, restored) if restored else Text(request.say("client-gone"))


async def list_(request: Request) -> Answer:
    """The book as a table; a long one as a file as well."""
    book = await request.store.clients(request.person.id)
    if not book:
        return await _book(request)
    columns = tuple(request.say(key) for key in FIELDS.values())
    rows = tuple(tuple(_values(request, known).values()) for known in book)
    table = Table(request.say("client-list", count=len(book)), columns, rows[:SHOWN])
    if len(rows) <= SHOWN:
        return table
    return (table, File("clients.csv", _csv(columns, rows), request.say("client-list-file", count=SHOWN)))


def form(request: Request, values: dict[str, str] | None = None, asked: tuple[str, ...] = (), about: str = "") -> Form:
    """The questions of a card with what stands there already; an interview asks those of `asked`."""
    fields = tuple(
        Field(name, request.say(key), (values or {}).get(name, ""), optional=name != "name", limit=LIMITS[name])
        for name, key in QUESTIONS.items()
    )
    return Form("client", request.say("client-title"), fields, about, asked)


def show(request: Request, known: Client) -> Message:
    """A client's card with the ways to call, edit and remove."""
    choices = (
        Button(request.say("client-call"), f"call card {known.id}"),
        Button(request.say("client-edit"), f"client edit {known.id}"),
        Button(request.say("client-remove"), f"client remove {known.id}"),
    )
    return Buttons("\n".join(line for line in (title(known), *detail(request, known)) if line), choices)


def title(known: Client) -> str:
    """The client in a few words: "Jean Dupont (Acme)"."""
    return f"{known.name} ({known.firm})" if known.firm else known.name


def detail(request: Request, known: Client) -> tuple[str, ...]:
    """What is known of a client beside the name: the number to tap, the last contact, the note."""
    values = _values(request, known)
    contact = request.say("client-contact", day=values["last_contact"]) if known.last_contact else ""
    return (values["phone"], contact, known.note)


def which(request: Request, found: tuple[Client, ...], route: str) -> Message:
    """The choice between namesakes; the button's route is given the client's id."""
    choices = tuple(Button(title(known), f"{route} {known.id}") for known in found[:NAMESAKES])
    return Buttons(request.say("client-which", count=len(found)), choices)


async def find(request: Request, name: str) -> tuple[Client, ...]:
    """The clients whose name or firm holds all these words, by name."""
    words = fold(name).split()
    book = await request.store.clients(request.person.id)
    return tuple(known for known in book if words and all(word in fold(f"{known.name} {known.firm}") for word in words))


async def mentioned(request: Request, sentence: str) -> tuple[Client, ...]:
    """The clients of whom a sentence says a name, in part or whole, by name."""
    said = set(words_of(sentence))
    book = await request.store.clients(request.person.id)
    return tuple(known for known in book if any(word in said for word in words_of(known.name) if len(word) > 2))


def without_verb(request: Request, text: str) -> str:
    """A sentence without the word that asks to add what follows ("add", "ajoute")."""
    first, _, rest = text.partition(" ")
    return rest.strip() if rest and fold(first.rstrip(":")) in words_of_all("client-words-add") else text


async def _named(request: Request, name: str) -> Answer:
    """The client of this name, the choice between namesakes, or the questions of a new one."""
    found = await find(request, name)
    if len(found) == 1:
        return show(request, found[0])
    if found:
        return which(request, found, "client show")
    _, errors = _read(request, {"name": name})
    if errors:
        return Refused(errors["name"])
    asked = tuple(field for field in FIELDS if field != "name")
    return (Text(request.say("client-new", name=name)), form(request, {"name": name}, asked))


async def _add(request: Request, values: dict[str, str]) -> Answer:
    card, errors = _read(request, values)
    return Refused("\n".join(errors.values()), {}) if errors else await _added(request, card)


async def _added(request: Request, card: ClientCard) -> Message:
    """The client added and read back, with the way back."""
    added = await request.store.add_client(request.person.id, card, key=request.key, now=request.now)
    text = "\n".join(line for line in (request.say("client-added", who=title(added)), *detail(request, added)) if line)
    choices = (
        Button(request.say("client-add-another"), "client add"),
        Button(request.say("client-edit"), f"client edit {added.id}"),
        Button(request.say("undo"), f"client remove {added.id}"),
    )
    return Buttons(text, choices)


async def _book(request: Request) -> Message:
    """How many clients there are, and the ways in."""
    count = len(await request.store.clients(request.person.id))
    choices = [Button(request.say("client-add"), "client add")]
    if count:
        choices.append(Button(request.say("client-see-list"), "client list"))
    return Buttons(request.say("client-book", count=count), tuple(choices))


def _read(request: Request, values: Mapping[str, str]) -> tuple[ClientCard, dict[str, str]]:
    """The card that the values give, and the sentences of what is wrong by field."""
    card, wrong = read_fields(_reader(request), values)
    said = request.say
    return card, {name: said(key, field=said(FIELDS[name]), limit=LIMITS[name]) for name, key in wrong.items()}


def _reader(request: Request) -> Reader:
    met = words_of_all("client-words-met")
    return Reader(request.now, request.zone, request.language, request.country, met)


def _values(request: Request, known: Client) -> dict[str, str]:
    """The fields of a client as the person would type them."""
    return {
        "name": known.name,
        "firm": known.firm,
        "phone": tell_phone(known.phone, request.country) if known.phone else "",
        "last_contact": tell_day(known.last_contact, request.language, request.today) if known.last_contact else "",
        "note": known.note,
    }


def _csv(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> bytes:
    """The rows as a CSV file that spreadsheets open as it is: a byte order mark, semicolons."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([columns, *rows])
    return text.getvalue().encode("utf-8-sig")
