"""Who and what fills a frame's roles: the party, the places, the counts, and what it cannot miss."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.model import CONTROL_KINDS
from holdfast.reading.events.frames import Frame
from holdfast.reading.events.lists import Site
from holdfast.reading.events.predicate import Argument, Predicate, phrase_top
from holdfast.reading.events.sites import Sites
from holdfast.reading.events.words import role_words
from holdfast.reading.parties.party import Party
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.places.lexicon import place_words
from holdfast.reading.quantities.find import Counted, units
from holdfast.reading.stems import listed


class Filled(msgspec.Struct, frozen=True):
    """The party in a role: by which token, and how far that is from the predicate (0 to 2)."""

    party: Party
    token: Token
    distance: int


class Roles:
    """Fills the roles of frames in one document."""

    def __init__(
        self, parties: Parties, sites: Sites, counted: Sequence[Sequence[Counted]]
    ) -> None:
        """`counted` are the quantities of each sentence."""
        self.parties = parties
        self.where_is = sites
        self.counted = counted
        self.words = role_words()

    def has_object(self, sentence: Sentence, predicate: Predicate, frame: Frame) -> bool:
        """Whether the verb has one of the objects that make it mean this ("take control")."""
        words = {w for a in predicate.fill("patient") for w in (a.token.low, a.token.lemma.lower())}
        if not words and frame.object:
            words = {
                t.low
                for t in sentence.tokens[predicate.token.i + 1 : predicate.token.i + 4]
                if t.upos == "NOUN"
            }
        return bool(words & set(frame.object))

    def party(
        self, sentence: Sentence, predicate: Predicate, frame: Frame, role: str, speaker: str | None
    ) -> Filled | None:
        """Who fills the frame's `role`, "side" or "target"; `speaker` is the side whose words these
        are.
        """
        roles = frame.roles("side" if role == "side" else "target", noun=predicate.noun)
        for name in roles:
            if name == "victims":
                suffers = predicate.noun or not predicate.fill("patient")
                among = ("patient", "agent", "among") if suffers else ("patient", "among")
                return self._first_party(sentence, predicate, among, speaker)
            if name == "losers":
                return self._losers(sentence, predicate, speaker)
            if name == "subject":
                for argument in predicate.fill("agent"):
                    owner = self._beside_noun(sentence, argument.token)
                    if owner is not None:
                        return Filled(owner, argument.token, argument.distance)
                continue
            if name == "object":
                found = self._first_party(sentence, predicate, ("patient",), speaker)
            else:
                found = self._first_party(sentence, predicate, (name,), speaker)
            if found is not None and not self._is_where(predicate, frame, name, found.party):
                return found
        if role == "side" and frame.kind == "violence_against_civilians" and predicate.noun:
            return self._companion(sentence, predicate, speaker)
        return None

    @staticmethod
    def _is_where(predicate: Predicate, frame: Frame, name: str, party: Party) -> bool:
        """As in "the invasion of Ukraine": the name beside the noun tells where, not whose."""
        if name != "adjective" or "of" not in frame.roles("place", noun=predicate.noun):
            return False
        return any(a.token.text in party.written.split() for a in predicate.fill("of"))

    def _companion(
        self, sentence: Sentence, predicate: Predicate, speaker: str | None
    ) -> Filled | None:
        """As in "the advance of the troops is accompanied by terror": whose deed harm goes with."""
        verb = sentence.head(phrase_top(sentence, predicate))
        if verb is None or listed(verb, self.words.accompanying) is None:
            return None
        subject = sentence.child(verb, "nsubj", "nsubj:pass")
        for part in (subject, *sentence.children(subject, "nmod", "nmod:poss")) if subject else ():
            party = self.parties.of(sentence, part, speaker) or self._beside_noun(sentence, part)
            if party is not None:
                return Filled(party, part, 2)
        return None

    def _first_party(
        self, sentence: Sentence, predicate: Predicate, roles: tuple[str, ...], speaker: str | None
    ) -> Filled | None:
        for argument in predicate.fill(*roles):
            party = self._party_of(sentence, argument, speaker, noun=predicate.noun)
            if party is not None:
                return Filled(party, argument.token, argument.distance)
        return None

    def _party_of(
        self, sentence: Sentence, argument: Argument, speaker: str | None, *, noun: bool
    ) -> Party | None:
        token = argument.token
        if argument.role == "adjective" or (
            argument.role == "patient" and not noun and token.low in self.words.flags
        ):
            return self._beside_noun(sentence, token)
        if token.low in self.words.hands and argument.role in self.words.hands_after:
            inner = self._beside_noun(sentence, token)
            if inner is not None:
                return inner
        party = self.parties.of(sentence, token, speaker)
        if party is None and token.upos in {"NOUN", "PROPN"}:
            return self._of_parts(sentence, token, speaker)
        return party

    def _of_parts(self, sentence: Sentence, token: Token, speaker: str | None) -> Party | None:
        """As in "Units of the army", "the bulk of the force", "hundreds of fighters"."""
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
    ) -> Filled | None:
        """Whose equipment was lost: its own adjective, or, for "lost" and "left", the subject."""
        for argument in predicate.fill("patient", "to"):
            owner = self._beside_noun(sentence, argument.token)
            if owner is not None:
                return Filled(owner, argument.token, argument.distance)
        if predicate.lemma in {"lose", "abandon", "leave"}:
            return self._first_party(sentence, predicate, ("agent",), speaker)
        for named in self.parties.names_in(sentence):
            if named.first > predicate.token.i and named.referent.side is not None:
                near = sentence[min(named.last + 1, len(sentence) - 1)]
                if near.low in units().equipment.nouns:
                    party = self.parties.owner(sentence, near)
                    if party is not None:
                        return Filled(party, near, 2)
        return None

    def sites(
        self, sentence: Sentence, predicate: Predicate, frame: Frame
    ) -> tuple[list[Site], int]:
        """Where it happens, named places before mere ground, and how far the phrase stands from the
        predicate (0 to 2).
        """
        roles = frame.roles("place", noun=predicate.noun)
        ground: list[Site] = []
        for role in roles:
            for argument in predicate.fill(role):
                if frame.kind == "equipment_loss" and role == "patient":
                    continue
                token = argument.token
                if argument.distance == 1 and role == "patient" and not any(
                    t.low in {"is", "was", "has"} for t in sentence.children(predicate.token, "aux")
                ):  # fmt: skip
                    # "A and B, which are held by …": both; "which is": the last alone.
                    token = sentence.first_conjunct(token)
                found = self.where_is.at(sentence, token, unknown=self._takes_any_name(frame, role))
                named = [s for s in found if s.mention is not None]
                if named and role == "patient" and all(s.rule == "place.taken-up" for s in found):
                    # "Cleared the plant in X": where the plant is, is said.
                    where = self._where(sentence, predicate, found)
                    if where:
                        return [
                            msgspec.structs.replace(s, part=found[0].part, ground=False)
                            for s in where
                        ], argument.distance  # fmt: skip
                if named:
                    return found, argument.distance
                ground = ground or found
        if not ground and frame.kind in CONTROL_KINDS and sentence.root.i == predicate.token.i:
            labelled = self.where_is.topic(sentence, predicate.token)
            if labelled and not predicate.noun:
                return labelled, 1
        if not ground and self._moves_nowhere(predicate, frame):
            shared = any(a.distance == 1 for a in predicate.fill("agent"))
            # "Entered X but pulled back": the place stands between the shared subject and the verb.
            until = predicate.token if shared else self._subject(predicate)
            return self.where_is.before(sentence, until), 2
        if not ground and frame.kind in {
            "casualties",
            "equipment_loss",
            "violence_against_civilians",
        }:
            return self._anywhere(sentence, predicate), 2
        if ground:
            placed = self._where(sentence, predicate, ground)
            return placed or ground, 0
        return [], 0

    def leaves_no_place(self, sentence: Sentence, predicate: Predicate) -> bool:
        """As in "withdrew from the tournament": what is left is neither place nor position."""
        for argument in predicate.fill("from"):
            token = argument.token
            if argument.distance or token.upos != "NOUN" or self.where_is.at(sentence, token):
                continue
            known = place_words().ground_nouns | place_words().part_nouns | self.words.weak_ground
            if token.low not in known | self.words.fronts:
                return True
        return False

    def _moves_nowhere(self, predicate: Predicate, frame: Frame) -> bool:
        """As in "They fled", "its fighters marched in": a move of a force from or into the place spoken of."""
        if predicate.noun:
            return False
        if frame.kind == "advance":
            return predicate.particle == "in" and frame.agent_must == "fight"
        return frame.kind == "withdrawal" and not predicate.passive

    @staticmethod
    def _subject(predicate: Predicate) -> Token:
        """The first word of who moves; what stands before it says where from."""
        return min(
            (a.token for a in predicate.fill("agent")), key=lambda t: t.i, default=predicate.token
        )

    def _anywhere(self, sentence: Sentence, predicate: Predicate) -> list[Site]:
        """The one place that a clause of harm names, on whatever word it hangs."""
        top = predicate.token
        while predicate.noun and top.relation in {
            "nmod",
            "conj",
            "compound",
            "obj",
            "obl",
            "nsubj",
        }:
            top = sentence[top.head]
        inside = {t.i for t in sentence.subtree(top, without=("acl:relcl", "parataxis"))}
        named = [
            m for m in self.where_is.by_sentence[sentence.index]
            if m.head in inside and not m.metonym
            and (case := sentence.child(sentence[m.head], "case")) is not None
            and case.low in self.words.harmed_in
        ]  # fmt: skip
        return [
            Site(m, sentence[m.head], sentence.index, beside=m.beside, rule="place.in-clause")
            for m in named[:1]
        ]

    @staticmethod
    def _takes_any_name(frame: Frame, role: str) -> bool:
        """Whether a name nobody knows may be a place in this role: the object of a verb of control,
        or what is left, entered or held.
        """
        if frame.kind not in CONTROL_KINDS:
            return False
        if frame.id in {"take", "fall"}:  # "the fall of Omar" is a man's
            return role == ("patient" if frame.id == "take" else "agent")
        return role in {"patient", "from", "into", "agent", "over", "in", "of", "to"} and (
            frame.id not in {"progress", "hold-control", "equipment"}
        )

    def _where(
        self, sentence: Sentence, predicate: Predicate, ground: Sequence[Site]
    ) -> list[Site]:
        """Ground without a name lies where the clause says: "30 villages … in the Kharkiv region"."""
        for argument in predicate.fill(*self.words.where):
            if argument.token.i == ground[0].token.i:
                continue
            named = [s for s in self.where_is.at(sentence, argument.token) if s.mention is not None]
            if named:
                town = named[0].mention is not None and argument.role in {"near", "around"}
                return [
                    msgspec.structs.replace(s, ground=True, beside=s.beside or town, rule="place.where")
                    for s in named
                ]  # fmt: skip
        return []

    def is_ground(self, site: Site) -> bool:
        """Whether unnamed ground is enough for a claim: towns, territory, areas; not positions."""
        if not site.ground:
            return site.mention is not None
        return site.token.low not in self.words.weak_ground

    def counts(
        self, sentence: Sentence, predicate: Predicate, sites: Sequence[Site]
    ) -> list[Counted]:
        """The quantities that belong to the predicate: of its place phrase, or of its object, with
        what is coordinated with them. Those of a relative clause's noun are another's.
        """
        own = [a for a in predicate.arguments if a.role in {"patient", "agent"} and a.distance == 0]
        tokens = {s.token.i for s in sites} | {predicate.token.i}
        tokens |= {part.i for a in own for part in sentence.conjuncts(a.token)}
        tokens |= {part.i for s in sites for part in sentence.conjuncts(s.token)}
        shared = {a.token.i for a in predicate.arguments if a.distance > 0 and a.role == "patient"}
        tokens -= shared
        heads = {
            a.token.i for a in predicate.fill("patient", "from", "of", "by") if a.distance == 0
        }
        heads |= {s.token.i for s in sites} - shared
        heads |= {predicate.token.i}
        found = []
        for counted in self.counted[sentence.index]:
            noun = sentence[counted.noun]
            above = {noun.head, sentence[noun.head].head, sentence[counted.first].head}
            covered = set(range(counted.first, counted.last + 1))
            if counted.noun in tokens or (heads & (above | covered) and not shared & above):
                found.append(counted)
        return found
