"""Where the time of reading goes, stage by stage.

    python -m bench.stages

Reads the development part of the gold standard on one core and prints milliseconds a sentence.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.table import Table

from bench.claims import GOLD, documents
from holdfast.language import identify_language, parse
from holdfast.reading import Reader
from holdfast.reading.events.every import rule_drafts
from holdfast.reading.prepared import Untold
from holdfast.reading.scorer.candidates import candidates
from holdfast.reading.scorer.decide import decide


class Clock:
    """Seconds of processor time by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Count what runs inside as a stage's."""
        started = time.process_time()
        yield
        self.spent[stage] += time.process_time() - started


def main() -> None:
    found = documents([GOLD / "dev" / "texts"])
    reader = Reader(auto=True)
    for _ in reader.read(found[:20]):
        pass
    clock, sentences = Clock(), 0
    for document in found:
        with clock.time("language"):
            identify_language(document.plain, document.language)
        with clock.time("gate and parse"):
            (parsed,) = parse([document], gate=reader.gate)
        sentences += len(parsed)
        started = time.process_time()
        ruled = reader.rules(document, parsed) if parsed else Untold("")
        whole = time.process_time() - started
        if isinstance(ruled, Untold):
            clock.spent["names, places, speakers, times"] += whole
            continue
        started = time.process_time()
        list(rule_drafts(ruled.prepared))
        drafting = time.process_time() - started
        clock.spent["frames"] += drafting
        started = time.process_time()
        for draft, _ in ruled.read:
            ruled.maker.claim(draft)
        making = time.process_time() - started
        clock.spent["claims of the rules"] += making
        clock.spent["names, places, speakers, times"] += max(0.0, whole - drafting - making)
        if reader.scorer is None:
            continue
        common = reader.scorer.network.cutter.is_common
        with clock.time("scorer: anchors and actors"):
            some = candidates(ruled.prepared, ruled.read, common)
        encode = reader.scorer.network.encode
        spent = 0.0

        def timed(windows, encode=encode):  # type: ignore[no-untyped-def]
            nonlocal spent
            begun = time.process_time()
            vectors = encode(windows)
            spent += time.process_time() - begun
            return vectors

        reader.scorer.network.encode = timed  # type: ignore[method-assign]
        started = time.process_time()
        weighed = reader.scorer.weigh(ruled.prepared, some)
        clock.spent["scorer: features and heads"] += time.process_time() - started - spent
        clock.spent["scorer: encoder"] += spent
        reader.scorer.network.encode = encode  # type: ignore[method-assign]
        with clock.time("decision"):
            decide(ruled.read, some, weighed, ruled.maker)
    total = sum(clock.spent.values())
    table = Table("stage", "ms a sentence", "share")
    for stage, seconds in clock.spent.items():
        table.add_row(stage, f"{1000 * seconds / sentences:.2f}", f"{seconds / total:.0%}")
    table.add_row("all", f"{1000 * total / sentences:.2f}", f"{sentences / total:.0f} sentences/s")
    Console().print(table)


if __name__ == "__main__":
    main()
