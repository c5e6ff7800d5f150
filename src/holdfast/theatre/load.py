"""Reading and checking theatre files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec

from holdfast.model.errors import TheatreError
from holdfast.theatre.schema import FirstControl, Theatre

_AT = re.compile(r" - at `\$\.?(?P<key>[^`]*)`")


def load_theatre(path: Path) -> Theatre:
    """Read one theatre file.

    Raises:
        TheatreError: naming the file and the key, for bad TOML, an unknown or missing key, a wrong
            value, or a reference to a side or region that the file does not define.

    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise TheatreError(str(path), "file", f"cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise TheatreError(str(path), "syntax", f"not valid TOML: {error}") from error
    return parse_theatre(raw, path=str(path))


def parse_theatre(raw: dict[str, object], *, path: str = "<theatre>") -> Theatre:
    """Check the tables of a theatre file; `path` is what errors name. Raises as `load_theatre`."""
    try:
        theatre = msgspec.convert(raw, Theatre, strict=True)
    except msgspec.ValidationError as error:
        key, reason = _explain(str(error), raw)
        raise TheatreError(path, key, reason) from error
    for key, reason in _inconsistencies(theatre):
        raise TheatreError(path, key, reason)
    return theatre


def _explain(message: str, raw: dict[str, object]) -> tuple[str, str]:
    """The dotted key and the reason in msgspec's message; the entry's own name where it has one."""
    found = _AT.search(message)
    key = found["key"] if found else ""
    reason = _AT.sub("", message)
    field = re.search(r"field `([^`]+)`", reason)
    if field:
        key = f"{key}.{field[1]}" if key else field[1]
    named = _entry_name(key, raw)
    return key or "file", f"{reason} (in the entry {named!r})" if named else reason


def _entry_name(key: str, raw: dict[str, object]) -> str | None:
    """What an entry on the way to `key` calls itself, so that "sides[1]" can be found by eye."""
    value: object = raw
    name = None
    for step in re.findall(r"\w+|\[\d+\]", key):
        try:
            value = value[int(step[1:-1])] if step[0] == "[" else value[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, dict) and isinstance(value.get("id") or value.get("name"), str):
            name = value.get("name") or value.get("id")
    return str(name) if name is not None else None


def _inconsistencies(theatre: Theatre) -> Iterator[tuple[str, str]]:
    """What the types cannot say: ids that refer to nothing, or to two things."""
    sides = [side.id for side in theatre.sides]
    for i, side in enumerate(theatre.sides):
        if sides.index(side.id) != i:
            yield f"sides[{i}].id", f"the id {side.id!r} is used twice"
    listed = ", ".join(sides)
    for i, outlet in enumerate(theatre.outlets):
        if outlet.leaning is not None and outlet.leaning not in sides:
            yield (
                f"outlets[{i}].leaning",
                f"no side has the id {outlet.leaning!r}; there are {listed}",
            )
    for i, operation in enumerate(theatre.operations):
        if operation.side is not None and operation.side not in sides:
            yield (
                f"operations[{i}].side",
                f"no side has the id {operation.side!r}; there are {listed}",
            )
        if operation.news_until < operation.start:
            yield f"operations[{i}].news_until", "is before start"
    for i, place in enumerate(theatre.places):
        if not place.id.startswith("geonames:") and (place.lat is None or place.lon is None):
            yield (
                f"places[{i}].lat",
                f"{place.name!r} is not in the gazetteer, so it needs lat and lon",
            )
    known = {place.id for place in theatre.places}
    for i, place in enumerate(theatre.places):
        if place.part_of is not None and place.part_of not in known:
            yield f"places[{i}].part_of", f"no place of this file has the id {place.part_of!r}"
    for i, entry in enumerate(theatre.first_control):
        yield from _control_faults(i, entry, theatre)


def _control_faults(i: int, entry: FirstControl, theatre: Theatre) -> Iterator[tuple[str, str]]:
    key = f"first_control[{i}]"
    if theatre.side(entry.side) is None:
        yield f"{key}.side", f"no side has the id {entry.side!r}"
    given = [bool(entry.country), bool(entry.region), bool(entry.places), bool(entry.area)]
    if sum(given) != 1:
        yield key, "needs exactly one of country, region, places or area"
    if entry.region and entry.region not in {region.id for region in theatre.regions}:
        yield f"{key}.region", f"no region has the id {entry.region!r}"
    if entry.area and len(entry.area) < 3:
        yield f"{key}.area", "a ring needs at least three points"


def _bundled_files() -> dict[str, Path]:
    folder = Path(str(resources.files("holdfast.theatre") / "data"))
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


@cache
def bundled() -> tuple[Theatre, ...]:
    """The theatres that come with Holdfast, by id."""
    return tuple(load_theatre(path) for path in _bundled_files().values())


def find_theatre(name: str) -> Theatre:
    """A bundled theatre by its id, or a theatre file by its path.

    Raises:
        TheatreError: where neither exists, naming the bundled ones, or the file is malformed.

    """
    files = _bundled_files()
    if name in files:
        return load_theatre(files[name])
    path = Path(name)
    if path.suffix == ".toml" or path.exists():
        return load_theatre(path)
    raise TheatreError(name, "theatre", f"unknown; use a file or one of: auto, {', '.join(files)}")
