"""What cannot be done is told in one sentence, and nothing is left half done."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from holdfast.model.errors import MissingPart
from holdfast.report import page_template

from .conftest import Holdfast, put


def _garbage(ledger: Path) -> None:
    ledger.write_bytes(b"notes of last week\n" * 99)


def _other_program(ledger: Path) -> None:
    with sqlite3.connect(ledger) as db:
        db.execute("CREATE TABLE bookmark (title TEXT)")
    db.close()


LEDGERS = pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_garbage, "not a database"),
        (_other_program, "another program"),
        (Path.mkdir, "is a folder"),
    ],
)


def one_sentence(err: str) -> str:
    assert err.startswith("error: ")
    assert len(err.splitlines()) == 1
    return err


@LEDGERS
def test_a_ledger_that_is_none_is_named(
    holdfast: Holdfast, tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    holdfast("init", "ws")
    for left in (tmp_path / "ws").glob("ledger.sqlite*"):
        left.unlink()
    spoil(tmp_path / "ws" / "ledger.sqlite")
    for words in (("build",), ("ask", "Izium"), ("disputes",)):
        told = holdfast(*words, "-w", "ws")
        assert told.status == 1
        assert "ws/ledger.sqlite: " in one_sentence(told.err)
        assert said in told.err


@LEDGERS
def test_no_workspace_is_made_around_a_ledger_that_is_none(
    holdfast: Holdfast, tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    (tmp_path / "ws").mkdir()
    spoil(tmp_path / "ws" / "ledger.sqlite")
    for _ in range(2):
        told = holdfast("init", "ws")
        assert told.status == 1
        assert said in one_sentence(told.err)
    assert not (tmp_path / "ws" / "holdfast.toml").exists()


def test_a_damaged_ledger_is_told_of_with_the_next_step(holdfast: Holdfast, tmp_path: Path) -> None:
    holdfast("init", "ws")
    ledger = tmp_path / "ws" / "ledger.sqlite"
    data = ledger.read_bytes()
    ledger.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    told = holdfast("disputes", "-w", "ws")
    assert told.status == 1
    assert "move ledger.sqlite away" in one_sentence(told.err)


@pytest.mark.parametrize("name", ["note", "note/inside"])
def test_a_workspace_is_not_made_in_a_file(holdfast: Holdfast, tmp_path: Path, name: str) -> None:
    (tmp_path / "note").write_text("mine")
    told = holdfast("init", name)
    assert told.status == 1
    assert f"error: {name}: cannot be made" in one_sentence(told.err)
    assert (tmp_path / "note").read_text() == "mine"


def test_settings_that_are_not_utf8_are_named(holdfast: Holdfast, tmp_path: Path) -> None:
    holdfast("init", "ws")
    (tmp_path / "ws" / "holdfast.toml").write_bytes('# Köln\ntheatre = "auto"\n'.encode("latin-1"))
    told = holdfast("build", "-w", "ws")
    assert told.status == 1
    assert "ws/holdfast.toml: not UTF-8" in one_sentence(told.err)


def test_settings_may_begin_with_a_byte_order_mark(holdfast: Holdfast, tmp_path: Path) -> None:
    holdfast("init", "ws")
    (tmp_path / "ws" / "holdfast.toml").write_text('theatre = "none"\n', encoding="utf-8-sig")
    assert holdfast("build", "-w", "ws").status == 0


@pytest.fixture
def page() -> None:
    try:
        page_template()
    except MissingPart as missing:
        pytest.skip(str(missing))


@pytest.mark.usefixtures("page")
def test_a_report_is_not_written_over_a_folder(holdfast: Holdfast, tmp_path: Path, ws: str) -> None:
    (tmp_path / "out").mkdir()
    told = holdfast("report", "-w", ws, "-o", "out")
    assert told.status == 1
    assert "out: is a folder; name a file: -o out/report.html" in one_sentence(told.err)
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.usefixtures("page")
def test_a_report_that_fails_leaves_the_one_before(
    holdfast: Holdfast, tmp_path: Path, ws: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "all.html").write_text("yesterday's")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "all.html")

    monkeypatch.setattr(os, "replace", full)
    told = holdfast("report", "-w", ws, "-o", "all.html")
    assert told.status == 1
    assert "no space left" in one_sentence(told.err)
    assert [p.name for p in tmp_path.iterdir()] == ["all.html"]
    assert (tmp_path / "all.html").read_text() == "yesterday's"


@pytest.mark.usefixtures("page")
def test_a_device_is_written_to_and_stays_one(holdfast: Holdfast, ws: str) -> None:
    assert holdfast("report", "-w", ws, "-o", "/dev/null").status == 0
    assert Path("/dev/null").is_char_device()


def test_input_of_all_bad_kinds_ends_with_three_and_the_rest_is_taken(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    put(tmp_path / "in", "izium")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    (tmp_path / "in" / "round").symlink_to(".")
    (tmp_path / "in" / "open.md").write_text("---\nsource: X\nNight fell.\n")
    (tmp_path / "in" / "two\nlines.txt").write_text("Quiet.")
    holdfast("init", "ws")
    for taken in ("1 document added, 0 known", "0 documents added, 1 known"):
        told = holdfast("add", "-w", "ws", "in", "/dev/null")
        assert told.status == 3
        assert f"{taken} already, 5 refused" in told.out
        assert "refused in/open.md:1: front matter" in told.err
        assert "refused in/two\\nlines.txt: its name" in told.err
        assert len(told.err.splitlines()) == 5
