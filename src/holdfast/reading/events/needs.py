"""What a frame cannot do without besides party and place: a count, arms, people, harm."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.language import Sentence, Token
from holdfast.reading.events.frames import Need
from holdfast.reading.events.predicate import Predicate, phrase_top
from holdfast.reading.events.words import role_words
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.quantities.find import Counted, units


def meets(
    sentence: Sentence,
    predicate: Predicate,
    needs: Sequence[Need],
    counted: Counted | None,
    parties: Parties,
) -> bool:
    """Whether what the frame cannot do without is there: a count, arms, people, harm."""
    equipment = units().equipment.nouns
    if "quantity" in needs and (
        counted is None
        or counted.quantity.unit not in {"killed", "wounded", "casualties", "people", "items"}
    ):
        return False
    if "prisoners" in needs and (counted is None or counted.quantity.unit != "captured"):
        return False
    if "equipment" in needs and not any(
        word.low in equipment
        for a in predicate.fill("patient", "to", "behind", "of")
        for word in sentence.subtree(a.token, without=("acl:relcl", "advcl"))
    ):
        return False
    if "people" in needs:
        lexicon = units().people
        phrases = [a.token for a in predicate.fill("agent", "patient", "of")]
        if predicate.noun is False and not any(
            t.low in lexicon.nouns | lexicon.displaced for t in phrases
        ):
            return False
        if predicate.noun and not any(
            t.low in lexicon.nouns for p in phrases for t in sentence.subtree(p)
        ) and predicate.lemma not in {"displacement", "exodus"}:  # fmt: skip
            return False
        if any(_is_force(sentence, t, parties) for t in phrases):
            return False
    return not ("harm" in needs and not _is_harm(sentence, predicate))


def _is_force(sentence: Sentence, token: Token, parties: Parties) -> bool:
    party = parties.of(sentence, token)
    return party is not None and party.fights and token.low in parties.words.forces


def _is_harm(sentence: Sentence, predicate: Predicate) -> bool:
    """Words of harm need those harmed, or are such by themselves."""
    around = {t.low for a in predicate.arguments for t in sentence.subtree(a.token)}
    around |= {t.low for t in sentence.subtree(phrase_top(sentence, predicate))}
    if predicate.lemma in role_words().harm_by_itself:
        return True
    if predicate.lemma == "crimes":
        return "war" in around
    return bool(around & role_words().civilians)
