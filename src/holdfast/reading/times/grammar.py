"""Finding time expressions: the longest phrase of the grammar that begins at each piece."""

from __future__ import annotations

from functools import cache

import msgspec

from holdfast.language import Sentence, Token
from holdfast.reading.times.meanings import Meaning, mean
from holdfast.reading.times.pieces import Piece, Rule, cut, words

#: From this number on, "the Nth day" without a word of what is a day of the war.
MANY_DAYS = 30


class Expression(msgspec.Struct, frozen=True):
    """A time expression: tokens `first` to `last` of its sentence, and what it means.

    `bound` is the word that makes a limit of it ("since", "until", "by", "before", "after").
    """

    first: int
    last: int
    written: str
    rule: str
    meaning: Meaning
    bound: str | None = None


class _Element(msgspec.Struct, frozen=True):
    alternatives: tuple[str, ...]
    optional: bool


@cache
def _phrases() -> tuple[tuple[Rule, tuple[_Element, ...]], ...]:
    return tuple((rule, tuple(map(_element, rule.phrase.split()))) for rule in words().rule)


def _element(written: str) -> _Element:
    optional = written.endswith("?")
    return _Element(tuple((written[:-1] if optional else written).split("|")), optional)


def _fits(piece: Piece, element: _Element) -> str | None:
    """The class or word by which a piece fits, classes first."""
    for name in element.alternatives:
        if name.isupper() and name in piece.values:
            return name
        if name == piece.low and not name.isupper():
            return name
    return None


def _match(
    pieces: list[Piece], at: int, elements: tuple[_Element, ...]
) -> list[tuple[int, str]] | None:
    """The (piece, class or word) pairs of the longest way in which the phrase fits from `at`."""
    if not elements:
        return []
    best: list[tuple[int, str]] | None = None
    element = elements[0]
    if at < len(pieces) and (name := _fits(pieces[at], element)) is not None:
        rest = _match(pieces, at + 1, elements[1:])
        if rest is not None:
            best = [(at, name), *rest]
    if element.optional:
        skipped = _match(pieces, at, elements[1:])
        if skipped is not None and (best is None or len(skipped) > len(best)):
            best = skipped
    return best


def find_expressions(sentence: Sentence, text: str) -> list[Expression]:
    """The time expressions of a sentence in order, none overlapping another.

    In: the sentence and its document's text. Durations ("for six months") are found, so that their
    words are not read as something else, and mean no day.
    """
    pieces = cut(sentence)
    found: list[Expression] = []
    at = 0
    while at < len(pieces):
        expression, after = _longest(pieces, at, sentence, text)
        if expression is not None:
            found.append(expression)
        at = after
    return found


def _longest(
    pieces: list[Piece], at: int, sentence: Sentence, text: str
) -> tuple[Expression | None, int]:
    best: tuple[int, Rule, list[tuple[int, str]], Meaning] | None = None
    for rule, elements in _phrases():
        matched = _match(pieces, at, elements)
        while matched and matched[-1][1] == ",":
            matched = matched[:-1]
        if not matched or (best is not None and matched[-1][0] + 1 <= best[0]):
            continue
        meaning = mean(rule, [(name, pieces[i]) for i, name in matched])
        if meaning is not None and _is_time(sentence, rule, [pieces[i] for i, _ in matched]):
            best = (matched[-1][0] + 1, rule, matched, meaning)
    if best is None:
        return None, at + 1
    after, rule, matched, meaning = best
    first, last = pieces[matched[0][0]].first, pieces[matched[-1][0]].last
    written = text[sentence[first].start : sentence[last].end]
    bound = _bound(pieces, at, matched)
    return Expression(first, last, written, rule.id, meaning, bound), after


def _is_time(sentence: Sentence, rule: Rule, matched: list[Piece]) -> bool:
    """Whether a phrase that may be something else is a time where it stands: no season is "the fall
    of X", and no day of the war is the first one of an offensive.
    """
    if rule.make == "season":
        noun = next(sentence[p.last] for p in matched if "SEASON" in p.values)
        told = matched[0].low in {"last", "this", "next"} or any(
            "YEAR" in p.values for p in matched
        )
        return told or _is_season(sentence, noun)
    if rule.make == "war_day":
        return _is_of_war(sentence, matched)
    return True


def _is_season(sentence: Sentence, noun: Token) -> bool:
    """A season is when something happens; what happens to somebody, or is told of, is an event."""
    told = noun.relation in {"nsubj", "obj", "ccomp", "root"} and noun.dep != "obl"
    if told and noun.low in words().events:
        return False
    for child in sentence.children(noun, "nmod"):
        if any(c.low in {"of", "to"} for c in sentence.children(child, "case")):
            return child.upos == "NUM" or child.low in words().units
    return True


def _is_of_war(sentence: Sentence, matched: list[Piece]) -> bool:
    """What the day is one of says so; a day so late is the war's where nothing is said."""
    counted = next((p.values for p in matched if p.values.keys() & {"ORDINAL", "NUMBER"}), {})
    number = counted.get("ORDINAL", counted.get("NUMBER"))
    day = next(sentence[p.last] for p in matched if p.low == "day")
    of = [
        child for child in sentence.children(day, "nmod")
        if any(c.low in {"of", "since", "'s", "’s"} for c in sentence.children(child, "case"))
    ]  # fmt: skip
    if of:
        told = {c.low for c in of}
        told |= {f"{a.low} {c.low}" for c in of for a in sentence.children(c, "amod")}
        return bool(told & words().wars)
    return isinstance(number, int) and number >= MANY_DAYS


def _bound(pieces: list[Piece], at: int, matched: list[tuple[int, str]]) -> str | None:
    """A bounding word inside the phrase's head, or just before it."""
    bounds = words().bounds
    inside = bounds.get(pieces[matched[0][0]].low) if matched[0][1].islower() else None
    if inside is not None and inside != "as":
        return inside
    before = pieces[at - 1] if at else None
    if before is not None and before.low in {"since", "until", "till", "by", "before", "after"}:
        return bounds[before.low]
    if before is not None and before.low == "than" and at > 1 and pieces[at - 2].low == "later":
        return "by"
    return None
