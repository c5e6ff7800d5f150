"""Many documents in one file: JSON Lines and CSV with `id, text, source, published, url, title`.

Only `text` is needed. A row without an id is called after the file and its line. One bad row is
refused with its line number, and the reading goes on with the next.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import msgspec

from holdfast.model import Document
from holdfast.model.errors import InputRefused, Refusal
from holdfast.model.mistakes import explain
from holdfast.sources.custody import file_hash
from holdfast.sources.decode import decode
from holdfast.sources.files import MAX_DOCUMENT, check_size, read_published
from holdfast.sources.furniture import mark_furniture

COLUMNS = ("id", "text", "source", "published", "url", "title")


class Record(msgspec.Struct, frozen=True):
    """One row; further columns are ignored."""

    text: str
    id: str | int | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None


def read_jsonl(path: Path) -> Iterator[Document | Refusal]:
    """Every line of a JSON Lines file as a document or a refusal; blank lines are skipped."""
    sha256 = file_hash(path)
    decoder = msgspec.json.Decoder(Record)
    seen_any = False
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file), 1):
            if not line.strip():
                continue
            seen_any = True
            try:
                check_size(len(line), line=number)
                record = decoder.decode(line.removeprefix(b"\xef\xbb\xbf"))
                yield from _documents(record, path, number, sha256, "jsonl")
            except msgspec.ValidationError as error:
                yield Refusal(str(path), ": ".join(filter(None, explain(error, Record))), number)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                yield Refusal(str(path), f"not a JSON object: {error}", number)
            except InputRefused as refused:
                yield Refusal(str(path), refused.reason, number)
    if not seen_any:
        yield Refusal(str(path), "empty")


def _lines(file: io.BufferedReader) -> Iterator[bytes]:
    """Lines of at most a little over `MAX_DOCUMENT` bytes; the rest of a longer one is passed over,
    so that a file without line ends cannot fill the memory.
    """
    while line := file.readline(MAX_DOCUMENT + 2):
        if len(line) > MAX_DOCUMENT and not line.endswith(b"\n"):
            while (rest := file.readline(MAX_DOCUMENT)) and not rest.endswith(b"\n"):
                pass
        yield line


def read_csv(path: Path) -> Iterator[Document | Refusal]:
    """Every row of a CSV file with a header line; the line given is the one the row starts on."""
    sha256 = file_hash(path)
    try:
        text = decode(path.read_bytes())
    except InputRefused as refused:
        yield Refusal(str(path), refused.reason, refused.line)
        return
    csv.field_size_limit(MAX_DOCUMENT)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    started = 1
    while True:
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield Refusal(str(path), f"not valid CSV: {error}", started)
            started = rows.line_num + 1
            continue
        line, started = started, rows.line_num + 1
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = [name.strip().lower() for name in row]
            if "text" not in header:
                yield Refusal(
                    str(path),
                    f"no column is called text; the header names {', '.join(header)}. "
                    f"Columns read: {', '.join(COLUMNS)}",
                    line,
                )
                return
            continue
        if len(row) != len(header):
            yield Refusal(str(path), f"{len(row)} fields where the header has {len(header)}", line)
            continue
        values = {k: v for k, v in zip(header, row, strict=True) if k in COLUMNS and v.strip()}
        try:
            record = Record(**{"text": "", **values})
            yield from _documents(record, path, line, sha256, "csv")
        except InputRefused as refused:
            yield Refusal(str(path), refused.reason, line)


def _documents(
    record: Record, path: Path, line: int, sha256: str, kind: str
) -> Iterator[Document | Refusal]:
    if not record.text.strip():
        raise InputRefused("the text is empty")
    check_size(len(record.text.encode("utf-8", "surrogatepass")))
    published, left_out = read_published(record.published, path, line=line)
    yield from left_out
    yield Document(
        id=str(record.id) if record.id not in (None, "") else f"{path.stem}-{line}",
        text=record.text,
        source=record.source or None,
        published=published,
        url=record.url or None,
        title=record.title or None,
        format=kind,
        sha256=sha256,
        original=str(path),
        furniture=mark_furniture(record.text),
    )
