"""Claims of the calendar's first and last days are weighed like others."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from holdfast.model import TimeRange

from .make import BLUE, ENEMY, RED, belief, claim, war

KINDS = ["control_gained", "control_lost", "control_held", "advance", "withdrawal", "armed_clash"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("day", [date.min, date.max], ids=["first", "last"])
@pytest.mark.parametrize("polarity", ["+", "-"])
def test_a_claim_of_the_first_or_last_day_of_all_is_no_error(
    kind: str, day: date, polarity: str
) -> None:
    one = msgspec.structs.replace(
        claim(kind, BLUE, "05-10", against=ENEMY[BLUE]), time=TimeRange(day, day), polarity=polarity
    )
    for theatre in (None, war(RED)):
        found = belief(one, theatre=theatre)
        assert found.first_day <= found.last_day
        assert sum(found.on(day).probabilities.values()) == pytest.approx(1.0, abs=3e-4)


@pytest.mark.parametrize("left", range(3))
def test_a_history_of_the_last_days_of_all_ends_with_them(left: int) -> None:
    last = date.max - timedelta(left)
    one = msgspec.structs.replace(
        claim("control_gained", BLUE, "05-10"), time=TimeRange(last, last)
    )
    spans = belief(one).history(until=date.max)
    assert spans[-1].end == date.max


@pytest.mark.parametrize("more", range(2))
def test_a_history_of_the_first_days_of_all_begins_with_them(more: int) -> None:
    first = date.min + timedelta(more)
    one = msgspec.structs.replace(
        claim("control_gained", BLUE, "05-10"), time=TimeRange(first, first)
    )
    assert belief(one).history()[0].start == date.min
