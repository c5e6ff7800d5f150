"""A town that two invented sides fight for, and claims about it made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from holdfast.fusion import Evidence, PlaceBelief, believe
from holdfast.model import Actor, Claim, Place, Quote, Speaker, TimeRange
from holdfast.model.ids import stable_id
from holdfast.theatre import Theatre
from holdfast.theatre.load import parse_theatre

RED, BLUE = "RED", "BLUE"
ANVAR = Place("Anvar", "Anvar", "p:anvar", 10.0, 20.0, "PPL", 3.0, 1.0, "XA", "01")
BRUN = Place("Brun", "Brun", "p:brun", 11.0, 21.0, "PPL", 2.0, 1.0, "XA", "01")
RED_STAFF = Speaker("Red's staff", "Staff of Red", RED, "military")
BLUE_STAFF = Speaker("Blue's staff", "Staff of Blue", BLUE, "military")
AGENCY = Speaker("Meridian", "Meridian", None, "agency")
MONITOR = Speaker("the observers", "Observer mission", None, "monitor")
SOURCES = Speaker("sources", "sources", None, "unnamed")
STAFF = {RED: RED_STAFF, BLUE: BLUE_STAFF}
ENEMY = {RED: BLUE, BLUE: RED}


def day(written: str) -> date:
    """`day("05-10")`: a day of 2021, the year of the invented war."""
    return date.fromisoformat(f"2021-{written}")


def claim(
    kind: str, side: str | None, on: str, *, until: str | None = None, by: Speaker | None = AGENCY,
    place: Place | None = ANVAR, document: str = "", against: str | None = None, id: str = "",
    **more: object,
) -> Claim:  # fmt: skip
    """`claim("control_gained", BLUE, "05-10", by=BLUE_STAFF)`: one claim, in a report of its own."""
    first, last = day(on), day(until or on)
    name = by.name if by is not None else None
    told = stable_id("", kind, side, first, last, name, place, sorted(more.items()), against)
    return Claim(
        id=id or f"c{told}", document=document or f"report-{told}", kind=kind, side=side,  # type: ignore[arg-type]
        target=Actor(against, against, against) if against else None, place=place,
        time=TimeRange(first, last, "day" if first == last else "interval"),
        speakers=(by,) if by is not None else (),
        evidence=Quote(0, 5, "Anvar"), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def war(holder: str | None = RED, *, names: Sequence[str] = (RED, BLUE)) -> Theatre:
    """The invented war: two sides, from 1 May 2021, with Anvar in the hands of `holder`."""
    sides = [{"id": id, "name": f"Party {id}"} for id in names]
    first = [{"side": holder, "country": "XA"}] if holder is not None else []
    return parse_theatre(
        {"id": "invented", "name": "Invented war", "first_day": date(2021, 5, 1),
         "countries": ["XA"], "sides": sides, "first_control": first}
    )  # fmt: skip


def belief(*claims: Claim, theatre: Theatre | None = None, **papers: object) -> PlaceBelief:
    """The belief about Anvar after these claims; `papers` are Evidence's own keys."""
    evidence = Evidence(tuple(claims), **papers)  # type: ignore[arg-type]
    found = believe(evidence, [theatre] if theatre is not None else [])
    return next(b for b in found if b.place.id == ANVAR.id)


def chances(*claims: Claim, on: str, holder: str | None = RED) -> dict[str, float]:
    """What is believed of one day in the invented war."""
    return belief(*claims, theatre=war(holder)).on(day(on)).probabilities


def denied(one: Claim) -> Claim:
    """The denial of a claim, by the same speaker."""
    return msgspec.structs.replace(one, id=one.id + "n", polarity="-")
