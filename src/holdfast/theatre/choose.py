"""Which conflict a text is about, by the names it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from holdfast.theatre.schema import Side, Theatre

#: A text must name this many different parties and places before a theatre is chosen for it.
MIN_NAMES = 2
#: Towns of the theatre's countries that make up for parties left unnamed, and for the lack of any
#: place of its own list. A name that n countries have counts 1/n in each.
MANY_TOWNS, SOME_TOWNS = 3.0, 1.0
#: Another country with this many more towns in the text, and at least so many, has the better claim.
RIVAL, RIVAL_TOWNS = 1.5, 2.0
#: This many years named, all of before the war, and the text is about another time.
OLD_YEARS = 5
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")


class Mentions(msgspec.Struct, frozen=True):
    """What a text names of a theatre: parties (its signs and regions are one more), settlements of
    its own list, and how often anything of it.
    """

    parties: int
    places: int
    times: int


def _names_of(side: Side) -> Iterator[str]:
    yield side.name
    yield from side.names
    yield from side.adjectives
    yield from side.people
    yield from side.metonyms
    for body in side.bodies:
        yield body.name
        yield from body.aliases
    for person in side.persons:
        yield person.name
        yield from person.aliases


@lru_cache(maxsize=64)
def _pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    if not ordered:
        return None
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b")


def mentions(text: str, theatre: Theatre) -> Mentions:
    """How much of a theatre a text names."""
    groups = [frozenset(_names_of(side)) for side in theatre.sides]
    groups.append(frozenset(theatre.signs) | {r.name for r in theatre.regions})
    found = [_found(text, names) for names in groups]
    places = _found(text, frozenset(n for p in theatre.places for n in (p.name, *p.aliases)))
    return Mentions(
        sum(bool(names) for names in found), len(set(places)), sum(map(len, found)) + len(places)
    )


def _found(text: str, names: frozenset[str]) -> list[str]:
    pattern = _pattern(names)
    return pattern.findall(text) if pattern else []


def choose_theatre(
    text: str,
    theatres: Sequence[Theatre],
    *,
    towns: Mapping[str, float] | None = None,
    year: int | None = None,
) -> Theatre | None:
    """The theatre of which the text names most, if that is enough to be sure of it.

    In: the text; `towns`, how many of its names are towns of each country (ISO code); `year`, in
    which it says it was published. A text of before the theatre's first day, by that year or by
    the years it names, is about something else. Out: None where none fits; sides are then the
    actors' own names.
    """
    towns = towns or {}
    years = [int(y) for y in _YEAR.findall(text)]
    latest = year
    if year is None and len(years) >= OLD_YEARS:
        latest = max(years)
    best: tuple[float, Theatre] | None = None
    for theatre in theatres:
        if latest is not None and latest < theatre.first_day.year:
            continue
        told = mentions(text, theatre)
        there = sum(towns.get(code, 0.0) for code in theatre.countries)
        elsewhere = max((n for c, n in towns.items() if c not in theatre.countries), default=0.0)
        if elsewhere >= RIVAL_TOWNS and elsewhere > RIVAL * (there + told.places):
            continue
        named = told.parties + told.places
        if not (
            (named >= MIN_NAMES and (told.places or told.parties > 1 or there >= SOME_TOWNS))
            or (named and there >= MANY_TOWNS)
        ):  # fmt: skip
            continue
        weight = (named + there) * told.times
        if best is None or weight > best[0]:
            best = (weight, theatre)
    return best[1] if best else None
