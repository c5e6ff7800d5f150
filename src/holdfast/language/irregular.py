"""Irregular verb forms, by which a lemmatizer trained on little text is corrected."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources


@cache
def _forms() -> dict[str, str]:
    file = resources.files("holdfast.language") / "data" / "irregular.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["form"]: row["lemma"] for row in rows}


def verb_forms(lemmas: Iterable[str]) -> Iterator[str]:
    """Every form of verbs, from their lemmas: regular ones by their spelling, the others by list."""
    for lemma in lemmas:
        stem = lemma.removesuffix("e")
        yield from (
            lemma,
            f"{lemma}s",
            f"{lemma}es",
            f"{stem}ed",
            f"{stem}ing",
            f"{lemma}{lemma[-1]}ing",
        )
        yield from (form for form, own in _forms().items() if own == lemma)


def irregular_lemma(form: str) -> str | None:
    """The lemma of an irregular past or participle in lower case; None for any other word."""
    return _forms().get(form)
