"""A workspace: a folder with settings, ledger and originals."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from holdfast import __version__
from holdfast.fusion import Evidence, in_theatre
from holdfast.ledger import Entry, Ledger
from holdfast.links import clusters, find_copies, gathered_claims
from holdfast.model import Claim, Document
from holdfast.model.errors import Refusal, SettingsError, Undated, WorkspaceError
from holdfast.reading import Reader
from holdfast.sources import find_files, keep, read_files
from holdfast.theatre import (
    AUTO,
    NONE,
    Theatre,
    bundled,
    find_theatre,
    is_bundled,
    load_theatre,
    paper_side,
    unknown_theatre,
)
from holdfast.workspace.settings import FILE, Settings, load_settings, where, write_settings

#: What the copy of a theatre file is called in a workspace.
THEATRE_FILE = "theatre.toml"
LEDGER = "ledger.sqlite"

#: Called after each unit of long work with what was done: a path or a document's id.
Progress = Callable[[str], None]


class Added(msgspec.Struct, frozen=True):
    """What `add` took in; `undated` are documents taken in without the date their page gives."""

    new: int
    known: int
    refusals: tuple[Refusal, ...]
    undated: tuple[Undated, ...] = ()


class Built(msgspec.Struct, frozen=True):
    """What `build` went through; `unread` pairs the ids of those it could not read with reasons."""

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
        self.ledger = Ledger(folder / LEDGER)

    @classmethod
    def create(cls, folder: Path, *, theatre: str = "auto") -> Workspace:
        """Make a new workspace. An existing one is never overwritten.

        `theatre` is "auto", "none", the id of a bundled theatre, or the path of a file, which is
        copied into the folder unless it lies there.

        Raises:
            WorkspaceError: where there is one already, or the folder or its ledger cannot be made.
            TheatreError: where the theatre does not exist, or its file has a mistake.

        """
        if (folder / FILE).exists():
            raise WorkspaceError(f"there is a workspace in {folder.resolve()} already")
        file = None
        if theatre not in {AUTO, NONE}:
            find_theatre(theatre)
            file = None if is_bundled(theatre) else Path(theatre)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "originals").mkdir(exist_ok=True)
            # A file of the ledger's name that is none is told of before there is a workspace.
            Ledger(folder / LEDGER).close()
            name = theatre if file is None else _keep_theatre(folder, file)
            write_settings(folder, theatre=name)
        except OSError as error:
            raise WorkspaceError(f"{folder}: cannot be made: {error.strerror or error}") from error
        return cls(folder)

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.ledger.close()

    # -- taking in --------------------------------------------------------------------------

    def add(self, paths: Iterable[Path], progress: Progress = _silent) -> Added:
        """Take in files and folders: originals by hash, documents into the ledger.

        Safe to run twice and to kill at any moment: what was taken in stays, the rest can be
        added again. A changed file supersedes what was taken in from it before; a file of the same
        name in another folder does not. A theatre file that has become bad is named before anything is taken in.
        """
        self.theatre()
        new = known = 0
        refusals: list[Refusal] = []
        undated: list[Undated] = []
        kept: set[str] = set()
        for item in read_files(find_files(paths)):
            if isinstance(item, Refusal):
                self.ledger.refuse(item)
                if isinstance(item, Undated):
                    undated.append(item)
                    continue
                refusals.append(item)
                progress(item.path)
                continue
            if item.sha256 not in kept:
                keep(self.folder / "originals", Path(item.original), item.sha256)
                kept.add(item.sha256)
            if self.ledger.add(item, path=str(Path(item.original).resolve())):
                new += 1
            else:
                known += 1
            progress(item.id)
        return Added(new, known, tuple(refusals), tuple(undated))

    # -- reading ----------------------------------------------------------------------------

    def theatre(self) -> Theatre | None:
        """The theatre that the settings name; None for "auto" and "none".

        Raises:
            SettingsError: where there is no such theatre and no such file beside the settings.
            TheatreError: where the file has a mistake.

        """
        name = self.settings.theatre
        if name in {AUTO, NONE}:
            return None
        if is_bundled(name):
            return find_theatre(name)
        path = self.folder / name
        if path.is_file():
            return load_theatre(path)
        reason = f"no such file: {path}" if path.suffix == ".toml" else unknown_theatre(name)
        raise SettingsError(f"{where(self.folder, 'theatre')}: theatre = {name!r}: {reason}")

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
        """The theatres that documents were read with, the most used first, and the one that the
        settings name, whether or not anything was read with it.
        """
        counts: dict[str, int] = {}
        for entry in entries:
            if entry.theatre is not None:
                counts[entry.theatre] = counts.get(entry.theatre, 0) + 1
        known = {t.id: t for t in bundled()}
        chosen = self.theatre()
        if chosen is not None:
            known[chosen.id] = chosen
            counts.setdefault(chosen.id, 0)
        return [known[id] for id in sorted(counts, key=lambda t: (-counts[t], t)) if id in known]

    def evidence(self, *, known_by: date | None = None) -> tuple[Evidence, list[Theatre]]:
        """Everything that fusion needs; with `known_by`, of no document written after that day."""
        entries = self.ledger.documents(known_by=known_by)
        theatres = self.theatres_in_force(entries)
        return evidence_of(
            self.ledger.claims(known_by=known_by), [e.document for e in entries], theatres
        ), theatres


def _keep_theatre(folder: Path, file: Path) -> str:
    """Copy a theatre file into the folder, unless it lies there. Out: its path from there."""
    if file.resolve().is_relative_to(folder.resolve()):
        return file.resolve().relative_to(folder.resolve()).as_posix()
    kept = folder / THEATRE_FILE
    if kept.exists():
        raise WorkspaceError(
            f"{kept} exists already, and {file} would be copied there; move it, or name it with "
            "--theatre"
        )
    shutil.copyfile(file, kept)
    return THEATRE_FILE


def evidence_of(
    claims: Sequence[Claim], documents: Sequence[Document], theatres: Sequence[Theatre]
) -> Evidence:
    """Claims with what is known of their papers: copies among them, names, leanings.

    Texts are compared without their furniture, which all pages of one site share.
    """
    texts = {d.id: plain for d in documents if (plain := d.plain).strip()}
    copies = find_copies(texts)
    leader = clusters((d.id for d in documents), copies)
    words = ((c.id, c.document, c.evidence.text) for c in claims)
    taken = {claim: leader[id] for claim, id in gathered_claims(words, texts, copies)}
    return Evidence(
        claims=tuple(in_theatre(claim, theatres) for claim in claims),
        copy_of=leader | taken,
        source_of={d.id: d.source for d in documents},
        leaning_of={
            d.id: next((s for t in theatres if (s := paper_side(d, t)) is not None), None)
            for d in documents
        },
    )
