"""`init`, `add`, `build`, `disputes`, `report`: a workspace from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from holdfast.model.errors import MissingPart
from holdfast.report import page_template
from holdfast.workspace import Workspace

from .conftest import REPORTS, Holdfast, put


def test_the_whole_way_in_the_current_folder(holdfast: Holdfast, tmp_path: Path) -> None:
    put(tmp_path / "in", "izium", "singa")
    made = holdfast("init", "--theatre", "auto")
    assert made.status == 0
    assert "next: holdfast add" in made.out_line
    added = holdfast("add", "in")
    assert (added.status, "2 documents added, 0 known already" in added.out_line) == (0, True)
    built = holdfast("build")
    assert (built.status, "2 documents read" in built.out_line) == (0, True)
    asked = holdfast("ask", "Izium", "--on", "2022-09-11")
    assert asked.status == 0
    assert asked.out.startswith("Izium on 2022-09-11:")


def test_each_step_can_be_repeated(holdfast: Holdfast, tmp_path: Path) -> None:
    put(tmp_path / "in", "avdiivka")
    holdfast("init", "kept")
    for known in (0, 1):
        said = holdfast("add", "-w", "kept", "in")
        assert said.status == 0
        added = "0 documents" if known else "1 document"
        assert f"{added} added, {known} known already" in said.out_line
    for read in ("1 document", "0 documents"):
        assert f"{read} read" in holdfast("build", "-w", "kept").out_line


def test_making_a_workspace_twice_is_refused(holdfast: Holdfast) -> None:
    assert holdfast("init", "ws").status == 0
    said = holdfast("init", "ws")
    assert said.status == 1
    assert "already" in said.err_line


@pytest.mark.parametrize(
    "words",
    [
        ("add", "x.txt"),
        ("build",),
        ("ask", "Izium"),
        ("disputes",),
        ("report", "-o", "r.html"),
    ],
    ids=lambda words: words[0],
)
def test_without_a_workspace_the_next_step_is_said(
    holdfast: Holdfast, tmp_path: Path, words: tuple[str, ...]
) -> None:
    said = holdfast(*words, "-w", "nowhere")
    assert said.status == 1
    assert said.err_line.startswith("error: no workspace in ")
    assert "holdfast init nowhere" in said.err_line
    assert said.out == ""
    assert list(tmp_path.iterdir()) == [], "a question makes nothing"


def test_a_mistake_in_the_settings_is_named(holdfast: Holdfast, tmp_path: Path) -> None:
    holdfast("init", "ws")
    (tmp_path / "ws" / "holdfast.toml").write_text('theatre = "auto"\ncolour = "red"\n')
    said = holdfast("build", "-w", "ws")
    assert said.status == 1
    assert "ws/holdfast.toml" in said.err_line
    assert "colour" in said.err_line


def test_what_is_not_read_is_named_by_build(holdfast: Holdfast, tmp_path: Path) -> None:
    words = "L'armée a repris la ville samedi soir, a déclaré l'état-major dans un communiqué. "
    (tmp_path / "note.txt").write_text(words * 3)
    holdfast("init", "ws")
    holdfast("add", "-w", "ws", "note.txt")
    said = holdfast("build", "-w", "ws")
    assert said.status == 0
    assert "not read note: language fr" in said.out_line
    assert "0 documents read, 1 not read, 0 claims" in said.out_line


def test_disputes_show_both_positions_with_their_words(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("disputes", "-w", ws)
    assert said.status == 0
    assert "Izium · " in said.out_line
    assert "“Ukrainian forces recaptured the town of Izium”" in said.out_line
    assert "“its troops had withdrawn from Izium”" in said.out_line


def test_disputes_as_lines_cite_claims_of_the_ledger(holdfast: Holdfast, ws: str) -> None:
    said = holdfast("disputes", "-w", ws, "--json")
    found = [json.loads(line) for line in said.out.splitlines()]
    assert len(found) >= 1
    for dispute in found:
        assert dispute["kind"] in {"outcome", "framing", "existence", "number"}
        assert len(dispute["positions"]) >= 2
        assert all(position["claims"] for position in dispute["positions"])
    told = holdfast("disputes", "-w", ws).out.splitlines()[-1]
    assert len(found) == int(told.split()[0])


def test_disputes_of_an_empty_workspace_are_none(holdfast: Holdfast) -> None:
    holdfast("init", "ws")
    assert "0 disputes among 0 claims" in holdfast("disputes", "-w", "ws").out_line
    assert holdfast("disputes", "-w", "ws", "--json").out == ""


def test_the_report_is_one_file_with_the_reports_own_words(
    holdfast: Holdfast, tmp_path: Path, ws: str
) -> None:
    try:
        page_template()
    except MissingPart as missing:
        pytest.skip(str(missing))
    said = holdfast("report", "-w", ws, "-o", "out/all.html")
    assert said.status == 0
    assert said.out_line.startswith("out/all.html: ")
    page = (tmp_path / "out" / "all.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html")
    for place in ("Izium", "Avdiivka", "Wad Madani"):
        assert place in page
    with Workspace(Path(ws)) as opened:
        words = [c.evidence.text for c in opened.ledger.claims() if c.moves_map]
    assert len(words) >= len(REPORTS)
    assert [w for w in words if w not in page] == []
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["all.html"]
