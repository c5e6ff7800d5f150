"""What a text says of reports: that they are false, doubtful, or not confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from holdfast.language import Sentence, Token
from holdfast.model import Certainty
from holdfast.reading.certainty.cues import adjective_cues, cues
from holdfast.reading.stems import listed

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_RELATIVES = frozenset({"which", "that"})


def is_negated(sentence: Sentence, verb: Token) -> bool:
    """Whether "not" or its like stands with a verb or predicate."""
    negations = cues().negation.words
    return any(t.low in negations for t in sentence.children(verb, "advmod", "aux"))


def is_called_false(sentence: Sentence, noun: Token) -> bool:
    """As in "Rumours that X fell are false", "baseless claims that X fell"."""
    false = cues().truth.false
    if any(t.low in false for t in sentence.children(noun, "amod")):
        return True
    predicate = sentence.head(noun)
    if predicate is None or noun.dep not in _SUBJECTS:
        return False
    negated = is_negated(sentence, predicate)
    return predicate.low in (cues().truth.true if negated else false)


def is_called_doubtful(sentence: Sentence, noun: Token) -> bool:
    """As in "Reports that X fell are unconfirmed", "claims that it fell could not be verified"."""
    predicate = sentence.head(noun)
    if predicate is None or noun.dep not in _SUBJECTS:
        return False
    unverified = listed(predicate, cues().verification.verbs) is not None
    return predicate.low in cues().truth.doubtful or (
        unverified and is_negated(sentence, predicate)
    )


def doubt_beside(sentence: Sentence, source: Token) -> Certainty | None:
    """How sure a source is by the adjectives it has: "Unconfirmed reports said …" is possible."""
    for child in sentence.children(source, "amod", "compound", "acl"):
        if child.low in cues().adverbs:
            return cues().adverbs[child.low]
        cue = adjective_cues().get(child.low)
        if cue is not None and cue.id == "unverified":
            return cue.certainty
    return None


def is_doubt(sentence: Sentence) -> bool:
    """Whether a sentence takes back sureness from what was told before it: "the claim could not be
    verified", "Reuters was unable to confirm the report", "if these are confirmed".
    """
    return any(True for _ in doubts(sentence))


def doubts(sentence: Sentence) -> Iterator[Token]:
    """The words of a sentence by which it takes back sureness from what it does not itself tell."""
    words = cues().verification
    for token in sentence:
        if token.upos == "NOUN" and token.low in words.acts:
            if any(t.low == "no" for t in sentence.children(token, "det")):
                yield token
            continue
        if listed(token, words.verbs) is None or token.upos not in {"VERB", "ADJ"}:
            continue
        if not any(_is_report(sentence, child) for child in _about(sentence, token)):
            continue
        above = sentence.head(token)
        unable = above is not None and token.relation in {"xcomp", "acl", "advcl", "csubj"} and (
            above.low in words.unable or is_negated(sentence, above)
        )  # fmt: skip
        conditional = any(t.low == "if" for t in sentence.children(token, "mark"))
        if unable or conditional or is_negated(sentence, token) or _no_such(sentence, token):
            yield token


def _about(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """What is verified, or not; "that X fell could not be confirmed" is about its own clause."""
    if sentence.child(verb, "ccomp", "csubj"):
        return
    for child in sentence.children(verb, "nsubj:pass", "nsubj", "obj"):
        if child.low in _RELATIVES and verb.relation == "acl":
            yield sentence.head(verb) or child
        yield child


def _is_report(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is what was told; "reports of torture" are of something else."""
    nouns = cues().verification.nouns
    if noun.low not in nouns and noun.lemma not in nouns:
        return False
    of = [
        child for child in sentence.children(noun, "nmod")
        if any(c.low in {"of", "about"} for c in sentence.children(child, "case"))
    ]  # fmt: skip
    return not of or noun.low == "none" or any(child.low in nouns for child in of)


def _no_such(sentence: Sentence, verb: Token) -> bool:
    """As in "None of the reports was verified", "no report could be confirmed"."""
    subjects = sentence.children(verb, "nsubj:pass", "nsubj", "det")
    no = {"no", "none", "neither"}
    return any(
        t.low in no or any(d.low in no for d in sentence.children(t, "det")) for t in subjects
    )
