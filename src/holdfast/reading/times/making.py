"""From the pieces a phrase matched to its meaning: one small function for each `make`."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from holdfast.reading.times import meanings as m
from holdfast.reading.times.calendar import days_of
from holdfast.reading.times.pieces import Piece, Rule


class Bound:
    """What a phrase's classes and words were bound to, in text order."""

    def __init__(self, matched: list[tuple[str, Piece]]) -> None:
        """`matched` pairs the class or word of the phrase with the piece it fitted."""
        self._matched = matched

    def all(self, name: str) -> list[int]:
        """The values of every piece that fitted a class of numbers."""
        return [int(str(p.values[name])) for n, p in self._matched if n == name]

    def one(self, name: str) -> int | None:
        """The first of them."""
        return next(iter(self.all(name)), None)

    def raw(self, name: str) -> object:
        """The value of the first piece that fitted the class."""
        return next((p.values[name] for n, p in self._matched if n == name), None)

    def has(self, *words: str) -> bool:
        """Whether the phrase holds one of the words."""
        return any(p.low in words for _, p in self._matched)

    @property
    def step(self) -> int:
        """-1 for "last" and "previous", 1 for "next" and "following", 0 for neither."""
        if self.has("last", "previous", "past"):
            return -1
        return 1 if self.has("next", "following") else 0


def _is_date(year: int | None, month: int, day: int) -> bool:
    return days_of(year if year is not None else 2024, month, day) is not None


def _iso(rule: Rule, bound: Bound) -> m.Meaning | None:
    year, month, day = cast(tuple[int, int, int], bound.raw("ISO"))
    if not 1 <= month <= 12 or not _is_date(year, month, day):
        return None
    return m.Calendar(absolute=True, year=year, month=month, day=day, last_month=month, last=day)


def _slashed(rule: Rule, bound: Bound) -> m.Meaning | None:
    written = bound.raw("SLASHED") or bound.raw("SLASHEDSHORT")
    a, b, year = cast(tuple[int, int, int | None], written)
    if year is not None and year < 100:
        year += 2000
    if not ((1 <= a <= 31 and 1 <= b <= 12) or (1 <= b <= 31 and 1 <= a <= 12)):
        return None
    return m.Slashed(absolute=year is not None, parts=(a, b), year=year)


def _calendar(rule: Rule, bound: Bound) -> m.Meaning | None:
    month, day, year = bound.one("MONTH"), bound.one("DAY"), bound.one("YEAR")
    if month is None or day is None or not _is_date(year, month, day):
        return None
    return m.Calendar(
        absolute=year is not None, year=year, month=month, day=day, last_month=month, last=day,
        years=bound.step if bound.has("year") else None,
    )  # fmt: skip


def _day_range(rule: Rule, bound: Bound) -> m.Meaning | None:
    month, days, year = bound.one("MONTH"), bound.all("DAY"), bound.one("YEAR")
    if month is None or len(days) != 2 or not _is_date(year, month, days[1]):
        return None
    return m.Calendar(
        absolute=year is not None, year=year, month=month, day=days[0],
        last_month=month, last=days[1],
    )  # fmt: skip


def _date_range(rule: Rule, bound: Bound) -> m.Meaning | None:
    months, days, years = bound.all("MONTH"), bound.all("DAY"), bound.all("YEAR")
    year = years[0] if years else None
    if len(years) == 1 and months[1] < months[0]:
        year = years[0] - 1
    return m.Calendar(
        absolute=bool(years), year=year, month=months[0], day=days[0],
        last_month=months[1], last=days[1],
    )  # fmt: skip


def _month(rule: Rule, bound: Bound) -> m.Meaning | None:
    part, year = bound.raw("PART"), bound.one("YEAR")
    return m.Month(
        absolute=year is not None, year=year, month=bound.one("MONTH") or 1,
        part=str(part) if part else None, step=0 if bound.has("year") else bound.step,
        years=bound.step if bound.has("year") else None,
    )  # fmt: skip


