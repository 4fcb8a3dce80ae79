"""Whom to call, and why. Pure; used by the calls handlers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from storage import Client

REST = timedelta(days=30)
"""How long a client who was spoken to is left in peace."""

NAMES = 3
"""The most names proposed one after the other: a longer list is not called, it is looked at."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A client to call. `silence` is the time since the last real contact, None when none is known."""

    client: Client
    silence: timedelta | None


def rank(clients: Iterable[Client], now: datetime, zone: ZoneInfo) -> tuple[Proposal, ...]:
    """The clients to call now, the longest silence first, those never spoken to last; by name among equals.

    Left out: whoever was spoken to in the last 30 days, tried today, or has a reminder set.
    """
    today = now.astimezone(zone).date()
    proposals = [_proposal(client, today) for client in clients if _free(client, today, zone)]
    return tuple(sorted((one for one in proposals if _due(one)), key=_order))


def _proposal(client: Client, today: date) -> Proposal:
    return Proposal(client, today - client.last_contact if client.last_contact else None)


def _free(client: Client, today: date, zone: ZoneInfo) -> bool:
    tried_today = client.last_tried is not None and client.last_tried.astimezone(zone).date() >= today
    return client.promised_at is None and not tried_today


def _due(proposal: Proposal) -> bool:
    return proposal.silence is None or proposal.silence >= REST


def _order(proposal: Proposal) -> tuple[bool, timedelta, str]:
    silence = proposal.silence or timedelta()
    return proposal.silence is None, -silence, proposal.client.name.casefold()
