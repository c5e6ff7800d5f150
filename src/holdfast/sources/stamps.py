"""Machine-written dates of pages and records: ISO 8601, RFC 2822, and what people type.

Only for metadata. Dates in running text are the business of `reading.times`.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate

from dateutil import parser

from holdfast.model.time import TimeRange

_ISO = re.compile(r"(?P<y>\d{4})(?:-?(?P<m>\d{2})(?:-?(?P<d>\d{2}))?)?(?:[T ].*)?")
_YEARS = range(1000, 2200)
#: Two days that share no field: what a date does not say is filled from them, and differs.
_FILLS = (datetime(2001, 3, 7), datetime(2002, 5, 9))


def read_stamp(written: str) -> TimeRange | None:
    """The day, month or year that a stamp names, as written, never moved by its time zone.

    Out: None where it is no date ("recently", "2022-13-40"), names no year, or may be two dates
    ("2/3/2015").
    """
    stamp = written.strip()
    iso = _ISO.fullmatch(stamp)
    if iso and int(iso["y"]) in _YEARS:
        return _range(stamp, int(iso["y"]), iso["m"], iso["d"])
    parsed = parsedate(stamp)
    if parsed is not None and parsed[0] in _YEARS:
        return _range(stamp, parsed[0], str(parsed[1]), str(parsed[2]))
    return _typed(stamp)


def _typed(stamp: str) -> TimeRange | None:
    """A date as people type it, where every way of reading it gives the same day."""
    days = set()
    for fill in _FILLS:
        for day_first in (True, False):
            try:
                days.add(parser.parse(stamp, default=fill, dayfirst=day_first).date())
            except (parser.ParserError, OverflowError, ValueError):
                return None
    day = days.pop()
    if days or day.year not in _YEARS:
        return None
    return TimeRange(day, day, "day", stamp, "metadata")


def _range(written: str, year: int, month: str | None, day: str | None) -> TimeRange | None:
    try:
        if month is None:
            first, last = date(year, 1, 1), date(year, 12, 31)
            return TimeRange(first, last, "year", written, "metadata")
        if day is None:
            first = date(year, int(month), 1)
            following = date(year + int(month) // 12, int(month) % 12 + 1, 1)
            last = date.fromordinal(following.toordinal() - 1)
            return TimeRange(first, last, "month", written, "metadata")
        exact = date(year, int(month), int(day))
    except ValueError:
        return None
    return TimeRange(exact, exact, "day", written, "metadata")
