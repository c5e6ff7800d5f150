"""The teacher: a small pretrained encoder with a deep biaffine parser and taggers on top.

The network follows Dozat and Manning (2017), "Deep Biaffine Attention for Neural Dependency
Parsing", over the first word piece of each word. It serves training only: the shipped pipeline
learns from what it labels, and torch never becomes a dependency of the package.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import AutoModel

ARC_SIZE = 384
LABEL_SIZE = 128
DROPOUT = 0.33
#: Lower, Title, UPPER, mixed, no letters: the encoder is uncased, and names show by their case.
CASES = 5


@dataclass(frozen=True)
class Scores:
    """Unnormalised scores of a batch of sentences of at most `n` words.

    Word 0 is the artificial root. `arcs` is (batch, n+1 dependents, n+1 heads), `labels`
    (batch, n+1, n+1, relations), and each of `taggers` (batch, n+1, classes).
    """

    arcs: Tensor
    labels: Tensor
    taggers: dict[str, Tensor]


class Biaffine(nn.Module):
    """x^T W y with bias rows, for `outputs` classes."""

    def __init__(self, size: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, size + 1, size + 1))

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        dependents = nn.functional.pad(dependents, (0, 1), value=1.0)
        heads = nn.functional.pad(heads, (0, 1), value=1.0)
        return torch.einsum("bxi,oij,byj->bxyo", dependents, self.weight, heads)


def _projection(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(inputs, outputs), nn.GELU(), nn.Dropout(DROPOUT))


class Teacher(nn.Module):
    """Encoder and heads; `classes` gives the size of each tagger ("xpos", "upos", "feats")."""

    def __init__(self, encoder: str, relations: int, classes: dict[str, int]) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder)
        size = self.encoder.config.hidden_size
        self.case = nn.Embedding(CASES, size)
        nn.init.zeros_(self.case.weight)
        self.mix = nn.Parameter(torch.zeros(self.encoder.config.num_hidden_layers + 1))
        self.dropout = nn.Dropout(0.2)
        self.arc_dependent, self.arc_head = _projection(size, ARC_SIZE), _projection(size, ARC_SIZE)
        self.label_dependent, self.label_head = (
            _projection(size, LABEL_SIZE),
            _projection(size, LABEL_SIZE),
        )
        self.arcs = Biaffine(ARC_SIZE, 1)
        self.labels = Biaffine(LABEL_SIZE, relations)
        self.taggers = nn.ModuleDict({k: nn.Linear(size, n) for k, n in classes.items()})

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor, firsts: Tensor) -> Scores:
        """`pieces`, `cases`, `mask`: (batch, word pieces); `firsts`: (batch, n+1), the first piece
        of each word, the root standing on the start-of-text piece.
        """
        embedded = self.encoder.get_input_embeddings()(pieces) + self.case(cases)
        layers = self.encoder(
            inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True
        ).hidden_states
        weights = torch.softmax(self.mix, 0)
        hidden = sum(w * layer for w, layer in zip(weights, layers, strict=True))
        hidden = hidden.gather(1, firsts.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))
        hidden = self.dropout(hidden)
        return Scores(
            arcs=self.arcs(self.arc_dependent(hidden), self.arc_head(hidden)).squeeze(-1),
            labels=self.labels(self.label_dependent(hidden), self.label_head(hidden)),
            taggers={name: tagger(hidden) for name, tagger in self.taggers.items()},
        )
