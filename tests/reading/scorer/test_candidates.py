"""Anchors and actors: the words of a text of which something may be asked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.reading.scorer.actors import PRESENT
from holdfast.reading.scorer.anchors import FORMS, Anchor
from holdfast.reading.scorer.candidates import REACH, Candidates
from holdfast.reading.scorer.features import (
    ACTOR_FEATURES,
    ANCHOR_FEATURES,
    KINDS,
    RULED,
    anchor_features,
)
from holdfast.reading.scorer.told import TOLD_FEATURES

from .conftest import Look, Looked

SENTENCES = [
    "M23 rebels took Goma.", "The army left the town.", "It is theirs.", "They hold its airport.",
    "Goma: quiet night.", "Rwandan troops and M23 rebels entered Sake, Minova and Masisi.",
    "“We hold Bukavu,” the army said.", "Nobody knows who holds Qwyzzlebrook.",
    "North Kivu is calm; the region has no more soldiers.", "CODECO attacked Djugu.", "12:30",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(
    lambda chosen: " ".join(["M23 rebels and the army are at war.", *chosen])
)


def forms(looked: Looked) -> dict[str, str]:
    """How each anchor's words mean a place."""
    return {
        looked.words(a.sentence, a.first, a.last): a.form
        for row in looked.found.anchors
        for a in row
    }


def meant(looked: Looked, words: str) -> str | None:
    """The place that some words mean."""
    for row in looked.found.anchors:
        for anchor in row:
            if looked.words(anchor.sentence, anchor.first, anchor.last) == words:
                mention = anchor.site.mention
                assert mention is not None
                return mention.chosen.name if mention.chosen is not None else mention.written
    return None


def sides(looked: Looked) -> dict[str, str]:
    """Whom each actor's words mean."""
    return {
        looked.words(a.sentence, a.first, a.last): a.party.side
        for row in looked.found.actors for a in row
    }  # fmt: skip


def test_named_places_are_anchors(look: Look) -> None:
    looked = look("M23 rebels took Goma and Bukavu.")
    assert forms(looked) == {"Goma": "named", "Bukavu": "named"}


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("M23 rebels entered Goma. The army left the town.", "town", "Goma"),
        ("M23 rebels entered Goma. The army left it.", "it", "Goma"),
        ("M23 rebels entered Goma. The army has nobody there.", "there", "Goma"),
    ],
)
def test_a_word_that_takes_a_place_up_is_an_anchor(
    look: Look, text: str, words: str, place: str
) -> None:
    looked = look(text)
    assert forms(looked)[words] == "taken-up"
    assert meant(looked, words) == place


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Rebels entered Idlib province. The region is theirs.", "region", "Idlib province"),
        (
            "Rebels entered Idlib province. The army has left the region.",
            "region",
            "Idlib province",
        ),
        ("Rebel troops went to Kinshasa. Soldiers guard the capital.", "capital", "Kinshasa"),
    ],
)
def test_the_region_and_the_capital_are_the_ones_last_named(
    look: Look, text: str, words: str, place: str
) -> None:
    looked = look(text)
    assert forms(looked)[words] == "taken-up"
    assert meant(looked, words) == place


def test_a_town_named_last_is_not_the_region(look: Look) -> None:
    looked = look("M23 rebels entered North Kivu. They hold Sake. Soldiers left the region.")
    assert meant(looked, "region") == "North Kivu"


def test_a_capital_of_what_is_no_region_is_no_anchor(look: Look) -> None:
    looked = look("M23 rebels took Goma. A capital idea, the army said of the truce.")
    assert "capital" not in forms(looked)


def test_a_name_that_no_list_knows_is_an_anchor_still(look: Look) -> None:
    assert forms(look("M23 rebels captured Qwyzzlebrook."))["Qwyzzlebrook"] == "unknown"


def test_a_sentence_without_a_word_for_a_place_is_asked_of_the_texts_topic(look: Look) -> None:
    looked = look("M23 rebels entered Goma. The army fled.")
    (anchor,) = looked.found.anchors[1]
    assert anchor.form == "implicit"
    assert looked.words(1, anchor.first, anchor.last) == "fled"
    assert anchor.site.mention is not None
    assert anchor.site.mention.written == "Goma"


def test_the_parties_of_a_sentence_are_its_actors(look: Look) -> None:
    looked = look("M23 rebels took Goma from the FARDC, and Rwandan troops followed them.")
    found = sides(looked)
    assert {"M23", "Rwanda", "Democratic Republic of the Congo"} <= set(found.values())


