"""The theatres that come with Holdfast: they load, and describe both sides in the same way."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from holdfast.model.errors import TheatreError
from holdfast.reading.places.gazetteer import open_gazetteer
from holdfast.theatre import Theatre, bundled, find_theatre

SHIPPED = {theatre.id: theatre for theatre in bundled()}


def test_the_theatres_are_shipped_under_their_files_names() -> None:
    assert list(SHIPPED) == ["donbas", "drc", "myanmar", "ru-ua", "sudan", "syria", "syria-2024"]
    for name, theatre in SHIPPED.items():
        assert find_theatre(name) == theatre


@pytest.mark.parametrize(
    ("name", "first_day", "sides", "countries"),
    [
        ("ru-ua", date(2022, 2, 24), {"RU", "UA"}, {"RU", "UA"}),
        ("sudan", date(2023, 4, 15), {"SAF", "RSF"}, {"SD"}),
        ("donbas", date(2014, 3, 1), {"UA", "DPR"}, {"UA"}),
        ("drc", date(2012, 4, 4), {"DRC", "M23"}, {"CD"}),
        ("myanmar", date(2021, 2, 1), {"SAC", "NUG"}, {"MM"}),
        ("syria", date(2011, 3, 15), {"SAA", "OPP"}, {"SY"}),
        ("syria-2024", date(2024, 12, 8), {"STG", "SDF"}, {"SY"}),
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
def test_no_word_means_two_sides(theatre: Theatre) -> None:
    owners: dict[str, set[str]] = {}
    for side in theatre.sides:
        persons = (name for person in side.persons for name in (person.name, *person.aliases))
        words = (*side.adjectives, *side.people, *side.metonyms, *side.coded, *side.allies)
        for name in (side.name, *side.names, *words, *persons):
            owners.setdefault(name.lower(), set()).add(side.id)
    assert [name for name, sides in owners.items() if len(sides) > 1] == []


@pytest.mark.parametrize("theatre", SHIPPED.values(), ids=SHIPPED)
def test_no_two_sides_have_one_colour(theatre: Theatre) -> None:
    colours = Counter(side.colour for side in theatre.sides)
    assert [colour for colour, count in colours.items() if count > 1] == []


def test_a_side_of_two_theatres_has_one_colour() -> None:
    colours: dict[str, set[str | None]] = {}
    for theatre in SHIPPED.values():
        for side in theatre.sides:
            colours.setdefault(side.id, set()).add(side.colour)
    assert [id for id, found in colours.items() if len(found) > 1] == []


def test_the_two_theatres_of_syria_know_each_others_sides() -> None:
    before, after = ({side.id for side in SHIPPED[id].sides} for id in ("syria", "syria-2024"))
    assert before == after
    assert SHIPPED["syria"].last_day == SHIPPED["syria-2024"].first_day


@pytest.mark.parametrize("theatre", SHIPPED.values(), ids=SHIPPED)
def test_first_lines_and_operations_name_places_that_are_known(theatre: Theatre) -> None:
    gazetteer = open_gazetteer()
    own = {name for place in theatre.places for name in (place.id, place.name)}
    own |= {region.name for region in theatre.regions}
    told = [name for entry in theatre.first_control for name in entry.places]
    told += [name for operation in theatre.operations for name in operation.places]
    unknown = [
        name for name in told
        if name not in own and gazetteer.by_id(name) is None and not any(
            found.name == name and found.country in theatre.countries
            for found in gazetteer.lookup(name)
        )
    ]  # fmt: skip
    assert unknown == []


@pytest.mark.parametrize("theatre", SHIPPED.values(), ids=SHIPPED)
def test_operations_lie_within_the_theatres_days(theatre: Theatre) -> None:
    for operation in theatre.operations:
        assert operation.start >= theatre.first_day, operation.id
        if theatre.last_day is not None:
            assert operation.start <= theatre.last_day, operation.id


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
