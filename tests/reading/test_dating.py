"""On which day a text was written: by its own words, with reasons, against the page's date."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Read
from holdfast.model import Document, TimeRange
from holdfast.reading import Reader

DAY_200 = "On the 200th day of the war, Ukrainian forces captured Kupiansk."
TWICE_DATED = (
    "On Saturday, September 10, Ukrainian forces captured Kupiansk. "
    "On the 200th day of the war they stood at the gates of Izium."
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (DAY_200, date(2022, 9, 11)),
        ("September 11, 2022\n\nUkrainian forces captured Kupiansk yesterday.", date(2022, 9, 11)),
        ("KYIV, Sept 11, 2022 (Agency) - Ukrainian forces captured Kupiansk on Saturday.",
         date(2022, 9, 11)),
        (TWICE_DATED, date(2022, 9, 11)),
    ],
)  # fmt: skip
def test_a_text_is_dated_by_its_own_words(read: Read, text: str, day: date) -> None:
    dating = read(text, on=None).dating
    assert dating.time.contains(day)
    assert dating.time.days is not None
    assert dating.time.days <= 3
    assert dating.evidence
    assert 0 < dating.confidence < 1


def test_the_reason_quotes_the_words_and_says_what_they_mean(read: Read) -> None:
    (reason,) = read(DAY_200, on=None).dating.evidence
    assert "200th day" in reason
    assert "2022-09-11" in reason


def test_a_page_that_nothing_speaks_against_is_believed(read: Read) -> None:
    dating = read("Ukrainian forces captured Kupiansk yesterday.", on="2022-09-11").dating
    assert dating.time.start == dating.time.end == date(2022, 9, 11)
    assert dating.evidence == ("published 2022-09-11",)
    assert not dating.overruled


def test_a_page_stamped_long_after_is_overruled_by_the_text(read: Read) -> None:
    reading = read(TWICE_DATED, on="2024-05-01")
    assert reading.dating.overruled
    assert reading.dating.time.contains(date(2022, 9, 11))
    assert any(
        "2024-05-01" in reason and "overruled" in reason for reason in reading.dating.evidence
    )
    taken = next(c for c in reading.claims if c.kind == "control_gained")
    assert taken.time is not None
    assert taken.time.start == date(2022, 9, 10)


def test_a_page_that_agrees_makes_the_text_surer(read: Read) -> None:
    alone, agreed = read(DAY_200, on=None).dating, read(DAY_200, on="2022-09-11").dating
    assert agreed.confidence > alone.confidence
    assert len(agreed.evidence) > len(alone.evidence)
    assert not agreed.overruled


def test_the_day_in_an_address_is_a_reason(readers: dict[str, Reader]) -> None:
    document = Document(
        id="d", text="Ukrainian forces captured Kupiansk yesterday.",
        url="https://paper.example/2022/09/11/kupiansk.html",
    )  # fmt: skip
    (reading,) = readers["ru-ua"].read([document])
    assert reading.dating.time.contains(date(2022, 9, 11))
    (claim,) = reading.claims
    assert claim.time is not None
    assert claim.time.contains(date(2022, 9, 10))


def test_days_are_kept_as_days_of_the_calendar(read: Read) -> None:
    time = read("M23 rebels captured Goma.", theatre="none", on="2024-02-29").dating.time
    assert time == TimeRange(date(2024, 2, 29), date(2024, 2, 29), "day", time.written, time.from_)


@pytest.mark.parametrize("on", ["2024-05-01", "2022-12-20", "2022-01-20", "2022-09-18"])
@pytest.mark.parametrize(
    "dateline", ["KYIV, Sept 11, 2022 (Agency) -", "Lviv, Ukraine, September 11, 2022 -"]
)
def test_a_dateline_overrules_the_page(read: Read, dateline: str, on: str) -> None:
    dating = read(f"{dateline} Ukrainian forces captured Kupiansk.", on=on).dating
    assert dating.time.start == dating.time.end == date(2022, 9, 11)
    assert dating.overruled
    assert any("dateline" in reason for reason in dating.evidence)


def test_a_page_stamped_the_day_after_its_dateline_is_not_overruled(read: Read) -> None:
    text = "KYIV, Sept 11, 2022 (Agency) - Ukrainian forces captured Kupiansk."
    dating = read(text, on="2022-09-12").dating
    assert dating.time.contains(date(2022, 9, 11))
    assert not dating.overruled
