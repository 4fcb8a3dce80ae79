"""Rules for hours of the day: "9h05", "half past seven", "huit heures moins le quart", "3pm", "midi et demi"."""

from dataclasses import replace

from bot.times.grammar import rule
from bot.times.meanings import Clock, Context, Number, Part

_NOON, _MIDNIGHT = 12, 24
_LAST_AFTERNOON_HOUR = 6  # a bare English hour from 1 to 6 is in the afternoon


def settle(context: Context, clock: Clock, part: Part | None = None) -> Clock:
    """Returns the clock on 24 hours: by the part of the day if one is told, else by the habits of the language."""
    if clock.settled or clock.hour > _NOON:
        return replace(clock, settled=True)
    if part is not None:
        return replace(clock, hour=_in_part(clock.hour, part), settled=True)
    if context.language == "en" and 1 <= (clock.said or clock.hour) <= _LAST_AFTERNOON_HOUR:
        return replace(clock, hour=clock.hour + _NOON, settled=True)
    return replace(clock, settled=True)


def _in_part(hour: int, part: Part) -> int:
    """Returns the first such hour of the dial from the part's turn on: 8 du soir is 20, ce soir à 1h is 25."""
    return part.turn + (hour - part.turn) % _NOON


def _clock(hour: Number, minute: int = 0, second: int = 0) -> Clock | None:
    if hour.value > _MIDNIGHT or minute > 59 or second > 59 or hour.digits > 2 or (hour.value == 24 and minute):
        return None
    sure = hour.value > _NOON or hour.value == 0 or (hour.digits == 2 and hour.value < 10)
    return Clock(hour.value, minute, second, settled=sure)


# An hour that could be nothing else ("9h", "9:05", "noon").
@rule("dial", "<hour:number> oclock")
def _oclock(_: Context, hour: Number) -> Clock | None:
    return _clock(hour)


@rule("dial", "<hour:number> h")
def _on_the_hour(context: Context, hour: Number) -> Clock | None:
    """9h; in English that is a length, until 13h."""
    return _clock(hour) if context.language == "fr" or hour.value > _NOON else None


@rule("dial", "<hour:number> h and? <minute:number>")
def _hour_minute(_: Context, hour: Number, minute: Number) -> Clock | None:
    return _clock(hour, minute.value)


@rule("dial", "<hour:number> h and? <minute:number> m")
def _hour_minutes(context: Context, hour: Number, minute: Number) -> Clock | None:
    """8 h et vingt minutes; in English that is a length."""
    return _clock(hour, minute.value) if context.language == "fr" else None


@rule("dial", "<hour:number> h and? <second:number> s")
def _hour_second(_: Context, hour: Number, second: Number) -> Clock | None:
    return _clock(hour, 0, second.value)


@rule(
    "dial",
    "<hour:number> h and? <minute:number> m and? <second:number> s?",
    "<hour:number> : <minute:number> : <second:number>",
)
def _hour_minute_second(_: Context, hour: Number, minute: Number, second: Number) -> Clock | None:
    return _clock(hour, minute.value, second.value)


@rule("dial", "<hour:number> : <minute:number> h?")
def _colon(_: Context, hour: Number, minute: Number) -> Clock | None:
    return _clock(hour, minute.value) if minute.digits == 2 else None


@rule("dial", "<hour:fixed_clock>")
def _noon_or_midnight(_: Context, hour: int) -> Clock:
    return Clock(hour, settled=True)


@rule("dial", "<hour:fixed_clock> <minute:number>")
def _past_noon(_: Context, hour: int, minute: Number) -> Clock | None:
    return _clock(Number(hour % _MIDNIGHT), minute.value)


@rule("dial", "<hour:number> ish")
def _about_hour(_: Context, hour: Number) -> Clock | None:
    return _clock(hour)


# An hour only where the phrase asks for one: after "at", beside "tonight", before "pm".
@rule("loose", "<hour:number> . <minute:number>")
def _dot(_: Context, hour: Number, minute: Number) -> Clock | None:
    return _clock(hour, minute.value) if hour.digits and minute.digits == 2 else None


@rule("loose", "<hour:number>")
def _bare(_: Context, hour: Number) -> Clock | None:
    return _clock(hour)


@rule("short", "<hour:number>")
def _short(_: Context, hour: Number) -> Clock | None:
    """9a, never "nine a"."""
    return _clock(hour) if hour.digits else None


