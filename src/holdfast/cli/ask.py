"""`holdfast ask`: who held a place on a day."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from holdfast.cli.console import folder_option, open_workspace, parse_day
from holdfast.cli.namesakes import label, namesakes
from holdfast.cli.tables import days, print_answer
from holdfast.model.errors import PlaceUnknown
from holdfast.workspace import Questions

EXAMPLES = (
    "Examples: `holdfast ask Izium` · `holdfast ask Izium --on 2022-09-11` · "
    "`holdfast ask Kupiansk --on 2022-09-10 --known-by 2022-09-10 --json`"
)


def run(
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="A name in any spelling, or an id.")
    ],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="The day; by default the last one told of."),
    ] = None,
    known_by: Annotated[
        str | None,
        typer.Option("--known-by", metavar="DAY", help="Use only what was written by this day."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    workspace: folder_option = Path(),
) -> None:
    """Who held a place on a day, how sure that is, and why."""
    day, known = parse_day(on), parse_day(known_by)
    with open_workspace(workspace) as opened:
        evidence, theatres = opened.evidence(known_by=known)
        entries = opened.ledger.documents(known_by=known)
    questions = Questions(evidence, theatres, known_by=known)
    day = day or questions.last_day()
    if day is None:
        raise PlaceUnknown("nothing dated was read yet; add and build some reports, or give --on")
    answer = questions.ask(place, day)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        return
    papers = {
        e.document.id: f"{e.document.source or e.document.id}, {days(e.dating.time) if e.dating else ''}"
        for e in entries
    }
    others = namesakes(place, answer.place, questions.beliefs, theatres)
    called = label(answer.place, theatres) if others else answer.place.name
    print_answer(answer, papers, called=called, others=others)
