"""Short reports on the wars of the bundled theatres: each is known, and its sides are told apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from holdfast.model import Document, TimeRange
from holdfast.reading import Reader, Reading
from holdfast.theatre import find_theatre

#: What a reading tells of who holds, takes and leaves places: kind, side, place.
Told = list[tuple[str, str | None, str | None]]
_CONTROL = {"control_gained", "control_lost", "control_held", "withdrawal", "advance"}


@cache
def reader(theatre: str) -> Reader:
    return Reader(auto=True) if theatre == "auto" else Reader(find_theatre(theatre))


def read(text: str, theatre: str, on: str) -> Reading:
    day = date.fromisoformat(on)
    published = TimeRange(day, day, "day", on, "metadata")
    (reading,) = reader(theatre).read([Document(id="test", text=text, published=published)])
    return reading


def told(reading: Reading) -> Told:
    return [
        (c.kind, c.side, c.place.name if c.place else None)
        for c in reading.claims
        if c.kind in _CONTROL
    ]


@pytest.mark.parametrize(
    ("on", "text", "theatre", "claims"),
    [
        ("2025-01-28",
         "M23 rebels captured Goma on Monday. The FARDC withdrew from Sake. Wazalendo fighters "
         "still hold Walikale.",
         "drc",
         [("control_gained", "M23", "Goma"), ("withdrawal", "DRC", "Sake"),
          ("control_held", "WAZALENDO", "Walikale")]),
        ("2012-11-21",
         "The rebels of the M23 entered Goma. Congolese soldiers withdrew from Sake.",
         "drc",
         [("advance", "M23", "Goma"), ("withdrawal", "DRC", "Sake")]),
        ("2024-08-05",
         "The MNDAA captured Lashio. TNLA fighters took Kyaukme from the junta. Regime soldiers "
         "withdrew from Nawnghkio.",
         "myanmar",
         [("control_gained", "MNDAA", "Lashio"), ("control_gained", "TNLA", "Kyaukme"),
          ("withdrawal", "SAC", "Nawnghkio")]),
        ("2023-11-08",
         "Resistance fighters captured Kawlin. The Arakan Army entered Paletwa. The military still "
         "holds Loikaw.",
         "myanmar",
         [("control_gained", "NUG", "Kawlin"), ("advance", "AA", "Paletwa"),
          ("control_held", "SAC", "Loikaw")]),
        ("2016-08-13",
         "The Syrian Democratic Forces captured Manbij from the Islamic State. Rebels still hold "
         "Azaz. The Syrian army entered Palmyra.",
         "syria",
         [("control_gained", "SDF", "Manbij"), ("control_held", "OPP", "Azaz"),
          ("advance", "SAA", "Palmyra")]),
        ("2025-07-16",
         "Syrian government forces entered Suwayda. Druze fighters captured Shahba. The SDF still "
         "holds Raqqa.",
         "syria-2024",
         [("advance", "STG", "Suwayda"), ("control_gained", "DRUZE", "Shahba"),
          ("control_held", "SDF", "Raqqa")]),
        ("2025-03-05",
         "The RSF captured Al-Malha. Sudanese troops withdrew from Zamzam. The SPLM-N holds Kauda.",
         "sudan",
         [("control_gained", "RSF", "Al-Malha"), ("withdrawal", "SAF", "Zamzam"),
          ("control_held", "SPLMN", "Kauda")]),
    ],
    ids=["drc 2025", "drc 2012", "myanmar 2024", "myanmar 2023", "syria", "syria-2024", "sudan"],
)  # fmt: skip
def test_a_report_gets_its_theatre_and_its_claims_their_sides(
    on: str, text: str, theatre: str, claims: Told
) -> None:
    reading = read(text, "auto", on)
    assert reading.theatre == theatre
    assert told(reading) == claims


@pytest.mark.parametrize(
    ("theatre", "on", "one", "other", "town"),
    [
        ("drc", "2025-01-28", "the Congolese army", "the M23", "Sake"),
        ("drc", "2025-01-28", "Wazalendo fighters", "the rebels", "Masisi"),
        ("myanmar", "2024-08-05", "the junta", "resistance forces", "Kawlin"),
        ("myanmar", "2024-08-05", "the Arakan Army", "the military", "Minbya"),
        ("syria", "2016-08-13", "the Syrian army", "the rebels", "Saraqib"),
        ("syria", "2016-08-13", "the YPG", "the Islamic State", "Suluk"),
        ("syria-2024", "2025-07-16", "the Syrian army", "the SDF", "Tabqa"),
    ],
)
def test_what_one_side_takes_from_the_other_it_takes_from_it(
    theatre: str, on: str, one: str, other: str, town: str
) -> None:
    def sides(winner: str, loser: str) -> tuple[str | None, str | None]:
        text = f"{winner[0].upper()}{winner[1:]} captured {town} from {loser}."
        (claim,) = [c for c in read(text, theatre, on).claims if c.kind == "control_gained"]
        return claim.side, claim.target.side if claim.target else None

    there, back = sides(one, other), sides(other, one)
    assert None not in there
    assert there == back[::-1]
    assert there[0] != there[1]


@pytest.mark.parametrize(
    ("theatre", "on", "words", "side"),
    [
        ("drc", "2025-01-28", "Rwandan troops", "M23"),
        ("drc", "2025-01-28", "RDF/M23 terrorists", "M23"),
        ("drc", "2025-01-28", "The coalition of Kinshasa", "DRC"),
        ("drc", "2025-01-28", "Burundian soldiers", "DRC"),
        ("drc", "2025-01-28", "ADF rebels", "ADF"),
        ("drc", "2025-01-28", "Rwandan Hutu rebels", "FDLR"),
        ("drc", "2025-01-28", "CODECO militiamen", "CODECO"),
        ("drc", "2025-01-28", "The Mai-Mai", "WAZALENDO"),
        ("myanmar", "2024-08-05", "Junta troops", "SAC"),
        ("myanmar", "2024-08-05", "The Tatmadaw", "SAC"),
        ("myanmar", "2024-08-05", "PDFs", "NUG"),
        ("myanmar", "2024-08-05", "Kachin rebels", "KIA"),
        ("myanmar", "2024-08-05", "The Karen National Liberation Army", "KNU"),
        ("myanmar", "2024-08-05", "Karenni forces", "KNDF"),
        ("myanmar", "2024-08-05", "Chin resistance fighters", "CNF"),
        ("myanmar", "2024-08-05", "The Brotherhood Alliance", "3BHA"),
        ("myanmar", "2024-08-05", "UWSA troops", "UWSA"),
        ("syria", "2016-08-13", "Assad's forces", "SAA"),
        ("syria", "2016-08-13", "Hezbollah fighters", "SAA"),
        ("syria", "2016-08-13", "Syrian rebels", "OPP"),
        ("syria", "2016-08-13", "The Nusra Front", "OPP"),
        ("syria", "2016-08-13", "Kurdish fighters", "SDF"),
        ("syria", "2016-08-13", "ISIS terrorists", "IS"),
        ("syria", "2016-08-13", "Turkish-backed rebels", "SNA"),
        ("syria-2024", "2025-03-07", "General Security forces", "STG"),
        ("syria-2024", "2025-03-07", "Remnants of the former regime", "SAA"),
        ("syria-2024", "2025-03-07", "Israeli troops", "ISR"),
        ("sudan", "2025-03-05", "The paramilitaries", "RSF"),
        ("sudan", "2025-03-05", "The Janjaweed", "RSF"),
        ("sudan", "2025-03-05", "The rebel militia", "RSF"),
        ("sudan", "2025-03-05", "The Joint Forces", "SAF"),
        ("sudan", "2025-03-05", "The military", "SAF"),
        ("sudan", "2025-03-05", "SPLM-N rebels", "SPLMN"),
        ("sudan", "2025-03-05", "SLM-AW fighters", "SLMAW"),
    ],
)
def test_the_words_of_friends_and_enemies_mean_the_same_side(
    theatre: str, on: str, words: str, side: str
) -> None:
    towns = {
        "drc": "Mweso", "myanmar": "Mogok", "syria": "Ariha", "syria-2024": "Baniyas",
        "sudan": "Nertiti",
    }  # fmt: skip
    town = towns[theatre]
    assert told(read(f"{words} entered {town}.", theatre, on)) == [("advance", side, town)]


@pytest.fixture(scope="module")
def speakers() -> Callable[[str, str, str], list[tuple[str, str | None]]]:
    def of(text: str, theatre: str, on: str) -> list[tuple[str, str | None]]:
        return [(s.name, s.side) for c in read(text, theatre, on).claims[:1] for s in c.speakers]

    return of


@pytest.mark.parametrize(
    ("theatre", "on", "speaker", "named"),
    [
        ("drc", "2025-01-28", "Willy Ngoma", ("Willy Ngoma", "M23")),
        ("drc", "2025-01-28", "Army spokesman Sylvain Ekenge", ("Sylvain Ekenge", "DRC")),
        ("myanmar", "2024-08-05", "Min Aung Hlaing", ("Min Aung Hlaing", "SAC")),
        ("myanmar", "2024-08-05", "Khaing Thukha", ("Khaing Thukha", "AA")),
        ("syria", "2016-08-13", "SANA", ("Syrian Arab News Agency", "SAA")),
        ("syria", "2016-08-13", "Redur Khalil", ("Redur Khalil", "SDF")),
        ("syria-2024", "2025-03-07", "SANA", ("Syrian Arab News Agency", "STG")),
    ],
)
def test_a_spokesman_and_an_agency_speak_for_their_side(
    theatre: str,
    on: str,
    speaker: str,
    named: tuple[str, str],
    speakers: Callable[[str, str, str], list[tuple[str, str | None]]],
) -> None:
    towns = {"drc": "Mweso", "myanmar": "Ann", "syria": "Ariha", "syria-2024": "Baniyas"}
    text = f"{speaker} said that the army had withdrawn from {towns[theatre]}."
    assert speakers(text, theatre, on) == [named]
