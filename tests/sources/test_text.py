"""Plain files: stored as they come, front matter and furniture marked, bad input named."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.model import Document
from holdfast.model.errors import Refusal, Undated
from holdfast.sources import find_files, mark_furniture, read_documents


def documents(*paths: Path) -> list[Document]:
    return [d for d in read_documents(find_files(paths)) if isinstance(d, Document)]


def refusals(*paths: Path) -> list[Refusal]:
    return [r for r in read_documents(find_files(paths)) if isinstance(r, Refusal)]


def test_text_is_stored_as_it_came_with_its_stem_as_id(tmp_path: Path) -> None:
    written = "A title\r\n\r\nTwo  spaces, a tab\tand “quotes”.\r\n"
    (tmp_path / "report one.txt").write_bytes(written.encode())
    (document,) = documents(tmp_path)
    assert document.id == "report one"
    assert document.text == written
    assert len(document.sha256) == 64


def test_front_matter_is_taken_and_marked(tmp_path: Path) -> None:
    text = '---\nsource: A: B\npublished: 2022-09-11\ntitle: "Quoted"\nother: x\n---\nBody.\n'
    (tmp_path / "a.md").write_text(text)
    (document,) = documents(tmp_path)
    assert (document.source, document.title, document.format) == ("A: B", "Quoted", "md")
    assert document.published is not None
    assert str(document.published.start) == "2022-09-11"
    first = document.furniture[0]
    assert first.rule == "front-matter"
    assert document.text[first.span.end :] == "Body.\n"


def test_a_rule_line_in_prose_is_no_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\nIt was night. Nobody slept\n---\nMorning came.\n")
    (document,) = documents(tmp_path)
    assert document.furniture == ()


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2022-09-11", "2022-09-11"), ("2022-09-11T23:30:00-05:00", "2022-09-11"),
        ("Sun, 11 Sep 2022 10:00:00 GMT", "2022-09-11"), ("11 September 2022", "2022-09-11"),
        ("6/22/2016", "2016-06-22"), ("Sept. 6, 2022", "2022-09-06"),
    ],
)  # fmt: skip
def test_dates_of_publication_in_many_forms(tmp_path: Path, published: str, day: str) -> None:
    (tmp_path / "a.txt").write_text(f"---\npublished: {published}\n---\nBody.\n")
    (document,) = documents(tmp_path)
    assert document.published is not None
    assert str(document.published.start) == str(document.published.end) == day


@pytest.mark.parametrize("published", ["yesterday", "2/3/2015", "2022-13-40", "September"])
def test_a_date_that_is_no_one_day_is_named_and_the_text_read_without_it(
    tmp_path: Path, published: str
) -> None:
    front = f"---\n# first a remark\ntitle: Night\n\npublished: {published}\n---\n"
    (tmp_path / "a.txt").write_text(front + "Body.\n")
    (document,) = documents(tmp_path)
    assert document.published is None
    (told,) = refusals(tmp_path)
    assert isinstance(told, Undated)
    assert published in told.reason
    assert told.line == 5


def test_bad_files_are_named_with_line_and_reason_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a-empty.txt").write_bytes(b" \n\n")
    (tmp_path / "b-binary.txt").write_bytes(b"PK\x03\x04\x00\x00\x00rest")
    (tmp_path / "c-latin.txt").write_bytes("one\ntwo\nKöln\n".encode("latin-1"))
    (tmp_path / "d-image.png").write_bytes(b"\x89PNG")
    (tmp_path / "e-huge.txt").write_bytes(b"x" * 10_000_001)
    (tmp_path / "f-good.txt").write_text("Good.")
    assert [d.id for d in documents(tmp_path)] == ["f-good"]
    said = {Path(r.path).stem: str(r) for r in refusals(tmp_path)}
    assert "empty" in said["a-empty"]
    assert "binary" in said["b-binary"]
    assert "c-latin.txt:3: byte 0xf6 is not UTF-8" in said["c-latin"]
    assert "not a kind of file" in said["d-image"]
    assert "10 MB" in said["e-huge"]


def test_a_missing_path_is_refused_by_name(tmp_path: Path) -> None:
    (refusal,) = refusals(tmp_path / "nowhere.txt")
    assert "no such file" in str(refusal)
    assert "nowhere.txt" in str(refusal)


def test_utf16_with_its_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Ізюм".encode("utf-16"))
    assert documents(tmp_path)[0].text == "Ізюм"


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    for folder, text in (("x", "One."), ("y", "Two."), ("z", "One.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(text)
    found = documents(tmp_path)
    assert found[0].id == "report"
    assert found[1].id.startswith("report~")
    assert len(found) == 2
    assert "read once" in refusals(tmp_path)[0].reason


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_document_or_a_refusal(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.txt"
        path.write_bytes(data)
        items = list(read_documents([path]))
    assert items
    assert all(isinstance(item, Document | Refusal) for item in items)


PAGE = """Troops enter town

The town changed hands on Sunday.

Share this article
Also read: Ten recipes for autumn

The mayor said it was quiet.

Photo: Somebody / Agency

About jsmith

Check Also

Another story

Leave a Reply

Your email address will not be published."""


def test_furniture_is_marked_not_cut() -> None:
    marks = mark_furniture(PAGE)
    marked = [PAGE[m.span.start : m.span.end] for m in marks]
    assert "Share this article" in marked
    assert any("recipes" in words for words in marked)
    assert any(words.startswith("Photo:") for words in marked)
    assert any("Another story" in words and "email" in words for words in marked)
    unmarked = PAGE
    for words in marked:
        unmarked = unmarked.replace(words, "")
    assert "The town changed hands" in unmarked
    assert "The mayor said" in unmarked


def test_comments_as_a_topic_are_no_furniture() -> None:
    text = "Comments\n\nThe minister's comments on the withdrawal were short.\n\nThe end."
    assert not any("minister" in text[m.span.start : m.span.end] for m in mark_furniture(text))


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_marks_lie_in_order_inside_the_text(text: str) -> None:
    reached = 0
    for mark in mark_furniture(text):
        assert reached <= mark.span.start < mark.span.end <= len(text)
        reached = mark.span.end
