"""Run every measure, print it beside its floor, and fail where one has fallen.

    python -m bench [NAME …]

Names choose measures by their beginning ("claims", "parser.pud"). A measure whose data is not on
this machine is left out, with the reason.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import claims, parser, speed
from bench.data import Absent

FLOORS = Path(__file__).parent / "floors.json"
MEASURES: dict[str, Callable[[], dict[str, float]]] = {
    "parser.gum": parser.gum,
    "parser.pud": parser.pud,
    "claims.seeds": claims.seeds,
    "claims.dev": claims.dev,
    "claims.test": claims.test,
    "speed": speed.reading,
}


def measured(names: list[str], console: Console) -> Iterator[tuple[str, float]]:
    """Every number of the chosen measures, as "claims.dev.f1"."""
    for name, measure in MEASURES.items():
        if names and not any(name.startswith(n) for n in names):
            continue
        try:
            with console.status(f"measuring {name}"):
                numbers = measure()
        except Absent as reason:
            console.print(f"[yellow]{name} left out:[/] {reason}")
            continue
        for what, value in numbers.items():
            yield f"{name}.{what}", value


def main() -> int:
    options = argparse.ArgumentParser(
        prog="python -m bench",
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    options.add_argument("names", nargs="*", metavar="NAME")
    names: list[str] = options.parse_args().names
    for name in names:
        if not any(measure.startswith(name) for measure in MEASURES):
            options.error(f"no measure begins with {name!r}; there are: {', '.join(MEASURES)}")
    console = Console()
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    table = Table("measure", "value", "floor")
    fallen = False
    for name, value in measured(names, console):
        floor = floors.get(name)
        low = floor is not None and value < floor
        fallen |= low
        style = "bold red" if low else ""
        table.add_row(name, f"{value:g}", "" if floor is None else f"{floor:g}", style=style)
    console.print(table)
    if fallen:
        console.print("[bold red]a measure fell below its floor (bench/floors.json)")
    return int(fallen)


if __name__ == "__main__":
    sys.exit(main())
