"""Reads a phrase, or the longest time of a message: tokens, grammar, then the meaning settled into a value."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.times.grammar import Budget, Reader, TooLongError
from bot.times.lexicon import Lexicon, lexicon_of
from bot.times.meanings import Bound, Context, Day, Moment, Period, Repeat, Span
from bot.times.rules import write_rule
from bot.times.tokens import Token, tokenise
from bot.times.values import (
    Date,
    Deadline,
    Duration,
    Found,
    Instant,
    Language,
    NotBefore,
    Preference,
    Recurrence,
    Value,
    Want,
)

LONGEST_PHRASE = 300  # characters
LONGEST_TOKENS = 60  # words, numbers and signs; also what keeps the recursion shallow
_PHRASE_BUDGET = 8_000  # steps; the longest phrase of the development corpus takes 1,300
_MESSAGE_BUDGET = 6_000  # 1 message in 100 takes more than 2,500
_WHEN = ("recurrence", "elapsed", "moment", "day", "bound", "duration", "named_period", "range")
_LENGTH = ("duration", *_WHEN)


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `first` to `last`, the last one excluded, and what they mean."""

    first: int
    last: int
    meaning: object


_CLOSING = frozenset(".!?;:,…")


def read(
    phrase: str,
    now: datetime,
    zone: ZoneInfo,
    language: Language,
    prefer: Preference = "future",
    want: Want = "when",
) -> Value | None:
    """Returns the value of a phrase that is a time and nothing else, or None.

    `now` is aware (ValueError if not); `zone` is the person's. `prefer` says on which side of now an open phrase
    ("lundi", "le 3") falls. `want` settles the few phrases that are an hour and a length alike: "2h" is 02:00, or two
    hours where a duration is asked for. Ranges ("du 3 au 12"), phrases over 300 characters and anything not wholly
    understood are refused.
    """
    context = _context(now, zone, language, prefer)
    if len(phrase) > LONGEST_PHRASE:
        return None
    tokens = _trimmed(tokenise(phrase))
    if not 0 < len(tokens) <= LONGEST_TOKENS:
        return None
    reader = _reader(tokens, context, Budget(_PHRASE_BUDGET))
    try:
        meaning = _whole(reader, len(tokens), _LENGTH if want == "duration" else _WHEN)
    except TooLongError:
        return None
    return settle_value(meaning, context, zone)


def _context(now: datetime, zone: ZoneInfo, language: Language, prefer: Preference) -> Context:
    if now.tzinfo is None:
        raise ValueError(f"now must be aware of its zone, got {now!r}")
    return Context(now.astimezone(zone), language, prefer)


def _reader(tokens: tuple[Token, ...], context: Context, budget: Budget) -> Reader:
    import bot.times.rulebook  # noqa: F401 - registers the rules; 20 ms that start-up does not need

    return Reader(tokens, lexicon_of(context.language), context, budget)


def _trimmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    end = len(tokens)
    while end and (tokens[end - 1].soft or tokens[end - 1].text in _CLOSING):
        end -= 1
    return tokens[:end]


def _whole(reader: Reader, length: int, categories: tuple[str, ...]) -> object:
    for category in categories:
        meaning = reader.parse(category, 0).get(length)
        if meaning is not None:
            return meaning
    return None


def settle_value(meaning: object, context: Context, zone: ZoneInfo) -> Value | None:
    """Returns the public value of a meaning; a local time in the gap of a clock change moves forward."""
    match meaning:
        case Moment(local):
            return Instant(_utc(local, zone))
        case Bound(local, side):
            return (Deadline if side == "before" else NotBefore)(_utc(local, zone))
        case Day(day):
            return Date(day)
        case Period(start, end):
            return Date(context.today if start <= context.today < end and context.future else start)
        case Span(months, days, seconds):
            return Duration(months, timedelta(days=days, seconds=seconds))
        case Repeat():
            return Recurrence(write_rule(meaning, context), zone.key)
        case _:
            return None


def _utc(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)


def find(text: str, now: datetime, zone: ZoneInfo, language: Language, prefer: Preference = "future") -> Found | None:
    """Returns the longest window of a message that is a time, or None."""
    context = _context(now, zone, language, prefer)
    tokens = tokenise(text)
    window = _longest(tokens, context)
    if window is None:
        return None
    value = settle_value(window.meaning, context, zone)
    if value is None:
        return None
    start, end = tokens[window.first].start, tokens[window.last - 1].end
    return Found(value, start, end, _without(text, start, end))


def _longest(tokens: tuple[Token, ...], context: Context) -> Window | None:
    lexicon, budget = lexicon_of(context.language), Budget(_MESSAGE_BUDGET)
    best: Window | None = None
    try:
        for first, last in _islands(tokens, lexicon):
            reader = _reader(tokens[first:last], context, budget)
            for start, end, meaning in _windows(reader, last - first):
                if best is None or end - start > best.last - best.first:
                    best = Window(first + start, first + end, meaning)
    except TooLongError:
        pass
    return best


def _islands(tokens: tuple[Token, ...], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Returns the runs of tokens that the lexicon knows, signs off their edges; a time has no unknown word."""
    first = last = 0  # the run from `first` to `last`, and the signs after it
    for place, token in enumerate(tokens):
        is_sign = not (token.is_number or token.is_word)
        known = is_sign or token.is_number or lexicon.knows(token)
        if last > first and (not known or place - first >= LONGEST_TOKENS):
            yield first, last
            last = first
        if known and not is_sign:
            first, last = (place if last <= first else first), place + 1
    if last > first:
        yield first, last


def _windows(reader: Reader, length: int) -> Iterator[tuple[int, int, object]]:
    for start in range(length):
        for category in _WHEN:
            for end, meaning in reader.parse(category, start).items():
                yield start, end, meaning


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()
