"""Paths in, documents and refusals out: the door of this room."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from holdfast.model import Document
from holdfast.model.errors import InputRefused, Refusal
from holdfast.model.ids import content_hash
from holdfast.sources.files import read_html_file, read_text_file
from holdfast.sources.tables import read_csv, read_jsonl

Reader = Callable[[Path], Iterator[Document | Refusal]]


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

    A path that does not exist is kept, to be refused by name when it is read.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            for folder, folders, names in os.walk(path):
                folders[:] = sorted(n for n in folders if not n.startswith("."))
                found += [Path(folder) / n for n in sorted(names) if not n.startswith(".")]
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def read_file(path: Path) -> Iterator[Document | Refusal]:
    """The documents of one file, whatever its kind. Never raises for what the file holds."""
    reader = READERS.get(path.suffix.lower())
    if not path.exists():
        yield Refusal(str(path), "no such file")
    elif not path.is_file():
        yield Refusal(str(path), "not a regular file")
    elif reader is None:
        kinds = " ".join(READERS)
        yield Refusal(str(path), f"not a kind of file that is read ({kinds})")
    else:
        try:
            yield from reader(path)
        except InputRefused as refused:
            yield Refusal(str(path), refused.reason, refused.line)
        except OSError as error:
            yield Refusal(str(path), error.strerror or str(error))


def read_documents(files: Iterable[Path]) -> Iterator[Document | Refusal]:
    """The documents of all files, no two with one id.

    The same id with another text, as two folders with a `report.txt` give, gets a tilde and the
    start of its hash, so that nothing is overwritten. The same id with the same text is read once
    and named as a repetition.
    """
    seen: dict[str, str] = {}
    for path in files:
        for item in read_file(path):
            if isinstance(item, Refusal):
                yield item
                continue
            digest = content_hash(item.text.encode("utf-8", "surrogatepass"))
            if seen.get(item.id, digest) != digest:
                item = msgspec.structs.replace(item, id=f"{item.id}~{digest[:6]}")
            if item.id in seen:
                reason = f"the same id {item.id!r} and text as an earlier document; read once"
                yield Refusal(str(path), reason)
                continue
            seen[item.id] = digest
            yield item
