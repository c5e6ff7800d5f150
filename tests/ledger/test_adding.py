"""Adding: the same thing twice is one thing, another text under the same id is another version."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
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
    assert ledger.unread_by(READER)[-1].row == entry.row


def test_another_text_from_another_file_is_another_document(ledger: Ledger) -> None:
    assert ledger.add(document(text="Monday's."), path="/mon/report.txt")
    assert ledger.add(document(text="Tuesday's."), path="/tue/report.txt")
    first, second = ledger.documents()
    assert (first.document.id, first.document.text) == ("report", "Monday's.")
    assert second.document.id.startswith("report~")
    assert second.document.text == "Tuesday's."


def test_a_suffixed_document_is_known_again_and_keeps_its_id_when_corrected(ledger: Ledger) -> None:
    for path, text in (("/mon/report.txt", "Monday's."), ("/tue/report.txt", "Tuesday's.")):
        assert ledger.add(document(text=text), path=path)
        assert not ledger.add(document(text=text), path=path)
    ids = [e.document.id for e in ledger.documents()]
    assert ledger.add(document(text="Tuesday's, corrected."), path="/tue/report.txt")
    assert [e.document.id for e in ledger.documents()] == ids
    assert [e.document.text for e in ledger.documents()] == ["Monday's.", "Tuesday's, corrected."]


def test_the_same_text_from_another_file_is_known(ledger: Ledger) -> None:
    assert ledger.add(document(), path="/a/report.txt")
    assert not ledger.add(document(), path="/b/report.txt")


@pytest.mark.parametrize(
    ("url", "versions"),
    [("https://example.org/a/1", 1), ("https://example.org/", 2), (None, 2), ("http://[a", 2)],
)
def test_a_page_fetched_again_into_another_folder_is_a_version_of_it(
    ledger: Ledger, url: str | None, versions: int
) -> None:
    ledger.add(document("index", "Before.", url=url), path="/mon/index.html")
    ledger.add(document("index", "After.", url=url), path="/tue/index.html")
    assert len(ledger.documents()) == versions


def test_a_text_that_comes_back_is_current_again(ledger: Ledger) -> None:
    assert [ledger.add(document(text=t)) for t in ("One.", "Two.", "One.", "One.")] == [
        True, True, True, False,
    ]  # fmt: skip
    assert [e.document.text for e in ledger.documents()] == ["One."]


def test_a_date_that_was_mended_is_taken_in(ledger: Ledger) -> None:
    ledger.add(document(source="Harbour Post"))
    day = TimeRange(date(2021, 5, 10), date(2021, 5, 10), "day", "2021-05-10", "metadata")
    assert ledger.add(document(source="Harbour Post", published=day))
    assert not ledger.add(document(source="Harbour Post", published=day))
    assert [e.document.published for e in ledger.documents()] == [day]


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
    refusals = [
        Refusal("in/dump.jsonl", "not a JSON object", 7),
        Refusal("in/empty.txt", "empty"),
        Refusal("in/dump.jsonl", "no text", 9),
    ]
    for refusal in (*refusals, *refusals):
        ledger.refuse(refusal)
    assert ledger.refusals() == refusals


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["One.", "Two.", ""])), max_size=12)
)
@settings(max_examples=40, deadline=None)
def test_there_is_one_current_document_an_id(rows: list[tuple[str, str]]) -> None:
    ledger = Ledger(Path(":memory:"))
    news = [ledger.add(document(id, text)) for id, text in rows]
    texts = dict(rows)
    changes = [t for id in texts for t, _ in groupby(text for other, text in rows if other == id)]
    assert sum(news) == len(changes) == len(ledger.unread_by(READER))
    assert {e.document.id: e.document.text for e in ledger.documents()} == texts
    assert len(ledger.documents()) == len(texts)
    ledger.close()


def test_what_has_been_read_is_not_read_again_by_the_same_reader(ledger: Ledger) -> None:
    ledger.add(document("a"))
    ledger.add(document("b"))
    first, second = ledger.unread_by(READER)
    record(ledger, first.row)
    assert [e.document.id for e in ledger.unread_by(READER)] == [second.document.id]
    assert len(ledger.unread_by("another/reader")) == 2
