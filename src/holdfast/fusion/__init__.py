"""Fusion: claims in, the history of control out, with reasons and disputes."""

from holdfast.fusion.disputes import find_disputes
from holdfast.fusion.explain import reasons
from holdfast.fusion.field import Evidence, PlaceBelief, believe

__all__ = ["Evidence", "PlaceBelief", "believe", "find_disputes", "reasons"]
