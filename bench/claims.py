"""How well claims are read: the scorer of the annotation guideline, on control claims with a place.

`dev` and `test` are reports written for this project, from invented outlets on real and made-up
moves of nine wars, annotated by language models that had the guideline and had not seen the reader's
output; the reader was improved by looking at `dev` only.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from bench.data import HERE, shared
from holdfast.model import Document
from holdfast.reading import Reader
from holdfast.sources import find_files, read_documents

_KEPT = ("precision", "recall", "f1", "polarity", "certainty", "speaker", "date")


def read(folder: Path) -> list[dict[str, object]]:
    """The claims of every document of a folder, as `holdfast claims --format jsonl` prints them."""
    documents = [d for d in read_documents(find_files([folder])) if isinstance(d, Document)]
    readings = Reader(auto=True).read(documents)
    return [msgspec.to_builtins(claim) for reading in readings for claim in reading.claims]


def _score(texts: Path, gold: Path) -> dict[str, float]:
    scorer = shared("gold", "score.py")
    claims = read(texts)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.jsonl"
        path.write_text(
            "".join(json.dumps(c, default=str) + "\n" for c in claims), encoding="utf-8"
        )
        done = subprocess.run(
            [sys.executable, scorer, gold, path, "--kinds", "control"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    scores = json.loads(done.stdout.splitlines()[-1])
    silent = _silent(gold, texts)
    loud = {c["document"] for c in claims if c["kind"] in _CONTROL and c["place"]}
    kept = {name: scores[name] for name in _KEPT if scores[name] is not None}
    return kept | ({"kept_silent": 1.0 - len(silent & loud) / len(silent)} if silent else {})


_CONTROL = {"control_gained", "control_lost", "withdrawal", "control_held", "advance"}


def _silent(gold: Path, texts: Path) -> set[str]:
    """Documents without a single gold claim; the scorer leaves them out."""
    told = {json.loads(line)["document"] for line in gold.read_text(encoding="utf-8").splitlines()}
    return {path.stem for path in texts.iterdir()} - told


def seeds() -> dict[str, float]:
    """The two reports of the project's beginnings whose annotation is given."""
    found = _score(shared("seeds"), shared("gold", "seeds_public.jsonl"))
    found.pop("kept_silent", None)
    return found


def dev() -> dict[str, float]:
    """Own reports, looked at while the reader was made."""
    return _score(HERE / "reading" / "dev" / "texts", HERE / "reading" / "dev" / "gold.jsonl")


def test() -> dict[str, float]:
    """Own reports, never looked at."""
    return _score(HERE / "reading" / "test" / "texts", HERE / "reading" / "test" / "gold.jsonl")
