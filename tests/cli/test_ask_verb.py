"""`holdfast ask`: an answer with its reasons, as words or as JSON."""

from __future__ import annotations

import json

import pytest

from .conftest import REPORTS, Holdfast


def test_the_answer_has_state_chances_origins_reasons_and_words(
    holdfast: Holdfast, ws: str
) -> None:
    said = holdfast("ask", "Avdiivka", "--on", "2024-02-18", "-w", ws)
    assert said.status == 0
    assert said.out.startswith("Avdiivka on 2024-02-18: held by RU")
    assert "independent origins" in said.out_line
    assert "first lines of 2022-02-24" in said.out_line
    assert "“Ukrainian troops withdrew from Avdiivka”" in said.out_line
    assert "Dnipro Letter" in said.out_line
    assert "an admission" in said.out_line
    assert said.err.strip() == ""


def test_json_is_the_same_answer_as_data(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("ask", "Avdiivka", "--on", "2024-02-18", "--json", "-w", ws)
    (line,) = said.out.splitlines()
    answer = json.loads(line)
    assert answer["place"]["name"] == "Avdiivka"
    assert (answer["on"], answer["known_by"]) == ("2024-02-18", None)
    assert (answer["state"], answer["side"]) == ("held", "RU")
    assert sum(answer["probabilities"].values()) == pytest.approx(1.0, abs=3e-4)
    for claim in answer["claims"]:
        assert claim["evidence"]["text"] in REPORTS[claim["document"]][2]


def test_without_a_day_the_last_one_told_of_is_asked(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("ask", "Singa", "--json", "-w", ws)
    assert json.loads(said.out)["on"].startswith("2024-11-2")


def test_known_by_leaves_out_what_was_written_later(holdfast: Holdfast, ws: str) -> None:
    words = ("ask", "Avdiivka", "--on", "2024-02-18", "-w", ws)
    before = holdfast(*words, "--known-by", "2024-02-17")
    assert "as could be known by 2024-02-17: unknown" in before.out_line
    after = json.loads(holdfast(*words, "--known-by", "2024-02-18", "--json").out)
    assert (after["known_by"], after["side"]) == ("2024-02-18", "RU")


def test_an_unknown_place_is_refused_with_the_nearest_names(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("ask", "Avdivkaa", "-w", ws)
    assert said.status == 1
    assert "error: no place called 'Avdivkaa' is known; did you mean Avdiivka" in said.err_line
    assert said.out == ""


def test_a_town_that_no_report_names_is_unknown(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("ask", "Odesa", "--on", "2022-09-11", "-w", ws)
    assert said.status == 0
    assert "Odesa on 2022-09-11: unknown" in said.out_line
    assert "no evidence yet" in said.out_line


@pytest.mark.parametrize("option", ["--on", "--known-by"])
@pytest.mark.parametrize("written", ["yesterday", "11.09.2022", "2022-13-01", "2022-02-30"])
def test_a_day_that_is_none_is_refused_with_the_right_form(
    holdfast: Holdfast, ws: str, option: str, written: str
) -> None:
    said = holdfast("ask", "Izium", option, written, "-w", ws)
    assert said.status == 2
    assert written in said.err
    assert "2022-09-11" in said.err


def test_before_anything_is_read_the_next_step_is_said(holdfast: Holdfast) -> None:
    holdfast("init", "ws")
    said = holdfast("ask", "Izium", "-w", "ws")
    assert said.status == 1
    assert "add and build" in said.err_line


def test_disputes_about_the_place_are_told_with_the_answer(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("ask", "Izium", "--on", "2022-09-11", "-w", ws)
    assert "Disputed" in said.out
    assert "denied" in said.out_line
