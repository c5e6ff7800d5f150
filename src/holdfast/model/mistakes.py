"""What is wrong in a file of keys, said so that it can be mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import msgspec
from msgspec import inspect

_AT = re.compile(r" - at `\$\.?(?P<key>[^`]*)`")
_FIELD = re.compile(r"(?P<what>unknown|required) field `(?P<name>[^`]+)`")
_FORM = re.compile(r"Expected `str` (?:matching|of length)")
_VALUE = re.compile(r"Invalid enum value '(?P<value>.*)'")


def explain(error: msgspec.ValidationError, kind: type) -> tuple[str, str]:
    """The dotted key ("sides[0].colour"; empty for the whole) and the reason.

    In: the error that converting to `kind` raised. The reason of an unknown key names the nearest
    key that there is; that of a wrong word, the words allowed; that of a wrong form, the form.
    """
    message = str(error)
    found = _AT.search(message)
    key = found["key"] if found else ""
    reason = _AT.sub("", message)
    there = _type_at(inspect.type_info(kind), key)
    if field := _FIELD.search(reason):
        name = field["name"]
        key = f"{key}.{name}" if key else name
        if field["what"] == "required":
            return key, "is missing"
        return key, f"unknown key; {nearest(name, _keys(there))}"
    if value := _VALUE.fullmatch(reason):
        return key, f"{value['value']!r} is none of: {', '.join(_words(there))}"
    form = _described(there)
    return key, f"Expected {form}" if form and _FORM.match(reason) else reason


def nearest(written: str, known: Iterable[str]) -> str:
    """Which known word the written one may be meant for; all of them where it is like none."""
    words = list(known)
    near = get_close_matches(written, words, n=1, cutoff=0.7) or get_close_matches(
        written.lower(), words, n=1, cutoff=0.7
    )
    return f"did you mean {near[0]!r}?" if near else f"use one of: {', '.join(words)}"


def _type_at(kind: inspect.Type, key: str) -> inspect.Type | None:
    """The type that a dotted key leads to; None where it leads out of the schema."""
    here: inspect.Type | None = kind
    for step in re.findall(r"\w+|\[[^\]]*\]", key):
        inner: Any = _solid(here)
        if step[0] == "[":
            here = getattr(inner, "item_type", None)
            if here is None and (items := getattr(inner, "item_types", ())):
                here = items[min(int(step[1:-1] or 0), len(items) - 1)]
        else:
            fields = getattr(inner, "fields", ())
            here = next((f.type for f in fields if f.encode_name == step), None)
    return here


def _solid(kind: inspect.Type | None) -> inspect.Type | None:
    """A type without its description and without "or nothing"."""
    if isinstance(kind, inspect.Metadata):
        return _solid(kind.type)
    if isinstance(kind, inspect.UnionType):
        rest = [t for t in kind.types if not isinstance(t, inspect.NoneType)]
        return _solid(rest[0]) if len(rest) == 1 else kind
    return kind


def _described(kind: inspect.Type | None) -> str | None:
    """What the schema says of the form of a value, where it says anything."""
    if isinstance(kind, inspect.UnionType):
        return next((d for t in kind.types if (d := _described(t))), None)
    if isinstance(kind, inspect.Metadata):
        return (kind.extra_json_schema or {}).get("description")
    return None


def _keys(kind: inspect.Type | None) -> list[str]:
    inner = _solid(kind)
    return [f.encode_name for f in inner.fields] if isinstance(inner, inspect.StructType) else []


def _words(kind: inspect.Type | None) -> list[str]:
    inner = _solid(kind)
    return [str(v) for v in inner.values] if isinstance(inner, inspect.LiteralType) else []
