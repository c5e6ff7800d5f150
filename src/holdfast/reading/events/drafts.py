"""From predicates to drafts of claims: frame, side, target and sites, before time and certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.model import CONTROL_KINDS, Kind
from holdfast.reading.events.called import called
from holdfast.reading.events.frames import Frame, noun_index, verb_index
from holdfast.reading.events.lists import Site
from holdfast.reading.events.needs import meets
from holdfast.reading.events.predicate import Predicate, noun_predicate, verb_predicate
from holdfast.reading.events.roles import Filled, Roles
from holdfast.reading.events.sites import Sites
from holdfast.reading.parties.party import Party
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.quantities.find import Counted, units
from holdfast.reading.speakers.attribution import Attributions
from holdfast.reading.stems import stems


class Draft(msgspec.Struct, frozen=True):
    """One reading of a predicate: a claim at each of its sites is made of it later."""

    sentence: Sentence
    predicate: Predicate
    frame: Frame
    kind: Kind
    side: Party | None
    target: Party | None
    site: Site | None
    counted: Counted | None
    because: tuple[str, ...]
    confidence: float


class Drafter:
    """Reads the predicates of one document."""

    def __init__(
        self, parties: Parties, sites: Sites, attributions: Attributions,
        counted: Sequence[Sequence[Counted]],
    ) -> None:  # fmt: skip
        """`counted` are the quantities of each sentence."""
        self.attributions = attributions
        self.roles = Roles(parties, sites, counted)

    def drafts(self, sentence: Sentence) -> Iterator[Draft]:
        """Every claim that the sentence's predicates make, site by site."""
        objects: set[int] = set()
        for token in sentence:
            if token.upos in {
                "PUNCT",
                "DET",
                "PRON",
                "ADP",
                "CCONJ",
                "SCONJ",
                "NUM",
                "PART",
                "INTJ",
            }:
                continue
            for predicate, frames in self._predicates(sentence, token):
                if predicate.noun and token.i in objects:
                    continue
                for draft in self._read(sentence, predicate, frames):
                    if draft.frame.object or draft.kind == "armed_clash":
                        # "Took control", "repelled attacks" have been read; their objects are not
                        # read once more.
                        objects |= {a.token.i for a in predicate.fill("patient")}
                    yield draft

    def _predicates(
        self, sentence: Sentence, token: Token
    ) -> Iterator[tuple[Predicate, list[Frame]]]:
        verbs = verb_index()
        gerund = token.xpos == "VBG" and token.relation in {"nsubj", "obl", "nmod"}
        if gerund and token.low in noun_index():
            yield noun_predicate(sentence, token, token.low), list(noun_index()[token.low])
            return
        if token.upos in {"VERB", "AUX"} or (token.upos == "ADJ" and token.xpos in {"VBN", "VBG"}):
            if token.relation in {"amod", "compound"}:
                return
            lemma = next((s for s in stems(token) if s in verbs), None)
            if lemma is not None:
                predicate = verb_predicate(sentence, token, lemma)
                matching = [
                    frame for particle, frame in verbs[lemma]
                    if particle in {"", predicate.particle}
                    or (particle and any(a.role == particle for a in predicate.arguments))
                ]  # fmt: skip
                specific = [f for p, f in verbs[lemma] if p and p == predicate.particle]
                yield predicate, list(dict.fromkeys([*specific, *matching]))
                return
        if token.upos in {"NOUN", "PROPN", "VERB", "ADJ"} and token.relation not in {
            "compound",
            "amod",
        }:
            nouns = noun_index()
            lemma = next((s for s in (token.low, token.lemma.lower()) if s in nouns), None)
            if lemma is not None and (
                token.upos in {"NOUN", "ADJ"} or token.xpos == "VBG" or sentence.heading
            ):
                yield noun_predicate(sentence, token, lemma), list(nouns[lemma])

    def _read(
        self, sentence: Sentence, predicate: Predicate, frames: Sequence[Frame]
    ) -> Iterator[Draft]:
        speaker = self.attributions.side_speaking(sentence, predicate.token)
        if predicate.passive and not predicate.fill("agent"):
            # "They were driven out of X", by whom is not said: told of the losers.
            frames = sorted(frames, key=lambda frame: not frame.passive_only)
        for frame in frames:
            found = list(self._fit(sentence, predicate, frame, speaker))
            if not found and (turned := self._without_be(sentence, predicate, frame)) is not None:
                found = list(self._fit(sentence, turned, frame, speaker))
            if found:
                yield from found
                return

    def _without_be(
        self, sentence: Sentence, predicate: Predicate, frame: Frame
    ) -> Predicate | None:
        """As in "Senkove liberated": a town that takes nothing has been taken."""
        short = predicate.token.xpos in {"VBD", "VBN"} and not predicate.noun
        if not short or predicate.passive or predicate.fill("patient") or frame.object:
            return None
        subject = next(iter(predicate.fill("agent")), None)
        if subject is None or subject.distance or "patient" not in frame.place:
            return None
        mention = self.roles.where_is.mention_at(sentence, subject.token)
        if mention is None or mention.metonym or mention.capital:
            return None
        turned = tuple(
            msgspec.structs.replace(a, role="patient") if a == subject else a
            for a in predicate.arguments
        )
        return msgspec.structs.replace(predicate, passive=True, arguments=turned)

    # -- one frame --------------------------------------------------------------------------

    def _fit(
        self, sentence: Sentence, predicate: Predicate, frame: Frame, speaker: str | None
    ) -> Iterator[Draft]:
        needs = frame.required(noun=predicate.noun)
        if frame.passive_only and not predicate.passive:
            return
        if frame.subject and not {a.token.low for a in predicate.fill("agent")} & set(
            frame.subject
        ):  # fmt: skip
            return
        if frame.object and not self.roles.has_object(sentence, predicate, frame):
            return
        side_found = self.roles.party(sentence, predicate, frame, "side", speaker)
        target_found = self.roles.party(sentence, predicate, frame, "target", speaker)
        name = called(sentence, predicate.token)
        if side_found is None and speaker is not None and name is not None:
            # "The ministry called the retreat a regrouping": its own retreat.
            words = predicate.token.text
            own = Party(speaker, speaker, words, "party.speaker", 0.6)
            side_found = Filled(own, predicate.token, 0)
        told = predicate.passive or predicate.noun
        untold = (
            predicate.passive
            and frame.side[0] == "agent"
            and frame.agent_must is None
            and (frame.kind in CONTROL_KINDS)
        )
        if "side" in needs and side_found is None and not untold:
            return
        if "target" in needs and target_found is None:
            return
        if frame.agent_must == "fight" and side_found is not None and not side_found.party.fights:
            return
        if (
            frame.kind in {"withdrawal", "advance"} and side_found is not None
            and side_found.token.low in self.roles.parties.words.officials
        ):  # fmt: skip
            return
        if frame.kind == "withdrawal" and self.roles.leaves_no_place(sentence, predicate):
            return
        if frame.kind == "withdrawal" and predicate.noun and any(
            a.token.low in units().people.nouns for a in predicate.fill("of")
        ):  # fmt: skip
            # "The evacuation of residents."
            return
        if (
            frame.id == "hold-out" and side_found is not None
            and side_found.party.rule in {"party.side", "party.metonym"}
            and predicate.lemma in self.roles.words.staying
        ):  # fmt: skip
            # A country stays where it is.
            return
        beside = {t.low for t in sentence.children(predicate.token)}
        if set(frame.unless) & (beside | {a.role for a in predicate.arguments}):
            return
        sites, distance = self.roles.sites(sentence, predicate, frame)
        counts = self.roles.counts(sentence, predicate, sites)
        counted = counts[0] if counts else None
        if not meets(sentence, predicate, needs, counted, self.roles.parties):
            return
        if predicate.noun and side_found is not None and any(
            s.token.i == side_found.token.i for s in sites
        ):  # fmt: skip
            # "The invasion of Ukraine" tells who is invaded, not by whom.
            return
        if "place" in needs and name is None:
            # A move that is given a name is spoken of as known, wherever it was.
            sites = [s for s in sites if s.mention is not None or self.roles.is_ground(s)]
            if not sites:
                return
        if (
            side_found is None
            and not (frame.kind == "control_gained" and target_found is not None)
            and frame.kind in CONTROL_KINDS
            and not (told or frame.side == ("none",))
        ):
            return
        side = side_found.party if side_found else None
        target = target_found.party if target_found else None
        if side is not None and target is not None and side.side == target.side:
            target = None
        voice = "noun" if predicate.noun else "passive" if predicate.passive else "active"
        because = [f"{frame.id}.{voice}"]
        confidence = 0.95
        if side is not None:
            because.append(side.rule)
            confidence *= 0.6 + 0.4 * side.strength
            if side_found is not None and side_found.distance:
                confidence *= 0.95
        if distance == 2:
            confidence *= 0.92
            because.append("place.attached-nearby")
        reached: Sequence[Site | None] = sites or [None]
        for site in reached:
            rules = list(because)
            sure = confidence
            if site is not None:
                rules.append(site.rule)
                rules += ["place.part"] if site.part else []
                rules += ["place.beside"] if site.beside else []
                sure *= 0.8 if site.rule == "place.taken-up" else 1.0
            kind = self._kind(frame, site, counted)
            if frame.id == "occupy" and _is_state(sentence, predicate):
                kind = "control_held"
            elif kind == "control_gained" and _is_unfinished(sentence, predicate):
                kind = "advance"
            several = kind in {"territory_extent", "casualties"} and len(counts) > 1
            for each in counts if several else [counted]:
                yield Draft(
                    sentence, predicate, frame, kind, side, target, site, each, tuple(rules),
                    round(sure, 3),
                )  # fmt: skip

    def _kind(self, frame: Frame, site: Site | None, counted: Counted | None) -> Kind:
        """An area or a count of settlements taken or lost is an extent, not a place's claim."""
        if (
            counted is not None and frame.kind in {"control_gained", "control_held", "control_lost"}
            and counted.quantity.unit in {"km2", "settlements"}
            and (site is None or site.mention is None or site.ground or not _is_own(site))
        ):  # fmt: skip
            return "territory_extent"
        return frame.kind


