"""Fits the scorer to examples."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from holdfast.reading.scorer.features import KINDS
from training.scorer.batches import Batch, batches, pooled
from training.scorer.examples import Example
from training.scorer.network import Heads

#: Windows a step; learning rates of the encoder and of the heads; how often rules are hidden.
SIZE, SLOW, FAST, HIDE = 8, 1e-4, 1e-3, 0.15
#: Kinds that say who holds a place; the first in the list.
CONTROL = 5


def outputs(encoder: nn.Module, heads: Heads, batch: Batch) -> tuple[Tensor, ...]:
    """Logits for a batch; see `Heads`."""
    with torch.autocast("cpu", torch.bfloat16):
        hidden = encoder(input_ids=batch.pieces, attention_mask=batch.mask).last_hidden_state
    hidden = hidden.float()
    anchor = torch.cat([pooled(hidden, batch.anchors), pooled(hidden, batch.governors)], 1)
    actor = pooled(hidden, batch.actors)
    result: tuple[Tensor, ...] = heads(
        anchor, batch.features, actor, batch.pair_features, batch.pair_rows
    )
    return result


def loss_of(batch: Batch, out: tuple[Tensor, ...]) -> Tensor:
    """The sum of what each head got wrong, an anchor."""
    kinds, stance, sides, nobody = out
    bce = nn.functional.binary_cross_entropy_with_logits
    total = (bce(kinds, batch.kinds, reduction="none") * batch.known).sum() / len(kinds) * 4
    told = batch.stance[:, 0] >= 0
    if told.any():
        total = total + 0.5 * bce(stance[told], batch.stance[told])
    parts = []
    rows = batch.pair_rows.tolist()
    of: dict[int, list[int]] = {}
    for i, row in enumerate(rows):
        of.setdefault(row, []).append(i)
    for a, k, right in batch.sides:
        candidates = of.get(a, [])
        scores = torch.cat([nobody[a, k : k + 1], sides[candidates, k]])
        wanted = [1 + candidates.index(i) for i in right] or [0]
        parts.append(torch.logsumexp(scores, 0) - torch.logsumexp(scores[wanted], 0))
    if parts:
        total = total + 1.2 * torch.stack(parts).mean()
    return total


def fit(
    encoder: nn.Module, heads: Heads, examples: Sequence[Example], marks: tuple[int, int],
    *, rounds: int, seed: int, after: Callable[[int, float], None],
) -> None:  # fmt: skip
    """Train in place; `after` is called with the round and its mean loss."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    slow = [p for p in encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": slow, "lr": SLOW}, {"params": heads.parameters(), "lr": FAST}],
        weight_decay=0.01,
    )
    # Windows are cut anew each round, so their number is only nearly known.
    steps = rounds * len(list(batches(examples, *marks, SIZE)))
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda n: min(1.0, (n + 1) / warm) * max(0.02, 1 - max(0, n - warm) / (steps - warm)),
    )
    for number in range(rounds):
        encoder.train()
        heads.train()
        losses = []
        for batch in batches(examples, *marks, SIZE, chance, HIDE):
            loss = loss_of(batch, outputs(encoder, heads, batch))
            loss.backward()
            nn.utils.clip_grad_norm_([*slow, *heads.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            losses.append(float(loss.detach()))
        after(number, sum(losses) / len(losses))


@torch.no_grad()
def judge(
    encoder: nn.Module, heads: Heads, examples: Sequence[Example], marks: tuple[int, int]
) -> dict[str, float]:
    """How the scorer does on examples at their anchors: the best F1 over control kinds, with its
    threshold, and the share of sides, polarities and certainties that are right.
    """
    encoder.eval()
    heads.eval()
    scores, truth, side, stance = [], [], [], []
    for batch in batches(examples, *marks, 16):
        kinds, turned, sides, nobody = outputs(encoder, heads, batch)
        scores.append(torch.sigmoid(kinds[:, :CONTROL]).flatten())
        truth.append(torch.where(batch.known > 0, batch.kinds, -1)[:, :CONTROL].flatten())
        told = batch.stance[:, 0] >= 0
        stance.append(((turned > 0).float() == batch.stance)[told])
        rows = batch.pair_rows.tolist()
        for a, k, right in batch.sides:
            here = [i for i, row in enumerate(rows) if row == a]
            best = max([(float(nobody[a, k]), -1), *((float(sides[i, k]), i) for i in here)])[1]
            side.append(best in right if right else best == -1)
    score, real = torch.cat(scores), torch.cat(truth)
    lost = sum(
        row["kind"] in KINDS[:CONTROL] and row["place"] is not None
        for e in examples
        for row in e.missed
    )
    best = {"f1": 0.0}
    for threshold in torch.arange(0.1, 0.9, 0.05).tolist():
        said = (score >= threshold) & (real >= 0)
        right = float((said & (real > 0)).sum())
        p, r = right / max(1.0, float(said.sum())), right / (float((real > 0).sum()) + lost)
        f1 = 2 * p * r / max(1e-9, p + r)
        if f1 > best["f1"]:
            best = {"f1": f1, "p": p, "r": r, "threshold": threshold}
    turned = torch.cat(stance).float().mean(0)
    return best | {
        "side": sum(side) / max(1, len(side)),
        "polarity": float(turned[0]), "certainty": float(turned[1]),
    }  # fmt: skip
