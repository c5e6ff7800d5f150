"""What becomes of the rules' claims, and what is added, when a network is sure or is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from holdfast.model import CONTROL_KINDS, Kind
from holdfast.reading.parties.party import Party
from holdfast.reading.scorer.decide import Bounds, Judged, bounds, decide
from holdfast.reading.scorer.features import KINDS
from holdfast.reading.scorer.weigh import Chance, Scorer, Weighed

from .conftest import Look, Looked

M23 = Party("M23", "M23", "M23", "party.body")
RWANDA = Party("Rwanda", "Rwanda", "Rwandan troops", "party.adjective")
LIMITS = Bounds(
    drop=dict.fromkeys(CONTROL_KINDS, 0.2), add=dict.fromkeys(CONTROL_KINDS, 0.6), beside=0.8, nobody=1.0, unknown=0.6,
    side_wrong=0.1, side_right=0.7,
)  # fmt: skip
GOMA = "M23 rebels took Goma after a fight with the army."
#: A sentence with a place and a party in which no rule reads control.
UNREAD = "M23 rebels and soldiers had supper in Goma."


def judged(
    looked: Looked, likely: dict[Kind, float], side: Party | None = M23,
    shares: dict[str, float] | None = None,
) -> Judged:  # fmt: skip
    """What is decided where every place's name has these chances, and all else has none."""

    def chances(named: bool) -> dict[Kind, Chance]:
        told = shares or ({side.side: 0.9} if side is not None else {})
        return {k: Chance(k, likely.get(k, 0.0) if named else 0.0, side, told) for k in KINDS}

    weighed = [
        Weighed(a, chances(a.form == "named"), 0.0, 0.0)
        for row in looked.found.anchors
        for a in row
    ]
    return decide(looked.ruled.read, looked.found, weighed, looked.ruled.maker, LIMITS)


def told(made: Judged) -> list[tuple[str, str | None]]:
    return [(c.kind, c.side) for c in made.claims if c.kind in CONTROL_KINDS]


def test_an_unlikely_claim_of_the_rules_is_left_out_and_kept_apart(look: Look) -> None:
    made = judged(look(GOMA), {"control_gained": 0.1})
    assert told(made) == []
    assert [(c.kind, c.side) for c in made.dropped] == [("control_gained", "M23")]


def test_a_likely_claim_of_the_rules_stands_and_says_that_the_scorer_agrees(look: Look) -> None:
    looked = look(GOMA)
    made = judged(looked, {"control_gained": 0.5})
    assert told(made) == [("control_gained", "M23")]
    (claim,) = (c for c in made.claims if c.kind == "control_gained")
    (ruled,) = (c for _, c in looked.ruled.read if c is not None and c.kind == "control_gained")
    assert claim.because == (*ruled.because, "scorer.agrees")
    assert claim.evidence == ruled.evidence
    assert claim.confidence == pytest.approx((ruled.confidence + 0.5) / 2, abs=0.001)
    assert made.dropped == []


def test_what_no_rule_read_is_added_and_says_so(look: Look) -> None:
    made = judged(look(UNREAD), {"control_held": 0.9})
    assert told(made) == [("control_held", "M23")]
    (claim,) = (c for c in made.claims if c.kind == "control_held")
    assert claim.because[0] == "scorer.read"
    assert "scorer.agrees" not in claim.because
    assert claim.place is not None
    assert claim.place.name == "Goma"


def test_what_is_not_sure_enough_is_not_added(look: Look) -> None:
    assert told(judged(look(UNREAD), {"control_held": 0.59})) == []


@pytest.mark.parametrize("kind", ["withdrawal", "control_lost", "control_held", "advance"])
def test_what_is_nobodys_is_not_added(look: Look, kind: Kind) -> None:
    assert told(judged(look("There was supper in Goma. M23 had none."), {kind: 0.9}, None)) == []


def test_of_like_readings_the_likeliest_alone_is_added(look: Look) -> None:
    made = judged(look(UNREAD), {"control_held": 0.7, "control_gained": 0.75, "advance": 0.65})
    assert told(made) == [("control_gained", "M23")]


