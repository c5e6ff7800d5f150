"""How well claims are read: the scorer of the annotation guideline, on control claims with a place.

`dev` and `test` are the written part of the gold standard, `real.dev` and `real.test` its real part;
`gold/english/README.md` tells of both. The reader is improved by looking at dev only.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from bench import real
from bench.data import HERE, shared
from holdfast.model import CONTROL_KINDS, Document
from holdfast.reading import Reader
from holdfast.sources import find_files, read_documents

GOLD = HERE / "gold" / "english"
_KEPT = (
    "precision", "recall", "f1", "kind_exact", "side", "polarity", "certainty", "speaker", "date",
)  # fmt: skip
Row = dict[str, Any]


@cache
def _reader() -> Reader:
    return Reader(auto=True)


def documents(paths: Sequence[Path]) -> list[Document]:
    """The documents of files and folders."""
    return [d for d in read_documents(find_files(list(paths))) if isinstance(d, Document)]


def read(found: Iterable[Document]) -> list[Row]:
    """The claims of documents, as `holdfast claims --format jsonl` prints them."""
    readings = _reader().read(found)
    return [msgspec.to_builtins(claim) for reading in readings for claim in reading.claims]


def scored(gold: Sequence[Row], claims: Sequence[Row], *, kinds: str = "control") -> Row:
    """What the guideline's scorer says of claims read, against gold ones.

    Raises:
        Absent: where the scorer is not on this machine.

    """
    scorer = shared("gold", "score.py")
    with TemporaryDirectory() as folder:
        files = []
        for name, rows in (("gold", gold), ("claims", claims)):
            path = Path(folder) / f"{name}.jsonl"
            lines = (json.dumps(row, default=str) + "\n" for row in rows)
            path.write_text("".join(lines), encoding="utf-8")
            files.append(path)
        done = subprocess.run(
            [sys.executable, scorer, *files, "--kinds", kinds],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    found: Row = json.loads(done.stdout.splitlines()[-1])
    return found


def gold_of(path: Path) -> list[Row]:
    """The rows of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _measure(found: Sequence[Document], gold: Sequence[Row]) -> dict[str, float]:
    claims = read(found)
    scores = scored(gold, claims)
    # Found whatever the side: of those, how many have the right one.
    sideless = scored([row | {"side": None} for row in gold], claims)
    scores["side"] = round(scores["found"] / max(1, sideless["found"]), 3)
    silent = {d.id for d in found} - {row["document"] for row in gold}
    loud = {c["document"] for c in claims if c["kind"] in CONTROL_KINDS and c["place"]}
    kept = {name: scores[name] for name in _KEPT if scores[name] is not None}
    return kept | ({"kept_silent": 1.0 - len(silent & loud) / len(silent)} if silent else {})


def _written(part: str) -> dict[str, float]:
    return _measure(documents([GOLD / part / "texts"]), gold_of(GOLD / part / "gold.jsonl"))


def _real(part: str) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        found = documents([real.write_texts(part, Path(folder))])
    return _measure(found, real.gold(part))


def seeds() -> dict[str, float]:
    """The two reports of the project's beginnings whose annotation is given."""
    gold = gold_of(shared("gold", "seeds_public.jsonl"))
    scores = _measure(documents([shared("seeds")]), gold)
    scores.pop("kept_silent", None)
    return scores


def dev() -> dict[str, float]:
    """Written reports, looked at while the reader was made."""
    return _written("dev")


def test() -> dict[str, float]:
    """Written reports, only scored."""
    return _written("test")


def real_dev() -> dict[str, float]:
    """Real reports, looked at while the reader was made."""
    return _real("dev")


def real_test() -> dict[str, float]:
    """Real reports, only scored."""
    return _real("test")


def agreement() -> dict[str, float]:
    """How far a second annotator agrees with the first, scored as the reader is."""
    twice = set((GOLD / "second.txt").read_text(encoding="utf-8").split())
    first = [
        row for part in ("train", "dev", "test") for row in gold_of(GOLD / part / "gold.jsonl")
    ]
    second = [
        row | {
            "actor": {"name": row["side"]},
            "place": {"name": row["place"]} if row["place"] else None,
            "evidence": {
                "start": row["offset"], "end": row["offset"] + len(row["evidence"]),
                "text": row["evidence"],
            },
            "time": {"start": row["start"], "end": row["end"]},
            "speakers": [{"name": row["speaker"]}] if row["speaker"] else [],
            "quantity": None,
        }
        for row in gold_of(GOLD / "second.jsonl")
    ]  # fmt: skip
    scores = scored([row for row in first if row["document"] in twice], second)
    return {name: scores[name] for name in _KEPT if scores.get(name) is not None}
