"""How parties are named in claims: by modifiers that no list has, in full, with their army's name."""

from __future__ import annotations

import pytest

from conftest import Read
from holdfast.model import Actor
from holdfast.reading import Reader
from holdfast.theatre import find_theatre


def actor(read: Read, text: str, **more: str) -> Actor:
    """Whose the first claim is."""
    first = read(text, **({"theatre": "none", "on": "2025-01-28"} | more)).claims[0]
    assert first.actor is not None
    assert first.actor.side == first.side
    return first.actor


@pytest.mark.parametrize("letters", ["LPR", "DPR", "MFDC"])
def test_capitals_before_fighters_are_whose_they_are(read: Read, letters: str) -> None:
    found = actor(read, f"{letters} fighters captured Goma from the army.")
    assert found == Actor(f"{letters} fighters", letters, letters)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Separatist forces", "separatists"), ("Separatist fighters", "separatists"),
        ("Rebel troops", "rebels"), ("Insurgent units", "insurgents"),
    ],
)  # fmt: skip
def test_forces_are_those_of_the_plain_word_before_them(read: Read, words: str, side: str) -> None:
    assert actor(read, f"{words} captured Goma.").side == side


@pytest.mark.parametrize(
    ("text", "side", "words"),
    [
        ("Syrian troops captured Hama.", "Syria", ("Syrian forces", "SAA")),
        ("Congolese soldiers entered Goma.", "Democratic Republic of the Congo", ("Congolese forces", "FARDC")),
        ("Rwandan troops entered Goma.", "Rwanda", ("Rwandan forces",)),
    ],
)  # fmt: skip
def test_a_countrys_army_is_named_in_full(
    read: Read, text: str, side: str, words: tuple[str, ...]
) -> None:
    found = actor(read, text)
    assert found.side == side
    assert found.name.startswith(f"{side} (")
    assert all(word in found.name for word in words)


def test_syrian_forces_are_syrias(read: Read) -> None:
    assert actor(read, "Syrian troops captured Hama.").name == "Syria (Syrian forces, SAA)"


def test_a_plain_word_for_a_countrys_army_is_kept(read: Read) -> None:
    name = actor(read, "The army entered Palmyra. Syrian troops captured Hama.").name
    assert name == "Syria (army, Syrian forces, SAA)"


def test_a_group_keeps_its_own_name(read: Read) -> None:
    assert actor(read, "M23 rebels captured Goma.").name == "M23"


def test_a_government_is_no_army(read: Read) -> None:
    """Who speaks or rules is not called by the name of the soldiers."""
    reading = read(
        "M23 captured Goma, the Rwandan government said.", theatre="none", on="2025-01-28"
    )
    assert all("forces" not in s.name for claim in reading.claims for s in claim.speakers)


@pytest.mark.parametrize(
    ("text", "side", "own"),
    [
        ("The YPG captured Manbij.", "SDF", "People's Protection Units"),
        ("The Syrian army captured Manbij.", "SAA", "Syrian Arab Army"),
    ],
)
def test_a_body_of_a_side_keeps_its_name_before_the_sides(
    readers: dict[str, Reader], text: str, side: str, own: str
) -> None:
    theatre = find_theatre("syria")
    (whole,) = (s for s in theatre.sides if s.id == side)
    reader = Reader(theatre, gazetteer=readers["none"].gazetteer)
    found = actor(_in(reader), text, theatre="syria", on="2016-08-13")
    assert found.side == side
    assert found.name == f"{own}, {whole.name}"


def test_a_side_by_its_own_name_is_named_once(readers: dict[str, Reader]) -> None:
    theatre = find_theatre("syria")
    reader = Reader(theatre, gazetteer=readers["none"].gazetteer)
    (whole,) = (s for s in theatre.sides if s.id == "SDF")
    found = actor(_in(reader), "SDF fighters captured Manbij.", theatre="syria", on="2016-08-13")
    assert found.name == whole.name


def _in(reader: Reader) -> Read:
    from datetime import date

    from holdfast.model import Document, TimeRange
    from holdfast.reading import Reading

    def one(text: str, *, theatre: str, on: str) -> Reading:
        day = date.fromisoformat(on)
        published = TimeRange(day, day, "day", on, "metadata")
        (reading,) = reader.read([Document(id=theatre, text=text, published=published)])
        return reading

    return one
