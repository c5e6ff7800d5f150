"""The ledger: documents, readings and claims in SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from holdfast.ledger.schema import migrate
from holdfast.model import Claim, Dating, Document
from holdfast.model.errors import Refusal, WorkspaceError
from holdfast.model.ids import suffixed, text_hash


class Entry(msgspec.Struct, frozen=True):
    """A document of the ledger with how it was read; `dating` is None until it is."""

    row: int
    document: Document
    dating: Dating | None = None
    theatre: str | None = None
    unread: str | None = None
    unplaced: tuple[str, ...] = ()


class Ledger:
    """One database file. Every method is one transaction, so a kill loses at most one document."""

    def __init__(self, path: Path) -> None:
        """Open or create the database and bring its schema up to date.

        Raises:
            WorkspaceError: where the file is no database, or one of a newer Holdfast.

        """
        if path.is_dir():
            raise WorkspaceError(f"{path}: is a folder, no ledger; move it away")
        self._db = sqlite3.connect(path, isolation_level=None, timeout=30)
        try:
            migrate(self._db)
            self._db.execute("PRAGMA journal_mode = WAL")
        except WorkspaceError as error:
            self._db.close()
            raise WorkspaceError(f"{path}: {error}") from error
        except sqlite3.OperationalError:
            self._db.close()
            raise
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise WorkspaceError(
                f"{path}: {error}; move it away and add the originals again"
            ) from error
        self._db.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # -- documents --------------------------------------------------------------------------

    def add(self, document: Document, *, path: str | None = None) -> bool:
        """Enter a document; False where the ledger has it already.

        In: the document with the id that it has in its own file, and that file (by default
        `original`). Another text or other metadata of the same id from the same file or address
        is a new version: it supersedes the earlier one, which stays, and keeps its id. Another
        text of the same id from elsewhere is another document: its id gets a tilde and the start
        of its hash.
        """
        path = document.original if path is None else path
        digest = text_hash(document.text)
        with self._transaction() as db:
            earlier = self._earlier_version(document, path)
            if earlier is None:
                id = self._free_id(document.id, digest)
            else:
                known = msgspec.json.decode(earlier[2], type=Document)
                id = None if _same(known, document) else earlier[1]
            if id is None:
                return False
            entered = msgspec.structs.replace(document, id=id)
            cursor = db.execute(
                "INSERT INTO document (id, name, path, text_sha256, original_sha256, record, entered)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    id, document.id, path, digest, document.sha256,
                    msgspec.json.encode(entered).decode(), _now(),
                ),
            )  # fmt: skip
            if earlier is not None:
                db.execute(
                    "UPDATE document SET superseded_by = ? WHERE row = ?",
                    (cursor.lastrowid, earlier[0]),
                )
        return True

    def _earlier_version(self, document: Document, path: str) -> tuple[int, str, str] | None:
        """Row, id and record of the current document that this one is a version of, or the same."""
        rows = self._db.execute(
            "SELECT row, id, path, record FROM document"
            " WHERE name = ? AND superseded_by IS NULL ORDER BY row",
            (document.id,),
        ).fetchall()
        of_file = [(row, id, record) for row, id, from_, record in rows if from_ == path]
        if of_file or not _names_page(document.url):
            return of_file[0] if of_file else None
        pages = (
            (row, id, record) for row, id, _, record in rows
            if msgspec.json.decode(record, type=Document).url == document.url
        )  # fmt: skip
        return next(pages, None)

    def _free_id(self, name: str, digest: str) -> str | None:
        """An id for a new document of that name; None where one of them has the same text."""
        known = self._db.execute(
            "SELECT 1 FROM document WHERE name = ? AND text_sha256 = ? AND superseded_by IS NULL",
            (name, digest),
        )
        if known.fetchone() is not None:
            return None
        for id in suffixed(name, digest):
            if self._db.execute("SELECT 1 FROM document WHERE id = ?", (id,)).fetchone() is None:
                return id
        raise AssertionError("a whole hash is free where its text is new")

    def refuse(self, refusal: Refusal) -> None:
        """Remember a piece of input that could not be read."""
        with self._transaction() as db:
            db.execute(
                "INSERT OR IGNORE INTO refusal (path, line, reason, entered) VALUES (?, ?, ?, ?)",
                (refusal.path, refusal.line, refusal.reason, _now()),
            )

    def refusals(self) -> list[Refusal]:
        """Every refusal, in the order in which they came."""
        rows = self._db.execute("SELECT path, reason, line FROM refusal ORDER BY rowid")
        return [Refusal(path, reason, line) for path, reason, line in rows]

    def unread_by(self, reader: str) -> list[Entry]:
        """The documents that this version of the reader has not read, in order; superseded ones
        too, since they tell what could be known before they were corrected.
        """
        rows = self._db.execute(
            "SELECT d.row, d.record FROM document d"
            " LEFT JOIN reading r ON r.document = d.row AND r.superseded_by IS NULL"
            " WHERE r.reader IS NULL OR r.reader <> ? ORDER BY d.row",
            (reader,),
        )
        return [Entry(row, msgspec.json.decode(record, type=Document)) for row, record in rows]

    def documents(self, *, known_by: date | None = None) -> list[Entry]:
        """The current documents with their readings, by id.

        With `known_by`, the versions that were current on that day, of those written by then;
        undated ones are out.
        """
        where, parameters = _in_force(known_by)
        rows = self._db.execute(
            "SELECT d.row, d.record, r.dating, r.theatre, r.unread, r.unplaced FROM document d"
            " LEFT JOIN reading r ON r.document = d.row AND r.superseded_by IS NULL"
            f" WHERE {where} ORDER BY d.id",
            parameters,
        )
        return [
            Entry(
                row,
                msgspec.json.decode(record, type=Document),
                msgspec.json.decode(dating, type=Dating) if dating else None,
                theatre,
                unread,
                msgspec.json.decode(unplaced, type=tuple[str, ...]) if unplaced else (),
            )
            for row, record, dating, theatre, unread, unplaced in rows
        ]

    # -- readings ---------------------------------------------------------------------------

    def record(
        self,
        row: int,
        *,
        reader: str,
        theatre: str | None,
        dating: Dating,
        sentences: int,
        unread: str | None,
        unplaced: tuple[str, ...],
        claims: Iterable[Claim],
    ) -> None:
        """Enter the reading of a document; it supersedes an earlier reader's, which stays."""
        known = dating.time.end.isoformat() if dating.time.end is not None else None
        with self._transaction() as db:
            reading = db.execute(
                "INSERT INTO reading"
                " (document, reader, theatre, dating, known, sentences, unread, unplaced)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    row, reader, theatre, msgspec.json.encode(dating).decode(), known, sentences,
                    unread, msgspec.json.encode(unplaced).decode(),
                ),
            ).lastrowid  # fmt: skip
            db.execute(
                "UPDATE reading SET superseded_by = ?"
                " WHERE document = ? AND row <> ? AND superseded_by IS NULL",
                (reading, row, reading),
            )
            db.executemany(
                "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [_claim_row(reading, claim) for claim in claims],
            )

    def claims(self, *, known_by: date | None = None) -> list[Claim]:
        """The claims of the documents that `documents` gives, by document and place in the text."""
        where, parameters = _in_force(known_by)
        rows = self._db.execute(
            "SELECT c.record FROM claim c JOIN reading r ON r.row = c.reading"
            " JOIN document d ON d.row = r.document"
            f" WHERE r.superseded_by IS NULL AND {where} ORDER BY d.id, c.rowid",
            parameters,
        )
        return [msgspec.json.decode(record, type=Claim) for (record,) in rows]


