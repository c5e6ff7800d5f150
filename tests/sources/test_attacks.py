"""Input as nobody should give it: each piece is refused by file, line and reason, or read; nothing
hangs, and the rest goes on.
"""

from __future__ import annotations

import codecs
import gzip
import json
import os
import zipfile
from pathlib import Path

import pytest

from holdfast.model import Document
from holdfast.model.errors import Refusal, Undated
from holdfast.sources import find_files, read_documents, read_files

TEXT = "Köln is quiet tonight, and nobody knows for how long."
MEG = 1_000_000


def both(*paths: Path) -> tuple[list[Document], list[Refusal]]:
    items = list(read_documents(find_files(paths)))
    return (
        [i for i in items if isinstance(i, Document)],
        [i for i in items if isinstance(i, Refusal)],
    )


#: A file's name, its bytes, the line named (None: the file as a whole), words of the reason.
REFUSED: dict[str, tuple[bytes, int | None, str]] = {
    "mark.txt": (codecs.BOM_UTF8, None, "empty"),
    "mark16.txt": (codecs.BOM_UTF16_LE, None, "empty"),
    "bare16.txt": (TEXT.encode("utf-16-le"), None, "UTF-16 without its byte-order mark"),
    "bare16be.csv": (f"id,text\n1,{TEXT}\n".encode("utf-16-be"), None, "UTF-16 without"),
    "bare16.jsonl": ('{"text": "a"}\n'.encode("utf-16-le"), None, "UTF-16 without"),
    "cut16.txt": (TEXT.encode("utf-16")[:-1], 1, "UTF-16-LE"),
    "text32.txt": (TEXT.encode("utf-32"), 1, "NUL"),
    "late.txt": (b"line\n" * 20_000 + b"\0", 20_001, "NUL"),
    "packed.jsonl": (gzip.compress(os.urandom(5000)), None, "binary"),
    "zeros.html": (bytes(5000), None, "binary"),
    "open.md": (b"---\nsource: X\nNight fell.\n", 1, "no line of --- closes it"),
    "odd.md": (b"---\nsource: X\nno entry\n---\nNight fell.\n", 3, "no `key: value`"),
    "bare.md": (b"---\nsource: X\n---\n", None, "nothing but front matter"),
    "array.jsonl": (b'[{"text": "x"}]\n', 1, "object"),
    "nested.jsonl": (b'{"x": ' + b"[" * 200_000 + b"]" * 200_000 + b"}\n", 1, "recursion"),
    "half.jsonl": (b'{"text": "half \\ud800 a pair"}\n', 1, "surrogate|truncated"),
    "number.jsonl": (b'{"text": "x", "published": 2022}\n', 1, "published"),
    "control.jsonl": (b'{"id": "a\\nb", "text": "x"}\n', 1, "control character"),
    "long.jsonl": (b'{"text": "' + b"x" * 11 * MEG + b'"}\n', 1, "10 MB"),
    "open.csv": (b'id,text\n1,ok\n2,"never closed\n3,lost\n', 3, "never closed"),
    "semicolons.csv": (b"id;text\n1;x\n", 1, "semicolons"),
    "tabs.csv": (b"id\ttext\n1\tx\n", 1, "tabs"),
    "twice.csv": (b"text,text\na,b\n", 1, "several columns"),
    "long.csv": (b'id,text\n1,"' + b"y" * 11 * MEG + b'"\n', 2, "limit"),
    "page.html": (b"<html><body><nav>x</nav></body></html>", None, "no article"),
    "deep.html": (b"<div>" * 100_000 + b"Quiet.", None, "page"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_content_is_refused_with_its_line_and_reason(tmp_path: Path, name: str) -> None:
    data, line, reason = REFUSED[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text("The rest.")
    found, (refusal, *more) = both(tmp_path)
    assert (refusal.path, refusal.line) == (str(tmp_path / name), line)
    assert any(words in refusal.reason for words in reason.split("|"))
    assert more == []
    assert found[-1].text == "The rest."


@pytest.mark.parametrize(
    ("name", "data", "texts"),
    [
        ("a.csv", codecs.BOM_UTF8 + b"id,text\r\n1,Quiet.\r\n", ["Quiet."]),
        ("a.csv", "id,text\n1,Köln.\n".encode("utf-16"), ["Köln."]),
        ("a.csv", b'id,text\n1,"two ""q"" and\nmore"\n', ['two "q" and\nmore']),
        ("a.csv", b"ID , Text,more\n1,Quiet.,x\n", ["Quiet."]),
        ("a.jsonl", codecs.BOM_UTF8 + b'{"text": "One."}\r\n{"text": "Two."}', ["One.", "Two."]),
        ("a.jsonl", '{"text": "Köln."}\r\n'.encode("utf-16"), ["Köln."]),
        ("a.jsonl", b'{"text": "x", "url": "http://["}\n', ["x"]),
        ("a.jsonl", b'{"id": "", "text": "One."}\n{"id": null, "text": "Two."}', ["One.", "Two."]),
    ],
)
def test_unusual_content_is_read(tmp_path: Path, name: str, data: bytes, texts: list[str]) -> None:
    (tmp_path / name).write_bytes(data)
    found, refused = both(tmp_path)
    assert [d.text for d in found] == texts
    assert refused == []


def test_front_matter_may_have_windows_lines_lists_and_a_mark(tmp_path: Path) -> None:
    front = "---\ntitle: T\ntags:\n  - a\n- b\nsource: S\n---\nNight fell.\n"
    (tmp_path / "a.md").write_bytes(codecs.BOM_UTF8 + front.replace("\n", "\r\n").encode())
    ((document,), refused) = both(tmp_path)
    assert (document.title, document.source, refused) == ("T", "S", [])
    assert document.text[document.furniture[0].span.end :] == "Night fell.\r\n"


def test_rows_of_one_id_are_kept_apart_and_repetitions_named_with_their_lines(
    tmp_path: Path,
) -> None:
    rows = [("a", "One."), ("a", "One."), ("a", "Two."), ("a", "Two."), ("b", "One.")]
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in rows)
    )
    (tmp_path / "b.csv").write_text("id,text\nb,One.\n")
    found, refused = both(tmp_path)
    assert [d.text for d in found] == ["One.", "Two.", "One."]
    assert (found[0].id, found[1].id[:2], found[2].id) == ("a", "a~", "b")
    assert [(Path(r.path).name, r.line) for r in refused] == [
        ("a.jsonl", 2), ("a.jsonl", 4), ("b.csv", 2),
    ]  # fmt: skip
    assert "line 1" in refused[0].reason
    assert "a.jsonl" in refused[2].reason


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a.csv"])
def test_a_sparse_file_of_a_hundred_megabytes_is_refused(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(100 * MEG)
    found, (refusal,) = both(tmp_path)
    assert found == []
    assert "10 MB" in refusal.reason or "binary" in refusal.reason


@pytest.mark.parametrize("name", ["pipe.txt", "pipe.jsonl", "pipe.csv", "pipe.html"])
def test_a_pipe_and_a_device_are_refused_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    (tmp_path / f"null-{name}").symlink_to("/dev/null")
    found, refused = both(tmp_path)
    assert found == []
    assert [r.reason for r in refused] == ["not a regular file"] * 2


def test_links_that_lead_nowhere_or_round_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Quiet.")
    (tmp_path / "dead.txt").symlink_to("gone.txt")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "up").symlink_to(".")
    found, refused = both(tmp_path)
    assert [d.id for d in found] == ["a"]
    said = {Path(r.path).name: r.reason for r in refused}
    assert said["dead.txt"] == said["round.txt"] == "a link to nothing"
    assert "link to a folder" in said["up"]
    assert [d.id for d in both(tmp_path / "up")[0]] == ["a"], "but what is asked for is read"


def _remove_chain(top: Path) -> None:
    """Removes d/d/d/…, which is too deep for those who clean up after tests."""
    os.chdir(top)
    depth = 0
    while Path("d").is_dir():
        os.chdir("d")
        depth += 1
    Path("deep.txt").unlink(missing_ok=True)
    for _ in range(depth):
        os.chdir("..")
        os.rmdir("d")


def test_folders_are_walked_however_deep(tmp_path: Path) -> None:
    here = os.getcwd()
    os.chdir(tmp_path)
    try:
        for _ in range(1200):
            os.mkdir("d")
            os.chdir("d")
        Path("deep.txt").write_text("Deep down.")
        os.chdir(tmp_path)
        found, refused = both(Path("d"))
    finally:
        _remove_chain(tmp_path)
        os.chdir(here)
    assert ([d.id for d in found], refused) == (["deep"], [])


def test_what_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut" / "a.txt").write_text("Hidden.")
    (tmp_path / "mine.txt").write_text("Mine.")
    (tmp_path / "open.txt").write_text("Open.")
    (tmp_path / "shut").chmod(0)
    (tmp_path / "mine.txt").chmod(0)
    if os.access(tmp_path / "mine.txt", os.R_OK):
        (tmp_path / "shut").chmod(0o700)
        pytest.skip("this user may read everything")
    found, refused = both(tmp_path, tmp_path / "shut" / "a.txt")
    (tmp_path / "shut").chmod(0o700)
    assert [d.text for d in found] == ["Open."]
    assert [r.reason for r in refused] == ["permission denied"] * 3


def test_names_of_all_kinds(tmp_path: Path) -> None:
    for name in ("two words.txt", "ім'я.txt", "-dash.txt", "UPPER.TXT", "[red]x[bold].txt"):
        (tmp_path / name).write_text(name)
    for bad in (b"caf\xe9.txt", b"two\nlines.txt", b"\x1b[2J.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + bad)).write_text("Quiet.")
    found, refused = both(tmp_path)
    assert {d.id for d in found} == {"two words", "ім'я", "-dash", "UPPER", "[red]x[bold]"}
    assert len(refused) == 3
    assert all("rename it" in r.reason and str(r).isprintable() for r in refused)


def test_archives_are_no_reports(tmp_path: Path) -> None:
    for name in ("a.zip", "b.txt"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("inside.txt", TEXT)
    found, refused = both(tmp_path)
    assert found == []
    assert ["kind of file" in refused[0].reason, "binary" in refused[1].reason] == [True, True]


def test_scripts_are_no_part_of_an_article(tmp_path: Path) -> None:
    words = "The mayor said that the bridge would stay closed until the ice had gone. "
    page = f"<html><body><script>{'var taken=1;' * 999}</script><article><p>{words * 3}</p>"
    (tmp_path / "a.html").write_text(page + "</article></body></html>")
    ((document,), refused) = both(tmp_path)
    assert "bridge" in document.text
    assert "var taken" not in document.text
    assert refused == []


def test_a_date_that_is_left_out_refuses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("published,text\n3/5/2031,Quiet.\n")
    ((document,), (told,)) = both(tmp_path)
    assert document.published is None
    assert isinstance(told, Undated)
    assert told.line == 2


def test_ids_in_their_own_files_have_no_suffix(tmp_path: Path) -> None:
    for folder in ("mon", "tue"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(folder)
    found = [d for d in read_files(find_files([tmp_path])) if isinstance(d, Document)]
    assert [d.id for d in found] == ["report", "report"]
