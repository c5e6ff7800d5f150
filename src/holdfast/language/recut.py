"""Clauses that a parse has cut in the wrong place, cut anew.

Cuts that English does not allow, and what must be meant instead. "That" before a plural
begins a clause ("and that operations … were under way"). A second clause does not follow a verb
without a comma or a conjunction: in "A entered B and C fled", B is the object of the first verb.
And a finite verb right after "as" and a noun has that noun as its subject ("as troops took B").
"""

from __future__ import annotations

from msgspec.structs import replace

from holdfast.language.syntax import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LOOSE = frozenset({"parataxis", "conj", "ccomp"})


def recut(tokens: list[Token]) -> list[Token]:
    """The tokens with such clauses cut anew; the list is changed in place."""
    for token in tokens:
        if token.text.lower() == "that":
            _that(tokens, token)
        elif token.dep in {"nsubj", "nsubj:pass"}:
            _object_before_and(tokens, token)
        elif token.text.lower() in {"as", "while"} and token.dep == "case":
            _as(tokens, token)
        elif token.dep == "conj" and token.upos == "PROPN":
            _own_day(tokens, token)
        if token.upos == "VERB" and token.dep in _LOOSE:
            _subject_after_and(tokens, token)
    return tokens


def _that(tokens: list[Token], that: Token) -> None:
    noun = tokens[that.head]
    if (
        that.i == 0 or that.dep != "det" or noun.dep != "conj"
        or noun.xpos not in {"NNS", "NNPS"} or tokens[that.i - 1].dep != "cc"
    ):  # fmt: skip
        return
    predicate = next((t for t in tokens[noun.i :] if t.xpos in _FINITE), None)
    if predicate is None:
        return
    verb = predicate.head if predicate.upos == "AUX" else predicate.i
    tokens[that.i] = replace(that, head=verb, dep="mark")
    tokens[noun.i] = replace(noun, head=verb, dep="nsubj")
    for later in tokens[noun.i + 1 :]:
        if later.dep == "conj" and later.head < that.i and later.i < predicate.i:
            nouns = [t.i for t in tokens[noun.i : later.i] if t.upos in {"NOUN", "PROPN"}]
            tokens[later.i] = replace(later, head=nouns[-1])


def _object_before_and(tokens: list[Token], first: Token) -> None:
    second = tokens[first.head]
    verb = tokens[second.head]
    if (
        second.dep not in _LOOSE or verb.i >= first.i or verb.upos != "VERB"
        or not any(t.head == verb.i and t.dep in {"nsubj", "nsubj:pass"} for t in tokens[: verb.i])
        or any(t.head == verb.i and t.dep in {"obj", "ccomp", "xcomp"} for t in tokens[verb.i :])
        or any(t.upos == "PUNCT" for t in tokens[verb.i : first.i])
    ):  # fmt: skip
        return
    joined = next(
        (t for t in tokens[first.i : second.i] if t.dep == "conj" and t.head == first.i), None
    )
    cc = next((t for t in tokens[first.i : second.i] if t.dep == "cc"), None)
    if joined is None or cc is None or joined.upos not in {"NOUN", "PROPN", "PRON"}:
        return
    # "Advanced on B and C fled": the first noun keeps the preposition that it has.
    case = any(t.head == first.i and t.dep == "case" for t in tokens)
    tokens[first.i] = replace(first, head=verb.i, dep="obl" if case else "obj")
    tokens[joined.i] = replace(joined, head=second.i, dep="nsubj")
    tokens[cc.i] = replace(cc, head=second.i)
    tokens[second.i] = replace(second, dep="conj")


def _subject_after_and(tokens: list[Token], verb: Token) -> None:
    """As in "withdrew from A and rebels took it": the noun before the second verb is its subject,
    not one more thing withdrawn from.
    """
    above = tokens[verb.head]
    noun = tokens[verb.i - 1]
    if noun.upos == "AUX" and verb.i > 1:
        noun = tokens[verb.i - 2]
    argument = tokens[noun.head]
    if (
        verb.xpos not in {"VBD", "VBZ", "VBP", "VBN", "VBG"} or above.i > verb.i
        or noun.dep != "conj" or argument.head != above.i or argument.i < above.i
        or noun.upos not in {"NOUN", "PROPN", "PRON"}
        or any(t.head == verb.i and (t.dep.startswith("nsubj") or t.dep == "cc") for t in tokens)
        or any(t.upos == "PUNCT" for t in tokens[argument.i : verb.i])
    ):  # fmt: skip
        return
    tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")
    for token in tokens[argument.i : noun.i]:
        if token.dep == "cc" and token.head in {noun.i, argument.i}:
            tokens[token.i] = replace(token, head=verb.i)
    tokens[verb.i] = replace(verb, dep="conj")


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _own_day(tokens: list[Token], name: Token) -> None:
    """As in "captured A on Thursday and B on Friday": B is joined to A, not to a day."""
    day = tokens[name.head]
    if day.low not in _DAYS or name.low in _DAYS:
        return
    verb = tokens[day.head]
    first = next((t for t in tokens[verb.i : day.i] if t.head == verb.i and t.dep == "obj"), None)
    if verb.upos == "VERB" and first is not None:
        tokens[name.i] = replace(name, head=first.i)


def _as(tokens: list[Token], mark: Token) -> None:
    noun = tokens[mark.head]
    if noun.dep not in {"obl", "nmod"} or noun.i < mark.i:
        return
    verb = next((t for t in tokens[noun.i + 1 : noun.i + 4] if t.upos in {"VERB", "AUX"}), None)
    if verb is not None and verb.upos == "AUX" and verb.head > verb.i:
        verb = tokens[verb.head]
    if (
        verb is None or verb.upos != "VERB" or verb.dep not in {*_LOOSE, "acl"}
        or (verb.xpos not in _FINITE and not any(t.head == verb.i and t.xpos in _FINITE for t in tokens))
        or any(t.head == verb.i and t.dep.startswith("nsubj") for t in tokens)
    ):  # fmt: skip
        return
    tokens[mark.i] = replace(mark, head=verb.i, dep="mark")
    tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")
    tokens[verb.i] = replace(verb, dep="advcl", head=noun.head)
