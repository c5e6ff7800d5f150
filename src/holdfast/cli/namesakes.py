"""Which of the places of one name is meant, and which others there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from holdfast.fusion import PlaceBelief
from holdfast.model import PlaceRef
from holdfast.reading.places.gazetteer import open_gazetteer
from holdfast.reading.places.keys import fold
from holdfast.theatre import Theatre

#: People that a place of the same name must have to be worth a mention when no claim names it.
LARGE = 15_000
#: Others that are shown.
SHOWN = 3


class Namesake(msgspec.Struct, frozen=True):
    """Another place of the name: where it is, its id, and how many claims name it."""

    label: str
    id: str
    claims: int


def namesakes(
    asked: str, place: PlaceRef, beliefs: Mapping[str, PlaceBelief], theatres: Sequence[Theatre]
) -> list[Namesake]:
    """Other settlements called as was asked: those that claims name, then the largest.

    In: what was asked, the place that was answered for. Out: at most `SHOWN`; none where an id was
    asked for or the answer is for a region or a country.
    """
    key = fold(asked)
    if asked == place.id or place.kind != "PPL" or not key:
        return []
    found: dict[str, tuple[PlaceRef, int]] = {
        b.place.id: (b.place, 0)
        for b in beliefs.values()
        if b.place.kind == "PPL" and b.claims and fold(b.place.name) == key
    }
    for town in open_gazetteer().lookup(asked):
        if town.keys[0] == key and (town.population >= LARGE or town.id in found):
            found[town.id] = (found.get(town.id, (town.ref, 0))[0], town.population)
    found.pop(place.id, None)
    others = [
        (-len(beliefs[id].claims) if id in beliefs else 0, -people, id, ref)
        for id, (ref, people) in found.items()
    ]
    return [
        Namesake(label(ref, theatres), id, -claims)
        for claims, _, id, ref in sorted(others, key=lambda o: o[:3])[:SHOWN]
    ]


def label(place: PlaceRef, theatres: Iterable[Theatre] = ()) -> str:
    """A place with its country and, where there is a name or a lettered code for it, its region."""
    parts = [place.name]
    region = _region(place, theatres)
    if region is not None:
        parts.append(region)
    if place.country is not None:
        parts.append(open_gazetteer().countries().get(place.country, place.country))
    return ", ".join(parts)


def _region(place: PlaceRef, theatres: Iterable[Theatre]) -> str | None:
    if place.admin1 is None:
        return None
    for theatre in theatres:
        for region in theatre.regions:
            if (region.country, region.admin1) == (place.country, (place.admin1,)):
                return region.name
    return place.admin1 if place.admin1.isalpha() else None
