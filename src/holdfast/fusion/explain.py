"""Why a place is believed to be held: signed weights that add up to the log-odds shown.

The origins are taken in one after another, once in the order of the text they stand in and once
in the reverse order. The mean of what each adds to the log-odds of the answer when its turn comes
is its weight; prior and persistence are what stood there before the first. The weights therefore
sum to the log-odds of the final belief. (Two of the orders over which a Shapley value would take
the mean: L. S. Shapley, A value for n-person games, 1953.)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from holdfast.fusion.field import PlaceBelief, Voice
from holdfast.model import Control, Reason

#: Chances nearer to 0 or 1 than this are shown as this (the log-odds would be endless).
EDGE = 1e-6


def log_odds(chance: float) -> float:
    """Natural log-odds of a chance, kept finite."""
    kept = min(max(chance, EDGE), 1 - EDGE)
    return math.log(kept / (1 - kept))


def explained(control: Control) -> str:
    """Which state the reasons are given for: the side that holds, else the likeliest."""
    if control.side is not None:
        return control.side
    return max(control.probabilities, key=lambda s: control.probabilities[s])


def reasons(belief: PlaceBelief, day: date, answer: str) -> list[Reason]:
    """What speaks for and against `answer` (a side or "contested") on a day, the weightiest first
    after prior and persistence.
    """
    opening = log_odds(belief.prior[answer])
    unheard = log_odds(belief.chain_of([]).on(day)[answer])
    found = [Reason("prior", round(opening, 4), answer, None, belief.prior_note)]
    note = f"{(day - belief.lines_day).days} days since then"
    found.append(Reason("persistence", round(unheard - opening, 4), answer, None, note))
    onward = _added(belief, belief.voices, day, answer, unheard)
    back = _added(belief, belief.voices[::-1], day, answer, unheard)[::-1]
    from_claims = [
        Reason("claim", round((a + b) / 2, 4), answer, voice.spokesman.claim, _note(voice))
        for voice, a, b in zip(belief.voices, onward, back, strict=True)
    ]
    return found + sorted(from_claims, key=lambda r: (-abs(r.weight), r.claim or ""))


def _added(
    belief: PlaceBelief, voices: Sequence[Voice], day: date, answer: str, unheard: float
) -> list[float]:
    """What each voice adds to the log-odds of `answer`, taken in one after another."""
    added, current = [], unheard
    for count in range(1, len(voices) + 1):
        reached = log_odds(belief.chain_of(voices[:count]).on(day)[answer])
        added.append(reached - current)
        current = reached
    return added


def _note(voice: Voice) -> str:
    copies = len(voice.origin.claims)
    times = f"; told {copies} times, counted once" if copies > 1 else ""
    return f"{voice.spokesman.note}{times}"
