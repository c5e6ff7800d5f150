"""`holdfast init`: make a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from holdfast.cli.console import out, theatre_option
from holdfast.theatre import AUTO, NONE, is_bundled
from holdfast.workspace import Workspace

EXAMPLES = "Examples: `holdfast init` · `holdfast init kharkiv --theatre ru-ua`"


def run(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder; made if absent.")
    ] = Path(),
    theatre: theatre_option = "auto",
) -> None:
    """Make a workspace: a folder with settings, a ledger and the originals of what is added."""
    with Workspace.create(folder, theatre=theatre) as workspace:
        out.print(f"workspace made in {workspace.folder.resolve()}", markup=False, soft_wrap=True)
        if workspace.settings.theatre not in {AUTO, NONE} and not is_bundled(theatre):
            file = workspace.folder / workspace.settings.theatre
            out.print(f"its theatre file is {file}", markup=False, soft_wrap=True)
        out.print("next: holdfast add FILES, then holdfast build")
