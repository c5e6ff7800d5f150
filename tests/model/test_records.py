"""Records: frozen, and the same after a trip through JSON."""

from __future__ import annotations

import json
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.model import (
    Actor,
    Claim,
    Place,
    Quantity,
    Quote,
    Span,
    Speaker,
    TimeRange,
    distance_km,
)
from holdfast.model.ids import stable_id

CLAIM = Claim(
    id="c1", document="report", kind="control_gained", side="UA",
    actor=Actor("Ukrainian forces", "Ukraine", "UA"), target=Actor("the Russians", "Russia", "RU"),
    place=Place("Izyum city", "Izium", "geonames:707292", 49.21, 37.26, "PPL", 4.0, 0.98),
    time=TimeRange(date(2022, 9, 10), date(2022, 9, 10), "day", "Yesterday", "expression"),
    speakers=(Speaker("the Ukrainian military", "Ukrainian military", "UA", "military"),),
    quantity=Quantity("about 9,000 square kilometres", 9000, "km2", True),
    evidence=Quote(118, 171, "…"), confidence=0.91, because=("capture.active",),
)  # fmt: skip


def test_claim_prints_the_names_of_the_design_and_reads_them_back() -> None:
    printed = msgspec.json.encode(CLAIM)
    plain = json.loads(printed)
    assert plain["time"]["from"] == "expression"
    assert plain["time"]["start"] == "2022-09-10"
    assert plain["evidence"] == {"start": 118, "end": 171, "text": "…"}
    assert plain["speakers"][0]["kind"] == "military"
    assert set(plain) == {
        "id", "document", "language", "kind", "side", "actor", "target", "place", "time",
        "polarity", "certainty", "realis", "speakers", "quantity", "framing", "evidence",
        "confidence", "because",
    }  # fmt: skip
    assert msgspec.json.decode(printed, type=Claim) == CLAIM


def test_records_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        CLAIM.side = "RU"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("kind", "realis", "moves"),
    [
        ("control_gained", "actual", True), ("armed_clash", "ongoing", True),
        ("control_gained", "predicted", False), ("control_gained", "historical", False),
        ("casualties", "actual", False), ("statement", "actual", False),
    ],
)  # fmt: skip
def test_only_told_events_of_control_move_the_map(kind: str, realis: str, moves: bool) -> None:
    claim = msgspec.structs.replace(CLAIM, kind=kind, realis=realis)  # type: ignore[arg-type]
    assert claim.moves_map is moves


PARTS = st.lists(st.text(st.characters(exclude_characters="\x1f")), min_size=1, max_size=4)


@given(PARTS, PARTS)
def test_ids_tell_different_parts_apart_and_equal_ones_together(a: list[str], b: list[str]) -> None:
    assert (stable_id("c", *a) == stable_id("c", *b)) == (a == b)


def test_spans_overlap_only_where_they_share_a_character() -> None:
    assert Span(0, 5).overlaps(Span(4, 9))
    assert not Span(0, 5).overlaps(Span(5, 9))
    assert Span(0, 9).contains(Span(2, 9))


def test_distance_between_two_known_towns() -> None:
    assert distance_km(49.21, 37.26, 49.71, 37.61) == pytest.approx(61, abs=1)