def _season(rule: Rule, bound: Bound) -> m.Meaning | None:
    months = bound.raw("SEASON")
    year = bound.one("YEAR")
    return m.Season(
        absolute=year is not None, months=months, year=year, step=bound.step,  # type: ignore[arg-type]
    )  # fmt: skip


def _year(rule: Rule, bound: Bound) -> m.Meaning | None:
    year = bound.one("YEAR") or 2000
    return m.Years(absolute=True, first=year, last=year)


def _year_range(rule: Rule, bound: Bound) -> m.Meaning | None:
    first, last = bound.all("YEAR")
    return m.Years(absolute=True, first=first, last=last) if first <= last else None


def _weekday(rule: Rule, bound: Bound) -> m.Meaning | None:
    return m.Weekday(weekday=bound.one("WEEKDAY") or 0, step=bound.step)


def _deictic(rule: Rule, bound: Bound) -> m.Meaning | None:
    first, last = rule.shift or (0, 0)
    hours = bound.one("NUMBER")
    if bound.has("hours", "hour") and hours is not None:
        first = -((hours + 23) // 24)
    return m.Shift(first=first, last=last)


def _weekend(rule: Rule, bound: Bound) -> m.Meaning | None:
    return m.Weekend()


def _this_unit(rule: Rule, bound: Bound) -> m.Meaning | None:
    unit = str(bound.raw("UNIT"))
    if unit in {"hour", "day"}:
        return m.Shift(first=min(bound.step, 0), last=max(bound.step, 0))
    if bound.has("past"):
        return m.PastUnits(number=1, unit=unit)
    return m.ThisUnit(unit=unit, step=bound.step, sofar=bound.has("earlier"))


def _rough(bound: Bound) -> int:
    if bound.has("more", "over"):
        return 1
    if bound.has("less", "under"):
        return -1
    return 2 if bound.has("about", "around", "nearly", "almost", "roughly", "some") else 0


def _ago(rule: Rule, bound: Bound) -> m.Meaning | None:
    return m.Ago(number=bound.one("NUMBER") or 1, unit=str(bound.raw("UNIT")), rough=_rough(bound))


def _vague_ago(rule: Rule, bound: Bound) -> m.Meaning | None:
    unit = next(u for u in ("day", "week", "month", "year") if bound.has(u + "s"))
    return m.PastUnits(number=12 if unit == "month" else 10, unit=unit)


def _past_units(rule: Rule, bound: Bound) -> m.Meaning | None:
    return m.PastUnits(number=bound.one("NUMBER") or 1, unit=str(bound.raw("UNIT")))


def _war_day(rule: Rule, bound: Bound) -> m.Meaning | None:
    number = bound.one("ORDINAL") or bound.one("NUMBER") or 0
    return m.WarDay(absolute=True, number=number) if number > 0 else None


def _shifted(rule: Rule, bound: Bound) -> m.Meaning | None:
    number = bound.one("NUMBER") or 1
    sign = 1 if bound.has("later", "after") else -1
    return m.Shifted(number=sign * number, unit=str(bound.raw("UNIT")))


def _same(rule: Rule, bound: Bound) -> m.Meaning | None:
    return m.Shifted(number=0, unit="day")


def _following(rule: Rule, bound: Bound) -> m.Meaning | None:
    unit = next(u for u in ("day", "week", "month", "year") if bound.has(u))
    return m.Shifted(number=bound.step, unit=unit)


def _duration(rule: Rule, bound: Bound) -> m.Meaning | None:
    return m.Duration()


MAKERS: dict[str, Callable[[Rule, Bound], m.Meaning | None]] = {
    "iso": _iso,
    "slashed": _slashed,
    "calendar": _calendar,
    "day_range": _day_range,
    "date_range": _date_range,
    "month": _month,
    "season": _season,
    "year": _year,
    "year_range": _year_range,
    "weekday": _weekday,
    "deictic": _deictic,
    "weekend": _weekend,
    "this_unit": _this_unit,
    "ago": _ago,
    "vague_ago": _vague_ago,
    "past_units": _past_units,
    "war_day": _war_day,
    "shifted": _shifted,
    "same": _same,
    "following": _following,
    "duration": _duration,
}
