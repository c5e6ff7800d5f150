"""Variants of gold sentences for what treebanks lack: headlines and lost punctuation.

In: spaCy documents. Out: new documents with the same analysis of other surface forms.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span

#: Words that headline capitals leave small.
_SMALL = frozenset(
    "a an the of in on at to for from by with and or but as into over near is".split()
)
#: Sentences of at most this many words are made into headlines.
HEADLINE = 16


def _rebuild(span: Span, kept: list[int], forms: list[str]) -> Doc:
    """A document of the tokens `kept` of a sentence, spelled as `forms`; what hung on a token that
    is left out hangs on its head.
    """
    index = {i: n for n, i in enumerate(kept)}
    heads = []
    for i in kept:
        head = span.doc[i].head.i
        while head not in index:
            head = span.doc[head].head.i
        heads.append(index[head])
    tokens = [span.doc[i] for i in kept]
    return Doc(
        span.doc.vocab,
        words=forms,
        spaces=[any(span.doc[k].whitespace_ for k in range(i, j)) for i, j in pairwise(kept)]
        + [False],
        tags=[t.tag_ for t in tokens],
        pos=[t.pos_ for t in tokens],
        morphs=[str(t.morph) for t in tokens],
        lemmas=[t.lemma_ for t in tokens],
        heads=heads,
        deps=[t.dep_ for t in tokens],
        sent_starts=[n == 0 for n in range(len(kept))],
    )


def headline(span: Span) -> Doc | None:
    """The sentence in headline capitals without its full stop; None where it is too long."""
    kept = [t.i for t in span]
    while kept and span.doc[kept[-1]].text in {".", '"', "”"}:
        kept.pop()
    if not 4 <= len(kept) <= HEADLINE or any(span.doc[i].dep_ == "ROOT" for i in
                                             range(span.start, span.end) if i not in kept):  # fmt: skip
        return None
    forms = []
    for n, i in enumerate(kept):
        text = span.doc[i].text
        small = n > 0 and (text.lower() in _SMALL or text.lower() == "n't" or "'" in text)
        forms.append(text if small or not text[:1].islower() else text[:1].upper() + text[1:])
    return _rebuild(span, kept, forms)


def bare(span: Span) -> Doc | None:
    """The sentence without commas and quotation marks, as careless copies have it."""
    kept = [t.i for t in span if t.text not in {",", '"', "“", "”", "‘"}]
    if len(kept) == len(span) or not kept:
        return None
    return _rebuild(span, kept, [span.doc[i].text for i in kept])


def variants(docs: Iterable[Doc], *, share: float = 0.12, seed: int = 0) -> Iterator[Doc]:
    """For a `share` of the sentences a headline or an unpunctuated variant."""
    rng = random.Random(seed)
    for doc in docs:
        for span in doc.sents:
            if rng.random() < share:
                made = headline(span) if rng.random() < 0.7 else bare(span)
                if made is not None:
                    yield made
