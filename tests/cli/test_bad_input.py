"""Bad input is named by file, line and reason on standard error, and the rest is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import REPORTS, Holdfast, put

TABLE_HEAD = "id,published,text\n"
#: A file's name, its bytes, the line to be named (None: the file), a word of the reason.
BAD = {
    "empty.txt": (b"", None, "empty"),
    "blank.md": (b" \n\n\t\n", None, "empty"),
    "packed.txt": (b"PK\x03\x04\x00\x00\x00\x00more", None, "binary"),
    "latin.txt": ("Izium\nKöln\n".encode("latin-1"), 2, "UTF-8"),
    "dump.jsonl": (b'{"id": "good", "text": "Nothing new."}\n{"id": "cut", "te\n', 2, "JSON"),
    "list.jsonl": (b"[1, 2]\n", 1, "object"),
    "table.csv": (TABLE_HEAD.encode() + b"a,2022-09-11,Quiet.\nb,2022-09-11\n", 3, "fields"),
    "photo.jpg": (b"\xff\xd8\xff\xe0", None, "kind of file"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named_and_the_rest_is_read(
    holdfast: Holdfast, tmp_path: Path, name: str
) -> None:
    data, line, reason = BAD[name]
    put(tmp_path / "in", "singa")
    (tmp_path / "in" / name).write_bytes(data)
    said = holdfast("claims", "in", "--format", "jsonl")
    assert said.status == 3
    (told,) = [one for one in said.err.splitlines() if one.startswith("refused ")]
    where = f"in/{name}" if line is None else f"in/{name}:{line}"
    assert told.startswith(f"refused {where}: ")
    assert reason in told
    assert '"side":"SAF"' in said.out
    assert "1 refused" in said.err_line
    assert "refused" not in said.out


def test_a_file_that_is_not_there_is_refused_by_name(holdfast: Holdfast) -> None:
    said = holdfast("claims", "nowhere.txt")
    assert said.status == 3
    assert "refused nowhere.txt: no such file" in said.err
    assert "0 documents" in said.err_line


def test_all_bad_files_together_are_all_named(holdfast: Holdfast, tmp_path: Path) -> None:
    put(tmp_path / "in")
    for name, (data, _, _) in BAD.items():
        (tmp_path / "in" / name).write_bytes(data)
    said = holdfast("claims", "in", "--format", "jsonl")
    assert said.err.count("refused in/") == len(BAD)
    for name in BAD:
        assert f"refused in/{name}" in said.err
    for id in REPORTS:
        assert f'"document":"{id}"' in said.out


def test_add_names_bad_files_too_and_takes_the_rest(holdfast: Holdfast, tmp_path: Path) -> None:
    put(tmp_path / "in", "izium")
    (tmp_path / "in" / "latin.txt").write_bytes(BAD["latin.txt"][0])
    assert holdfast("init", "ws").status == 0
    said = holdfast("add", "-w", "ws", "in", "nowhere.txt")
    assert said.status == 3
    assert "refused in/latin.txt:2: " in said.err
    assert "refused nowhere.txt: no such file" in said.err
    assert "1 document added, 0 known already, 2 refused" in said.out_line


def test_markup_in_a_name_is_printed_as_it_is(holdfast: Holdfast, tmp_path: Path) -> None:
    (tmp_path / "[red]odd[bold].txt").write_bytes(b"")
    said = holdfast("claims", "[red]odd[bold].txt")
    assert "refused [red]odd[bold].txt: empty" in said.err
