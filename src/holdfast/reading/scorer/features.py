"""What the rules say of an anchor, as numbers for the scorer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from holdfast.language import Sentence
from holdfast.model import Claim, Kind, Realis
from holdfast.reading.certainty.analysis import analyse
from holdfast.reading.events.drafts import Draft
from holdfast.reading.events.frames import noun_index, verb_index
from holdfast.reading.events.predicate import is_passive, preposition
from holdfast.reading.scorer.actors import ActorMention
from holdfast.reading.scorer.anchors import FORMS, Anchor
from holdfast.reading.scorer.told import TOLD_FEATURES

#: The kinds that the scorer weighs, in the order of its outputs.
KINDS: tuple[Kind, ...] = (
    "control_gained", "control_lost", "control_held", "withdrawal", "advance", "armed_clash",
    "remote_violence",
)  # fmt: skip
#: Numbers by which what the rules read at an anchor is described; the first of its features.
RULED = 2 * len(KINDS) + 3
_RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "compound", "appos",
    "root", "advmod",
)  # fmt: skip
_PREPOSITIONS = (
    "in", "from", "to", "of", "near", "towards", "on", "at", "into", "for", "around", "through",
    "by", "outside", "inside", "over", "across", "between",
)  # fmt: skip
_REALIS: tuple[Realis, ...] = get_args(Realis)
#: Numbers an anchor is described by.
ANCHOR_FEATURES = (
    RULED + len(FORMS) + len(_RELATIONS) + len(_PREPOSITIONS) + len(KINDS) + 5 + len(_REALIS)
)
#: Numbers an actor's standing to an anchor is described by.
ACTOR_FEATURES = 16 + TOLD_FEATURES

Read = tuple[Draft, Claim | None]
Vector = NDArray[np.float32]


_TOWARDS = {"toward": "towards", "onto": "on", "within": "in", "along": "on", "upon": "on"}


def key_of(draft: Draft) -> tuple[int, int] | None:
    """The anchor that a draft hangs on; None where it hangs on no word of its own sentence."""
    site = draft.site
    if site is None or site.mention is None or site.sentence != draft.sentence.index:
        return None
    if site.mention.sentence == site.sentence:
        return site.sentence, site.mention.first
    return site.sentence, site.token.i


def anchor_features(anchor: Anchor, sentence: Sentence, read: Sequence[Read]) -> Vector:
    """What the rules read at an anchor, how the place is meant, and how its words stand to their
    governor; zeros where nothing.
    """
    return np.concatenate([_ruled(read), _standing(anchor, sentence)]).astype(np.float32)


def _ruled(read: Sequence[Read]) -> Vector:
    vector = np.zeros(RULED, np.float32)
    n = len(KINDS)
    for draft, claim in read:
        if draft.kind in KINDS:
            vector[n + KINDS.index(draft.kind)] = 1.0
        if claim is None:
            continue
        if claim.kind in KINDS:
            at = KINDS.index(claim.kind)
            vector[at] = max(vector[at], claim.confidence)
        vector[2 * n] = max(vector[2 * n], float(claim.polarity == "-"))
        vector[2 * n + 1] = max(vector[2 * n + 1], float(claim.certainty != "certain"))
        vector[2 * n + 2] = max(vector[2 * n + 2], float(claim.kind == "statement"))
    return vector


def _standing(anchor: Anchor, sentence: Sentence) -> Vector:
    token = sentence.first_conjunct(anchor.site.token)
    governor = sentence[anchor.governor]
    noun = governor.upos in {"NOUN", "PROPN"}
    stance = analyse(sentence, governor, noun=noun)
    case = _TOWARDS.get(role := preposition(sentence, token) or "", role)
    told = {
        frame.kind
        for _, frame in verb_index().get(governor.lemma.lower(), ())
    } | {frame.kind for frame in noun_index().get(governor.low, ())}  # fmt: skip
    relation = token.dep if token.dep in _RELATIONS else token.relation
    return np.array(
        [
            *(anchor.form == form for form in FORMS),
            *(relation == name for name in _RELATIONS),
            *(case == name for name in _PREPOSITIONS),
            *(kind in told for kind in KINDS),
            noun,
            is_passive(sentence, governor),
            stance.polarity == "-",
            stance.certainty == "probable",
            stance.certainty == "possible",
            *(stance.realis == realis for realis in _REALIS),
        ],
        dtype=np.float32,
    )


def actor_features(
    anchor: Anchor, actor: ActorMention, sentences: Sequence[Sentence], read: Sequence[Read],
    speaking: str | None, author: str | None,
) -> Vector:  # fmt: skip
    """Where an actor stands to an anchor, and whether the rules chose its side there.

    `speaking` is the side whose words the anchor stands in, `author` the writer's side.
    """
    side = actor.party.side
    known = actor.sentence >= 0
    same = actor.sentence == anchor.sentence
    token = sentences[actor.sentence][actor.last] if known else None
    return np.array(
        [
            same,
            same and actor.last < anchor.first,
            same and token is not None and token.head == anchor.governor,
            token is not None and token.dep in {"nsubj", "obl:agent"},
            any(d.side is not None and d.side.side == side for d, _ in read),
            any(c is not None and c.side == side for _, c in read),
            any(d.target is not None and d.target.side == side for d, _ in read),
            min(1.0, abs(actor.last - anchor.first) / 20) if same else 1.0,
            min(1.0, abs(actor.sentence - anchor.sentence) / 4) if known else 1.0,
            known and actor.sentence > anchor.sentence,
            not known,
            actor.share,
            side == speaking,
            side == author,
            actor.party.strength,
            actor.party.fights,
        ],
        dtype=np.float32,
    )
