"""The ledger: documents, readings and claims in SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from holdfast.ledger.schema import migrate
from holdfast.model import Claim, Dating, Document
from holdfast.model.errors import Refusal, WorkspaceError
from holdfast.model.ids import content_hash


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
        self._db = sqlite3.connect(path, isolation_level=None, timeout=30)
        try:
            self._db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise WorkspaceError(
                f"{path}: {error}; move it away and add the originals again"
            ) from error
        self._db.execute("PRAGMA foreign_keys = ON")
        migrate(self._db)

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

    def add(self, document: Document) -> bool:
        """Enter a document; False where the ledger has it already, with the same text.

        A document with a known id and another text supersedes the earlier one, which stays.
        """
        digest = content_hash(document.text.encode("utf-8", "surrogatepass"))
        record = msgspec.json.encode(document).decode()
        with self._transaction() as db:
            known = db.execute(
                "SELECT row FROM document WHERE id = ? AND text_sha256 = ?", (document.id, digest)
            ).fetchone()
            if known is not None:
                return False
            cursor = db.execute(
                "INSERT INTO document (id, text_sha256, original_sha256, record, entered)"
                " VALUES (?, ?, ?, ?, ?)",
                (document.id, digest, document.sha256, record, _now()),
            )
            db.execute(
                "UPDATE document SET superseded_by = ?"
                " WHERE id = ? AND row <> ? AND superseded_by IS NULL",
                (cursor.lastrowid, document.id, cursor.lastrowid),
            )
        return True

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
        """The current documents that this version of the reader has not read, in order."""
        rows = self._db.execute(
            "SELECT d.row, d.record FROM document d LEFT JOIN reading r ON r.document = d.row"
            " WHERE d.superseded_by IS NULL AND (r.reader IS NULL OR r.reader <> ?)"
            " ORDER BY d.row",
            (reader,),
        )
        return [Entry(row, msgspec.json.decode(record, type=Document)) for row, record in rows]

    def documents(self) -> list[Entry]:
        """The current documents with their readings, by id."""
        rows = self._db.execute(
            "SELECT d.row, d.record, r.dating, r.theatre, r.unread, r.unplaced FROM document d"
            " LEFT JOIN reading r ON r.document = d.row"
            " WHERE d.superseded_by IS NULL ORDER BY d.id"
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
        claims: tuple[Claim, ...],
    ) -> None:
        """Enter the reading of a document in place of an earlier reader's."""
        known = dating.time.end.isoformat() if dating.time.end is not None else None
        with self._transaction() as db:
            db.execute("DELETE FROM claim WHERE document = ?", (row,))
            db.execute(
                "INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    row, reader, theatre, msgspec.json.encode(dating).decode(), known, sentences,
                    unread, msgspec.json.encode(unplaced).decode(),
                ),
            )  # fmt: skip
            db.executemany(
                "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [_claim_row(row, claim) for claim in claims],
            )

    def claims(self, *, known_by: date | None = None) -> list[Claim]:
        """The claims of all current documents, by document and place in the text.

        With `known_by`, only of documents written on or before that day; undated ones are out.
        """
        query = (
            "SELECT c.record FROM claim c JOIN document d ON d.row = c.document"
            " JOIN reading r ON r.document = d.row WHERE d.superseded_by IS NULL"
        )
        parameters: tuple[str, ...] = ()
        if known_by is not None:
            query += " AND r.known IS NOT NULL AND r.known <= ?"
            parameters = (known_by.isoformat(),)
        rows = self._db.execute(query + " ORDER BY d.id, c.rowid", parameters)
        return [msgspec.json.decode(record, type=Claim) for (record,) in rows]


def _claim_row(row: int, claim: Claim) -> tuple[object, ...]:
    time, place = claim.time, claim.place
    return (
        claim.id, row, claim.kind, claim.side, place.id if place is not None else None,
        time.start.isoformat() if time is not None and time.start else None,
        time.end.isoformat() if time is not None and time.end else None,
        msgspec.json.encode(claim).decode(),
    )  # fmt: skip


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
