"""Reading with the scorer and without: what it adds says so, and the words are the text's own."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Read, told
from holdfast.model import CONTROL_KINDS, Claim, Document, TimeRange
from holdfast.reading import Reader
from holdfast.reading.scorer.weigh import Scorer
from holdfast.theatre import find_theatre

DAY = TimeRange(date(2025, 1, 28), date(2025, 1, 28), "day", "2025-01-28", "metadata")
SENTENCES = [
    "M23 rebels are now masters of Goma.", "Goma belongs to M23.", "The army left Sake on Monday.",
    "Rebel fighters have had the run of Bukavu since Friday.", "It is theirs.", "We hold the town.",
    "Not one soldier of the army is left in Minova.", "The rebels plan to take Uvira.",
    "“Goma is ours,” an M23 spokesman said.", "M23 REBELS IN GOMA", "The region is quiet…",
    "КИЇВ — M23 took Masisi; a ‘strange’ day.", "Nobody knows who holds Qwyzzlebrook.",
]  # fmt: skip
TEXTS = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n", "\n\n", "\r\n"])),
    min_size=1, max_size=7,
).map(lambda parts: "".join(sentence + gap for sentence, gap in parts))  # fmt: skip
#: Told in words that no frame knows.
BEYOND_FRAMES = [
    ("M23 rebels are now masters of Goma.", "M23", "Goma"),
    ("Goma now belongs to the M23 rebels.", "M23", "Goma"),
]


@pytest.fixture(scope="module")
def by_rules(readers: dict[str, Reader]) -> Reader:
    return Reader(rules_only=True, gazetteer=readers["none"].gazetteer)


def claims_of(reader: Reader, text: str) -> tuple[Claim, ...]:
    (reading,) = reader.read([Document(id="d", text=text, published=DAY)])
    return reading.claims


def scored(claim: Claim) -> set[str]:
    return {rule for rule in claim.because if rule.startswith("scorer.")}


@given(text=TEXTS)
@settings(max_examples=25, deadline=None)
def test_evidence_is_the_texts_own_words(
    scorer: Scorer, readers: dict[str, Reader], text: str
) -> None:
    for claim in claims_of(readers["none"], text):
        quote = claim.evidence
        assert quote.text
        assert text[quote.start : quote.end] == quote.text
        assert len(scored(claim)) <= 1
        assert scored(claim) <= {"scorer.read", "scorer.agrees"}
        assert not scored(claim) or claim.kind in CONTROL_KINDS
        assert 0 < claim.confidence <= 1


@given(text=TEXTS)
@settings(max_examples=20, deadline=None)
def test_by_rules_only_no_claim_is_the_scorers(by_rules: Reader, text: str) -> None:
    for claim in claims_of(by_rules, text):
        assert scored(claim) == set()


@given(text=TEXTS)
@settings(max_examples=20, deadline=None)
def test_what_the_rules_did_not_read_says_that_the_scorer_did(
    scorer: Scorer, readers: dict[str, Reader], by_rules: Reader, text: str
) -> None:
    def what(claim: Claim) -> tuple[object, ...]:
        return claim.kind, claim.evidence.start, claim.place.name if claim.place else None

    ruled = {what(c) for c in claims_of(by_rules, text)}
    for claim in claims_of(readers["none"], text):
        if claim.kind in CONTROL_KINDS and what(claim) not in ruled:
            assert "scorer.read" in claim.because, claim.evidence.text


@given(text=TEXTS)
@settings(max_examples=8, deadline=None)
def test_reading_twice_gives_the_same_bytes(
    scorer: Scorer, readers: dict[str, Reader], text: str
) -> None:
    once = readers["none"]
    again = Reader(gazetteer=once.gazetteer, scorer=Scorer())
    first, second, third = (
        msgspec.json.encode(claims_of(reader, text)) for reader in (once, once, again)
    )
    assert first == second == third


@given(text=TEXTS)
@settings(max_examples=20, deadline=None)
def test_words_that_a_claim_was_read_from_are_the_texts(
    readers: dict[str, Reader], text: str
) -> None:
    for claim in claims_of(readers["none"], text):
        for rule in claim.because:
            what, mark, words = rule.partition(":")
            if mark:
                assert what in {"word", "place-word"}
                assert words
                assert all(word in text for word in words.split())


@pytest.mark.parametrize(("text", "side", "place"), BEYOND_FRAMES)
def test_the_scorer_reads_what_no_frame_foresees(
    scorer: Scorer, readers: dict[str, Reader], by_rules: Reader, text: str, side: str, place: str
) -> None:
    assert not any(c.kind in CONTROL_KINDS for c in claims_of(by_rules, text))
    (claim,) = (c for c in claims_of(readers["none"], text) if c.kind in CONTROL_KINDS)
    assert (claim.kind, claim.side) == ("control_held", side)
    assert claim.place is not None
    assert claim.place.name == place
    assert "scorer.read" in claim.because


def test_the_scorer_agrees_with_a_plain_telling(scorer: Scorer, read: Read) -> None:
    reading = read("Ukrainian forces captured Kupiansk from the Russian army.")
    (claim,) = (c for c in reading.claims if c.kind == "control_gained")
    assert claim.side == "UA"
    assert "scorer.agrees" in claim.because
    assert "capture.active" in claim.because


@pytest.mark.parametrize(
    "text",
    [
        "The striker took Madrid by storm, and the visitors held the lead until the last minute.",
        "The champions captured the title in Kupiansk; the home side lost ground before the break.",
    ],
)
def test_a_text_on_football_is_silent(scorer: Scorer, read: Read, text: str) -> None:
    for theatre in ("none", "auto"):
        reading = read(text, theatre=theatre)
        assert reading.claims == ()
        assert reading.unread == "tells of no armed conflict"


def test_football_in_a_land_at_war_moves_no_ground(scorer: Scorer, read: Read) -> None:
    text = "Ukraine beat Russia in Lviv. The visitors held out until the break and then lost."
    assert told(read(text, theatre="ru-ua"), *CONTROL_KINDS) == []


def test_a_reader_may_be_given_a_scorer(scorer: Scorer, readers: dict[str, Reader]) -> None:
    gazetteer = readers["none"].gazetteer
    assert Reader(gazetteer=gazetteer, scorer=scorer).scorer is scorer
    assert Reader(gazetteer=gazetteer).scorer is scorer
    assert Reader(gazetteer=gazetteer, scorer=scorer, rules_only=True).scorer is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ukrainian forces captured Kupiansk.", {"word:captured"}),
        ("Russian forces entered Lyman. Ukrainian forces left the town.", {"place-word:town"}),
        ("Russian troops pulled out of Lyman.", {"word:pulled out"}),
    ],
)
def test_a_claim_says_from_which_words_it_was_read(
    by_rules: Reader, text: str, words: set[str]
) -> None:
    reader = Reader(find_theatre("ru-ua"), rules_only=True, gazetteer=by_rules.gazetteer)
    because = {rule for claim in claims_of(reader, text) for rule in claim.because}
    assert words <= because


def test_a_places_own_name_is_no_word_for_it(read: Read) -> None:
    (claim,) = read("Ukrainian forces captured Kupiansk.").claims
    assert not any(rule.startswith("place-word:") for rule in claim.because)
