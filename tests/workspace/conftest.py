"""One workspace with all reports, read once for all tests that only ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from holdfast.workspace import Questions, Workspace

from .reports import put


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The workspace with every report, added and read. Tests do not change it."""
    folder = tmp_path_factory.mktemp("workspace")
    put(folder / "in")
    with Workspace.create(folder / "ws") as workspace:
        workspace.add([folder / "in"])
        workspace.build()
        yield workspace


@pytest.fixture(scope="session")
def questions(built: Workspace) -> Questions:
    """Questions to everything that is known."""
    return Questions(*built.evidence())


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with nothing in it."""
    with Workspace.create(tmp_path / "ws") as workspace:
        yield workspace


def ask_as_of(workspace: Workspace, place: str, on: date, known_by: date | None):  # type: ignore[no-untyped-def]
    """The answer as it could be had on a day."""
    evidence, theatres = workspace.evidence(known_by=known_by)
    return Questions(evidence, theatres, known_by=known_by).ask(place, on)
