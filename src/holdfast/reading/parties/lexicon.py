"""The words for forces, governments and parties, as records."""

from __future__ import annotations

import msgspec

from holdfast.reading.lexicon import load


class NamedParties(msgspec.Struct, frozen=True):
    """Heads of capitalised names of parties."""

    heads: frozenset[str]


class Modifiers(msgspec.Struct, frozen=True):
    """Words that turn or tie a party to a name."""

    against: frozenset[str]
    friends: frozenset[str]
    belonging: frozenset[str]
    locative: frozenset[str]


class Deictic(msgspec.Struct, frozen=True):
    """Words whose party hangs on who speaks."""

    enemy: frozenset[str]
    own: frozenset[str]
    both: frozenset[str]


class Camps(msgspec.Struct, frozen=True):
    """Plain nouns of rebels and of states, and who is never meant by them."""

    rebels: frozenset[str]
    plain_rebels: frozenset[str]
    never_rebels: frozenset[str]
    organisations: frozenset[str]
    state: frozenset[str]


class PartyWords(msgspec.Struct, frozen=True):
    """The data file `parties.toml`."""

    forces: frozenset[str]
    governments: frozenset[str]
    arms: frozenset[str]
    soldiers: frozenset[str]
    officials: frozenset[str]
    weapons: frozenset[str]
    deeds: frozenset[str]
    figurative: frozenset[str]
    plain: dict[str, str]
    camps: Camps
    named: NamedParties
    modifiers: Modifiers
    deictic: Deictic


def party_words() -> PartyWords:
    """The words of English."""
    return load("parties", "parties", PartyWords)
