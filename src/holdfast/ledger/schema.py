"""The ledger's tables, as a list of migrations that are never edited once released.

Two clocks: `known` is the first day on which a document could be read (its own day of writing),
`entered` the moment at which this ledger took it in. Rows are added and superseded; none is
deleted, so that what could be known on an earlier day can still be asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from holdfast.model.errors import WorkspaceError

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE document (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        original_sha256 TEXT NOT NULL,
        record TEXT NOT NULL,            -- model.Document as JSON
        entered TEXT NOT NULL,           -- UTC, ISO 8601
        superseded_by INTEGER REFERENCES document(row),
        UNIQUE (id, text_sha256)
    );
    CREATE TABLE reading (
        document INTEGER PRIMARY KEY REFERENCES document(row),
        reader TEXT NOT NULL,            -- version of reader, model and theatre
        theatre TEXT,
        dating TEXT NOT NULL,            -- model.Dating as JSON
        known TEXT,                      -- last day of writing, ISO; NULL where undated
        sentences INTEGER NOT NULL,
        unread TEXT,                     -- why nothing was read, NULL where something was
        unplaced TEXT NOT NULL           -- JSON list of names
    );
    CREATE TABLE claim (
        id TEXT NOT NULL,
        document INTEGER NOT NULL REFERENCES document(row),
        kind TEXT NOT NULL,
        side TEXT,
        place TEXT,
        start TEXT,
        "end" TEXT,
        record TEXT NOT NULL,            -- model.Claim as JSON
        PRIMARY KEY (id, document)
    );
    CREATE INDEX claim_place ON claim (place);
    CREATE INDEX claim_document ON claim (document);
    CREATE TABLE refusal (
        path TEXT NOT NULL,
        line INTEGER,
        reason TEXT NOT NULL,
        entered TEXT NOT NULL,
        UNIQUE (path, line, reason)
    );
    """,
    # 2: what a document is a version of; readings that a later one replaced; refusals once each.
    """
    CREATE TABLE document_2 (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL,                -- the same for all versions of a document
        name TEXT NOT NULL,              -- the id in its own file, before any suffix
        path TEXT NOT NULL,              -- the file it came from
        text_sha256 TEXT NOT NULL,
        original_sha256 TEXT NOT NULL,
        record TEXT NOT NULL,            -- model.Document as JSON
        entered TEXT NOT NULL,           -- UTC, ISO 8601
        superseded_by INTEGER REFERENCES document(row)
    );
    INSERT INTO document_2
        SELECT row, id, id, coalesce(json_extract(record, '$.original'), ''), text_sha256,
            original_sha256, record, entered, superseded_by
        FROM document;
    CREATE TABLE reading_2 (
        row INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document(row),
        reader TEXT NOT NULL,            -- version of reader, model and theatre
        theatre TEXT,
        dating TEXT NOT NULL,            -- model.Dating as JSON
        known TEXT,                      -- last day of writing, ISO; NULL where undated
        sentences INTEGER NOT NULL,
        unread TEXT,                     -- why nothing was read, NULL where something was
        unplaced TEXT NOT NULL,          -- JSON list of names
        superseded_by INTEGER REFERENCES reading(row)
    );
    INSERT INTO reading_2 (document, reader, theatre, dating, known, sentences, unread, unplaced)
        SELECT document, reader, theatre, dating, known, sentences, unread, unplaced
        FROM reading ORDER BY document;
    CREATE TABLE claim_2 (
        id TEXT NOT NULL,
        reading INTEGER NOT NULL REFERENCES reading(row),
        kind TEXT NOT NULL,
        side TEXT,
        place TEXT,
        start TEXT,
        "end" TEXT,
        record TEXT NOT NULL,            -- model.Claim as JSON
        PRIMARY KEY (id, reading)
    );
    INSERT INTO claim_2
        SELECT c.id, r.row, c.kind, c.side, c.place, c.start, c."end", c.record
        FROM claim c JOIN reading_2 r ON r.document = c.document ORDER BY c.rowid;
    CREATE TABLE refusal_2 (
        path TEXT NOT NULL,
        line INTEGER,
        reason TEXT NOT NULL,
        entered TEXT NOT NULL
    );
    INSERT INTO refusal_2
        SELECT path, line, reason, min(entered) FROM refusal
        GROUP BY path, line, reason ORDER BY min(rowid);
    DROP TABLE claim;
    DROP TABLE reading;
    DROP TABLE document;
    DROP TABLE refusal;
    ALTER TABLE document_2 RENAME TO document;
    ALTER TABLE reading_2 RENAME TO reading;
    ALTER TABLE claim_2 RENAME TO claim;
    ALTER TABLE refusal_2 RENAME TO refusal;
    CREATE INDEX document_id ON document (id);
    CREATE INDEX document_name ON document (name);
    CREATE INDEX reading_document ON reading (document);
    CREATE INDEX claim_place ON claim (place);
    CREATE INDEX claim_reading ON claim (reading);
    -- A unique index takes two NULLs for different values, so a line that is none counts as 0.
    CREATE UNIQUE INDEX refusal_once ON refusal (path, coalesce(line, 0), reason);
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to the newest schema, each step in a transaction of its own.

    Foreign keys must be off: a step may replace a table that others refer to.

    Raises:
        WorkspaceError: where the database was written by a newer Holdfast, or by another program.

    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise WorkspaceError(
            f"the ledger is of schema {version}, this Holdfast knows {len(MIGRATIONS)}; "
            "install a newer Holdfast"
        )
    if version == 0 and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise WorkspaceError(
            "the ledger is a database of another program; move it away and add the originals again"
        )
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done this step while this one waited for its turn.
            if int(connection.execute("PRAGMA user_version").fetchone()[0]) < number:
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, since running a whole script ends a transaction."""
    statement = ""
    for piece in script.split(";"):
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
