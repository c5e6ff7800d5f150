"""Who held a place on the first day: the last entry of the file that speaks of it stands."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.model import PlaceRef
from holdfast.theatre import Theatre, find_theatre, first_holder, parse_theatre

RIVER = parse_theatre({
    "id": "river-war", "name": "War on the river", "first_day": date(2020, 5, 1),
    "countries": ["SS"],
    "sides": [{"id": "NORTH", "name": "Northern Army"}, {"id": "SOUTH", "name": "Southern Front"}],
    "regions": [{"id": "upper", "name": "Upper River", "country": "SS", "admin1": ["10"]}],
    "first_control": [
        {"side": "NORTH", "country": "SS"},
        {"side": "SOUTH", "region": "upper"},
        {"side": "NORTH", "places": ["The Ford"]},
        {"side": "SOUTH", "area": [[10.0, 0.0], [12.0, 0.0], [12.0, 2.0], [10.0, 2.0]]},
    ],
})  # fmt: skip


def place(name: str = "Anywhere", **where: object) -> PlaceRef:
    return PlaceRef(**{"id": name, "name": name, "lat": 5.0, "lon": 30.0, **where})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("where", "holder"),
    [
        (place(country="SS", admin1="01"), "NORTH"),
        (place(country="SS", admin1="10"), "SOUTH"),
        (place("The Ford", country="SS", admin1="10"), "NORTH"),
        (place("The Ford", country="SS", admin1="10", lat=1.0, lon=11.0), "SOUTH"),
        (place(country="SS", lat=1.0, lon=12.5), "NORTH"),
        (place(country="KE"), None),
    ],
    ids=["country", "region", "place", "area", "beside the area", "elsewhere"],
)
def test_a_later_entry_overrides_an_earlier_one(where: PlaceRef, holder: str | None) -> None:
    assert first_holder(where, RIVER) == holder


def test_a_place_without_a_point_lies_in_no_area() -> None:
    assert first_holder(place(country="SS", lat=None, lon=None), RIVER) == "NORTH"


@pytest.mark.parametrize(
    ("theatre", "name", "lat", "lon", "country", "admin1", "holder"),
    [
        ("ru-ua", "Kyiv", 50.45, 30.52, "UA", "12", "UA"),
        ("ru-ua", "Kharkiv", 49.98, 36.25, "UA", "07", "UA"),
        ("ru-ua", "Donetsk", 48.02, 37.80, "UA", "05", "RU"),
        ("ru-ua", "Simferopol", 44.95, 34.10, "UA", "11", "RU"),
        ("ru-ua", "Belgorod", 50.60, 36.59, "RU", "09", "RU"),
        ("sudan", "Port Sudan", 19.62, 37.22, "SD", "36", "SAF"),
        ("sudan", "Juba", 4.85, 31.58, "SS", "01", None),
        ("syria", "Aleppo", 36.20, 37.16, "SY", "09", "SAA"),
        ("syria", "Majdal Shams", 33.27, 35.77, "SY", "03", "ISR"),
        ("syria-2024", "Damascus", 33.51, 36.29, "SY", "13", "STG"),
        ("syria-2024", "Raqqa", 35.95, 39.01, "SY", "04", "SDF"),
        ("syria-2024", "Latakia", 35.53, 35.79, "SY", "02", None),
        ("drc", "Goma", -1.67, 29.23, "CD", "11", "DRC"),
        ("drc", "Pinga", -1.00, 28.70, "CD", "11", None),
        ("drc", "Kinshasa", -4.33, 15.31, "CD", "06", None),
        ("myanmar", "Mandalay", 21.97, 96.08, "MM", "08", "SAC"),
        ("myanmar", "Lashio", 22.94, 97.75, "MM", "11", "SAC"),
        ("myanmar", "Pangkham", 22.18, 99.17, "MM", "11", "UWSA"),
        ("myanmar", "Laiza", 24.76, 97.56, "MM", "04", "KIA"),
        ("myanmar", "Lay Kay Kaw", 16.60, 98.52, "MM", "05", None),
    ],
)  # fmt: skip
def test_the_shipped_first_lines_are_those_of_the_first_day(
    theatre: str, name: str, lat: float, lon: float, country: str, admin1: str, holder: str | None
) -> None:
    known: Theatre = find_theatre(theatre)
    where = place(name, lat=lat, lon=lon, country=country, admin1=admin1)
    assert first_holder(where, known) == holder
