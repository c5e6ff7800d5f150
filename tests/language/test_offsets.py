"""Every token points to its own words in the document, whatever the parser was shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.language import Sentence, parse
from holdfast.model import Document

#: What a text may be put together from: prose, other scripts, marks, and nothing.
PIECES = [
    "Fighters took the hill on Monday.", "NAYPYIDAW, Aug 3 (Agency) -", "ARMY TAKES DOI MOE HILL",
    "“We left,” he said.", "Ізюм is Izium.", "- an item of a list", "12:30 Shells fell.", "* * *",
    "## A heading", "**Bold** and _slanted_", "…", "e\u0301t\u00e9", "zero\u200bwidth", "😀", "ß",
    "said Mr. K. Jones of the U.N.", "", " ", "it didn't, they’d", "£1.5m–2m", "(see: a/b)", "\u00ad",
]  # fmt: skip
GAPS = [" ", "\n", "\n\n", "\r\n", "\t", "  ", "\u00a0", ""]


def sentences_of(text: str) -> list[Sentence]:
    (sentences,) = parse([Document(id="d", text=text)])
    return sentences


def assert_points_into(text: str, sentences: list[Sentence]) -> None:
    reached = 0
    for sentence in sentences:
        assert len(sentence) > 0
        for token in sentence:
            assert reached <= token.start < token.end <= len(text)
            assert text[token.start : token.end] == token.text
            reached = token.end
        assert (sentence.start, sentence.end) == (sentence[0].start, sentence[-1].end)


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_tokens_are_the_texts_own_words_in_order(parts: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in parts)
    assert_points_into(text, sentences_of(text))


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_at_all_is_parsed_into_itself(text: str) -> None:
    assert_points_into(text, sentences_of(text))


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=6))
@settings(max_examples=25, deadline=None)
def test_each_sentence_is_one_tree(parts: list[tuple[str, str]]) -> None:
    for sentence in sentences_of("".join(piece + gap for piece, gap in parts)):
        assert [t for t in sentence if t.head == t.i] == [sentence.root]
        assert [t.i for t in sentence] == list(range(len(sentence)))
        for token in sentence:
            assert [token, *sentence.ancestors(token)][-1] == sentence.root


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The re\u00adbels left.", ["The", "re\u00adbels", "left", "."]),
        ("The\u200b army came.", ["The", "army", "came", "."]),
        ("The **army** came.", ["The", "army", "came", "."]),
        ("THE ARMY HAS ENTERED THE TOWN", ["THE", "ARMY", "HAS", "ENTERED", "THE", "TOWN"]),
        ("The   army\tcame.", ["The", "army", "came", "."]),
    ],
    ids=["soft hyphen", "zero width", "Markdown", "capitals", "space"],
)
def test_what_is_smoothed_for_the_parser_stays_in_the_text(text: str, words: list[str]) -> None:
    (sentence,) = sentences_of(text)
    kept = [text[t.start : t.end] for t in sentence]
    assert [word.strip("\u200b") for word in kept] == words
