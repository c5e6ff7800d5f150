"""The ledger's tables, as a list of migrations that are never edited once released.

Two clocks: `known` is the first day on which a document could be read (its own day of writing),
`entered` the moment at which this ledger took it in. Rows are added and superseded, not changed.
"""

from __future__ import annotations

import sqlite3

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
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to the newest schema, each step in a transaction of its own.

    Raises:
        WorkspaceError: where the database was written by a newer Holdfast.

    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise WorkspaceError(
            f"the ledger is of schema {version}, this Holdfast knows {len(MIGRATIONS)}; "
            "install a newer Holdfast"
        )
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        with connection:
            connection.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")
