"""The bundled example: short reports, all invented, on two real operations."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def example_reports() -> Path:
    """The folder of the example's reports."""
    return Path(str(resources.files("holdfast.workspace") / "example"))
