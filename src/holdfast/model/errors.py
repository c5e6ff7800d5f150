"""What can go wrong, and what to do next.

    HoldfastError
    ├── InputRefused      a file, or a line of one, that cannot be read
    ├── SettingsError     holdfast.toml
    ├── TheatreError      a theatre file
    ├── WorkspaceError    no workspace, or one of another version
    ├── PlaceUnknown      a question about a place that no gazetteer or claim knows
    └── MissingPart       something that installation should have built or installed

Every message is a sentence that names the thing, then the next step.
"""

from __future__ import annotations

from dataclasses import dataclass


class HoldfastError(Exception):
    """Base of all errors that a user can act on."""


@dataclass(frozen=True)
class Refusal:
    """A piece of input that was not read: which file, which line of it, and why."""

    path: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.reason}"


@dataclass(frozen=True)
class Undated(Refusal):
    """A date of publication that was left out, while its document is read without it."""


class InputRefused(HoldfastError):
    """Raised inside a reader; the reading of a folder turns it into a counted `Refusal`."""

    def __init__(self, reason: str, *, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


class SettingsError(HoldfastError):
    """A key of holdfast.toml is unknown or has a wrong value."""


class TheatreError(HoldfastError):
    """A theatre file is malformed; `key` is the dotted path of the offending entry."""

    def __init__(self, path: str, key: str, reason: str) -> None:
        super().__init__(f"{path}: {key}: {reason}")
        self.path = path
        self.key = key
        self.reason = reason


class WorkspaceError(HoldfastError):
    """There is no workspace here, or it cannot be used."""


class PlaceUnknown(HoldfastError):
    """Nothing is known of a place by that name."""


class MissingPart(HoldfastError):
    """A part of the installation is absent: a model, the report's page."""
