"""`holdfast claims --explain`: the words that a claim was read from are shown as words."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Holdfast

WORDS = (
    "Russian troops entered the town of Lyman on Monday. Ukrainian forces withdrew from the town"
    " on Tuesday, the General Staff in Kyiv said."
)


def test_the_words_of_a_reading_are_printed_as_words(holdfast: Holdfast, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(WORDS)
    said = holdfast("claims", "one.txt", "--explain").out_line
    assert "word “withdrew”" in said
    assert "place word “town”" in said
    assert "word:" not in said


def test_they_are_not_printed_unasked(holdfast: Holdfast, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(WORDS)
    said = holdfast("claims", "one.txt").out_line
    assert "word “" not in said


def test_in_lines_they_stand_as_they_are_read(holdfast: Holdfast, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(WORDS)
    rows = [
        json.loads(x) for x in holdfast("claims", "one.txt", "--format", "jsonl").out.splitlines()
    ]
    (left,) = (row for row in rows if row["kind"] == "withdrawal")
    assert "word:withdrew" in left["because"]
    assert "place-word:town" in left["because"]
