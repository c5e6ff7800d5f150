"""Regions of the world that reporting names, whatever theatre a text is of."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

import msgspec

from holdfast.theatre import bundled
from holdfast.theatre.schema import Region


@cache
def world_regions() -> tuple[Region, ...]:
    """The regions of the bundled theatres and those of `regions.csv`, none twice.

    The file gives each a point and how far it reaches; the gazetteer has settlements only.
    """
    known = {region.id: region for theatre in bundled() for region in theatre.regions}
    file = resources.files("holdfast.reading.places") / "data" / "regions.csv"
    for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
        slug = row["name"].lower().replace(" ", "-")
        aliases = tuple(filter(None, row["aliases"].split(";")))
        plain = {
            "id": f"rgn:{slug}", "name": row["name"], "aliases": aliases,
            "country": row["country"], "kind": row["kind"], "lat": float(row["lat"]),
            "lon": float(row["lon"]), "radius_km": float(row["radius_km"]),
        }  # fmt: skip
        region = msgspec.convert(plain, Region)
        known.setdefault(region.id, region)
    return tuple(known.values())
