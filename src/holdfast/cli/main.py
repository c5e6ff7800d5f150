"""The command and its verbs."""

from __future__ import annotations

import typer

from holdfast.cli import add, ask, build, claims, demo, disputes, doctor, fuse, init, report
from holdfast.cli.console import guarded, version_option

app = typer.Typer(
    name="holdfast",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads war reporting as it comes and answers **who held what, since when, who says so, "
    "who disputes it, and how sure we can be**.\n\n"
    "Try it: `holdfast demo`. Read some files: `holdfast claims reports/`. "
    "Keep a body of reports: `holdfast init`, `add`, `build`, then `ask` and `report`.",
)


@app.callback()
def _root(version: version_option = False) -> None:
    """Options of the command itself."""


for verb in (claims, init, add, build, ask, disputes, report, fuse, demo, doctor):
    app.command(name=verb.__name__.rpartition(".")[2], epilog=verb.EXAMPLES)(guarded(verb.run))
