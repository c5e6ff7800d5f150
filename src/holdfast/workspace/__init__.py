"""A workspace: taking in, reading, asking."""

from holdfast.workspace.ask import Answer, Extent, Questions
from holdfast.workspace.folder import Added, Built, Workspace, evidence_of
from holdfast.workspace.settings import Settings

__all__ = [
    "Added",
    "Answer",
    "Built",
    "Extent",
    "Questions",
    "Settings",
    "Workspace",
    "evidence_of",
]
