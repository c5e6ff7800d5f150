"""Contradictions as objects."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from holdfast.model.control import PlaceRef

#: What the parties differ about: who holds the place, what the same move is called, whether it
#: happened at all, or how large a number is.
DisputeKind = Literal["outcome", "framing", "existence", "number"]


class DisputeSide(msgspec.Struct, frozen=True):
    """One party's position and the claims that take it."""

    position: str
    claims: tuple[str, ...]


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Two or more positions on one happening at one place, within `start` to `end`."""

    id: str
    kind: DisputeKind
    place: PlaceRef | None
    start: date | None
    end: date | None
    positions: tuple[DisputeSide, ...]
    why: str
