"""Irregular verb forms, by which a lemmatizer trained on little text is corrected."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def _forms() -> dict[str, str]:
    file = resources.files("holdfast.language") / "data" / "irregular.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["form"]: row["lemma"] for row in rows}


def irregular_lemma(form: str) -> str | None:
    """The lemma of an irregular past or participle in lower case; None for any other word."""
    return _forms().get(form)
