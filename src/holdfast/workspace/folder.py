"""A workspace: a folder with settings, ledger and originals."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from holdfast import __version__
from holdfast.fusion import Evidence
from holdfast.ledger import Entry, Ledger
from holdfast.links import clusters, find_copies
from holdfast.model import Claim, Document
from holdfast.model.errors import Refusal, TheatreError, WorkspaceError
from holdfast.reading import Reader
from holdfast.sources import find_files, keep, read_documents
from holdfast.theatre import Theatre, bundled, find_theatre, paper_side
from holdfast.workspace.settings import FILE, Settings, load_settings, write_settings

#: Called after each unit of long work with what was done: a path or a document's id.
Progress = Callable[[str], None]


class Added(msgspec.Struct, frozen=True):
    """What `add` took in."""

    new: int
    known: int
    refusals: tuple[Refusal, ...]


class Built(msgspec.Struct, frozen=True):
    """What `build` read; `unread` pairs document ids with reasons."""

    documents: int
    claims: int
    unread: tuple[tuple[str, str], ...]


def _silent(_: str) -> None:
    """No progress shown."""


class Workspace:
    """The folder, opened; close it, or use it in a `with`."""

    def __init__(self, folder: Path) -> None:
        """Open an existing workspace.

        Raises:
            WorkspaceError: where there is none.
            SettingsError: where its settings are wrong.

        """
        if not (folder / FILE).exists():
            raise WorkspaceError(
                f"no workspace in {folder.resolve()}; make one with: holdfast init {folder}"
            )
        self.folder = folder
        self.settings: Settings = load_settings(folder)
        self.ledger = Ledger(folder / "ledger.sqlite")

    @classmethod
    def create(cls, folder: Path, *, theatre: str = "auto") -> Workspace:
        """Make a new workspace. An existing one is never overwritten.

        Raises:
            WorkspaceError: where there is one already.
            TheatreError: where the theatre does not exist.

        """
        if (folder / FILE).exists():
            raise WorkspaceError(f"there is a workspace in {folder.resolve()} already")
        if theatre not in {"auto", "none"}:
            find_theatre(theatre)
        folder.mkdir(parents=True, exist_ok=True)
        write_settings(folder, theatre=theatre)
        (folder / "originals").mkdir(exist_ok=True)
        return cls(folder)

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.ledger.close()

    # -- taking in --------------------------------------------------------------------------

    def add(self, paths: Iterable[Path], progress: Progress = _silent) -> Added:
        """Take in files and folders: originals by hash, documents into the ledger.

        Safe to run twice and to kill at any moment: what was taken in stays, the rest can be
        added again.
        """
        new = known = 0
        refusals: list[Refusal] = []
        kept: set[str] = set()
        for item in read_documents(find_files(paths)):
            if isinstance(item, Refusal):
                refusals.append(item)
                self.ledger.refuse(item)
                progress(item.path)
                continue
            if item.sha256 not in kept:
                keep(self.folder / "originals", Path(item.original), item.sha256)
                kept.add(item.sha256)
            if self.ledger.add(item):
                new += 1
            else:
                known += 1
            progress(item.id)
        return Added(new, known, tuple(refusals))

    # -- reading ----------------------------------------------------------------------------

    def theatre(self) -> Theatre | None:
        """The theatre that the settings name; None for "auto" and "none"."""
        name = self.settings.theatre
        if name in {"auto", "none"}:
            return None
        local = self.folder / name
        if name.endswith(".toml") and local.exists():
            return find_theatre(str(local))
        return find_theatre(name)

    def reader_version(self) -> str:
        """What a reading depends on besides its document: reader, pipeline and theatre."""
        theatre = self.theatre()
        theatres = [theatre] if theatre is not None else list(bundled())
        digest = hashlib.blake2b(digest_size=8)
        digest.update(self.settings.theatre.encode())
        for each in theatres:
            digest.update(msgspec.json.encode(each))
        return f"{__version__}/{self.settings.language.pipeline}/{digest.hexdigest()}"

    def pending(self) -> list[Entry]:
        """The documents that `build` would read."""
        return self.ledger.unread_by(self.reader_version())

    def build(self, progress: Progress = _silent) -> Built:
        """Read every document that this reader has not read yet."""
        version, pending = self.reader_version(), self.pending()
        if not pending:
            return Built(0, 0, ())
        reader = Reader(
            self.theatre(), auto=self.settings.theatre == "auto",
            pipeline=self.settings.language.pipeline,
        )  # fmt: skip
        claims = 0
        unread: list[tuple[str, str]] = []
        for entry, reading in zip(pending, reader.read(e.document for e in pending), strict=True):
            self.ledger.record(
                entry.row, reader=version, theatre=reading.theatre, dating=reading.dating,
                sentences=reading.sentences, unread=reading.unread, unplaced=reading.unplaced,
                claims=reading.claims,
            )  # fmt: skip
            claims += len(reading.claims)
            if reading.unread is not None:
                unread.append((entry.document.id, reading.unread))
            progress(entry.document.id)
        return Built(len(pending), claims, tuple(unread))

    # -- for fusion -------------------------------------------------------------------------

    def theatres_in_force(self, entries: Sequence[Entry]) -> list[Theatre]:
        """The theatres that documents were read with, the most used first."""
        counts: dict[str, int] = {}
        for entry in entries:
            if entry.theatre is not None:
                counts[entry.theatre] = counts.get(entry.theatre, 0) + 1
        chosen = self.theatre()
        found = []
        for id in sorted(counts, key=lambda t: (-counts[t], t)):
            if chosen is not None and chosen.id == id:
                found.append(chosen)
                continue
            try:
                found.append(find_theatre(id))
            except TheatreError:
                continue
        return found

    def evidence(self, *, known_by: date | None = None) -> tuple[Evidence, list[Theatre]]:
        """Everything that fusion needs, as it was known on a day."""
        entries = self.ledger.documents()
        theatres = self.theatres_in_force(entries)
        return evidence_of(
            self.ledger.claims(known_by=known_by), [e.document for e in entries], theatres
        ), theatres


def evidence_of(
    claims: Sequence[Claim], documents: Sequence[Document], theatres: Sequence[Theatre]
) -> Evidence:
    """Claims with what is known of their papers: copies among them, names, leanings."""
    texts = {d.id: d.text for d in documents}
    return Evidence(
        claims=tuple(claims),
        copy_of=clusters(texts, find_copies(texts)),
        source_of={d.id: d.source for d in documents},
        leaning_of={
            d.id: next((s for t in theatres if (s := paper_side(d, t)) is not None), None)
            for d in documents
        },
    )
