"""Copies and repetitions add no weight; independent reports do."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from holdfast.model import Claim

from .make import (
    AGENCY,
    BLUE,
    ENEMY,
    MONITOR,
    RED,
    STAFF,
    belief,
    claim,
    day,
    war,
)

TAKERS = pytest.mark.parametrize("taker", [RED, BLUE])


def papers(one: Claim, count: int) -> list[Claim]:
    """The same claim in so many documents."""
    return [
        msgspec.structs.replace(one, id=f"{one.id}-{i}", document=f"paper{i}") for i in range(count)
    ]


@TAKERS
def test_ten_papers_quoting_one_spokesman_weigh_as_one(taker: str) -> None:
    gain = claim("control_gained", taker, "05-20", by=STAFF[taker])
    one = belief(gain, theatre=war(ENEMY[taker]))
    ten = belief(*papers(gain, 10), theatre=war(ENEMY[taker]))
    for on in ("05-19", "05-20", "06-10"):
        assert ten.on(day(on)).probabilities == one.on(day(on)).probabilities
    assert (ten.on(day("05-20")).origins, ten.on(day("05-20")).reports) == (1, 10)


@TAKERS
def test_copies_of_one_dispatch_weigh_as_one(taker: str) -> None:
    gain = claim("control_gained", taker, "05-20", by=None)
    copied = papers(gain, 4)
    group = {c.document: "paper0" for c in copied}
    one = belief(gain, theatre=war(ENEMY[taker]))
    four = belief(*copied, theatre=war(ENEMY[taker]), copy_of=group)
    assert four.on(day("05-21")).probabilities == one.on(day("05-21")).probabilities
    assert (four.on(day("05-21")).origins, four.on(day("05-21")).reports) == (1, 4)


@TAKERS
def test_a_paper_that_prints_a_dispatch_under_its_own_name_adds_no_weight(taker: str) -> None:
    gain = claim("control_gained", taker, "05-20", by=None)
    copied = papers(gain, 3)
    names = {c.document: f"Paper {c.document}" for c in copied}
    group = dict.fromkeys(names, "paper0")
    found = belief(*copied, theatre=war(ENEMY[taker]), copy_of=group, source_of=names)
    one = belief(copied[0], theatre=war(ENEMY[taker]), source_of=names)
    assert found.on(day("05-21")).probabilities == one.on(day("05-21")).probabilities
    assert (found.on(day("05-21")).origins, found.on(day("05-21")).reports) == (1, 3)


@TAKERS
def test_the_same_words_of_independent_papers_weigh_more_than_copies(taker: str) -> None:
    told = papers(claim("control_gained", taker, "05-20", by=None), 2)
    names = {c.document: f"Paper {c.document}" for c in told}
    apart = belief(*told, theatre=war(ENEMY[taker]), source_of=names).on(day("05-21"))
    group = dict.fromkeys(names, "paper0")
    copied = belief(*told, theatre=war(ENEMY[taker]), copy_of=group).on(day("05-21"))
    assert apart.probabilities[taker] > copied.probabilities[taker]
    assert (apart.origins, copied.origins) == (2, 1)


@TAKERS
def test_each_further_independent_origin_makes_it_surer(taker: str) -> None:
    told = [
        claim("control_gained", taker, "05-20", by=by)
        for by in (STAFF[taker], AGENCY, MONITOR, STAFF[ENEMY[taker]])
    ]
    sure = [
        belief(*told[:n], theatre=war(ENEMY[taker])).on(day("05-20")).probabilities[taker]
        for n in range(1, 5)
    ]
    assert sure == sorted(sure)
    assert len(set(sure)) == 4


def test_boasts_without_end_do_not_outweigh_admission_by_number() -> None:
    boasts = papers(claim("control_held", RED, "05-20", by=STAFF[RED]), 30)
    admitted = claim("withdrawal", RED, "05-20", by=STAFF[RED], id="admitted")
    found = belief(*boasts, admitted, theatre=war(BLUE)).on(date(2021, 5, 21))
    assert found.side == BLUE
