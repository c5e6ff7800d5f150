"""What a name may mean: the theatre's places and regions, the world's countries and settlements."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from holdfast.model import PlaceKind, PlaceRef, distance_km
from holdfast.reading.parties.names import country_codes
from holdfast.reading.places.gazetteer import Gazetteer, Settlement
from holdfast.reading.places.keys import fold, skeleton
from holdfast.reading.places.world import world_regions
from holdfast.theatre import Theatre
from holdfast.theatre.schema import Region
from holdfast.theatre.schema import Settlement as TheatrePlace

_ARTICLES = ("Al ", "Ar ", "As ", "Az ", "Ad ", "An ", "At ", "Ash ", "Ath ", "El ")
#: How a written name came to a candidate.
Match = str
#: A settlement's own radius, by the square root of its people: 1.2 km for a village of 500 and
#: 13 km for a city of 1.5 million (kilometres; fitted by eye to a dozen towns on a map).
RADIUS_BASE, RADIUS_FACTOR = 1.0, 0.01
#: A garbled name must be this like the name it is taken for, and more where consonants differ.
MIN_LIKENESS, MIN_LIKENESS_OTHER = 0.58, 0.76


class Candidate(msgspec.Struct, frozen=True):
    """A place that a written name may mean.

    `match` is "name" for its own name, "alias" for another of its names, "garbled" for a likeness;
    `likeness` is 1 but for garbled names.
    """

    id: str
    name: str
    lat: float
    lon: float
    kind: PlaceKind
    country: str
    admin1: str = ""
    population: int = 0
    radius_km: float = 5.0
    match: Match = "name"
    likeness: float = 1.0
    theatre: bool = False
    #: The name is of a part of the place: its steelworks, its airport.
    part: bool = False

    @property
    def ref(self) -> PlaceRef:
        """The place as the settlement list has it."""
        return PlaceRef(
            self.id, self.name, self.lat, self.lon, self.kind, self.country, self.admin1 or None
        )


def settlement_radius(population: int) -> float:
    """How far a settlement reaches from its point, in kilometres."""
    return round(RADIUS_BASE + RADIUS_FACTOR * math.sqrt(max(population, 400)), 1)


class PlaceBook:
    """All that names can mean in one theatre, or in the world where none fits."""

    def __init__(self, gazetteer: Gazetteer, theatre: Theatre | None) -> None:
        """Read the theatre's own places and regions into the dictionary."""
        self.gazetteer = gazetteer
        self.theatre = theatre
        self.countries: tuple[str, ...] = theatre.countries if theatre else ()
        self._own: dict[str, list[Candidate]] = {}
        self._house_names: dict[str, str] = {}
        self._regions: dict[str, Candidate] = {}
        self._region_by_admin: dict[tuple[str, str], Candidate] = {}
        self._country_names = dict(country_codes())
        for code, name in gazetteer.countries().items():
            self._country_names.setdefault(fold(name), code)
        if theatre is not None:
            self._add_theatre(theatre)
        for region in world_regions():
            self._add_region(region)

    # -- exact names ------------------------------------------------------------------------

    def settlements(self, name: str) -> list[Candidate]:
        """Settlements so called: the theatre's first, then the gazetteer's."""
        key = fold(name)
        own = self._own.get(key, [])
        known = {c.id for c in own}
        found = list(own)
        for settlement in self.gazetteer.lookup(name):
            if settlement.id not in known:
                match = "name" if settlement.keys[0] == key else "alias"
                found.append(self._candidate(settlement, match, name))
        return found

    def region(self, name: str) -> Candidate | None:
        """An area by one of its names ("Donbas", "Kharkiv region", "North Kivu"): the theatre's first."""
        return self._regions.get(fold(name))

    def region_of(self, town: Candidate) -> Candidate | None:
        """The first-level region called after a town: "Kursk region" from Kursk."""
        if town.kind != "PPL" or not town.admin1:
            return None
        known = self._region_by_admin.get((town.country, town.admin1))
        if known is not None:
            return known
        members = self._members(town.country, town.admin1)
        lat, lon, radius = _extent(members)
        return Candidate(
            id=f"adm1:{town.country}.{town.admin1}",
            name=f"{town.name} region",
            lat=lat, lon=lon, kind="ADM1", country=town.country, admin1=town.admin1,
            population=sum(s.population for s in members), radius_km=radius, match=town.match,
            likeness=town.likeness,
        )  # fmt: skip

    def country(self, name: str) -> Candidate | None:
        """A country by its name."""
        code = self._country_names.get(fold(name))
        found = self.gazetteer.country(code) if code else None
        if found is None:
            return None
        return Candidate(
            id=found.id, name=_short_country(found.name), lat=found.lat, lon=found.lon, kind="PCLI",
            country=found.code, radius_km=found.radius_km, population=10_000_000,
        )  # fmt: skip

    def country_code(self, name: str) -> str | None:
        """The code of a country from its name, adjective or people."""
        return self._country_names.get(fold(name))

    # -- garbled names ----------------------------------------------------------------------

    def garbled(self, name: str, countries: Iterable[str]) -> list[Candidate]:
        """Settlements of the countries whose names are like `name`, the likest first.

        Names with the same consonants are tried first, then those with one consonant more, less
        or other; both are ranked by Damerau-Levenshtein likeness of the folded spellings.
        """
        key = fold(name)
        wanted = skeleton(key)
        if len(key) < 3 or not wanted:
            return []
        found: dict[str, Candidate] = {}
        for own_key, candidates in self._own.items():
            likeness = self._likeness(key, own_key, wanted)
            for candidate in candidates if likeness else ():
                self._keep(found, candidate, likeness)
        for code in countries:
            index = self.gazetteer.near_skeletons(code)
            for bones in _like_skeletons(wanted, index):
                for other, row in index[bones]:
                    likeness = self._likeness(key, other, wanted)
                    if likeness:
                        settlement = self.gazetteer.row(row)
                        self._keep(found, self._candidate(settlement, "garbled"), likeness)
        return sorted(found.values(), key=lambda c: (-c.likeness, -c.population, c.id))[:12]

    @staticmethod
    def _likeness(key: str, other: str, wanted: str) -> float:
        likeness = DamerauLevenshtein.normalized_similarity(key, other)
        floor = MIN_LIKENESS if skeleton(other) == wanted else MIN_LIKENESS_OTHER
        if key[0] != other[0]:
            likeness -= 0.1
        return likeness if likeness >= floor else 0.0

    def _keep(self, found: dict[str, Candidate], candidate: Candidate, likeness: float) -> None:
        known = found.get(candidate.id)
        if known is None or known.likeness < likeness:
            found[candidate.id] = msgspec.structs.replace(
                candidate, match="garbled", likeness=round(likeness, 3)
            )

    # -- making -----------------------------------------------------------------------------

    def _candidate(
        self, settlement: Settlement, match: Match, written: str | None = None
    ) -> Candidate:
        # The gazetteer transliterates Arabic names letter by letter ("Ar Raqqah", "Ḩamāh"); a text
        # that uses another of their names ("Raqqa") is shown with that, the one readers know; and
        # so is one that calls a town by another name altogether ("Palmyra", "Tadmur"), unless a
        # theatre has settled what its towns are called.
        name = settlement.name
        if match == "alias" and written and (
            not name.isascii() or name.startswith(_ARTICLES)
            or (self.theatre is None and Levenshtein.normalized_similarity(fold(name), fold(written)) < MIN_LIKENESS)
        ):  # fmt: skip
            name = written
        name = name.title() if name.isupper() else name
        return Candidate(
            id=settlement.id,
            name=self._house_names.get(settlement.id, name),
            lat=settlement.lat, lon=settlement.lon, kind="PPL", country=settlement.country,
            admin1=settlement.admin1, population=settlement.population,
            radius_km=settlement_radius(settlement.population), match=match,
        )  # fmt: skip

    def _add_theatre(self, theatre: Theatre) -> None:
        self._house_names = {p.id: p.name for p in theatre.places if p.id.startswith("geonames:")}
        for place in theatre.places:
            base = self._own_place(place)
            whole = next((p for p in theatre.places if p.id == place.part_of), None)
            if whole is not None and (found := self._own_place(whole)) is not None:
                base = msgspec.structs.replace(found, part=True)
            if base is None:
                continue
            known = self.gazetteer.by_id(place.id)
            names = (place.name, *place.aliases, *((known.keys) if known else ()))
            for name in names:
                match = "name" if fold(name) == fold(place.name) else "alias"
                entries = self._own.setdefault(fold(name), [])
                if base.id not in {c.id for c in entries}:
                    entries.append(msgspec.structs.replace(base, match=match))
        for region in theatre.regions:
            self._add_region(region)

    def _own_place(self, place: TheatrePlace) -> Candidate | None:
        """A place of the theatre's list: the gazetteer's of that id, else by its own point."""
        known = self.gazetteer.by_id(place.id)
        if known is not None:
            return msgspec.structs.replace(self._candidate(known, "name"), theatre=True)
        if place.lat is None or place.lon is None:
            return None
        return Candidate(
            id=place.id, name=place.name, lat=place.lat, lon=place.lon, kind="PPL",
            country=place.country, population=300, radius_km=settlement_radius(300), theatre=True,
        )  # fmt: skip

    def _add_region(self, region: Region) -> None:
        members = [s for code in region.admin1 for s in self._members(region.country, code)]
        lat, lon, radius = _extent(members)
        made = Candidate(
            id=region.id, name=region.name,
            lat=region.lat if region.lat is not None else lat,
            lon=region.lon if region.lon is not None else lon,
            kind=region.kind, country=region.country,
            admin1=region.admin1[0] if len(region.admin1) == 1 else "",
            population=sum(s.population for s in members),
            radius_km=region.radius_km if region.radius_km is not None else radius,
            theatre=self.theatre is not None and region.country in self.countries,
        )  # fmt: skip
        for name in (region.name, *region.aliases):
            self._regions.setdefault(fold(name), made)
        if len(region.admin1) == 1 and region.kind == "ADM1":
            self._region_by_admin.setdefault((region.country, region.admin1[0]), made)

    @lru_cache(maxsize=256)  # noqa: B019 - a book lives as long as its process
    def _members(self, country: str, admin1: str) -> tuple[Settlement, ...]:
        return tuple(s for s in self.gazetteer.in_country(country) if s.admin1 == admin1)


def _like_skeletons(wanted: str, index: dict[str, list[tuple[str, int]]]) -> list[str]:
    exact = [wanted] if wanted in index else []
    if len(wanted) < 3:
        return exact
    near = process.extract(
        wanted, index.keys(), scorer=Levenshtein.distance, score_cutoff=1, limit=60
    )
    return exact + [bones for bones, _, _ in near if bones != wanted]


def _extent(members: Sequence[Settlement]) -> tuple[float, float, float]:
    """Middle of the settlements and the distance within which nine in ten lie (kilometres)."""
    if not members:
        return 0.0, 0.0, 50.0
    lat = sum(s.lat for s in members) / len(members)
    lon = sum(s.lon for s in members) / len(members)
    away = sorted(distance_km(lat, lon, s.lat, s.lon) for s in members)
    return round(lat, 3), round(lon, 3), round(away[int(len(away) * 0.9)] if away else 50.0, 0)


def _short_country(name: str) -> str:
    return {"Democratic Republic of the Congo": "DR Congo"}.get(name, name)
