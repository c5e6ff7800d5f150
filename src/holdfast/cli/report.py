"""`holdfast report`: one HTML file that answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from holdfast.cli.console import count, folder_option, open_workspace, out
from holdfast.report import write_report

EXAMPLES = (
    "Examples: `holdfast report -o report.html` · `holdfast report -w kharkiv -o kharkiv.html`"
)


def run(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.html", help="The file to write.")
    ],
    workspace: folder_option = Path(),
) -> None:
    """Write the report: a map with a day slider and every claim's words, in one file that opens
    from disk without a network.
    """
    with open_workspace(workspace) as opened:
        written = write_report(opened, output)
    out.print(
        f"{output}: {count(written.places, 'place')}, {count(written.claims, 'claim')}, "
        f"{written.bytes / 1e6:.1f} MB",
        markup=False,
        soft_wrap=True,
    )
