"""Paths in, documents and refusals out: the door of this room."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from holdfast.model import Document
from holdfast.model.errors import InputRefused, Refusal
from holdfast.model.ids import suffixed, text_hash
from holdfast.sources.files import read_html_file, read_text_file
from holdfast.sources.tables import Row, read_csv, read_jsonl

Reader = Callable[[Path], Iterator[Document | Row | Refusal]]


READERS: dict[str, Reader] = {
    ".txt": read_text_file,
    ".md": read_text_file,
    ".markdown": read_text_file,
    ".html": read_html_file,
    ".htm": read_html_file,
    ".xhtml": read_html_file,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
}


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Every file under the paths, folders walked in name order; hidden files are passed over.

    What cannot be read is kept, to be refused by name when it is read: a path that does not exist,
    a folder that cannot be listed, a link to a folder (so that no loop is walked).
    """
    found: list[Path] = []
    for path in paths:
        found += _walk(path) if _is_folder(path) else [path]
    return list(dict.fromkeys(found))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _walk(folder: Path) -> Iterator[Path]:
    """The files of a folder, then those of the folders in it; as deep as they go."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as listed:
                entries = sorted(
                    (e.name, e.is_dir(follow_symlinks=False))
                    for e in listed if not e.name.startswith(".")
                )  # fmt: skip
        except OSError:
            yield here
            continue
        yield from (here / name for name, is_folder in entries if not is_folder)
        waiting += reversed([here / name for name, is_folder in entries if is_folder])


def read_file(path: Path) -> Iterator[Document | Row | Refusal]:
    """The documents of one file, whatever its kind. Never raises for what the file holds."""
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    if not shown.isprintable():
        shown = "".join(c if c.isprintable() else repr(c)[1:-1] for c in shown)
    try:
        if shown != str(path):
            raise InputRefused(
                "its name is not UTF-8, or holds a control character; rename it first"
            )
        yield from _reader_of(path)(path)
    except InputRefused as refused:
        yield Refusal(shown, refused.reason, refused.line)
    except OSError as error:
        yield Refusal(shown, (error.strerror or str(error)).lower())


def _reader_of(path: Path) -> Reader:
    """The reader for a file. Raises InputRefused, or OSError, where it cannot be read."""
    if path.is_symlink() and path.is_dir():
        raise InputRefused("a link to a folder, which is not followed; add the folder itself")
    if path.is_dir():
        os.listdir(path)
        raise InputRefused("a folder")
    if not path.exists():
        raise InputRefused("a link to nothing" if path.is_symlink() else "no such file")
    if not path.is_file():
        raise InputRefused("not a regular file")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise InputRefused(f"not a kind of file that is read ({' '.join(READERS)})")
    return reader


def read_files(files: Iterable[Path]) -> Iterator[Document | Refusal]:
    """The documents of all files, each with the id that it has in its own file.

    The same id with the same text as in an earlier file is read once and named as a repetition.
    """
    first: dict[tuple[str, str], Path] = {}
    for path in files:
        for item in read_file(path):
            if isinstance(item, Refusal):
                yield item
                continue
            document, line = (item.document, item.line) if isinstance(item, Row) else (item, None)
            earlier = first.setdefault((document.id, text_hash(document.text)), path)
            if earlier != path:
                reason = f"the same id {document.id!r} and text as in {earlier}; read once"
                yield Refusal(str(path), reason, line)
                continue
            yield document


def read_documents(files: Iterable[Path]) -> Iterator[Document | Refusal]:
    """The documents of all files, no two with one id.

    The same id with another text, as two folders with a `report.txt` give, gets a tilde and the
    start of its hash, so that nothing is overwritten.
    """
    taken: set[str] = set()
    for item in read_files(files):
        if isinstance(item, Document):
            free = next(i for i in suffixed(item.id, text_hash(item.text)) if i not in taken)
            taken.add(free)
            item = msgspec.structs.replace(item, id=free)
        yield item
