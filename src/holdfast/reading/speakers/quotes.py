"""Where a text quotes: stretches between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

from holdfast.model import Span

_DOUBLE = re.compile(r"[“”„\"«»]")
_SINGLE = re.compile(r"(?:(?<=\s)|^)‘|’(?=[\s.,;:!?)]|$)")
#: A quotation longer than this many characters is a mark that was never closed.
LONGEST = 4000
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


def find_quotes(text: str) -> list[Span]:
    """The quoted stretches of a text, marks included, in order.

    Double marks of any shape open and close in turn within a paragraph. One left open at the end
    of a paragraph goes on in the next where that one opens with a mark, as printed dialogue does;
    otherwise it ends with its paragraph. Typographic single marks count where they stand outside
    words.
    """
    quotes: list[Span] = []
    for start, end in _paragraphs(text):
        quotes += _pairs(text, start, end)
    return sorted(quotes)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    bounds = [0, *(m.end() for m in _PARAGRAPH.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(bounds) if text[a:b].strip()]


def _pairs(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    for mark in _DOUBLE.finditer(text, start, end):
        closes = mark[0] in "”»" or (mark[0] == '"' and opened is not None)
        if mark[0] == "“" and opened is not None and text[opened] in "„«":
            closes = True
        if opened is None and not closes:
            opened = mark.start()
        elif opened is not None and closes:
            found.append(Span(opened, mark.end()))
            opened = None
    if opened is not None and end - opened < LONGEST:
        found.append(Span(opened, end))
    opened = None
    for mark in _SINGLE.finditer(text, start, end):
        if mark[0] == "‘":
            opened = mark.start() if opened is None else opened
        elif opened is not None:
            span = Span(opened, mark.end())
            if len(text[span.start : span.end].split()) > 2 and not any(
                q.overlaps(span) for q in found
            ):
                found.append(span)
            opened = None
    return found
