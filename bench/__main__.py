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

from bench import alarms, claims, parser, speed
from bench.data import Absent

FLOORS = Path(__file__).parent / "floors.json"
MEASURES: dict[str, Callable[[], dict[str, float]]] = {
    "parser.gum": parser.gum,
    "parser.pud": parser.pud,
    "claims.seeds": claims.seeds,
    "claims.dev": claims.dev,
    "claims.test": claims.test,
    "claims.real.dev": claims.real_dev,
    "claims.real.test": claims.real_test,
    "agreement": claims.agreement,
    "alarms": alarms.other_genres,
    "speed.war": speed.war,
    "speed.news": speed.news,
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
    pinned: dict[str, float | dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    table = Table("measure", "value", "floor")
    fallen = False
    for name, value in measured(names, console):
        bound = pinned.get(name)
        shown, low = "", False
        if isinstance(bound, dict):
            shown, low = f"at most {bound['most']:g}", value > bound["most"]
        elif bound is not None:
            shown, low = f"{bound:g}", value < bound
        fallen |= low
        table.add_row(name, f"{value:g}", shown, style="bold red" if low else "")
    console.print(table)
    if fallen:
        console.print("[bold red]a measure fell below its floor (bench/floors.json)")
    return int(fallen)


if __name__ == "__main__":
    sys.exit(main())
