"""Rules and scorer together: which readings stand, how sure they are, and which were missed.

A rule's claim that the scorer finds unlikely is left out; one that it finds likely keeps its words,
time and speaker, and takes the scorer's confidence. Where the scorer is sure of something that no
rule read, a draft is made of its anchor and goes the way of all drafts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from holdfast.language import Sentence
from holdfast.model import Claim, Kind
from holdfast.reading.claims import ClaimMaker
from holdfast.reading.events.drafts import Draft
from holdfast.reading.events.frames import Frame
from holdfast.reading.events.predicate import Predicate, noun_predicate, verb_predicate
from holdfast.reading.lexicon import load
from holdfast.reading.parties.party import Party
from holdfast.reading.scorer.anchors import Form
from holdfast.reading.scorer.candidates import Candidates
from holdfast.reading.scorer.features import Read
from holdfast.reading.scorer.weigh import Chance, Weighed

#: Kinds that one telling may fairly be read as; only the likeliest of them is added.
_NEAR: tuple[frozenset[Kind], ...] = (
    frozenset({"control_gained", "control_held", "advance", "control_lost", "withdrawal"}),
)


#: Anchors by how exactly they name a place; what is told of one need not be told of a vaguer one.
FORMS_BY_WEIGHT: tuple[Form, ...] = ("named", "unknown", "part", "taken-up", "seat", "implicit")


_NOBODY = frozenset({"nobody", "none", "noone"})


class Bounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file `bounds.toml`."""

    drop: dict[Kind, float]
    add: dict[Kind, float]
    beside: float
    nobody: float
    unknown: float
    side_wrong: float
    side_right: float


def bounds() -> Bounds:
    """The shipped bounds."""
    return load("scorer", "bounds", Bounds)


class Judged(msgspec.Struct, frozen=True):
    """What becomes of a document's claims."""

    claims: list[Claim]
    dropped: list[Claim]


def decide(
    read: Sequence[Read], found: Candidates, weighed: Iterable[Weighed], maker: ClaimMaker,
    limits: Bounds | None = None,
) -> Judged:  # fmt: skip
    """The claims of the rules as the scorer leaves them, and those that it adds."""
    limits = limits or bounds()
    kept = {id(draft): claim for draft, claim in read if claim is not None}
    dropped: list[Claim] = []
    added: list[Claim] = []
    ranked = sorted(weighed, key=lambda w: FORMS_BY_WEIGHT.index(w.anchor.form))
    spoken: set[tuple[int, int, Kind]] = {
        (each.anchor.sentence, each.anchor.governor, claim.kind)
        for each in ranked for _, claim in found.at(each.anchor) if claim is not None
    }  # fmt: skip
    for each in ranked:
        anchor = each.anchor
        told: set[Kind] = set()
        for draft, claim in found.at(anchor):
            if claim is None or claim.kind not in limits.drop:
                continue
            chance = each.chances[claim.kind]
            if chance.likely < limits.drop[claim.kind]:
                kept.pop(id(draft), None)
                dropped.append(claim)
                continue
            told.add(claim.kind)
            kept[id(draft)] = _confirmed(draft, claim, chance, maker, limits)
        sentence = found.sentences[anchor.sentence]
        for chance in _missed(each, told, limits):
            if _is_said(each, chance.kind, spoken):
                continue
            made = _draft(sentence, each, chance, maker, limits)
            new = maker.claim(made, weighed=True) if made is not None else None
            if new is not None:
                added.append(new)
        spoken |= {(anchor.sentence, anchor.governor, kind) for kind in told}
    return Judged([*kept.values(), *added], dropped)


def _is_said(each: Weighed, kind: Kind, spoken: set[tuple[int, int, Kind]]) -> bool:
    """As in "entered Tripoli in Libya": the same words tell the same of a more exact place."""
    form, token = each.anchor.form, each.anchor.site.token
    if form == "named" or (form == "unknown" and token.relation not in {"compound", "nmod"}):
        return False
    near = next((kinds for kinds in _NEAR if kind in kinds), frozenset({kind}))
    anywhere = form == "implicit"
    return any(
        sentence == each.anchor.sentence and told in near
        and (anywhere or governor == each.anchor.governor)
        for sentence, governor, told in spoken
    )  # fmt: skip


