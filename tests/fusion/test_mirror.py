"""No side is favoured: exchanging the sides in claims and theatre exchanges the answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.fusion import PlaceBelief, find_disputes, reasons
from holdfast.model import CONTESTED, OTHER, Claim

from .make import BLUE, ENEMY, RED, belief, day, war
from .strategies import DAYS, claims, mirrored

#: Sums of the same numbers in another order differ by this much at most.
NOISE = 1e-9
OTHER_SIDE = {**ENEMY, CONTESTED: CONTESTED, OTHER: OTHER}
HOLDERS = st.sampled_from([RED, BLUE, None])


def both(
    told: list[Claim], holder: str | None, **papers: dict[str, str]
) -> tuple[PlaceBelief, PlaceBelief]:
    """What is believed, and what is believed in the mirror."""
    swapped = {
        key: {d: OTHER_SIDE.get(s, s) for d, s in value.items()} for key, value in papers.items()
    }
    plain = belief(*told, theatre=war(holder), **papers)
    mirror = belief(
        *(mirrored(c) for c in told),
        theatre=war(OTHER_SIDE[holder] if holder else None, names=(BLUE, RED)), **swapped,
    )  # fmt: skip
    return plain, mirror


@given(claims(), HOLDERS)
@settings(max_examples=60, deadline=None)
def test_exchanging_the_sides_exchanges_the_probabilities(
    told: list[Claim], holder: str | None
) -> None:
    plain, mirror = both(told, holder)
    for on in DAYS:
        mine, theirs = plain.chain.on(day(on)), mirror.chain.on(day(on))
        assert mine == pytest.approx({s: theirs[OTHER_SIDE[s]] for s in mine}, abs=NOISE)


@given(claims(), st.sampled_from([RED, BLUE]))
@settings(max_examples=30, deadline=None)
def test_exchanging_the_sides_exchanges_the_leanings_of_papers(
    told: list[Claim], leaning: str
) -> None:
    plain, mirror = both(told, RED, leaning_of={"a": leaning, "b": ENEMY[leaning]})
    for on in DAYS[::3]:
        mine, theirs = plain.chain.on(day(on)), mirror.chain.on(day(on))
        assert mine[RED] == pytest.approx(theirs[BLUE], abs=NOISE)


@given(claims(), st.sampled_from(DAYS), st.sampled_from([RED, BLUE, CONTESTED]))
@settings(max_examples=40, deadline=None)
def test_exchanging_the_sides_leaves_the_weights_of_the_reasons(
    told: list[Claim], on: str, answer: str
) -> None:
    plain, mirror = both(told, RED)
    mine = {(r.what, r.claim): r.weight for r in reasons(plain, day(on), answer)}
    theirs = {(r.what, r.claim): r.weight for r in reasons(mirror, day(on), OTHER_SIDE[answer])}
    assert mine == pytest.approx(theirs, abs=2e-4)


@given(claims())
@settings(max_examples=60, deadline=None)
def test_without_a_theatre_the_mirror_holds_too(told: list[Claim]) -> None:
    plain, mirror = belief(*told), belief(*(mirrored(c) for c in told))
    for on in DAYS[::3]:
        mine, theirs = plain.chain.on(day(on)), mirror.chain.on(day(on))
        assert mine == pytest.approx({s: theirs[OTHER_SIDE[s]] for s in mine}, abs=NOISE)


@given(claims())
@settings(max_examples=60, deadline=None)
def test_exchanging_the_sides_leaves_the_disputes(told: list[Claim]) -> None:
    plain = find_disputes(told)
    mirror = find_disputes([mirrored(c) for c in told])
    assert {(d.kind, d.id, d.start, d.end) for d in plain} == {
        (d.kind, d.id, d.start, d.end) for d in mirror
    }
