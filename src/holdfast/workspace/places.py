"""Which places a question may mean: by id, by name, and by a name like theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from rapidfuzz.distance import DamerauLevenshtein

from holdfast.model import PlaceRef
from holdfast.reading.places.book import Candidate, PlaceBook
from holdfast.reading.places.gazetteer import open_gazetteer
from holdfast.reading.places.keys import fold
from holdfast.reading.places.world import world_regions
from holdfast.theatre import Theatre, bundled

#: A name must be this like the one asked for to be suggested, from 0 to 1.
LIKE = 0.6
#: How much likelier it is that a place is meant that claims speak of, or that a theatre lists.
CLAIMED, LISTED = 0.1, 0.05
#: Names that are suggested.
SUGGESTED = 3


class Places:
    """All places that a question can be about, of some theatres and of the gazetteer."""

    def __init__(self, theatres: Sequence[Theatre]) -> None:
        """`theatres` are those in force; their places are preferred to others of the name."""
        self.theatres = tuple(theatres)
        self.gazetteer = open_gazetteer()

    @cached_property
    def _books(self) -> list[PlaceBook]:
        return [PlaceBook(self.gazetteer, theatre) for theatre in (*self.theatres, None)]

    def called(self, name: str) -> list[PlaceRef]:
        """Regions, settlements and countries of the name, the likeliest meant first."""
        return [candidate.ref for candidate in self._called(name)]

    def _called(self, name: str) -> Iterator[Candidate]:
        for book in self._books:
            region = book.region(name)
            words = name.split()
            if region is None and len(words) > 1:
                region = next(
                    (r for town in book.settlements(" ".join(words[:-1]))
                     if town.country in book.countries and (r := book.region_of(town)) is not None),
                    None,
                )  # fmt: skip
            if region is not None:
                yield region
            towns = book.settlements(name)
            yield from sorted(towns, key=lambda c: (c.country not in book.countries, -c.population))
            country = book.country(name)
            if country is not None:
                yield country

    def with_id(self, id: str) -> PlaceRef | None:
        """The place of a theatre or of the gazetteer that has an id; None where none has."""
        for theatre, book in zip(self.theatres, self._books, strict=False):
            names = (place.name for place in theatre.places if place.id == id)
            towns = (town for name in names for town in book.settlements(name) if town.id == id)
            if (listed := next(towns, None)) is not None:
                return listed.ref
            for region in theatre.regions:
                made = book.region(region.name)
                if made is not None and id in {made.id, *_codes(made)}:
                    return made.ref
        for region in world_regions():
            made = self._books[-1].region(region.name) if region.id == id else None
            if made is not None:
                return made.ref
        known = self.gazetteer.by_id(id)
        if known is not None:
            return known.ref
        for code in self.gazetteer.countries():
            country = self.gazetteer.country(code)
            if country is not None and country.id == id:
                return PlaceRef(id, country.name, country.lat, country.lon, "PCLI", code)
        return None

    def like(self, name: str, claimed: Iterable[PlaceRef]) -> list[str]:
        """Names that may be meant by one that is unknown, the likeliest first, at most three.

        In: the name, and the places that claims speak of; besides them the theatres' own places
        and the settlements of the countries that these and the theatres have are looked through.
        """
        told = list(claimed)
        key = fold(name)
        found: dict[str, float] = {}
        for ref in told:
            _take(found, ref.name, _likeness(key, ref.name) + CLAIMED)
        countries = {ref.country for ref in told if ref.country is not None}
        theatres = self.theatres if self.theatres or countries else tuple(bundled())
        countries |= {code for theatre in theatres for code in theatre.countries}
        for theatre in theatres:
            listed = [(p.name, *p.aliases) for p in theatre.places]
            listed += [(r.name, *r.aliases) for r in theatre.regions]
            for names in listed:
                _take(found, names[0], max(_likeness(key, n) for n in names) + LISTED)
        for country in self.gazetteer.countries().values():
            _take(found, country, _likeness(key, country))
        for book in self._books[:-1] or self._books:
            for candidate in book.garbled(name, sorted(countries)):
                _take(found, candidate.name, candidate.likeness)
        ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return [name for name, _ in ordered[:SUGGESTED]]


def _likeness(key: str, name: str) -> float:
    return DamerauLevenshtein.normalized_similarity(key, fold(name))


def _take(found: dict[str, float], name: str, likeness: float) -> None:
    """Enter a name that is like enough, whatever speaks for it besides."""
    if likeness >= LIKE:
        found[name] = max(likeness, found.get(name, 0.0))


def _codes(region: Candidate) -> Iterator[str]:
    """The id that a region without a theatre's entry would have."""
    if region.kind == "ADM1" and region.admin1:
        yield f"adm1:{region.country}.{region.admin1}"
