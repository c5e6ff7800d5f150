"""Which place a question means, in any spelling; a place nobody knows is said to be so."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.model.errors import PlaceUnknown
from holdfast.workspace import Questions

DAY = date(2022, 9, 12)


@pytest.mark.parametrize("name", ["Izium", "izium", "IZIUM", "Izyum", "Ізюм"])
def test_one_place_in_many_spellings(questions: Questions, name: str) -> None:
    asked = questions.ask(name, DAY)
    assert asked.place.country == "UA"
    assert asked.place == questions.ask("Izium", DAY).place
    assert asked.reports > 0


def test_a_place_is_found_by_its_id(questions: Questions) -> None:
    by_name = questions.ask("Wad Madani", date(2023, 12, 20))
    assert questions.ask(by_name.place.id, date(2023, 12, 20)) == by_name


def test_a_place_is_found_by_the_words_of_the_reports(questions: Questions) -> None:
    assert any(
        c.place is not None and c.place.written == "Singa"
        for c in questions.ask("Singa", date(2024, 11, 24)).claims
    )


def test_a_known_town_that_no_report_names_is_unknown_not_missing(questions: Questions) -> None:
    answer = questions.ask("Odesa", DAY)
    assert (answer.state, answer.side) == ("unknown", None)
    assert answer.place.country == "UA"
    assert answer.claims == ()
    assert answer.newest_evidence is None


def test_a_misspelt_name_brings_the_nearest_ones(questions: Questions) -> None:
    with pytest.raises(PlaceUnknown, match="Avdiivka") as refused:
        questions.ask("Avdivkaa", DAY)
    assert "'Avdivkaa'" in str(refused.value)


def test_a_name_like_no_other_is_refused_by_name_without_a_guess(questions: Questions) -> None:
    with pytest.raises(PlaceUnknown, match="Qwxzzy") as refused:
        questions.ask("Qwxzzy", DAY)
    assert "did you mean" not in str(refused.value)
