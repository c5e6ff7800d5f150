"""The numbers of the control model, from its data file."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import msgspec


class Reliability(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Chance that a statement is right, by speaker and gain."""

    own_gain: float
    admission: float
    neutral: float
    own_gain_paper: float
    admission_paper: float
    unnamed: float


class Extent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weight of a claim about the whole place, a part, its surroundings; and which share of a part's
    or an area's weight for contested speaks for the whole being the side's.
    """

    whole: float
    part: float
    beside: float
    part_is_whole: float
    area_is_whole: float


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Daily chances of a change of state: of leaving a side, of leaving contested."""

    to_contested: float
    to_other: float
    settle: float


class DatingRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days up to which a span is dated to its middle."""

    recent_days: int


class Presupposition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nats for who was there before a change: its loser by name, or whoever else."""

    of_loser: float
    of_other: float


class Framing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that play a move down."""

    soft: frozenset[str]


class Prior(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far the first lines are believed, and what stands where there are none."""

    told: float


class StateRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Probability from which a state is held; days after which it is stale."""

    held: float
    stale_days: int


class FusionSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file `data.toml`."""

    reliability: Reliability
    dating: DatingRules
    certainty: dict[str, float]
    extent: Extent
    change: Change
    moving: Change
    presupposition: Presupposition
    prior: Prior
    states: StateRules
    framing: Framing


@cache
def fusion_settings() -> FusionSettings:
    """The shipped numbers."""
    raw = (resources.files("holdfast.fusion") / "data.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(raw), FusionSettings)
