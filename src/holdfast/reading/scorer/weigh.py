"""What the scorer makes of each anchor of a document: how likely each kind is, and whose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

import msgspec
import numpy as np

from holdfast.model import Kind
from holdfast.reading.parties.party import Party
from holdfast.reading.prepared import Prepared
from holdfast.reading.scorer.actors import ActorMention
from holdfast.reading.scorer.anchors import Anchor
from holdfast.reading.scorer.candidates import REACH, Candidates
from holdfast.reading.scorer.features import ACTOR_FEATURES, KINDS, anchor_features
from holdfast.reading.scorer.network import Answer, Array, Asked, Network, Stretch
from holdfast.reading.scorer.pieces import Window, windows

#: Where the shipped network lies.
SHIPPED = Path(str(resources.files("holdfast.reading.scorer") / "data"))


class Chance(msgspec.Struct, frozen=True):
    """How likely it is that an anchor has a claim of a kind; whose, and how likely that is.

    `side` is the likeliest party, None where the words tell of nobody; `shares` are the parties'
    probabilities by side, which with nobody's sum to one.
    """

    kind: Kind
    likely: float
    side: Party | None
    shares: dict[str, float]


class Weighed(msgspec.Struct, frozen=True):
    """An anchor with its chances, one a kind, and how likely what it tells is denied or unsure."""

    anchor: Anchor
    chances: dict[Kind, Chance]
    denied: float
    unsure: float


class Scorer:
    """Weighs the anchors of documents with one network."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        """`folder` holds the network's files."""
        self.network = Network(folder)

    def weigh(self, prepared: Prepared, found: Candidates) -> list[Weighed]:
        """Every anchor of a document, in the order of the text; those of cut-off words left out."""
        sentences = prepared.sentences
        cut = [
            self.network.cutter.sentence(
                s, prepared.sites.by_sentence[s.index], prepared.parties.names_in(s)
            )
            for s in sentences
        ]
        cutter = self.network.cutter
        packed = [
            w for w in windows(cut, [s.block for s in sentences], cutter.start, cutter.end)
            if any(found.anchors[s] for s in w.sentences)
        ]  # fmt: skip
        if not packed:
            return []
        vectors = self.network.encode(packed)
        weighed: list[Weighed] = []
        for window, own in zip(packed, vectors, strict=True):
            weighed += self._window(window, own, found)
        return weighed

    def _window(self, window: Window, vectors: Array, found: Candidates) -> list[Weighed]:
        anchors = [a for s in sorted(window.sentences) for a in found.anchors[s]]
        actors = [a for s in sorted(window.sentences) for a in found.actors[s]]
        people: Sequence[ActorMention] = [*actors, *found.present]
        pairs = [
            (i, j)
            for i, anchor in enumerate(anchors) for j, actor in enumerate(people)
            if actor.sentence < 0 or abs(actor.sentence - anchor.sentence) <= REACH
        ]  # fmt: skip
        features = [found.standing(anchors[i], people[j]) for i, j in pairs]
        answer = self.network.ask(
            [vectors],
            Asked(
                [_stretch(window, a.sentence, a.first, a.last) for a in anchors],
                [_stretch(window, a.sentence, a.governor, a.governor) for a in anchors],
                np.stack(
                    [anchor_features(a, found.sentences[a.sentence], found.at(a)) for a in anchors]
                ),
                [_stretch(window, a.sentence, a.first, a.last) for a in people] or [(0, 0, 1)],
                np.array(pairs, np.int64).reshape(-1, 2),
                _rows(features),
            ),
        )
        rows: list[list[int]] = [[] for _ in anchors]
        for n, (i, _) in enumerate(pairs):
            rows[i].append(n)
        return [
            Weighed(
                anchor,
                {
                    kind: _chance(kind, k, i, answer, rows[i], [people[pairs[n][1]] for n in rows[i]])
                    for k, kind in enumerate(KINDS)
                },
                float(answer.stance[i, 0]), float(answer.stance[i, 1]),
            )
            for i, anchor in enumerate(anchors)
        ]  # fmt: skip


def _chance(
    kind: Kind, k: int, i: int, answer: Answer, rows: list[int], people: Sequence[ActorMention]
) -> Chance:
    scores = np.concatenate([answer.nobody[i, k : k + 1], answer.sides[rows, k]])
    weights = np.exp(scores - scores.max())
    weights /= weights.sum()
    shares: dict[str, float] = {}
    best: dict[str, tuple[float, Party]] = {}
    for weight, actor in zip(weights[1:].tolist(), people, strict=True):
        side = actor.party.side
        shares[side] = shares.get(side, 0.0) + weight
        if weight > best.get(side, (-1.0, None))[0]:
            best[side] = weight, actor.party
    leading = max(shares, key=lambda side: shares[side], default=None)
    nobody = leading is None or float(weights[0]) > shares[leading]
    party = None if nobody or leading is None else best[leading][1]
    return Chance(kind, float(answer.kinds[i, k]), party, shares)


def _stretch(window: Window, sentence: int, first: int, last: int) -> Stretch:
    """The pieces of some words; the window's first mark for a party that stands nowhere near."""
    if sentence < 0:
        return 0, 0, 1
    return 0, window.where[sentence, first][0], window.where[sentence, last][1]


def _rows(features: Sequence[Sequence[float]]) -> Array:
    return np.array(features, np.float32).reshape(-1, ACTOR_FEATURES)


@lru_cache(maxsize=1)
def shipped_scorer() -> Scorer | None:
    """The shipped scorer; None where its files are not part of the installation."""
    return Scorer() if (SHIPPED / "encoder.onnx").exists() else None
