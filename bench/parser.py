"""How well the shipped pipeline parses: attachment, tags and sentence ends on raw text.

Scores are spaCy's own (`spacy evaluate`), on the tokens that the pipeline cuts by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy
from spacy.cli.evaluate import evaluate

from bench.data import Absent, shared
from holdfast.language.pipeline import SHIPPED_PATH

_KEPT = {
    "dep_uas": "uas",
    "dep_las": "las",
    "tag_acc": "tags",
    "sents_f": "sentences",
    "lemma_acc": "lemmas",
}


def _scores(files: Sequence[Path]) -> dict[str, float]:
    try:
        from training.english.__main__ import save
        from training.english.corpus import read_docs
    except ImportError as error:
        raise Absent(f"{error.name} is not installed (pip install -e '.[train]')") from error
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gold.spacy"
        save(read_docs(files, spacy.blank("en").vocab), path)
        found = evaluate(str(SHIPPED_PATH), path, silent=True)
    return {name: round(100 * found[key], 1) for key, name in _KEPT.items()}


def gum() -> dict[str, float]:
    """The licence-clean test documents of UD English GUM."""
    from training.english.__main__ import GUM, split_gum

    return _scores(split_gum(shared("data", "reading", GUM))["test"])


def pud() -> dict[str, float]:
    """UD English PUD: news and encyclopaedia, another domain than the training documents."""
    return _scores(sorted(shared("data", "reading", "ud_english_pud").glob("*.conllu")))
