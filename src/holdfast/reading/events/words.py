"""The words by which roles are told."""

from __future__ import annotations

import msgspec

from holdfast.reading.lexicon import load


class RoleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file `roles.toml`."""

    flags: frozenset[str]
    hands: frozenset[str]
    hands_after: frozenset[str]
    weak_ground: frozenset[str]
    civilians: frozenset[str]
    harm_by_itself: frozenset[str]
    where: tuple[str, ...]
    harmed_in: frozenset[str]
    accompanying: frozenset[str]
    fronts: frozenset[str]
    staying: frozenset[str]


def role_words() -> RoleWords:
    """The words of English."""
    return load("events", "roles", RoleWords)
