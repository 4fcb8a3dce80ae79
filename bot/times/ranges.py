"""Rules for two ends ("du 3 au 12 août", "14h-16h", "from May to June"): recognised so as to be refused whole."""

from bot.times.grammar import rule
from bot.times.meanings import Context, Range


@rule(
    "end",
    "the|the_day|on? <a:moment>",
    "the|the_day|on? <a:day>",
    "around? <a:hour>",
    "<a:any_year>",
    "<a:named_month>",
    "the|the_day? <a:dom>",
    "the|the_day? <weekday> the? <a:dom>",
    "<a:period_end>",
)
def _end(_: Context, a: object, weekday: int = 0) -> object:
    del weekday
    return a


@rule("two_ends", "<a:end> up_to|- <b:end>", "between <a:end> up_to|and|- <b:end>")
def _two_ends(_: Context, a: object, b: object) -> Range:
    del a, b
    return Range()


@rule(
    "range",
    "<two_ends>",
    "on|the? <day> around? <two_ends>",
    "<part:part_of_day> <two_ends>",
    "<two_ends> on|the|of? <day>",
    "<two_ends> <day_part>",
    "<day_part> <two_ends>",
    "<week> <two_ends>",
    "<two_ends> <part:part_of_day>",
    "<day> <part:part_of_day> <two_ends>",
)
def _told_range(_: Context, **parts: object) -> Range:
    del parts
    return Range()


@rule("range", "<a:end> for <span>", "for <span> since <a:end>")
def _lasting(_: Context, a: object, span: object) -> Range:
    del a, span
    return Range()
