"""Trains `scope.npz`, what the scope has learnt from labelled drafts.

    python -m tests.corpus.train_scope tests/corpus/profiles.jsonl PATH_TO/profiles.jsonl

The first file is the corpus of the repository (see `tests/corpus/README.md`), of which the split "test" is left out;
the second, when given, the 20 easier profiles, with a line in each language, which keep what is learnt from the hard
ones honest on plain drafts. Deterministic; about two minutes on two cores.

The heads are trained on all writers but one, in turn; how to weigh them, and where the zones lie, is learnt from the
drafts of the one left out, so that no weight rests on what a head has by heart.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import handlers.draft
from handlers.draft.encoder import encode
from handlers.draft.scorer import FEATURES, Model, features, unlike_posts
from handlers.draft.stated import Stated, Trade, trade
from handlers.draft.text import clauses
from tests.corpus.learning import Examples, compare, weigh, weigh_closeness, weigh_scaled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from handlers.draft.encoder import Vectors

MODEL = Path(handlers.draft.__file__).with_name("scope.npz")

INSIDE_OF_OUT, OUTSIDE_OF_IN = 0.14, 0.06
"""What the zones are chosen for: the share of out-of-scope drafts inside, of in-scope ones outside. Under the bars of
18 and 8 %, because other people's drafts are others."""

EASY = "easy"
_HEAD_RIDGE, _MIX_RIDGE, _POST_WEIGHT, _EASY_WEIGHT, _NAMED = 1.0, 3.0, 0.5, 0.5, 0.3
_ZERO = np.zeros(0, "f4")


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A person of the corpus with their line, trade, posts and drafts as vectors. `near` holds, for a draft of a
    neighbouring trade, the vector of that trade's name; `repeated` says that its drafts stand in another profile too.
    """

    key: str
    writer: str
    trade: Trade
    name: Vectors
    posts: Vectors
    drafts: Vectors
    out: NDArray[np.bool_]
    tags: tuple[str, ...]
    across: tuple[bool, ...]
    near: Mapping[int, Vectors]
    repeated: bool = False

    @property
    def weight(self) -> float:
        """What each draft counts in the heads."""
        return _EASY_WEIGHT if self.writer == EASY else 1.0


def read_corpus(source: Path, splits: Iterable[str] = ("train", "dev")) -> list[Profile]:
    """The profiles of the corpus that belong to some splits."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    return [_profile(row) for row in rows if row["split"] in splits]


def read_easy(source: Path) -> list[Profile]:
    """The easier profiles, each twice: once with its line in French, once in English."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    return [_profile(_worded(row, language)) for row in rows for language in ("fr", "en")]


def _worded(row: dict[str, Any], language: str) -> dict[str, Any]:
    expertise, messages = row[f"exp_{language}"], row.get(f"msg_{language}", "")
    drafts = [{"lang": row["lang"], **draft} for draft in row["drafts"]]
    repeated = language != row["lang"]
    line = {"expertise": expertise, "messages": messages}
    return {"id": row["id"], "lang": language, "line": line, "drafts": drafts, "repeated": repeated}


def _profile(row: dict[str, Any]) -> Profile:
    line = Stated(row["line"]["expertise"], row["line"]["messages"])
    drafts, ready = row["drafts"], trade(line)
    name = row.get("trade") or next(iter(clauses(line.expertise)), line.expertise)
    near = {place: encode([draft["near"]])[0] for place, draft in enumerate(drafts) if draft.get("near")}
    return Profile(
        key=row["id"],
        writer=row.get("writer", EASY),
        trade=ready,
        name=encode([name])[0],
        posts=encode(row["posts"]) if row.get("posts") else np.zeros((0, 512), "f4"),
        drafts=encode([draft["text"] for draft in drafts]),
        out=np.array([draft["label"] == "out" for draft in drafts]),
        tags=tuple(draft["tag"] for draft in drafts),
        across=tuple(draft["lang"] != row["lang"] for draft in drafts),
        near=near,
        repeated=row.get("repeated", False),
    )


def learn_heads(profiles: list[Profile]) -> Model:
    """What the drafts of some profiles teach, not yet weighed."""
    once = [profile for profile in profiles if not profile.repeated]
    drafts = np.concatenate([profile.drafts for profile in once])
    mean = drafts.mean(axis=0)
    examples = gather(profiles)
    compared = compare(examples, mean)
    weights = np.concatenate([np.full(len(profile.out), profile.weight) for profile in once])
    out = np.concatenate([profile.out for profile in once])
    small = np.concatenate([small_talk(profile) for profile in once])
    return Model(
        matrix=compared.matrix,
        draft_mean=mean,
        line_mean=compared.line_mean,
        lines=examples.lines,
        talk=compared.talk,
        chatty=weigh(drafts - mean, small, weights, _HEAD_RIDGE),
        drafts=drafts,
        outward=weigh_closeness(drafts, out, weights),
        weights=_ZERO,
        posts=_ZERO,
        zones=(0.0, 0.0),
        figures={},
    )


def small_talk(profile: Profile) -> NDArray[np.bool_]:
    """Which drafts of a profile belong to no trade: the out-of-scope ones but those of neighbouring trades."""
    trades = np.isin(profile.tags, ["neighbour", "adjacent"])
    return np.asarray(profile.out & ~trades, dtype=np.bool_)


def gather(profiles: list[Profile]) -> Examples:
    """The texts of some profiles with the lines they belong to. A draft in scope belongs to the whole line and, less,
    to the mere name of the trade; one of a neighbouring trade to that trade's name: so no manner of writing gives a
    line away.
    """
    near = [vector for profile in profiles for vector in profile.near.values()]
    lines = [profile.trade.vector for profile in profiles] + [profile.name for profile in profiles] + near
    keys = tuple(profile.key for profile in profiles)
    rows, place_near = [], 2 * len(profiles)
    for place, profile in enumerate(profiles):
        rows += list(_belongings(profile, place, place + len(profiles), place_near))
        place_near += len(profile.near)
    texts, targets, weights = zip(*rows, strict=True)
    return Examples(
        np.array(texts), np.array(targets), np.array(weights, "f4"), np.array(lines), keys + keys + ("",) * len(near)
    )


def _belongings(profile: Profile, line: int, name: int, near: int) -> Iterable[tuple[Vectors, int, float]]:
    """Each text of a profile, the place of its line (-1 for small talk), and its weight."""
    small, places = small_talk(profile), {draft: near + count for count, draft in enumerate(profile.near)}
    for draft, vector in enumerate(profile.drafts):
        if draft in places:
            yield vector, places[draft], 1.0
        elif small[draft] and not profile.repeated:
            yield vector, -1, profile.weight
        elif not profile.out[draft]:
            yield vector, line, (1 - _NAMED) * profile.weight
            yield vector, name, _NAMED * profile.weight
    yield from ((post, line, _POST_WEIGHT) for post in profile.posts)


def left_out(profiles: list[Profile], groups: list[str]) -> tuple[Vectors, NDArray[np.bool_], list[str]]:
    """The views of each draft by heads that never saw its group, the labels, and each draft's group."""
    views: list[Vectors] = [_ZERO] * len(profiles)
    for group in sorted(set(groups)):
        heads = learn_heads([profile for profile, at in zip(profiles, groups, strict=True) if at != group])
        for place in (place for place, at in enumerate(groups) if at == group):
            views[place] = features(heads, profiles[place].trade, profiles[place].drafts)
    each = [group for profile, group in zip(profiles, groups, strict=True) for _ in profile.out]
    return np.concatenate(views), np.concatenate([profile.out for profile in profiles]), each


