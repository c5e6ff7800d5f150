"""A document's text to the stretches that are parsed one by one: headings and paragraphs.

Text comes in two layouts: a paragraph a line, or lines wrapped at a margin. A wrapped paragraph is
one block; otherwise each line is, so that a headline never runs into the sentence below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from holdfast.model import Document, Span

_LINE = re.compile(r"[^\r\n]+")
#: A line this long (characters) that ends in mid-sentence was broken by a margin.
WRAPPED_LENGTH = 50
#: A text in which this share of neighbouring lines is broken in mid-sentence is wrapped throughout.
WRAPPED_SHARE = 0.2
_LINE_END = re.compile(r"\r\n|\r|\n")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
DATELINE = re.compile(
    r"\s*[A-Z][A-Z'’.-]+(?:[ -][A-Z][A-Z'’.-]+){0,3}(?:/[A-Z][A-Z ]+)?"
    r"(?:,\s*[A-Z][\w .]{2,20})?(?:,?\s*\d{1,2}(?:\s[A-Z][a-z]+)?)?(?:,?\s*\d{4})?"
    r"\s*(?:\([^)\n]{2,40}\)|[./][^/\n]{2,20}/\.?)?\s*[-–—:.]*\s+(?<=[-–—)/.]\s)(?=[\"“A-Z])"
)
_ITEM = re.compile(r"\s*(?:[-*•–—]|\d{1,2}[.)])\s+\S")


class Block(msgspec.Struct, frozen=True):
    """Where a block stands in the text. A heading is a short line that ends like no sentence; a
    dateline is the "KYIV, Sept 12 (Agency) -" before a first sentence.
    """

    span: Span
    heading: bool = False
    dateline: bool = False


def split_blocks(document: Document) -> list[Block]:
    """The blocks of a document in order, without its furniture."""
    text = document.text
    paragraphs = list(_paragraphs(document))
    pairs = [
        (text[a.start : a.end], text[b.start : b.end])
        for lines in paragraphs
        for a, b in pairwise(lines)
    ]
    broken = sum(_is_broken(above, below) for above, below in pairs)
    wrapped = len(pairs) > 1 and broken >= WRAPPED_SHARE * len(pairs)
    return [block for lines in paragraphs for block in _blocks(text, lines, wrapped=wrapped)]


def _paragraphs(document: Document) -> Iterator[list[Span]]:
    """Runs of lines with nothing between them but one line end."""
    run: list[Span] = []
    for line in _unmarked_lines(document):
        gap = document.text[run[-1].end : line.start] if run else ""
        if run and len(_LINE_END.findall(gap)) != 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _unmarked_lines(document: Document) -> Iterator[Span]:
    marks = iter(document.furniture)
    mark = next(marks, None)
    for match in _LINE.finditer(document.text):
        while mark is not None and mark.span.end <= match.start():
            mark = next(marks, None)
        if match[0].strip() and not (mark and mark.span.start < match.end()):
            yield Span(match.start(), match.end())


def _is_broken(above: str, below: str) -> bool:
    """Whether a line ends in mid-sentence and the next goes on with it."""
    return (
        len(above.rstrip()) >= WRAPPED_LENGTH and not _ENDS.search(above)
        and below.lstrip()[:1].islower() and not _ITEM.match(below)
    )  # fmt: skip


def _blocks(text: str, lines: list[Span], *, wrapped: bool) -> Iterator[Block]:
    run: list[Span] = [lines[0]]
    for line in lines[1:]:
        above, below = text[run[-1].start : run[-1].end], text[line.start : line.end]
        joined = _is_broken(above, below) or (
            wrapped and not _ENDS.search(above) and not _ITEM.match(below)
            and len(above.rstrip()) >= WRAPPED_LENGTH
        )  # fmt: skip
        if joined:
            run.append(line)
        else:
            yield from _block(text, run)
            run = [line]
    yield from _block(text, run)


def _block(text: str, lines: list[Span]) -> Iterator[Block]:
    span = Span(lines[0].start, lines[-1].end)
    dateline = DATELINE.match(text, span.start, span.end)
    if dateline is not None and dateline.end() < span.end:
        yield Block(Span(span.start, dateline.end()), dateline=True)
        span = Span(dateline.end(), span.end)
    words = text[span.start : span.end].split()
    heading = len(lines) == 1 and len(words) <= 25 and not _ENDS.search(text[span.start : span.end])
    yield Block(span, heading)