@rule("loose", "<number>")
def _four_digits(_: Context, number: Number) -> Clock | None:
    """1030, 0730."""
    hour, minute = divmod(number.value, 100)
    return _clock(Number(hour, 2), minute) if number.digits == 4 else None


@rule("loose", "<hour:number> <minute:number>")
def _spoken(_: Context, hour: Number, minute: Number) -> Clock | None:
    """Seven thirty; 3 15."""
    return _clock(hour, minute.value) if minute.value >= 10 and minute.digits in (0, 2) else None


@rule("words_only", "<hour:number> <minute:number>")
def _words_only(_: Context, hour: Number, minute: Number) -> Clock | None:
    """Nine thirty: an hour by itself, when it is in words."""
    return _clock(hour, minute.value) if minute.value >= 10 and not hour.digits and not minute.digits else None


@rule("words_only", "<number>")
def _military(_: Context, number: Number) -> Clock | None:
    """0930; without its zero it would be anything."""
    hour, minute = divmod(number.value, 100)
    return _clock(Number(hour, 2), minute) if number.digits == 4 and hour < 10 else None


@rule("meridian", "<clock:dial> am|am_short", "<clock:loose> am", "<clock:short> am_short")
def _morning(_: Context, clock: Clock) -> Clock | None:
    return replace(clock, hour=clock.hour % _NOON, settled=True) if clock.hour <= _NOON else None


@rule("meridian", "<clock:dial> pm|pm_short", "<clock:loose> pm", "<clock:short> pm_short")
def _afternoon(_: Context, clock: Clock) -> Clock | None:
    return replace(clock, hour=clock.hour % _NOON + _NOON, settled=True) if clock.hour < _MIDNIGHT else None


@rule("face", "<clock:dial>", "<clock:meridian>")
@rule("target", "<clock:dial>", "<clock:meridian>", "<clock:loose>")
@rule("clock", "<clock:dial> sharp?", "<clock:meridian> sharp?")
@rule("hour", "<clock>", "<clock:loose>")
def _as_told(_: Context, clock: Clock) -> Clock:
    return clock


def _moved(clock: Clock, minutes: int) -> Clock | None:
    total = clock.hour * 60 + clock.minute + minutes
    if not 0 < abs(minutes) < 60 or not 0 <= total < 24 * 60 + 60:
        return None
    return replace(clock, hour=total // 60, minute=total % 60, said=clock.hour)


@rule(
    "clock",
    "<clock:face> and? <fraction>",
    "<clock:loose> and <fraction> h?",
    "<clock:face> past the? <fraction>",
)
def _and_quarters(_: Context, clock: Clock, fraction: float) -> Clock | None:
    return _moved(replace(clock, hour=clock.hour % _MIDNIGHT), round(60 * fraction))


@rule("clock", "<clock:face> minus the? <fraction>")
def _minus_quarter(_: Context, clock: Clock, fraction: float) -> Clock | None:
    return _moved(clock, -round(60 * fraction))


@rule("clock", "<clock:face> minus <minutes:number> m?")
def _minus_minutes(_: Context, clock: Clock, minutes: Number) -> Clock | None:
    return _moved(clock, -minutes.value)


@rule("clock", "<clock:face> past of? <minutes:number> m?")
def _french_past(_: Context, clock: Clock, minutes: Number) -> Clock | None:
    return _moved(clock, minutes.value)


@rule("clock", "<fraction> past <clock:target>")
def _quarter_past(_: Context, fraction: float, clock: Clock) -> Clock | None:
    return _moved(clock, round(60 * fraction))


@rule("clock", "half_past <clock:target>")
def _half_past(_: Context, clock: Clock) -> Clock | None:
    """Half three, as the British say it."""
    return _moved(clock, 30)


@rule("clock", "<minutes:number> m? past <clock:target>")
def _minutes_past(_: Context, minutes: Number, clock: Clock) -> Clock | None:
    return _moved(clock, minutes.value)


@rule("clock", "<fraction> to <clock:target>")
def _quarter_to(_: Context, fraction: float, clock: Clock) -> Clock | None:
    return _moved(clock, -round(60 * fraction))


@rule("clock", "<minutes:number> m? to <clock:target>")
def _minutes_to(_: Context, minutes: Number, clock: Clock) -> Clock | None:
    return _moved(clock, -minutes.value)
