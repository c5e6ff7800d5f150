"""Writing the report: the built page with its data inside."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

import msgspec

from holdfast.model.errors import HoldfastError, MissingPart
from holdfast.report.data import report_data
from holdfast.workspace import Workspace

#: The page's element that the data replaces.
SLOT = '<script id="holdfast-data" type="application/json">{}</script>'


class Written(msgspec.Struct, frozen=True):
    """What a report holds."""

    places: int
    claims: int
    bytes: int


def page_template() -> str:
    """The page as it was built with the wheel.

    Raises:
        MissingPart: where the page was not built, with the next step.

    """
    page = resources.files("holdfast.report") / "page" / "index.html"
    if not page.is_file():
        raise MissingPart(
            "the report's page was not built; install again with `pip install --force-reinstall .` "
            "(building it needs npm's registry once)"
        )
    return page.read_text(encoding="utf-8")


def write_report(workspace: Workspace, output: Path) -> Written:
    """Write the report on a workspace as one HTML file, whole or not at all.

    Raises:
        MissingPart: where the page was not built.
        HoldfastError: where a folder is named instead of a file.

    """
    template = page_template()
    if SLOT not in template:
        raise MissingPart("the report's page has no place for its data; build it again")
    if output.is_dir():
        raise HoldfastError(f"{output}: is a folder; name a file: -o {output / 'report.html'}")
    output.parent.mkdir(parents=True, exist_ok=True)
    data = report_data(workspace)
    page = template.replace(SLOT, SLOT.replace("{}", embed(msgspec.json.encode(data).decode())))
    _write_whole(page, output)
    return Written(len(data.places), len(data.claims), len(page.encode()))


def _write_whole(page: str, output: Path) -> None:
    """Write beside the file first, so that a failure leaves the file as it was and nothing else."""
    if output.exists() and not output.is_file():
        # A device or a pipe is written to, never put aside.
        output.write_text(page, encoding="utf-8")
        return
    part = output.with_name(output.name + ".part")
    try:
        part.write_text(page, encoding="utf-8")
        os.replace(part, output)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def embed(json: str) -> str:
    """JSON that may stand inside a script element: no text of a document can end it.

    Besides "<", the two line separators that JavaScript once took for line ends are escaped; all
    stay what they were once parsed.
    """
    return (
        json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
