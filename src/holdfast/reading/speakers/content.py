"""Which words of a sentence a verb of speech reports."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.language import Sentence, Token
from holdfast.model import Span
from holdfast.reading.certainty.analysis import cue_of
from holdfast.reading.certainty.cues import noun_cues
from holdfast.reading.clauses import has_own_subject, is_content_clause
from holdfast.reading.events.called import names_something
from holdfast.reading.events.frames import noun_index
from holdfast.reading.speakers.lexicon import kinds
from holdfast.reading.speakers.sources import RELATIVES, reached

_NOMINAL = frozenset({"nsubj", "obj", "obl", "nmod", "appos"})


def reported(sentence: Sentence, verb: Token, quotes: Sequence[Span]) -> frozenset[int]:
    """The complement clause; or, where the cue hangs on the words it reports, those words."""
    if is_comment(sentence, verb):
        return frozenset(_around_comment(sentence, verb))
    inside: set[int] = set()
    phrase = reached(sentence, verb)
    for clause in sentence.children(verb, "ccomp", "xcomp", "csubj", "obj"):
        if clause.relation == "obj" and not _is_reported_object(sentence, verb, clause, quotes):
            continue
        if phrase is not None and clause.i == phrase.head:
            continue
        inside |= _without_asides(sentence, clause)
    for noun in sentence.children(verb, "obl", "obj"):
        # "Said in a statement that …": the clause may hang on either.
        for clause in sentence.children(noun, "acl", "ccomp"):
            if noun.low in noun_cues() and is_content_clause(sentence, clause):
                inside |= {t.i for t in sentence.subtree(clause)}
    for clause in sentence.children(verb, "parataxis"):
        if _is_last_word(sentence, clause):
            continue
        inside |= {t.i for t in sentence.subtree(clause)}
    for clause in sentence.children(verb, "obl", "xcomp", "advcl"):
        told = clause.relation != "advcl" or not has_own_subject(sentence, clause)
        if told and any(c.low == "as" for c in sentence.children(clause, "case", "mark")):
            inside |= {t.i for t in sentence.subtree(clause)}
    if verb.relation in {"parataxis", "conj"} and not sentence.children(verb, "ccomp"):
        governor = sentence.head(verb)
        if governor is not None and verb.relation == "parataxis":
            governor = _commented(sentence, verb, governor)
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


def _without_asides(sentence: Sentence, clause: Token) -> set[int]:
    """The words of a clause but for what is another's or the author's: who relays it ("…, the BBC
    reported"), and in a headline what else went on ("… as troops reach X").
    """
    inside = {t.i for t in sentence.subtree(clause)}
    for token in sentence.subtree(clause):
        relays = token.relation == "parataxis" and _is_last_word(sentence, token)
        beside = (
            sentence.heading and token.relation == "advcl" and has_own_subject(sentence, token)
            and any(m.low == "as" for m in sentence.children(token, "mark"))
            and not any(s.upos == "PRON" for s in sentence.children(token, "nsubj"))
        )  # fmt: skip
        if relays or beside:
            inside -= {t.i for t in sentence.subtree(token)}
    return inside


def is_comment(sentence: Sentence, verb: Token) -> bool:
    """As in "The castle, he added, was taken", "X fell, two sources said, although …": a verb of
    speech with its subject between commas, put into what is said.
    """
    subject = sentence.child(verb, "nsubj")
    if subject is None or subject.i > verb.i or subject.low in RELATIVES:
        return False
    if verb.relation not in {"parataxis", "acl", "conj"} or verb.head > verb.i:
        return False
    first = min(t.i for t in sentence.subtree(subject) if t.upos != "PUNCT")
    if first == 0 or sentence[first - 1].text != "," or verb.i + 1 >= len(sentence):
        return False
    return sentence[verb.i + 1].text == "," and verb.xpos in {"VBD", "VBZ", "VBP"}


def _around_comment(sentence: Sentence, verb: Token) -> set[int]:
    """What a comment is put into: the clause it stands in, and what goes on after it with "and";
    not what is set against it ("although …").
    """
    clause = sentence.head(verb) or verb
    while clause.relation in _NOMINAL and (above := sentence.head(clause)) is not None:
        clause = above
    own = {t.i for t in sentence.subtree(verb)}
    inside = {t.i for t in sentence.subtree(clause)} - own
    for later in sentence.children(verb, "ccomp", "conj", "advcl"):
        marks = {m.low for m in sentence.children(later, "mark", "cc")}
        if later.i > verb.i and not marks & kinds().comment.against:
            inside |= {t.i for t in sentence.subtree(later)}
    return inside - {verb.i}


def _is_last_word(sentence: Sentence, verb: Token) -> bool:
    """As in "…, the agency reported.": a verb of speech that ends its sentence."""
    cue = cue_of(sentence, verb)
    if cue is None or not cue.speech or verb.upos != "VERB" or sentence.child(verb, "ccomp"):
        return False
    own = {t.i for t in sentence.subtree(verb)}
    first = min(own)
    return verb.head < first and all(
        t.i in own or t.upos == "PUNCT" for t in sentence.tokens[first:]
    )


def _commented(sentence: Sentence, verb: Token, governor: Token) -> Token:
    """What a closing "…, the agency reported" is said of: all before it, though the parser hangs it
    on the last clause; not what stands before a semicolon.
    """
    if not _is_last_word(sentence, verb):
        return governor
    while (above := sentence.head(governor)) is not None and above.i < governor.i:
        if any(t.text in {";", ":"} for t in sentence.tokens[above.i : governor.i]):
            break
        governor = above
    return governor


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
