"""Small corrections of parses that contradict the annotation scheme itself.

A statistical parser sometimes gives a phrase with a preposition the relation of a bare object. In
Universal Dependencies an object has no case marker, so the marker is believed: under a verb such a
phrase is oblique, under a noun it modifies it.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.language.syntax import Token

_BARE = frozenset({"obj", "iobj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def repair(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence with contradictory relations corrected; heads stay as they are."""
    marked = {
        t.head for t in tokens if t.dep == "case" and t.upos == "ADP" and t.head > t.i
    }
    repaired = []
    for token in tokens:
        if token.dep in _BARE and token.i in marked:
            nominal = tokens[token.head].upos in _NOMINAL
            token = msgspec.structs.replace(token, dep="nmod" if nominal else "obl")
        repaired.append(token)
    return repaired
