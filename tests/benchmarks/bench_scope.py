"""How well and how fast a draft's scope is judged, on our 20 profiles, beside raw cosine.

    .venv/bin/pytest -q -s tests/benchmarks/bench_scope.py

The zones are chosen again leaving each profile out, so that no draft is judged by a threshold it helped to choose.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from time import perf_counter

import pytest

from handlers.draft.scope import EDGE_FROM, OUTSIDE_FROM, Stated, encode, ready, review_scope

PROFILES = Path(__file__).parents[2].parent / "shared/data/review/profiles.jsonl"

OUTSIDE_OF_IN, INSIDE_OF_OUT = 0.05, 0.10
"""What the zones are chosen for: the share of in-scope drafts called outside, of the others passed as inside."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft with its label, our score and that of raw cosine (both higher further out)."""

    profile: str
    across: bool
    out: bool
    tag: str
    score: float
    raw: float


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    if not PROFILES.exists():
        pytest.skip(f"the profiles are not here: {PROFILES}")
    if not ready():
        pytest.skip("the encoder is not installed: pip install 'comptoir[review]'")
    profiles = [json.loads(line) for line in PROFILES.read_text(encoding="utf-8").splitlines()]
    return [draft for profile in profiles for language in ("fr", "en") for draft in judge(profile, language)]


def judge(profile: dict[str, object], language: str) -> list[Judged]:
    """The drafts of a profile against its line in a language."""
    line = Stated(str(profile[f"exp_{language}"]), str(profile.get(f"msg_{language}", "")))
    (stated,) = encode([line.expertise])
    rows = []
    for draft in profile["drafts"]:  # type: ignore[attr-defined]
        scope = review_scope(line, draft["text"])
        assert scope is not None
        raw = -float(encode([draft["text"]])[0] @ stated)
        across, out = language != profile["lang"], draft["label"] == "out"
        rows.append(Judged(str(profile["id"]), across, out, draft["tag"], scope.score, raw))
    return rows


def auroc(pairs: list[tuple[bool, float]]) -> float:
    """How often a draft that is out scores above one that is in; ties count half."""
    outs, ins = [score for out, score in pairs if out], [score for out, score in pairs if not out]
    return sum((a > b) + (a == b) / 2 for a in outs for b in ins) / (len(outs) * len(ins))


def quantile(values: list[float], share: float) -> float:
    """The value with this share of the others below it, between its two neighbours."""
    ordered, place = sorted(values), share * (len(values) - 1)
    low = ordered[int(place)]
    return low + (ordered[min(int(place) + 1, len(values) - 1)] - low) * (place - int(place))


def chosen(rows: list[Judged]) -> tuple[float, float]:
    """Where the edge and the outside begin, chosen on these drafts."""
    edge = quantile([row.score for row in rows if row.out], INSIDE_OF_OUT)
    return edge, max(edge, quantile([row.score for row in rows if not row.out], 1 - OUTSIDE_OF_IN))


def rates(zoned: list[tuple[Judged, float, float]], *, out: bool) -> list[float]:
    """The shares inside, on the edge and outside of the drafts with a label."""
    mine = [(row.score, edge, outside) for row, edge, outside in zoned if row.out is out]
    inside = sum(score < edge for score, edge, _ in mine)
    beyond = sum(score >= outside for score, _, outside in mine)
    return [inside / len(mine), 1 - (inside + beyond) / len(mine), beyond / len(mine)]


def test_bench_scope_against_raw_cosine(judged: list[Judged], capsys: pytest.CaptureFixture[str]) -> None:
    profiles = sorted({row.profile for row in judged})
    with capsys.disabled():
        print(f"\n{len(judged)} drafts, {len(profiles)} profiles      AUROC pooled   mean of profiles")
        for name, across in (("own language", False), ("across languages", True)):
            rows = [row for row in judged if row.across is across]
            for what, pairs in (
                ("raw cosine", [(row.profile, row.out, row.raw) for row in rows]),
                ("review_scope", [(row.profile, row.out, row.score) for row in rows]),
            ):
                pooled = auroc([(out, score) for _, out, score in pairs])
                each = mean(auroc([(out, score) for at, out, score in pairs if at == one]) for one in profiles)
                print(f"{name:17} {what:13} {pooled:13.3f} {each:13.3f}")
    own = [(row.out, row.score) for row in judged if not row.across]
    assert auroc(own) > auroc([(row.out, row.raw) for row in judged if not row.across]) + 0.03


def test_bench_zones(judged: list[Judged], capsys: pytest.CaptureFixture[str]) -> None:
    folds = {at: chosen([row for row in judged if row.profile != at]) for at in {row.profile for row in judged}}
    held_out = [(row, *folds[row.profile]) for row in judged]
    shipped = [(row, EDGE_FROM, OUTSIDE_FROM) for row in judged]
    with capsys.disabled():
        edges, outsides = zip(*folds.values(), strict=True)
        print(
            f"\nzones by fold: edge {min(edges):.2f}…{max(edges):.2f}, outside {min(outsides):.2f}…{max(outsides):.2f}"
        )
        print("                              inside   edge  outside")
        for name, zoned in (("profile left out", held_out), (f"shipped {EDGE_FROM}/{OUTSIDE_FROM}", shipped)):
            for label, out in (("in", False), ("out", True)):
                print(f"{name:20} {label:5}", "".join(f"{rate:9.1%}" for rate in rates(zoned, out=out)))
        for tag in sorted({row.tag for row in judged}):
            rows = [row for row in judged if row.tag == tag]
            print(f"{tag:12} {'out' if rows[0].out else 'in':4} median score {median(r.score for r in rows):6.2f}")
    assert rates(shipped, out=False)[2] <= 0.08
    assert rates(shipped, out=True)[0] <= 0.18


def test_bench_time_of_a_review(judged: list[Judged], capsys: pytest.CaptureFixture[str]) -> None:
    del judged  # skips where the encoder is absent, and has it loaded
    line = Stated("Couvreur : réfection de toitures, zinguerie, isolation des combles.")
    word = "la tuile cassée laisse passer l'eau sous le zinc et la charpente pourrit lentement pendant chaque hiver "
    draft, huge = " ".join((word * 10).split()[:150]), word * 1000
    for name, text in (("150 words", draft), ("100 kB", huge)):
        times = []
        for _ in range(20):
            start = perf_counter()
            review_scope(line, text)
            times.append((perf_counter() - start) * 1000)
        with capsys.disabled():
            print(f"\nreview_scope, {name}: {median(times):.0f} ms (worst {max(times):.0f})", end="")
