"""Answers: who, since when, how sure, and the words behind it."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from holdfast.workspace import Answer, Questions, Workspace

from .reports import CHANGES

TOWNS = pytest.mark.parametrize(("place", "day", "loser", "taker"), CHANGES)


def likeliest(answer: Answer) -> str:
    return max(answer.probabilities, key=lambda state: answer.probabilities[state])


@TOWNS
def test_a_town_is_its_takers_from_the_day_it_was_taken(
    questions: Questions, place: str, day: date, loser: str, taker: str
) -> None:
    before = questions.ask(place, day - timedelta(2))
    after = questions.ask(place, day + timedelta(1))
    assert likeliest(before) == loser
    assert likeliest(after) == taker
    assert after.side in {taker, None}


@pytest.mark.parametrize(("place", "day", "loser", "taker"), CHANGES[:2])
def test_a_held_town_is_held_since_the_day_it_was_taken(
    questions: Questions, place: str, day: date, loser: str, taker: str
) -> None:
    answer = questions.ask(place, day + timedelta(1))
    assert (answer.state, answer.side, answer.since) == ("held", taker, day)


@TOWNS
def test_every_claim_of_an_answer_stands_in_a_stored_text(
    built: Workspace, questions: Questions, place: str, day: date, loser: str, taker: str
) -> None:
    texts = {e.document.id: e.document.text for e in built.ledger.documents()}
    answer = questions.ask(place, day)
    assert answer.claims
    for claim in (*answer.claims, *answer.cited):
        quote = claim.evidence
        assert texts[claim.document][quote.start : quote.end] == quote.text
        assert quote.text.strip()


@TOWNS
def test_every_reason_leads_to_a_claim_that_is_shown(
    questions: Questions, place: str, day: date, loser: str, taker: str
) -> None:
    answer = questions.ask(place, day)
    shown = {claim.id for claim in (*answer.claims, *answer.cited)}
    named = {reason.claim for reason in answer.reasons if reason.what == "claim"}
    assert named
    assert named <= shown


def test_two_papers_are_two_origins_and_both_are_named(questions: Questions) -> None:
    answer = questions.ask("Avdiivka", date(2024, 2, 20))
    assert (answer.state, answer.side) == ("held", "RU")
    assert (answer.origins, answer.reports) == (2, 2)
    assert answer.newest_evidence == date(2024, 2, 17)
    sides = {s.side for c in answer.claims if c.realis == "actual" for s in c.speakers}
    assert sides == {"UA", "RU"}


def test_a_denied_retreat_is_told_as_a_denial(questions: Questions) -> None:
    answer = questions.ask("Lyman", date(2022, 9, 12))
    (no,) = [c for c in answer.claims if c.kind == "withdrawal"]
    assert no.polarity == "-"
    assert no.side == "RU"


def test_claims_long_before_or_after_are_not_shown(questions: Questions) -> None:
    answer = questions.ask("Izium", date(2023, 9, 10))
    assert answer.claims == ()
    assert answer.state == "stale"
    assert answer.newest_evidence == date(2022, 9, 11)


def test_the_last_day_is_the_last_that_a_claim_tells_of(questions: Questions) -> None:
    assert questions.last_day() == date(2024, 11, 23)


def test_a_day_thousands_of_years_away_is_answered(questions: Questions) -> None:
    for day in (date.min, date.max):
        assert questions.ask("Izium", day).state in {"unknown", "stale"}


def test_a_stale_answer_long_after_tells_since_when(questions: Questions) -> None:
    near, far = (questions.ask("Avdiivka", date(year, 9, 1)) for year in (2024, 2026))
    assert near.state == far.state == "stale"
    assert near.side == far.side
    assert near.since == far.since == date(2024, 4, 18)


def test_an_answer_prints_the_names_of_the_design(questions: Questions) -> None:
    plain = msgspec.json.decode(msgspec.json.encode(questions.ask("Izium", date(2022, 9, 12))))
    assert {
        "place", "on", "known_by", "state", "side", "probabilities", "newest_evidence", "origins",
        "reports", "reasons", "claims", "disputes",
    } <= set(plain)  # fmt: skip
    assert {"id", "name", "lat", "lon"} <= set(plain["place"])
    assert {"what", "claim", "weight", "for"} <= set(plain["reasons"][0])
    assert sum(plain["probabilities"].values()) == pytest.approx(1.0, abs=3e-4)


def test_the_same_question_has_the_same_answer(built: Workspace, questions: Questions) -> None:
    again = Questions(*built.evidence())
    for place, day, _, _ in CHANGES:
        assert msgspec.json.encode(again.ask(place, day)) == msgspec.json.encode(
            questions.ask(place, day)
        )
