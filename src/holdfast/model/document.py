"""A document as it came: its text is stored once and never rewritten."""

from __future__ import annotations

import msgspec

from holdfast.model.span import Furniture
from holdfast.model.time import TimeRange


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader of files hands on.

    `text` is what claims point into. `published` is what the page or its metadata says of its own
    day, to be believed or not. `sha256` is of the original bytes, `original` the file they came
    from. `furniture` marks the stretches that are not read.
    """

    id: str
    text: str
    source: str | None = None
    published: TimeRange | None = None
    url: str | None = None
    title: str | None = None
    language: str = "en"
    format: str = "txt"
    sha256: str = ""
    original: str = ""
    furniture: tuple[Furniture, ...] = ()

    @property
    def plain(self) -> str:
        """The text without its furniture: what tells its language and whether it is a copy."""
        kept, at = [], 0
        for mark in self.furniture:
            kept.append(self.text[at : mark.span.start])
            at = mark.span.end
        return "".join([*kept, self.text[at:]])


class Dating(msgspec.Struct, frozen=True):
    """On which day a document was written, how sure that is, and why.

    `evidence` says in words what spoke for the interval and what was overruled; `overruled` is
    true where the page's own date was set aside because the text contradicts it.
    """

    time: TimeRange
    confidence: float
    evidence: tuple[str, ...] = ()
    overruled: bool = False
