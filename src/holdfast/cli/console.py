"""What the verbs share: the two consoles, errors as sentences, exit statuses, options."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, ParamSpec

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from holdfast import __version__
from holdfast.model.errors import HoldfastError, Refusal
from holdfast.theatre import Theatre, find_theatre
from holdfast.workspace import Workspace

P = ParamSpec("P")

#: Answers go to `out`; everything about the work goes to `err`.
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

#: Exit statuses: an error that stopped the work; input that was refused while the rest went on.
ERROR, SOME_REFUSED = 1, 3


def guarded(verb: Callable[P, None]) -> Callable[P, None]:
    """Print the house's errors as one sentence and exit with 1; a closed pipe ends quietly."""

    @functools.wraps(verb)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            verb(*args, **kwargs)
        except HoldfastError as error:
            err.print("[bold red]error:[/] ", end="")
            err.print(str(error), markup=False)
            raise typer.Exit(ERROR) from error
        except BrokenPipeError:
            sys.stderr.close()
            raise typer.Exit(ERROR) from None

    return run


def _print_version(wanted: bool) -> None:
    if wanted:
        out.print(__version__)
        raise typer.Exit


version_option = Annotated[
    bool,
    typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version."),
]
folder_option = Annotated[
    Path, typer.Option("-w", "--workspace", metavar="DIR", help="The workspace folder.")
]
theatre_option = Annotated[
    str,
    typer.Option(
        "--theatre",
        metavar="T",
        help="The conflict: `auto` (by what each document mentions), a bundled theatre's id, "
        "`none`, or a theatre file.",
    ),
]


def parse_day(written: str | None) -> date | None:
    """A day given as 2022-09-11. Raises typer.BadParameter for anything else."""
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise typer.BadParameter(f"{written!r} is no day; write it as 2022-09-11") from error


def chosen_theatre(name: str) -> tuple[Theatre | None, bool]:
    """The theatre that an option names, and whether each document chooses its own."""
    if name == "auto":
        return None, True
    return (None if name == "none" else find_theatre(name)), False


@contextmanager
def progress_bar(what: str, total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on standard error; the callable moves it on by one."""
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(what, total=total)

        def advance(_: str) -> None:
            bar.advance(task)

        yield advance


def print_refusals(refusals: tuple[Refusal, ...] | list[Refusal]) -> None:
    """Each refusal on a line of its own: file, line, reason."""
    for refusal in refusals:
        err.print("[yellow]refused[/] ", end="")
        err.print(str(refusal), markup=False, soft_wrap=True)


def exit_for(refusals: tuple[Refusal, ...] | list[Refusal]) -> None:
    """Exit with 3 where some input was refused."""
    if refusals:
        raise typer.Exit(SOME_REFUSED)


def open_workspace(folder: Path) -> Workspace:
    """The workspace in a folder. Raises WorkspaceError where there is none."""
    return Workspace(folder)
