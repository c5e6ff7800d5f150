"""Where sentences begin and end, and which lines are headings and datelines."""

from __future__ import annotations

import pytest

from holdfast.language import Sentence, parse
from holdfast.model import Document, Furniture, Span


def sentences_of(text: str, *furniture: Furniture) -> list[Sentence]:
    (sentences,) = parse([Document(id="d", text=text, furniture=furniture)])
    return sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences_of(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Rebels entered the town.", "The army left.", "Nobody was hurt."],
        ["The U.N. said 3.5 million people fled.", "It had counted them."],
        ["Gen. Abdel Fattah al-Burhan spoke.", "He named no day."],
        ["Is the road open?", "No!", "It was mined."],
        ["“We hold the bridge,” the major said.", "The mayor would not say more."],
        ["“We hold the bridge.”", "The mayor denied it."],
        ["“Are they gone?” she asked.", "They were not."],
        ["The front moved by 2.5 km.", "Three villages lie in between."],
        ["He spoke at 10 a.m. on Sunday.", "The guns fell silent."],
    ],
)  # fmt: skip
def test_sentences_of_a_paragraph_end_where_they_end(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n"])
def test_a_headline_never_runs_into_the_sentence_below(gap: str) -> None:
    headline, body = "Rebels take border town", "The town of Kutum fell on Monday."
    assert cut(headline + gap + body) == [headline, body]
    first, second = sentences_of(headline + gap + body)
    assert first.heading
    assert not second.heading
    assert first.block != second.block


def test_a_blank_line_ends_a_sentence_without_its_stop() -> None:
    text = "The convoy came from the north\n\nThe garrison had left"
    assert cut(text) == text.split("\n\n")


def test_a_wrapped_paragraph_is_one_block() -> None:
    text = (
        "The garrison of the small town on the eastern bank of the\n"
        "river gave up after a siege of many months and its men were\n"
        "taken across the border by the fighters who had besieged it.\n"
    )
    (sentence,) = sentences_of(text)
    assert text[sentence.start : sentence.end] == text.strip()


def test_items_of_a_list_are_sentences_of_their_own() -> None:
    text = "The army reported:\n- two villages retaken\n- a bridge blown up\n- nine prisoners"
    assert len(sentences_of(text)) == 4


@pytest.mark.parametrize(
    "dateline",
    ["KYIV, Sept 12 (Reuters) - ", "PORT SUDAN — ", "GOMA, Congo (AP) — ", "DAMASCUS, 8 December - "],
)  # fmt: skip
def test_a_dateline_is_set_apart_from_the_first_sentence(dateline: str) -> None:
    body = "Troops left the town on Sunday."
    *front, sentence = sentences_of(dateline + body)
    assert (dateline + body)[sentence.start : sentence.end] == body
    assert not sentence.dateline
    assert front
    assert all(s.dateline for s in front)


def test_a_hyphen_after_a_name_makes_no_dateline() -> None:
    assert not any(s.dateline for s in sentences_of("RSF - led forces entered the town."))


def test_furniture_is_not_parsed_and_parts_what_it_stands_between() -> None:
    text = "The army left\nShare this article\nThe rebels came."
    start = text.index("Share")
    mark = Furniture(Span(start, start + len("Share this article")), "share")
    read = [text[s.start : s.end] for s in sentences_of(text, mark)]
    assert read == ["The army left", "The rebels came."]


def test_a_document_of_furniture_alone_has_no_sentences() -> None:
    text = "Share this article"
    assert sentences_of(text, Furniture(Span(0, len(text)), "share")) == []
    assert sentences_of(" \n\n ") == []


def test_sentences_are_counted_through_the_document() -> None:
    sentences = sentences_of("One came. Two left.\n\nThree stayed.")
    assert [s.index for s in sentences] == [0, 1, 2]
    assert [s.block for s in sentences] == [0, 0, 1]
