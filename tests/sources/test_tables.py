"""JSON Lines and CSV: many documents a file, one bad row at a time."""

from __future__ import annotations

from pathlib import Path

from holdfast.model import Document
from holdfast.model.errors import Refusal
from holdfast.sources import read_documents


def both(path: Path) -> tuple[list[Document], list[Refusal]]:
    items = list(read_documents([path]))
    return (
        [i for i in items if isinstance(i, Document)],
        [i for i in items if isinstance(i, Refusal)],
    )


def test_jsonl_rows_with_and_without_ids(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text(
        '{"id": "a", "text": "One.", "source": "S", "published": "2022-09-11", "extra": 1}\n'
        "\n"
        '{"text": "Two."}\n'
        '{"id": 7, "text": "Three."}\n'
    )
    found, refused = both(path)
    assert [d.id for d in found] == ["a", "dump-3", "7"]
    assert found[0].source == "S"
    assert len({d.sha256 for d in found}) == 1, "one original, one hash"
    assert refused == []


def test_bad_jsonl_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(
        b'{"text": "One."}\n'
        b'{"text": "Two."\n'
        b'{"text": 5}\n'
        b'{"title": "no text"}\n'
        b"[1, 2]\n"
        b'{"text": "  "}\n'
        b'\xff\xfe{"text": "x"}\n'
        b'{"text": "Last."}\n'
    )
    found, refused = both(path)
    assert [d.text for d in found] == ["One.", "Last."]
    assert [r.line for r in refused] == [2, 3, 4, 5, 6, 7]
    assert all(str(r).startswith(str(path)) for r in refused)


def test_a_line_without_end_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "' + b"x" * 25_000_000 + b'"}\n{"text": "Next."}\n')
    found, refused = both(path)
    assert [d.text for d in found] == ["Next."]
    assert "limit" in refused[0].reason
    assert refused[0].line == 1


def test_csv_rows_over_several_lines_keep_their_line_numbers(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('ID,Text,Source\na,"Two\nlines.",S\nb,One line.,S\nc,too,many,fields\nd,,S\n')
    found, refused = both(path)
    assert [(d.id, d.text) for d in found] == [("a", "Two\nlines."), ("b", "One line.")]
    assert [r.line for r in refused] == [5, 6]
    assert "4 fields" in refused[0].reason
    assert "empty" in refused[1].reason


def test_csv_without_a_text_column_says_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("id,body\n1,x\n")
    found, (refusal,) = both(path)
    assert found == []
    assert "text" in refusal.reason
    assert "id, body" in refusal.reason
