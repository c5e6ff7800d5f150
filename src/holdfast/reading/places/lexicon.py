"""The words around place names, as a record."""

from __future__ import annotations

import msgspec

from holdfast.reading.lexicon import load


class PlaceWords(msgspec.Struct, frozen=True):
    """The data file `places.toml`; see its comments."""

    region_nouns: frozenset[str]
    district_nouns: frozenset[str]
    sector_nouns: frozenset[str]
    settlement_nouns: frozenset[str]
    ground_nouns: frozenset[str]
    wholes: frozenset[str]
    part_nouns: frozenset[str]
    natural_nouns: frozenset[str]
    directions: frozenset[str]
    direction_adjectives: frozenset[str]
    locative: frozenset[str]
    on_ground: frozenset[str]
    near: frozenset[str]
    not_places: frozenset[str]
    along: frozenset[str]
    titles: frozenset[str]
    banks: frozenset[str]


def place_words() -> PlaceWords:
    """The words of English."""
    return load("places", "places", PlaceWords)
