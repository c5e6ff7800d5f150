"""Documents and claims for a ledger, made by hand."""

from __future__ import annotations

from datetime import date

from holdfast.ledger import Ledger
from holdfast.model import Claim, Dating, Document, Place, Quote, TimeRange

TEXT = "The army took Brun on Monday. Its staff said so in the evening."
READER = "1.0/test"


def document(id: str = "report", text: str = TEXT, **more: object) -> Document:
    return Document(id=id, text=text, **more)  # type: ignore[arg-type]


def claim(id: str, *, of: str = "report", start: int = 0, end: int = 18) -> Claim:
    monday = date(2021, 5, 10)
    return Claim(
        id=id, document=of, kind="control_gained", side="ARMY", place=Place("Brun", "Brun", "p:brun"),
        time=TimeRange(monday, monday), evidence=Quote(start, end, TEXT[start:end]),
    )  # fmt: skip


def written(on: str | None) -> Dating:
    """The dating of a document that was written on a day, or that nothing dates."""
    day = date.fromisoformat(on) if on else None
    return Dating(TimeRange(day, day, "day" if day else "open"), 0.9, ("metadata",))


def record(
    ledger: Ledger, row: int, *claims: Claim, on: str | None = "2021-05-10", reader: str = READER
) -> None:
    ledger.record(
        row, reader=reader, theatre=None, dating=written(on), sentences=2, unread=None,
        unplaced=(), claims=claims,
    )  # fmt: skip
