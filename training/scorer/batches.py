"""Windows of examples as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import msgspec
import torch
from torch import Tensor

from holdfast.reading.scorer.features import ACTOR_FEATURES, ANCHOR_FEATURES, KINDS, RULED
from holdfast.reading.scorer.pieces import Window, windows
from holdfast.reading.scorer.told import TOLD_FEATURES
from training.scorer.examples import Example

#: How often a piece is hidden in training, and the piece that stands there instead ("[UNK]").
BLANK, UNKNOWN = 0.06, 100


class Batch(msgspec.Struct):
    """Windows (B, T) with the anchors and pairs in them; spans are (window, first, stop)."""

    pieces: Tensor
    mask: Tensor
    anchors: list[tuple[int, int, int]]
    governors: list[tuple[int, int, int]]
    features: Tensor
    actors: list[tuple[int, int, int]]
    pair_rows: Tensor
    pair_features: Tensor
    kinds: Tensor
    known: Tensor
    stance: Tensor
    sides: list[tuple[int, int, list[int]]]
    names: list[tuple[str, int]]


def cut_windows(
    example: Example, start: int, end: int, chance: random.Random | None
) -> list[Window]:
    """The windows of one example; with `chance`, not always cut at the same sentences."""
    at = chance.randrange(0, 4) if chance else 0
    head = list(windows(example.cut[:at], example.blocks[:at], start, end))
    return head + list(windows(example.cut[at:], example.blocks[at:], start, end, first=at))


#: Windows of at most so many pieces are padded to it.
USUAL = 128


def batches(
    examples: Sequence[Example], start: int, end: int, size: int,
    chance: random.Random | None = None, drop: float = 0.0,
) -> Iterator[Batch]:  # fmt: skip
    """Batches of windows that hold an anchor; shuffled with `chance`. `drop` is how often what the
    rules read is hidden, so that the words are learnt too.
    """
    items = [
        (e, w) for e in examples for w in cut_windows(e, start, end, chance)
        if any(a[0] in w.sentences for a in e.anchors)
    ]  # fmt: skip
    if chance:
        chance.shuffle(items)
    # The few windows of one very long sentence go together, so that others need no padding.
    items.sort(key=lambda item: len(item[1].pieces) > USUAL)
    starts = list(range(0, len(items), size))
    if chance:
        chance.shuffle(starts)
    for i in starts:
        yield _batch(items[i : i + size], chance, drop)


def _batch(
    items: Sequence[tuple[Example, Window]], chance: random.Random | None, drop: float
) -> Batch:
    # Few different shapes: the kernels of a CPU are made anew for each.
    longest = -(-max(len(w.pieces) for _, w in items) // 64) * 64
    pieces = torch.zeros(len(items), longest, dtype=torch.long)
    mask = torch.zeros(len(items), longest, dtype=torch.long)
    anchors, governors, features, names = [], [], [], []
    actors, rows, pair_features = [], [], []
    kinds, known, stance, sides = [], [], [], []
    for b, (e, w) in enumerate(items):
        shown = torch.tensor(w.pieces)
        if chance is not None:
            # A word now and then is hidden, so that no single one decides.
            shown[torch.rand(len(shown)) < BLANK] = UNKNOWN
        pieces[b, : len(w.pieces)] = shown
        mask[b, : len(w.pieces)] = 1
        mine: dict[int, int] = {}
        hidden = chance is not None and chance.random() < drop
        for a, (sentence, first, last, governor) in enumerate(e.anchors):
            if sentence not in w.sentences:
                continue
            mine[a] = len(anchors)
            anchors.append((b, w.where[sentence, first][0], w.where[sentence, last][1]))
            governors.append((b, *w.where[sentence, governor]))
            row = torch.tensor(e.features[a])
            if hidden:
                row[:RULED] = 0
            features.append(row)
            kinds.append(torch.tensor(e.kinds[a]))
            known.append(torch.tensor(e.known[a]))
            stance.append(torch.tensor([e.negated[a], e.unsure[a]]))
            names.append((e.document, a))
        place: dict[tuple[int, int], int] = {}
        for n, (a, p) in enumerate(e.pairs):
            sentence, first, last = e.actors[p]
            if a not in mine or (sentence >= 0 and sentence not in w.sentences):
                continue
            place[a, p] = len(rows)
            if sentence < 0:
                # The window's first mark stands for a party that is nowhere near.
                actors.append((b, 0, 1))
            else:
                actors.append((b, w.where[sentence, first][0], w.where[sentence, last][1]))
            rows.append(mine[a])
            pair = torch.tensor(e.pair_features[n])
            if hidden:
                pair[4:7] = 0
                pair[-TOLD_FEATURES:] = 0
            pair_features.append(pair)
        for (a, k), right in e.sides.items():
            if a in mine and right is not None:
                inside = [place[a, p] for p in right if (a, p) in place]
                if inside or not right:
                    sides.append((mine[a], k, inside))
    stack = lambda rows, width: torch.stack(rows) if rows else torch.zeros(0, width)  # noqa: E731
    return Batch(
        pieces, mask, anchors, governors, stack(features, ANCHOR_FEATURES), actors,
        torch.tensor(rows, dtype=torch.long), stack(pair_features, ACTOR_FEATURES),
        stack(kinds, len(KINDS)), stack(known, len(KINDS)), stack(stance, 2), sides, names,
    )  # fmt: skip


def pooled(hidden: Tensor, spans: Sequence[tuple[int, int, int]]) -> Tensor:
    """The mean vector of each span of a batch (B, T, D): (N, D)."""
    width, length = hidden.shape[0] * hidden.shape[1], hidden.shape[1]
    unique = {span: n for n, span in enumerate(dict.fromkeys(spans))}
    means = hidden.new_zeros(len(unique), width)
    for (b, first, stop), n in unique.items():
        means[n, b * length + first : b * length + stop] = 1 / (stop - first)
    vectors = means @ hidden.reshape(width, -1)
    return vectors[torch.tensor([unique[span] for span in spans], dtype=torch.long)]
