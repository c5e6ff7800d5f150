"""The schema has a version; a ledger of a newer Holdfast is refused, not guessed at."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from holdfast.ledger import Ledger
from holdfast.model.errors import HoldfastError, WorkspaceError

from .make import document


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
