"""Numbers with their units: ground, settlements, people, things, money."""

from __future__ import annotations

import pytest

from conftest import Read
from holdfast.model import Claim


def counted(read: Read, text: str, **more: str) -> Claim:
    (claim,) = (
        c for c in read(text, **more).claims if c.quantity is not None and c.kind != "statement"
    )
    return claim


@pytest.mark.parametrize(
    ("theatre", "text", "value", "unit", "approximate"),
    [
        ("ru-ua", "Ukrainian forces have liberated 3,000 square kilometres of territory.",
         3000, "km2", False),
        ("ru-ua", "Russian forces captured about 400 sq km of territory.", 400, "km2", True),
        ("ru-ua", "Ukraine lost 1,000 square miles of territory.", 2589.988, "km2", False),
        ("ru-ua", "Ukrainian forces recaptured more than 20 settlements in the Kharkiv region.",
         20, "settlements", True),
        ("ru-ua", "Russian forces captured twelve villages in the Donetsk region.",
         12, "settlements", False),
        ("sudan", "The army recaptured seven villages in Gezira state.", 7, "settlements", False),
        ("none", "M23 rebels took four towns in the east.", 4, "settlements", False),
        ("none", "The Arakan Army captured 10 towns in the west.", 10, "settlements", False),
        ("none", "Islamic State controls 50 square kilometres in Syria.", 50, "km2", False),
    ],
)  # fmt: skip
def test_ground_is_measured_and_counted(
    read: Read, theatre: str, text: str, value: float, unit: str, approximate: bool
) -> None:
    claim = counted(read, text, theatre=theatre)
    assert claim.kind == "territory_extent"
    assert claim.quantity is not None
    assert claim.quantity.value == pytest.approx(value)
    assert (claim.quantity.unit, claim.quantity.approximate) == (unit, approximate)
    assert claim.quantity.written in text


@pytest.mark.parametrize(
    ("theatre", "text", "value", "unit", "place"),
    [
        ("ru-ua", "Russian shelling killed 12 people in Kharkiv.", 12, "killed", "Kharkiv"),
        ("ru-ua", "Ukrainian shelling killed 12 people in Donetsk.", 12, "killed", "Donetsk"),
        ("ru-ua", "Twelve people were killed in Kharkiv.", 12, "killed", "Kharkiv"),
        ("ru-ua", "Five people were wounded in Belgorod.", 5, "wounded", "Belgorod"),
        ("sudan", "The RSF killed 40 civilians in El Fasher.", 40, "killed", "El Fasher"),
        ("sudan", "At least 100 people were killed in El Geneina.", 100, "killed", "El Geneina"),
        ("sudan", "The shelling wounded 27 people in Omdurman.", 27, "wounded", "Omdurman"),
        ("none", "M23 rebels killed 13 soldiers in Sake.", 13, "killed", "Sake"),
    ],
)  # fmt: skip
def test_the_dead_and_wounded_are_told_apart(
    read: Read, theatre: str, text: str, value: float, unit: str, place: str
) -> None:
    claim = counted(read, text, theatre=theatre, on="2025-01-28")
    assert claim.kind == "casualties"
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.quantity.unit) == (value, unit)
    assert claim.place is not None
    assert claim.place.name == place


@pytest.mark.parametrize(
    ("theatre", "text", "kind", "value", "unit"),
    [
        ("ru-ua", "About 5,000 people fled Kherson.", "displacement", 5000, "displaced"),
        ("sudan", "Some 200,000 people fled Zamzam.", "displacement", 200_000, "displaced"),
        ("ru-ua", "Ukrainian soldiers destroyed 15 tanks near Izium.", "equipment_loss", 15,
         "equipment"),
        ("ru-ua", "Russian forces shot down two helicopters near Kherson.", "equipment_loss", 2,
         "equipment"),
        ("sudan", "The RSF lost 30 vehicles near El Obeid.", "equipment_loss", 30, "equipment"),
        ("ru-ua", "Ukrainian forces advanced 15 kilometres towards Kupiansk.", "advance", 15, "km"),
        ("ru-ua", "The Ukrainians outnumbered the Russians eight times near Balakliia.",
         "force_strength", 8, "ratio"),
        ("ru-ua", "Russia controls about 20 percent of Ukraine.", "control_held", 0.2, "share"),
        ("ru-ua", "The occupation administration promised 10,000 roubles to residents of Kherson.",
         "civil_measure", 10_000, "RUB"),
        ("ru-ua", "Each resident of Izium will receive a payment of 1,200 hryvnias.",
         "civil_measure", 1200, "UAH"),
    ],
)  # fmt: skip
def test_other_numbers_have_their_units(
    read: Read, theatre: str, text: str, kind: str, value: float, unit: str
) -> None:
    claim = counted(read, text, theatre=theatre, on="2025-01-28")
    assert claim.kind == kind
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.quantity.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3,000", 3000), ("3000", 3000), ("three thousand", 3000), ("3.5 thousand", 3500),
        ("two hundred", 200), ("twenty", 20), ("a dozen", 12), ("two dozen", 24),
    ],
)  # fmt: skip
def test_numbers_in_figures_and_words(read: Read, words: str, value: float) -> None:
    claim = counted(read, f"Ukrainian forces captured {words} settlements in the Kharkiv region.")
    assert claim.quantity is not None
    assert claim.quantity.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian forces captured Kupiansk on 9 September 2022.",
        "On the 198th day of the war, Ukrainian forces captured Kupiansk.",
        "The 3rd Brigade of the Ukrainian army captured Kupiansk.",
    ],
)
def test_days_and_names_of_units_count_nothing(read: Read, text: str) -> None:
    assert [claim.quantity for claim in read(text).claims] == [None]
