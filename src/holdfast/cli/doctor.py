"""`holdfast doctor`: is everything in place?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import version

import typer

from holdfast import __version__
from holdfast.cli.console import ERROR, out
from holdfast.language import load_pipeline
from holdfast.model.errors import HoldfastError
from holdfast.reading.places.cache import cache_folder
from holdfast.reading.places.gazetteer import open_gazetteer
from holdfast.report import page_template
from holdfast.theatre import bundled

EXAMPLES = "Examples: `holdfast doctor`"


def _gazetteer() -> str:
    gazetteer = open_gazetteer()
    return f"{len(gazetteer):,} places, compiled in {cache_folder()}"


def _pipeline() -> str:
    meta = load_pipeline().meta
    return f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}, spaCy {version('spacy')}"


def _theatres() -> str:
    return ", ".join(t.id for t in bundled())


def _page() -> str:
    return f"{len(page_template()) / 1e6:.1f} MB"


CHECKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("python", lambda: f"{sys.version.split()[0]}, holdfast {__version__}"),
    ("english pipeline", _pipeline),
    ("gazetteer", _gazetteer),
    ("theatres", _theatres),
    ("report page", _page),
)


def run() -> None:
    """Check the installation: the language model, the gazetteer, the theatres, the report's page."""
    failed = False
    for name, check in CHECKS:
        try:
            out.print(f"[green]ok[/]   {name}: ", end="")
            out.print(check(), markup=False)
        except (HoldfastError, OSError) as error:
            failed = True
            out.print(f"[red]FAIL[/] {name}: ", end="")
            out.print(str(error), markup=False)
    if failed:
        raise typer.Exit(ERROR)