def _in_force(known_by: date | None) -> tuple[str, tuple[str, ...]]:
    """The condition on document `d` and its reading `r`, with its parameters: the last version, or
    the last that was known by a day. All versions of a document have one id and ascending rows.
    """
    if known_by is None:
        return "d.superseded_by IS NULL", ()
    day = known_by.isoformat()
    return (
        "r.known <= ? AND NOT EXISTS (SELECT 1 FROM document later"
        " JOIN reading its ON its.document = later.row AND its.superseded_by IS NULL"
        " WHERE later.id = d.id AND later.row > d.row AND its.known <= ?)",
        (day, day),
    )


def _same(known: Document, given: Document) -> bool:
    """Whether a document has the same text and the same account of itself as a known one."""
    return all(
        getattr(known, field) == getattr(given, field)
        for field in ("text", "source", "published", "url", "title")
    )


def _names_page(url: str | None) -> bool:
    """Whether an address is that of one page and not of a whole site."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


def _claim_row(reading: int | None, claim: Claim) -> tuple[object, ...]:
    time, place = claim.time, claim.place
    return (
        claim.id, reading, claim.kind, claim.side, place.id if place is not None else None,
        time.start.isoformat() if time is not None and time.start else None,
        time.end.isoformat() if time is not None and time.end else None,
        msgspec.json.encode(claim).decode(),
    )  # fmt: skip


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
