"""The keeping of originals: every file that was read, byte for byte, under its SHA-256."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

_CHUNK = 1 << 20


def file_hash(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def original_path(originals: Path, sha256: str) -> Path:
    """Where the original with that hash lies, whether or not it does."""
    return originals / sha256[:2] / sha256


def keep(originals: Path, source: Path, sha256: str) -> Path:
    """Copy `source` into the folder `originals`, once; safe to be killed at any moment.

    In: the file and its hash as `file_hash` gives it. Out: where the copy lies. The bytes are
    hashed again while they are copied: a file that changed since it was read is kept under the
    hash of what was copied, and that path is returned.
    """
    target = original_path(originals, sha256)
    if target.exists():
        return target
    originals.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with (
        source.open("rb") as read,
        tempfile.NamedTemporaryFile(dir=originals, prefix=".part-", delete=False) as written,
    ):
        try:
            while piece := read.read(_CHUNK):
                digest.update(piece)
                written.write(piece)
            written.flush()
            os.fsync(written.fileno())
            target = original_path(originals, digest.hexdigest())
            target.parent.mkdir(exist_ok=True)
            os.replace(written.name, target)
        except BaseException:
            os.unlink(written.name)
            raise
    return target