def _is_unfinished(sentence: Sentence, predicate: Predicate) -> bool:
    """As in "Are clearing the town", "is taking village after village": not yet taken."""
    return (
        predicate.token.xpos == "VBG"
        and not predicate.noun
        and any(t.lemma == "be" for t in sentence.children(predicate.token, "aux"))
    )


def _is_state(sentence: Sentence, predicate: Predicate) -> bool:
    """As in "Is still occupied", "has been occupied for months": a state, not its beginning."""
    token = predicate.token
    if any(t.low in {"still", "currently", "now"} for t in sentence.children(token, "advmod")):
        return True
    if not predicate.passive:
        return token.xpos in {"VBZ", "VBP"}
    present = any(t.low in {"is", "are"} for t in sentence.children(token, "aux:pass", "aux"))
    lasting = any(
        child.low in {"months", "years", "weeks", "days"}
        for child in sentence.children(token, "obl", "nsubj", "nsubj:pass")
    )
    since = any(
        c.low == "since"
        for t in sentence.children(token, "obl")
        for c in sentence.children(t, "case")
    )
    return present or lasting or since


def _is_own(site: Site) -> bool:
    """Whether the named place itself is what was taken, not where it lies."""
    mention = site.mention
    return mention is not None and site.rule in {"place.named", "place.listed", "place.taken-up"}