def _missed(each: Weighed, told: set[Kind], limits: Bounds) -> Iterator[Chance]:
    """The kinds that the scorer is sure of and no rule read, the likeliest of those alike."""
    ranked = sorted(
        (c for k, c in each.chances.items() if k in limits.add), key=lambda c: -c.likely
    )
    for chance in ranked:
        side = chance.shares[chance.side.side] if chance.side is not None else limits.nobody
        floor = limits.add[chance.kind]
        if each.anchor.form == "unknown":
            floor = max(floor, limits.unknown)
        if chance.kind in told or chance.likely * side < floor:
            continue
        near = next((kinds for kinds in _NEAR if chance.kind in kinds), frozenset[Kind]())
        if near & told and chance.likely < limits.beside:
            continue
        told.add(chance.kind)
        yield chance


def _confirmed(
    draft: Draft, claim: Claim, chance: Chance, maker: ClaimMaker, limits: Bounds
) -> Claim:
    """A rule's claim with the scorer's confidence; with its side, where the rule's is unlikely."""
    side = chance.side
    rule = "scorer.agrees"
    if side is not None and side.side != claim.side:
        own = chance.shares.get(claim.side or "", 0.0)
        if own <= limits.side_wrong and chance.shares[side.side] >= limits.side_right:
            turned = maker.claim(msgspec.structs.replace(draft, side=side, target=None))
            if turned is not None and turned.kind == claim.kind:
                claim, rule = turned, "scorer.side"
    return msgspec.structs.replace(
        claim,
        confidence=round((claim.confidence + chance.likely) / 2, 3),
        because=(*claim.because, rule),
    )


def _draft(
    sentence: Sentence, each: Weighed, chance: Chance, maker: ClaimMaker, limits: Bounds
) -> Draft | None:
    """The draft of a claim that the scorer adds; None where its side is too unsure, or somebody
    acts who is no party.
    """
    anchor = each.anchor
    because = ["scorer.read", anchor.site.rule]
    predicate = _predicate(sentence, anchor.governor)
    side, other = _subject(sentence, predicate, chance.kind, maker)
    if other:
        return None
    if side is None and chance.side is not None:
        if chance.shares[chance.side.side] < limits.side_right:
            return None
        side = chance.side
    if side is not None:
        because.append(side.rule)
    return Draft(
        sentence, predicate, Frame(id="scorer", kind=chance.kind),
        chance.kind, side, None, anchor.site, None, tuple(because), round(chance.likely, 3),
    )  # fmt: skip


def _subject(
    sentence: Sentence, predicate: Predicate, kind: Kind, maker: ClaimMaker
) -> tuple[Party | None, bool]:
    """The party that the sentence itself says acts, where it is plain: syntax before likelihood;
    and whether somebody acts who is of a country, and no party ("the Russian company").
    """
    if predicate.noun or kind == "control_lost":
        return None, False
    for argument in predicate.fill("agent")[:1]:
        if argument.token.low in _NOBODY:
            return None, True
        if argument.distance < 2:
            parties = maker.inference.parties
            voice = maker.attributions.side_speaking(sentence, predicate.token)
            party = parties.of(sentence, argument.token, voice)
            if party is not None:
                return (party, False) if party.fights else (None, False)
            names = parties.names_in(sentence)
            modifiers = sentence.children(argument.token, "amod", "compound")
            return None, any(n.covers(m.i) for n in names for m in modifiers)
    return None, False


def _predicate(sentence: Sentence, governor: int) -> Predicate:
    token = sentence[governor]
    if token.upos in {"VERB", "AUX"}:
        return verb_predicate(sentence, token, token.lemma.lower())
    return noun_predicate(sentence, token, token.low)