def test_a_group_that_no_list_knows_is_an_actor_by_its_capitals(look: Look) -> None:
    looked = look("Soldiers of the army and rebels fought for Djugu. MFDC attacked Djugu.")
    assert sides(looked)["MFDC"] == "MFDC"


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("The Russian Defence Ministry said: “Our troops took Lyman.”", "Our", "RU"),
        ("The Ukrainian General Staff said: “Our troops took Lyman.”", "Our", "UA"),
    ],
)
def test_our_troops_are_the_speakers(look: Look, text: str, words: str, side: str) -> None:
    found = sides(look(text, theatre="ru-ua"))
    assert side in {who for shown, who in found.items() if words in shown or "troops" in shown}


def test_parties_of_the_document_are_ranked_by_how_often_they_are_named(look: Look) -> None:
    looked = look("M23 rebels took Goma. M23 fighters hold Sake. Rwandan troops hold Minova.")
    present = looked.found.present
    assert present[0].party.side == "M23"
    assert [a.share for a in present] == sorted((a.share for a in present), reverse=True)
    assert sum(a.share for a in present) == pytest.approx(1)


def named(row: Sequence[Anchor]) -> list[Anchor]:
    """The anchors that are a place's name."""
    return [anchor for anchor in row if anchor.form == "named"]


def check(found: Candidates) -> None:
    keys = [a.key for row in found.anchors for a in row]
    assert len(keys) == len(set(keys)), "one anchor a word"
    for sentence, row, met in zip(found.sentences, found.anchors, found.actors, strict=True):
        seen: set[int] = set()
        for anchor in row:
            assert anchor.sentence == sentence.index
            assert 0 <= anchor.first <= anchor.last < len(sentence.tokens)
            assert 0 <= anchor.governor < len(sentence.tokens)
            assert anchor.form in FORMS
            own = set(range(anchor.first, anchor.last + 1))
            assert not own & seen, "no word is in two anchors"
            seen |= own
        for actor in met:
            assert actor.sentence == sentence.index
            assert 0 <= actor.first <= actor.last < len(sentence.tokens)
            assert actor.party.side
    assert len(found.present) <= PRESENT
    assert all(a.sentence == -1 and 0 < a.share <= 1 for a in found.present)


@given(text=TEXTS)
@settings(max_examples=25, deadline=None)
def test_candidates_stand_in_their_sentences(look: Look, text: str) -> None:
    check(look(text).found)


@given(text=TEXTS)
@settings(max_examples=15, deadline=None)
def test_numbers_are_finite_and_as_many_as_the_network_takes(look: Look, text: str) -> None:
    found = look(text).found
    people = [a for row in found.actors for a in row] + list(found.present)
    for row in found.anchors:
        for anchor in row:
            numbers = anchor_features(anchor, found.sentences[anchor.sentence], found.at(anchor))
            assert numbers.shape == (ANCHOR_FEATURES,)
            assert numbers.dtype == np.float32
            assert np.isfinite(numbers).all()
            assert ((numbers >= 0) & (numbers <= 1)).all()
            for actor in people:
                if actor.sentence >= 0 and abs(actor.sentence - anchor.sentence) > REACH:
                    continue
                standing = found.standing(anchor, actor)
                assert len(standing) == ACTOR_FEATURES
                assert all(0 <= number <= 1 for number in standing)


def test_what_the_rules_read_at_an_anchor_is_among_its_numbers(look: Look) -> None:
    found = look("M23 rebels took Goma. The army lost Sake.").found
    for row, kind in zip(found.anchors, ("control_gained", "control_lost"), strict=True):
        (anchor,) = named(row)
        numbers = anchor_features(anchor, found.sentences[anchor.sentence], found.at(anchor))
        assert numbers[KINDS.index(kind)] > 0
        assert not numbers[[i for i, k in enumerate(KINDS) if k != kind]].any()
        assert numbers[:RULED].any()


def test_who_gains_and_who_loses_in_a_text_is_told(look: Look) -> None:
    found = look("M23 rebels took Goma. The FARDC lost Sake.").found
    (goma,), (sake,) = map(named, found.anchors)
    gains, losses, here_plus, here_minus = found.told.of(goma, "M23")
    assert (gains, losses, here_plus, here_minus) == (1, 0, 1, 0)
    gains, losses, here_plus, here_minus = found.told.of(sake, "Democratic Republic of the Congo")
    assert (gains, losses, here_plus, here_minus) == (0, 1, 0, 1)
    assert found.told.of(goma, "Nobody at all") == [0] * TOLD_FEATURES
