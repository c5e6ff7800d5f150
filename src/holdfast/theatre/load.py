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
from holdfast.model.mistakes import explain, nearest
from holdfast.theatre.schema import FirstControl, Settlement, Theatre

#: What may be given in place of a theatre: choose by what each document names, or have none.
AUTO, NONE = "auto", "none"


def load_theatre(path: Path) -> Theatre:
    """Read one theatre file.

    Raises:
        TheatreError: naming the file and the key, for bad TOML, an unknown or missing key, a wrong
            value, or a reference to a side or region that the file does not define.

    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise TheatreError(str(path), "file", reason) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        reason = f"cannot be read: line {line} is not UTF-8; save the file as UTF-8"
        raise TheatreError(str(path), "file", reason) from error
    except tomllib.TOMLDecodeError as error:
        raise TheatreError(str(path), "syntax", f"not valid TOML: {error}") from error
    return parse_theatre(raw, path=str(path))


def parse_theatre(raw: dict[str, object], *, path: str = "<theatre>") -> Theatre:
    """Check the tables of a theatre file; `path` is what errors name. Raises as `load_theatre`."""
    try:
        theatre = msgspec.convert(raw, Theatre, strict=True)
    except msgspec.ValidationError as error:
        key, reason = explain(error, Theatre)
        named = _entry_name(key, raw)
        reason = f"{reason} (in the entry {named!r})" if named else reason
        raise TheatreError(path, key or "file", reason) from error
    for key, reason in _inconsistencies(theatre):
        raise TheatreError(path, key, reason)
    return msgspec.structs.replace(theatre, places=tuple(_with_wholes(theatre)))


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
    """What the types cannot say: ids that refer to nothing, or to two things, and days the wrong way
    round.
    """
    if theatre.last_day is not None and theatre.last_day < theatre.first_day:
        yield "last_day", "is before first_day"
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
        if place.part_of is not None and (fault := _part_fault(place, theatre)):
            yield f"places[{i}].part_of", fault
    for i, entry in enumerate(theatre.first_control):
        yield from _control_faults(i, entry, theatre)


def _wholes(place: Settlement, theatre: Theatre) -> list[Settlement]:
    """The places of the file that `part_of` may mean: by id, else by a name."""
    wanted = place.part_of
    by_id = [p for p in theatre.places if p.id == wanted]
    return by_id or [p for p in theatre.places if wanted in {p.name, *p.aliases}]


def _part_fault(place: Settlement, theatre: Theatre) -> str | None:
    """What is wrong with a place's `part_of`; None where it means one place that takes parts."""
    wanted, wholes = place.part_of or "", _wholes(place, theatre)
    ids = sorted({p.id for p in wholes})
    if not ids:
        names = [word for p in theatre.places if p is not place for word in (p.id, p.name)]
        hint = nearest(wanted, names) if names else "list the whole among the places first"
        return f"no place of this file has the id or name {wanted!r}; {hint}"
    if len(ids) > 1:
        return f"{wanted!r} names several places; give one of the ids: {', '.join(ids)}"
    if place.id in ids:
        return f"{place.name!r} cannot be a part of itself"
    return None


def _with_wholes(theatre: Theatre) -> Iterator[Settlement]:
    """The places, each `part_of` an id."""
    for place in theatre.places:
        if place.part_of is None:
            yield place
        else:
            (id,) = {p.id for p in _wholes(place, theatre)}
            yield msgspec.structs.replace(place, part_of=id)


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
    return {path.stem: path for path in sorted(folder.glob("*.toml"), key=lambda p: p.stem)}


@cache
def bundled() -> tuple[Theatre, ...]:
    """The theatres that come with Holdfast, by id."""
    return tuple(load_theatre(path) for path in _bundled_files().values())


def is_bundled(name: str) -> bool:
    """Whether a theatre of that id comes with Holdfast."""
    return name in _bundled_files()


def unknown_theatre(name: str) -> str:
    """What to say of a name that is neither a theatre's id nor a file's."""
    known = [AUTO, NONE, *_bundled_files()]
    hint = nearest(name, known)
    near = f"{hint} Or " if hint.endswith("?") else ""
    return f"unknown; {near}use a file or one of: {', '.join(known)}"


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
    raise TheatreError(name, "theatre", unknown_theatre(name))
