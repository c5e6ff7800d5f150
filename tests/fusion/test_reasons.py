"""No number without a reason: signed weights that add up to the answer's log-odds."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.fusion import PlaceBelief, reasons
from holdfast.model import CONTESTED, Claim

from .make import AGENCY, BLUE, ENEMY, MONITOR, RED, STAFF, belief, claim, day, war
from .strategies import DAYS, claims

#: Chances beyond this are shown as this, so that no weight is endless (`fusion/explain.py`).
EDGE = 1e-6


def log_odds(chance: float) -> float:
    kept = min(max(chance, EDGE), 1 - EDGE)
    return math.log(kept / (1 - kept))


def adds_up(found: PlaceBelief, on: str, answer: str) -> bool:
    told = reasons(found, day(on), answer)
    total = sum(reason.weight for reason in told)
    rounding = 1e-4 * len(told)
    return abs(total - log_odds(found.chain.on(day(on))[answer])) <= rounding


@given(claims(), st.sampled_from(DAYS), st.sampled_from([RED, BLUE, CONTESTED]))
@settings(max_examples=60, deadline=None)
def test_the_weights_add_up_to_the_log_odds_of_any_answer(
    told: list[Claim], on: str, answer: str
) -> None:
    assert adds_up(belief(*told, theatre=war()), on, answer)


@pytest.mark.parametrize("taker", [RED, BLUE])
def test_a_gain_speaks_for_its_taker_and_against_its_loser(taker: str) -> None:
    gain = claim("control_gained", taker, "05-20", against=ENEMY[taker])
    found = belief(gain, theatre=war(ENEMY[taker]))
    (speaks_for,) = [r for r in reasons(found, day("05-20"), taker) if r.what == "claim"]
    (against,) = [r for r in reasons(found, day("05-20"), ENEMY[taker]) if r.what == "claim"]
    assert speaks_for.weight > 0 > against.weight
    assert speaks_for.claim == against.claim == gain.id
    assert (speaks_for.for_, against.for_) == (taker, ENEMY[taker])


def test_a_claim_against_the_answer_is_shown_with_its_sign() -> None:
    gain = claim("control_gained", BLUE, "05-20", against=RED)
    held = claim("control_held", RED, "05-22", by=STAFF[RED])
    told = reasons(belief(gain, held, theatre=war()), day("05-22"), BLUE)
    signs = {r.claim: r.weight > 0 for r in told if r.what == "claim"}
    assert signs == {gain.id: True, held.id: False}


@pytest.mark.parametrize("holder", [RED, BLUE])
def test_the_prior_speaks_for_who_held_first_and_time_wears_it_off(holder: str) -> None:
    found = belief(claim("control_gained", ENEMY[holder], "09-20"), theatre=war(holder))
    prior, persistence = reasons(found, day("08-20"), holder)[:2]
    assert (prior.what, persistence.what) == ("prior", "persistence")
    assert prior.weight > 0 > persistence.weight
    assert prior.weight + persistence.weight > 0, "a season without news does not turn a town"


def test_every_origin_has_one_reason_and_copies_are_told_of() -> None:
    boast = claim("control_gained", BLUE, "05-20", by=STAFF[BLUE], document="a", id="c1")
    again = claim("control_gained", BLUE, "05-20", by=STAFF[BLUE], document="b", id="c2")
    other = claim("control_gained", BLUE, "05-20", by=MONITOR, document="c", id="c3")
    told = reasons(belief(boast, again, other, theatre=war()), day("05-20"), BLUE)
    from_claims = [r for r in told if r.what == "claim"]
    assert len(from_claims) == 2
    (repeated,) = [r for r in from_claims if r.claim in {"c1", "c2"}]
    assert "2 times" in repeated.note


def test_reasons_say_whose_word_it_is_and_what_kind_of_word() -> None:
    told = {
        by: reasons(belief(claim("control_gained", BLUE, "05-20", by=STAFF[by], against=RED),
                           theatre=war()), day("05-20"), BLUE)[-1]
        for by in (RED, BLUE)
    }  # fmt: skip
    assert "admission" in told[RED].note
    assert "own side's gain" in told[BLUE].note
    assert "Staff of Red" in told[RED].note
    assert told[RED].weight > told[BLUE].weight


def test_the_weightiest_claim_comes_first() -> None:
    found = belief(
        claim("control_gained", BLUE, "05-20", by=STAFF[BLUE], certainty="possible"),
        claim("control_gained", BLUE, "05-20", by=AGENCY),
        claim("control_held", RED, "05-21", by=STAFF[RED]),
        theatre=war(),
    )
    weights = [abs(r.weight) for r in reasons(found, day("05-21"), BLUE) if r.what == "claim"]
    assert len(weights) == 3
    assert weights == sorted(weights, reverse=True)
