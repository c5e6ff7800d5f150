"""Many documents in one file: JSON Lines and CSV with `id, text, source, published, url, title`.

Only `text` is needed. A row without an id is called after the file and its line. One bad row is
refused with its line number, and the reading goes on with the next.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from holdfast.model import Document
from holdfast.model.errors import InputRefused, Refusal
from holdfast.model.ids import suffixed, text_hash
from holdfast.model.mistakes import explain
from holdfast.sources.custody import file_hash
from holdfast.sources.decode import check_head, decode
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


class Row(msgspec.Struct, frozen=True):
    """A document and the line on which it stands."""

    document: Document
    line: int


class Rows:
    """What makes documents of the rows of one file, no two with one id."""

    def __init__(self, path: Path, kind: str) -> None:
        """`kind` is the documents' format. Raises InputRefused for a file that is no text."""
        check_head(path)
        self.path = path
        self.kind = kind
        self.sha256 = file_hash(path)
        self._seen: dict[str, tuple[str, int]] = {}

    def documents(self, record: Record, line: int) -> Iterator[Row | Refusal]:
        """The document of a row, after a word on a date of it that was left out.

        The same id with another text gets a tilde and the start of its hash.

        Raises:
            InputRefused: for a row without text, and for one that an earlier row repeats.

        """
        if not record.text.strip():
            raise InputRefused("the text is empty", line=line)
        check_size(len(record.text.encode()), line=line)
        id = str(record.id) if record.id not in (None, "") else f"{self.path.stem}-{line}"
        if not id.isprintable():
            raise InputRefused(f"id: {id!r} holds a control character", line=line)
        digest = text_hash(record.text)
        for free in suffixed(id, digest):
            known, earlier = self._seen.setdefault(free, (digest, line))
            if earlier == line:
                break
            if known == digest:
                reason = f"the same id {id!r} and text as on line {earlier}; read once"
                raise InputRefused(reason, line=line)
        published, left_out = read_published(record.published, self.path, line=line)
        yield from left_out
        document = Document(
            id=free,
            text=record.text,
            source=record.source or None,
            published=published,
            url=record.url or None,
            title=record.title or None,
            format=self.kind,
            sha256=self.sha256,
            original=str(self.path),
            furniture=mark_furniture(record.text),
        )
        yield Row(document, line)


def read_jsonl(path: Path) -> Iterator[Row | Refusal]:
    """Every line of a JSON Lines file as a document or a refusal; blank lines are skipped."""
    rows = Rows(path, "jsonl")
    decoder = msgspec.json.Decoder(Record)
    seen_any = False
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        seen_any = True
        try:
            check_size(len(line), line=number)
            record = decoder.decode(line.removeprefix(b"\xef\xbb\xbf"))
            yield from rows.documents(record, number)
        except msgspec.ValidationError as error:
            yield Refusal(str(path), ": ".join(filter(None, explain(error, Record))), number)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield Refusal(str(path), f"not a JSON object: {error}", number)
        except InputRefused as refused:
            yield Refusal(str(path), refused.reason, number)
    if not seen_any:
        yield Refusal(str(path), "empty")


def _lines(path: Path) -> Iterator[bytes]:
    """Lines of at most a little over `MAX_DOCUMENT` bytes; the rest of a longer one is passed over,
    so that a file without line ends cannot fill the memory. UTF-16 with its mark comes as UTF-8.
    """
    with path.open("rb") as file:
        if file.read(2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
            yield from decode(path.read_bytes()).encode().splitlines(keepends=True)
            return
        file.seek(0)
        while line := file.readline(MAX_DOCUMENT + 2):
            if len(line) > MAX_DOCUMENT and not line.endswith(b"\n"):
                while (rest := file.readline(MAX_DOCUMENT)) and not rest.endswith(b"\n"):
                    pass
            yield line


def read_csv(path: Path) -> Iterator[Row | Refusal]:
    """Every row of a CSV file with a header line; the line given is the one the row starts on."""
    made = Rows(path, "csv")
    text = decode(path.read_bytes())
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
            yield Refusal(str(path), f"not valid CSV: {_meant(error)}", started)
            started = rows.line_num + 1
            continue
        line, started = started, rows.line_num + 1
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = [name.strip().lower() for name in row]
            _check_header(header, line)
            continue
        if len(row) != len(header):
            yield Refusal(str(path), f"{len(row)} fields where the header has {len(header)}", line)
            continue
        values = {k: v for k, v in zip(header, row, strict=True) if k in COLUMNS and v.strip()}
        try:
            record = Record(**{"text": "", **values})
            yield from made.documents(record, line)
        except InputRefused as refused:
            yield Refusal(str(path), refused.reason, line)


def _check_header(header: Sequence[str], line: int) -> None:
    """Raises InputRefused for a header from which the columns cannot be told."""
    if "text" not in header:
        told = f"no column is called text; the header names {', '.join(header)}"
        other = next((d for d in (";", "\t", "|") if len(header) == 1 and d in header[0]), None)
        if other is not None:
            name = {";": "semicolons", "\t": "tabs"}.get(other, repr(other))
            raise InputRefused(f"{told}. Its columns are parted by {name}; use commas", line=line)
        raise InputRefused(f"{told}. Columns read: {', '.join(COLUMNS)}", line=line)
    twice = [name for name in COLUMNS if header.count(name) > 1]
    if twice:
        raise InputRefused(f"several columns are called {', '.join(twice)}", line=line)


def _meant(error: csv.Error) -> str:
    if "unexpected end of data" in str(error):
        return "a quotation mark is never closed; nothing after it was read"
    return str(error)
