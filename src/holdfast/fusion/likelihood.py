"""What a claim says about the state of its place: observations with weights.

A claim is a noisy observation of the days it speaks of. Its weight is the log-odds that it is
right, in nats, from two chances kept apart: that the *reader* got the sentence right (the claim's
confidence) and that the *speaker* is right (by who gains and how surely it is said).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from holdfast.fusion.settings import FusionSettings
from holdfast.model import CONTESTED, Claim

_LOSSES = frozenset({"control_lost", "withdrawal"})
#: Of the weight with which an entry or a part speaks for contested, this share for the whole.
PART = 0.7
#: Kinds of place of which a claim tells only a part.
_AREAS = frozenset({"ADM1", "RGN", "PCLI"})


class Observation(msgspec.Struct, frozen=True):
    """Evidence of one claim on one day: nats in favour of each state, 0 for those not named."""

    day: date
    nats: dict[str, float]


class Weighed(msgspec.Struct, frozen=True):
    """A claim with its weight and the words for it.

    `moving` is the stretch of days in which it says that something changed, None where it tells
    of a state.
    """

    claim: str
    weight: float
    note: str
    observations: tuple[Observation, ...]
    moving: tuple[date, date] | None = None


def weigh(
    claim: Claim, states: Sequence[str], leaning: str | None, settings: FusionSettings
) -> Weighed | None:
    """The observations that a claim makes; None where it does not bear on who holds the place.

    In: a claim with a place and days, the states of that place (its sides and "contested"), and
    the side that its paper is minded to. Out: None for claims about other things, about what is
    planned or feared, or without days or a side.
    """
    if not claim.moves_map or claim.place is None or claim.time is None:
        return None
    start, end = claim.time.start, claim.time.end
    if start is None or end is None:
        return None
    if claim.kind != "armed_clash" and claim.side not in states:
        return None
    chance, who = _speaker_chance(claim, leaning, settings)
    surplus = (chance - 0.5) * settings.certainty[claim.certainty] * _extent(claim, settings)
    right = 0.5 + surplus * claim.confidence
    weight = math.log(right / (1 - right))
    observations = tuple(_observe(claim, states, start, end, weight, settings))
    note = f"{who}, {claim.certainty}"
    if _is_part(claim):
        note += ", of a part"
    changes = claim.kind not in {"control_held", "armed_clash"} and claim.polarity == "+"
    moving = (start - timedelta(1), observations[-1].day) if changes and observations else None
    return Weighed(claim.id, round(weight, 4), note, observations, moving)


def _speaker_chance(
    claim: Claim, leaning: str | None, settings: FusionSettings
) -> tuple[float, str]:
    """How likely such a speaker is right about such a gain, and in words who that is."""
    table = settings.reliability
    gains, loses = parties(claim)
    speaker = claim.speakers[-1] if claim.speakers else None
    if speaker is not None:
        if speaker.kind == "unnamed" and speaker.side is None:
            return table.unnamed, f"unnamed ({speaker.name})"
        side, own, admits = speaker.side, table.own_gain, table.admission
        name = speaker.name
    else:
        side, own, admits = leaning, table.own_gain_paper, table.admission_paper
        name = "the paper itself"
    if side is not None and side == gains:
        return own, f"{name}, its own side's gain"
    if side is not None and side == loses:
        return admits, f"{name}, an admission"
    return table.neutral, name


def parties(claim: Claim) -> tuple[str | None, str | None]:
    """Who gains and who loses by a claim, where it says; a denial turns them round."""
    gains = claim.side if claim.kind in {"control_gained", "control_held", "advance"} else None
    loses = claim.side if claim.kind in _LOSSES else None
    if gains is not None and claim.target is not None:
        loses = claim.target.side
    return (loses, gains) if claim.polarity == "-" else (gains, loses)


def _is_part(claim: Claim) -> bool:
    place = claim.place
    return place is not None and (
        place.kind in _AREAS or place.kind == "SECTOR" or "place.part" in claim.because
        or "place.where" in claim.because
    )  # fmt: skip


def _extent(claim: Claim, settings: FusionSettings) -> float:
    if claim.place is not None and claim.place.kind == "SECTOR":
        return settings.extent.beside
    if claim.place is not None and claim.place.kind in _AREAS:
        # What is told of an area is told of a part of it: contested is then the whole truth.
        return settings.extent.whole
    return settings.extent.part if _is_part(claim) else settings.extent.whole


def _observe(
    claim: Claim, states: Sequence[str], start: date, end: date, weight: float,
    settings: FusionSettings,
) -> list[Observation]:  # fmt: skip
    """The days on which a claim speaks, and for which states."""
    side = claim.side
    last = end if end > start else end + timedelta(1)
    if claim.polarity == "-":
        return _denied(claim, states, start, end, weight)
    if claim.kind == "armed_clash":
        return [Observation(day, {CONTESTED: 0.7 * weight}) for day in sorted({start, end})]
    if side is None:
        return []
    if claim.kind == "control_held":
        held = {side: weight} if not _is_part(claim) else {side: PART * weight, CONTESTED: weight}
        return [Observation(day, held) for day in sorted({start, end})]
    before = Observation(start - timedelta(1), _presupposed(claim, states, settings))
    others = [s for s in states if s not in {side, CONTESTED}]
    if claim.kind == "advance" or _is_part(claim):
        # To have entered, or to have a part, is to share the place at least, perhaps to have it.
        winners = others if claim.kind in _LOSSES else [side]
        return [before, Observation(end, {CONTESTED: weight, **dict.fromkeys(winners, PART * weight)})]
    during = Observation(start, {CONTESTED: 0.6 * weight, **{s: 0.4 * weight for s in states if s != CONTESTED}})
    if claim.kind == "control_gained":
        return [before, during, Observation(last, {side: weight, CONTESTED: 0.2 * weight})]
    share = 0.9 if len(others) == 1 else 0.6
    after = {**{s: share * weight for s in others}, CONTESTED: 0.3 * weight}
    return [before, during, Observation(last, after)]


def _presupposed(
    claim: Claim, states: Sequence[str], settings: FusionSettings
) -> dict[str, float]:
    """Who must have been there for the change to be told of at all."""
    gains, loses = parties(claim)
    rule = settings.presupposition
    if loses is not None:
        return {loses: rule.of_loser, CONTESTED: 0.7 * rule.of_loser}
    return {s: rule.of_other * (0.8 if s == CONTESTED else 1.0) for s in states if s != gains}


def _denied(
    claim: Claim, states: Sequence[str], start: date, end: date, weight: float
) -> list[Observation]:
    """A denial speaks for every state but the one denied, and more softly."""
    side = claim.side
    if claim.kind in _LOSSES and side is not None:
        return [Observation(day, {side: 0.7 * weight}) for day in sorted({start, end})]
    if claim.kind == "armed_clash" or side is None:
        return []
    against = {s: 0.6 * weight for s in states if s != side}
    return [Observation(day, against) for day in sorted({start, end})]
