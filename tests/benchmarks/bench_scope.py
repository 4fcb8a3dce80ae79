"""How well and how fast a draft's scope is judged, beside raw cosine and the recipe of DESIGN, section 8.

    .venv/bin/pytest -q -s tests/benchmarks/bench_scope.py

Three protocols: the test split (another hand, never trained on); each writer left out in turn; trades left out in ten
groups. The last two train anew (about three minutes). There the weights of the views are learnt once, from heads that
never saw the writer or trade they judge; learning them inside each fold too costs 0.008
(writers: 0.883) and 0.003 (trades: 0.905) on the corpus, but 0.047 on the easy profiles as an unseen writer (0.906).
The zones are chosen on the same drafts; chosen on the others, 6.5 % and 85 % (worst writer 12.6 % and 78 %).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from handlers.draft.scope import Stated, encode, ready, review_scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.draft.encoder import Vectors
    from tests.corpus.train_scope import Profile

CORPUS = Path(__file__).parents[1] / "corpus/profiles.jsonl"
EASY_PROFILES = Path(__file__).parents[2].parent / "shared/data/review/profiles.jsonl"

GROUPS = 10
MOST_MS = {"score alone": 15, "whole review": 60, "whole review, a draft that strays": 60}


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft with its label and scores (all higher further out)."""

    out: bool
    tag: str
    across: bool
    scores: dict[str, float]


@pytest.fixture(scope="module")
def known() -> list[Profile]:
    if not ready():
        pytest.skip("the encoder is not installed: pip install 'comptoir[review]'")
    from tests.corpus.train_scope import read_corpus, read_easy

    return read_corpus(CORPUS) + (read_easy(EASY_PROFILES) if EASY_PROFILES.exists() else [])


def judged(profiles: list[Profile], ours: list[float]) -> list[Judged]:
    """The drafts of some profiles with our scores and those that we compare with."""
    from handlers.draft.scorer import contrast

    rows: list[Judged] = []
    for profile in profiles:
        line, drafts = profile.trade.vector, profile.drafts
        recipe = contrast(line, drafts) + occupations(profile)
        for at, out in enumerate(profile.out):
            scores = {"raw cosine": -float(drafts[at] @ line), "recipe": float(recipe[at])}
            scores["learnt"] = float(ours[len(rows)])
            rows.append(Judged(bool(out), profile.tags[at], profile.across[at], scores))
    return rows


def occupations(profile: Profile) -> Vectors:
    """The contrast of trades: the five best among those beyond the 60 nearest to the line less those of the 10."""
    import numpy as np

    from handlers.draft.bank import trades

    near = (trades().vectors @ profile.trade.vector).argsort()[::-1]
    likeness = profile.drafts @ trades().vectors.T
    far, home = (np.sort(likeness[:, part], axis=1)[:, -5:].mean(axis=1) for part in (near[60:], near[:10]))
    made: Vectors = (far - home) / 0.09
    return made


def auroc(rows: list[Judged], by: str) -> float:
    """How often a draft that is out scores above one that is in; ties count half."""
    outs, ins = ([row.scores[by] for row in rows if row.out is out] for out in (True, False))
    return sum((a > b) + (a == b) / 2 for a in outs for b in ins) / (len(outs) * len(ins))


def show(name: str, rows: list[Judged], zones: tuple[float, float]) -> float:
    """The AUROC of the learnt score, all figures printed."""
    tags = sorted({row.tag for row in rows if row.out})
    print(f"\n{name}: {len(rows)} drafts\n{'':12}   all across", " ".join(f"{tag[:9]:>9}" for tag in tags))
    for by in rows[0].scores:
        parts = [rows, [row for row in rows if row.across]]
        parts += [[row for row in rows if not row.out or row.tag == tag] for tag in tags]
        whole, across, *each = (auroc(part, by) for part in parts)
        print(f"{by:12} {whole:.3f}  {across:.3f}", " ".join(f"{one:9.3f}" for one in each))
    ins, outs = ([row.scores["learnt"] for row in rows if row.out is out] for out in (False, True))
    called, kept = (sum(score >= zones[1] for score in ins), sum(score >= zones[0] for score in outs))
    print(f"in scope called outside {called / len(ins):.1%}, out of scope not inside {kept / len(outs):.1%}")
    return auroc(rows, "learnt")


def test_bench_test_split(known: list[Profile], capsys: pytest.CaptureFixture[str]) -> None:
    from handlers.draft.scorer import model
    from tests.corpus.train_scope import read_corpus

    del known  # skips where the encoder is absent
    profiles = read_corpus(CORPUS, ("test",))
    ours = [float(score) for profile in profiles for score in model().score(profile.trade, profile.drafts)]
    with capsys.disabled():
        assert show("test split", judged(profiles, ours), model().zones) > 0.84


@pytest.mark.parametrize("by", ["writer", "trade"])
def test_bench_leave_one_out(known: list[Profile], by: str, capsys: pytest.CaptureFixture[str]) -> None:
    import numpy as np

    from tests.corpus.learning import weigh_scaled
    from tests.corpus.train_scope import EASY, chosen_zones, left_out

    keys = sorted({profile.key for profile in known})
    groups = [profile.writer if by == "writer" else str(keys.index(profile.key) % GROUPS) for profile in known]
    views, out, _ = left_out(known, groups)
    weights = weigh_scaled(views, out, np.ones(len(out), "f4"), 3.0)
    ours = (views @ weights[:-1] + weights[-1]).tolist()
    rows = judged(known, ours)
    easy = [profile.writer == EASY for profile in known for _ in profile.out]
    hard = [row for row, is_easy in zip(rows, easy, strict=True) if not is_easy]
    mild = [row for row, is_easy in zip(rows, easy, strict=True) if is_easy]
    scores = np.array([row.scores["learnt"] for row in hard])
    zones = chosen_zones(scores, np.array([row.out for row in hard]))
    with capsys.disabled():
        assert show(f"one {by} left out", hard, zones) > 0.86
        if mild:
            show(f"one {by} left out, the easy profiles", mild, zones)


def test_bench_time_of_a_review(known: list[Profile], capsys: pytest.CaptureFixture[str]) -> None:
    from handlers.draft.scorer import model
    from handlers.draft.stated import trade

    del known
    line = Stated("Couvreur : réfection de toitures, zinguerie, isolation des combles.")
    text = (
        "Une cliente m'appelle. La tuile cassée laisse passer l'eau sous le zinc. On monte, on regarde la charpente "
        "et le faîtage. Trois photos plus tard elle comprend pourquoi le plafond gondole depuis novembre ! "
    )
    draft = " ".join((text * 5).split()[:150])
    ways: dict[str, Callable[[], object]] = {
        "score alone": lambda: model().score(trade(line), encode([draft])),
        "whole review": lambda: review_scope(line, draft),
        "whole review, a draft that strays": lambda: review_scope(Stated("Fleuriste : bouquets, mariages."), draft),
        "100 kB": lambda: review_scope(line, text * 500),
    }
    for name, way in ways.items():
        way()
        times = []
        for _ in range(30):
            start = perf_counter()
            way()
            times.append((perf_counter() - start) * 1000)
        with capsys.disabled():
            print(f"\n{name}: {median(times):.0f} ms (limit {MOST_MS.get(name, '–')})", end="")
