"""A mistake in a theatre file is answered with the file, the key, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from holdfast.model.errors import TheatreError
from holdfast.theatre import find_theatre, load_theatre, parse_theatre

GOOD = """\
id = "river-war"
name = "War on the river"
first_day = 2020-05-01
countries = ["SS"]
outlets = [{name = "River Post", leaning = "NORTH"}]
regions = [{id = "upper", name = "Upper River", country = "SS", admin1 = ["10"]}]
places = [{id = "ford", name = "The Ford", country = "SS", lat = 9.5, lon = 31.6}]
operations = [
    {id = "flood", name = "Flood", start = 2020-06-01, news_until = 2020-06-20, side = "SOUTH"},
]
first_control = [{side = "NORTH", country = "SS"}, {side = "SOUTH", places = ["The Ford"]}]

[[sides]]
id = "NORTH"
name = "Northern Army"
colour = "#aa0000"

[[sides]]
id = "SOUTH"
name = "Southern Front"
bodies = [{name = "Southern Guard", fights = true}]
"""


def refused(folder: Path, right: str, wrong: str) -> TheatreError:
    """The error for the good file with `right` written as `wrong`."""
    assert GOOD.count(right) == 1, f"{right!r} must stand once in the good file"
    path = folder / "river.toml"
    path.write_text(GOOD.replace(right, wrong), encoding="utf-8")
    with pytest.raises(TheatreError) as caught:
        load_theatre(path)
    assert caught.value.path == str(path)
    assert str(caught.value).startswith(f"{path}: {caught.value.key}: ")
    return caught.value


def test_a_file_without_mistakes_loads_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "river.toml"
    path.write_text(GOOD, encoding="utf-8")
    theatre = find_theatre(str(path))
    assert theatre.id == "river-war"
    assert [side.id for side in theatre.sides] == ["NORTH", "SOUTH"]


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        # Misspelt keys, at every depth.
        ('countries = ["SS"]', 'countrys = ["SS"]', "countrys"),
        ('colour = "#aa0000"', 'color = "#aa0000"', "sides[0].color"),
        ("fights = true", "fight = true", "sides[1].bodies[0].fight"),
        ('leaning = "NORTH"', 'leans = "NORTH"', "outlets[0].leans"),
        # Wrong types and values.
        ("first_day = 2020-05-01", 'first_day = "1 May 2020"', "first_day"),
        ("first_day = 2020-05-01", "first_day = 2020", "first_day"),
        ('countries = ["SS"]', 'countries = "SS"', "countries"),
        ('countries = ["SS"]', 'countries = ["South Sudan"]', "countries[0]"),
        ("lat = 9.5", "lat = 95.0", "places[0].lat"),
        ("lat = 9.5", 'lat = "9.5"', "places[0].lat"),
        ('colour = "#aa0000"', 'colour = "red"', "sides[0].colour"),
        ("fights = true", 'fights = "yes"', "sides[1].bodies[0].fights"),
        # Keys that must be there.
        ('name = "War on the river"\n', "", "name"),
        ("first_day = 2020-05-01\n", "", "first_day"),
        ('name = "Southern Front"\n', "", "sides[1].name"),
    ],
)  # fmt: skip
def test_the_key_of_a_misspelt_wrong_or_missing_entry_is_named(
    tmp_path: Path, right: str, wrong: str, key: str
) -> None:
    assert refused(tmp_path, right, wrong).key == key


@pytest.mark.parametrize(
    ("right", "wrong", "key", "said"),
    [
        ('{side = "NORTH", country', '{side = "EAST", country', "first_control[0].side", "EAST"),
        ('leaning = "NORTH"', 'leaning = "EAST"', "outlets[0].leaning", "NORTH, SOUTH"),
        ('side = "SOUTH"},', 'side = "EAST"},', "operations[0].side", "EAST"),
        ("news_until = 2020-06-20", "news_until = 2020-05-20", "operations[0].news_until",
         "before start"),
        ('id = "SOUTH"', 'id = "NORTH"', "sides[1].id", "twice"),
        ('places = ["The Ford"]', 'region = "lower"', "first_control[1].region", "lower"),
        ('places = ["The Ford"]', 'places = ["The Ford"], country = "SS"', "first_control[1]",
         "exactly one"),
        (', places = ["The Ford"]', "", "first_control[1]", "exactly one"),
        ('places = ["The Ford"]', "area = [[31.0, 9.0], [32.0, 9.0]]", "first_control[1].area",
         "three points"),
        (", lat = 9.5, lon = 31.6", "", "places[0].lat", "The Ford"),
        ("first_day = 2020-05-01", "first_day = 2020-05-01\nlast_day = 2020-04-30", "last_day",
         "before first_day"),
        ("lat = 9.5, lon", 'part_of = "bridge", lat = 9.5, lon', "places[0].part_of", "bridge"),
    ],
)  # fmt: skip
def test_a_reference_to_nothing_is_named_with_what_it_asks_for(
    tmp_path: Path, right: str, wrong: str, key: str, said: str
) -> None:
    error = refused(tmp_path, right, wrong)
    assert error.key == key
    assert said in error.reason


def test_an_entry_of_a_list_is_named_by_what_it_calls_itself(tmp_path: Path) -> None:
    assert "Northern Army" in refused(tmp_path, 'colour = "#aa0000"', 'color = "#aa0000"').reason


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    error = refused(tmp_path, 'id = "NORTH"', 'id = "NORTH')
    assert "TOML" in error.reason
    assert "line 14" in error.reason


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.toml"
    with pytest.raises(TheatreError, match="cannot be read") as caught:
        load_theatre(path)
    assert caught.value.path == str(path)


def test_a_war_needs_two_sides() -> None:
    with pytest.raises(TheatreError) as caught:
        parse_theatre({
            "id": "x", "name": "One-sided war", "first_day": date(2020, 1, 1), "countries": ["SS"],
            "sides": [{"id": "A", "name": "Army"}],
        })  # fmt: skip
    assert caught.value.key == "sides"
