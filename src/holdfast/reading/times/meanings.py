"""What phrases of time mean: each meaning turns into days once its document is dated.

TIMEX3 (Pustejovsky et al. 2003) calls them DATE, TIME, DURATION and SET; here only what names days
is resolved, and it becomes an interval with first day, last day and precision.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import msgspec

from holdfast.model import Precision
from holdfast.reading.times.calendar import (
    add_unit,
    days_of,
    month_days,
    part_of,
    season_days,
    unit_around,
)
from holdfast.reading.times.pieces import Piece, Rule

Tense = Literal["past", "present", "future"]
Days = tuple[date, date, Precision]


class Anchor(msgspec.Struct, frozen=True):
    """From where relative times are counted.

    `start` and `end` are the first and last day on which the document may have been written, None
    where nothing dates it; `context` is the time last spoken of; `first_day` the theatre's.
    """

    start: date | None = None
    end: date | None = None
    tense: Tense = "past"
    context: tuple[date, date] | None = None
    first_day: date | None = None


class Meaning(msgspec.Struct, frozen=True):
    """Base: `resolve` gives the days, or None where the anchor does not suffice.

    `absolute` is true where the words alone name the year.
    """

    absolute: bool = False

    def resolve(self, anchor: Anchor) -> Days | None:
        """The first and last day, and the precision."""
        return None


class Calendar(Meaning, frozen=True):
    """A day of a month, with or without its year; `last` differs from `day` for a range."""

    year: int | None = None
    month: int = 1
    day: int = 1
    last_month: int = 1
    last: int = 1
    #: -1 for "10 May last year", 0 for "this year", 1 for "next"; None where no year is told.
    years: int | None = None

    def resolve(self, anchor: Anchor) -> Days | None:
        if self.year is not None:
            return self._in(self.year)
        around = _anchor_day(anchor)
        if around is None:
            return None
        if self.years is not None:
            return self._in(around.year + self.years)
        options = [self._in(around.year + step) for step in (-1, 0, 1)]
        return min(
            (days for days in options if days is not None),
            key=lambda days: _remoteness(days[0], around, anchor.tense),
            default=None,
        )

    def _in(self, year: int) -> Days | None:
        start = days_of(year, self.month, self.day)
        later = year + (self.last_month < self.month)
        end = days_of(later, self.last_month, self.last)
        if start is None or end is None or end < start:
            return None
        return start, end, "day" if start == end else "interval"


class Slashed(Meaning, frozen=True):
    """11/09/2022: day first or month first, whichever is a date, and nearer where both are."""

    parts: tuple[int, int] = (1, 1)
    year: int | None = None

    def resolve(self, anchor: Anchor) -> Days | None:
        a, b = self.parts
        around = _anchor_day(anchor)
        options = []
        for day, month in ((a, b), (b, a)):
            if 1 <= month <= 12 and 1 <= day <= 31:
                meaning = Calendar(year=self.year, month=month, day=day, last_month=month, last=day)
                resolved = meaning.resolve(anchor)
                if resolved is not None:
                    options.append(resolved)
        if not options:
            return None
        if around is None:
            return options[0] if len({o[:2] for o in options}) == 1 else None
        return min(options, key=lambda days: _remoteness(days[0], around, anchor.tense))


class Month(Meaning, frozen=True):
    """A month or a third of one."""

    year: int | None = None
    month: int = 1
    part: str | None = None
    #: -1 for "last September", 1 for "next", 0 for neither.
    step: int = 0
    #: The same for "May last year"; None where no year is told.
    years: int | None = None

    def resolve(self, anchor: Anchor) -> Days | None:
        year = self.year
        around = _anchor_day(anchor)
        if year is None and around is not None and self.years is not None:
            year = around.year + self.years
        if year is None:
            if around is None:
                return None
            years = sorted(
                (around.year + step for step in (-1, 0, 1)),
                key=lambda y: _remoteness(date(y, self.month, 15), around, anchor.tense),
            )
            year = years[0]
            if self.step < 0 and (year, self.month) >= (around.year, around.month):
                year -= 1
            if self.step > 0 and (year, self.month) <= (around.year, around.month):
                year += 1
        start, end = month_days(year, self.month)
        if self.part is not None:
            start, end = part_of(start, end, self.part)
            return start, end, "interval"
        return start, end, "month"


class Season(Meaning, frozen=True):
    """A season, perhaps with its year."""

    months: tuple[int, int] = (3, 5)
    year: int | None = None
    #: -1 for "last autumn", 1 for "next", 0 for neither.
    step: int = 0

    def resolve(self, anchor: Anchor) -> Days | None:
        year = self.year
        if year is None:
            around = _anchor_day(anchor)
            if around is None:
                return None
            years = [around.year + step for step in (-2, -1, 0, 1)]
            if self.step < 0:
                years = [y for y in years if season_days(y, self.months)[1] < around]
            elif self.step > 0:
                years = [y for y in years if season_days(y, self.months)[0] > around]
            year = min(
                years,
                key=lambda y: _remoteness(season_days(y, self.months)[0], around, anchor.tense),
            )
        start, end = season_days(year, self.months)
        return start, end, "season"


class Years(Meaning, frozen=True):
    """One calendar year or several."""

    first: int = 2000
    last: int = 2000

    def resolve(self, anchor: Anchor) -> Days | None:
        return (
            date(self.first, 1, 1),
            date(self.last, 12, 31),
            ("year" if self.first == self.last else "interval"),
        )


class Weekday(Meaning, frozen=True):
    """A day of the week, before or after the document's day by tense and by "last" and "next"."""

    weekday: int = 0
    step: int = 0

    def resolve(self, anchor: Anchor) -> Days | None:
        if anchor.start is None or anchor.end is None:
            return None
        ahead = self.step > 0 or (self.step == 0 and anchor.tense == "future")
        found = []
        for day in (anchor.start, anchor.end):
            if ahead:
                found.append(
                    day + timedelta((self.weekday - day.weekday()) % 7 or 7 * (self.step > 0))
                )
            else:
                back = (day.weekday() - self.weekday) % 7
                found.append(day - timedelta(back or 7 * (self.step < 0)))
        start, end = min(found), max(found)
        return start, end, "day" if start == end else "interval"