def test_a_like_reading_that_is_very_sure_stands_beside(look: Look) -> None:
    made = judged(look(UNREAD), {"control_held": 0.85, "control_gained": 0.9})
    assert sorted(told(made)) == [("control_gained", "M23"), ("control_held", "M23")]


def test_a_side_that_the_network_is_sure_of_replaces_the_rules(look: Look) -> None:
    looked = look(GOMA)
    sure = judged(looked, {"control_gained": 0.9}, RWANDA, {"Rwanda": 0.9, "M23": 0.05})
    assert told(sure) == [("control_gained", "Rwanda")]
    unsure = judged(looked, {"control_gained": 0.9}, RWANDA, {"Rwanda": 0.6, "M23": 0.3})
    assert told(unsure) == [("control_gained", "M23")]


def test_kinds_without_a_bound_are_left_to_the_rules(look: Look) -> None:
    text = "M23 rebels shelled Goma. The army and M23 fought in Sake."
    looked = look(text)
    ruled = [c for _, c in looked.ruled.read if c is not None and c.kind not in CONTROL_KINDS]
    made = judged(looked, {"armed_clash": 0.99, "remote_violence": 0.0})
    assert ruled
    assert [c for c in made.claims if c.kind not in CONTROL_KINDS] == ruled


def test_the_shipped_bounds_are_of_control_kinds_and_drop_less_than_they_add() -> None:
    shipped = bounds()
    assert set(shipped.drop) <= set(CONTROL_KINDS)
    assert set(shipped.add) <= set(CONTROL_KINDS)
    assert all(0 < bound < 1 for bound in (*shipped.add.values(), shipped.nobody))
    assert all(0 <= shipped.drop[kind] < shipped.add[kind] for kind in shipped.add)
    assert shipped.side_wrong < shipped.side_right


# -- the shipped network ------------------------------------------------------------------------


@pytest.mark.parametrize("text", [GOMA, UNREAD, "M23 took Goma. The army left it. Sake is calm."])
def test_chances_are_probabilities(weigh: Callable[..., list[Weighed]], text: str) -> None:
    weighed = weigh(text)
    assert weighed
    for each in weighed:
        assert set(each.chances) == set(KINDS)
        assert 0 <= each.denied <= 1
        assert 0 <= each.unsure <= 1
        for kind, chance in each.chances.items():
            assert chance.kind == kind
            assert 0 <= chance.likely <= 1
            assert all(share >= 0 for share in chance.shares.values())
            assert sum(chance.shares.values()) <= 1 + 1e-5
            if chance.side is not None:
                assert chance.shares[chance.side.side] == max(chance.shares.values())


def test_anchors_are_weighed_in_the_order_of_the_text(
    weigh: Callable[..., list[Weighed]], look: Look
) -> None:
    text = "M23 took Goma. " * 3 + "\n\nThe army left Sake. Minova is calm."
    order = [each.anchor.sentence for each in weigh(text)]
    assert order == sorted(order)
    assert len(order) == sum(map(len, look(text).found.anchors))


def test_a_text_without_an_anchor_is_not_weighed(weigh: Callable[..., list[Weighed]]) -> None:
    assert weigh("M23 rebels and the army are at war.") == []


def test_a_plain_capture_is_likelier_than_a_plain_supper(
    weigh: Callable[..., list[Weighed]],
) -> None:
    def likely(text: str) -> float:
        return max(each.chances["control_gained"].likely for each in weigh(text))

    assert likely("M23 rebels captured Goma from the army.") > likely(UNREAD)


def test_the_towns_name_makes_no_difference(weigh: Callable[..., list[Weighed]]) -> None:
    """Places are shown as one piece, so that none is known by its history."""

    def numbers(town: str) -> list[float]:
        weighed = weigh(f"M23 rebels captured {town} from the army.")
        return [c.likely for each in weighed for c in each.chances.values()]

    assert numbers("Goma") == pytest.approx(numbers("Bukavu"), abs=1e-4)


def test_weighing_twice_gives_the_same_numbers(look: Look, scorer: Scorer) -> None:
    looked = look(GOMA)
    once, twice = (scorer.weigh(looked.ruled.prepared, looked.found) for _ in range(2))
    assert once == twice
