"""holdfast.toml: the settings of a workspace."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from holdfast.language import SHIPPED
from holdfast.model.errors import SettingsError

FILE = "holdfast.toml"
TEMPLATE = """# Settings of this Holdfast workspace.

# Which conflict the reports are about: "auto", the id of a bundled theatre, "none",
# or the path of a theatre file, relative to this one.
theatre = "{theatre}"

[language]
# The spaCy pipeline that parses English: the shipped one, or one you have installed.
pipeline = "{pipeline}"
"""


class LanguageSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The parser."""

    pipeline: str = SHIPPED


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    theatre: str = "auto"
    language: LanguageSettings = LanguageSettings()


def load_settings(folder: Path) -> Settings:
    """The settings of a workspace.

    Raises:
        SettingsError: naming the file and the key that is unknown or wrong.

    """
    path = folder / FILE
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error
    try:
        return msgspec.convert(raw, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {error}") from error


def write_settings(folder: Path, *, theatre: str) -> Path:
    """Write a new settings file with comments."""
    path = folder / FILE
    path.write_text(TEMPLATE.format(theatre=theatre, pipeline=SHIPPED), encoding="utf-8")
    return path
