"""What the five reports say together."""

from __future__ import annotations

from datetime import date

from holdfast.workspace import Questions

DAY = date(2022, 9, 11)


def test_izium_is_ukraines_by_many_words_from_both_sides(questions: Questions) -> None:
    answer = questions.ask("Izium", DAY)
    assert (answer.state, answer.side) == ("held", "UA")
    assert answer.probabilities["UA"] > 0.9
    assert answer.origins >= 3
    speaking = {s.side for c in answer.claims for s in c.speakers}
    assert {"UA", "RU"} <= speaking
    assert len({c.document for c in answer.claims}) >= 3


def test_lyman_does_not_turn_on_hedged_words(questions: Questions) -> None:
    answer = questions.ask("Lyman", DAY)
    assert answer.side != "UA"
    assert answer.state in {"held", "contested"}
    assert any(c.certainty == "possible" for c in answer.claims)


def test_kupiansk_is_changing(questions: Questions) -> None:
    answer = questions.ask("Kupiansk", date(2022, 9, 10))
    assert answer.state == "contested" or answer.change is not None


def test_retreat_or_regrouping_is_a_dispute(questions: Questions) -> None:
    framings = [
        " | ".join(p.position for p in d.positions)
        for d in questions.disputes
        if d.kind == "framing"
    ]
    assert any("regrouping" in f and "retreat" in f for f in framings)


def test_kursk_region_is_held_in_part(questions: Questions) -> None:
    answer = questions.ask("Kursk region", date(2024, 8, 15))
    assert answer.state == "contested"
    assert [(e.side, e.quantity.value) for e in answer.extents] == [("UA", 260)]


def test_reasons_account_for_the_answer(questions: Questions) -> None:
    answer = questions.ask("Izium", DAY)
    cited = {c.id for c in (*answer.claims, *answer.cited)}
    assert answer.reasons
    assert {r.claim for r in answer.reasons if r.claim is not None} <= cited
