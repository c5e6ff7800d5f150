"""Which words of a sentence a verb of speech reports."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.language import Sentence, Token
from holdfast.model import Span
from holdfast.reading.certainty.cues import noun_cues
from holdfast.reading.clauses import is_content_clause
from holdfast.reading.events.called import names_something
from holdfast.reading.events.frames import noun_index


def reported(sentence: Sentence, verb: Token, quotes: Sequence[Span]) -> frozenset[int]:
    """The complement clause; or, where the cue hangs on the words it reports, those words."""
    inside: set[int] = set()
    for clause in sentence.children(verb, "ccomp", "xcomp", "csubj", "obj"):
        if clause.relation == "obj" and not _is_reported_object(sentence, verb, clause, quotes):
            continue
        inside |= {t.i for t in sentence.subtree(clause)}
    for noun in sentence.children(verb, "obl"):
        # "Said in a statement that …": the clause may hang on either.
        for clause in sentence.children(noun, "acl", "ccomp"):
            if noun.low in noun_cues() and is_content_clause(sentence, clause):
                inside |= {t.i for t in sentence.subtree(clause)}
    for clause in sentence.children(verb, "parataxis"):
        inside |= {t.i for t in sentence.subtree(clause)}
    for clause in sentence.children(verb, "obl", "xcomp", "advcl"):
        if any(c.low == "as" for c in sentence.children(clause, "case", "mark")):
            inside |= {t.i for t in sentence.subtree(clause)}
    if verb.relation in {"parataxis", "conj"} and not sentence.children(verb, "ccomp"):
        governor = sentence.head(verb)
        if governor is not None and (verb.relation == "parataxis" or _quoted_before(verb, quotes)):
            own = {t.i for t in sentence.subtree(verb)}
            inside |= {t.i for t in sentence.subtree(governor)} - own
    if verb.relation == "advcl" and any(
        c.low == "as" for c in sentence.children(verb, "mark", "advmod", "case")
    ):
        governor = sentence.head(verb)
        if governor is not None:
            own = {t.i for t in sentence.subtree(verb)}
            inside |= {t.i for t in sentence.subtree(governor)} - own
    if verb.relation == "root" and not sentence.children(verb, "ccomp"):
        # A quotation in the sentence that the parser tied to the verb in another way.
        for token in sentence:
            if _in_quote(token, quotes) and not _in_quote(verb, quotes):
                inside.add(token.i)
    source = sentence.child(verb, "nsubj", "nsubj:pass")
    if source is not None and source.dep == "nsubj:pass" and names_something(verb):
        # "The withdrawal was referred to as a regrouping by the ministry": it speaks of the subject.
        inside |= {t.i for t in sentence.subtree(source)}
    elif source is not None:
        inside -= {t.i for t in sentence.subtree(source)}
    inside.discard(verb.i)
    return frozenset(inside)


def _is_reported_object(
    sentence: Sentence, verb: Token, object: Token, quotes: Sequence[Span]
) -> bool:
    """As in "Announced the capture of X", "called the retreat a regrouping": an event is told by its
    noun; "revealed signs of weakness" tells none.
    """
    if _in_quote(object, quotes) and not _in_quote(verb, quotes):
        return True
    return object.low in noun_index() or object.lemma in noun_index()


def _in_quote(token: Token, quotes: Sequence[Span]) -> bool:
    return any(q.start <= token.start < q.end for q in quotes)


def _quoted_before(verb: Token, quotes: Sequence[Span]) -> bool:
    return any(q.end <= verb.start and verb.start - q.end < 60 for q in quotes)
