"""What a word's dictionary form may be, so that lists of words decide and not a lemmatizer alone."""

from __future__ import annotations

from collections.abc import Container, Iterator

from holdfast.language import Token, irregular_lemma

_ENDINGS = (
    ("ied", "y"), ("ies", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""),
    ("s", ""),
)  # fmt: skip


def stems(token: Token) -> Iterator[str]:
    """The lemma, and what the word would be if its ending were a regular one: lemmatizers err on
    rare verbs, and the frames' lists decide what is a word.
    """
    low = token.low
    if token.upos in {"VERB", "AUX", "ADJ"} and (irregular := irregular_lemma(low)) is not None:
        yield irregular
    yield token.lemma.lower()
    yield low
    for ending, instead in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 2:
            stem = low[: -len(ending)] + instead
            yield stem
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def listed(token: Token, words: Container[str]) -> str | None:
    """The first of the word's stems that a list holds; None where it holds none."""
    return next((stem for stem in stems(token) if stem in words), None)
