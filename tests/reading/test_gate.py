"""Which blocks of a long text are parsed: those near a word of arms, all of a text full of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.language.blocks import Block, split_blocks
from holdfast.model import Document
from holdfast.reading import Reader
from holdfast.reading.gate import BEFORE, BEHIND, SHORT, passing

PEACE = (
    "The bakery by the old bridge opens at six, and its rye loaves are gone before the school bell "
    "rings across the square.",
    "A choir of forty voices sang for two hours in the town hall, and nobody wanted to go home when "
    "the last candle was out.",
    "The museum shows maps of rivers, drawn by a teacher who walked along every one of them with a "
    "notebook and a dog.",
)
WAR = "Rebels and soldiers of the army fought for the garrison with rockets, tanks and artillery."
ARMS = "The rebels entered Goma on Monday."
LINES = st.lists(st.sampled_from([*PEACE, WAR, ARMS, "Sport", "1,204"]), max_size=24)


def blocks_of(text: str) -> tuple[Document, list[Block]]:
    document = Document(id="d", text=text)
    return document, split_blocks(document)


def passed(text: str) -> list[str]:
    document, blocks = blocks_of(text)
    return [text[b.span.start : b.span.end] for b in passing(document, blocks)]


def quiet(count: int) -> list[str]:
    return [PEACE[i % len(PEACE)] for i in range(count)]


@given(lines=LINES)
@settings(max_examples=60, deadline=None)
def test_what_passes_is_some_of_the_blocks_in_order(lines: list[str]) -> None:
    document, blocks = blocks_of("\n\n".join(lines))
    rest = iter(blocks)
    assert all(block in rest for block in passing(document, blocks))


@given(lines=LINES)
@settings(max_examples=60, deadline=None)
def test_a_short_text_passes_whole(lines: list[str]) -> None:
    document, blocks = blocks_of("\n\n".join(lines)[: SHORT - 1])
    assert passing(document, blocks) == blocks


@given(lines=LINES)
@settings(max_examples=60, deadline=None)
def test_a_block_with_a_word_of_arms_always_passes(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    assert passed(text).count(ARMS) == lines.count(ARMS)
    assert passed(text).count(WAR) == lines.count(WAR)


def test_a_long_text_without_a_word_of_arms_does_not_pass() -> None:
    assert passed("\n\n".join(quiet(12))) == []


def test_a_text_of_war_throughout_passes_whole() -> None:
    lines = [*quiet(4), WAR, *quiet(4)]
    assert passed("\n\n".join(lines)) == lines


def test_arms_in_passing_let_their_neighbours_pass_and_no_more() -> None:
    lines = [*quiet(15), ARMS, *quiet(15)]
    assert passed("\n\n".join(lines)) == lines[15 - BEFORE : 15 + BEHIND + 1]


def test_a_groups_name_is_a_word_of_arms() -> None:
    lines = [*quiet(15), "M23 entered Goma on Monday.", *quiet(15)]
    assert lines[15] in passed("\n\n".join(lines))


def test_an_empty_text_has_nothing_to_pass() -> None:
    assert passed("") == []


def test_a_long_text_on_other_matters_is_silent_and_says_why(readers: dict[str, Reader]) -> None:
    (reading,) = readers["none"].read([Document(id="d", text="\n\n".join(quiet(12)))])
    assert reading.claims == ()
    assert reading.sentences == 0
    assert reading.unread == "tells of no armed conflict"


def test_without_the_gate_every_passage_is_parsed(readers: dict[str, Reader]) -> None:
    lines = [*quiet(15), ARMS, *quiet(15)]
    document = Document(id="d", text="\n\n".join(lines))
    gazetteer = readers["none"].gazetteer
    (gated,) = Reader(gazetteer=gazetteer).read([document])
    (whole,) = Reader(gazetteer=gazetteer, gated=False).read([document])
    assert gated.sentences == BEFORE + 1 + BEHIND
    assert whole.sentences == len(lines)


def test_what_the_gate_lets_pass_keeps_its_offsets(readers: dict[str, Reader]) -> None:
    lines = [*quiet(15), f"{ARMS} The army had left the town.", *quiet(15)]
    text = "\n\n".join(lines)
    (reading,) = readers["none"].read([Document(id="d", text=text)])
    assert reading.claims
    for claim in reading.claims:
        quote = claim.evidence
        assert text[quote.start : quote.end] == quote.text
        assert quote.text in lines[15]
