"""How fast documents are read, from text to claims, on one core and with a warm reader."""

from __future__ import annotations

import time

import msgspec

from bench.data import HERE
from holdfast.model import Document
from holdfast.reading import Reader
from holdfast.sources import find_files, read_documents

#: Runs of which the best counts: other work on the machine only ever slows one down.
RUNS = 3


def reading() -> dict[str, float]:
    """Sentences a second over the own reports."""
    folder = HERE / "reading"
    documents = [
        msgspec.structs.replace(d, id=f"{part}/{d.id}")
        for part in ("dev", "test")
        for d in read_documents(find_files([folder / part / "texts"]))
        if isinstance(d, Document)
    ]
    reader = Reader(auto=True)
    best = 0.0
    for _ in range(RUNS + 1):
        started = time.process_time()
        sentences = sum(reading.sentences for reading in reader.read(documents))
        best = max(best, sentences / (time.process_time() - started))
    return {"sentences_per_second": round(best, 1)}
