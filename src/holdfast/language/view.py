"""What the parser is shown of a block: one line of clean text, with the way back to the original.

Runs of white space become one space, zero-width characters and Markdown's marks go, and a line in
CAPITALS is shown in title case. The document's text itself is never changed.
"""

from __future__ import annotations

import re

import msgspec

_DROPPED = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
#: Bullets, numbers of items and the clock times of live pages say nothing of syntax.
_ITEM = re.compile(
    r"^\s*(?:(?:[-*•–—▪●◦·]|\d{1,2}[.)])\s+)?(?:\d{1,2}[:.]\d{2}(?:\s*(?:am|pm|GMT|UTC))?\s+)?"
)
_MARKDOWN = re.compile(r"^\s*(?:#{1,6}\s|>\s?)|\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
#: Characters that tokenizers trained on edited text do not know, by what stands for them there.
_PLAIN = {"‛": "'", "′": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "−": "-", "…": "…"}
#: A line with this share of its letters upper case is a line in capitals.
CAPITALS = 0.8


class View(msgspec.Struct, frozen=True):
    """`text` to parse; `offsets[i]` is where its character i stands in the document."""

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The document's offsets of the stretch `start` up to `end` of the view, end exclusive."""
        return self.offsets[start], self.offsets[end - 1] + 1


def show(text: str, start: int, end: int) -> View:
    """The view of `text[start:end]`; empty where nothing but marks and space stands there."""
    block = text[start:end]
    hidden = {i for m in _MARKDOWN.finditer(block) for i in range(*m.span())}
    item = _ITEM.match(block)
    hidden |= set(range(*item.span())) if item else set()
    characters: list[str] = []
    offsets: list[int] = []
    for i, character in enumerate(block):
        if i in hidden or character in _DROPPED:
            continue
        if character.isspace():
            if not characters or characters[-1] == " ":
                continue
            character = " "
        characters.append(_PLAIN.get(character, character))
        offsets.append(start + i)
    while characters and characters[-1] == " ":
        characters.pop()
        offsets.pop()
    shown = "".join(characters)
    letters = [c for c in shown if c.isalpha()]
    if len(letters) > 12 and sum(c.isupper() for c in letters) >= CAPITALS * len(letters):
        titled = shown.title()
        # Title-casing may lengthen a character ("ß"); the offsets would then be wrong.
        shown = titled if len(titled) == len(shown) else shown
    return View(shown, tuple(offsets))
