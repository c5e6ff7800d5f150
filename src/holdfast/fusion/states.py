"""When a belief is called held, contested, unknown or stale: four different answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from holdfast.fusion.settings import StateRules
from holdfast.model import CONTESTED, OTHER, State


def state_of(
    chances: Mapping[str, float],
    around: Sequence[Mapping[str, float]],
    days_away: int,
    *,
    heard: bool,
    rules: StateRules,
) -> tuple[State, str | None]:
    """The state and, where it is held or stale, the side.

    In: the chances of the day; those of the days with evidence next before and after it, where
    there are such; how many days off the nearest evidence is. Out: *unknown*, where nobody has said
    anything of the place; *stale*, where all evidence is more than `rules.stale_days` away, with the side last believed;
    *held*, where one side has at least `rules.held`; *contested*, anything else. Time alone makes
    nobody a holder: the side must be as likely on a day with evidence next to this one.
    """
    if not heard:
        return "unknown", None
    side = _firm(chances, rules)
    if side is not None and side not in {_firm(c, rules) for c in around}:
        side = None
    if days_away > rules.stale_days:
        last = _firm(around[0], rules) if around else None
        return "stale", side or last
    return ("held", side) if side is not None else ("contested", None)


def _firm(chances: Mapping[str, float], rules: StateRules) -> str | None:
    sides = [s for s in chances if s not in {CONTESTED, OTHER} and chances[s] >= rules.held]
    return max(sides, key=lambda s: chances[s], default=None)
