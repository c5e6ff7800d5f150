"""Where measuring data lies, and what to say where it does not."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"


class Absent(Exception):
    """Data that this machine does not have."""


def shared(*parts: str) -> Path:
    """A file or folder beside the repository.

    Raises:
        Absent: where it is not there.

    """
    path = SHARED.joinpath(*parts)
    if not path.exists():
        raise Absent(f"{path} is not there; it is not part of the repository")
    return path
