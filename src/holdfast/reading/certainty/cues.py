"""The words of sureness, as records."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from holdfast.model import Certainty, Polarity, Realis
from holdfast.reading.lexicon import load

Modal = Literal["epistemic", "ability", "future", "conditional", "duty"]


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class of words with what they do to the clause below them; see `cues.toml`."""

    id: str
    speech: bool = False
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    realis: Realis | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


class Negation(msgspec.Struct, frozen=True):
    """Words and phrases that deny."""

    words: frozenset[str]
    phrases: tuple[str, ...]


class Conditions(msgspec.Struct, frozen=True):
    """Markers of clauses that are not told as fact."""

    marks: frozenset[str]
    purposes: frozenset[str]


class Verification(msgspec.Struct, frozen=True):
    """Words of "could not be verified"; `unable` are those above the verb: "unable to verify"."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    unable: frozenset[str]
    #: Nouns of the act: "no independent confirmation".
    acts: frozenset[str]


class Truth(msgspec.Struct, frozen=True):
    """What reports are called that deny or doubt them."""

    false: frozenset[str]
    true: frozenset[str]
    doubtful: frozenset[str]


class Comparison(msgspec.Struct, frozen=True):
    """Words that liken one event to another: the other is brought up, not told."""

    verbs: frozenset[str]
    prepositions: frozenset[str]
    after_verbs: frozenset[str]


class Impending(msgspec.Struct, frozen=True):
    """Adjectives of events that have not come."""

    adjectives: frozenset[str]


class Cues(msgspec.Struct, frozen=True):
    """The data file."""

    cue: tuple[Cue, ...]
    adverbs: dict[str, Certainty]
    hearsay: dict[str, str]
    negation: Negation
    modals: dict[str, Modal]
    conditions: Conditions
    truth: Truth
    verification: Verification
    comparison: Comparison
    impending: Impending


def cues() -> Cues:
    """The words of English."""
    return load("certainty", "cues", Cues)


@cache
def verb_cues() -> dict[str, Cue]:
    """Cues by verb; of two classes that list one verb, the first stands."""
    index: dict[str, Cue] = {}
    for cue in cues().cue:
        for verb in cue.verbs:
            index.setdefault(verb, cue)
    return index


@cache
def noun_cues() -> dict[str, Cue]:
    """Cues by noun."""
    index: dict[str, Cue] = {}
    for cue in cues().cue:
        for noun in cue.nouns:
            index.setdefault(noun, cue)
    return index


@cache
def adjective_cues() -> dict[str, Cue]:
    """Cues by adjective."""
    index: dict[str, Cue] = {}
    for cue in cues().cue:
        for adjective in cue.adjectives:
            index.setdefault(adjective, cue)
    return index
