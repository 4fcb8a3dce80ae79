"""A client's card from words: the fields of a form, or one sentence with commas. Pure; used by the book's handlers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

import phonenumbers

from bot import times
from bot.messages import Language
from bot.nearest import fold
from storage import ClientCard

LIMITS = {"name": 80, "firm": 80, "phone": 40, "last_contact": 60, "note": 300}
"""The longest each field may be, in characters."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a card depends on: the person's hour, zone, language and country (for phones)."""

    now: datetime
    zone: ZoneInfo
    language: Language
    country: str
    met: frozenset[str] = field(default=frozenset(), repr=False)
    """The folded words that lead to a last contact ("vu", "met")."""

    @property
    def today(self) -> date:
        """The person's calendar date."""
        return self.now.astimezone(self.zone).date()


def read_fields(reader: Reader, values: Mapping[str, str]) -> tuple[ClientCard, dict[str, str]]:
    """The card that a form's answers give, and what is wrong by field: the catalogue's key of the sentence."""
    said = {name: " ".join(values.get(name, "").split()) for name in LIMITS}
    phone, day = read_phone(said["phone"], reader.country), read_day(reader, said["last_contact"])
    errors = {name: "client-too-long" for name, limit in LIMITS.items() if len(said[name]) > limit}
    if not any(letter.isalpha() for letter in said["name"]):
        errors["name"] = "client-name-wrong"
    if said["phone"] and phone is None:
        errors["phone"] = "client-phone-wrong"
    if said["last_contact"] and day is None:
        errors["last_contact"] = "client-day-wrong"
    elif day and day > reader.today:
        errors["last_contact"] = "client-day-future"
    return ClientCard(said["name"], said["firm"], phone or "", day, said["note"]), errors


def split_sentence(reader: Reader, text: str) -> dict[str, str]:
    """The fields that a sentence gives: the name first, then firm, phone, last contact and note in any order; the
    first part that is neither a phone nor a day is the firm, the others are the note.
    """
    name, *parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()] or [""]
    values = {"name": name}
    rest = []
    for part in parts:
        kind = _kind(reader, part)
        if kind and kind not in values:
            values[kind] = part
        else:
            rest.append(part)
    return values | {"firm": "".join(rest[:1]), "note": ", ".join(rest[1:])}


def read_phone(text: str, country: str) -> str | None:
    """The number as E.164 ("+33612345678"), read as dialled in a country; None when it can't be one."""
    if re.search(r"[^\W\d_]", text):
        return None
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def tell_phone(phone: str, country: str) -> str:
    """A number as it is dialled: as at home in its own country, with the + elsewhere."""
    number = phonenumbers.parse(phone)
    home = phonenumbers.country_code_for_region(country) == number.country_code
    style = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def read_day(reader: Reader, text: str) -> date | None:
    """The day of a last contact: "12 March", "three months ago", "vu en mars"; None when it gives none."""
    words = text.split()
    while words and fold(words[0]) in reader.met:
        words.pop(0)
    value = times.read(" ".join(words), reader.now, reader.zone, reader.language, prefer="past")
    match value:
        case times.Date(day=day):
            return day
        case times.Instant(at=at):
            return at.astimezone(reader.zone).date()
        case _:
            return None


def _kind(reader: Reader, part: str) -> str:
    """The field that a part of a sentence is, "" when it is firm or note. What looks like a number is a phone even
    when it can't be dialled, so that a slip is told and not kept as a note.
    """
    if sum(letter.isdigit() for letter in part) >= 6 and re.fullmatch(r"[\w\s+().\-/]+", part) and _mostly_digits(part):
        return "phone"
    return "last_contact" if read_day(reader, part) else ""


def _mostly_digits(part: str) -> bool:
    return sum(letter.isdigit() for letter in part) > sum(letter.isalpha() for letter in part)
