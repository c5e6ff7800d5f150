"""From predicates to drafts of claims: frame, side, target and sites, before time and certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.model import CONTROL_KINDS, Kind
from holdfast.reading.events.called import called
from holdfast.reading.events.frames import Frame, noun_index, verb_index
from holdfast.reading.events.predicate import Argument, Predicate, noun_predicate, verb_predicate
from holdfast.reading.events.sites import Site, Sites
from holdfast.reading.stems import stems
from holdfast.reading.parties.party import Party
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.places.lexicon import place_words
from holdfast.reading.quantities.find import Counted, units
from holdfast.reading.speakers.attribution import Attributions


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
        self.parties = parties
        self.sites = sites
        self.attributions = attributions
        self.counted = counted
        self.words = place_words()

    def drafts(self, sentence: Sentence) -> Iterator[Draft]:
        """Every claim that the sentence's predicates make, site by site."""
        for token in sentence:
            if token.upos in {"PUNCT", "DET", "PRON", "ADP", "CCONJ", "SCONJ", "NUM", "PART", "INTJ"}:
                continue
            for predicate, frames in self._predicates(sentence, token):
                yield from self._read(sentence, predicate, frames)

    def _predicates(
        self, sentence: Sentence, token: Token
    ) -> Iterator[tuple[Predicate, list[Frame]]]:
        verbs = verb_index()
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
        if token.upos in {"NOUN", "PROPN", "VERB", "ADJ"} and token.relation not in {"compound", "amod"}:
            nouns = noun_index()
            lemma = next((s for s in (token.low, token.lemma.lower()) if s in nouns), None)
            if lemma is not None and (token.upos == "NOUN" or token.xpos == "VBG" or sentence.heading):
                yield noun_predicate(sentence, token, lemma), list(nouns[lemma])

    def _read(
        self, sentence: Sentence, predicate: Predicate, frames: Sequence[Frame]
    ) -> Iterator[Draft]:
        speaker = self.attributions.side_speaking(sentence, predicate.token)
        for frame in frames:
            found = list(self._fit(sentence, predicate, frame, speaker))
            if found:
                yield from found
                return

    # -- one frame --------------------------------------------------------------------------

    def _fit(
        self, sentence: Sentence, predicate: Predicate, frame: Frame, speaker: str | None
    ) -> Iterator[Draft]:
        needs = frame.required(noun=predicate.noun)
        if frame.passive_only and not predicate.passive:
            return
        if frame.object and not self._has_object(sentence, predicate, frame):
            return
        side_found = self._party(sentence, predicate, frame, "side", speaker)
        target_found = self._party(sentence, predicate, frame, "target", speaker)
        if side_found is None and speaker is not None and called(sentence, predicate.token):
            # "The ministry called the retreat a regrouping": its own retreat.
            words = predicate.token.text
            side_found = Party(speaker, speaker, words, "party.speaker", 0.6), 0
        if "side" in needs and side_found is None:
            return
        if "target" in needs and target_found is None:
            return
        if frame.agent_must == "fight" and side_found is not None and not side_found[0].fights:
            return
        sites, distance = self._sites(sentence, predicate, frame)
        counts = self._counts(sentence, predicate, sites)
        counted = counts[0] if counts else None
        if not self._special_needs(sentence, predicate, needs, counted):
            return
        if "place" in needs:
            sites = [s for s in sites if s.mention is not None or self._is_ground(sentence, s, frame)]
            if not sites:
                return
        told = predicate.passive or predicate.noun
        if side_found is None and frame.kind in CONTROL_KINDS and not (
            told and frame.kind in {"control_gained", "control_lost", "withdrawal"}
        ):  # fmt: skip
            return
        side = side_found[0] if side_found else None
        target = target_found[0] if target_found else None
        if side is not None and target is not None and side.side == target.side:
            target = None
        voice = "noun" if predicate.noun else "passive" if predicate.passive else "active"
        because = [f"{frame.id}.{voice}"]
        confidence = 0.95
        if side is not None:
            because.append(side.rule)
            confidence *= 0.6 + 0.4 * side.strength
            if side_found is not None and side_found[1]:
                confidence *= 0.95
        if distance == 2:
            confidence *= 0.92
            because.append("place.attached-nearby")
        for site in sites or [None]:
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
            several = kind in {"territory_extent", "casualties"} and len(counts) > 1
            for each in counts if several else [counted]:
                yield Draft(
                    sentence, predicate, frame, kind, side, target, site, each, tuple(rules),
                    round(sure, 3),
                )  # fmt: skip

    def _has_object(self, sentence: Sentence, predicate: Predicate, frame: Frame) -> bool:
        words = {
            w for a in predicate.fill("patient") for w in (a.token.low, a.token.lemma.lower())
        }
        if not words and frame.object:
            words = {t.low for t in sentence.tokens[predicate.token.i + 1 : predicate.token.i + 4] if t.upos == "NOUN"}
        return bool(words & set(frame.object))

    def _party(
        self, sentence: Sentence, predicate: Predicate, frame: Frame, role: str, speaker: str | None
    ) -> tuple[Party, int] | None:
        roles = frame.roles("side" if role == "side" else "target", noun=predicate.noun)
        for name in roles:
            if name == "victims":
                return self._first_party(sentence, predicate, ("patient", "agent", "among"), speaker)
            if name == "losers":
                return self._losers(sentence, predicate, speaker)
            if name == "object":
                found = self._first_party(sentence, predicate, ("patient",), speaker)
            else:
                found = self._first_party(sentence, predicate, (name,), speaker)
            if found is not None:
                return found
        return None

    def _first_party(
        self, sentence: Sentence, predicate: Predicate, roles: tuple[str, ...], speaker: str | None
    ) -> tuple[Party, int] | None:
        for argument in predicate.fill(*roles):
            party = self._party_of(sentence, argument, speaker, noun=predicate.noun)
            if party is not None:
                return party, argument.distance
        return None

    def _party_of(
        self, sentence: Sentence, argument: Argument, speaker: str | None, *, noun: bool
    ) -> Party | None:
        token = argument.token
        if argument.role == "adjective" or (argument.role == "patient" and not noun and token.low in {"flag", "flags", "banner"}):
            return self._beside_noun(sentence, token)
        if token.low in {"hands", "hand", "control", "rule", "occupation", "grip", "forces"} and argument.role in {"to", "into", "under", "in"}:
            inner = self._beside_noun(sentence, token)
            if inner is not None:
                return inner
        party = self.parties.of(sentence, token, speaker)
        if party is None and token.upos in {"NOUN", "PROPN"}:
            return self._of_parts(sentence, token, speaker)
        return party

    def _of_parts(self, sentence: Sentence, token: Token, speaker: str | None) -> Party | None:
        """"Units of the army", "the bulk of the force", "hundreds of fighters"."""
        for child in sentence.children(token, "nmod"):
            if any(c.low == "of" for c in sentence.children(child, "case")):
                party = self.parties.of(sentence, child, speaker)
                if party is not None and (party.fights or token.low in self.parties.words.forces):
                    return party
        return None

    def _beside_noun(self, sentence: Sentence, token: Token) -> Party | None:
        """Whose an event noun, flag or hand is, by the names that modify it."""
        return self.parties.owner(sentence, token)

    def _losers(
        self, sentence: Sentence, predicate: Predicate, speaker: str | None
    ) -> tuple[Party, int] | None:
        """Whose equipment was lost: its own adjective, or, for "lost" and "left", the subject."""
        for argument in predicate.fill("patient", "to"):
            owner = self._beside_noun(sentence, argument.token)
            if owner is not None:
                return owner, argument.distance
        if predicate.lemma in {"lose", "abandon", "leave"}:
            return self._first_party(sentence, predicate, ("agent",), speaker)
        for named in self.parties.names_in(sentence):
            if named.first > predicate.token.i and named.referent.side is not None:
                near = sentence[min(named.last + 1, len(sentence) - 1)]
                if near.low in units().equipment.nouns:
                    party = self.parties.owner(sentence, near)
                    if party is not None:
                        return party, 2
        return None

    def _sites(
        self, sentence: Sentence, predicate: Predicate, frame: Frame
    ) -> tuple[list[Site], int]:
        roles = frame.roles("place", noun=predicate.noun)
        ground: list[Site] = []
        for role in roles:
            for argument in predicate.fill(role):
                if frame.kind == "equipment_loss" and role == "patient":
                    continue
                token = argument.token
                if argument.distance == 1 and role == "patient":
                    token = sentence.first_conjunct(token)
                found = self.sites.at(sentence, token, unknown=self._takes_any_name(frame, role))
                named = [s for s in found if s.mention is not None]
                if named:
                    return found, argument.distance
                ground = ground or found
        if not ground and frame.kind in CONTROL_KINDS and sentence.root.i == predicate.token.i:
            labelled = self.sites.topic(sentence, predicate.token)
            if labelled and not predicate.noun:
                return labelled, 1
        if not ground and frame.kind in {"casualties", "equipment_loss", "violence_against_civilians"}:
            return self._anywhere(sentence, predicate), 2
        if ground:
            placed = self._where(sentence, predicate, ground)
            return placed or ground, 0
        return [], 0

    def _anywhere(self, sentence: Sentence, predicate: Predicate) -> list[Site]:
        """The one place that a clause of harm names, on whatever word it hangs."""
        inside = {t.i for t in sentence.subtree(predicate.token, without=("acl:relcl", "parataxis", "conj"))}
        named = [
            m for m in self.sites.by_sentence[sentence.index]
            if m.head in inside and not m.metonym
            and (case := sentence.child(sentence[m.head], "case")) is not None
            and case.low in {"in", "at", "near", "around", "outside", "on", "across", "over"}
        ]  # fmt: skip
        return [
            Site(m, sentence[m.head], sentence.index, beside=m.beside, rule="place.in-clause")
            for m in named[:1]
        ]

    @staticmethod
    def _takes_any_name(frame: Frame, role: str) -> bool:
        """Whether a name nobody knows may be a place in this role: the object of a verb of control,
        or what is left, entered or held."""
        if frame.kind not in CONTROL_KINDS:
            return False
        return role in {"patient", "from", "into", "agent", "over", "in", "of", "to"} and (
            frame.id not in {"take", "progress", "hold-control", "equipment"}
        )

    def _where(self, sentence: Sentence, predicate: Predicate, ground: Sequence[Site]) -> list[Site]:
        """Ground without a name lies where the clause says: "30 villages … in the Kharkiv region"."""
        for argument in predicate.fill("in", "near", "around", "across", "of", "along", "within", "throughout", "on"):
            if argument.token.i == ground[0].token.i:
                continue
            named = [s for s in self.sites.at(sentence, argument.token) if s.mention is not None]
            if named:
                town = named[0].mention is not None and argument.role in {"near", "around"}
                return [
                    msgspec.structs.replace(s, ground=True, beside=s.beside or town, rule="place.where")
                    for s in named
                ]  # fmt: skip
        return []

    def _is_ground(self, sentence: Sentence, site: Site, frame: Frame) -> bool:
        """Whether unnamed ground is enough for a claim: towns, territory, areas; not positions."""
        if not site.ground:
            return site.mention is not None
        weak = {"position", "positions", "point", "points", "line", "lines", "place", "places", "state", "base", "part", "parts", "side", "all", "much", "most", "some", "house", "houses", "building", "buildings", "location", "locations", "border", "camp", "section", "percent", "%", "market", "school", "works", "bridge", "street", "streets", "country", "market", "block", "base", "bases", "station", "half", "hall"}
        return site.token.low not in weak

    def _counts(
        self, sentence: Sentence, predicate: Predicate, sites: Sequence[Site]
    ) -> list[Counted]:
        """The quantities that belong to the predicate: of its place phrase, or of its object, with
        what is coordinated with them. Those of a relative clause's noun are another's."""
        own = [a for a in predicate.arguments if a.role in {"patient", "agent"} and a.distance == 0]
        tokens = {s.token.i for s in sites} | {predicate.token.i}
        tokens |= {part.i for a in own for part in sentence.conjuncts(a.token)}
        tokens |= {part.i for s in sites for part in sentence.conjuncts(s.token)}
        shared = {a.token.i for a in predicate.arguments if a.distance > 0 and a.role == "patient"}
        tokens -= shared
        heads = {a.token.i for a in predicate.fill("patient", "from", "of", "by") if a.distance == 0}
        heads |= {s.token.i for s in sites} - shared
        heads |= {predicate.token.i}
        found = []
        for counted in self.counted[sentence.index]:
            noun = sentence[counted.noun]
            above = {noun.head, sentence[noun.head].head, sentence[counted.first].head}
            covered = set(range(counted.first, counted.last + 1))
            if counted.noun in tokens or heads & (above | covered) and not shared & above:
                found.append(counted)
        return found

    def _special_needs(
        self, sentence: Sentence, predicate: Predicate, needs: Sequence[str], counted: Counted | None
    ) -> bool:
        equipment = units().equipment.nouns
        if "quantity" in needs and (
            counted is None
            or counted.quantity.unit not in {"killed", "wounded", "casualties", "people", "items"}
        ):
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
            if predicate.noun is False and not any(t.low in lexicon.nouns | lexicon.displaced for t in phrases):
                return False
            if predicate.noun and not any(
                t.low in lexicon.nouns for p in phrases for t in sentence.subtree(p)
            ) and predicate.lemma not in {"displacement", "exodus"}:  # fmt: skip
                return False
            if any(self._is_force(sentence, t) for t in phrases):
                return False
        return not ("harm" in needs and not self._is_harm(sentence, predicate))

    def _is_force(self, sentence: Sentence, token: Token) -> bool:
        party = self.parties.of(sentence, token)
        return party is not None and party.fights and token.low in self.parties.words.forces

    def _is_harm(self, sentence: Sentence, predicate: Predicate) -> bool:
        """Words of harm need those harmed, or are such by themselves."""
        civil = {"civilian", "civilians", "resident", "residents", "population", "people", "villagers", "women", "children", "prisoners", "locals", "inhabitants", "families", "men", "girls", "boys"}
        around = {t.low for a in predicate.arguments for t in sentence.subtree(a.token)}
        around |= {t.low for t in sentence.subtree(predicate.token)}
        if predicate.lemma in {"massacre", "atrocity", "atrocities", "filtration"}:
            return True
        if predicate.lemma == "crimes":
            return "war" in around
        if predicate.lemma == "terror":
            return bool(around & civil)
        return bool(around & civil)

    def _kind(self, frame: Frame, site: Site | None, counted: Counted | None) -> Kind:
        """An area or a count of settlements taken or lost is an extent, not a place's claim."""
        if (
            counted is not None and frame.kind in {"control_gained", "control_held", "control_lost"}
            and counted.quantity.unit in {"km2", "settlements"}
            and (site is None or site.mention is None or site.ground or not _is_own(site))
        ):  # fmt: skip
            return "territory_extent"
        return frame.kind


def _is_state(sentence: Sentence, predicate: Predicate) -> bool:
    """"Is still occupied", "has been occupied for months": a state, not its beginning."""
    token = predicate.token
    if any(t.low in {"still", "currently", "now"} for t in sentence.children(token, "advmod")):
        return True
    if not predicate.passive:
        return token.xpos in {"VBZ", "VBP"}
    present = any(t.low in {"is", "are"} for t in sentence.children(token, "aux:pass", "aux"))
    lasting = any(
        child.low in {"months", "years", "weeks", "days"} for child in sentence.children(token, "obl", "nsubj", "nsubj:pass")
    )
    since = any(c.low == "since" for t in sentence.children(token, "obl") for c in sentence.children(t, "case"))
    return present or lasting or since


def _is_own(site: Site) -> bool:
    """Whether the named place itself is what was taken, not where it lies."""
    mention = site.mention
    return mention is not None and site.rule in {"place.named", "place.listed", "place.taken-up"}
