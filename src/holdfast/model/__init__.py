"""Frozen records that pass through every room. Nothing here reads or writes anything."""

from holdfast.model.claim import (
    CONTROL_KINDS,
    KINDS,
    MOVING_REALIS,
    Actor,
    Certainty,
    Claim,
    Kind,
    Polarity,
    Realis,
)
from holdfast.model.control import CONTESTED, OTHER, Control, PlaceRef, Reason, State
from holdfast.model.dispute import Dispute, DisputeKind, DisputeSide
from holdfast.model.document import Dating, Document
from holdfast.model.place import Place, PlaceKind, distance_km
from holdfast.model.quantity import Quantity, Unit
from holdfast.model.span import Furniture, Quote, Span
from holdfast.model.speaker import Speaker, SpeakerKind
from holdfast.model.time import Precision, TimeOrigin, TimeRange

__all__ = [
    "CONTESTED", "CONTROL_KINDS", "KINDS", "MOVING_REALIS", "OTHER", "Actor", "Certainty", "Claim",
    "Control", "Dating", "Dispute", "DisputeKind", "DisputeSide", "Document", "Furniture", "Kind",
    "Place", "PlaceKind", "PlaceRef", "Polarity", "Precision", "Quantity", "Quote", "Realis",
    "Reason", "Span", "Speaker", "SpeakerKind", "State", "TimeOrigin", "TimeRange", "Unit",
    "distance_km",
]  # fmt: skip
