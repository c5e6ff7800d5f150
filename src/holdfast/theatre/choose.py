"""Which conflict a text is about, by the names it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
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
#: This many years named, all of before the war or one of after it, and the text is about another
#: time.
OLD_YEARS = 5
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")


class Mentions(msgspec.Struct, frozen=True):
    """What a text names of a theatre: parties (its signs and regions are one more), settlements of
    its own list, by how many different words ("Damascus" is both), and how often anything of it.
    """

    parties: int
    places: int
    words: int
    times: int


def _names_of(side: Side) -> Iterator[str]:
    """A side's proper names. Plain words ("separatists", "rebel-held") are of many wars."""
    bodies = (name for body in side.bodies for name in (body.name, *body.aliases))
    persons = (name for person in side.persons for name in (person.name, *person.aliases))
    words = (side.name, *side.names, *side.adjectives, *side.people, *side.metonyms)
    for name in (*words, *bodies, *persons):
        if any(letter.isupper() for letter in name):
            yield name


@lru_cache(maxsize=512)
def _pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    if not ordered:
        return None
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b")


def mentions(text: str, theatre: Theatre, *, at_home: bool = True) -> Mentions:
    """How much of a theatre a text names; sides that fight abroad too count only `at_home`."""
    groups = [frozenset(_names_of(side)) for side in theatre.sides if at_home or not side.abroad]
    groups.append(frozenset(theatre.signs) | {r.name for r in theatre.regions})
    found = [_found(text, names) for names in groups]
    places = _found(text, frozenset(n for p in theatre.places for n in (p.name, *p.aliases)))
    return Mentions(
        parties=sum(bool(names) for names in found),
        places=len(set(places)),
        words=len({name for names in (*found, places) for name in names}),
        times=sum(map(len, found)) + len(places),
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
    day: date | None = None,
) -> Theatre | None:
    """The theatre of which the text names most, if that is enough to be sure of it.

    In: the text; `towns`, how many of its names are towns of each country (ISO code); `year` or
    `day`, of which it says it was published. A text of before the theatre's first day, by that year or by
    the years it names, is about something else; so is one of after its last day, by the years it
    names or by that year. Out: None where none fits; sides are then the actors' own names.
    """
    towns = towns or {}
    year = day.year if day is not None else year
    years = [int(y) for y in _YEAR.findall(text)]
    told = max(years) if len(years) >= OLD_YEARS else None
    best: tuple[tuple[float, int], Theatre] | None = None
    for theatre in theatres:
        if _too_early(theatre, year if year is not None else told):
            continue
        if _too_late(theatre, told if told is not None else year):
            continue
        if day is not None and theatre.last_day is not None and day > theatre.last_day:
            continue
        there = sum(towns.get(code, 0.0) for code in theatre.countries)
        elsewhere = max((n for c, n in towns.items() if c not in theatre.countries), default=0.0)
        met = mentions(text, theatre, at_home=there > elsewhere)
        if elsewhere >= RIVAL_TOWNS and elsewhere > RIVAL * (there + met.places):
            continue
        named = min(met.parties + met.places, met.words)
        if not (
            (named >= MIN_NAMES and (met.places or met.parties > 1 or there >= SOME_TOWNS))
            or (named and there >= MANY_TOWNS)
        ):  # fmt: skip
            continue
        # Of two that fit alike, the one of more countries' war.
        weight = ((named + there) * met.times, len(theatre.countries))
        if best is None or weight > best[0]:
            best = (weight, theatre)
    return best[1] if best else None


def _too_early(theatre: Theatre, year: int | None) -> bool:
    return year is not None and year < theatre.first_day.year


def _too_late(theatre: Theatre, year: int | None) -> bool:
    return year is not None and theatre.last_day is not None and year > theatre.last_day.year
