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
#: Kinds of place of which a claim tells only a part.
_AREAS = frozenset({"ADM1", "RGN", "PCLI"})


class Observation(msgspec.Struct, frozen=True):
    """Evidence of one claim on one day: nats in favour of each state, 0 for those not named."""

    day: date
    nats: dict[str, float]


class Moving(msgspec.Struct, frozen=True):
    """From which day to which a place is said to have gone over, to which sides it may have, and
    how sure that is: from 0, a coin toss, to 1. Where it is not `whole`, a part of it has.
    """

    first: date
    last: date
    toward: frozenset[str]
    strength: float
    whole: bool


class Weighed(msgspec.Struct, frozen=True):
    """A claim with its weight and the words for it.

    `moving` is the stretch of days in which it says that the place went over to somebody, None
    where it tells of a state.
    """

    claim: str
    weight: float
    note: str
    observations: tuple[Observation, ...]
    moving: Moving | None = None


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
    chance, who = _speaker_chance(claim, states, leaning, settings)
    surplus = (chance - 0.5) * settings.certainty[claim.certainty] * _extent(claim, settings)
    right = 0.5 + surplus * claim.confidence
    weight = math.log(right / (1 - right))
    observations = tuple(_observe(claim, states, start, end, weight, settings))
    note = f"{who}, {claim.certainty}"
    if is_part(claim):
        note += ", of a part"
    changes = claim.kind not in {"control_held", "armed_clash"} and claim.polarity == "+"
    moving = None
    if changes and observations:
        gains, loses = parties(claim)
        toward = (
            {gains} if gains is not None else {s for s in states if s not in {loses, CONTESTED}}
        )
        moving = Moving(
            _day_before(start), end, frozenset(toward), 2 * right - 1, not _shares(claim)
        )
    return Weighed(claim.id, round(weight, 4), note, observations, moving)


def _speaker_chance(
    claim: Claim, states: Sequence[str], leaning: str | None, settings: FusionSettings
) -> tuple[float, str]:
    """How likely such a speaker is right about such a gain, and in words who that is.

    Where a place has two sides, what the one loses, or is denied to have won, is the other's gain.
    """
    table = settings.reliability
    gains, loses = parties(claim)
    others = [s for s in states if s not in {loses, CONTESTED}]
    if gains is None and loses is not None and len(others) == 1:
        gains = others[0]
    losers = [s for s in states if s not in {gains, CONTESTED}]
    if loses is None and gains is not None and len(losers) == 1:
        loses = losers[0]
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


def is_part(claim: Claim) -> bool:
    """Whether a claim tells of a part of its place, of its surroundings, or of an area in which it lies."""
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
    return settings.extent.part if is_part(claim) else settings.extent.whole


def _shares(claim: Claim) -> bool:
    """To have entered, to be leaving, to have a part: the place is shared at least, perhaps whole."""
    leaving = claim.realis == "ongoing" and claim.kind in _LOSSES
    return claim.kind == "advance" or leaving or is_part(claim)


def _whole_share(claim: Claim, settings: FusionSettings) -> float:
    """How far a claim of an entry, or of a part, speaks for the whole."""
    area = claim.place is not None and claim.place.kind in _AREAS
    return settings.extent.area_is_whole if area else settings.extent.part_is_whole


def _observe(
    claim: Claim, states: Sequence[str], start: date, end: date, weight: float,
    settings: FusionSettings,
) -> list[Observation]:  # fmt: skip
    """The days on which a claim speaks, and for which states.

    The state of a day is that of its evening: a town taken on the 10th is its taker's on the 10th.
    """
    side = claim.side
    if claim.polarity == "-":
        return _denied(claim, states, start, end, weight)
    if claim.kind == "armed_clash":
        return [Observation(day, {CONTESTED: 0.7 * weight}) for day in sorted({start, end})]
    if side is None:
        return []
    if claim.kind == "control_held":
        held = (
            {side: weight}
            if not is_part(claim)
            else {side: _whole_share(claim, settings) * weight, CONTESTED: weight}
        )
        return [Observation(day, held) for day in sorted({start, end})]
    before = Observation(_day_before(start), _presupposed(claim, states, settings))
    days = (end - start).days
    # Of "has left", said on the 12th of the days since the 9th, the middle is the likeliest day.
    day = end - timedelta(days // 2) if days <= settings.dating.recent_days else end
    others = [s for s in states if s not in {side, CONTESTED}]
    if _shares(claim):
        winners = others if claim.kind in _LOSSES else [side]
        share = _whole_share(claim, settings)
        return [
            before,
            Observation(day, {CONTESTED: weight, **dict.fromkeys(winners, share * weight)}),
        ]
    if claim.kind == "control_gained":
        return [before, Observation(day, {side: weight, CONTESTED: 0.2 * weight})]
    share = 0.9 if len(others) == 1 else 0.6
    after = {**dict.fromkeys(others, share * weight), CONTESTED: 0.3 * weight}
    return [before, Observation(day, after)]


def _day_before(day: date) -> date:
    """The day before; the calendar's first day has none and stands for itself."""
    return max(day, date.min + timedelta(1)) - timedelta(1)


def _presupposed(claim: Claim, states: Sequence[str], settings: FusionSettings) -> dict[str, float]:
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
