"""How surely, and in which mode, a text tells an event: one walk up the tree.

From the event's word to the root of its sentence, each step may weaken the certainty, turn the
polarity or change the realis, and leaves its name in `because`. The scales are FactBank's (Saurí
and Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from holdfast.language import Sentence, Token
from holdfast.model import Certainty, Polarity, Realis
from holdfast.reading.certainty.cues import Cue, adjective_cues, cues, noun_cues, verb_cues
from holdfast.reading.certainty.tense import is_perfect, tense_of
from holdfast.reading.certainty.truth import (
    doubts,
    is_called_doubtful,
    is_called_false,
    is_negated,
)
from holdfast.reading.certainty.walk import Walk
from holdfast.reading.clauses import is_circumstance, is_content_clause
from holdfast.reading.stems import listed
from holdfast.reading.times.meanings import Tense

#: A clause that hangs on its governor by one of these shares the governor's standing.
_BELOW = {
    "xcomp",
    "ccomp",
    "acl",
    "csubj",
    "obj",
    "nsubj",
    "nsubj:pass",
    "obl",
    "nmod",
    "advcl",
    "conj",
    "parataxis",
    "appos",
}


class Stance(msgspec.Struct, frozen=True):
    """How an event is told."""

    polarity: Polarity = "+"
    certainty: Certainty = "certain"
    realis: Realis = "actual"
    tense: Tense = "past"
    because: tuple[str, ...] = ()


def analyse(sentence: Sentence, trigger: Token, *, noun: bool = False) -> Stance:
    """The stance of a sentence toward the event that `trigger` names.

    In: a parsed sentence and one of its tokens; `noun` for an event noun. Out: a stance whose
    `because` names each cue that had a say ("certainty.reportedly", "realis.duty").
    """
    walk = Walk()
    if trigger.relation in {"cop", "case"}:
        trigger = sentence.head(trigger) or trigger
    own = cue_of(sentence, trigger)
    if own is not None and own.id == "claim" and sentence.child(trigger, "obj"):
        # "Claimed control of X": the verb of the event is that of the claim.
        walk.weaken(own.certainty)
        walk.note(f"certainty.{own.id}")
    if own is not None and own.id == "indicate" and sentence.child(trigger, "xcomp"):
        # "Seems to be in their hands": the state is told by the verb itself.
        walk.weaken(own.certainty)
        walk.note(f"certainty.{own.id}")
    _beside(sentence, trigger, walk)
    _phase(sentence, trigger, walk, noun=noun)
    if noun and any(
        t.low in cues().impending.adjectives for t in sentence.children(trigger, "amod")
    ):
        walk.mode("predicted")
        walk.weaken("possible")
        walk.note("realis.impending")
    if noun and _is_likened(sentence, trigger):
        walk.mode("historical")
        walk.note("realis.comparison")
    token, steps = trigger, 0
    _commented(sentence, trigger, walk)
    while (governor := sentence.head(token)) is not None and steps < 12:
        _commented(sentence, governor, walk)
        _clause(sentence, token, governor, walk)
        relative = token.dep == "acl:relcl" and not is_content_clause(sentence, token)
        if relative or token.relation not in _BELOW or is_circumstance(sentence, token):
            break
        if token.relation in {"obl", "nmod"} and governor.upos in {"VERB", "AUX"}:
            _governor(sentence, token, governor, walk, nominal=True)
            break
        _governor(sentence, token, governor, walk, nominal=noun and _is_nominal(token))
        token, steps = governor, steps + 1
    if sentence.tokens[-1].text == "?" or any(t.text == "?" for t in sentence.tokens[-2:]):
        walk.mode("hypothetical")
        walk.weaken("possible")
        walk.note("realis.question")
    above = {trigger.i, *(t.i for t in sentence.ancestors(trigger))}
    if any(t.i > trigger.i and t.i not in above for t in doubts(sentence)):
        walk.weaken("possible")
        walk.note("certainty.unverified")
    polarity: Polarity = "-" if walk.negations % 2 else "+"
    return Stance(
        polarity, walk.certainty, walk.realis, tense_of(sentence, trigger), tuple(walk.because)
    )


def _is_nominal(token: Token) -> bool:
    return token.upos in {"NOUN", "PROPN"}


def _beside(sentence: Sentence, token: Token, walk: Walk) -> None:
    """Negation, adverbs and modals that stand with the word itself."""
    lexicon = cues()
    for child in _close(sentence, token):
        low = child.low
        if low in lexicon.negation.words and not _not_only(sentence, child):
            walk.negations += 1
            walk.note("polarity.not")
        elif low in lexicon.adverbs and child.relation in {"advmod", "amod"}:
            walk.weaken(lexicon.adverbs[low])
            walk.note(f"certainty.{low}")
        elif low in lexicon.modals and child.upos == "AUX":
            _modal(sentence, token, child, walk)
        elif low == "yet" and _is_to(sentence, token):
            walk.negations += 1
            walk.note("polarity.yet-to")
    before = sentence[token.i - 1].low if token.i else ""
    if before in {"so-called", "called"} and token.i > 1:
        walk.weaken("possible")
        walk.note("certainty.so-called")


def _is_to(sentence: Sentence, verb: Token) -> bool:
    return verb.xpos == "VB" and any(t.low == "to" for t in sentence.children(verb, "mark"))


def _close(sentence: Sentence, token: Token) -> Iterator[Token]:
    yield from sentence.children(
        token, "advmod", "aux", "det", "amod", "cc", "mark", "case", "discourse"
    )
    # "Not" and modals of a coordination stand with its first part and hold for all of it.
    if token.relation == "conj" and not sentence.children(token, "nsubj", "nsubj:pass", "aux"):
        first = sentence.first_conjunct(token)
        yield from (t for t in sentence.children(first, "aux") if t.low in cues().modals)


def _not_only(sentence: Sentence, negation: Token) -> bool:
    following = sentence[negation.i + 1].low if negation.i + 1 < len(sentence) else ""
    return following in {"only", "just", "merely", "simply", "least"} or (
        negation.low == "without" and (negation.relation != "mark")
    )


def _modal(sentence: Sentence, token: Token, modal: Token, walk: Walk) -> None:
    kind = cues().modals[modal.low]
    perfect = is_perfect(sentence, token)
    walk.note(f"realis.{kind}")
    if kind == "epistemic":
        walk.weaken("possible")
        if not perfect:
            walk.mode("predicted")
    elif kind == "duty":
        walk.weaken("possible")
        walk.mode("hypothetical" if perfect else "wanted")
    elif kind == "future":
        walk.weaken("possible")
        walk.mode("predicted")
    elif kind == "conditional":
        walk.weaken("possible")
        walk.mode("hypothetical" if perfect else "predicted")
    elif not any(
        t.low in {"now", "finally", "already"} for t in sentence.children(token, "advmod")
    ):
        walk.weaken("possible")
        walk.mode("hypothetical")


def _phase(sentence: Sentence, token: Token, walk: Walk, *, noun: bool) -> None:
    """Progressives and nouns of states are going on."""
    progressive = token.xpos == "VBG" and any(
        t.lemma == "be" for t in sentence.children(token, "aux")
    )
    present = any(
        t.low in {"is", "are", "'s", "’s", "'re", "’re"} for t in sentence.children(token, "aux")
    )
    if progressive and present:
        walk.mode("ongoing")
        if walk.realis == "actual":
            walk.realis = "ongoing"
    if noun and (governor := sentence.head(token)) is not None:
        words = {governor.lemma, *(t.low for t in sentence.children(governor, "advmod", "amod"))}
        if (
            words & {"continue", "rage", "ongoing", "persist", "still", "underway"}
            and walk.realis == "actual"
        ):
            walk.realis = "ongoing"


def _is_likened(sentence: Sentence, trigger: Token) -> bool:
    """As in "Compares the entry to the march on X": the second event of a comparison."""
    words = cues().comparison
    case = {t.low for t in sentence.children(trigger, "case")}
    if case & words.prepositions:
        return True
    verb = next((t for t in sentence.tokens[: trigger.i] if t.lemma in words.verbs), None)
    return verb is not None and bool(case & words.after_verbs)


def _clause(sentence: Sentence, token: Token, governor: Token, walk: Walk) -> None:
    """What the marker between a clause and its governor makes of it."""
    lexicon = cues()
    marks = [t.low for t in sentence.children(token, "mark")]
    lead = " ".join(t.low for t in sentence.tokens[max(0, token.i - 4) : token.i])
    for phrase in lexicon.negation.phrases:
        if f"polarity.{phrase.replace(' ', '-')}" in walk.because:
            continue
        if f" {phrase} " in f" {lead} " and token.relation in {
            "xcomp",
            "advcl",
            "acl",
            "ccomp",
            "obl",
        }:
            walk.negations += 1
            walk.note(f"polarity.{phrase.replace(' ', '-')}")
    if "without" in marks:
        return
    if token.relation == "advcl" and set(marks) & {"if", "unless", "whether", "lest"}:
        walk.weaken("possible")
        walk.mode("hypothetical")
        walk.note("realis.condition")
    elif token.relation == "advcl" and set(marks) & {"until", "till", "before", "once"}:
        if token.xpos in {"VBZ", "VBP", "VB"}:
            walk.weaken("possible")
            walk.mode("predicted")
            walk.note("realis.time-clause")
    elif token.relation == "ccomp" and set(marks) & {"if", "whether"}:
        walk.weaken("possible")
        walk.mode("hypothetical")
        walk.note("realis.whether")
    elif (
        token.relation in {"advcl", "acl"} and "to" in marks and token.xpos == "VB"
        and governor.lemma not in {"enough", "able", "go", "continue", "manage"}
        and not (token.relation == "acl" and governor.lemma in {"first", "last", "second"})
    ):  # fmt: skip
        walk.weaken("possible")
        walk.mode("planned")
        walk.note("realis.purpose")


def _governor(
    sentence: Sentence, token: Token, governor: Token, walk: Walk, *, nominal: bool
) -> None:
    """What a word does to the clause, or event noun, below it."""
    cue = cue_of(sentence, governor)
    relation = token.relation
    if governor.lemma == "have" and relation == "xcomp" and "polarity.yet-to" not in walk.because:
        walk.weaken("possible")
        walk.mode("wanted")
        walk.note("realis.have-to")
    if cue is not None and cue.speech:
        _of_source(sentence, governor, walk)
        if cue.id == "say" and relation == "xcomp" and sentence.child(governor, "nsubj:pass"):
            # "Is said to have left": nobody vouches for it.
            walk.weaken("probable")
            walk.note("certainty.said-to")
    if governor.low in cues().truth.false and relation in {"csubj", "ccomp", "acl"}:
        walk.deny("called-false")
    if governor.upos == "NOUN" and cue is not None and not nominal:
        if is_called_false(sentence, governor):
            walk.deny("called-false")
            return
        if is_called_doubtful(sentence, governor):
            walk.weaken("possible")
            walk.note("certainty.called-doubtful")
        if _is_ruled_on(sentence, governor):
            cue = None
    if nominal and relation in {"nsubj", "nsubj:pass"}:
        _subject_modal(sentence, governor, walk)
    if nominal and relation in {"nsubj", "nsubj:pass"} and governor.upos in {"VERB", "AUX"}:
        cue = cue if governor.lemma in {"fail", "expect", "plan"} else None
    if nominal and relation in {"obl", "nmod"} and cue is not None and cue.id not in {
        "predict", "plan", "want", "unverified", "fail",
    }:  # fmt: skip
        cue = None
    if relation == "nmod" and governor.upos == "NOUN" and cue is not None and not nominal:
        cue = None
    aimed = relation == "advcl" and cue is not None and cue.id in {"plan", "want", "try", "fail"} and any(
        t.low in {"at", "for", "from", "of"} for t in sentence.children(token, "mark", "case")
    )  # fmt: skip
    if relation in {"advcl", "conj", "parataxis"} and not aimed:
        cue = None
    if cue is not None:
        if cue.polarity == "-" and not walk.denied:
            walk.negations += 1
        walk.weaken(cue.certainty)
        walk.mode(cue.realis)
        if cue.polarity or cue.certainty or cue.realis:
            walk.note(f"{'polarity' if cue.polarity else 'certainty'}.{cue.id}")
    if relation in {"xcomp", "ccomp", "csubj"} or (relation in {"obj", "nsubj", "acl"} and nominal):
        if (
            cue is None
            or not cue.speech
            or cue.id in {"want", "plan", "predict", "believe", "indicate"}
        ):
            _beside(sentence, governor, walk)
        elif cue.id == "deny" or cue.id in {"confirm", "say", "claim"}:
            _reported_negation(sentence, governor, cue, walk)


def _is_ruled_on(sentence: Sentence, noun: Token) -> bool:
    """As in "Dismissed claims that …", "confirmed rumours that …": the verb says how sure it is."""
    verb = sentence.head(noun)
    if verb is None or noun.relation != "obj" or verb.upos != "VERB":
        return False
    ruling = cue_of(sentence, verb)
    return ruling is not None and ruling.id in {"deny", "confirm"}


def _of_source(sentence: Sentence, verb: Token, walk: Walk) -> None:
    """As in "Unconfirmed reports said that …": no surer than its source is called."""
    for source in sentence.children(verb, "nsubj", "obl:agent"):
        walk.doubt(sentence, source)


def _commented(sentence: Sentence, token: Token, walk: Walk) -> None:
    """As in "X fell, the ministry claimed", "according to unconfirmed reports X fell": what stands
    beside the event says who vouches for it, and how surely.
    """
    for verb in sentence.children(token, "parataxis", "advcl"):
        cue = cue_of(sentence, verb)
        if cue is None or not cue.speech or sentence.child(verb, "ccomp", "xcomp", "obj"):
            continue
        as_said = any(m.low == "as" for m in sentence.children(verb, "mark", "advmod", "case"))
        if verb.relation == "advcl" and not as_said:
            continue
        _of_source(sentence, verb, walk)
        if cue.id in {"claim", "believe"} and not is_negated(sentence, verb):
            walk.weaken(cue.certainty)
            walk.note(f"certainty.{cue.id}")
    for phrase in sentence.children(token, "obl", "nmod"):
        if any(c.low == "according" for c in sentence.children(phrase, "case")):
            walk.doubt(sentence, phrase)


def _subject_modal(sentence: Sentence, governor: Token, walk: Walk) -> None:
    """As in "The capture of X would open …", "its return should be …": an event not told as past."""
    for modal in sentence.children(governor, "aux"):
        kind = cues().modals.get(modal.low)
        if kind == "duty":
            walk.mode("wanted")
        elif kind == "conditional":
            walk.mode("hypothetical")
        else:
            continue
        walk.weaken("possible")
        walk.note(f"realis.{kind}")


def _reported_negation(sentence: Sentence, governor: Token, cue: Cue, walk: Walk) -> None:
    """As in "Did not confirm that": the content is in doubt, not denied; "did not deny": doubt too."""
    negated = any(
        t.low in cues().negation.words for t in sentence.children(governor, "advmod", "aux")
    )
    if not negated:
        return
    if cue.id == "deny":
        walk.negations += 1
        walk.weaken("probable")
    else:
        walk.weaken("possible")
    walk.note(f"certainty.not-{cue.id}")


def cue_of(sentence: Sentence, token: Token) -> Cue | None:
    """The cue that a word is, by its part of speech; None for any other word."""
    if token.upos in {"VERB", "AUX"}:
        particle = next((c.low for c in sentence.children(token, "compound:prt")), "")
        found = verb_cues().get(f"{token.lemma} {particle}".strip()) if particle else None
        if found is None and (verb := listed(token, verb_cues())) is not None:
            found = verb_cues()[verb]
        return found or _as_adjective(token)
    if token.upos == "NOUN":
        return noun_cues().get(token.low) or noun_cues().get(token.lemma)
    if token.upos == "ADJ":
        return adjective_cues().get(token.low)
    return None


def _as_adjective(token: Token) -> Cue | None:
    if token.xpos in {"VBN", "JJ"}:
        return adjective_cues().get(token.low)
    return None
