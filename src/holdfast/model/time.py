"""Days and intervals of days. No clock, no time zone: a date is a day of the calendar."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

#: How exact a time is. `interval` is a stretch that is no calendar unit ("8 to 10 September").
Precision = Literal["day", "week", "month", "season", "year", "interval", "open"]

#: What gave a time: words of the sentence, words elsewhere in the text, the document's own day
#: with the sentence's tense, the page's metadata, the theatre's dated events, or nothing.
TimeOrigin = Literal["expression", "context", "document", "metadata", "theatre", "nothing"]


class TimeRange(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """First and last possible day, inclusive, as ISO dates.

    `start` and `end` are None together, when the words could not be tied to the calendar
    ("on Sunday" in a document that nothing dates); precision is then `open`.
    """

    start: date | None
    end: date | None
    precision: Precision = "day"
    written: str | None = None
    from_: TimeOrigin = "expression"

    @property
    def days(self) -> int | None:
        """How many days the range spans, 1 for a single day; None where it is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    def contains(self, day: date) -> bool:
        """Whether `day` lies in the range; an open range contains no day."""
        return self.start is not None and self.end is not None and self.start <= day <= self.end
