"""Adding: the same thing twice is one thing, another text under the same id is another version."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.ledger import Ledger
from holdfast.model import Furniture, Span, TimeRange
from holdfast.model.errors import Refusal

from .make import READER, TEXT, document, record


def test_the_same_document_twice_is_entered_once(ledger: Ledger) -> None:
    assert ledger.add(document())
    assert not ledger.add(document())
    assert [e.document.id for e in ledger.documents()] == ["report"]


def test_the_same_text_under_two_ids_is_two_documents(ledger: Ledger) -> None:
    assert ledger.add(document("wire"))
    assert ledger.add(document("copy"))
    assert [e.document.id for e in ledger.documents()] == ["copy", "wire"]


def test_another_text_under_the_same_id_takes_its_place(ledger: Ledger) -> None:
    ledger.add(document())
    assert ledger.add(document(text=TEXT + " Corrected."))
    (entry,) = ledger.documents()
    assert entry.document.text.endswith("Corrected.")
    assert [e.row for e in ledger.unread_by(READER)] == [entry.row]


def test_everything_about_a_document_comes_back_as_it_went_in(ledger: Ledger) -> None:
    sent = document(
        text="Zażółć gęślą “jaźń” 🜁\r\n\u2028end", source="Harbour: Post", language="en",
        published=TimeRange(None, None, "open", "soon", "metadata"), url="https://example.org/?a=b",
        title="A 'title'; --", sha256="0" * 64, original="in/report.txt",
        furniture=(Furniture(Span(0, 3), "share"),),
    )  # fmt: skip
    ledger.add(sent)
    assert ledger.documents()[0].document == sent


def test_what_was_added_is_there_after_reopening(path: Path) -> None:
    first = Ledger(path)
    first.add(document())
    first.close()
    second = Ledger(path)
    assert [e.document for e in second.documents()] == [document()]
    assert not second.add(document())
    second.close()


def test_two_open_ledgers_on_one_file_do_not_enter_twice(path: Path, ledger: Ledger) -> None:
    other = Ledger(path)
    assert ledger.add(document("a"))
    assert not other.add(document("a"))
    assert other.add(document("b"))
    assert [e.document.id for e in ledger.documents()] == ["a", "b"]
    other.close()


def test_a_refused_line_is_remembered_once_with_its_reason(ledger: Ledger) -> None:
    refusal = Refusal("in/dump.jsonl", "not a JSON object", 7)
    for _ in range(2):
        ledger.refuse(refusal)
    ledger.refuse(Refusal("in/dump.jsonl", "no text", 9))
    assert ledger.refusals() == [refusal, Refusal("in/dump.jsonl", "no text", 9)]


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["One.", "Two.", ""])), max_size=12)
)
@settings(max_examples=40, deadline=None)
def test_there_is_one_current_document_an_id(rows: list[tuple[str, str]]) -> None:
    ledger = Ledger(Path(":memory:"))
    news = [ledger.add(document(id, text)) for id, text in rows]
    assert sum(news) == len(set(rows))
    assert [e.document.id for e in ledger.documents()] == sorted({id for id, _ in rows})
    assert len(ledger.unread_by(READER)) == len({id for id, _ in rows})
    ledger.close()


def test_what_has_been_read_is_not_read_again_by_the_same_reader(ledger: Ledger) -> None:
    ledger.add(document("a"))
    ledger.add(document("b"))
    first, second = ledger.unread_by(READER)
    record(ledger, first.row)
    assert [e.document.id for e in ledger.unread_by(READER)] == [second.document.id]
    assert len(ledger.unread_by("another/reader")) == 2
