"""The war in Donbas: when its theatre is chosen, and that its three sides are told apart."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest

from holdfast.model import Document, TimeRange
from holdfast.reading import Reader, Reading
from holdfast.reading.places.gazetteer import open_gazetteer
from holdfast.theatre import (
    bundled,
    choose_theatre,
    find_theatre,
    first_lines,
    outlet_of,
    paper_side,
)

REPORT = (
    "Pro-Russian rebels captured Debaltseve on Tuesday. Ukrainian forces withdrew from Chornukhyne. "
    "Government troops still hold Popasna, an ATO spokesman said; the DPR denied it."
)
LATER = "Russian forces captured Popasna. Ukrainian troops still hold Lysychansk, Zelensky said."
_CONTROL = {"control_gained", "control_lost", "control_held", "withdrawal", "advance"}


def chosen(text: str, **more: object) -> str | None:
    theatre = choose_theatre(text, bundled(), **more)  # type: ignore[arg-type]
    return theatre.id if theatre else None


@cache
def reader(theatre: str) -> Reader:
    return Reader(auto=True) if theatre == "auto" else Reader(find_theatre(theatre))


def read(text: str, theatre: str = "donbas", on: str = "2015-02-18") -> Reading:
    day = date.fromisoformat(on)
    published = TimeRange(day, day, "day", on, "metadata")
    (reading,) = reader(theatre).read([Document(id="test", text=text, published=published)])
    return reading


def told(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    return [
        (c.kind, c.side, c.place.name if c.place else None)
        for c in reading.claims
        if c.kind in _CONTROL
    ]


def test_it_ends_where_the_theatre_of_the_full_scale_war_begins() -> None:
    donbas, later = find_theatre("donbas"), find_theatre("ru-ua")
    assert donbas.last_day == later.first_day - timedelta(days=1)
    assert [side.id for side in donbas.sides] == ["UA", "DPR", "RU"]


def test_it_and_the_theatre_that_follows_call_and_place_the_same_towns_alike() -> None:
    later = {place.id: place for place in find_theatre("ru-ua").places}
    for place in find_theatre("donbas").places:
        if place.id in later:
            assert place.name == later[place.id].name


def test_a_place_with_an_id_of_the_gazetteer_lies_where_the_war_was() -> None:
    gazetteer = open_gazetteer()
    for place in find_theatre("donbas").places:
        if place.id.startswith("geonames:"):
            found = gazetteer.by_id(place.id)
            assert found is not None, place.name
            assert found.country == "UA", place.name
            assert found.admin1 in {"05", "14", "11", "20", "07"}, place.name


@pytest.mark.parametrize("year", [2014, 2015, 2019, None])
def test_a_text_on_that_war_gets_it(year: int | None) -> None:
    assert chosen(REPORT, year=year) == "donbas"


@pytest.mark.parametrize("year", [2022, 2024, None])
def test_a_text_on_the_full_scale_war_keeps_its_own(year: int | None) -> None:
    assert chosen(LATER, year=year) == "ru-ua"
    assert chosen(LATER + " The DPR thanked Moscow.", year=year) == "ru-ua"


@pytest.mark.parametrize(
    "text",
    [
        "Separatists and militants shot at government forces in a rebel-held town.",
        "Pro-government militias left Marib to the rebels, Yemeni officials said.",
        "Russian jets flew over Aleppo, Moscow said.",
    ],
)
def test_a_text_on_another_war_does_not(text: str) -> None:
    assert chosen(text, year=2015) != "donbas"


def test_a_report_of_2015_is_read_with_it_and_one_of_2022_is_not() -> None:
    reading = read(REPORT, "auto")
    assert reading.theatre == "donbas"
    assert told(reading) == [
        ("control_gained", "DPR", "Debaltseve"),
        ("withdrawal", "UA", "Chornukhyne"),
        ("control_held", "UA", "Popasna"),
    ]
    assert read(LATER, "auto", "2022-05-08").theatre == "ru-ua"


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Ukrainian soldiers", "UA"), ("The National Guard", "UA"), ("ATO forces", "UA"),
        ("Government troops", "UA"), ("The Azov battalion", "UA"), ("Aidar fighters", "UA"),
        ("The Donbas battalion", "UA"), ("Kiev's forces", "UA"), ("The ukrops", "UA"),
        ("Punitive battalions", "UA"), ("The junta's troops", "UA"),
        ("Right Sector militants", "UA"),
        ("The rebels", "DPR"), ("Separatist fighters", "DPR"), ("Pro-Russian forces", "DPR"),
        ("Russian-backed separatists", "DPR"), ("Ukrainian separatists", "DPR"),
        ("The militia", "DPR"), ("DPR troops", "DPR"), ("LNR fighters", "DPR"),
        ("Novorossiya Armed Forces", "DPR"), ("The Vostok battalion", "DPR"),
        ("Prizrak brigade fighters", "DPR"), ("Givi's men", "DPR"), ("Terrorists", "DPR"),
        ("Militants", "DPR"), ("Russian-terrorist troops", "DPR"),
        ("Russian troops", "RU"), ("The Russian army", "RU"), ("GRU special forces", "RU"),
        ("Little green men", "RU"), ("Russian paratroopers", "RU"),
    ],
)  # fmt: skip
def test_the_words_of_friends_and_enemies_mean_the_same_side(words: str, side: str) -> None:
    assert told(read(f"{words} entered Ilovaisk.")) == [("advance", side, "Ilovaisk")]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Slavyansk", "Sloviansk"), ("Artemivsk", "Bakhmut"), ("Krasny Liman", "Lyman"),
        ("Gorlovka", "Horlivka"), ("Saur-Mogila", "Savur-Mohyla"), ("Schastye", "Shchastia"),
        ("Shirokino", "Shyrokyne"), ("Uglegorsk", "Vuhlehirsk"), ("Logvinovo", "Lohvynove"),
        ("Stanitsa Luganskaya", "Stanytsia Luhanska"), ("Peski", "Pisky"),
        ("Snezhnoye", "Snizhne"), ("Izvarino", "Izvaryne"), ("Krasnoarmeysk", "Pokrovsk"),
    ],
)  # fmt: skip
def test_the_spellings_and_names_of_the_time_are_known(written: str, place: str) -> None:
    reading = read(f"The rebels captured {written} from Ukrainian forces.")
    (claim,) = [c for c in reading.claims if c.kind == "control_gained"]
    assert (claim.side, claim.place.name if claim.place else None) == ("DPR", place)
    assert claim.target is not None
    assert claim.target.side == "UA"


@pytest.mark.parametrize(
    ("written", "town"),
    [
        ("Donetsk airport", "Donetsk"),
        ("Lugansk airport", "Luhansk"),
    ],
)
def test_an_airport_is_a_part_of_its_town(written: str, town: str) -> None:
    reading = read(f"Ukrainian forces withdrew from {written}.")
    (claim,) = [c for c in reading.claims if c.kind == "withdrawal"]
    assert claim.place is not None
    assert (claim.side, claim.place.name) == ("UA", town)


@pytest.mark.parametrize(
    ("speaker", "named"),
    [
        ("Andriy Lysenko", ("Andriy Lysenko", "UA")),
        ("Semenchenko", ("Semen Semenchenko", "UA")),
        ("Eduard Basurin", ("Eduard Basurin", "DPR")),
        ("Igor Strelkov", ("Igor Girkin", "DPR")),
        ("Motorola", ("Arsen Pavlov", "DPR")),
        ("Peskov", ("Dmitry Peskov", "RU")),
    ],
)
def test_a_commander_and_a_spokesman_speak_for_their_side(
    speaker: str, named: tuple[str, str]
) -> None:
    claims = read(f"{speaker} said that the rebels had withdrawn from Pisky.").claims
    assert [(s.name, s.side) for c in claims[:1] for s in c.speakers] == [named]


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("Ukrinform", "UA"), ("UNIAN", "UA"), ("TASS", "RU"), ("RT", "RU"),
        ("Donetsk News Agency", "DPR"), ("Reuters", None), ("Kommersant", None),
        ("Interfax-Ukraine", None),
    ],
)  # fmt: skip
def test_a_paper_leans_to_its_side_or_to_none(source: str, side: str | None) -> None:
    document = Document(id="d", text="x", source=source)
    assert outlet_of(document, find_theatre("donbas")) is not None
    assert paper_side(document, find_theatre("donbas")) == side


def test_the_first_lines_give_crimea_to_russia_and_donbas_to_ukraine() -> None:
    theatre = find_theatre("donbas")
    held = {
        name: next(
            first_lines.first_holder(c.place, theatre)
            for c in read(f"Rebels captured {name}.").claims if c.place is not None
        )
        for name in ("Sloviansk", "Luhansk", "Simferopol")
    }  # fmt: skip
    assert held == {"Sloviansk": "UA", "Luhansk": "UA", "Simferopol": "RU"}
