"""Whose word counts how much: the same for every side."""

from __future__ import annotations

import msgspec
import pytest

from .make import (
    AGENCY,
    BLUE,
    ENEMY,
    MONITOR,
    RED,
    SOURCES,
    STAFF,
    belief,
    chances,
    claim,
    day,
    denied,
    war,
)

TAKERS = pytest.mark.parametrize("taker", [RED, BLUE])


@TAKERS
def test_an_admission_counts_more_than_a_neutral_word_and_that_more_than_a_boast(
    taker: str,
) -> None:
    loser = ENEMY[taker]
    believed = [
        chances(
            claim("control_gained", taker, "05-20", against=loser, by=by), on="05-21", holder=loser
        )[taker]
        for by in (STAFF[loser], AGENCY, STAFF[taker])
    ]
    assert believed == sorted(believed, reverse=True)
    assert len(set(believed)) == 3


@TAKERS
def test_the_losers_word_for_its_own_retreat_outweighs_the_takers_for_its_gain(taker: str) -> None:
    loser = ENEMY[taker]
    admitted = claim("withdrawal", loser, "05-20", by=STAFF[loser])
    boasted = claim("control_gained", taker, "05-20", by=STAFF[taker])
    assert (
        chances(admitted, on="05-21", holder=loser)[taker]
        > chances(boasted, on="05-21", holder=loser)[taker]
    )


@TAKERS
def test_holding_on_said_by_oneself_counts_less_than_said_by_others(taker: str) -> None:
    own, other = (
        chances(claim("control_held", taker, "05-20", by=by), on="05-20", holder=ENEMY[taker])
        for by in (STAFF[taker], MONITOR)
    )
    assert own[taker] < other[taker]


def test_the_surer_it_is_told_the_more_it_counts() -> None:
    believed = [
        chances(claim("control_gained", BLUE, "05-20", certainty=certainty), on="05-21")[BLUE]
        for certainty in ("certain", "probable", "possible")
    ]
    nothing = chances(claim("control_held", RED, "05-10", realis="planned"), on="05-21")[BLUE]
    assert believed == sorted(believed, reverse=True)
    assert len(set(believed)) == 3
    assert believed[-1] > nothing


def test_a_hedged_gain_alone_does_not_take_the_town_from_its_holder() -> None:
    found = belief(claim("control_gained", BLUE, "05-20", certainty="possible"), theatre=war())
    assert found.on(day("05-20")).side != BLUE


def test_the_surer_it_was_read_the_more_it_counts() -> None:
    believed = [
        chances(claim("control_gained", BLUE, "05-20", confidence=confidence), on="05-21")[BLUE]
        for confidence in (0.3, 0.6, 0.9)
    ]
    assert believed == sorted(believed)
    assert len(set(believed)) == 3


def test_unnamed_sources_count_less_than_a_named_agency() -> None:
    gain = claim("control_gained", BLUE, "05-20", by=SOURCES)
    named = msgspec.structs.replace(gain, speakers=(AGENCY,))
    assert chances(gain, on="05-21")[BLUE] < chances(named, on="05-21")[BLUE]


def test_the_last_speaker_of_the_chain_answers_for_the_words() -> None:
    gain = claim("control_gained", BLUE, "05-20", by=STAFF[BLUE])
    relayed = msgspec.structs.replace(gain, speakers=(AGENCY, STAFF[BLUE]))
    assert chances(relayed, on="05-21") == chances(gain, on="05-21")


@TAKERS
def test_a_paper_minded_to_a_side_counts_like_one_of_its_own(taker: str) -> None:
    gain = claim("control_gained", taker, "05-20", by=None, document="page", against=ENEMY[taker])
    said = {
        leaning: belief(
            gain, theatre=war(ENEMY[taker]), leaning_of={"page": leaning}
        ).on(day("05-21")).probabilities[taker]
        for leaning in (taker, None, ENEMY[taker])
    }  # fmt: skip
    assert said[taker] < said[None] < said[ENEMY[taker]]


@TAKERS
def test_a_denied_gain_speaks_against_the_taker(taker: str) -> None:
    told = claim("control_gained", taker, "05-20", against=ENEMY[taker])
    no = denied(claim("control_gained", taker, "05-20", by=MONITOR, against=ENEMY[taker]))
    undenied = chances(told, on="05-21", holder=ENEMY[taker])[taker]
    assert chances(told, no, on="05-21", holder=ENEMY[taker])[taker] < undenied
    alone = belief(no, theatre=war(ENEMY[taker])).on(day("05-21"))
    assert (alone.state, alone.side) == ("held", ENEMY[taker])


@TAKERS
def test_a_denied_retreat_speaks_for_who_was_there(taker: str) -> None:
    loser = ENEMY[taker]
    told = claim("withdrawal", loser, "05-20")
    no = denied(claim("withdrawal", loser, "05-20", by=MONITOR))
    assert (
        chances(told, no, on="05-21", holder=loser)[loser]
        > chances(told, on="05-21", holder=loser)[loser]
    )


def test_a_side_that_denies_its_own_gain_is_believed_more_than_the_enemy_denying_it() -> None:
    own, enemy = (
        chances(
            claim("control_held", RED, "05-10"),
            denied(claim("control_gained", BLUE, "05-20", by=STAFF[by], against=RED)), on="05-21",
        )[BLUE]
        for by in (BLUE, RED)
    )  # fmt: skip
    assert own < enemy
