"""Fusion: claims in, the history of control out, with reasons and disputes."""

from holdfast.fusion.disputes import find_disputes
from holdfast.fusion.explain import explained, reasons
from holdfast.fusion.field import Evidence, PlaceBelief, believe
from holdfast.fusion.naming import in_theatre
from holdfast.fusion.settings import FusionSettings, fusion_settings

__all__ = [
    "Evidence", "FusionSettings", "PlaceBelief", "believe", "explained", "find_disputes",
    "fusion_settings", "in_theatre", "reasons",
]  # fmt: skip
