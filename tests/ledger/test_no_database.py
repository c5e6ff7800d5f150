"""A file that is no database is named, and left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdfast.ledger import Ledger
from holdfast.model.errors import WorkspaceError


def test_a_file_that_is_no_database_is_named_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_text("notes of last week, and of the week before it\n" * 40)
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match=r"ledger\.sqlite: .*not a database"):
        Ledger(path)
    assert path.read_bytes() == before
