"""Readings: a document's claims in place of an earlier reader's, and what was known by when."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from holdfast.ledger import Ledger

from .make import claim, document, record


def test_claims_come_back_by_document_and_place_in_the_text(ledger: Ledger) -> None:
    for id in ("b", "a"):
        ledger.add(document(id))
    rows = {e.document.id: e.row for e in ledger.documents()}
    record(ledger, rows["b"], claim("c3", of="b"))
    record(ledger, rows["a"], claim("c2", of="a"), claim("c1", of="a", start=30, end=62))
    assert [c.id for c in ledger.claims()] == ["c2", "c1", "c3"]
    assert ledger.claims()[1].evidence.text == "Its staff said so in the evening"


def test_a_new_reading_takes_the_place_of_the_old_one(ledger: Ledger) -> None:
    ledger.add(document())
    (entry,) = ledger.documents()
    record(ledger, entry.row, claim("c1"), claim("c2"), reader="old")
    record(ledger, entry.row, claim("c2"), claim("c3"), reader="new")
    assert [c.id for c in ledger.claims()] == ["c2", "c3"]
    assert ledger.unread_by("new") == []


def test_claims_of_a_replaced_text_are_no_longer_told(ledger: Ledger) -> None:
    ledger.add(document())
    record(ledger, ledger.documents()[0].row, claim("c1"))
    ledger.add(document(text="The army denied that it had taken Brun."))
    assert ledger.claims() == []


def test_only_what_was_written_by_a_day_was_known_on_it(ledger: Ledger) -> None:
    for id, on in (("early", "2021-05-10"), ("late", "2021-05-12"), ("undated", None)):
        ledger.add(document(id))
        row = next(e.row for e in ledger.documents() if e.document.id == id)
        record(ledger, row, claim(f"c-{id}", of=id), on=on)

    def known(on: str | None) -> set[str]:
        day = date.fromisoformat(on) if on else None
        return {c.document for c in ledger.claims(known_by=day)}

    assert known("2021-05-09") == set()
    assert known("2021-05-10") == known("2021-05-11") == {"early"}
    assert known("2021-05-12") == {"early", "late"}
    assert known(None) == {"early", "late", "undated"}


def test_before_a_correction_the_earlier_text_was_known(ledger: Ledger) -> None:
    ledger.add(document())
    ledger.add(document(text="The army denied that it had taken Brun."))
    first, second = ledger.unread_by("any")
    record(ledger, first.row, claim("c1"), on="2021-05-10")
    record(ledger, second.row, claim("c2"), on="2021-05-12")

    def known(day: int) -> tuple[list[str], list[str]]:
        by = date(2021, 5, day)
        documents = [e.document.text for e in ledger.documents(known_by=by)]
        return [c.id for c in ledger.claims(known_by=by)], documents

    assert known(9) == ([], [])
    assert known(10) == known(11) == (["c1"], [first.document.text])
    assert known(12) == (["c2"], [second.document.text])
    assert [c.id for c in ledger.claims()] == ["c2"]


def test_an_undated_correction_does_not_hide_what_was_known(ledger: Ledger) -> None:
    ledger.add(document())
    ledger.add(document(text="The army denied that it had taken Brun."))
    first, second = ledger.unread_by("any")
    record(ledger, first.row, claim("c1"))
    record(ledger, second.row, claim("c2"), on=None)
    assert [c.id for c in ledger.claims(known_by=date(2030, 1, 1))] == ["c1"]


def test_an_earlier_reading_stays_in_the_ledger(path: Path, ledger: Ledger) -> None:
    ledger.add(document())
    (entry,) = ledger.documents()
    record(ledger, entry.row, claim("c1"), claim("c2"), reader="old")
    record(ledger, entry.row, claim("c2"), reader="new")
    with closing(sqlite3.connect(path)) as db:
        kept = db.execute(
            "SELECT r.reader, c.id FROM claim c JOIN reading r ON r.row = c.reading ORDER BY 1, 2"
        ).fetchall()
    assert kept == [("new", "c2"), ("old", "c1"), ("old", "c2")]
    assert ledger.unread_by("new") == []


def test_a_reading_says_why_nothing_was_read_and_what_was_not_placed(ledger: Ledger) -> None:
    from .make import written

    ledger.add(document())
    (entry,) = ledger.documents()
    assert (entry.dating, entry.unread, entry.unplaced) == (None, None, ())
    ledger.record(
        entry.row, reader="r", theatre="sudan", dating=written("2021-05-10"), sentences=0,
        unread="language xx is not read yet", unplaced=("Upper Brun",), claims=(),
    )  # fmt: skip
    (entry,) = ledger.documents()
    assert entry.unread == "language xx is not read yet"
    assert entry.unplaced == ("Upper Brun",)
    assert entry.theatre == "sudan"
    assert entry.dating == written("2021-05-10")


def test_a_reading_that_cannot_be_entered_leaves_the_one_before(ledger: Ledger) -> None:
    ledger.add(document())
    (entry,) = ledger.documents()
    record(ledger, entry.row, claim("c1"), reader="old")
    with pytest.raises(sqlite3.IntegrityError):
        record(ledger, entry.row, claim("c2"), claim("c2"), reader="new")
    assert [c.id for c in ledger.claims()] == ["c1"]
    assert ledger.unread_by("old") == []
    record(ledger, entry.row, claim("c2"), reader="new")
    assert [c.id for c in ledger.claims()] == ["c2"]


def test_there_is_no_reading_of_a_document_that_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        record(ledger, 99, claim("c1"))
    assert ledger.claims() == []
