"""Small corrections of parses that contradict the annotation scheme itself.

A statistical parser sometimes gives a phrase with a preposition the relation of a bare object. In
Universal Dependencies an object has no case marker, so the marker is believed: under a verb such a
phrase is oblique, under a noun it modifies it. And a passive subject needs a passive: where the
verb has no passive auxiliary but an object of its own, its subject is an active one.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.language.syntax import Token

_BARE = frozenset({"obj", "iobj"})
_HAVE = frozenset({"has", "have", "had", "'ve", "’ve"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def repair(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence with contradictory relations corrected; heads stay as they are."""
    marked = {t.head for t in tokens if t.dep == "case" and t.upos == "ADP" and t.head > t.i}
    passive = {t.head for t in tokens if t.dep in {"aux:pass", "obl:agent"}}
    objects = {t.head for t in tokens if t.dep == "obj" and t.i not in marked}
    perfect = {t.head for t in tokens if t.dep == "aux" and t.text.lower() in _HAVE}
    repaired = []
    for token in tokens:
        if (
            token.dep == "nsubj:pass"
            and token.head not in passive
            and token.head in objects | perfect
        ):
            token = msgspec.structs.replace(token, dep="nsubj")
        if token.dep in _BARE and token.i in marked:
            nominal = tokens[token.head].upos in _NOMINAL
            token = msgspec.structs.replace(token, dep="nmod" if nominal else "obl")
        repaired.append(token)
    return repaired
