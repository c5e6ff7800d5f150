"""Which day a thing happened, from the words that say so and the day they were written."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Read
from holdfast.model import TimeRange


def time_of(read: Read, text: str, **more: str | None) -> TimeRange:
    """The time of the text's first claim."""
    time = read(text, **more).claims[0].time
    assert time is not None
    return time


#: Said on Sunday, 11 September 2022, the 200th day of the war in Ukraine.
SEPTEMBER = [
    ("on Saturday", "2022-09-10", "2022-09-10"),
    ("on Thursday", "2022-09-08", "2022-09-08"),
    ("last Thursday", "2022-09-08", "2022-09-08"),
    ("on Friday night", "2022-09-09", "2022-09-09"),
    ("yesterday", "2022-09-10", "2022-09-10"),
    ("today", "2022-09-11", "2022-09-11"),
    ("this morning", "2022-09-11", "2022-09-11"),
    ("over the weekend", "2022-09-10", "2022-09-11"),
    ("three days ago", "2022-09-08", "2022-09-08"),
    ("last week", "2022-08-29", "2022-09-04"),
    ("last month", "2022-08-01", "2022-08-31"),
    ("on September 9", "2022-09-09", "2022-09-09"),
    ("on 9 September 2022", "2022-09-09", "2022-09-09"),
    ("on Sept. 9, 2022", "2022-09-09", "2022-09-09"),
    ("in July", "2022-07-01", "2022-07-31"),
    ("in March 2022", "2022-03-01", "2022-03-31"),
    ("in the spring", "2022-03-01", "2022-05-31"),
    ("on the 198th day of the war", "2022-09-09", "2022-09-09"),
    ("on day 198 of the invasion", "2022-09-09", "2022-09-09"),
    ("on the third day of the war", "2022-02-26", "2022-02-26"),
    ("on the first day of the invasion", "2022-02-24", "2022-02-24"),
    ("on the evening of August 20", "2022-08-20", "2022-08-20"),
    ("on August 20 last year", "2021-08-20", "2021-08-20"),
    ("on 20 May this year", "2022-05-20", "2022-05-20"),
    ("in May last year", "2021-05-01", "2021-05-31"),
    ("last fall", "2021-09-01", "2021-11-30"),
    ("in the fall of 2021", "2021-09-01", "2021-11-30"),
    ("last summer", "2022-06-01", "2022-08-31"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "first", "last"), SEPTEMBER)
def test_words_mean_days(read: Read, words: str, first: str, last: str) -> None:
    time = time_of(read, f"Ukrainian forces captured Kupiansk {words}.", on="2022-09-11")
    assert (str(time.start), str(time.end)) == (first, last)
    assert time.from_ == "expression"


def test_an_interval_keeps_its_precision(read: Read) -> None:
    time = time_of(read, "Between 8 and 10 September, Ukrainian forces captured Balakliia.")
    assert (str(time.start), str(time.end)) == ("2022-09-08", "2022-09-10")
    assert time_of(read, "Russian forces captured Lysychansk in July.").precision == "month"
    assert time_of(read, "Russian forces captured Popasna on 7 May.").precision == "day"


@pytest.mark.parametrize(
    ("theatre", "on", "text", "day"),
    [
        ("sudan", "2025-03-27", "The army recaptured the palace in Khartoum last Friday.",
         "2025-03-21"),
        ("sudan", "2025-03-27", "The army recaptured Khartoum on Wednesday.", "2025-03-26"),
        ("none", "2025-01-28", "M23 rebels captured Goma on Monday.", "2025-01-27"),
        ("none", "2021-08-13", "The Taliban captured Kandahar on Thursday.", "2021-08-12"),
        # Across the turn of a year.
        ("ru-ua", "2023-01-02", "Russian forces shelled Kherson on December 31.", "2022-12-31"),
        ("ru-ua", "2023-01-01", "Russian forces shelled Kherson yesterday.", "2022-12-31"),
    ],
)  # fmt: skip
def test_the_nearest_such_day_before_the_text(
    read: Read, theatre: str, on: str, text: str, day: str
) -> None:
    time = time_of(read, text, theatre=theatre, on=on)
    assert (str(time.start), str(time.end)) == (day, day)