class Shift(Meaning, frozen=True):
    """So many days from the document's day: today, yesterday, overnight."""

    first: int = 0
    last: int = 0

    def resolve(self, anchor: Anchor) -> Days | None:
        if anchor.start is None or anchor.end is None:
            return None
        start, end = anchor.start + timedelta(self.first), anchor.end + timedelta(self.last)
        return start, end, "day" if start == end else "interval"


class Weekend(Meaning, frozen=True):
    """The Saturday and Sunday before, or, in the future tense, after."""

    def resolve(self, anchor: Anchor) -> Days | None:
        step = 1 if anchor.tense == "future" else 0
        saturday = Weekday(weekday=5, step=step).resolve(anchor)
        if saturday is None or anchor.end is None:
            return None
        start, end = saturday[0], saturday[1] + timedelta(1)
        if not step:
            end = min(end, anchor.end)
        return start, end, "interval"


class ThisUnit(Meaning, frozen=True):
    """A week, month or year, this, last or next, month or year; "earlier this month" ends with the document's day."""

    unit: str = "week"
    step: int = 0
    sofar: bool = False

    def resolve(self, anchor: Anchor) -> Days | None:
        if anchor.start is None or anchor.end is None:
            return None
        start, _ = unit_around(add_unit(anchor.start, self.unit, self.step), self.unit)
        _, end = unit_around(add_unit(anchor.end, self.unit, self.step), self.unit)
        if self.step == 0 and (self.sofar or anchor.tense != "future"):
            end = min(end, anchor.end)
        precise: Precision = {"week": "week", "month": "month", "year": "year"}.get(
            self.unit, "interval"
        )  # type: ignore[assignment]
        return start, end, precise


class Ago(Meaning, frozen=True):
    """So many units before the document's day, as exactly as the unit is coarse."""

    number: int = 1
    unit: str = "day"
    #: -1 for "less than", 1 for "more than", 2 for "about".
    rough: int = 0

    def resolve(self, anchor: Anchor) -> Days | None:
        if anchor.start is None or anchor.end is None:
            return None
        start = add_unit(anchor.start, self.unit, -self.number)
        end = add_unit(anchor.end, self.unit, -self.number)
        slack = timedelta({"hour": 1, "day": 0, "week": 3, "fortnight": 4}.get(self.unit, 15))
        if self.unit == "year":
            slack = timedelta(90)
        if self.rough == 1:
            return start - 3 * slack - timedelta(1), end, "interval"
        if self.rough == -1:
            return start, anchor.end, "interval"
        if self.rough == 2:
            slack += timedelta(1)
        start, end = start - slack, end + slack
        return start, end, "day" if start == end else "interval"


class PastUnits(Meaning, frozen=True):
    """In the past three weeks: up to the document's day."""

    number: int = 1
    unit: str = "day"

    def resolve(self, anchor: Anchor) -> Days | None:
        if anchor.start is None or anchor.end is None:
            return None
        return add_unit(anchor.start, self.unit, -self.number), anchor.end, "interval"


class WarDay(Meaning, frozen=True):
    """The Nth day of the theatre's war; its first day is day 1."""

    number: int = 1

    def resolve(self, anchor: Anchor) -> Days | None:
        if anchor.first_day is None:
            return None
        day = anchor.first_day + timedelta(self.number - 1)
        return day, day, "day"


class Shifted(Meaning, frozen=True):
    """So many units after (or before) the time last spoken of."""

    number: int = 1
    unit: str = "day"

    def resolve(self, anchor: Anchor) -> Days | None:
        if anchor.context is None:
            return None
        start = add_unit(anchor.context[0], self.unit, self.number)
        end = add_unit(anchor.context[1], self.unit, self.number)
        if self.unit in {"month", "year"}:
            start, end = start - timedelta(10), end + timedelta(10)
        return start, end, "day" if start == end else "interval"


class Duration(Meaning, frozen=True):
    """A length of time: it names no day."""


def _anchor_day(anchor: Anchor) -> date | None:
    if anchor.start is None or anchor.end is None:
        return None
    return anchor.start + (anchor.end - anchor.start) / 2


def _remoteness(day: date, around: date, tense: Tense) -> float:
    """Days between, those on the wrong side of the tense counting four times."""
    gap = (day - around).days
    wrong = gap > 1 if tense != "future" else gap < -1
    return abs(gap) * (4.0 if wrong else 1.0)


def mean(rule: Rule, matched: list[tuple[str, Piece]]) -> Meaning | None:
    """The meaning of a matched phrase; None where its numbers make no date ("31 June")."""
    from holdfast.reading.times.making import MAKERS, Bound

    return MAKERS[rule.make](rule, Bound(matched))
