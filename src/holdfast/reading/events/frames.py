"""The lexicon of predicates: which words tell which kind of claim, and who does what in them."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from holdfast.model import Kind
from holdfast.reading.lexicon import load

Need = Literal[
    "side", "place", "target", "quantity", "equipment", "people", "object", "harm", "prisoners"
]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `frames.toml`; the head of that file explains the keys.

    The `noun_` roles and needs replace the verbs' for the frame's nouns.
    """

    id: str
    kind: Kind
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    side: tuple[str, ...] = ("agent",)
    place: tuple[str, ...] = ("patient",)
    target: tuple[str, ...] = ()
    noun_side: tuple[str, ...] | None = None
    noun_place: tuple[str, ...] | None = None
    noun_target: tuple[str, ...] | None = None
    needs: tuple[Need, ...] = ()
    noun_needs: tuple[Need, ...] | None = None
    passive_only: bool = False
    #: "fight": only a force moves so; a politician who goes to a town does not advance on it.
    agent_must: Literal["fight"] | None = None

    def roles(self, role: Literal["side", "place", "target"], *, noun: bool) -> tuple[str, ...]:
        """Where the frame looks for a role."""
        own: tuple[str, ...] = getattr(self, role)
        if not noun:
            return own
        given: tuple[str, ...] | None = getattr(self, f"noun_{role}")
        return own if given is None else given

    def required(self, *, noun: bool) -> tuple[Need, ...]:
        """What must be filled."""
        if noun and self.noun_needs is not None:
            return self.noun_needs
        return self.needs


class _File(msgspec.Struct, frozen=True):
    frame: tuple[Frame, ...]


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of the file: of two that fit equally, the first is taken."""
    return load("events", "frames", _File).frame


@cache
def verb_index() -> dict[str, tuple[tuple[str, Frame], ...]]:
    """Frames by the first word of their verbs, each with its particle ("" for none)."""
    index: dict[str, list[tuple[str, Frame]]] = {}
    for frame in frames():
        for verb in frame.verbs:
            first, _, particle = verb.partition(" ")
            index.setdefault(first, []).append((particle, frame))
    return {word: tuple(entries) for word, entries in index.items()}


@cache
def noun_index() -> dict[str, tuple[Frame, ...]]:
    """Frames by their nouns."""
    index: dict[str, list[Frame]] = {}
    for frame in frames():
        for noun in frame.nouns:
            index.setdefault(noun, []).append(frame)
    return {word: tuple(entries) for word, entries in index.items()}
