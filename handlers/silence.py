"""/stop: silence at once, with everything kept, until /start."""

from __future__ import annotations

from bot.messages import Button, Buttons
from bot.request import Answer, Request


async def stop(request: Request) -> Answer:
    """Silence from now on, and the way back."""
    if not request.person.silent_since:
        await request.store.silence(request.person.id, request.now)
    return Buttons(request.say("stop-silent"), (Button(request.say("stop-back"), "/start"),))
