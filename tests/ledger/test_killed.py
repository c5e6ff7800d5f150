"""A process that is killed at any moment leaves a ledger that opens, and loses at most its last step."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from holdfast.ledger import Ledger

from .make import READER, claim, document, record

#: What each child does once the ledger holds `report`, read by `old` as c1.
KILLED = {
    "in the middle of entering a reading": """
        def claims():
            yield claim("c2")
            os.kill(os.getpid(), signal.SIGKILL)
            yield claim("c3")
        record_lazily(ledger, row, claims())
    """,
    "after entering one document of two": """
        ledger.add(document("second"))
        os.kill(os.getpid(), signal.SIGKILL)
        ledger.add(document("third"))
    """,
    "between reading and closing": """
        record(ledger, row, claim("c2"), reader="new")
        os.kill(os.getpid(), signal.SIGKILL)
    """,
}
CHILD = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from holdfast.ledger import Ledger
from ledger.make import claim, document, record, written

def record_lazily(ledger, row, claims):
    ledger.record(row, reader="new", theatre=None, dating=written("2021-05-10"), sentences=2,
                  unread=None, unplaced=(), claims=claims)

ledger = Ledger(Path({path!r}))
row = ledger.documents()[0].row
"""


def killed(path: Path, when: str) -> None:
    """Run a child on the ledger that kills itself."""
    tests = str(Path(__file__).resolve().parents[1])
    steps = "\n".join(line.removeprefix("        ") for line in KILLED[when].splitlines())
    code = CHILD.format(tests=tests, path=str(path)) + steps
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.fixture
def prepared(path: Path) -> Path:
    ledger = Ledger(path)
    ledger.add(document())
    record(ledger, ledger.documents()[0].row, claim("c1"), reader="old")
    ledger.close()
    return path


def test_a_reading_killed_half_way_leaves_the_earlier_reading_whole(prepared: Path) -> None:
    killed(prepared, "in the middle of entering a reading")
    ledger = Ledger(prepared)
    assert [c.id for c in ledger.claims()] == ["c1"]
    assert ledger.unread_by("old") == []
    assert len(ledger.unread_by("new")) == 1
    record(ledger, ledger.documents()[0].row, claim("c2"), claim("c3"), reader="new")
    assert [c.id for c in ledger.claims()] == ["c2", "c3"]
    ledger.close()


def test_documents_entered_before_the_kill_stay_and_the_rest_can_be_added(prepared: Path) -> None:
    killed(prepared, "after entering one document of two")
    ledger = Ledger(prepared)
    assert [e.document.id for e in ledger.documents()] == ["report", "second"]
    news = [ledger.add(document(id)) for id in ("report", "second", "third")]
    assert news == [False, False, True]
    ledger.close()


def test_a_finished_reading_survives_a_kill_before_closing(prepared: Path) -> None:
    killed(prepared, "between reading and closing")
    ledger = Ledger(prepared)
    assert [c.id for c in ledger.claims()] == ["c2"]
    assert ledger.unread_by("new") == []
    ledger.close()


def test_an_interruption_inside_a_reading_leaves_the_ledger_usable(prepared: Path) -> None:
    def stopped():  # type: ignore[no-untyped-def]
        yield claim("c2")
        raise KeyboardInterrupt

    ledger = Ledger(prepared)
    row = ledger.documents()[0].row
    with pytest.raises(KeyboardInterrupt):
        ledger.record(
            row, reader="new", theatre=None, dating=ledger.documents()[0].dating,  # type: ignore[arg-type]
            sentences=2, unread=None, unplaced=(), claims=stopped(),
        )  # fmt: skip
    assert [c.id for c in ledger.claims()] == ["c1"]
    assert ledger.add(document("later"))
    assert [e.document.id for e in ledger.unread_by(READER)] == ["report", "later"]
    ledger.close()
