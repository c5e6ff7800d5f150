"""Which conflict a text is about, by the names it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from holdfast.theatre.schema import Side, Theatre

#: A text must name this many different parties and places before a theatre is chosen for it.
MIN_NAMES = 2


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


def mentions(text: str, theatre: Theatre) -> tuple[int, int]:
    """How much of a theatre a text names.

    Out: the number of different parties (its sides, its signs and regions taken as one more) and
    of different settlements of the theatre's own list that the text names, added up; and how many
    times anything of it is named.
    """
    groups = [frozenset(_names_of(side)) for side in theatre.sides]
    groups.append(frozenset(theatre.signs) | {r.name for r in theatre.regions})
    found = [_found(text, names) for names in groups]
    places = _found(text, frozenset(n for p in theatre.places for n in (p.name, *p.aliases)))
    return (
        sum(bool(names) for names in found) + len(set(places)),
        sum(map(len, found)) + len(places),
    )


def _found(text: str, names: frozenset[str]) -> list[str]:
    pattern = _pattern(names)
    return pattern.findall(text) if pattern else []


def choose_theatre(text: str, theatres: Sequence[Theatre]) -> Theatre | None:
    """The theatre of which the text names most, if it names at least `MIN_NAMES` of its parties
    and places.

    Out: None where none fits; sides are then the actors' own names.
    """
    best: tuple[int, int, Theatre] | None = None
    for theatre in theatres:
        different, times = mentions(text, theatre)
        if different >= MIN_NAMES and (best is None or different * times > best[0] * best[1]):
            best = (different, times, theatre)
    return best[2] if best else None