def test_the_day_after_is_counted_from_the_day_last_told_of(read: Read) -> None:
    text = "On Sunday, M23 rebels entered Goma. The next day they took the airport."
    entered, took = read(text, theatre="none", on="2025-01-28").claims
    assert entered.time is not None
    assert took.time is not None
    assert (entered.time.start, took.time.start) == (date(2025, 1, 26), date(2025, 1, 27))


def test_without_words_the_past_tense_means_days_up_to_the_text(read: Read) -> None:
    time = time_of(read, "Ukrainian forces captured Kupiansk.", on="2022-09-11")
    assert time.end == date(2022, 9, 11)
    assert time.start is not None
    assert time.start < date(2022, 9, 11)
    assert time.from_ != "expression"


def test_what_is_held_is_held_on_the_day_of_the_text(read: Read) -> None:
    time = time_of(read, "Ukrainian forces hold Bakhmut.", on="2022-12-01")
    assert (time.start, time.end) == (date(2022, 12, 1), date(2022, 12, 1))


def test_a_weekday_in_a_text_that_nothing_dates_stays_open(read: Read) -> None:
    reading = read("Ukrainian forces captured Kupiansk on Saturday.", on=None)
    (claim,) = reading.claims
    assert claim.time is not None
    assert (claim.time.start, claim.time.end, claim.time.precision) == (None, None, "open")
    assert reading.dating.time.start is None
    assert "nothing" in reading.dating.evidence[0]


@pytest.mark.parametrize(
    ("theatre", "text", "day"),
    [
        ("ru-ua", "On the second day of the war, Russian forces shelled Kharkiv.", "2022-02-25"),
        ("ru-ua", "On the 200th day of the war, Russian forces shelled Kharkiv.", "2022-09-11"),
        ("ru-ua", "On day 200 of the special military operation, Russian forces shelled Kharkiv.",
         "2022-09-11"),
        ("sudan", "On the second day of the war, the RSF shelled Khartoum.", "2023-04-16"),
        ("sudan", "On the 200th day of the conflict, the RSF shelled Khartoum.", "2023-10-31"),
    ],
)  # fmt: skip
def test_days_of_the_war_are_counted_from_the_theatres_first(
    read: Read, theatre: str, text: str, day: str
) -> None:
    assert str(time_of(read, text, theatre=theatre, on="2024-01-15").start) == day


def test_without_a_theatre_no_day_is_the_first(read: Read) -> None:
    text = "M23 rebels captured Goma on the 10th day of the war."
    time = time_of(read, text, theatre="none", on="2025-01-28")
    assert time.from_ != "expression"


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv confirmed the fall of Lysychansk to Russian forces.",
        "After the fall of the city, Russian forces captured Lyman.",
        # Nor is the first day of an offensive one of the war.
        "On the first day of the offensive, Ukrainian forces captured Lyman.",
        "On the first day of the year, Ukrainian forces captured Lyman.",
    ],
)
def test_words_that_only_look_like_times_date_nothing(read: Read, text: str) -> None:
    assert time_of(read, text).from_ != "expression"


@pytest.mark.parametrize("modal", ["may", "might", "could"])
def test_what_may_have_happened_lies_behind(read: Read, modal: str) -> None:
    (claim,) = read(f"Russian forces {modal} have captured Bakhmut.", on="2022-09-11").claims
    assert claim.certainty == "possible"
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == (date(2022, 9, 9), date(2022, 9, 11))


def test_since_a_day_reaches_up_to_the_text(read: Read) -> None:
    time = time_of(read, "Russian forces have held Lyman since May 20.", on="2022-09-11")
    assert (time.start, time.end) == (date(2022, 5, 20), date(2022, 9, 11))


def test_each_coordinated_place_has_its_own_day(read: Read) -> None:
    reading = read(
        "Ukrainian forces captured Izium on 10 September 2022 and Lyman on 1 October 2022.",
        on="2022-10-03",
    )
    found = {
        c.place.name: str(c.time.start)
        for c in reading.claims
        if c.place is not None and c.time is not None
    }
    assert found == {"Izium": "2022-09-10", "Lyman": "2022-10-01"}
