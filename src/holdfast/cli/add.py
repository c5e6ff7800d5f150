"""`holdfast add`: take files into a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from holdfast.cli.console import (
    count,
    exit_for,
    folder_option,
    open_workspace,
    out,
    print_refusals,
    progress_bar,
    without_date,
)
from holdfast.sources import find_files

EXAMPLES = "Examples: `holdfast add reports/` · `holdfast add -w kharkiv pages/*.html dump.jsonl`"


def run(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATHS...", help="Files or folders: .txt .md .html .jsonl .csv"),
    ],
    workspace: folder_option = Path(),
) -> None:
    """Take files into the ledger, originals kept by their SHA-256. Safe to repeat or interrupt."""
    with open_workspace(workspace) as opened:
        with progress_bar("adding", len(find_files(paths))) as advance:
            added = opened.add(paths, advance)
        print_refusals(added.refusals, added.undated)
        out.print(
            f"{count(added.new, 'document')} added, {added.known} known already, "
            f"{len(added.refusals)} refused{without_date(added.undated)}",
            soft_wrap=True,
        )
        if added.new:
            out.print("next: holdfast build")
    exit_for(added.refusals)
