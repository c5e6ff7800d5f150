"""Marking page furniture: comment forms, share bars, teasers, author boxes.

Nothing is cut out. The rules are data (`data/furniture.toml`); a marked stretch stays in the text
and is skipped by the reader, and `because` of nothing is ever a piece of furniture.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from holdfast.model.span import Furniture, Span

_LINE = re.compile(r"[^\r\n]+")


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the data file.

    `lines` are regular expressions for a whole line without its surrounding space, in any case.
    `reach` says how much is furniture: the line, the line and its paragraph's rest, or everything
    to the end of the text. `after` is the share of the text's lines that must lie before it, since
    "Comments" at the top of an article is a heading and at its foot is a form.
    """

    id: str
    lines: tuple[str, ...]
    reach: Literal["line", "paragraph", "end"] = "line"
    after: float = 0.0


@cache
def rules() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """The rules of the data file, each with its compiled expression."""
    raw = (resources.files("holdfast.sources") / "data" / "furniture.toml").read_text("utf-8")
    parsed = msgspec.convert(tomllib.loads(raw)["rule"], tuple[Rule, ...])
    return tuple((r, re.compile("|".join(r.lines), re.IGNORECASE)) for r in parsed)


def mark_furniture(text: str) -> tuple[Furniture, ...]:
    """The furniture of a text, in order and without overlaps."""
    return tuple(_merge(sorted(_found(text), key=lambda f: (f.span.start, -f.span.end))))


def _found(text: str) -> Iterator[Furniture]:
    lines = [m for m in _LINE.finditer(text) if m[0].strip()]
    for i, line in enumerate(lines):
        words = line[0].strip()
        if i and words == lines[i - 1][0].strip() and len(words.split()) <= 12:
            yield Furniture(Span(line.start(), line.end()), "repeated")
        for rule, pattern in rules():
            if i >= rule.after * len(lines) and pattern.fullmatch(words):
                yield Furniture(Span(line.start(), _reach(text, line, rule.reach)), rule.id)


def _reach(text: str, line: re.Match[str], reach: str) -> int:
    if reach == "line":
        return line.end()
    if reach == "end":
        return len(text)
    blank = re.compile(r"\r?\n[ \t]*\r?\n").search(text, line.end())
    return blank.start() if blank else len(text)


def _merge(marks: list[Furniture]) -> Iterator[Furniture]:
    reached = -1
    for mark in marks:
        if mark.span.end > reached:
            start = max(mark.span.start, reached)
            yield Furniture(Span(start, mark.span.end), mark.rule)
            reached = mark.span.end
