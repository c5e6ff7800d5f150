"""Half-open stretches of a document's text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters `start` up to, not including, `end`; offsets count Unicode code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end


class Furniture(msgspec.Struct, frozen=True):
    """A stretch of page furniture: kept in the text, marked, and not read."""

    span: Span
    #: Which rule marked it, as an id of the furniture data file ("comments", "share").
    rule: str


class Quote(msgspec.Struct, frozen=True):
    """A stretch of a document together with its words, `text[start:end]`."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The stretch without its words."""
        return Span(self.start, self.end)
