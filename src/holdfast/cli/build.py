"""`holdfast build`: read what is new."""

from __future__ import annotations

from pathlib import Path

from holdfast.cli.console import count, folder_option, open_workspace, out, progress_bar

EXAMPLES = "Examples: `holdfast build` · `holdfast build -w kharkiv`"


def run(workspace: folder_option = Path()) -> None:
    """Read every document that has not been read by this version yet."""
    with open_workspace(workspace) as opened:
        with progress_bar("reading", len(opened.pending())) as advance:
            built = opened.build(advance)
        for id, reason in built.unread:
            out.print(f"not read {id}: {reason}", markup=False, soft_wrap=True)
        read = built.documents - len(built.unread)
        unread = f", {len(built.unread)} not read" if built.unread else ""
        out.print(f"{count(read, 'document')} read{unread}, {count(built.claims, 'claim')}")
        if built.claims:
            out.print(
                "next: holdfast ask PLACE, holdfast disputes, holdfast report -o report.html",
                soft_wrap=True,
            )
