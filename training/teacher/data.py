"""Sentences to tensors for the teacher, and back.

In: gold or raw sentences as lists of words. Out: padded batches of word pieces, and, for gold, the
targets (heads, relations, taggers' classes), with -100 where nothing is to be learnt.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from spacy.tokens import Doc, Span
from tokenizers import Tokenizer
from torch import Tensor

IGNORE = -100
TAGGERS = ("xpos", "upos", "feats")
#: Sentences longer than this many words are cut out of training; parsing them costs quadratically.
MAX_WORDS = 120


@dataclass(frozen=True)
class Sentence:
    """Words with their gold analysis; `heads` counts words from 1, 0 being the root."""

    words: list[str]
    heads: list[int]
    relations: list[str]
    tags: dict[str, list[str]]


@dataclass(frozen=True)
class Batch:
    """See `network.Teacher.forward` for the shapes; `heads` and the rest are (batch, n+1)."""

    pieces: Tensor
    cases: Tensor
    mask: Tensor
    firsts: Tensor
    words: Tensor
    heads: Tensor
    relations: Tensor
    tags: dict[str, Tensor]


def from_span(span: Span) -> Sentence:
    """One gold sentence of a spaCy document."""
    return Sentence(
        words=[t.text for t in span],
        heads=[0 if t.head.i == t.i else t.head.i - span.start + 1 for t in span],
        relations=[t.dep_ for t in span],
        tags={
            "xpos": [t.tag_ for t in span],
            "upos": [t.pos_ for t in span],
            "feats": [str(t.morph) for t in span],
        },
    )


def sentences(docs: Sequence[Doc]) -> list[Sentence]:
    """Every sentence of at most `MAX_WORDS` words."""
    return [from_span(s) for doc in docs for s in doc.sents if len(s) <= MAX_WORDS]


def case_of(word: str) -> int:
    """Which of `network.CASES` a word shows."""
    if word.islower():
        return 0
    if word.istitle():
        return 1
    if word.isupper():
        return 2
    return 3 if any(c.isalpha() for c in word) else 4


def _pad(rows: list[list[int]], value: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def to_batch(
    rows: Sequence[Sentence], tokenizer: Tokenizer, classes: dict[str, list[str]]
) -> Batch:
    """Tensors of some sentences; `classes` lists the names of "relations" and of each tagger."""
    index = {k: {name: i for i, name in enumerate(names)} for k, names in classes.items()}
    encoded = tokenizer.encode_batch([s.words for s in rows], is_pretokenized=True)
    pieces, cases, firsts, heads, relations = [], [], [], [], []
    tags: dict[str, list[list[int]]] = {name: [] for name in TAGGERS}
    for sentence, e in zip(rows, encoded, strict=True):
        first: dict[int, int] = {}
        for position, word in enumerate(e.word_ids):
            if word is not None:
                first.setdefault(word, position)
        pieces.append(e.ids)
        cases.append([4 if w is None else case_of(sentence.words[w]) for w in e.word_ids])
        firsts.append([0] + [first.get(i, 0) for i in range(len(sentence.words))])
        heads.append([IGNORE, *sentence.heads])
        relations.append([IGNORE] + [index["relations"].get(r, IGNORE) for r in sentence.relations])
        for name in TAGGERS:
            row = [index[name].get(t, IGNORE) for t in sentence.tags[name]]
            tags[name].append([IGNORE, *row])
    padded = _pad(pieces, 0)
    return Batch(
        pieces=padded,
        cases=_pad(cases, 4),
        mask=(padded != 0).long(),
        firsts=_pad(firsts, 0),
        words=_pad([[1] * len(f) for f in firsts], 0).bool(),
        heads=_pad(heads, IGNORE),
        relations=_pad(relations, IGNORE),
        tags={name: _pad(values, IGNORE) for name, values in tags.items()},
    )


def batches(
    rows: Sequence[Sentence], size: int, *, rng: random.Random | None = None
) -> Iterator[list[Sentence]]:
    """Groups of about `size` words, of like length; shuffled where a generator is given."""
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i].words), i))
    groups: list[list[Sentence]] = [[]]
    for i in order:
        group = groups[-1]
        if group and len(rows[i].words) * (len(group) + 1) > size:
            groups.append(group := [])
        group.append(rows[i])
    if rng is not None:
        rng.shuffle(groups)
    yield from groups
