"""The scorer as a network: a small encoder, and what is asked of its vectors."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel

from holdfast.reading.scorer.features import ACTOR_FEATURES, ANCHOR_FEATURES, KINDS

#: Width of the layer over an anchor, over an actor, and of their meeting.
HIDDEN, ACTOR, MEET = 256, 128, 64


class Heads(nn.Module):
    """What is asked of the vectors: the kinds at an anchor, its polarity and certainty, its side.

    In: `anchor` (N, 2D) the vectors of its words and its governor's, `features` (N, F); `actor`
    (P, D) and `pair` (P, G), and for each pair the row of its anchor. Out: logits of the kinds
    (N, K), of negation and uncertainty (N, 2), of each pair being the side of each kind (P, K),
    and of nobody being it (N, K).
    """

    def __init__(self, width: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.drop = nn.Dropout(dropout)
        self.anchor = nn.Linear(2 * width + ANCHOR_FEATURES, HIDDEN)
        self.kinds = nn.Linear(HIDDEN, len(KINDS))
        self.stance = nn.Linear(HIDDEN, 2)
        self.nobody = nn.Linear(HIDDEN, len(KINDS))
        self.asks = nn.Linear(HIDDEN, len(KINDS) * MEET)
        self.actor = nn.Linear(width + ACTOR_FEATURES, ACTOR)
        self.answers = nn.Linear(ACTOR, MEET)

    def forward(  # noqa: D102 - torch's own name
        self, anchor: Tensor, features: Tensor, actor: Tensor, pair: Tensor, row: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        z = _gelu(self.anchor(torch.cat([self.drop(anchor), features], 1)))
        z = self.drop(z)
        asks = self.asks(z).view(-1, len(KINDS), MEET)[row]
        met = _gelu(self.actor(torch.cat([self.drop(actor), pair], 1)))
        sides = (asks * self.answers(met)[:, None, :]).sum(2)
        return self.kinds(z), self.stance(z), sides, self.nobody(z)


def _gelu(x: Tensor) -> Tensor:
    """The tanh form, which is quick without torch too."""
    return nn.functional.gelu(x, approximate="tanh")


def encoder(folder: str, layers: int, towns: list[int], like: list[list[int]]) -> nn.Module:
    """The encoder in `folder` cut to its first layers, its word vectors fixed.

    `towns` are pieces without a meaning yet; each is given the mean vector of the words `like`.
    """
    model: nn.Module = AutoModel.from_pretrained(folder, attn_implementation="sdpa")
    model.encoder.layer = model.encoder.layer[:layers]
    model.pooler = None
    words = model.embeddings.word_embeddings.weight
    with torch.no_grad():
        for piece, pieces in zip(towns, like, strict=True):
            words[piece] = words[pieces].mean(0)
    for parameter in model.embeddings.parameters():
        parameter.requires_grad = False
    return model
