"""Origins: who is behind a claim, through however many papers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.links import Origin, find_origins
from holdfast.model import Claim, Place, Quote, Speaker, TimeRange

ANVAR = Place("Anvar", "Anvar", "p:anvar")
BRUN = Place("Brun", "Brun", "p:brun")
STAFF = Speaker("the army's staff", "Army staff", "ARMY", "military")
FRONT = Speaker("the front's council", "Council of the Front", "FRONT", "armed_group")
SOURCES = Speaker("sources", "sources", None, "unnamed")


def said(
    id: str, document: str, *, day: int = 10, by: Speaker | None = None, place: Place = ANVAR,
    kind: str = "control_gained", polarity: str = "+",
) -> Claim:  # fmt: skip
    when = date(2021, 5, 1) + timedelta(day - 1)
    return Claim(
        id=id, document=document, kind=kind, side="ARMY", place=place, polarity=polarity,  # type: ignore[arg-type]
        time=TimeRange(when, when), speakers=(by,) if by else (), evidence=Quote(0, 5, "Anvar"),
    )  # fmt: skip


def groups(origins: list[Origin]) -> set[frozenset[str]]:
    return {frozenset(origin.claims) for origin in origins}


def test_ten_papers_that_quote_one_spokesman_are_one_origin() -> None:
    claims = [said(f"c{i}", f"paper{i}", by=STAFF) for i in range(10)]
    (origin,) = find_origins(claims, {}, {f"paper{i}": f"Paper {i}" for i in range(10)})
    assert origin.label == "Army staff"
    assert sorted(origin.claims) == sorted(c.id for c in claims)


def test_two_spokesmen_in_one_paper_are_two_origins() -> None:
    claims = [said("c1", "paper", by=STAFF), said("c2", "paper", by=FRONT)]
    assert len(find_origins(claims, {}, {"paper": "Paper"})) == 2


def test_two_papers_of_their_own_are_two_origins() -> None:
    claims = [said("c1", "a"), said("c2", "b")]
    origins = find_origins(claims, {}, {"a": "Harbour Post", "b": "Nile Mail"})
    assert {o.label for o in origins} == {"Harbour Post", "Nile Mail"}
    assert len(origins) == 2


def test_two_articles_of_one_outlet_are_one_origin() -> None:
    claims = [said("c1", "a"), said("c2", "b", day=11)]
    assert len(find_origins(claims, {}, {"a": "Harbour Post", "b": "harbour post"})) == 1


def test_near_copies_are_one_origin() -> None:
    claims = [said(f"c{i}", id) for i, id in enumerate(("dispatch", "reprint", "second"))]
    copy_of = dict.fromkeys(("dispatch", "reprint", "second"), "dispatch")
    (origin,) = find_origins(claims, copy_of, {})
    assert len(origin.claims) == 3


def test_unnamed_sources_of_two_papers_are_not_one_person() -> None:
    claims = [said("c1", "a", by=SOURCES), said("c2", "b", by=SOURCES)]
    assert len(find_origins(claims, {}, {"a": "Harbour Post", "b": "Nile Mail"})) == 2


@pytest.mark.parametrize(
    "other",
    [
        said("c2", "b", by=STAFF, place=BRUN),
        said("c2", "b", by=STAFF, polarity="-"),
        said("c2", "b", by=STAFF, kind="armed_clash"),
        said("c2", "b", by=STAFF, day=20),
    ],
    ids=["another place", "a denial", "another kind", "ten days later"],
)
def test_the_same_speaker_saying_something_else_is_another_origin(other: Claim) -> None:
    assert len(find_origins([said("c1", "a", by=STAFF), other], {}, {})) == 2


CLAIMS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c", "d"]),
        st.integers(1, 25),
        st.sampled_from([None, STAFF, FRONT, SOURCES]),
        st.sampled_from([ANVAR, BRUN]),
        st.sampled_from(["control_gained", "control_held", "armed_clash"]),
    ),
    min_size=1,
    max_size=12,
)
COPY_OF = {"a": "a", "b": "a", "c": "c", "d": "d"}
SOURCE_OF = {"c": "Harbour Post", "d": "Nile Mail"}


@given(CLAIMS, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_every_claim_has_one_origin_whatever_the_order(rows: list[tuple], random: object) -> None:  # type: ignore[type-arg]
    claims = [
        said(f"c{i}", document, day=day, by=by, place=place, kind=kind)
        for i, (document, day, by, place, kind) in enumerate(rows)
    ]
    found = find_origins(claims, COPY_OF, SOURCE_OF)
    told = [id for origin in found for id in origin.claims]
    assert sorted(told) == sorted(c.id for c in claims)
    assert len({origin.id for origin in found}) == len(found)
    random.shuffle(claims)  # type: ignore[attr-defined]
    assert find_origins(claims, COPY_OF, SOURCE_OF) == found
