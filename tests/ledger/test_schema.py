"""The schema has a version; a ledger of a newer Holdfast is refused, not guessed at."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import pytest

from holdfast.ledger import Ledger
from holdfast.ledger.schema import MIGRATIONS
from holdfast.model.errors import HoldfastError, WorkspaceError

from .make import claim, document, written


def version(path: Path, new: int | None = None) -> int:
    connection = sqlite3.connect(path)
    if new is not None:
        connection.execute(f"PRAGMA user_version = {new}")
        connection.commit()
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    connection.close()
    return found


def test_a_new_ledger_has_a_version(path: Path, ledger: Ledger) -> None:
    assert version(path) >= 1


def test_opening_again_changes_nothing(path: Path) -> None:
    first = Ledger(path)
    first.add(document())
    first.close()
    before = version(path)
    Ledger(path).close()
    assert version(path) == before


def test_a_newer_schema_is_refused_with_both_versions_and_the_next_step(path: Path) -> None:
    Ledger(path).close()
    known = version(path)
    version(path, 41)
    with pytest.raises(WorkspaceError) as refused:
        Ledger(path)
    said = str(refused.value)
    assert "41" in said
    assert str(known) in said
    assert "newer Holdfast" in said
    assert isinstance(refused.value, HoldfastError), "the command shows it as one sentence"


def test_a_refused_ledger_is_left_as_it_was(path: Path) -> None:
    ledger = Ledger(path)
    ledger.add(document())
    ledger.close()
    known = version(path)
    version(path, known + 1)
    with pytest.raises(WorkspaceError):
        Ledger(path)
    version(path, known)
    reopened = Ledger(path)
    assert [e.document.id for e in reopened.documents()] == ["report"]
    reopened.close()


def test_a_ledger_of_the_first_schema_is_brought_up_to_date(path: Path) -> None:
    earlier = document(text="The army took Brun.", original="in/report.txt")
    later = document(text="The army denied it.", original="in/report.txt")
    with closing(sqlite3.connect(path)) as db:
        db.executescript(MIGRATIONS[0])
        for number, (each, by) in enumerate(((earlier, 2), (later, None)), 1):
            record = msgspec.json.encode(each).decode()
            db.execute(
                "INSERT INTO document VALUES (?, 'report', ?, 'o', ?, 'then', ?)",
                (number, f"h{number}", record, by),
            )
            db.execute(
                "INSERT INTO reading VALUES (?, 'old', NULL, ?, ?, 1, NULL, '[]')",
                (number, msgspec.json.encode(written(None)).decode(), f"2021-05-1{number}"),
            )
            told = msgspec.json.encode(claim(f"c{number}")).decode()
            db.execute(
                "INSERT INTO claim VALUES (?, ?, 'control_gained', 'ARMY', NULL, NULL, NULL, ?)",
                (f"c{number}", number, told),
            )
        db.executemany(
            "INSERT INTO refusal VALUES ('in/empty.txt', NULL, 'empty', ?)", [("1",), ("2",)]
        )
        db.execute("PRAGMA user_version = 1")
        db.commit()
    ledger = Ledger(path)
    assert [e.document for e in ledger.documents()] == [later]
    assert [c.id for c in ledger.claims()] == ["c2"]
    assert [c.id for c in ledger.claims(known_by=date(2021, 5, 11))] == ["c1"]
    assert [str(r) for r in ledger.refusals()] == ["in/empty.txt: empty"]
    assert ledger.unread_by("old") == []
    assert not ledger.add(later)
    ledger.close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert version(path) == len(MIGRATIONS)


def test_a_database_of_another_program_is_refused_and_left_as_it_was(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE document (title TEXT)")
        db.commit()
    with pytest.raises(WorkspaceError, match="another program"):
        Ledger(path)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("document",)]
