"""Any claims about Anvar, for what must hold of all of them."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from hypothesis import strategies as st

from holdfast.model import Actor, Claim, Speaker

from .make import AGENCY, BLUE, BLUE_STAFF, ENEMY, MONITOR, RED, RED_STAFF, SOURCES, claim, day

KINDS = (
    "control_gained", "control_lost", "control_held", "withdrawal", "advance", "armed_clash",
    "statement",
)  # fmt: skip
DAYS = tuple(f"{d:%m-%d}" for d in (day("05-01") + timedelta(i) for i in range(0, 90, 3)))
_SWAPPED = {RED_STAFF: BLUE_STAFF, BLUE_STAFF: RED_STAFF}


@st.composite
def claims(draw: st.DrawFn, most: int = 7) -> list[Claim]:
    """Some claims of either side and of nobody's, in documents that may be shared."""
    found = []
    for number in range(draw(st.integers(1, most))):
        kind = draw(st.sampled_from(KINDS))
        side = draw(st.sampled_from([RED, BLUE]))
        start = draw(st.integers(0, len(DAYS) - 2))
        found.append(
            claim(
                kind,
                side,
                DAYS[start],
                until=DAYS[start + draw(st.integers(0, 1))],
                by=draw(st.sampled_from([None, RED_STAFF, BLUE_STAFF, AGENCY, MONITOR, SOURCES])),
                against=draw(st.sampled_from([None, ENEMY[side]])),
                polarity=draw(st.sampled_from(["+", "+", "-"])),
                certainty=draw(st.sampled_from(["certain", "probable", "possible"])),
                realis=draw(st.sampled_from(["actual", "ongoing", "predicted"])),
                confidence=draw(st.sampled_from([0.4, 0.8, 1.0])),
                framing=draw(st.sampled_from([None, None, "regrouping", "retreat"])),
                because=draw(st.sampled_from([(), ("place.part",)])),
                document=draw(st.sampled_from(["a", "b", "c"])),
                id=f"c{number}",
            )
        )
    return found


def _other(side: str | None) -> str | None:
    return ENEMY.get(side, side) if side is not None else None


def _speaker(one: Speaker) -> Speaker:
    return _SWAPPED.get(one, one)


def mirrored(one: Claim) -> Claim:
    """The claim with the two sides exchanged wherever they stand."""
    target = one.target
    return msgspec.structs.replace(
        one,
        side=_other(one.side),
        target=Actor(target.written, target.name, _other(target.side)) if target else None,
        speakers=tuple(_speaker(s) for s in one.speakers),
    )
