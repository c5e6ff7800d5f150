"""No side is favoured: exchanging the sides' names in a text exchanges the sides of its claims."""

from __future__ import annotations

import pytest

from conftest import Read
from holdfast.reading import Reading

#: {A} and {B} stand for the sides.
TEXTS = [
    "{A} forces captured {place}.",
    "{place} was captured by {A} forces.",
    "{A} forces withdrew from {place}.",
    "{A} forces lost {place}.",
    "{A} forces hold {place}.",
    "{A} forces entered {place} after {B} forces had left it.",
    "The city of {place} fell to {A} forces.",
    "{A} forces drove {B} troops out of {place}.",
    "{A} artillery shelled {place}.",
    "{A} forces may have captured {place}.",
    "{A} forces have not captured {place}.",
    "{A} officials said {B} troops had left {place}.",
    "{place} is under {A} control.",
    "{A} officials denied that {B} troops had entered {place}.",
    "{A} officials admitted that {A} troops had left {place}.",
    "{A} forces liberated {place}.",
    "{A} forces recaptured {place}.",
    "{A} forces took control of {place} from {B} forces.",
    "{A} officials claimed that {A} forces had captured {place}.",
    "“The enemy has left {place},” {A} officials said.",
]
#: Theatre, the two names, the two sides, and places held by one, the other, or neither at first.
WARS = [
    ("ru-ua", ("Ukrainian", "Russian"), ("UA", "RU"), "Bakhmut"),
    ("ru-ua", ("Ukrainian", "Russian"), ("UA", "RU"), "Donetsk"),
    ("sudan", ("SAF", "RSF"), ("SAF", "RSF"), "Nyala"),
    ("none", ("Syrian", "Israeli"), ("Syria", "Israel"), "Quneitra in Syria"),
]  # fmt: skip


def shape(reading: Reading, sides: tuple[str, str]) -> list[tuple[object, ...]]:
    """What a reading says, with A and B for the sides."""
    letter = {sides[0]: "A", sides[1]: "B"}
    return sorted(
        (
            c.kind,
            letter.get(c.side or "", ""),
            letter.get((c.target and c.target.side) or "", ""),
            c.place.name if c.place else "",
            c.polarity,
            c.certainty,
            c.realis,
            str(c.time),
            c.confidence,
            tuple(letter.get(s.side or "", "") for s in c.speakers),
        )
        for c in reading.claims
    )


@pytest.mark.parametrize(("theatre", "names", "sides", "place"), WARS)
@pytest.mark.parametrize("text", TEXTS)
def test_exchanging_the_names_exchanges_the_sides(
    read: Read, theatre: str, names: tuple[str, str], sides: tuple[str, str], place: str, text: str
) -> None:
    first, second = names
    # Enough words of war for a text without a theatre to be read.
    rest = " Soldiers have fought this war for years."
    told = read(text.format(A=first, B=second, place=place) + rest, theatre=theatre)
    mirrored = read(text.format(A=second, B=first, place=place) + rest, theatre=theatre)
    assert any(c.side == sides[0] or c.side == sides[1] for c in told.claims)
    assert shape(told, sides) == shape(mirrored, sides[::-1])
