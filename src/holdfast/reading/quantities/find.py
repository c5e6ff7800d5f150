"""Numbers with what they count: areas, settlements, shares, people, things, money."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

import msgspec

from holdfast.language import Sentence, Token
from holdfast.model import Quantity, Unit
from holdfast.reading.lexicon import load

_DIGITS = re.compile(r"[$€£₽₴]?(\d{1,3}(?:[,  ]\d{3})+|\d+)(?:\.(\d+))?([kKmM]|bn)?%?")
_FRACTION = re.compile(r"(\d)[/⁄](\d)")
_CURRENCY = {"$": "USD", "€": "EUR", "£": "money", "₽": "RUB", "₴": "UAH"}


class _People(msgspec.Struct, frozen=True):
    nouns: frozenset[str]
    killed: frozenset[str]
    wounded: frozenset[str]
    casualties: frozenset[str]
    captured: frozenset[str]
    displaced: frozenset[str]


class _Nouns(msgspec.Struct, frozen=True):
    nouns: frozenset[str]


class _Approximate(msgspec.Struct, frozen=True):
    words: frozenset[str]


class Units(msgspec.Struct, frozen=True):
    """The data file `units.toml`."""

    units: dict[str, Unit]
    factors: dict[str, float]
    people: _People
    equipment: _Nouns
    approximate: _Approximate
    numbers: dict[str, float]
    multipliers: dict[str, float]
    fractions: dict[str, int]


def units() -> Units:
    """The units of English."""
    return load("quantities", "units", Units)


class Counted(msgspec.Struct, frozen=True):
    """A quantity in a sentence: its tokens, and the token of the noun that it counts (or its own)."""

    first: int
    last: int
    noun: int
    quantity: Quantity


def find_quantities(
    sentence: Sentence, text: str, times: Container[int] = frozenset()
) -> list[Counted]:
    """The quantities of a sentence in order; years, days of months and times are none.

    `times` are the tokens of its time expressions.
    """
    found: list[Counted] = []
    at = 0
    while at < len(sentence):
        read = _number(sentence, at) if at not in times else None
        if read is None:
            at += 1
            continue
        value, last = read
        counted = _counted(sentence, text, at, last, value)
        if counted is not None:
            found.append(counted)
            at = max(last, counted.last) + 1
        else:
            at = last + 1
    return found


def _number(sentence: Sentence, at: int) -> tuple[float, int] | None:
    """The number that starts at a token, and its last token."""
    lexicon = units()
    token = sentence[at]
    low = token.low
    joined = _joined(sentence, at)
    if joined is not None:
        return joined
    if fraction := _FRACTION.fullmatch(low):
        return int(fraction[1]) / max(1, int(fraction[2])), at
    digits = _DIGITS.fullmatch(token.text)
    if digits:
        value = float(re.sub(r"\D", "", digits[1]) + (f".{digits[2]}" if digits[2] else ""))
        value *= lexicon.multipliers.get((digits[3] or "").lower(), 1)
        return _multiplied(sentence, at, value)
    if low in lexicon.numbers and token.upos in {"NUM", "NOUN", "DET", "ADJ", "PRON"}:
        value = lexicon.numbers[low]
        after = _next_word(sentence, at)
        if value >= 20 and value % 10 == 0 and after is not None:
            more = lexicon.numbers.get(sentence[after].low)
            if more is not None and more < 10:
                return _multiplied(sentence, after, value + more)
        return _multiplied(sentence, at, value)
    if low in lexicon.multipliers and low.endswith(("s", "n")) and low not in {"m"}:
        return lexicon.multipliers[low], at
    return None


def _joined(sentence: Sentence, at: int) -> tuple[float, int] | None:
    """As in "2/3" where the tokenizer split it."""
    if at + 2 < len(sentence) and sentence[at + 1].text in {"/", "⁄"}:
        a, b = sentence[at].text, sentence[at + 2].text
        if a.isdecimal() and b.isdecimal() and 0 < int(a) < int(b) <= 10:
            return int(a) / int(b), at + 2
    return None


def _next_word(sentence: Sentence, at: int) -> int | None:
    after = at + 1
    if after < len(sentence) and sentence[after].text == "-":
        after += 1
    return after if after < len(sentence) else None


def _multiplied(sentence: Sentence, at: int, value: float) -> tuple[float, int]:
    lexicon = units()
    after = _next_word(sentence, at)
    if (
        after is not None
        and sentence[after].low in lexicon.multipliers
        and len(sentence[after].low) > 2
    ):
        return value * lexicon.multipliers[sentence[after].low], after
    if after is not None and sentence[after].low in lexicon.fractions and value < 10:
        return value / lexicon.fractions[sentence[after].low], at
    return value, at


def _counted(sentence: Sentence, text: str, first: int, last: int, value: float) -> Counted | None:
    lexicon = units()
    noun, unit, factor, through = _unit(sentence, first, last, value)
    if unit is None:
        return None
    start = first - 1 if first and sentence[first - 1].text in _CURRENCY else first
    approximate = (
        any(sentence[i].low in lexicon.approximate.words for i in range(max(0, first - 3), first))
        or sentence[first].low in lexicon.approximate.words
    )
    written = text[sentence[start].start : sentence[through].end]
    quantity = Quantity(written, round(value * factor, 4), unit, approximate)
    return Counted(start, through, noun, quantity)


def _unit(
    sentence: Sentence, first: int, last: int, value: float
) -> tuple[int, Unit | None, float, int]:
    """The counted noun, its unit, the factor to that unit, and the last token of the quantity."""
    lexicon = units()
    token = sentence[first]
    symbol = token.text[:1] if token.text[:1] in _CURRENCY else None
    if symbol is None and first and sentence[first - 1].text in _CURRENCY:
        symbol = sentence[first - 1].text
    if symbol is not None:
        return first, _CURRENCY[symbol], 1.0, last  # type: ignore[return-value]
    if "/" in token.text or (last - first == 2 and sentence[first + 1].text == "/"):
        return _after(sentence, last), "share", 1.0, last
    if token.text.endswith("%"):
        return last, "share", 0.01, last
    for i in range(last + 1, min(last + 5, len(sentence))):
        word = sentence[i]
        if word.upos in {"VERB", "AUX"} and word.low not in {
            "killed",
            "wounded",
            "injured",
            "displaced",
        }:
            break
        square = sentence[i - 1].low in {"square", "sq", "sq."}
        pair = f"{sentence[i - 1].low} {word.low}"
        if square and word.low in lexicon.units and lexicon.units[word.low] == "km":
            return i, "km2", 1.0, i
        if pair in lexicon.factors:
            return i, "km2", lexicon.factors[pair], i
        if word.low in lexicon.factors:
            return (
                i,
                "km2" if word.low.startswith("hectare") else "km",
                lexicon.factors[word.low],
                i,
            )
        if word.low in lexicon.units and not square:
            unit = lexicon.units[word.low]
            if unit == "share" and word.low in {"%", "percent"}:
                return i, unit, 0.01, i
            if unit == "share" and word.low == "parts":
                break
            return i, unit, 1.0, i
        people = _people(sentence, word)
        if people is not None:
            return i, people, 1.0, i
        if word.low in lexicon.equipment.nouns:
            return i, "equipment", 1.0, i
        if word.upos not in {
            "ADJ",
            "NUM",
            "ADV",
            "DET",
            "PROPN",
            "NOUN",
            "ADP",
        } and word.text not in {"-", ",", "'s"}:
            break
        if word.upos == "ADP" and word.low != "of":
            break
    alone = _ratio(sentence, last) or _of_verb(sentence, sentence[first], last)
    return alone if alone is not None else (last, None, 1.0, last)


def _ratio(sentence: Sentence, last: int) -> tuple[int, Unit | None, float, int] | None:
    """As in "eight to one", "8-1": how many times as many."""
    one = sentence.tokens[last + 1 : last + 3]
    if len(one) == 2 and one[0].low in {"to", "-", ":", "against"} and one[1].low in {"one", "1"}:
        return last, "ratio", 1.0, last + 2
    return None


def _of_verb(
    sentence: Sentence, token: Token, last: int
) -> tuple[int, Unit | None, float, int] | None:
    """As in "killed three civilians and wounded seven": what a bare number counts, by its verb."""
    verb = sentence.head(token)
    if verb is None or token.relation not in {"obj", "nsubj", "root", "conj"}:
        return None
    outcomes: tuple[Unit, ...] = ("killed", "wounded")
    for name in outcomes:
        words = getattr(units().people, name)
        if verb.upos == "VERB" and (verb.lemma in words or verb.low in words):
            return token.i, name, 1.0, last
    return None


def _after(sentence: Sentence, last: int) -> int:
    return min(last + 1, len(sentence) - 1)


def _people(sentence: Sentence, word: Token) -> Unit | None:
    """What became of people: by the word itself, or by the verb that they depend on."""
    lexicon = units().people
    outcomes: tuple[Unit, ...] = ("killed", "wounded", "casualties", "captured", "displaced")
    for name in outcomes:
        if word.low in getattr(lexicon, name) and word.upos in {"NOUN", "VERB", "ADJ"}:
            return name
    if word.low not in lexicon.nouns:
        return None
    verbal: tuple[Unit, ...] = ("killed", "wounded", "displaced", "captured")
    for token in _governors(sentence, word):
        for name in verbal:
            if token.lemma in getattr(lexicon, name) or token.low in getattr(lexicon, name):
                return name
    return "people"


def _governors(sentence: Sentence, word: Token) -> Iterator[Token]:
    yield from sentence.children(word, "acl", "amod", "xcomp")
    head = sentence.head(word)
    if head is not None:
        yield head
        if (
            head.relation == "conj"
            and (above := sentence.head(head)) is not None
            and head.upos == "NOUN"
        ):
            yield above
        if head.low in units().numbers or head.low in units().multipliers:
            # "Dozens of people were killed": the verb is the number's.
            yield from filter(None, (sentence.head(head),))
