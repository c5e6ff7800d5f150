"""Small corrections of parses that contradict the annotation scheme itself.

A statistical parser sometimes gives a phrase with a preposition the relation of a bare object. In
Universal Dependencies an object has no case marker, so the marker is believed: under a verb such a
phrase is oblique, under a noun it modifies it. And a passive subject needs a passive: where the
verb has no passive auxiliary but an object of its own, its subject is an active one. Two nouns side
by side are one subject.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.language.recut import recut
from holdfast.language.syntax import Token

_BARE = frozenset({"obj", "iobj"})
_HAVE = frozenset({"has", "have", "had", "'ve", "’ve"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def repair(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence with contradictory relations corrected."""
    return recut(_relations(_headline(_auxiliaries(_cases(tokens)))))


def _cases(tokens: Sequence[Token]) -> list[Token]:
    """A preposition before "M23 rebels" is the rebels', not that of the name that describes them; and
    a subject that is tagged as a noun is one.
    """
    found = [
        msgspec.structs.replace(t, upos="NOUN")
        if t.upos == "VERB" and t.xpos in {"NN", "NNS"} and t.dep.startswith(("nsubj", "obj"))
        else t
        for t in tokens
    ]  # fmt: skip
    for token in found[:]:
        noun = tokens[token.head]
        if (
            token.dep == "case"
            and token.i < noun.i
            and noun.dep == "compound"
            and noun.head > noun.i
        ):
            found[token.i] = msgspec.structs.replace(token, head=noun.head)
    return found


def _auxiliaries(tokens: list[Token]) -> list[Token]:
    """An auxiliary governs nothing: the subject of "have yet to leave" is that of "leave"."""
    for token in list(tokens):
        verb = tokens[token.head]
        if verb.dep in {"aux", "aux:pass", "cop"} and verb.head != verb.i and token is not verb:
            tokens[token.i] = msgspec.structs.replace(token, head=verb.head)
    return tokens


def _headline(tokens: list[Token]) -> list[Token]:
    """As in "Army retakes X", where a rare verb of a headline is taken for a noun: what stands
    before a root in -s is its subject, and a name after it its object.
    """
    root = next((t for t in tokens if t.dep == "root"), None)
    if (
        root is None
        or root.i == 0
        or any(t.upos in {"VERB", "AUX"} and t is not root for t in tokens)
    ):
        return tokens
    subject = tokens[root.i - 1]
    if subject.head != root.i or subject.dep != "compound":
        return tokens
    if root.upos == "VERB":
        tokens[subject.i] = msgspec.structs.replace(subject, dep="nsubj")
        return tokens
    after = tokens[root.i + 1] if root.i + 1 < len(tokens) else None
    if (
        root.xpos != "NNS" or subject.upos != "NOUN" or after is None or after.head != root.i
        or after.upos != "PROPN" or after.dep not in {"appos", "flat", "nmod", "nmod:desc", "dep"}
    ):  # fmt: skip
        return tokens
    tokens[root.i] = msgspec.structs.replace(
        root, upos="VERB", xpos="VBZ", lemma=root.text.lower().removesuffix("s")
    )
    tokens[subject.i] = msgspec.structs.replace(subject, dep="nsubj")
    tokens[after.i] = msgspec.structs.replace(after, dep="obj")
    for token in tokens[: subject.i]:
        if token.head == root.i:
            tokens[token.i] = msgspec.structs.replace(token, head=subject.i)
    return tokens


def _relations(tokens: Sequence[Token]) -> list[Token]:
    marked = {t.head for t in tokens if t.dep == "case" and t.upos == "ADP" and t.head > t.i}
    passive = {t.head for t in tokens if t.dep in {"aux:pass", "obl:agent"}}
    objects = {t.head for t in tokens if t.dep == "obj" and t.i not in marked}
    perfect = {t.head for t in tokens if t.dep == "aux" and t.text.lower() in _HAVE}
    cased = {t.head for t in tokens if t.dep == "case"}
    copular = {t.head for t in tokens if t.dep == "cop"}
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
        if (
            token.dep == "obl" and token.upos == "NOUN" and token.i not in cased
            and token.head < token.i <= token.head + 4 and token.head not in objects
            and tokens[token.head].upos == "VERB"
        ):  # fmt: skip
            # An oblique has a preposition, or is one of time, which has a relation of its own.
            token = msgspec.structs.replace(token, dep="obj")
        if token.dep == "conj" and token.xpos == "VBG" and tokens[token.i - 1].dep == "cc":
            token = msgspec.structs.replace(token, head=_like(tokens, token))
        if (
            token.dep == "compound" and tokens[token.head].xpos == "VBN" and token.i < token.head
            and tokens[token.i + 1].text in {"-", "–", "—", ":"}
        ):  # fmt: skip
            # "Izium - liberated.": what a dash parts is no compound.
            token = msgspec.structs.replace(token, dep="nsubj:pass")
        if token.dep == "ccomp" and tokens[token.head].upos == "NOUN" and token.head not in copular:
            # What a noun reports is a clause of that noun ("claims that …").
            token = msgspec.structs.replace(token, dep="acl")
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
