"""holdfast.toml: the settings of a workspace."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import msgspec

from holdfast.language import SHIPPED
from holdfast.model.errors import SettingsError
from holdfast.model.mistakes import explain

FILE = "holdfast.toml"
TEMPLATE = """# Settings of this Holdfast workspace.

# Which conflict the reports are about: "auto", the id of a bundled theatre, "none",
# or the path of a theatre file, relative to this one.
theatre = {theatre}

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
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: not UTF-8; save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error
    try:
        return msgspec.convert(raw, Settings)
    except msgspec.ValidationError as error:
        key, reason = explain(error, Settings)
        raise SettingsError(f"{where(folder, key)}: {key}: {reason}") from error


def where(folder: Path, key: str) -> str:
    """The settings file with the line on which the last part of a dotted key stands, if it does."""
    path = folder / FILE
    word = re.escape(key.rpartition(".")[2])
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    at = re.compile(rf"\s*(?:\[[\w.]*{word}\]|\"?{word}\"?\s*=)")
    found = next((n for n, text in enumerate(lines, 1) if at.match(text)), None)
    return str(path) if found is None else f"{path}:{found}"


def write_settings(folder: Path, *, theatre: str) -> Path:
    """Write a new settings file with comments."""
    path = folder / FILE
    quoted = json.dumps(theatre, ensure_ascii=False)
    path.write_text(TEMPLATE.format(theatre=quoted, pipeline=SHIPPED), encoding="utf-8")
    return path
