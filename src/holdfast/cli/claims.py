"""`holdfast claims`: read files, print what they claim."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from holdfast.cli.console import (
    chosen_theatre,
    count,
    err,
    exit_for,
    print_refusals,
    progress_bar,
    theatre_option,
    without_date,
)
from holdfast.cli.tables import print_reading
from holdfast.model import Document
from holdfast.model.errors import Refusal, Undated
from holdfast.reading import Reader, Reading
from holdfast.sources import find_files, read_documents

EXAMPLES = (
    "Examples: `holdfast claims report.txt` · `holdfast claims reports/ --format jsonl > "
    "claims.jsonl` · `holdfast claims page.html --theatre none --explain`"
)


class Format(StrEnum):
    """Ways to print."""

    table = "table"
    jsonl = "jsonl"


def run(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATHS...", help="Files or folders: .txt .md .html .jsonl .csv"),
    ],
    theatre: theatre_option = "auto",
    format: Annotated[
        Format, typer.Option("--format", help="A table, or one JSON object a line.")
    ] = Format.table,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Show how each document was dated and which rules read what from which words; in "
            "JSON each claim gets a key `explain`.",
        ),
    ] = False,
) -> None:
    """Read files and print what they claim, each claim with its words. Needs no workspace."""
    files = find_files(paths)
    refusals: list[Refusal] = []
    undated: list[Undated] = []
    fixed, auto = chosen_theatre(theatre)
    reader = Reader(fixed, auto=auto)
    documents = claims = unread = 0
    with progress_bar("reading", len(files)) as advance:
        for reading in reader.read(_documents(_ticking(files, advance), refusals, undated)):
            documents += 1
            claims += len(reading.claims)
            unread += reading.unread is not None
            if reading.unread is not None:
                err.print(
                    f"not read {reading.document.id}: {reading.unread}",
                    markup=False,
                    soft_wrap=True,
                )
            if format is Format.jsonl:
                _print_lines(reading, explain=explain)
            else:
                print_reading(reading, explain=explain)
    print_refusals(refusals, undated)
    err.print(
        f"{count(documents, 'document')}, {count(claims, 'claim')}, {unread} not read, "
        f"{len(refusals)} refused{without_date(undated)}",
        soft_wrap=True,
    )
    exit_for(refusals)


def _ticking(files: Iterable[Path], advance: Callable[[str], None]) -> Iterator[Path]:
    for path in files:
        yield path
        advance(str(path))


def _documents(
    files: Iterable[Path], refusals: list[Refusal], undated: list[Undated]
) -> Iterator[Document]:
    for item in read_documents(files):
        if isinstance(item, Undated):
            undated.append(item)
        elif isinstance(item, Refusal):
            refusals.append(item)
        else:
            yield item


def _print_lines(reading: Reading, *, explain: bool) -> None:
    encoder = msgspec.json.Encoder()
    for claim in reading.claims:
        line = encoder.encode(claim)
        if explain:
            told = {
                **msgspec.to_builtins(claim),
                "explain": {
                    "theatre": reading.theatre,
                    "dating": msgspec.to_builtins(reading.dating),
                },
            }
            line = encoder.encode(told)
        sys.stdout.buffer.write(line + b"\n")
    sys.stdout.flush()
