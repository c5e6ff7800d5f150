"""What the encoder is shown: every sentence once, in windows of a bounded length."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.language import parse
from holdfast.model import Document
from holdfast.reading.scorer.pieces import LONGEST, WINDOW, Cutter, Window, windows
from holdfast.reading.scorer.weigh import SHIPPED

START, END = 101, 102


def cut_of(lengths: list[int]) -> list[list[int]]:
    """A sentence whose tokens have so many pieces; no two pieces of it are alike."""
    ends = [sum(lengths[: n + 1]) for n in range(len(lengths))]
    return [list(range(1_000 + e - n, 1_000 + e)) for n, e in zip(lengths, ends, strict=True)]


#: Tokens of a few pieces; a word within a name has none.
SENTENCE = st.lists(st.integers(0, 4), min_size=1, max_size=40).map(cut_of)
LONG = st.integers(60, 110).map(lambda tokens: cut_of([4] * tokens))
CUT = st.lists(st.one_of(SENTENCE, SENTENCE, LONG), max_size=8)
SOME = settings(max_examples=40, deadline=None)


def pack(cut: list[list[list[int]]], blocks: list[int], first: int = 0) -> list[Window]:
    return list(windows(cut, blocks, START, END, first=first))


@st.composite
def with_blocks(draw: st.DrawFn) -> tuple[list[list[list[int]]], list[int]]:
    cut = draw(CUT)
    steps = draw(st.lists(st.booleans(), min_size=len(cut), max_size=len(cut)))
    return cut, [sum(steps[: n + 1]) for n in range(len(cut))]


@SOME
@given(given_=with_blocks(), first=st.integers(0, 5))
def test_every_sentence_is_in_one_window_and_they_come_in_order(
    given_: tuple[list[list[list[int]]], list[int]], first: int
) -> None:
    packed = pack(*given_, first=first)
    numbers = [n for window in packed for n in sorted(window.sentences)]
    assert numbers == list(range(first, first + len(given_[0])))


@SOME
@given(given_=with_blocks())
def test_every_token_has_a_stretch_within_its_window(
    given_: tuple[list[list[list[int]]], list[int]],
) -> None:
    cut, blocks = given_
    packed = pack(cut, blocks)
    tokens = {(n, i) for n, sentence in enumerate(cut) for i in range(len(sentence))}
    assert {key for window in packed for key in window.where} == tokens
    for window in packed:
        assert {n for n, _ in window.where} == set(window.sentences)
        for first, stop in window.where.values():
            assert 0 <= first < stop <= len(window.pieces)


@SOME
@given(given_=with_blocks())
def test_a_stretch_shows_its_own_word(
    given_: tuple[list[list[list[int]]], list[int]],
) -> None:
    cut, blocks = given_
    for window in pack(cut, blocks):
        for n in window.sentences:
            if sum(map(len, cut[n])) > LONGEST:
                continue
            for i, token in enumerate(cut[n]):
                first, stop = window.where[n, i]
                if token:
                    assert window.pieces[first:stop] == token


@SOME
@given(given_=with_blocks())
def test_a_window_is_its_sentences_between_marks(
    given_: tuple[list[list[list[int]]], list[int]],
) -> None:
    cut, blocks = given_
    for window in pack(cut, blocks):
        shown = []
        for n in sorted(window.sentences):
            if n - 1 in window.sentences and blocks[n] != blocks[n - 1]:
                shown.append(END)
            shown += [piece for token in cut[n] for piece in token][:LONGEST]
        assert window.pieces == [START, *shown, END]


@SOME
@given(cut=CUT)
def test_a_window_is_no_longer_than_its_limit_unless_one_sentence_is(
    cut: list[list[list[int]]],
) -> None:
    for window in pack(cut, [0] * len(cut)):
        if len(window.sentences) > 1:
            assert len(window.pieces) <= WINDOW
        assert len(window.pieces) <= LONGEST + 2


@SOME
@given(given_=with_blocks())
def test_no_window_is_empty_and_the_same_cut_packs_alike(
    given_: tuple[list[list[list[int]]], list[int]],
) -> None:
    packed = pack(*given_)
    assert packed == pack(*given_)
    assert all(window.sentences for window in packed)
    # A window is closed only where the next sentence does not fit.
    for here, following in pairwise(packed):
        next_one = given_[0][min(following.sentences)]
        assert len(here.pieces) + min(sum(map(len, next_one)), LONGEST) + 1 > WINDOW


# -- with the shipped vocabulary ----------------------------------------------------------------


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    if not (SHIPPED / "pieces.json").exists():
        pytest.skip("the scorer's files are not part of this installation")
    return Cutter(SHIPPED / "pieces.json")


def test_common_words_are_told_from_rare_ones(cutter: Cutter) -> None:
    assert cutter.is_common("village")
    assert cutter.is_common("soldiers")
    assert not cutter.is_common("qwyzzlebrook")


def test_a_piece_that_the_vocabulary_lacks_is_an_error(cutter: Cutter) -> None:
    with pytest.raises(ValueError, match=r"lacks \[nosuch\]"):
        cutter.number("[nosuch]")


def test_a_word_is_cut_the_same_alone_and_in_company(cutter: Cutter) -> None:
    texts = ("Rebels hold Qwyzzlebrook.", "Nobody holds Qwyzzlebrook.")
    one, two = (s for (s,) in parse([Document(id=t, text=t) for t in texts]))
    assert cutter.sentence(one, [], [])[1:] != cutter.sentence(two, [], [])[1:]
    assert cutter.sentence(one, [], [])[2:] == cutter.sentence(two, [], [])[2:]
    assert len(cutter.sentence(one, [], [])) == len(one.tokens)
