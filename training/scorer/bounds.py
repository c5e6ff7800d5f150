"""Set the scorer's bounds on the development part of the gold standard.

    python -m training.scorer.bounds

Tries, one after another, how likely a rule's claim must be to stay, and how likely a claim of the
scorer's own must be to be added; keeps what makes the mean F1 of the written and the real part
highest. Writes `bounds.toml` into the package. The test part is not read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from bench.claims import GOLD, Row, documents, gold_of
from bench.data import Absent, shared

from bench import real
from holdfast.language import parse
from holdfast.model import CONTROL_KINDS, Document
from holdfast.reading import Reader
from holdfast.reading.prepared import Untold
from holdfast.reading.reader import Ruled, distinct
from holdfast.reading.scorer.candidates import Candidates, candidates
from holdfast.reading.scorer.decide import Bounds, bounds, decide
from holdfast.reading.scorer.weigh import SHIPPED, Scorer, Weighed

Weighted = tuple[Ruled, Candidates, list[Weighed]]
_STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_DROPS = (0.02, 0.05, 0.1, 0.2, 0.3)


class Part(msgspec.Struct):
    """A part of the gold standard, read and weighed once."""

    weighed: list[Weighted]
    gold: list[Row]


def weigh(found: Sequence[Document], gold: list[Row], scorer: Scorer) -> Part:
    """Read and weigh documents."""
    reader = Reader(auto=True, rules_only=True)
    weighed: list[Weighted] = []
    for document in found:
        (sentences,) = parse([document], gate=reader.gate)
        ruled = reader.rules(document, sentences) if sentences else Untold("")
        if isinstance(ruled, Untold):
            continue
        some = candidates(ruled.prepared, ruled.read, scorer.network.cutter.is_common)
        weighed.append((ruled, some, scorer.weigh(ruled.prepared, some)))
    return Part(weighed, gold)


def score(part: Part, limits: Bounds) -> float:
    """F1 of control claims with some bounds."""
    gold: dict[str, list[Row]] = {}
    for row in part.gold:
        if row["kind"] in CONTROL_KINDS and row["place"]:
            gold.setdefault(row["document"], []).append(row)
    told = {row["document"] for row in part.gold}
    right = read = 0
    for ruled, found, weighed in part.weighed:
        if ruled.prepared.document.id not in told:
            continue
        some = decide(ruled.read, found, weighed, ruled.maker, limits).claims
        claims = [
            msgspec.to_builtins(claim)
            for claim in distinct(some, ruled.prepared.sentences)
            if claim.kind in CONTROL_KINDS and claim.place
        ]
        read += len(claims)
        right += _pairs(gold.get(ruled.prepared.document.id, []), claims)
    wanted = sum(map(len, gold.values()))
    return 2 * right / max(1, read + wanted)


def _pairs(gold: Sequence[Row], claims: Sequence[Row]) -> int:
    """How many gold claims of one document are found, by the guideline's own tests."""
    tests = _scorer()
    ranked = sorted(
        (g["kind"] != c["kind"], abs(c["evidence"]["start"] - g["offset"]), i, j)
        for i, g in enumerate(gold)
        for j, c in enumerate(claims)
        if tests.kind_fits(g["kind"], c["kind"]) and tests.place_fits(g, c)
        and tests.side_fits(g, c) and tests.near(g, c)
    )  # fmt: skip
    done, used = set[int](), set[int]()
    for _, _, i, j in ranked:
        if i not in done and j not in used:
            done.add(i)
            used.add(j)
    return len(done)


@cache
def _scorer() -> Any:
    """The guideline's scorer as a module: it is a file beside the repository."""
    spec = spec_from_file_location("scorer", shared("gold", "score.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def climb(parts: Sequence[Part], limits: Bounds) -> tuple[float, Bounds]:
    """The best bounds found from some others, changing one at a time, twice over."""

    def mean(tried: Bounds) -> float:
        return sum(score(part, tried) for part in parts) / len(parts)

    best = mean(limits)
    for _ in range(2):
        for key, steps in (("add", _STEPS), ("drop", _DROPS)):
            for kind in getattr(limits, key):
                for step in steps:
                    table = getattr(limits, key) | {kind: step}
                    tried = msgspec.structs.replace(limits, **{key: table})
                    if (value := mean(tried)) > best + 0.0005:
                        best, limits = value, tried
        for name, values in (
            ("beside", (0.6, 0.8, 1.1)), ("side_wrong", (0.0, 0.1, 0.2, 0.3)),
            ("side_right", (0.4, 0.5, 0.7)),
        ):  # fmt: skip
            for step in values:
                tried = msgspec.structs.replace(limits, **{name: step})
                if (value := mean(tried)) > best + 0.0005:
                    best, limits = value, tried
        print(f"{best:.3f} {limits}", flush=True)
    return best, limits


def write(limits: Bounds, path: Path) -> None:
    """Write the data file, its comments kept."""
    head = [line for line in path.read_text("utf-8").splitlines() if not line or line[0] in "#["]
    out: list[str] = []
    for line in head:
        if line.startswith("["):
            out += [line, *(f"{k} = {v}" for k, v in getattr(limits, line.strip("[]")).items())]
            continue
        if "A rule's side is exchanged" in line:
            out.append(f"beside = {limits.beside}")
        out.append(line)
        if "own at least `side_right`" in line:
            out += [f"side_wrong = {limits.side_wrong}", f"side_right = {limits.side_right}"]
    path.write_text("\n".join(out) + "\n", "utf-8")


def main() -> None:
    scorer = Scorer()
    parts = [
        weigh(documents([GOLD / "dev" / "texts"]), gold_of(GOLD / "dev" / "gold.jsonl"), scorer)
    ]
    try:
        with TemporaryDirectory() as folder:
            found = documents([real.write_texts("dev", Path(folder))])
        parts.append(weigh(found, real.gold("dev"), scorer))
    except Absent as reason:
        print(f"real reports left out: {reason}")
    best, limits = climb(parts, bounds())
    write(limits, SHIPPED / "bounds.toml")
    print(f"mean F1 {best:.3f}; {json.dumps(msgspec.to_builtins(limits))}")


if __name__ == "__main__":
    main()
