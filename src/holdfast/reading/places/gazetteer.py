"""The index of places: by spelling, by country, and by garbled name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from holdfast.model import PlaceRef
from holdfast.reading.places.cache import cache_folder
from holdfast.reading.places.compile import compile_index, hash_key, index_name
from holdfast.reading.places.keys import fold, skeleton


class Settlement(msgspec.Struct, frozen=True):
    """One populated place of the index; `population` is 0 where GeoNames does not say."""

    id: str
    name: str
    lat: float
    lon: float
    population: int
    country: str
    admin1: str
    #: Folded names, the place's own first.
    keys: tuple[str, ...]

    @property
    def ref(self) -> PlaceRef:
        """The place as the settlement list has it."""
        return PlaceRef(
            self.id, self.name, self.lat, self.lon, "PPL", self.country, self.admin1 or None
        )


class Country(msgspec.Struct, frozen=True):
    """A country, with the middle of its people (the mean of its settlements by population)."""

    id: str
    name: str
    code: str
    lat: float
    lon: float
    radius_km: float


class Gazetteer:
    """Read only; made once per process by `open_gazetteer`."""

    def __init__(self, folder: Path) -> None:
        """Open the index that `compile_index` wrote to `folder`."""
        self._places = np.load(folder / "places.npy", mmap_mode="r")
        self._hashes = np.load(folder / "hashes.npy", mmap_mode="r")
        self._rows = np.load(folder / "rows.npy", mmap_mode="r")
        self._names = np.load(folder / "names.npy", mmap_mode="r")
        text = (folder / "countries.json").read_text(encoding="utf-8")
        self._countries: dict[str, dict[str, Any]] = json.loads(text)
        self._skeletons: dict[str, dict[str, list[tuple[str, int]]]] = {}

    def __len__(self) -> int:
        return len(self._places)

    def lookup(self, name: str) -> list[Settlement]:
        """Every settlement one of whose names folds to the same key, the most populous first."""
        key = fold(name)
        if not key:
            return []
        wanted = np.uint64(hash_key(key))
        first = int(np.searchsorted(self._hashes, wanted, side="left"))
        last = int(np.searchsorted(self._hashes, wanted, side="right"))
        rows = sorted({int(r) for r in self._rows[first:last]})
        found = [self._settlement(row) for row in rows]
        return sorted(found, key=lambda s: (-s.population, s.id))

    @lru_cache(maxsize=20_000)  # noqa: B019 - one gazetteer lives as long as its process
    def _settlement(self, row: int) -> Settlement:
        place = self._places[row]
        line = self._names[int(place["start"]) : int(place["end"])].tobytes().decode()
        name, _, keys = line.rstrip("\n").partition("\t")
        return Settlement(
            id=f"geonames:{int(place['id'])}",
            name=name,
            lat=round(float(place["lat"]), 5),
            lon=round(float(place["lon"]), 5),
            population=int(place["population"]),
            country=place["country"].decode(),
            admin1=place["admin1"].decode(),
            keys=tuple(key.replace("_", " ") for key in keys.split(" ")),
        )

    @cached_property
    def _row_by_id(self) -> dict[str, int]:
        return {f"geonames:{int(i)}": row for row, i in enumerate(self._places["id"])}

    def by_id(self, id: str) -> Settlement | None:
        """The settlement "geonames:703071", or None."""
        row = self._row_by_id.get(id)
        return None if row is None else self._settlement(row)

    def in_country(self, code: str) -> list[Settlement]:
        """Every settlement of a country, the most populous first."""
        known = self._countries.get(code)
        return [] if known is None else [
            self._settlement(row) for row in range(known["first"], known["last"])
        ]  # fmt: skip

    def similar(self, name: str, countries: Iterable[str]) -> list[tuple[str, Settlement]]:
        """Settlements of the countries with a name of the same consonants as `name`.

        Out: pairs of the folded key that is alike and its settlement, in no order of likeness.
        """
        wanted = skeleton(fold(name))
        found: dict[str, tuple[str, Settlement]] = {}
        for code in countries:
            for key, row in self._skeletons_of(code).get(wanted, ()):
                found.setdefault(f"{key}/{row}", (key, self._settlement(row)))
        return list(found.values())

    def near_skeletons(self, code: str) -> dict[str, list[tuple[str, int]]]:
        """For one country: consonant skeletons, each with the (folded key, row) pairs it stands for."""
        return self._skeletons_of(code)

    def row(self, row: int) -> Settlement:
        """The settlement in a row that `near_skeletons` gave."""
        return self._settlement(row)

    def _skeletons_of(self, code: str) -> dict[str, list[tuple[str, int]]]:
        if code not in self._skeletons:
            index: dict[str, list[tuple[str, int]]] = {}
            known = self._countries.get(code, {"first": 0, "last": 0})
            for row in range(known["first"], known["last"]):
                for key in self._settlement(row).keys:
                    index.setdefault(skeleton(key), []).append((key, row))
            self._skeletons[code] = index
        return self._skeletons[code]

    def country(self, code: str) -> Country | None:
        """A country by its ISO 3166 code."""
        known = self._countries.get(code)
        if known is None:
            return None
        rows = self._places[known["first"] : known["last"]]
        weights = np.maximum(rows["population"].astype("f8"), 1.0)
        lat, lon = (
            (float(np.average(rows[axis], weights=weights)) if len(rows) else 0.0)
            for axis in ("lat", "lon")
        )
        return Country(
            id=f"geonames:{known['id']}",
            name=known["name"],
            code=code,
            lat=round(lat, 3),
            lon=round(lon, 3),
            radius_km=round(float(known["area_km2"] or 1) ** 0.5 / 1.77, 0),
        )

    def countries(self) -> dict[str, str]:
        """Country codes and English names."""
        return {code: known["name"] for code, known in self._countries.items()}


@lru_cache(maxsize=4)
def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The index from the user's cache, compiled there on first use (about five seconds)."""
    target = folder or cache_folder() / index_name()
    if not (target / "countries.json").exists():
        compile_index(target)
    return Gazetteer(target)
