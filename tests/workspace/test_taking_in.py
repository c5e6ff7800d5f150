"""Making a workspace, adding to it and building it, as library calls."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from holdfast.model.errors import SettingsError, TheatreError, WorkspaceError
from holdfast.workspace import Workspace

from .reports import REPORTS, put


def test_a_new_workspace_has_settings_ledger_and_originals(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "a" / "b", theatre="sudan") as workspace:
        assert workspace.settings.theatre == "sudan"
        assert workspace.ledger.documents() == []
    assert sorted(p.name for p in (tmp_path / "a" / "b").iterdir() if "-" not in p.name) == [
        "holdfast.toml", "ledger.sqlite", "originals",
    ]  # fmt: skip


def test_an_existing_workspace_is_never_overwritten(empty: Workspace, tmp_path: Path) -> None:
    empty.add(put(tmp_path / "in", "izium-wire"))
    with pytest.raises(WorkspaceError, match="already"):
        Workspace.create(empty.folder)
    assert len(empty.ledger.documents()) == 1


def test_an_unknown_theatre_makes_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(TheatreError, match="ru-ua"):
        Workspace.create(tmp_path / "ws", theatre="atlantis")
    assert not (tmp_path / "ws").exists()


def test_a_folder_without_a_workspace_is_named_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="holdfast init") as refused:
        Workspace(tmp_path)
    assert str(tmp_path) in str(refused.value)


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ('theatre = "none"\ncolour = "red"\n', "colour"),
        ("theatre = 3\n", "theatre"),
        ('theatre = "none\n', "TOML"),
        ('[language]\nparser = "x"\n', "parser"),
    ],
)
def test_wrong_settings_are_named_by_file_and_key(
    tmp_path: Path, settings: str, named: str
) -> None:
    Workspace.create(tmp_path / "ws").ledger.close()
    (tmp_path / "ws" / "holdfast.toml").write_text(settings)
    with pytest.raises(SettingsError) as refused:
        Workspace(tmp_path / "ws")
    assert named in str(refused.value)
    assert "holdfast.toml" in str(refused.value)


def test_adding_twice_changes_nothing(empty: Workspace, tmp_path: Path) -> None:
    files = put(tmp_path / "in", "izium-wire", "singa-wire")
    first = empty.add(files)
    again = empty.add(files)
    assert (first.new, first.known, first.refusals) == (2, 0, ())
    assert (again.new, again.known, again.refusals) == (0, 2, ())
    assert len([p for p in (empty.folder / "originals").rglob("*") if p.is_file()]) == 2


def test_originals_are_kept_by_the_hash_of_their_bytes(empty: Workspace, tmp_path: Path) -> None:
    (path,) = put(tmp_path / "in", "madani-wire")
    data = path.read_bytes()
    empty.add([path])
    path.unlink()
    (entry,) = empty.ledger.documents()
    digest = hashlib.sha256(data).hexdigest()
    assert entry.document.sha256 == digest
    kept = [p for p in (empty.folder / "originals").rglob("*") if p.is_file()]
    assert [p.read_bytes() for p in kept] == [data]
    assert digest in str(kept[0]).replace(os.sep, "")


def test_what_cannot_be_read_is_told_and_remembered_and_the_rest_goes_in(
    empty: Workspace, tmp_path: Path
) -> None:
    put(tmp_path / "in", "singa-wire")
    (tmp_path / "in" / "broken.txt").write_bytes(b"one\nM\xfcnchen\n")
    added = empty.add([tmp_path / "in", tmp_path / "nowhere.txt"])
    assert added.new == 1
    assert {(Path(r.path).name, r.line) for r in added.refusals} == {
        ("broken.txt", 2), ("nowhere.txt", None),
    }  # fmt: skip
    assert empty.ledger.refusals() == list(added.refusals)


def test_build_reads_only_what_is_new(empty: Workspace, tmp_path: Path) -> None:
    empty.add(put(tmp_path / "in", "izium-wire"))
    told: list[str] = []
    assert empty.build(told.append).documents == 1
    assert empty.build(told.append).documents == 0
    empty.add(put(tmp_path / "in", "singa-wire"))
    assert [e.document.id for e in empty.pending()] == ["singa-wire"]
    assert empty.build(told.append).documents == 1
    assert told == ["izium-wire", "singa-wire"]


def test_another_theatre_in_the_settings_makes_everything_new(
    empty: Workspace, tmp_path: Path
) -> None:
    empty.add(put(tmp_path / "in", "izium-wire"))
    empty.build()
    (empty.folder / "holdfast.toml").write_text('theatre = "sudan"\n')
    with Workspace(empty.folder) as again:
        assert len(again.pending()) == 1


CHILD = """
import os, signal
from pathlib import Path
from holdfast.workspace import Workspace

def kill_after_two(_, done=[]):
    done.append(_)
    if len(done) == 2:
        os.kill(os.getpid(), signal.SIGKILL)

with Workspace(Path({folder!r})) as workspace:
    workspace.{verb}({files}kill_after_two)
"""


def killed(workspace: Workspace, verb: str, files: str = "") -> None:
    code = CHILD.format(folder=str(workspace.folder), verb=verb, files=files)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


def test_a_build_that_is_killed_goes_on_where_it_stopped(
    empty: Workspace, built: Workspace, tmp_path: Path
) -> None:
    empty.add(put(tmp_path / "in"))
    killed(empty, "build")
    with Workspace(empty.folder) as again:
        left = len(again.pending())
        assert 0 < left < len(REPORTS)
        assert again.build().documents == left
        assert again.ledger.claims() == built.ledger.claims()


def test_an_add_that_is_killed_can_be_repeated(empty: Workspace, tmp_path: Path) -> None:
    put(tmp_path / "in")
    killed(empty, "add", f"[Path({str(tmp_path / 'in')!r})], ")
    with Workspace(empty.folder) as again:
        before = len(again.ledger.documents())
        assert 0 < before < len(REPORTS)
        added = again.add([tmp_path / "in"])
        assert (added.new, added.known) == (len(REPORTS) - before, before)
        assert [e.document.id for e in again.ledger.documents()] == sorted(REPORTS)
