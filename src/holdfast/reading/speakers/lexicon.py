"""The words for speakers, as records."""

from __future__ import annotations

from functools import cache

import msgspec

from holdfast.model import SpeakerKind
from holdfast.reading.lexicon import load


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a speaker of one kind."""

    kind: SpeakerKind
    nouns: frozenset[str]
    #: Heads of proper names only: "Sudan Tribune".
    names: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()


class TakenUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that take up a speaker named before."""

    pronouns: frozenset[str]
    persons: frozenset[str]
    texts: frozenset[str]
    general: dict[SpeakerKind, frozenset[str]]


class Citing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which one speaker relays another."""

    verbs: frozenset[str]
    to: frozenset[str]


class Comment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words after "…, he said," that set something against what was said."""

    against: frozenset[str]


class Kinds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file `kinds.toml`."""

    kind: tuple[Kind, ...]
    taken_up: TakenUp
    citing: Citing
    comment: Comment


def kinds() -> Kinds:
    """The words of English."""
    return load("speakers", "kinds", Kinds)


@cache
def kind_by_noun() -> dict[str, SpeakerKind]:
    """Kinds by noun; of two kinds that list one noun, the first stands."""
    index: dict[str, SpeakerKind] = {}
    for entry in kinds().kind:
        for noun in entry.nouns:
            index.setdefault(noun, entry.kind)
    return index


@cache
def kind_by_name() -> dict[str, SpeakerKind]:
    """Kinds by the capitalised head of a proper name."""
    return {name: entry.kind for entry in kinds().kind for name in entry.names}
