"""How fast documents are read, from text to claims, on one core and with a warm reader."""

from __future__ import annotations

import time
from collections.abc import Sequence

from bench.claims import GOLD, documents
from bench.data import shared
from holdfast.language import parse
from holdfast.model import CONTROL_KINDS, Claim, Document
from holdfast.reading import Reader
from holdfast.sources import find_files, read_documents

#: Runs of which the best counts: other work on the machine only ever slows one down.
RUNS = 3
#: General news that is timed, in documents.
NEWS = 80


def war() -> dict[str, float]:
    """Sentences a second over the written reports of the development part."""
    found = documents([GOLD / "dev" / "texts"])
    rate, _ = _rate(Reader(auto=True), found, sum(len(s) for s in parse(found)), RUNS)
    return {"sentences_per_second": rate}


def news() -> dict[str, float]:
    """Sentences a second over general news (PolNeAR), and the share of control claims that the gate
    loses: of the written reports, and of the news.
    """
    folder = shared("data", "reading", "polnear", "train", "text")
    files = sorted(folder.iterdir())[:NEWS]
    found = [
        Document(id=file.stem, text=file.read_text(encoding="utf-8", errors="replace"))
        for file in files
    ]
    sentences = sum(len(s) for s in parse(found))
    gated, open_ = Reader(auto=True), Reader(auto=True, gated=False)
    rate, _ = _rate(gated, found, sentences, 1)
    own = [
        d for d in read_documents(find_files([GOLD / "dev" / "texts"])) if isinstance(d, Document)
    ]
    lost = {
        f"lost_of_{name}": _lost(gated, open_, some)
        for name, some in (("war", own), ("news", found))
    }
    return {"sentences_per_second": rate, **lost}


def _rate(
    reader: Reader, found: Sequence[Document], sentences: int, runs: int
) -> tuple[float, list[Claim]]:
    best, claims = 0.0, list[Claim]()
    for _ in range(runs + 1):
        started = time.process_time()
        claims = [claim for reading in reader.read(found) for claim in reading.claims]
        best = max(best, sentences / (time.process_time() - started))
    return round(best, 1), claims


def _lost(gated: Reader, open_: Reader, found: Sequence[Document]) -> float:
    """The share of the control claims that reading everything finds and gated reading does not."""
    told = [
        {
            (c.document, c.kind, c.evidence.start)
            for reading in reader.read(found) for c in reading.claims if c.kind in CONTROL_KINDS
        }
        for reader in (open_, gated)
    ]  # fmt: skip
    return round(len(told[0] - told[1]) / max(1, len(told[0])), 4)
