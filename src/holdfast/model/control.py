"""Who holds a place over a span of days, and why that is believed."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

#: `held` by `side`; `contested`; `unknown`: never told; `stale`: told too long ago to rely on.
State = Literal["held", "contested", "unknown", "stale"]
ReasonKind = Literal["prior", "persistence", "claim"]
CONTESTED = "contested"
#: Whoever else might hold a place of which a text without a theatre names only one party.
OTHER = "other"


class PlaceRef(msgspec.Struct, frozen=True):
    """A place of the settlement list: what the map draws.

    `country` and `admin1` (ISO 3166 and GeoNames codes) tell which first lines it lies behind.
    """

    id: str
    name: str
    lat: float | None = None
    lon: float | None = None
    kind: str = "PPL"
    country: str | None = None
    admin1: str | None = None


class Reason(msgspec.Struct, frozen=True, rename={"for_": "for"}):
    """One signed push on the log-odds (natural logarithm) of the state `for_`."""

    what: ReasonKind
    weight: float
    for_: str
    claim: str | None = None
    #: The words a reader sees: which rule, which origin, how many copies.
    note: str = ""


class Control(msgspec.Struct, frozen=True, kw_only=True):
    """The belief about one place from `start` to `end`, inclusive.

    `probabilities` has every side of the place and "contested", and sums to one. `origins` counts
    independent statements behind it, `reports` the claims with their copies.
    """

    place: PlaceRef
    start: date
    end: date
    state: State
    side: str | None
    probabilities: dict[str, float]
    newest_evidence: date | None = None
    origins: int = 0
    reports: int = 0
