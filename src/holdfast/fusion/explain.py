"""Why a place is believed to be held: signed weights that add up to the log-odds shown.

The origins are taken in one after another, in the order of their days. What each adds to the
log-odds of the answer when its turn comes is its weight; prior and persistence are what stood
there before the first. The weights therefore sum exactly to the log-odds of the final belief.
"""

from __future__ import annotations

import math
from datetime import date

from holdfast.fusion.field import PlaceBelief, Voice
from holdfast.model import Reason

#: Chances nearer to 0 or 1 than this are shown as this (the log-odds would be endless).
EDGE = 1e-6


def log_odds(chance: float) -> float:
    """Natural log-odds of a chance, kept finite."""
    kept = min(max(chance, EDGE), 1 - EDGE)
    return math.log(kept / (1 - kept))


def reasons(belief: PlaceBelief, day: date, answer: str) -> list[Reason]:
    """What speaks for and against `answer` (a side or "contested") on a day, the weightiest first
    after prior and persistence."""
    empty = belief.chain_of([])
    opening = log_odds(belief.prior[answer])
    current = log_odds(empty.on(day)[answer])
    found = [Reason("prior", round(opening, 4), answer, None, belief.prior_note)]
    note = f"{(day - belief.first_day).days} days since then"
    found.append(Reason("persistence", round(current - opening, 4), answer, None, note))
    taken: list[Voice] = []
    from_claims: list[Reason] = []
    for voice in belief.voices:
        taken.append(voice)
        added = log_odds(belief.chain_of(taken).on(day)[answer])
        from_claims.append(
            Reason("claim", round(added - current, 4), answer, voice.spokesman.claim, _note(voice))
        )
        current = added
    return found + sorted(from_claims, key=lambda r: (-abs(r.weight), r.claim or ""))


def _note(voice: Voice) -> str:
    copies = len(voice.origin.claims)
    times = f"; told {copies} times, counted once" if copies > 1 else ""
    return f"{voice.spokesman.note}{times}"
