"""Pipelines: the shipped one needs nothing, another is named where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from holdfast.language import load_pipeline, parse
from holdfast.model import Document
from holdfast.model.errors import MissingPart

TEXTS = [
    "Rebels entered the town. The army left it before dawn.",
    "“We hold the bridge,” the major said, and his men agreed.",
    "TROOPS TAKE HILL\n\nThe hill above the road changed hands twice on Tuesday.",
]


def documents() -> list[Document]:
    return [Document(id=str(i), text=text) for i, text in enumerate(TEXTS)]


def test_a_pipeline_that_is_not_installed_is_named_with_the_next_step() -> None:
    with pytest.raises(MissingPart) as caught:
        load_pipeline("xx_nowhere_lg")
    assert "'xx_nowhere_lg'" in str(caught.value)
    assert "install it" in str(caught.value)
    assert "language.pipeline" in str(caught.value)


def test_reading_with_an_absent_pipeline_says_the_same() -> None:
    with pytest.raises(MissingPart, match="xx_nowhere_lg"):
        next(parse(documents(), pipeline="xx_nowhere_lg"))


def test_a_pipeline_without_a_parser_is_refused_by_what_it_lacks(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(MissingPart, match="parser, tagger"):
        load_pipeline(str(tmp_path / "blank"))


def test_the_same_text_is_parsed_alike_twice_and_in_any_company() -> None:
    together = [[s.tokens for s in sentences] for sentences in parse(documents())]
    backwards = [[s.tokens for s in sentences] for sentences in parse(documents()[::-1])]
    alone = [[s.tokens for s in next(parse([document]))] for document in documents()]
    assert together == alone == backwards[::-1]


def test_there_is_one_list_a_document_even_where_it_is_empty() -> None:
    between = [Document(id="a", text="One came."), Document(id="b", text="\n"), *documents()]
    assert [bool(sentences) for sentences in parse(between)] == [True, False, True, True, True]


def test_documents_are_parsed_as_they_are_asked_for() -> None:
    def stream():  # type: ignore[no-untyped-def]
        yield documents()[0]
        raise AssertionError("the second document was asked for before the first was taken")

    assert next(parse(stream()))


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object"),
    [
        ("Rebels captured the town.", "capture", "Rebels", "town"),
        ("The army has retaken two villages.", "retake", "army", "villages"),
        ("Fighters took the bridge.", "take", "Fighters", "bridge"),
    ],
)
def test_a_plain_sentence_has_the_tree_of_universal_dependencies(
    text: str, verb: str, subject: str, object: str
) -> None:
    ((sentence,),) = parse([Document(id="d", text=text)])
    root = sentence.root
    assert (root.lemma, root.upos) == (verb, "VERB")
    doer, done = sentence.child(root, "nsubj"), sentence.child(root, "obj")
    assert doer is not None
    assert done is not None
    assert (doer.text, done.text) == (subject, object)


def test_a_passive_is_told_from_an_active() -> None:
    ((sentence,),) = parse([Document(id="d", text="The town was captured by rebels.")])
    assert [(t.text, t.dep) for t in sentence.children(sentence.root, "nsubj")] == [
        ("town", "nsubj:pass")
    ]
