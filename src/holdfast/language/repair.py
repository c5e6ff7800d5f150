"""Small corrections of parses that contradict the annotation scheme itself.

A statistical parser sometimes gives a phrase with a preposition the relation of a bare object. In
Universal Dependencies an object has no case marker, so the marker is believed: under a verb such a
phrase is oblique, under a noun it modifies it. And a passive subject needs a passive: where the
verb has no passive auxiliary but an object of its own, its subject is an active one. Two nouns side
by side are one subject. And "that"
agrees in number: before a plural ("and that operations … were under way") it begins a clause.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.language.syntax import Token

_BARE = frozenset({"obj", "iobj"})
_HAVE = frozenset({"has", "have", "had", "'ve", "’ve"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def repair(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence with contradictory relations corrected."""
    return _clauses_with_that(_relations(tokens))


def _relations(tokens: Sequence[Token]) -> list[Token]:
    marked = {t.head for t in tokens if t.dep == "case" and t.upos == "ADP" and t.head > t.i}
    passive = {t.head for t in tokens if t.dep in {"aux:pass", "obl:agent"}}
    objects = {t.head for t in tokens if t.dep == "obj" and t.i not in marked}
    perfect = {t.head for t in tokens if t.dep == "aux" and t.text.lower() in _HAVE}
    repaired: list[Token] = []
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
        if token.dep == "conj" and token.xpos == "VBG" and tokens[token.i - 1].dep == "cc":
            token = msgspec.structs.replace(token, head=_like(tokens, token))
        before = tokens[token.i - 1]
        if token.dep == before.dep == "nsubj" and token.head == before.head and token.i > 0:
            # "Analyst Sergei Markov told …": one subject, not two side by side.
            token = msgspec.structs.replace(token, dep="appos", head=before.i)
        repaired.append(token)
    return repaired


def _like(tokens: Sequence[Token], participle: Token) -> int:
    """What a participle is coordinated with: like is joined to like ("are leaving en masse and
    heading for …"), so a head that is no verb is passed over for the participle above it.
    """
    above = tokens[participle.head]
    for _ in range(3):
        if above.xpos == "VBG":
            return above.i
        if above.upos in {"VERB", "AUX"}:
            break
        above = tokens[above.head]
    return participle.head


def _clauses_with_that(tokens: list[Token]) -> list[Token]:
    """A plural noun "coordinated" across "and that" is the subject of the clause that follows."""
    for that in tokens[1:]:
        noun = tokens[that.head]
        if (
            that.text.lower() != "that" or that.dep != "det" or noun.dep != "conj"
            or noun.xpos not in {"NNS", "NNPS"} or tokens[that.i - 1].dep != "cc"
        ):  # fmt: skip
            continue
        predicate = next((t for t in tokens[noun.i :] if t.xpos in _FINITE), None)
        if predicate is None:
            continue
        verb = predicate.head if predicate.upos == "AUX" else predicate.i
        tokens[that.i] = msgspec.structs.replace(that, head=verb, dep="mark")
        tokens[noun.i] = msgspec.structs.replace(noun, head=verb, dep="nsubj")
        for later in tokens[noun.i + 1 :]:
            if later.dep == "conj" and later.head < that.i and later.i < predicate.i:
                nouns = [t.i for t in tokens[noun.i : later.i] if t.upos in {"NOUN", "PROPN"}]
                tokens[later.i] = msgspec.structs.replace(later, head=nouns[-1])
    return tokens
