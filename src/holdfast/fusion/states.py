"""When a belief is called held, contested, unknown or stale: four different answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from holdfast.fusion.settings import StateRules
from holdfast.model import CONTESTED, OTHER, State


def state_of(
    chances: Mapping[str, float], newest: date | None, day: date, *, heard: bool, rules: StateRules
) -> tuple[State, str | None]:
    """The state and, where it is held or stale, the side.

    *unknown*: nobody has said anything of the place. *stale*: the newest evidence is older than
    `rules.stale_days`; the side is the one it was last believed to be. *held*: one side has at
    least `rules.held`. *contested*: anything else.
    """
    if not heard:
        return "unknown", None
    side = max(
        (s for s in chances if s not in {CONTESTED, OTHER}), key=lambda s: chances[s], default=None
    )
    firm = side if side is not None and chances[side] >= rules.held else None
    if newest is not None and (day - newest).days > rules.stale_days:
        return "stale", firm
    return ("held", firm) if firm is not None else ("contested", None)
