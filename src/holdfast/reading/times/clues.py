"""What speaks for a document's day: a curve over days with its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

Curve = Callable[[date], float]

#: The days over which the rest is spread: any day of ten years.
SPREAD = 3650.0


class Clue(msgspec.Struct, frozen=True):
    """What speaks for some days: words for the reader, where to look, and the curve."""

    says: str
    curve: Curve
    #: Days to consider because of this clue; empty for clues that only sharpen others.
    around: tuple[date, ...] = ()
    #: The page's own date, which the text may overrule.
    page: bool = False


def span(start: date, end: date) -> str:
    """Days in words."""
    return str(start) if start == end else f"{start} to {end}"
