"""Loading the data files that hold the reader's words and rules."""

from __future__ import annotations

import tomllib
from collections.abc import Hashable
from functools import cache
from importlib import resources
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")


def load(room: str, name: str, shape: type[T]) -> T:
    """The data file `reading/<room>/data/<name>.toml` as the record `shape`.

    Raises:
        msgspec.ValidationError: naming the key, where the file does not have that shape. The
            bundled files are tested, so a user can only see it after an edit of their own.

    """
    read: T = _read(room, name, cast(Hashable, shape))
    return read


@cache
def _read(room: str, name: str, shape: Any) -> Any:
    file = resources.files(f"holdfast.reading.{room}") / "data" / f"{name}.toml"
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        raise msgspec.ValidationError(f"{file}: {error}") from error
