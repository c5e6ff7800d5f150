"""A document's text to the stretches that are parsed one by one: headings and paragraphs.

Text comes in two layouts: a paragraph a line, or lines wrapped at a margin. A wrapped paragraph is
one block; otherwise each line is, so that a headline never runs into the sentence below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from holdfast.model import Document, Span

_LINE = re.compile(r"[^\r\n]+")
#: A line this long (characters) that ends in mid-sentence was broken by a margin.
WRAPPED_LENGTH = 50
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_ITEM = re.compile(r"\s*(?:[-*•–—]|\d{1,2}[.)])\s+\S")


class Block(msgspec.Struct, frozen=True):
    """Where a block stands in the text. A heading is a short line that ends like no sentence."""

    span: Span
    heading: bool = False


def split_blocks(document: Document) -> list[Block]:
    """The blocks of a document in order, without its furniture."""
    paragraph: list[Span] = []
    blocks: list[Block] = []
    previous_end = 0
    for line in _unmarked_lines(document):
        gap = document.text[previous_end : line.start]
        if paragraph and len(re.findall(r"\r\n|\r|\n", gap)) != 1:
            blocks += _paragraph_blocks(document.text, paragraph)
            paragraph = []
        paragraph.append(line)
        previous_end = line.end
    if paragraph:
        blocks += _paragraph_blocks(document.text, paragraph)
    return blocks


def _unmarked_lines(document: Document) -> Iterator[Span]:
    marks = iter(document.furniture)
    mark = next(marks, None)
    for match in _LINE.finditer(document.text):
        while mark is not None and mark.span.end <= match.start():
            mark = next(marks, None)
        if match[0].strip() and not (mark and mark.span.start < match.end()):
            yield Span(match.start(), match.end())


def _paragraph_blocks(text: str, lines: list[Span]) -> Iterator[Block]:
    run: list[Span] = [lines[0]]
    for line in lines[1:]:
        above = text[run[-1].start : run[-1].end]
        if _is_wrapped(above, text[line.start : line.end]):
            run.append(line)
        else:
            yield _block(text, run)
            run = [line]
    yield _block(text, run)


def _is_wrapped(above: str, below: str) -> bool:
    if _ITEM.match(below):
        return False
    if _ENDS.search(above):
        return False
    begins_low = below.lstrip()[:1].islower()
    return begins_low or WRAPPED_LENGTH <= len(above.rstrip()) <= 2 * WRAPPED_LENGTH


def _block(text: str, lines: list[Span]) -> Block:
    span = Span(lines[0].start, lines[-1].end)
    words = text[span.start : span.end].split()
    heading = len(lines) == 1 and len(words) <= 25 and not _ENDS.search(text[span.start : span.end])
    return Block(span, heading)
