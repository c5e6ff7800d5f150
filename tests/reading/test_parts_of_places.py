"""A works is a part of its town, though the town stands in the theatre's file alone."""

from __future__ import annotations

from datetime import date

from holdfast.model import Document
from holdfast.reading import Reader
from holdfast.theatre import parse_theatre

THEATRE = parse_theatre({
    "id": "x", "name": "War", "first_day": date(2031, 1, 1), "countries": ["XV"],
    "sides": [
        {"id": "A", "name": "Army", "adjectives": ["Army"]},
        {"id": "B", "name": "League", "adjectives": ["League"]},
    ],
    "places": [
        {"id": "x:ford", "name": "Tallow Ford", "country": "XV", "lat": 44.4, "lon": -29.7},
        {"id": "x:mill", "name": "Ford Mill", "country": "XV", "lat": 44.4, "lon": -29.6,
         "part_of": "Tallow Ford"},
    ],
})  # fmt: skip


def test_a_claim_about_the_part_is_one_about_a_part_of_the_whole() -> None:
    document = Document(id="d", text="League troops captured Ford Mill on 3 May 2031.")
    (reading,) = Reader(THEATRE).read([document])
    (claim,) = [c for c in reading.claims if c.kind == "control_gained"]
    assert claim.place is not None
    assert (claim.place.id, claim.place.name) == ("x:ford", "Tallow Ford")
    assert "place.part" in claim.because
