"""How directly a name beside a force says whose it is."""

from __future__ import annotations

from holdfast.language import Sentence, Token
from holdfast.reading.parties.lexicon import PartyWords
from holdfast.reading.parties.names import Named
from holdfast.reading.places.lexicon import place_words

#: Clauses and coordinations that hang on a noun and are not part of its name.
OUTSIDE = ("acl", "advcl", "conj", "cc", "parataxis", "appos", "punct", "ccomp")


def closeness(sentence: Sentence, head: Token, named: Named, words: PartyWords) -> float:
    """How directly a name belongs to a force: 0 for not at all."""
    if named.covers(head.i):
        return 1.0
    own = _head_of(sentence, named)
    before = sentence[named.first - 1].low if named.first else ""
    earlier = sentence[named.first - 2].low if named.first > 1 else ""
    if before in words.modifiers.against or (before == "-" and earlier in words.modifiers.against):
        return 0.0
    if own.head == head.i and own.relation in {"amod", "compound", "nmod", "flat", "det"}:
        case = sentence.child(own, "case")
        if case is None or case.low in {"'s", "’s", "'", "’"}:
            return 1.0
        if case.low in words.modifiers.locative:
            return 0.0
        return 0.9 if case.low in {"of", "from"} else 0.6
    joined = sentence[named.last + 1 : named.last + 3]
    if not named.referent.theatre and any(t.low in words.modifiers.friends for t in joined):
        return 0.0
    if not named.referent.theatre and any(t.low == "led" for t in joined):
        return 0.4
    governor = sentence.head(own)
    if governor is not None and governor.low in words.modifiers.belonging:
        above = sentence.head(governor)
        if above is not None and above.i == head.i:
            return 1.0
    between = sentence.tokens[named.last + 1 : head.i] if named.last < head.i else ()
    if named.last < head.i and len(between) <= 4 and all(
        (t.upos in {"ADJ", "NOUN", "PROPN", "NUM", "PUNCT"} and t.text != ",")
        or t.low in words.modifiers.belonging or t.low in {"'s", "’s"}
        for t in between
    ) and not _takes_other_head(sentence, own, head):  # fmt: skip
        return 0.8
    within = {t.i for t in sentence.subtree(head, without=OUTSIDE)}
    if own.i in within:
        cases = [sentence.child(t, "case") for t in (own, *sentence.ancestors(own))
                 if t.i in within and t.i != head.i]  # fmt: skip
        if not any(c is not None and c.low in words.modifiers.locative for c in cases):
            return 0.5
    return 0.0


def _takes_other_head(sentence: Sentence, own: Token, head: Token) -> bool:
    """Whether the name is itself an argument of a verb before the head: not a modifier."""
    return own.relation in {"nsubj", "obj", "obl"} and own.head < head.i


def _head_of(sentence: Sentence, named: Named) -> Token:
    """The token of a name that governs the rest of it."""
    for i in range(named.first, named.last + 1):
        if not named.covers(sentence[i].head) or sentence[i].head == i:
            return sentence[i]
    return sentence[named.last]


def is_of_others(sentence: Sentence, token: Token, words: PartyWords) -> bool:
    """As in "columns of cars", "an army of fans": a noun for a force that is nobody's."""
    for child in sentence.children(token, "nmod"):
        if any(c.low == "of" for c in sentence.children(child, "case")):
            grounds = place_words().ground_nouns | place_words().settlement_nouns
            named = words.forces | words.governments | words.plain.keys()
            return child.xpos == "NNS" and child.low not in named | grounds
    return False
