"""What an answer shows where a name, a terminal or a file is not what one hopes for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Holdfast, put


def test_a_name_of_several_places_shows_which_is_meant_and_the_others(
    holdfast: Holdfast, ws: str
) -> None:
    said = holdfast("ask", "Lima", "-w", ws)
    assert said.status == 0
    assert said.out.startswith("Lima, ")
    assert "Peru on " in said.out.splitlines()[0]
    assert "also: Lima, OH, United States (geonames:" in said.out_line


def test_at_most_three_others_are_shown(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("ask", "Springfield", "-w", ws)
    assert said.out_line.partition("also: ")[2].count("geonames:") == 3


def test_a_name_of_one_place_stands_alone(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("ask", "Avdiivka", "-w", ws)
    assert said.out.startswith("Avdiivka on ")
    assert "also:" not in said.out


def test_where_nothing_was_read_no_chances_and_no_reasons_are_shown(
    holdfast: Holdfast, ws: str
) -> None:
    said = holdfast("ask", "Odesa", "-w", ws, "--on", "2022-09-11")
    assert "unknown" in said.out
    assert "%" not in said.out
    assert "Why" not in said.out


def test_of_a_day_before_all_that_is_told_nothing_is_said(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("ask", "Avdiivka", "-w", ws, "--on", "1999-01-01")
    assert "unknown\n  the day is before all that is told of it\n" in said.out
    assert "Why" not in said.out


def test_a_terminal_without_unicode_gets_plain_letters(ws: str) -> None:
    paths = [os.path.abspath(p) for p in os.environ.get("PYTHONPATH", "").split(os.pathsep) if p]
    done = subprocess.run(
        [sys.executable, "-m", "holdfast", "ask", "Avdiivka", "-w", ws, "--on", "2024-02-18"],
        capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": os.pathsep.join(paths)},
    )  # fmt: skip
    assert done.returncode == 0
    words = done.stdout.decode("ascii")
    assert "####" in words
    assert '"Ukrainian troops withdrew from Avdiivka"' in words


@pytest.mark.parametrize(
    "words", [("report", "-o", "in"), ("fuse", "in/singa.md", "--places", "in/latin.csv")]
)
def test_a_file_that_cannot_be_used_is_named_in_one_sentence(
    holdfast: Holdfast, tmp_path: Path, ws: str, words: tuple[str, ...]
) -> None:
    put(tmp_path / "in", "singa")
    (tmp_path / "in" / "latin.csv").write_bytes("id,name\na,Köln\n".encode("latin-1"))
    said = holdfast(*words, *(["-w", ws] if words[0] == "report" else []))
    if "page was not built" in said.err:
        pytest.skip("the page was not built")
    assert said.status == 1
    assert said.err.startswith("error: in")
    assert len(said.err.splitlines()) == 1


def test_histories_end_on_one_day(holdfast: Holdfast, tmp_path: Path) -> None:
    said = holdfast("claims", str(put(tmp_path / "in")), "--format", "jsonl")
    (tmp_path / "claims.jsonl").write_text(said.out)
    (tmp_path / "towns.csv").write_text("id,name,country\nown:1,Brun,UA\nown:2,Ost,\n")
    for theatre in ("auto", "none"):
        words = ("fuse", "claims.jsonl", "--theatre", theatre, "--places", "towns.csv")
        spans = [json.loads(line) for line in holdfast(*words).out.splitlines()]
        ends = {span["place"]["id"]: span["end"] for span in spans}
        assert len(ends) > 4
        assert len(set(ends.values())) == 1


def test_a_row_of_places_without_a_name_is_refused(holdfast: Holdfast, tmp_path: Path) -> None:
    rows = "own:1,,1,2\nown:2,Brun,95,2\nown:3,Ost,1,2\nown:4\n"
    (tmp_path / "towns.csv").write_text("id,name,lat,lon\n" + rows)
    said = holdfast("fuse", "-", "--places", "towns.csv", stdin="")
    assert said.status == 3
    for line, key in ((2, "name"), (3, "lat"), (5, "name")):
        assert f"refused towns.csv:{line}: {key}: " in said.err
    assert "1 place, 1 span, 3 refused" in said.err
