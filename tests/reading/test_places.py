"""Which place is meant: spellings, garbled names, regions and sectors, and names that are none."""

from __future__ import annotations

import pytest

from conftest import Read, told
from holdfast.model import Place


def place_of(read: Read, text: str, **more: str) -> Place:
    """The place that the text's claims of ground agree on."""
    places = {c.place for c in read(text, **more).claims if c.kind != "statement"}
    assert len(places) == 1, [p and p.name for p in places]
    (place,) = places
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Izium", "Izium"), ("Izyum", "Izium"), ("Kupyansk", "Kupiansk"), ("Kharkov", "Kharkiv"),
        ("Kiev", "Kyiv"), ("Severodonetsk", "Sievierodonetsk"), ("Lisichansk", "Lysychansk"),
        ("Artemivsk", "Bakhmut"), ("Zaporozhye", "Zaporizhzhia"),
        # Garbled, as by a machine's translation or a tired hand.
        ("Bakhmout", "Bakhmut"), ("Kupjansk", "Kupiansk"), ("Kupianks", "Kupiansk"),
        ("Balakleya", "Balakliia"), ("Balaklija", "Balakliia"), ("Slaviansk", "Sloviansk"),
    ],
)  # fmt: skip
def test_spellings_and_garbled_names_of_ukraine(read: Read, written: str, name: str) -> None:
    place = place_of(read, f"Russian forces shelled {written}.")
    assert (place.written, place.name, place.country) == (written, name, "UA")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("El Fasher", "El Fasher"), ("Al-Fashir", "El Fasher"), ("El-Fasher", "El Fasher"),
        ("Wad Medani", "Wad Madani"), ("Al-Geneina", "El Geneina"), ("Umm Durman", "Omdurman"),
        ("Singa", "Sinja"), ("Al-Nuhud", "En Nahud"),
    ],
)  # fmt: skip
def test_spellings_and_garbled_names_of_sudan(read: Read, written: str, name: str) -> None:
    place = place_of(read, f"The RSF shelled {written}.", theatre="sudan", on="2025-03-27")
    assert (place.written, place.name, place.country) == (written, name, "SD")


def test_a_place_has_its_point_and_its_id(read: Read) -> None:
    place = place_of(read, "Ukrainian forces captured Izium.")
    assert place.id is not None
    assert place.id.startswith("geonames:")
    assert (place.lat, place.lon) == (
        pytest.approx(49.21, abs=0.05),
        pytest.approx(37.25, abs=0.05),
    )


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Russian forces control the Kherson region.", "Kherson region", "ADM1"),
        ("Russian forces control Luhansk Oblast.", "Luhansk region", "ADM1"),
        ("Russian forces attacked in the Kupiansk direction.", "Kupiansk", "SECTOR"),
        ("Russian forces advanced near Bakhmut.", "Bakhmut", "SECTOR"),
        ("Russian forces shelled villages north of Kharkiv.", "Kharkiv", "SECTOR"),
        ("Ukrainian forces captured the city of Izium.", "Izium", "PPL"),
        ("Ukrainian forces captured Izium city.", "Izium", "PPL"),
        ("Russian forces captured the village of Senkove.", "Senkove", "PPL"),
        ("Russian forces invaded Ukraine.", "Ukraine", "PCLI"),
    ],
)
def test_nouns_beside_a_name_say_what_it_is(read: Read, text: str, name: str, kind: str) -> None:
    place = place_of(read, text)
    assert (place.name, place.kind) == (name, kind)


def test_beside_a_town_reaches_farther_than_the_town(read: Read) -> None:
    town = place_of(read, "Russian forces entered Bakhmut.")
    beside = place_of(read, "Russian forces advanced near Bakhmut.")
    assert town.id == beside.id
    assert beside.radius_km > town.radius_km


@pytest.mark.parametrize(
    "part", ["the airport of Hostomel", "the outskirts of Hostomel", "Hostomel airport"]
)
def test_a_part_of_a_town_is_said_to_be_one(read: Read, part: str) -> None:
    (claim,) = read(f"Russian forces captured {part}.").claims
    assert claim.place is not None
    assert claim.place.name == "Hostomel"
    assert "place.part" in claim.because


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Islamic State fighters entered Tripoli in Libya.", "LY"),
        ("Hezbollah fighters entered Tripoli in Lebanon.", "LB"),
    ],
)
def test_of_two_towns_of_one_name_the_country_decides(read: Read, text: str, country: str) -> None:
    assert place_of(read, text, theatre="none", on="2024-12-08").country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Islamic State lost ground in Syria.", "SY"),
        ("Houthi fighters fired missiles at Israel.", "IL"),
        ("M23 rebels control much of eastern Congo.", "CD"),
    ],
)
def test_countries_are_places(read: Read, text: str, country: str) -> None:
    place = place_of(read, text, theatre="none", on="2025-01-28")
    assert (place.kind, place.country) == ("PCLI", country)


@pytest.mark.parametrize(
    ("theatre", "text", "claims"),
    [
        ("ru-ua", "Ukrainian forces captured Kupiansk, General Izium said.", ["Kupiansk"]),
        ("ru-ua", "Ukrainian forces captured Kupiansk, Mr. Donetsk said.", ["Kupiansk"]),
        ("ru-ua", "Russian troops entered Lysychansk, the Kyiv Post wrote.", ["Lysychansk"]),
        ("ru-ua", "The Donetsk Symphony Orchestra played while Russian troops took Soledar.",
         ["Soledar"]),
        ("sudan", "The RSF captured El Fasher, the Khartoum Monitor wrote.", ["El Fasher"]),
    ],
)  # fmt: skip
def test_a_name_within_a_name_is_no_place(
    read: Read, theatre: str, text: str, claims: list[str]
) -> None:
    reading = read(text, theatre=theatre, on="2025-03-27")
    assert [place for _, _, place in told(reading)] == claims


def test_a_name_that_no_gazetteer_has_is_kept_and_counted(read: Read) -> None:
    reading = read("Russian forces captured the town of Zzyzxgrad.")
    assert reading.unplaced == ("Zzyzxgrad",)
    (claim,) = reading.claims
    assert claim.place is not None
    assert (claim.place.name, claim.place.id, claim.place.lat) == ("Zzyzxgrad", None, None)
