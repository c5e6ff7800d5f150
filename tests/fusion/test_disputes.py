"""Contradictions as objects: who differs from whom, about what."""

from __future__ import annotations

import msgspec
import pytest

from holdfast.fusion import find_disputes
from holdfast.model import Claim, Dispute, Quantity

from .make import AGENCY, ANVAR, BLUE, BRUN, ENEMY, MONITOR, RED, STAFF, claim, denied

HOLDERS = pytest.mark.parametrize("holder", [RED, BLUE])


def sides_of(dispute: Dispute) -> dict[str, set[str]]:
    return {position.position: set(position.claims) for position in dispute.positions}


@HOLDERS
def test_two_holders_on_one_day_are_a_dispute_about_the_outcome(holder: str) -> None:
    mine = claim("control_held", holder, "05-10", by=STAFF[holder])
    theirs = claim("control_held", ENEMY[holder], "05-10", by=STAFF[ENEMY[holder]])
    (dispute,) = find_disputes([mine, theirs])
    assert dispute.kind == "outcome"
    assert dispute.place is not None
    assert dispute.place.name == "Anvar"
    assert sides_of(dispute) == {
        f"held by {holder}": {mine.id},
        f"held by {ENEMY[holder]}": {theirs.id},
    }
    assert str(dispute.start) == str(dispute.end) == "2021-05-10"


def test_claims_that_agree_are_no_dispute() -> None:
    told = [claim("control_gained", BLUE, "05-10", by=by) for by in (AGENCY, STAFF[BLUE])]
    told.append(claim("withdrawal", RED, "05-10", by=STAFF[RED]))
    assert find_disputes(told) == []


def test_a_gain_weeks_after_the_others_holding_is_no_dispute() -> None:
    assert (
        find_disputes([claim("control_held", RED, "05-10"), claim("control_gained", BLUE, "05-30")])
        == []
    )


def test_two_places_are_not_in_dispute_with_each_other() -> None:
    assert (
        find_disputes(
            [claim("control_held", RED, "05-10"), claim("control_held", BLUE, "05-10", place=BRUN)]
        )
        == []
    )


@pytest.mark.parametrize("realis", ["planned", "predicted", "wanted", "hypothetical", "historical"])
def test_hopes_and_history_dispute_nothing(realis: str) -> None:
    hoped = claim("control_held", BLUE, "05-10", realis=realis, by=STAFF[BLUE])
    assert find_disputes([claim("control_held", RED, "05-10"), hoped]) == []


@HOLDERS
def test_a_denial_disputes_that_it_happened(holder: str) -> None:
    told = claim("control_gained", ENEMY[holder], "05-10", by=STAFF[ENEMY[holder]])
    no = denied(claim("control_gained", ENEMY[holder], "05-11", by=STAFF[holder]))
    (dispute,) = [d for d in find_disputes([told, no]) if d.kind == "existence"]
    assert sides_of(dispute) == {"it happened": {told.id}, "it did not": {no.id}}


def test_a_denial_of_something_long_ago_is_no_dispute_with_today() -> None:
    no = denied(claim("withdrawal", RED, "05-01", by=STAFF[RED]))
    assert find_disputes([no, claim("withdrawal", RED, "06-20")]) == []


@HOLDERS
@pytest.mark.parametrize("word", ["regrouping", "redeployment", "goodwill gesture"])
def test_one_move_under_two_names_is_a_dispute_about_the_name(holder: str, word: str) -> None:
    soft = claim("withdrawal", holder, "05-10", by=STAFF[holder], framing=word)
    plain = claim("withdrawal", holder, "05-10", by=AGENCY, framing="retreat")
    (dispute,) = [d for d in find_disputes([soft, plain]) if d.kind == "framing"]
    assert sides_of(dispute) == {f"called {word}": {soft.id}, "called retreat": {plain.id}}


@HOLDERS
def test_a_regrouping_is_disputed_by_the_enemys_capture(holder: str) -> None:
    soft = claim("withdrawal", holder, "05-10", by=STAFF[holder], framing="regrouping")
    taken = claim("control_gained", ENEMY[holder], "05-10", by=STAFF[ENEMY[holder]])
    (dispute,) = [d for d in find_disputes([soft, taken]) if d.kind == "framing"]
    assert {id for p in dispute.positions for id in p.claims} == {soft.id, taken.id}


def test_a_retreat_that_all_call_a_retreat_is_no_dispute() -> None:
    told = [claim("withdrawal", RED, "05-10", by=by, framing="retreat") for by in (AGENCY, MONITOR)]
    assert find_disputes(told) == []


def test_the_other_sides_retreat_elsewhere_is_no_name_for_this_one() -> None:
    soft = claim("withdrawal", RED, "05-10", framing="regrouping")
    plain = claim("withdrawal", RED, "05-10", framing="retreat", place=BRUN)
    theirs = claim("withdrawal", BLUE, "05-10", framing="flee")
    assert [d.kind for d in find_disputes([soft, plain, theirs]) if d.kind == "framing"] == []


def count(value: float, *, document: str, unit: str = "killed", **more: object) -> Claim:
    """So many killed in Anvar on 10 May, by one document."""
    told = claim("casualties", RED, "05-10", document=document, id=f"c-{document}")
    counted = Quantity(f"{value:g} {unit}", value, unit)  # type: ignore[arg-type]
    return msgspec.structs.replace(told, quantity=counted, **more)


def test_counts_far_apart_are_a_dispute_about_a_number() -> None:
    (dispute,) = find_disputes([count(4, document="a"), count(40, document="b")])
    assert dispute.kind == "number"
    assert set(sides_of(dispute)) == {"4 killed", "40 killed"}


@pytest.mark.parametrize(
    "other",
    [
        count(45, document="b"),
        count(4, document="b", side=BLUE),
        count(4, document="b", place=BRUN),
        count(4, document="b", unit="wounded"),
        count(4, document="b", realis="predicted"),
        count(4, document="a"),
    ],
    ids=["near", "other side", "other place", "other unit", "forecast", "same report"],
)
def test_counts_of_different_things_are_no_dispute(other: Claim) -> None:
    assert find_disputes([count(40, document="a"), other]) == []


def test_disputes_cite_claims_that_were_told_and_have_stable_ids() -> None:
    told = [
        claim("control_held", RED, "05-10", by=STAFF[RED]),
        claim("control_held", BLUE, "05-10", by=STAFF[BLUE], place=ANVAR),
        denied(claim("control_held", RED, "05-10", by=MONITOR)),
    ]
    found = find_disputes(told)
    assert {d.kind for d in found} == {"outcome", "existence"}
    assert {id for d in found for p in d.positions for id in p.claims} <= {c.id for c in told}
    assert [d.id for d in found] == [d.id for d in find_disputes(told[::-1])]
