"""Which place a question means, in any spelling; a place nobody knows is said to be so."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.fusion import Evidence
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


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("Isium", "Izium"), ("ISIUM", "Izium"), ("Chuguyiv", "Chuhuiv"), ("Ukrane", "Ukraine")],
)
def test_names_that_no_report_holds_are_suggested_too(
    questions: Questions, asked: str, meant: str
) -> None:
    with pytest.raises(PlaceUnknown, match=rf"did you mean .*{meant}"):
        questions.ask(asked, DAY)


def test_a_place_that_claims_speak_of_is_suggested_first(questions: Questions) -> None:
    with pytest.raises(PlaceUnknown, match="did you mean Lyman, "):
        questions.ask("Lymann", DAY)


def test_no_more_than_three_names_are_suggested(questions: Questions) -> None:
    with pytest.raises(PlaceUnknown) as refused:
        questions.ask("Kharkivv", DAY)
    assert str(refused.value).count(",") == 2


@pytest.mark.parametrize(
    ("id", "name", "kind"),
    [
        ("geonames:698740", "Odesa", "PPL"),
        ("geonames:690791", "Ukraine", "PCLI"),
        ("adm1:RU.41", "Kursk region", "ADM1"),
        ("geonames:1850147", "Tokyo", "PPL"),
    ],
)
def test_an_id_that_no_claim_names_is_answered(
    questions: Questions, id: str, name: str, kind: str
) -> None:
    answer = questions.ask(id, DAY)
    assert (answer.place.name, answer.place.kind) == (name, kind)
    assert answer.state == "unknown"


def test_an_id_that_nobody_has_is_refused(questions: Questions) -> None:
    with pytest.raises(PlaceUnknown, match="geonames:1'"):
        questions.ask("geonames:1", DAY)


def test_without_reports_the_theatres_names_are_suggested() -> None:
    with pytest.raises(PlaceUnknown, match=r"did you mean .*Izium"):
        Questions(Evidence(()), ()).ask("Isium", DAY)


@pytest.mark.parametrize("asked", ["rgn:tigray", "Tigray", "Tigray region"])
def test_a_region_of_the_world_is_found_by_id_and_by_its_names(
    questions: Questions, asked: str
) -> None:
    assert questions.ask(asked, date(2022, 9, 11)).place.id == "rgn:tigray"
