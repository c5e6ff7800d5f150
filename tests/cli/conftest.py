"""The command run in this process, in a folder of its own, and one workspace that was built once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from holdfast.cli.main import app
from holdfast.workspace import Workspace

#: One report for each side of two wars; the moves are real, the papers and the words are not.
REPORTS = {
    "izium": (
        "Harbour Wire", "2022-09-11",
        "Ukrainian forces recaptured the town of Izium on Saturday, the General Staff in Kyiv said."
        " The Russian Defence Ministry denied that its troops had withdrawn from Izium.",
    ),
    "avdiivka": (
        "Dnipro Letter", "2024-02-18",
        "Ukrainian troops withdrew from Avdiivka on Saturday, the commander of the Ukrainian forces"
        " said. Russian troops now control Avdiivka, the Defence Ministry in Moscow said.",
    ),
    "madani": (
        "Nile Mail", "2023-12-19",
        "The Rapid Support Forces captured the city of Wad Madani on Monday, the group said."
        " The Sudanese army said that its troops had withdrawn from Wad Madani.",
    ),
    "singa": (
        "Nile Mail", "2024-11-24",
        "Sudanese army troops recaptured the town of Singa from the Rapid Support Forces on"
        " Saturday, the army said. Shops opened again in the afternoon.",
    ),
}  # fmt: skip


def put(folder: Path, *ids: str) -> Path:
    """Write reports, all of them where none is named."""
    folder.mkdir(parents=True, exist_ok=True)
    for id in ids or REPORTS:
        source, published, words = REPORTS[id]
        front = f"---\nsource: {source}\npublished: {published}\n---\n"
        (folder / f"{id}.md").write_text(front + words + "\n")
    return folder


class Said:
    """What a call answered: exit status, standard output, standard error (and as one line each)."""

    def __init__(self, result: Any) -> None:
        self.status: int = result.exit_code
        self.out: str = result.stdout
        self.err: str = result.stderr
        self.out_line = " ".join(self.out.split())
        self.err_line = " ".join(self.err.split())


Holdfast = Callable[..., Said]


@pytest.fixture
def holdfast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Holdfast:
    """`holdfast("ask", "Izium")`: the command, in an empty folder. An unforeseen error fails."""
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str, stdin: bytes | str | None = None) -> Said:
        result = CliRunner().invoke(app, list(words), input=stdin, prog_name="holdfast")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result)

    return call


@pytest.fixture(scope="session")
def ws(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A workspace with all reports, added and built; tests do not change it."""
    folder = tmp_path_factory.mktemp("cli")
    put(folder / "in")
    with Workspace.create(folder / "ws") as workspace:
        workspace.add([folder / "in"])
        workspace.build()
    return str(folder / "ws")
