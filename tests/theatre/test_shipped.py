"""The theatres that come with Holdfast: they load, and describe both sides in the same way."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from holdfast.model.errors import TheatreError
from holdfast.theatre import Theatre, bundled, find_theatre

SHIPPED = {theatre.id: theatre for theatre in bundled()}


def test_the_two_theatres_are_shipped_under_their_files_names() -> None:
    assert {"ru-ua", "sudan"} <= set(SHIPPED)
    for name, theatre in SHIPPED.items():
        assert find_theatre(name) == theatre


@pytest.mark.parametrize(
    ("name", "first_day", "sides", "countries"),
    [
        ("ru-ua", date(2022, 2, 24), {"RU", "UA"}, {"RU", "UA"}),
        ("sudan", date(2023, 4, 15), {"SAF", "RSF"}, {"SD"}),
    ],
)
def test_each_names_its_first_day_its_sides_and_its_countries(
    name: str, first_day: date, sides: set[str], countries: set[str]
) -> None:
    theatre = SHIPPED[name]
    assert theatre.first_day == first_day
    assert sides == {side.id for side in theatre.sides[:2]}
    assert countries == set(theatre.countries)


@pytest.mark.parametrize("theatre", SHIPPED.values(), ids=SHIPPED)
def test_both_main_sides_are_described_with_the_same_keys(theatre: Theatre) -> None:
    for side in theatre.sides[:2]:
        for key in ("names", "adjectives", "bodies", "persons"):
            assert getattr(side, key), f"{side.id} has no {key}"
        assert any(body.fights for body in side.bodies), f"{side.id} has nobody who fights"
    colours = [side.colour for side in theatre.sides[:2]]
    assert len(set(colours)) == 2, "two sides of one colour cannot be told apart on the map"


@pytest.mark.parametrize("theatre", SHIPPED.values(), ids=SHIPPED)
def test_no_name_belongs_to_two_sides(theatre: Theatre) -> None:
    owners: Counter[str] = Counter()
    for side in theatre.sides:
        bodies = [name for body in side.bodies for name in (body.name, *body.aliases)]
        owners.update({name.lower() for name in (side.name, *side.names, *bodies)})
    assert [name for name, count in owners.items() if count > 1] == []


@pytest.mark.parametrize("theatre", SHIPPED.values(), ids=SHIPPED)
def test_no_outlet_is_listed_twice(theatre: Theatre) -> None:
    names = Counter(outlet.name.lower() for outlet in theatre.outlets)
    domains = Counter(domain for outlet in theatre.outlets for domain in set(outlet.domains))
    assert [name for name, count in names.items() if count > 1] == []
    assert [domain for domain, count in domains.items() if count > 1] == []


@pytest.mark.parametrize("theatre", SHIPPED.values(), ids=SHIPPED)
def test_ids_are_used_once(theatre: Theatre) -> None:
    for entries in (theatre.sides, theatre.regions, theatre.operations):
        ids = [entry.id for entry in entries]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("theatre", SHIPPED.values(), ids=SHIPPED)
def test_places_of_its_own_lie_on_the_map(theatre: Theatre) -> None:
    for place in theatre.places:
        if place.lat is None or place.lon is None:
            assert re.fullmatch(r"geonames:\d+", place.id), place.name
        assert place.country in theatre.countries or place.lat is not None, place.name


def test_an_unknown_name_is_answered_with_those_that_exist() -> None:
    with pytest.raises(TheatreError, match="ru-ua, sudan") as caught:
        find_theatre("atlantis")
    assert caught.value.path == "atlantis"
