"""`part_of`: by id or name of the file's own places; what cannot be used is refused, not ignored."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from holdfast.model.errors import TheatreError
from holdfast.theatre import Theatre, parse_theatre


def theatre(*places: dict[str, Any]) -> Theatre:
    sides = [{"id": "A", "name": "Army"}, {"id": "B", "name": "Band"}]
    return parse_theatre({
        "id": "x", "name": "War", "first_day": date(2020, 1, 1), "countries": ["SS"],
        "sides": sides, "places": [{"country": "SS", **p} for p in places],
    }, path="war.toml")  # fmt: skip


TOWN = {"id": "geonames:373303", "name": "Juba", "aliases": ["Djouba"]}
HILL = {"id": "x:hill", "name": "Long Hill", "lat": 5.0, "lon": 31.0}


def works(part_of: str) -> dict[str, Any]:
    return {"id": "x:mill", "name": "Old Mill", "lat": 4.8, "lon": 31.6, "part_of": part_of}


@pytest.mark.parametrize("written", ["Long Hill", "x:hill"])
def test_the_whole_may_be_a_place_of_the_file_alone(written: str) -> None:
    assert theatre(HILL, works(written)).places[1].part_of == "x:hill"


@pytest.mark.parametrize("written", ["geonames:373303", "Juba", "Djouba"])
def test_the_whole_may_be_given_by_id_or_by_any_of_its_names(written: str) -> None:
    assert theatre(TOWN, works(written)).places[1].part_of == "geonames:373303"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("Jubba", "did you mean 'Juba'"),
        ("Old Mill", "part of itself"),
    ],
)
def test_what_cannot_be_used_is_refused_with_file_and_key(written: str, reason: str) -> None:
    with pytest.raises(TheatreError) as caught:
        theatre(TOWN, HILL, works(written))
    assert (caught.value.path, caught.value.key) == ("war.toml", "places[2].part_of")
    assert reason in caught.value.reason


def test_a_name_of_two_places_is_no_answer() -> None:
    twin = {"id": "geonames:1", "name": "Juba", "lat": 1.0, "lon": 1.0}
    with pytest.raises(TheatreError, match="several places"):
        theatre(TOWN, twin, works("Juba"))
