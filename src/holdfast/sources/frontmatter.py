"""Optional lines between two `---` at the top of a text file: `key: value`, one a line."""

from __future__ import annotations

import re

import msgspec

from holdfast.model.errors import InputRefused
from holdfast.model.span import Span

KEYS = ("source", "published", "url", "title")
_FENCE = re.compile(
    r"\A---[ \t]*\r?\n(?P<body>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_OPENED = re.compile(rf"\A---[ \t]*\r?\n(?:{'|'.join(KEYS)})[ \t]*:", re.IGNORECASE)
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
    the whole of it are dropped. Keys other than `KEYS` are ignored, with the lists and indented
    lines under them. A block whose first line is no `key: value` is taken for ordinary text
    between two rules, as novels and Markdown have it; so is one with another such line, unless it
    has one of `KEYS`.

    Raises:
        InputRefused: where a block that begins with one of `KEYS` is never closed, or one that has
            them holds a line that is no `key: value`.

    """
    fenced = _FENCE.match(text)
    if fenced is None:
        if _OPENED.match(text):
            raise InputRefused("front matter begins here and no line of --- closes it", line=1)
        return FrontMatter({}, None)
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    odd: int | None = None
    begun = under = False
    for number, line in enumerate(fenced["body"].split("\n"), 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        entry = _ENTRY.fullmatch(line.strip())
        if entry is None and not begun:
            return FrontMatter({}, None)
        begun = True
        if under and (line[0].isspace() or line.startswith("- ")):
            continue
        if entry is None:
            odd = odd or number
            continue
        value = entry["value"].strip()
        under = value in {"", "|", ">"}
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if entry["key"].lower() in KEYS and value:
            values[entry["key"].lower()] = value
            lines[entry["key"].lower()] = number
    if odd is not None:
        if values:
            raise InputRefused("front matter: this line is no `key: value`", line=odd)
        return FrontMatter({}, None)
    return FrontMatter(values, Span(0, fenced.end()), lines)
