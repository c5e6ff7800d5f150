"""`holdfast disputes`: where the reports contradict each other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from holdfast.cli.console import count, folder_option, open_workspace, out
from holdfast.cli.tables import print_disputes
from holdfast.fusion import find_disputes

EXAMPLES = "Examples: `holdfast disputes` · `holdfast disputes -w kharkiv --json`"


def run(
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    workspace: folder_option = Path(),
) -> None:
    """List the contradictions: who holds, whether it happened, what it is called, how many."""
    with open_workspace(workspace) as opened:
        claims = opened.ledger.claims()
    found = find_disputes(claims)
    if json:
        for dispute in found:
            sys.stdout.buffer.write(msgspec.json.encode(dispute) + b"\n")
        return
    print_disputes(found, {c.id: c for c in claims})
    out.print(f"{count(len(found), 'dispute')} among {count(len(claims), 'claim')}")
