"""`holdfast demo`: the whole way on the bundled example."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from holdfast.cli.console import count, out, print_refusals, progress_bar
from holdfast.cli.tables import print_answer
from holdfast.report import write_report
from holdfast.sources import find_files
from holdfast.workspace import Questions, Workspace
from holdfast.workspace.example import example_reports

EXAMPLES = "Examples: `holdfast demo` · `holdfast demo -o example.html`"
#: What the demonstration asks.
QUESTIONS = (
    ("Izium", date(2022, 9, 11)),
    ("Lyman", date(2022, 9, 11)),
    ("Sudzha", date(2024, 8, 15)),
)


def run(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.html", help="Where to write the report.")
    ] = Path("holdfast-demo.html"),
) -> None:
    """Read the bundled example (short invented reports of all leanings on two real operations),
    answer three questions and write the report.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.create(Path(folder) / "demo") as workspace,
    ):
        paths = [example_reports()]
        with progress_bar("adding", len(find_files(paths))) as advance:
            added = workspace.add(paths, advance)
        print_refusals(added.refusals)
        with progress_bar("reading", added.new) as advance:
            built = workspace.build(advance)
        out.print(
            f"{built.documents - len(built.unread)} reports read, {count(built.claims, 'claim')}"
        )
        evidence, theatres = workspace.evidence()
        questions = Questions(evidence, theatres)
        for place, day in QUESTIONS:
            out.rule()
            print_answer(questions.ask(place, day), {})
        out.rule()
        written = write_report(workspace, output)
    out.print(
        f"{count(written.places, 'place')} and {count(len(questions.disputes), 'dispute')} in the report"
    )
    out.print(f"open it in a browser: {output.resolve()}", markup=False, soft_wrap=True)
