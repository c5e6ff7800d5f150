"""Sides under other names, days before the first lines, and one speaker's two statements."""

from __future__ import annotations

import msgspec

from holdfast.fusion import Evidence, believe
from holdfast.model import Actor

from .make import AGENCY, BLUE, RED, belief, claim, day, war


def test_a_side_under_its_full_name_is_the_side() -> None:
    full = msgspec.structs.replace(
        claim("control_gained", "Party BLUE", "05-10"),
        actor=Actor("Party BLUE", "Party BLUE", "Party BLUE"),
    )
    (found,) = believe(Evidence((full,)), [war()])
    plain = belief(claim("control_gained", BLUE, "05-10"), theatre=war())
    assert set(found.states) == set(plain.states)
    assert found.on(day("05-11")).probabilities == plain.on(day("05-11")).probabilities


def test_first_lines_hold_whatever_is_told_of_years_before() -> None:
    early = claim("control_gained", BLUE, "03-01")
    with_early = belief(early, claim("control_held", RED, "06-01"), theatre=war(RED))
    then, later = with_early.on(day("03-02")), with_early.on(day("05-02"))
    assert later.probabilities[RED] > 0.9
    assert then.probabilities[BLUE] > 10 * later.probabilities[BLUE]


def test_before_anything_is_told_nothing_is_known() -> None:
    found = belief(claim("control_gained", BLUE, "05-10"), theatre=war())
    before = found.on(day("01-01"))
    assert (before.state, before.side) == ("unknown", None)


def test_one_agency_tells_of_capture_and_recapture() -> None:
    found = belief(
        claim("control_gained", BLUE, "05-10", by=AGENCY),
        claim("control_gained", RED, "05-13", by=AGENCY),
        theatre=war(RED),
    )
    assert found.on(day("05-11")).probabilities[BLUE] > found.on(day("05-11")).probabilities[RED]
    assert found.on(day("05-14")).probabilities[RED] > 0.6
    assert found.on(day("05-14")).origins == 2


def test_an_enemys_word_for_ones_gain_is_an_admission() -> None:
    from .make import RED_STAFF

    theirs = belief(claim("control_gained", BLUE, "05-10", by=RED_STAFF), theatre=war(RED))
    neutral = belief(claim("control_gained", BLUE, "05-10", by=AGENCY), theatre=war(RED))
    on = day("05-11")
    assert theirs.on(on).probabilities[BLUE] > neutral.on(on).probabilities[BLUE]


def test_a_third_side_that_nobody_names_takes_no_share() -> None:
    three = war(RED, names=(RED, BLUE, "GREEN"))
    found = belief(claim("withdrawal", RED, "05-10"), claim("control_gained", BLUE, "05-10"),
                   theatre=three)  # fmt: skip
    assert found.on(day("05-11")).probabilities.get("GREEN", 0.0) == 0.0
    assert found.on(day("05-11")).side == BLUE
