"""Clauses that several rooms ask about in the same words."""

from __future__ import annotations

from holdfast.language import Sentence, Token
from holdfast.reading.certainty.cues import noun_cues

#: "The claim that the ministry made": a relative clause after all.
_MAKING = frozenset(
    {"make", "issue", "publish", "release", "give", "carry", "spread", "send", "read"}
)
_RELATIVES = frozenset({"who", "whom", "which", "that", "where", "whose"})


def is_content_clause(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause on a noun says what the noun is about ("allegations that troops had left")
    rather than which one is meant ("troops that had left").

    Parsers confuse the two; a "that" followed by a subject of the clause's own decides.
    """
    if clause.dep == "acl" or clause.relation == "ccomp":
        return True
    subject = sentence.child(clause, "nsubj", "nsubj:pass")
    first = min(sentence.subtree(clause), key=lambda t: t.i)
    own = first.low == "that" and subject is not None and subject.i != first.i
    if not own or subject is None or subject.low in _RELATIVES:
        return False
    noun = sentence.head(clause)
    if noun is not None and noun.low in noun_cues():
        return clause.lemma not in _MAKING
    return sentence.child(clause, "obj") is not None


def has_own_subject(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has a subject of its own that is no relative pronoun."""
    subject = sentence.child(verb, "nsubj", "nsubj:pass", "expl")
    return subject is not None and subject.low not in _RELATIVES


def is_circumstance(sentence: Sentence, token: Token) -> bool:
    """As in "urged them to leave as troops closed in": a finite clause of time or ground is told as
    fact, whatever the clause is that it stands in.
    """
    marks = {t.low for t in sentence.children(token, "mark", "advmod")}
    return (
        token.relation == "advcl"
        and token.xpos in {"VBD", "VBZ", "VBP"}
        and bool(marks & {"as", "when", "while", "after", "because", "since", "although", "though"})
    )
