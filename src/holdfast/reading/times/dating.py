"""On which day was this written? Every clue votes on days; the days that win are the answer.

A clue is a curve over days: the page's own date, an absolute date in the text, a day without its
year, a weekday, a count of war days, the time since the war began, an operation that the theatre
dates. The curves are log-likelihoods and add up, so that two weak clues in the text can overrule a
page date that was stamped when the page was crawled or reprinted; what was overruled is said.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from holdfast.language import Sentence
from holdfast.model import Dating, Document, TimeRange
from holdfast.reading.times.clues import SPREAD, Clue, Curve, span
from holdfast.reading.times.grammar import Expression
from holdfast.reading.times.meanings import (
    Ago,
    Anchor,
    Calendar,
    Duration,
    Meaning,
    Shift,
    WarDay,
    Weekday,
    Weekend,
)
from holdfast.reading.times.page import page_clues
from holdfast.theatre import Operation, Theatre

#: How likely a paper is so many days after the day it names as news ("on Sunday", "Sept. 10").
RECENCY = (0.30, 0.28, 0.14, 0.08, 0.05, 0.04, 0.03)
#: The same for the weekend, counted from its Sunday; -1 is the Saturday itself.
WEEKEND = {-1: 0.08, 0: 0.25, 1: 0.36, 2: 0.14, 3: 0.07, 4: 0.04, 5: 0.03, 6: 0.02}
#: The same for the day that "the 200th day" names.
WAR_DAY = (0.72, 0.15, 0.05, 0.02)
#: The chance that an older day is named, for each such day, and that a day ahead is.
OLD, AHEAD = 0.002, 0.001
#: How sure a clue of the theatre is: that the war is that old, that the operation is the news.
TRUST_ELAPSED, TRUST_OPERATION = 0.95, 0.85
#: Days around every clue that are looked at.
MARGIN = 45
#: Days at least this likely, beside the likeliest, belong to the answer.
SHARE = 0.3
#: A text on a war may be so much older than the war's first day.
BEFORE_WAR = timedelta(days=400)
#: A clue that counts the other way by this much (nats) was overruled.
OVERRULED = -2.0

_BEGAN = frozenset(
    "launch invade invasion start begin outbreak erupt order war attack conflict assault".split()
)


class Move(msgspec.Struct, frozen=True):
    """Ground told to change hands: at which place, who gains it, who loses it."""

    place: str
    gains: str | None = None
    loses: str | None = None


def date_document(
    document: Document,
    sentences: Sequence[Sentence],
    expressions: Sequence[Sequence[Expression]],
    places: Sequence[str],
    moves: Sequence[Move],
    theatre: Theatre | None,
) -> Dating:
    """The day or days on which a document was written.

    In: the document, its sentences with the time expressions found in each, the names of the
    places it speaks of, and who is told to move where. Out: an interval with its confidence and the evidence in words; an open
    range where nothing ties the text to the calendar.
    """
    clues = [
        *page_clues(document, sentences, expressions),
        *_text_clues(sentences, expressions, theatre),
        *(_operation_clues(places, moves, theatre) if theatre is not None else ()),
    ]
    floor = _floor(sentences, expressions, theatre)
    days = sorted(
        {d for clue in clues for a in clue.around for d in _around(a) if clue.page or d >= floor}
    )
    if not days:
        return Dating(
            TimeRange(None, None, "open", None, "nothing"), 0.0,
            ("nothing in the text or about it names a day with its year",),
        )  # fmt: skip
    totals = [sum(clue.curve(day) for clue in clues) for day in days]
    best = max(totals)
    at = totals.index(best)
    first = last = at
    while (
        first > 0
        and _next(days[first - 1], days[first])
        and totals[first - 1] >= best + math.log(SHARE)
    ):
        first -= 1
    while (
        last + 1 < len(days)
        and _next(days[last], days[last + 1])
        and totals[last + 1] >= best + math.log(SHARE)
    ):
        last += 1
    mass = sum(math.exp(t - best) for t in totals)
    inside = sum(math.exp(t - best) for t in totals[first : last + 1])
    return _verdict(clues, days[first], days[last], days[at], inside / mass)


def _floor(
    sentences: Sequence[Sentence],
    expressions: Sequence[Sequence[Expression]],
    theatre: Theatre | None,
) -> date:
    """The first day that the text can be of: not before the last year that it tells of as past, nor
    long before the war that it tells of. Older days that it names are history.
    """
    floor = date.min
    if theatre is not None:
        floor = theatre.first_day - BEFORE_WAR
    for sentence in sentences:
        if not any(t.xpos == "VBD" for t in sentence):
            continue
        for expression in expressions[sentence.index]:
            if not expression.meaning.absolute or expression.bound in {"until", "by"}:
                continue
            resolved = expression.meaning.resolve(Anchor())
            if resolved is not None:
                floor = max(floor, date(resolved[0].year, 1, 1))
    return floor


def _verdict(clues: Sequence[Clue], start: date, end: date, likeliest: date, mass: float) -> Dating:
    evidence: list[str] = []
    overruled = False
    for clue in clues:
        support = clue.curve(likeliest) - max(
            (clue.curve(d) for d in _around_all(clue)), default=0.0
        )
        if clue.page and support < OVERRULED and not _close(clue, likeliest):
            overruled = True
            evidence.append(f"{clue.says}: overruled, the text itself is of {span(start, end)}")
        elif clue.page or support > OVERRULED:
            evidence.append(clue.says)
    page = any(c.page and _close(c, likeliest) for c in clues)
    time = TimeRange(
        start, end, "day" if start == end else "interval", None,
        "metadata" if page else "expression" if any(not c.page for c in clues) else "metadata",
    )  # fmt: skip
    return Dating(time, round(min(0.99, mass), 3), tuple(dict.fromkeys(evidence)), overruled)


def _close(clue: Clue, day: date) -> bool:
    return any(abs((day - a).days) <= 2 for a in clue.around)


def _around_all(clue: Clue) -> Iterator[date]:
    for day in clue.around:
        yield from _around(day, 10)


def _next(a: date, b: date) -> bool:
    return (b - a).days == 1


def _around(day: date, margin: int = MARGIN) -> Iterator[date]:
    for step in range(-margin, margin + 1):
        yield day + timedelta(step)


# -- dates in the text --------------------------------------------------------------------------


def _recency(back: int) -> float:
    if back < 0:
        return AHEAD
    return RECENCY[back] if back < len(RECENCY) else OLD


def _text_clues(
    sentences: Sequence[Sentence],
    expressions: Sequence[Sequence[Expression]],
    theatre: Theatre | None,
) -> Iterator[Clue]:
    seen: set[str] = set()
    for sentence in sentences:
        for expression in expressions[sentence.index]:
            if expression.written.lower() in seen:
                continue
            clue = _clue_of(sentence, expression, theatre)
            if clue is not None:
                seen.add(expression.written.lower())
                yield clue


def _clue_of(sentence: Sentence, expression: Expression, theatre: Theatre | None) -> Clue | None:
    meaning = expression.meaning
    quoted = repr(expression.written)
    if isinstance(meaning, Weekday):
        return Clue(f"names {quoted} as news", _weekday_curve(meaning))
    if isinstance(meaning, Weekend):
        return Clue(f"names {quoted} as news", _weekend_curve)
    if isinstance(meaning, Ago) and theatre is not None:
        return _elapsed(sentence, expression, meaning, theatre)
    if isinstance(meaning, (Shift, Duration)) or expression.bound in {"since", "until", "by"}:
        return None
    if isinstance(meaning, WarDay):
        if theatre is None:
            return None
        resolved = meaning.resolve(Anchor(first_day=theatre.first_day))
        if resolved is None or meaning.number < 2:
            return None
        day = resolved[0]
        says = f"{quoted}: day {meaning.number} of the war is {day}"
        return Clue(says, _war_day_curve(day), (day,))
    if isinstance(meaning, Calendar) and not meaning.absolute:
        return Clue(f"names {quoted} as news", _yearless_curve(meaning))
    resolved = meaning.resolve(Anchor())
    if meaning.absolute and resolved is not None and resolved[2] == "day":
        return Clue(f"names {quoted}", _absolute_curve(resolved[0]), (resolved[0],))
    return None


def _weekday_curve(meaning: Weekday) -> Curve:
    def curve(day: date) -> float:
        return math.log(_recency((day.weekday() - meaning.weekday) % 7))

    return curve


def _weekend_curve(day: date) -> float:
    back = (day.weekday() - 6) % 7
    back = -1 if back == 6 else back
    return math.log(WEEKEND.get(back, OLD))


def _yearless_curve(meaning: Meaning) -> Curve:
    def curve(day: date) -> float:
        resolved = meaning.resolve(Anchor(day, day))
        if resolved is None:
            return math.log(OLD)
        return math.log(_recency((day - resolved[1]).days))

    return curve


def _absolute_curve(named: date) -> Curve:
    def curve(day: date) -> float:
        return math.log(_recency((day - named).days))

    return curve


def _war_day_curve(counted: date) -> Curve:
    """Days of a war are counted on the day itself far more often than later."""

    def curve(day: date) -> float:
        back = (day - counted).days
        return math.log(WAR_DAY[back] if 0 <= back < len(WAR_DAY) else OLD)

    return curve


def _elapsed(
    sentence: Sentence, expression: Expression, meaning: Ago, theatre: Theatre
) -> Clue | None:
    """As in "Launched the war more than six months ago": so long after the theatre's first day."""
    if meaning.unit not in {"week", "month", "year"} or not any(
        t.lemma.lower() in _BEGAN for t in sentence
    ):
        return None
    days = meaning.number * {"week": 7.0, "month": 30.4, "year": 365.25}[meaning.unit]
    start = theatre.first_day + timedelta(round(days * (0.97 if meaning.rough == 1 else 0.9)))
    end = theatre.first_day + timedelta(round(days * (1.35 if meaning.rough == 1 else 1.12)))
    says = f"{expression.written!r} of the war's beginning: {start} to {end}"
    return Clue(
        says, _window_curve(start, end, TRUST_ELAPSED), (start, end, start + (end - start) / 2)
    )


