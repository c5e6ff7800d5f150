"""`holdfast fuse`: claims in, control history out."""

from __future__ import annotations

import codecs
import csv
import io
import math
import sys
from collections.abc import Mapping
from datetime import date
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
)
from holdfast.fusion import Evidence, PlaceBelief, believe
from holdfast.model import Claim, Control, PlaceRef
from holdfast.model.errors import HoldfastError, InputRefused, Refusal
from holdfast.sources.decode import decode
from holdfast.theatre import bundled

EXAMPLES = (
    "Examples: `holdfast claims reports/ --format jsonl | holdfast fuse - --theatre ru-ua` · "
    "`holdfast fuse claims.jsonl --theatre sudan --places towns.csv --format jsonl`"
)


#: Of these years claims are taken, as dates of publication are.
YEARS = range(1000, 2200)


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
    read, repeated, refusals = _read_claims(claims)
    listed = _read_places(places, refusals) if places is not None else []
    beliefs = believe(Evidence(tuple(read)), theatres, places=listed)
    days = [day for b in beliefs if not _timeless(b) for day in (b.first_day, b.last_day)]
    since, until = min(days, default=date.min), max(days, default=date.min)
    encoder = msgspec.json.Encoder()
    spans = 0
    with progress_bar("fusing", len(beliefs)) as advance:
        for belief in beliefs:
            for control in _history(belief, since, until):
                sys.stdout.buffer.write(encoder.encode(control) + b"\n")
                spans += 1
            advance(belief.place.id)
    sys.stdout.flush()
    print_refusals(refusals)
    err.print(
        f"{count(len(read), 'claim')}, {count(len(beliefs), 'place')}, {count(spans, 'span')}, "
        f"{len(refusals)} refused{f', {repeated} repeated' if repeated else ''}",
        soft_wrap=True,
    )
    exit_for(refusals)


def _timeless(belief: PlaceBelief) -> bool:
    """Whether a place has neither evidence nor a theatre, and so no day to begin with."""
    return belief.first_day == date.min and not belief.evidence_days


def _history(belief: PlaceBelief, since: date, until: date) -> list[Control]:
    """The spans of a place up to the day on which all histories end."""
    if not _timeless(belief):
        return belief.history(until=until)
    return [msgspec.structs.replace(belief.on(until), start=since)]


def _read_claims(path: Path) -> tuple[list[Claim], int, list[Refusal]]:
    """The claims of a file, how many of its lines only repeat one, and what was refused."""
    if str(path) != "-" and not path.exists():
        raise HoldfastError(f"{path}: no such file; make one with: holdfast claims --format jsonl")
    data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    decoder = msgspec.json.Decoder(Claim)
    found: dict[str, tuple[Claim, int]] = {}
    repeated = 0
    refusals: list[Refusal] = []
    for number, line in enumerate(_utf8(data, path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            claim = decoder.decode(line)
            _check_days(claim)
            first, earlier = found.setdefault(claim.id, (claim, number))
            if claim != first:
                raise ValueError(f"the id {claim.id} is that of another claim, on line {earlier}")
            repeated += earlier != number
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            refusals.append(Refusal(str(path), f"not a claim: {error}", number))
        except ValueError as error:
            refusals.append(Refusal(str(path), str(error), number))
    return [claim for claim, _ in found.values()], repeated, refusals


def _utf8(data: bytes, path: Path) -> bytes:
    """The bytes without a byte-order mark; UTF-16 with its mark, as some shells write it, too."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.removeprefix(codecs.BOM_UTF8)
    try:
        return decode(data).encode()
    except InputRefused as refused:
        raise HoldfastError(str(Refusal(str(path), refused.reason, refused.line))) from refused


def _check_days(claim: Claim) -> None:
    """Raises ValueError for days of no report, which all histories would have to reach to, and for
    a span that ends before it begins.
    """
    time = claim.time
    if time is None or time.start is None or time.end is None:
        return
    for day in (time.start, time.end):
        if day.year not in YEARS:
            years = f"{YEARS.start} to {YEARS.stop - 1}"
            raise ValueError(f"time: {day} is not within the years {years}")
    if time.end < time.start:
        raise ValueError(f"time: ends on {time.end}, before it starts on {time.start}")


def _read_places(path: Path, refusals: list[Refusal]) -> list[PlaceRef]:
    if not path.is_file():
        raise HoldfastError(f"{path}: no such file")
    try:
        text = decode(path.read_bytes())
    except InputRefused as refused:
        raise HoldfastError(str(Refusal(str(path), refused.reason, refused.line))) from refused
    rows = csv.DictReader(io.StringIO(text, newline=""))
    missing = {"id", "name"} - {(n or "").strip() for n in rows.fieldnames or ()}
    if missing:
        raise HoldfastError(f"{path}:1: no column called {', '.join(sorted(missing))}")
    found: list[PlaceRef] = []
    for row in rows:
        try:
            found.append(_place(row))
        except ValueError as error:
            refusals.append(Refusal(str(path), str(error), rows.line_num))
    return found


def _place(row: Mapping[str, str | None]) -> PlaceRef:
    """A row as a place. Raises ValueError for what is missing or no coordinate."""
    id, name = row.get("id"), row.get("name")
    if not id or not name:
        raise ValueError(f"{'name' if id else 'id'}: is missing")
    return PlaceRef(
        id, name, _degrees(row, "lat", 90), _degrees(row, "lon", 180), row.get("kind") or "PPL",
        row.get("country") or None, row.get("admin1") or None,
    )  # fmt: skip


def _degrees(row: Mapping[str, str | None], key: str, most: int) -> float | None:
    written = row.get(key)
    if not written:
        return None
    try:
        degrees = float(written)
    except ValueError:
        degrees = math.nan
    if not -most <= degrees <= most:
        raise ValueError(f"{key}: {written!r} is no number from -{most} to {most}")
    return degrees
