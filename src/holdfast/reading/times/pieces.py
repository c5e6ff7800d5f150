"""Tokens of a sentence as the pieces that the grammar of time is written over."""

from __future__ import annotations

import re

import msgspec

from holdfast.language import Sentence, Token
from holdfast.reading.lexicon import load

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_JOINABLE = re.compile(r"[\d./-]+")
_DASHES = {"-", "–", "—", "to", "until", "till", "through", "and"}
#: Names of months and weekdays that are common words too: they count only where capitalised.
_COMMON_WORDS = {"may", "march", "mar", "sat", "sun", "mon", "second"}
YEARS = range(1000, 2200)


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One phrase of the grammar; see the head of `data/en.toml`."""

    id: str
    phrase: str
    make: str
    shift: tuple[int, int] | None = None


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    parts: dict[str, str]
    seasons: dict[str, tuple[int, int]]
    bounds: dict[str, str]
    #: Seasons whose names are events too ("the fall of X").
    events: frozenset[str]
    #: What "the Nth day" is one of where it is a day of the war.
    wars: frozenset[str]
    rule: tuple[Rule, ...]


def words() -> Words:
    """The words and rules of English."""
    return load("times", "en", Words)


class Piece(msgspec.Struct, frozen=True):
    """One or more tokens without space between; `values` gives its meaning in each class."""

    first: int
    last: int
    low: str
    values: dict[str, object]


def cut(sentence: Sentence) -> list[Piece]:
    """The pieces of a sentence: its tokens, with dates split by the tokenizer put together."""
    pieces: list[Piece] = []
    i = 0
    while i < len(sentence):
        j = i
        text = sentence[i].text
        while (
            j + 1 < len(sentence)
            and sentence[j].end == sentence[j + 1].start
            and _JOINABLE.fullmatch(text)
            and _JOINABLE.fullmatch(sentence[j + 1].text)
        ):
            j += 1
            text += sentence[j].text
        if j > i and not (_ISO.fullmatch(text) or _SLASHED.fullmatch(text)):
            j, text = i, sentence[i].text
        pieces.append(Piece(i, j, _plain(text), _values(text, sentence[i])))
        i = j + 1
    return pieces


def _plain(text: str) -> str:
    low = text.lower()
    return low[:-1] if len(low) > 2 and low.endswith(".") else low


def _values(text: str, token: Token) -> dict[str, object]:
    lexicon = words()
    low = _plain(text)
    values: dict[str, object] = {}
    if iso := _ISO.fullmatch(low):
        values["ISO"] = tuple(int(part) for part in iso.groups())
    elif slashed := _SLASHED.fullmatch(low):
        parts = tuple(int(part) if part else None for part in slashed.groups())
        values["SLASHED" if parts[2] is not None else "SLASHEDSHORT"] = parts
    if low.isdecimal() and low.isascii():
        number = int(low)
        values["NUMBER"] = number
        if 1 <= number <= 31 and len(low) <= 2:
            values["DAY"] = number
        if number in YEARS and len(low) == 4:
            values["YEAR"] = number
    elif ordinal := _ORDINAL.fullmatch(low):
        number = int(ordinal[1])
        values["ORDINAL"] = number
        if 1 <= number <= 31:
            values["DAY"] = number
    elif low.isalpha() or "-" in low:
        capital = text[0].isupper()
        named = capital or low not in _COMMON_WORDS
        if low in lexicon.months and named and token.upos not in {"AUX", "VERB"}:
            values["MONTH"] = lexicon.months[low]
        if low in lexicon.weekdays and named and (capital or len(low) > 3):
            values["WEEKDAY"] = lexicon.weekdays[low]
        for name, table in (
            ("UNIT", lexicon.units), ("NUMBER", lexicon.numbers), ("ORDINAL", lexicon.ordinals),
            ("PART", lexicon.parts), ("SEASON", lexicon.seasons),
        ):  # fmt: skip
            if low in table:
                values[name] = table[low]
        if "SEASON" in values and token.upos not in {"NOUN", "PROPN"}:
            del values["SEASON"]
    if low in _DASHES:
        values["DASH"] = low
    return values
