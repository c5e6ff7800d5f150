"""Arithmetic on days of the calendar. Nothing here knows a clock or a time zone."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_DAYS = {"hour": 0, "day": 1, "week": 7, "fortnight": 14}


def days_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the month is too short for it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def season_days(year: int, months: tuple[int, int]) -> tuple[date, date]:
    """First and last day of a season by its first and last month; winter ends in the next year."""
    first, last = months
    return date(year, first, 1), month_days(year + (last < first), last)[1]


def part_of(start: date, end: date, part: str) -> tuple[date, date]:
    """The early, middle or late third of a stretch of days."""
    third = (end - start).days // 3
    if part == "early":
        return start, start + timedelta(third)
    if part == "late":
        return end - timedelta(third), end
    return start + timedelta(third), end - timedelta(third)


def add_unit(day: date, unit: str, number: int) -> date:
    """`day` moved by so many units; a day that the new month lacks becomes its last."""
    if unit in _DAYS:
        return day + timedelta(_DAYS[unit] * number)
    months = {"month": 1, "year": 12, "decade": 120}[unit] * number
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_around(day: date, unit: str) -> tuple[date, date]:
    """The calendar week (from Monday), month, year or decade that a day lies in."""
    if unit == "week":
        start = day - timedelta(day.weekday())
        return start, start + timedelta(6)
    if unit == "month":
        return month_days(day.year, day.month)
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if unit == "decade":
        first = day.year - day.year % 10
        return date(first, 1, 1), date(first + 9, 12, 31)
    return day, day
