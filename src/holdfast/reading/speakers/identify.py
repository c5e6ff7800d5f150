"""Who a speaker is: person or body, side, and kind."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import msgspec
from rapidfuzz.distance import DamerauLevenshtein

from holdfast.language import Sentence, Token
from holdfast.model import Speaker, SpeakerKind
from holdfast.reading.lexicon import load
from holdfast.reading.parties.names import Named, Referent
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.places.keys import fold, skeleton
from holdfast.theatre import Person, Side, Theatre

#: What does not belong to the words that describe a speaker.
_OUTSIDE = ("acl", "acl:relcl", "advcl", "conj", "cc", "parataxis", "punct", "ccomp", "case", "dep")
#: A garbled given name must be this like the real one; its surname must have the same consonants.
GIVEN_LIKENESS = 0.6


class _Kind(msgspec.Struct, frozen=True):
    kind: SpeakerKind
    nouns: frozenset[str]
    phrases: tuple[str, ...] = ()


class _TakenUp(msgspec.Struct, frozen=True):
    pronouns: frozenset[str]


class _Kinds(msgspec.Struct, frozen=True):
    kind: tuple[_Kind, ...]
    taken_up: _TakenUp


def kinds() -> _Kinds:
    """The data file of nouns for speakers."""
    return load("speakers", "kinds", _Kinds)


@cache
def _kind_by_noun() -> dict[str, SpeakerKind]:
    index: dict[str, SpeakerKind] = {}
    for entry in kinds().kind:
        for noun in entry.nouns:
            index.setdefault(noun, entry.kind)
    return index


class Identifier:
    """Turns noun phrases into speakers, for one document."""

    def __init__(self, parties: Parties, text: str, theatre: Theatre | None) -> None:
        """`parties` knows the names in the document; a theatre knows its persons."""
        self.parties = parties
        self.text = text
        self.persons: list[tuple[Side, Person]] = (
            [(side, person) for side in theatre.sides for person in side.persons] if theatre else []
        )

    def speaker(self, sentence: Sentence, head: Token) -> Speaker:
        """The speaker that the phrase headed by `head` names or describes."""
        tokens = self._phrase(sentence, head)
        written = self.text[tokens[0].start : tokens[-1].end]
        named = self._named(sentence, head, tokens)
        if named is not None and named.referent.role in {"person", "body", "outlet"}:
            return self._known(sentence, head, tokens, written, named.referent)
        garbled = self._garbled_person(tokens)
        if garbled is not None:
            side, person = garbled
            return Speaker(written, person.name, side.id, person.kind)
        party = self.parties.of(sentence, head)
        side_id = party.side if party is not None and head.upos != "PRON" else None
        if party is not None and party.rule == "party.capitals" and self.parties.sides:
            side_id = None
        if side_id is None:
            side_id = self._side_beside(sentence, tokens)
        kind = self._kind(tokens, head)
        if kind is None and named is not None and named.referent.role in {"metonym", "side"}:
            kind = "government"
        name = self._personal_name(sentence, head, tokens) or _bare(tokens, self.text)
        return Speaker(written, name, side_id, kind or "unnamed")

    def _personal_name(self, sentence: Sentence, head: Token, tokens: list[Token]) -> str | None:
        """The name of a person who is described before it: "analyst Sergei Markov"."""
        if head.upos == "PROPN" or head.low not in _kind_by_noun():
            return None
        named = {i for n in self.parties.names_in(sentence) for i in range(n.first, n.last + 1)}
        for child in sentence.children(head, "appos", "flat", "nmod:desc", "compound"):
            run = [t for t in sentence.subtree(child, without=_OUTSIDE) if t.upos == "PROPN"]
            if len(run) > 1 and not named & {t.i for t in run} and child.i > head.i:
                return " ".join(t.text for t in run)
        return None

    def _phrase(self, sentence: Sentence, head: Token) -> list[Token]:
        tokens = [t for t in sentence.subtree(head, without=_OUTSIDE) if t.text not in '"“”']
        near = [t for t in tokens if abs(t.i - head.i) <= 14]
        while len(near) > 1 and (near[0].upos in {"PUNCT", "ADP"}):
            near = near[1:]
        while len(near) > 1 and near[-1].upos == "PUNCT":
            near = near[:-1]
        return near or [head]

    def _named(self, sentence: Sentence, head: Token, tokens: list[Token]) -> Named | None:
        """The name that says most: over the head first, then an apposition, then inside."""
        names = self.parties.names_in(sentence)
        inside = {t.i for t in tokens}
        over = [n for n in names if n.covers(head.i)]
        within = [n for n in names if n.first in inside and n.last in inside]
        apposed = [
            n for n in names for child in sentence.children(head, "appos", "flat", "nmod:desc")
            if n.covers(child.i)
        ]  # fmt: skip
        order = {"person": 0, "body": 1, "outlet": 2}
        for group in (over, apposed, within):
            ranked = sorted(group, key=lambda n: (order.get(n.referent.role, 3), n.first))
            if ranked and (ranked[0].referent.role in order or group is over):
                return ranked[0]
        return None

    def _known(
        self, sentence: Sentence, head: Token, tokens: list[Token], written: str, referent: Referent
    ) -> Speaker:
        kind = referent.kind or self._kind(tokens, head) or "official"
        side = referent.side
        spoken_for = head.low in {"analyst", "analysts", "expert", "experts"}
        if referent.role == "outlet" and (
            spoken_for or head.low in {"interlocutor", "source", "sources"}
        ):
            own = self._kind(tokens, head) or "unnamed"
            return Speaker(written, _bare(tokens, self.text), side, own)
        if referent.role == "body" and head.low in _kind_by_noun() and head.upos == "NOUN":
            own = _kind_by_noun()[head.low]
            return Speaker(written, _bare(tokens, self.text), side, own)
        return Speaker(written, referent.name, side, kind)

    def _side_beside(self, sentence: Sentence, tokens: list[Token]) -> str | None:
        """The side of the one party named in the phrase: "Pro-Kremlin analyst X"."""
        inside = {t.i for t in tokens}
        sides = {
            n.referent.side
            for n in self.parties.names_in(sentence)
            if n.first in inside and n.referent.side and n.referent.role != "outlet"
        }
        sides |= {
            n.referent.side for n in self.parties.names_in(sentence) for t in tokens
            if n.covers(t.i) and n.referent.role == "metonym" and n.referent.side
        }  # fmt: skip
        if self.parties.sides:
            sides &= set(self.parties.sides)
        return next(iter(sides)) if len(sides) == 1 else None

    def _kind(self, tokens: list[Token], head: Token) -> SpeakerKind | None:
        low = " ".join(t.low for t in tokens).replace(" - ", "-")
        for entry in kinds().kind:
            if any(f" {phrase} " in f" {low} " for phrase in entry.phrases):
                return entry.kind
        index = _kind_by_noun()
        if head.low in index:
            return index[head.low]
        if head.lemma.lower() in index:
            return index[head.lemma.lower()]
        return next((index[t.low] for t in tokens if t.low in index), None)

    def _garbled_person(self, tokens: list[Token]) -> tuple[Side, Person] | None:
        """A theatre's person under a mangled name: like given name, same consonants of surname."""
        words = [fold(t.text) for t in tokens if t.upos == "PROPN" and t.text[:1].isupper()]
        for given, surname in pairwise(words):
            if len(surname) < 4 or len(skeleton(surname)) < 3:
                continue
            for side, person in self.persons:
                for name in (person.name, *person.aliases):
                    parts = fold(name).split()
                    if len(parts) < 2 or skeleton(parts[-1]) != skeleton(surname):
                        continue
                    likeness = DamerauLevenshtein.normalized_similarity(given, parts[0])
                    if likeness >= GIVEN_LIKENESS and given[0] == parts[0][0]:
                        return side, person
        return None


def _bare(tokens: list[Token], text: str) -> str:
    """The words of a phrase without its article."""
    kept = tokens[1:] if len(tokens) > 1 and tokens[0].low in {"the", "a", "an"} else tokens
    return " ".join(text[kept[0].start : kept[-1].end].split())
