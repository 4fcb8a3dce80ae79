"""How well and how fast time phrases are read, on a corpus that stays outside the repository, beside dateparser alone.

    COMPTOIR_TIMES=../shared/data/time .venv/bin/pytest -q -s tests/benchmarks/bench_times.py
    .venv/bin/python tests/benchmarks/bench_times.py CASES.jsonl…   (phrases or messages, score.py beside them)

The scorer is the `score.py` that lies beside the cases: it judges one prediction. It does not judge whole messages, so
the rule is here: a message with no time is exact when none is found; any other when what is found is judged exact
against one of its times, and silently wrong when it is judged wrong against all of them.
"""

import importlib.util
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.times import find
from bot.times.scoring import Prediction, predict

Case = Mapping[str, Any]
Verdicts = Counter[str]

FOLDER = Path(os.environ.get("COMPTOIR_TIMES", Path(__file__).parents[2].parent / "shared/data/time"))
UTC = ZoneInfo("UTC")
HOSTILE = ("lundi ", "1/", "9h-", "every other monday ", "(", "vingt ")


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of the issue: which cases, the least share exact and the largest share silently wrong, in per cent."""

    name: str
    holds: Callable[[Case], bool]
    exact: float
    wrong: float = 100


def bars(core: Iterable[str]) -> list[Bar]:
    """Returns the bars of the issue for phrases."""
    kinds = frozenset(core)
    return [
        Bar("CORE French", lambda case: case["lang"] == "fr" and case["category"] in kinds, 91, 3.5),
        Bar("CORE English", lambda case: case["lang"] == "en" and case["category"] in kinds, 84, 3.5),
        Bar("durations", lambda case: case["category"] == "duration", 96),
        Bar("recurrences", lambda case: case["category"] == "recurrence", 97),
        Bar("no time, refused", lambda case: case["category"] == "negative", 96),
    ]


def load(path: Path) -> list[Case]:
    """Returns the cases of a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def scorer_beside(path: Path) -> ModuleType:
    """Returns the scorer that lies in the folder of the cases."""
    spec = importlib.util.spec_from_file_location("times_score", path.with_name("score.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ours(case: Case) -> Prediction | None:
    """Returns our prediction of a phrase; a slot for a duration says so, as the scorer itself does."""
    return predict({**case, "want": "duration" if case["category"] == "duration" else "when"})["pred"]  # type: ignore[return-value]


def theirs(case: Case) -> Prediction | None:
    """Returns what dateparser alone makes of a phrase; for a duration, how far from now it puts it."""
    import dateparser

    base = datetime.fromisoformat(case["ref"])
    settings: dict[str, Any] = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"}
    found = dateparser.parse(case["phrase"], languages=[case["lang"]], settings=settings)
    if found is None:
        return None
    local = found.replace(tzinfo=None)
    if case["category"] == "duration":
        return {"kind": "duration", "seconds": abs((local - base).total_seconds()), "months": 0}
    return {"kind": "instant", "value": local.isoformat()}


def judged(score: ModuleType, cases: list[Case], reader: Callable[[Case], Prediction | None]) -> list[str]:
    """Returns the scorer's verdict on each case."""
    return [verdict for _, _, verdict in score.run(cases, reader)]


def message_verdict(score: ModuleType, case: Case, prediction: Prediction | None) -> str:
    """Returns the verdict on a whole message, by the rule in this module's docstring."""
    if not case["spans"]:
        return "exact" if prediction is None else "wrong"
    if prediction is None:
        return "none"
    verdicts = {_span_verdict(score, case, span, prediction) for span in case["spans"] if span["expect"]}
    return next((each for each in ("exact", "partial") if each in verdicts), "wrong")


def _span_verdict(score: ModuleType, case: Case, span: Case, prediction: Prediction) -> str:
    is_part = span["type"] in ("timerange", "datetimerange")  # what the phrases call a day-part
    try:
        told = {"expect": span["expect"], "ref": case["ref"], "category": "day-part" if is_part else span["type"]}
        return str(score.judge(told, prediction))
    except (KeyError, TypeError, ValueError):
        return "wrong"


def share(verdicts: Verdicts, name: str) -> float:
    """Returns a verdict's share in per cent."""
    return 100 * verdicts[name] / max(1, verdicts.total())


def milliseconds(work: Callable[[Case], object], case: Case) -> float:
    """Returns the best of three warm calls: what the work costs, not what else the machine was doing."""
    work(case)
    times = []
    for _ in range(3):
        start = perf_counter()
        work(case)
        times.append(1000 * (perf_counter() - start))
    return min(times)


def report_phrases(path: Path) -> list[str]:
    """Prints the bars of the issue beside dateparser alone; returns the names of those not met."""
    score, cases = scorer_beside(path), load(path)
    our_verdicts, their_verdicts = judged(score, cases, ours), judged(score, cases, theirs)
    missed = []
    print(
        f"\n{path.name}: {len(cases)} phrases\n{'':18}{'n':>5} {'exact':>7} {'wrong':>7}   bar         dateparser alone"
    )
    for bar in bars(score.CORE):
        held = [place for place, case in enumerate(cases) if bar.holds(case)]
        mine, other = Counter(our_verdicts[k] for k in held), Counter(their_verdicts[k] for k in held)
        met = share(mine, "exact") >= bar.exact and share(mine, "wrong") <= bar.wrong
        missed += [] if met else [bar.name]
        print(
            f"{bar.name:18}{len(held):5} {share(mine, 'exact'):6.1f}% {share(mine, 'wrong'):6.1f}%"
            f"   ≥{bar.exact:g} ≤{bar.wrong:<5g} {share(other, 'exact'):6.1f}% {share(other, 'wrong'):6.1f}%"
        )
    return missed


def report_messages(path: Path) -> list[str]:
    """Prints the share of whole messages that are exact; returns the languages below their bar."""
    score, cases = scorer_beside(path), load(path)
    missed = []
    print(f"\n{path.name}: {len(cases)} messages")
    for language, least in (("fr", 72), ("en", 65)):
        held = [case for case in cases if case["lang"] == language]
        told = Counter(message_verdict(score, case, predict(case)["pred"]) for case in held)  # type: ignore[arg-type]
        missed += [] if share(told, "exact") >= least else [f"messages {language}"]
        print(f"{language:18}{len(held):5} {share(told, 'exact'):6.1f}% {share(told, 'wrong'):6.1f}%   ≥{least}")
    return missed


def report_speed(path: Path) -> list[str]:
    """Prints what a warm phrase costs beside dateparser, and a hostile message; returns what is over its bound."""
    cases = load(path)
    mine, other = ([milliseconds(work, case) for case in cases] for work in (ours, theirs))
    our_tail, their_tail = quantiles(mine, n=100)[98], quantiles(other, n=100)[98]
    now = datetime(2026, 11, 26, 10, 30, tzinfo=UTC)
    texts = [{"text": (piece * 10_000)[:10_000], "lang": lang} for piece in HOSTILE for lang in ("fr", "en")]
    worst = max(milliseconds(lambda case: find(case["text"], now, UTC, case["lang"]), text) for text in texts)
    print(f"\nwarm, ms a phrase:  median {median(mine):.2f}, p99 {our_tail:.2f} (bar 10)")
    times = our_tail / their_tail
    print(f"dateparser alone:   median {median(other):.2f}, p99 {their_tail:.2f}; our p99 is {times:.1f} times it")
    print(f"a hostile message of 10,000 characters: {worst:.0f} ms (bar 50)")
    return (["p99"] if our_tail > 10 else []) + (["hostile"] if worst > 50 else [])


def needed(name: str) -> Path:
    """Returns a file of the corpus; skips the test where it is absent."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"the corpus is not in the repository: no {path}; set COMPTOIR_TIMES to its folder")
    return path


def test_the_bars_on_phrases_are_met() -> None:
    assert report_phrases(needed("dev.jsonl")) == []


def test_the_bars_on_whole_messages_are_met() -> None:
    assert report_messages(needed("sentences_dev.jsonl")) == []


def test_a_phrase_and_a_hostile_message_are_cheap() -> None:
    assert report_speed(needed("dev.jsonl")) == []


if __name__ == "__main__":
    for argument in map(Path, sys.argv[1:]):
        is_messages = "sentence" in load(argument)[0]
        report_messages(argument) if is_messages else (report_phrases(argument), report_speed(argument))
