"""Places as claims name them and as gazetteers know them."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

#: GeoNames feature codes, shortened to what a control claim can be about: a populated place, a
#: first-level region, a country, another area (Donbas), a stretch of front named for a town.
PlaceKind = Literal["PPL", "ADM1", "PCLI", "RGN", "SECTOR"]

EARTH_RADIUS_KM = 6371.0


class Place(msgspec.Struct, frozen=True, omit_defaults=False):
    """Where something is said to be.

    `written` is the text's own spelling, `name` the house's. `id`, `lat` and `lon` are None for a
    named place that no gazetteer holds: such a claim is kept, unplaced. `radius_km` is how far from
    the point the place may extend, `score` how sure the choice is, 0 to 1.
    """

    written: str
    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    kind: PlaceKind = "PPL"
    radius_km: float | None = None
    score: float = 0.0
    #: ISO 3166 code, and GeoNames' code of the first-level region within it.
    country: str | None = None
    admin1: str | None = None


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points in degrees (haversine)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))
