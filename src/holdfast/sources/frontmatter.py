"""Optional lines between two `---` at the top of a text file: `key: value`, one a line."""

from __future__ import annotations

import re

import msgspec

from holdfast.model.span import Span

KEYS = ("source", "published", "url", "title")
_FENCE = re.compile(
    r"\A---[ \t]*\r?\n(?P<body>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_ENTRY = re.compile(r"(?P<key>[A-Za-z_-]+)[ \t]*:[ \t]*(?P<value>.*)")


class FrontMatter(msgspec.Struct, frozen=True):
    """The values and their lines by key; where in the text the block stands, None where there is
    none.
    """

    values: dict[str, str]
    span: Span | None
    lines: dict[str, int] = {}


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a text.

    The value is the rest of the line, colons and all (titles have them); quotation marks around
    the whole of it are dropped. Keys other than `KEYS` are ignored. A block with a line that is
    no `key: value` is taken for ordinary text between two rules, as novels and Markdown have it.
    """
    fenced = _FENCE.match(text)
    if fenced is None:
        return FrontMatter({}, None)
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(fenced["body"].split("\n"), 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        entry = _ENTRY.fullmatch(line.strip())
        if entry is None:
            return FrontMatter({}, None)
        value = entry["value"].strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if entry["key"].lower() in KEYS and value:
            values[entry["key"].lower()] = value
            lines[entry["key"].lower()] = number
    return FrontMatter(values, Span(0, fenced.end()), lines)
