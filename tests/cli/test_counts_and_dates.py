"""Counts are of what was done, in the right number; a bad date is a warning, not a refusal."""

from __future__ import annotations

from pathlib import Path

from .conftest import Holdfast, put

FRONT = "---\nsource: Nile Mail\ntitle: Market day\npublished: last Monday\n---\n"
WORDS = "Sudanese army troops recaptured Singa from the Rapid Support Forces, the army said.\n"


def test_a_bad_date_is_a_warning_with_its_line_and_no_refusal(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    (tmp_path / "odd.md").write_text(FRONT + WORDS)
    said = holdfast("claims", "odd.md", "--format", "jsonl")
    assert said.status == 0
    assert said.err.startswith("warning odd.md:4: published: 'last Monday'")
    assert "0 refused, 1 document read without its date" in said.err
    assert '"document":"odd"' in said.out
    holdfast("init", "ws")
    added = holdfast("add", "-w", "ws", "odd.md")
    assert added.status == 0
    assert "warning odd.md:4: " in added.err
    assert "1 document added, 0 known already, 0 refused, 1 document read without" in added.out


def test_a_row_with_a_bad_date_is_warned_of_beside_one_that_is_refused(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    (tmp_path / "dump.jsonl").write_text(
        '{"id": "a", "published": "1/2/2024", "text": "Shops opened again."}\n{"id": "b"}\n'
    )
    said = holdfast("claims", "dump.jsonl")
    assert said.status == 3
    assert "warning dump.jsonl:1: published: '1/2/2024'" in said.err
    assert "refused dump.jsonl:2: text: is missing" in said.err
    assert "1 refused, 1 document read without its date" in said.err


def test_what_is_not_read_is_counted_apart(holdfast: Holdfast, tmp_path: Path) -> None:
    put(tmp_path / "in", "singa")
    (tmp_path / "in" / "games.txt").write_text(
        "The home team won the final on Saturday. Its coach praised the young goalkeeper.\n"
    )
    holdfast("init", "ws")
    holdfast("add", "-w", "ws", "in")
    built = holdfast("build", "-w", "ws")
    assert "1 document read, 1 not read, " in built.out
    assert "0 documents read, 0 claims" in holdfast("build", "-w", "ws").out


def test_one_report_is_one_report(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("ask", "Singa", "-w", ws)
    assert "1 report, 1 independent origin, newest" in said.out


def test_nothing_stray_on_standard_error(holdfast: Holdfast, tmp_path: Path) -> None:
    put(tmp_path / "in", "singa")
    holdfast("init", "ws")
    assert holdfast("add", "-w", "ws", "in").err == ""
    assert holdfast("build", "-w", "ws").err == ""
    said = holdfast("claims", "in", "--format", "jsonl")
    assert said.err.splitlines() == [said.err.rstrip("\n")]
