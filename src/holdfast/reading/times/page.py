"""The days that a page itself states: its stamp, its address, its head, its dateline."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from holdfast.language import Sentence
from holdfast.model import Document
from holdfast.reading.times.clues import SPREAD, Clue, span
from holdfast.reading.times.grammar import Expression
from holdfast.reading.times.meanings import Anchor

#: How far a stated date of the page is believed: given with the document, read off the page.
TRUST_GIVEN, TRUST_PAGE = 0.97, 0.8
#: The same for a dateline with its year.
TRUST_DATELINE = 0.999
_URL_DATE = re.compile(r"/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|_|\b)")


def page_clues(
    document: Document, sentences: Sequence[Sentence], expressions: Sequence[Sequence[Expression]]
) -> Iterator[Clue]:
    """What the page, its address, its head and its dateline say of its day."""
    stamp = document.published
    if stamp is not None and stamp.start is not None and stamp.end is not None:
        trust = TRUST_PAGE if document.format == "html" else TRUST_GIVEN
        yield _page_clue(f"published {span(stamp.start, stamp.end)}", stamp.start, stamp.end, trust)
    found = _URL_DATE.search(document.url or "")
    if found:
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            day = None
        if day is not None:
            yield _page_clue(f"the address has {day}", day, day, TRUST_PAGE)
    for sentence in sentences[:6]:
        for expression in expressions[sentence.index]:
            resolved = expression.meaning.resolve(Anchor())
            if resolved and expression.meaning.absolute and _in_dateline(sentence, expression):
                yield _dateline_clue(expression, resolved[0], resolved[1])
                continue
            whole = expression.last - expression.first + 1 >= len(sentence) - 2
            if resolved and expression.meaning.absolute and whole and resolved[0] == resolved[1]:
                says = f"the page is headed {expression.written!r}"
                yield _page_clue(says, resolved[0], resolved[1], TRUST_PAGE)


def _page_clue(says: str, start: date, end: date, trust: float) -> Clue:
    width = (end - start).days + 1

    def curve(day: date) -> float:
        if start <= day <= end:
            return math.log(0.85 * trust / width)
        if day == start - timedelta(1):
            return math.log(0.15 * trust)
        # A page is stamped after it was written far more often than before.
        later = 0.9 if day < start else 0.1
        return math.log((1 - trust) * later / SPREAD)

    return Clue(says, curve, (start, end), page=True)


def _in_dateline(sentence: Sentence, expression: Expression) -> bool:
    """As in "KYIV, Sept 12, 2022 (Agency) -" and "Lviv, Ukraine, 12 September 2022 — …"."""
    if sentence.dateline:
        return True
    before, after = sentence.tokens[: expression.first], sentence.tokens[expression.last + 1 :]
    names = [t for t in before if t.text not in {",", "."}]
    return (
        0 < len(names) <= 5
        and all(t.upos == "PROPN" and t.text[:1].isupper() for t in names)
        and any(t.text in {"-", "–", "—", "--"} for t in after[:6])
        and (after[0].text in {"-", "–", "—", "--", "(", ","})
    )


def _dateline_clue(expression: Expression, start: date, end: date) -> Clue:
    """A dateline is written with the text; it overrules a page that says otherwise."""
    stamp = _page_clue("", start, end, TRUST_DATELINE)
    says = f"the dateline has {expression.written!r}"
    return Clue(says, stamp.curve, (start, end))