# -- what the theatre dates ---------------------------------------------------------------------


def _window_curve(start: date, end: date, trust: float) -> Curve:
    width = (end - start).days + 1

    def curve(day: date) -> float:
        if start <= day <= end:
            return math.log(trust / width)
        return math.log((1 - trust) / SPREAD)

    return curve


def _operation_clues(
    places: Sequence[str], moves: Sequence[Move], theatre: Theatre
) -> Iterator[Clue]:
    """The operation that the text tells most of: its places are named, and somebody is told to
    move at one of them as the operation did.
    """
    named = set(places)
    ranked: list[tuple[float, Operation, list[str]]] = []
    for operation in theatre.operations:
        told = named & set(operation.places)
        moved = {
            m.place for m in moves
            if m.place in told and (
                operation.side is None or m.gains == operation.side
                or (m.loses is not None and m.loses != operation.side)
            )
        }  # fmt: skip
        if moved and len(told) >= operation.needs:
            share = (len(told) + len(moved)) / operation.needs
            ranked.append((share, operation, sorted(told)))
    ranked.sort(key=lambda entry: (-entry[0], entry[1].start))
    for share, operation, told_places in ranked[:1]:
        yield Clue(
            f"tells of {operation.name} ({', '.join(told_places)}), "
            f"news from {operation.start} to {operation.news_until}",
            _window_curve(operation.start, operation.news_until, _trust(operation, share)),
            tuple(_steps(operation)),
        )


def _trust(operation: Operation, share: float) -> float:
    return min(0.95, TRUST_OPERATION + 0.03 * (share - 1))


def _steps(operation: Operation) -> Iterator[date]:
    day = operation.start
    while day <= operation.news_until:
        yield day
        day += timedelta(MARGIN)
    yield operation.news_until
