"""`holdfast claims`: files to claims, as a table or as lines."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from holdfast.model import Claim

from .conftest import REPORTS, Holdfast, put


def lines(printed: str) -> list[Claim]:
    return [msgspec.json.decode(line, type=Claim) for line in printed.splitlines()]


def test_lines_are_claims_whose_words_stand_in_the_file(holdfast: Holdfast, tmp_path: Path) -> None:
    put(tmp_path / "in")
    said = holdfast("claims", "in", "--format", "jsonl")
    assert said.status == 0
    found = lines(said.out)
    assert {c.document for c in found} == set(REPORTS)
    for claim in found:
        text = (tmp_path / "in" / f"{claim.document}.md").read_text()
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
    gains = {c.document: c.side for c in found if c.kind == "control_gained"}
    assert gains["izium"] == "UA"
    assert gains["madani"] == "RSF"
    assert gains["singa"] == "SAF"
    assert f"4 documents, {len(found)} claims, 0 not read, 0 refused" in said.err_line


def test_the_table_shows_who_what_where_when_and_the_words(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    put(tmp_path / "in", "avdiivka")
    said = holdfast("claims", "in")
    assert said.status == 0
    assert "UA withdrawal Avdiivka · 2024-02-17" in said.out_line
    assert "“Ukrainian troops withdrew from Avdiivka”" in said.out_line
    assert "theatre ru-ua" in said.out_line
    assert "{" not in said.out


def test_a_denial_is_shown_as_one(holdfast: Holdfast, tmp_path: Path) -> None:
    put(tmp_path / "in", "izium")
    assert "denied" in holdfast("claims", "in").out_line


def test_explain_names_the_rules_and_how_the_document_was_dated(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    put(tmp_path / "in", "singa")
    table = holdfast("claims", "in", "--explain")
    assert "capture.active" in table.out_line
    assert "dated:" in table.out_line
    assert "capture.active" not in holdfast("claims", "in").out
    first = json.loads(
        holdfast("claims", "in", "--explain", "--format", "jsonl").out.splitlines()[0]
    )
    assert first["explain"]["theatre"] == "sudan"
    assert first["explain"]["dating"]["time"]["start"] == "2024-11-24"
    assert first["because"]


def test_a_chosen_theatre_gives_its_sides_and_none_gives_names(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    put(tmp_path / "in", "singa")
    sides = {
        theatre: {
            c.side
            for c in lines(holdfast("claims", "in", "--theatre", theatre, "--format", "jsonl").out)
            if c.kind == "control_gained"
        }
        for theatre in ("sudan", "none")
    }
    assert sides["sudan"] == {"SAF"}
    assert "SAF" not in sides["none"]
    assert len(sides["none"]) == 1


def test_the_same_files_print_the_same_bytes(holdfast: Holdfast, tmp_path: Path) -> None:
    put(tmp_path / "in")
    first, again = (holdfast("claims", "in", "--format", "jsonl").out for _ in range(2))
    assert first == again


def test_a_document_that_is_not_read_is_named_with_its_reason(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    words = "Die Armee hat am Samstag die Stadt Isjum eingenommen, sagte der Generalstab in Kiew. "
    (tmp_path / "bericht.txt").write_text(words * 3)
    said = holdfast("claims", "bericht.txt", "--format", "jsonl")
    assert said.out == ""
    assert "not read bericht" in said.err_line
    assert "1 document, 0 claims, 1 not read, 0 refused" in said.err_line


@pytest.mark.parametrize("theatre", ["atlantis", "nowhere.toml"])
def test_an_unknown_theatre_is_refused_by_name(
    holdfast: Holdfast, tmp_path: Path, theatre: str
) -> None:
    put(tmp_path / "in", "izium")
    said = holdfast("claims", "in", "--theatre", theatre)
    assert said.status == 1
    assert said.err_line.startswith(f"error: {theatre}")
    assert said.out == ""
