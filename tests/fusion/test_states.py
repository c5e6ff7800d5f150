"""Held, contested, unknown and stale are four different answers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from holdfast.fusion import Evidence, believe, fusion_settings
from holdfast.model import CONTESTED, OTHER, PlaceRef

from .make import (
    ANVAR,
    BLUE,
    BLUE_STAFF,
    ENEMY,
    MONITOR,
    RED,
    RED_STAFF,
    belief,
    claim,
    day,
    war,
)

STALE = fusion_settings().states.stale_days


def test_a_place_that_nobody_has_spoken_of_is_unknown_whatever_the_first_lines() -> None:
    listed = PlaceRef(ANVAR.id or "", "Anvar", 10.0, 20.0, "PPL", "XA", "01")
    (found,) = believe(Evidence(()), [war(RED)], places=[listed])
    control = found.on(day("05-20"))
    assert (control.state, control.side) == ("unknown", None)
    assert control.probabilities[RED] > control.probabilities[BLUE]
    assert (control.origins, control.reports, control.newest_evidence) == (0, 0, None)


@pytest.mark.parametrize("holder", [RED, BLUE])
def test_without_news_the_holder_stays_but_less_surely_each_day(holder: str) -> None:
    found = belief(claim("control_held", holder, "05-10"), theatre=war(holder))
    days = [found.on(day("05-10") + timedelta(i)) for i in range(0, STALE, 5)]
    assert {(c.state, c.side) for c in days} == {("held", holder)}
    sure = [c.probabilities[holder] for c in days]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] > sure[-1]


def test_evidence_is_stale_once_it_is_older_than_the_rule_says() -> None:
    found = belief(claim("control_held", RED, "05-10"), theatre=war())
    fresh = found.on(day("05-10") + timedelta(STALE))
    old = found.on(day("05-10") + timedelta(STALE + 1))
    assert fresh.state == "held"
    assert (old.state, old.side) == ("stale", RED)
    assert old.newest_evidence == day("05-10")


def test_stale_evidence_is_renewed_by_a_new_report() -> None:
    found = belief(
        claim("control_held", RED, "05-10"),
        claim("control_held", RED, "11-20", by=MONITOR),
        theatre=war(),
    )
    assert found.on(day("08-15")).state == "stale"
    assert (found.on(day("11-20")).state, found.on(day("11-20")).side) == ("held", RED)


def test_two_sides_with_equal_words_leave_the_place_contested() -> None:
    found = belief(
        claim("control_held", RED, "05-10", by=RED_STAFF),
        claim("control_held", BLUE, "05-10", by=BLUE_STAFF),
    ).on(day("05-10"))
    assert (found.state, found.side) == (CONTESTED, None)
    assert found.probabilities[RED] == found.probabilities[BLUE]


def test_evidence_of_later_days_is_not_counted_as_evidence_yet() -> None:
    found = belief(
        claim("control_held", RED, "05-10"), claim("control_held", RED, "05-20", by=MONITOR)
    )
    assert (found.on(day("05-15")).reports, found.on(day("05-20")).reports) == (1, 2)
    assert found.on(day("05-15")).newest_evidence == day("05-10")


@pytest.mark.parametrize("side", [RED, BLUE])
def test_where_one_side_is_known_somebody_else_may_hold(side: str) -> None:
    held = belief(claim("control_held", side, "05-10")).on(day("05-10"))
    assert set(held.probabilities) == {side, OTHER, CONTESTED}
    assert (held.state, held.side) == ("held", side)
    lost = belief(claim("control_lost", side, "05-10")).on(day("05-10"))
    assert lost.probabilities[OTHER] > lost.probabilities[side]
    assert lost.side is None, "nobody is named as the holder whom no text has named"


def test_where_two_sides_are_known_there_is_no_other() -> None:
    found = belief(claim("control_gained", BLUE, "05-10", against=RED)).on(day("05-10"))
    assert set(found.probabilities) == {RED, BLUE, CONTESTED}


def test_a_planned_gain_alone_leaves_the_place_unknown() -> None:
    found = belief(claim("control_gained", BLUE, "05-10", realis="planned")).on(day("05-11"))
    assert (found.state, found.side) == ("unknown", None)


@pytest.mark.parametrize("holder", [RED, BLUE])
def test_first_lines_are_believed_before_any_word_and_named_in_the_reasons(holder: str) -> None:
    found = belief(claim("control_gained", ENEMY[holder], "08-20"), theatre=war(holder))
    opening = found.on(day("05-01"))
    assert opening.probabilities[holder] > 0.9
    assert f"Party {holder}" in found.prior_note
    assert "2021-05-01" in found.prior_note


def test_without_first_lines_nobody_has_the_better_start() -> None:
    found = belief(claim("armed_clash", None, "06-20"), theatre=war(None)).on(day("05-01"))
    assert found.probabilities[RED] == found.probabilities[BLUE]
