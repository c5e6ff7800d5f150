"""Which conflict a text is about, by the names it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from holdfast.theatre.schema import Side, Theatre

#: A text must name this many different parties' or signs' words before a theatre is chosen for it.
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
    """How many of the theatre's parties (sides, and its signs taken as one) the text names, and
    how many times anything of it is named."""
    groups = [frozenset(_names_of(side)) for side in theatre.sides]
    groups.append(frozenset(theatre.signs) | {r.name for r in theatre.regions})
    counts = []
    for names in groups:
        pattern = _pattern(names)
        counts.append(len(pattern.findall(text)) if pattern else 0)
    return sum(count > 0 for count in counts), sum(counts)


def choose_theatre(text: str, theatres: Sequence[Theatre]) -> Theatre | None:
    """The theatre that the text names most, if it names at least `MIN_NAMES` of its parties.

    Out: None where none fits; sides are then the actors' own names.
    """
    best: tuple[int, int, Theatre] | None = None
    for theatre in theatres:
        parties, times = mentions(text, theatre)
        if parties >= MIN_NAMES and (best is None or (parties * times) > best[0] * best[1]):
            best = (parties, times, theatre)
    return best[2] if best else None
