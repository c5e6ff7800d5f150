"""`holdfast fuse`: claims in, control history out."""

from __future__ import annotations

import csv
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from holdfast.cli.console import (
    chosen_theatre,
    err,
    exit_for,
    print_refusals,
    progress_bar,
    theatre_option,
)
from holdfast.fusion import Evidence, believe
from holdfast.model import Claim, PlaceRef
from holdfast.model.errors import HoldfastError, Refusal
from holdfast.theatre import bundled

EXAMPLES = (
    "Examples: `holdfast claims reports/ --format jsonl | holdfast fuse - --theatre ru-ua` · "
    "`holdfast fuse claims.jsonl --theatre sudan --places towns.csv --format jsonl`"
)


class Format(StrEnum):
    """Ways to print."""

    jsonl = "jsonl"


def run(
    claims: Annotated[
        Path,
        typer.Argument(
            metavar="CLAIMS.jsonl", help="Claims, one a line; `-` reads standard input."
        ),
    ],
    theatre: theatre_option = "auto",
    places: Annotated[
        Path | None,
        typer.Option(
            "--places",
            metavar="PLACES.csv",
            help="Places to tell of besides those claimed: id,name,lat,lon and, if known, kind,country,admin1.",
        ),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", help="One JSON object a line.")
    ] = Format.jsonl,
) -> None:
    """Fuse claims into the history of control: one line a place and span of days. No workspace."""
    fixed, auto = chosen_theatre(theatre)
    theatres = list(bundled()) if auto else [fixed] if fixed is not None else []
    read, refusals = _read_claims(claims)
    listed = _read_places(places, refusals) if places is not None else []
    beliefs = believe(Evidence(tuple(read)), theatres, places=listed)
    encoder = msgspec.json.Encoder()
    spans = 0
    with progress_bar("fusing", len(beliefs)) as advance:
        for belief in beliefs:
            for control in belief.history():
                sys.stdout.buffer.write(encoder.encode(control) + b"\n")
                spans += 1
            advance(belief.place.id)
    sys.stdout.flush()
    print_refusals(refusals)
    err.print(f"{len(read)} claims, {len(beliefs)} places, {spans} spans, {len(refusals)} refused")
    exit_for(refusals)


def _read_claims(path: Path) -> tuple[list[Claim], list[Refusal]]:
    if str(path) != "-" and not path.is_file():
        raise HoldfastError(
            f"{path}: no such file; make one with: holdfast claims … --format jsonl"
        )
    data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    decoder = msgspec.json.Decoder(Claim)
    found: list[Claim] = []
    refusals: list[Refusal] = []
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(decoder.decode(line))
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            refusals.append(Refusal(str(path), f"not a claim: {error}", number))
    return found, refusals


def _read_places(path: Path, refusals: list[Refusal]) -> list[PlaceRef]:
    if not path.is_file():
        raise HoldfastError(f"{path}: no such file")
    found: list[PlaceRef] = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        missing = {"id", "name"} - {(n or "").strip() for n in rows.fieldnames or ()}
        if missing:
            raise HoldfastError(f"{path}:1: no column called {', '.join(sorted(missing))}")
        for row in rows:
            try:
                place = PlaceRef(
                        row["id"],
                        row["name"],
                        float(row["lat"]) if row.get("lat") else None,
                        float(row["lon"]) if row.get("lon") else None,
                        row.get("kind") or "PPL",
                        row.get("country") or None,
                        row.get("admin1") or None,
                )  # fmt: skip
                found.append(place)
            except (ValueError, TypeError) as error:
                refusals.append(Refusal(str(path), str(error), rows.line_num))
    return found
