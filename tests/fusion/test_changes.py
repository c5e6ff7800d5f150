"""What turns the map, from which day, and what leaves it alone."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from holdfast.model import Claim, TimeRange

from .make import AGENCY, ANVAR, BLUE, BRUN, ENEMY, MONITOR, RED, belief, chances, claim, day, war

SIDES = pytest.mark.parametrize("holder", [RED, BLUE])


@SIDES
def test_a_gain_turns_the_map_from_its_day(holder: str) -> None:
    taker = ENEMY[holder]
    found = belief(claim("control_gained", taker, "05-20", against=holder), theatre=war(holder))
    assert (found.on(day("05-19")).state, found.on(day("05-19")).side) == ("held", holder)
    assert (found.on(day("05-20")).state, found.on(day("05-20")).side) == ("held", taker)
    assert (found.on(day("06-01")).state, found.on(day("06-01")).side) == ("held", taker)


@SIDES
@pytest.mark.parametrize("kind", ["withdrawal", "control_lost"])
def test_a_loss_turns_the_map_to_the_other_side(holder: str, kind: str) -> None:
    found = belief(claim(kind, holder, "05-20"), theatre=war(holder))
    assert found.on(day("05-18")).side == holder
    assert found.on(day("05-20")).side == ENEMY[holder]


def test_the_history_has_the_day_of_the_change_as_a_border() -> None:
    found = belief(claim("control_gained", BLUE, "05-20", against=RED), theatre=war())
    assert day("05-20") in [span.start for span in found.history()]


def test_a_town_that_changes_hands_twice_is_its_last_takers() -> None:
    found = belief(
        claim("control_gained", BLUE, "05-10", by=AGENCY),
        claim("control_gained", RED, "05-30", by=MONITOR),
        theatre=war(RED),
    )
    held = [found.on(day(d)).side for d in ("05-05", "05-12", "05-31")]
    assert held == [RED, BLUE, RED]


@pytest.mark.parametrize("realis", ["planned", "predicted", "wanted", "hypothetical", "historical"])
def test_what_is_not_told_as_happening_does_not_move_the_map(realis: str) -> None:
    told = claim("control_gained", BLUE, "05-20", realis=realis)
    held = claim("control_held", RED, "05-10", by=MONITOR)
    without = belief(held, theatre=war())
    found = belief(held, told, theatre=war())
    assert found.history() == without.history()
    assert found.on(day("05-25")).reports == 1


@pytest.mark.parametrize(
    "kind", ["remote_violence", "casualties", "statement", "civil_measure", "displacement"]
)
def test_other_happenings_do_not_say_who_holds(kind: str) -> None:
    without = chances(claim("control_held", RED, "05-10"), on="05-25")
    assert (
        chances(claim("control_held", RED, "05-10"), claim(kind, BLUE, "05-20"), on="05-25")
        == without
    )


def _undated(one: Claim) -> Claim:
    return msgspec.structs.replace(one, time=TimeRange(None, None, "open", "on Sunday"))


def test_a_claim_without_a_day_or_a_side_is_kept_but_moves_nothing() -> None:
    gain = claim("control_gained", BLUE, "05-20")
    for one in (_undated(gain), msgspec.structs.replace(gain, side=None)):
        found = belief(one, theatre=war())
        assert one.id in found.claims
        assert found.on(day("05-21")).state == "unknown"


def test_a_claim_about_another_place_is_not_heard_here() -> None:
    alone = chances(claim("control_held", RED, "05-10"), on="05-20")
    elsewhere = claim("control_gained", BLUE, "05-15", place=BRUN)
    assert chances(claim("control_held", RED, "05-10"), elsewhere, on="05-20") == alone


def test_a_fight_makes_contested_likelier_and_gives_the_town_to_nobody() -> None:
    quiet = chances(claim("control_held", RED, "05-10"), on="05-20")
    fight = claim("armed_clash", None, "05-20", by=MONITOR)
    fought = chances(claim("control_held", RED, "05-10"), fight, on="05-20")
    assert fought["contested"] > quiet["contested"]
    assert fought[BLUE] < fought[RED]


def test_an_entry_makes_the_town_contested_rather_than_the_enterers() -> None:
    found = belief(claim("advance", BLUE, "05-20"), theatre=war()).on(day("05-20"))
    assert found.probabilities["contested"] > found.probabilities[BLUE]
    taken = belief(claim("control_gained", BLUE, "05-20"), theatre=war()).on(day("05-20"))
    assert taken.probabilities[BLUE] > found.probabilities[BLUE]


@pytest.mark.parametrize("holder", [RED, BLUE])
def test_a_part_taken_is_less_than_the_whole_taken(holder: str) -> None:
    taker = ENEMY[holder]
    whole = claim("control_gained", taker, "05-20", against=holder)
    part = msgspec.structs.replace(whole, because=("capture.active", "place.part"))
    by_part, by_whole = (chances(c, on="05-20", holder=holder) for c in (part, whole))
    assert by_part[taker] < by_whole[taker]
    assert by_part["contested"] > by_whole["contested"]
    assert by_part[holder] > by_whole[holder]


def test_a_gain_told_of_a_stretch_of_the_front_is_not_the_town() -> None:
    sector = msgspec.structs.replace(ANVAR, kind="SECTOR", radius_km=20.0)
    town = chances(claim("control_gained", BLUE, "05-20"), on="05-21")
    near = chances(claim("control_gained", BLUE, "05-20", place=sector), on="05-21")
    assert near[BLUE] < town[BLUE]
    assert near[RED] > town[RED]


@SIDES
def test_a_gain_dated_to_a_span_turns_the_map_within_it(holder: str) -> None:
    told = claim("control_gained", ENEMY[holder], "05-20", until="05-24", against=holder)
    found = belief(told, theatre=war(holder))
    assert found.on(day("05-19")).side == holder
    assert found.on(day("05-24")).side == ENEMY[holder]
    sides = [found.on(day("05-19") + timedelta(i)).probabilities[ENEMY[holder]] for i in range(6)]
    assert sides == sorted(sides)


def test_a_claim_of_before_the_first_lines_does_not_break_the_days() -> None:
    found = belief(claim("control_held", BLUE, "03-01"), theatre=war(RED))
    assert found.history()[0].start <= date(2021, 3, 1)