def learn(profiles: list[Profile]) -> Model:
    """What some profiles teach, weighed, with its zones and figures."""
    views, out, writers = left_out(profiles, [profile.writer for profile in profiles])
    weights = weigh_scaled(views, out, np.ones(len(out), "f4"), _MIX_RIDGE)
    scores = views @ weights[:-1] + weights[-1]
    hard = np.array(writers) != EASY
    figures = {"drafts": float(len(out)), "auroc": auroc(out[hard], scores[hard])}
    heads = learn_heads(profiles)
    zones = chosen_zones(scores[hard], out[hard])
    return replace(heads, weights=weights, posts=learn_posts(profiles, scores), zones=zones, figures=figures)


def chosen_zones(scores: Vectors, out: NDArray[np.bool_]) -> tuple[float, float]:
    """Where the edge and the outside begin, by the shares wanted."""
    edge = float(np.quantile(scores[out], INSIDE_OF_OUT))
    outside = float(np.quantile(scores[~out], 1 - OUTSIDE_OF_IN))
    return round(edge, 2), round(max(edge, outside), 2)


def learn_posts(profiles: list[Profile], scores: Vectors) -> Vectors:
    """How scores and the unlikeness to a person's own posts are weighed together; scores alone where it is no help."""
    ends = np.cumsum([len(profile.out) for profile in profiles])
    rows = [
        (scores[end - len(profile.out) : end], unlike_posts(profile.drafts, profile.posts), profile.out)
        for profile, end in zip(profiles, ends, strict=True)
        if len(profile.posts)
    ]
    known, unlike, out = (np.concatenate(column) for column in zip(*rows, strict=True))
    found = weigh_scaled(np.stack([known, unlike], axis=1), out, np.ones(len(out), "f4"), _MIX_RIDGE)
    return found if found[1] > 0 else np.array([1, 0, 0], "f4")


def auroc(out: NDArray[np.bool_], scores: Vectors) -> float:
    """How often a draft that is out scores above one that is in; ties count half."""
    outs, ins = scores[out][:, None], scores[~out][None]
    return float(((outs > ins) + (outs == ins) / 2).mean())


def save(model: Model, target: Path = MODEL) -> None:
    """Writes what was learnt, in numbers of two bytes."""
    arrays = {name: getattr(model, name).astype(np.float16) for name in ("matrix", "lines", "drafts")}
    rest = ("draft_mean", "line_mean", "talk", "outward", "chatty", "weights", "posts")
    arrays |= {name: getattr(model, name).astype(np.float32) for name in rest}
    figures = json.dumps(model.figures, sort_keys=True)
    np.savez_compressed(target, zones=np.array(model.zones), figures=np.array(figures), **arrays)


if __name__ == "__main__":
    known = read_corpus(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        known += read_easy(Path(sys.argv[2]))
    learnt = learn(known)
    save(learnt)
    print(learnt.zones, learnt.figures, dict(zip((*FEATURES, "constant"), learnt.weights.tolist(), strict=True)))  # noqa: T201
