"""What the verbs share: the two consoles, errors as sentences, exit statuses, options."""

from __future__ import annotations

import codecs
import functools
import io
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, ParamSpec

import typer
from anyascii import anyascii
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from holdfast import __version__
from holdfast.model.errors import HoldfastError, Refusal, Undated
from holdfast.theatre import AUTO, NONE, Theatre, find_theatre
from holdfast.workspace import Workspace

P = ParamSpec("P")

#: Answers go to `out`; everything about the work goes to `err`.
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

#: Exit statuses: an error that stopped the work; input that was refused while the rest went on.
ERROR, SOME_REFUSED = 1, 3
#: What to do about what SQLite says.
LEDGER_STEPS = {
    "locked": "; is another holdfast at work on it?",
    "malformed": "; move ledger.sqlite away and add the originals again",
}

#: The name under which `_plain` is known to codecs.
PLAIN = "holdfast-plain"


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Characters that an encoding lacks, romanised: “Ізюм” is "Izium" on an ASCII terminal."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return anyascii(error.object[error.start : error.end]), error.end


codecs.register_error(PLAIN, _plain)


def guarded(verb: Callable[P, None]) -> Callable[P, None]:
    """Print the house's errors as one sentence and exit with 1; a closed pipe ends quietly.

    What a terminal's encoding lacks is printed in plain letters.
    """

    @functools.wraps(verb)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors=PLAIN)
        try:
            verb(*args, **kwargs)
        except HoldfastError as error:
            _print_error(str(error))
            raise typer.Exit(ERROR) from error
        except BrokenPipeError:
            sys.stderr.close()
            raise typer.Exit(ERROR) from None
        except OSError as error:
            name = error.filename2 or error.filename
            what = f"{name}: " if name else ""
            _print_error(f"{what}{(error.strerror or str(error)).lower()}")
            raise typer.Exit(ERROR) from error
        except sqlite3.Error as error:
            step = next((s for word, s in LEDGER_STEPS.items() if word in str(error)), "")
            _print_error(f"the ledger: {error}{step}")
            raise typer.Exit(ERROR) from error

    return run


def _print_error(message: str) -> None:
    err.print("[bold red]error:[/] ", end="")
    err.print(message, markup=False, soft_wrap=True)


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
        help="The conflict: `auto` (by what is read: each document, or the places and sides of claims), a bundled theatre's id, "
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
    if name == AUTO:
        return None, True
    return (None if name == NONE else find_theatre(name)), False


@contextmanager
def progress_bar(what: str, total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on standard error, where that is a terminal; the callable moves it on by one."""
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(
        *columns, console=err, transient=True, disable=not (total and err.is_terminal)
    ) as bar:
        task = bar.add_task(what, total=total)

        def advance(_: str) -> None:
            bar.advance(task)

        yield advance


def count(number: int, thing: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def print_refusals(refusals: Sequence[Refusal], undated: Sequence[Undated] = ()) -> None:
    """Each refusal on a line of its own: file, line, reason; then each date that was left out."""
    for what, items in (("[yellow]refused[/] ", refusals), ("[yellow]warning[/] ", undated)):
        for item in items:
            err.print(what, end="")
            err.print(str(item), markup=False, soft_wrap=True)


def without_date(undated: Sequence[Undated]) -> str:
    """The end of a line of counts: how many documents are read without their date, if any are."""
    whose = "its date" if len(undated) == 1 else "their date"
    return f", {count(len(undated), 'document')} read without {whose}" if undated else ""


def exit_for(refusals: Sequence[Refusal]) -> None:
    """Exit with 3 where some input was refused."""
    if refusals:
        raise typer.Exit(SOME_REFUSED)


def open_workspace(folder: Path) -> Workspace:
    """The workspace in a folder. Raises WorkspaceError where there is none."""
    return Workspace(folder)
