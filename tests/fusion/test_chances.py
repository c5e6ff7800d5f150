"""Probabilities are probabilities, and the same claims give the same answer in any order."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.fusion import find_disputes, reasons
from holdfast.model import Claim

from .make import RED, belief, day, war
from .strategies import DAYS, claims

THEATRES = st.sampled_from([war(RED), war(None), None])


@given(claims(), THEATRES)
@settings(max_examples=60, deadline=None)
def test_probabilities_sum_to_one_on_every_day(told: list[Claim], theatre: object) -> None:
    found = belief(*told, theatre=theatre)  # type: ignore[arg-type]
    on = found.first_day
    while on <= found.last_day:
        believed = found.chain.on(on)
        assert sum(believed.values()) == pytest.approx(1.0, abs=1e-9)
        assert all(0.0 <= chance <= 1.0 for chance in believed.values())
        assert set(believed) == set(found.states)
        on += timedelta(3)


@given(claims(), THEATRES)
@settings(max_examples=40, deadline=None)
def test_a_history_has_every_day_once(told: list[Claim], theatre: object) -> None:
    spans = belief(*told, theatre=theatre).history()  # type: ignore[arg-type]
    for one, following in pairwise(spans):
        assert one.start <= one.end
        assert following.start == one.end + timedelta(1)
    for span in spans:
        assert sum(span.probabilities.values()) == pytest.approx(1.0, abs=3e-4)
        assert span.state in {"held", "contested", "unknown", "stale"}
        assert span.side is None or span.side in span.probabilities
        assert (span.state != "held") or span.side is not None


@given(claims(), THEATRES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_claims_does_not_matter(
    told: list[Claim], theatre: object, random: object
) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = belief(*told, theatre=theatre)  # type: ignore[arg-type]
    again = belief(*shuffled, theatre=theatre)  # type: ignore[arg-type]
    assert again.history() == found.history()
    assert reasons(again, day("06-01"), "contested") == reasons(found, day("06-01"), "contested")
    assert find_disputes(shuffled) == find_disputes(told)


@given(claims(), st.sampled_from(DAYS))
@settings(max_examples=30, deadline=None)
def test_the_same_claims_give_the_same_answer_again(told: list[Claim], on: str) -> None:
    first, second = belief(*told, theatre=war()), belief(*told, theatre=war())
    assert first.on(day(on)) == second.on(day(on))
    assert reasons(first, day(on), RED) == reasons(second, day(on), RED)


@given(claims())
@settings(max_examples=40, deadline=None)
def test_what_is_counted_is_never_more_than_what_was_told(told: list[Claim]) -> None:
    control = belief(*told, theatre=war()).on(day("08-30"))
    assert 0 <= control.origins <= control.reports <= sum(c.moves_map for c in told)
