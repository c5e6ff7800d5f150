"""Who a speaker is: person or body, side, and kind."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from holdfast.language import Sentence, Token
from holdfast.model import Speaker, SpeakerKind
from holdfast.reading.parties.names import Named, Referent, country_codes
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.places.keys import fold, skeleton
from holdfast.reading.speakers.lexicon import kind_by_name, kind_by_noun, kinds
from holdfast.reading.speakers.papers import papers
from holdfast.theatre import Person, Side, Theatre
from holdfast.theatre.schema import Outlet

#: What does not belong to the words that describe a speaker.
_OUTSIDE = ("acl", "acl:relcl", "advcl", "conj", "cc", "parataxis", "punct", "ccomp", "case", "dep")
#: A garbled given name must be this like the real one; its surname must have the same consonants.
GIVEN_LIKENESS = 0.6
#: A garbled name of a paper must be this like the real one.
OUTLET_LIKENESS = 0.8
#: Kinds that speak for nobody but themselves, whatever place their name holds ("Khartoum Post").
_NEUTRAL = frozenset({"outlet", "agency", "monitor"})


class Identifier:
    """Turns noun phrases into speakers, for one document."""

    def __init__(self, parties: Parties, text: str, theatre: Theatre | None) -> None:
        """`parties` knows the names in the document; a theatre knows its persons."""
        self.parties = parties
        self.text = text
        self.persons: list[tuple[Side, Person]] = (
            [(side, person) for side in theatre.sides for person in side.persons] if theatre else []
        )
        self.outlets: tuple[Outlet, ...] = theatre.outlets if theatre else ()

    def speaker(self, sentence: Sentence, head: Token) -> Speaker:
        """The speaker that the phrase headed by `head` names or describes."""
        tokens = self._phrase(sentence, head)
        written = self.text[tokens[0].start : tokens[-1].end]
        named = self._named(sentence, head, tokens)
        over_head = named is not None and named.covers(head.i)
        if named is not None and named.referent.role == "person" and self._is_of(
            sentence, head, named
        ):  # fmt: skip
            return self._known(sentence, head, tokens, written, named.referent)
        garbled = None if over_head else self._garbled_person(tokens)
        if garbled is not None:
            side, person = garbled
            return Speaker(written, person.name, side.id, person.kind)
        if named is not None and named.referent.role in {"body", "outlet"}:
            return self._known(sentence, head, tokens, written, named.referent, over_head=over_head)
        outlet = None if over_head else self._garbled_outlet(tokens)
        if outlet is not None:
            return self._known(sentence, head, tokens, written, outlet)
        kind = self._kind(tokens, head)
        if kind is None and named is not None and named.referent.role in {"metonym", "side"}:
            kind = self._kind_of_party(sentence, named)
        if kind in _NEUTRAL and (own := self._proper_name(sentence, head)):
            side_id = self._side_beside(sentence, [t for t in tokens if t.i not in own])
        else:
            party = self.parties.of(sentence, head)
            side_id = party.side if party is not None and head.upos != "PRON" else None
            if party is not None and party.rule == "party.capitals" and self.parties.sides:
                side_id = None
            if side_id is None:
                side_id = self._side_beside(sentence, tokens)
        name = self._personal_name(sentence, head) or _bare(tokens, self.text)
        return Speaker(written, name, side_id, kind or "unnamed")

    @staticmethod
    def _is_of(sentence: Sentence, head: Token, named: Named) -> bool:
        """Whether a person's name is the phrase's own, not that of someone it mentions ("an adviser
        to the president").
        """
        if named.covers(head.i) or named.first == head.i + 1:
            return True
        apposed = sentence.children(head, "appos", "flat", "nmod:desc", "compound")
        return any(named.covers(child.i) for child in apposed)

    def _personal_name(self, sentence: Sentence, head: Token) -> str | None:
        """The name of a person who is described before it: "analyst Sergei Markov"."""
        if head.upos != "PROPN" and head.low not in kind_by_noun():
            return None
        named = {i for n in self.parties.names_in(sentence) for i in range(n.first, n.last + 1)}
        start = head.i if head.upos == "PROPN" else head.i + 1
        run: list[Token] = []
        for token in sentence.tokens[start : start + 4]:
            if token.upos != "PROPN" or not token.text[:1].isupper() or token.i in named:
                break
            run.append(token)
        return " ".join(t.text for t in run) if len(run) > 1 else None

    def _phrase(self, sentence: Sentence, head: Token) -> list[Token]:
        tokens = [t for t in sentence.subtree(head, without=_OUTSIDE) if t.text not in '"“”']
        near = [t for t in tokens if abs(t.i - head.i) <= 14]
        while len(near) > 1 and (near[0].upos in {"PUNCT", "ADP"}):
            near = near[1:]
        while len(near) > 1 and near[-1].upos == "PUNCT":
            near = near[:-1]
        return near or [head]

    @staticmethod
    def _proper_name(sentence: Sentence, head: Token) -> frozenset[int]:
        """The tokens of the proper name that a capitalised head is part of, its places included
        ("Washington Post"); empty for a plain noun ("Russian media") and for letters ("Russian TV").
        """
        if head.upos != "PROPN" or not head.text[:1].isupper() or head.text.isupper():
            return frozenset()
        first = last = head.i
        while first > 0 and sentence[first - 1].text[:1].isupper():
            first -= 1
        while last + 1 < len(sentence) and (
            sentence[last + 1].text[:1].isupper() or sentence[last + 1].low in {"of", "for", "and"}
        ):
            last += 1
        inside = frozenset(range(first, last + 1))
        linked = {t.i for t in sentence.subtree(head)} | {head.i, head.head}
        return inside & linked

    @staticmethod
    def _kind_of_party(sentence: Sentence, named: Named) -> SpeakerKind:
        """A state that speaks is its government; a party that is none, what its name's head says."""
        referent = named.referent
        written = " ".join(sentence[i].text for i in range(named.first, named.last + 1))
        if referent.role == "metonym" or {fold(written), fold(referent.name)} & set(
            country_codes()
        ):
            return "government"
        words = fold(referent.side_name or referent.name).split()
        found = (kind_by_noun()[w] for w in reversed(words) if w in kind_by_noun())
        return next(found, "armed_group")

    def _names(self, sentence: Sentence) -> list[Named]:
        """The names of the dictionary, and those of the world's papers that hold no longer one."""
        names = self.parties.names_in(sentence)
        for paper in papers().find(sentence):
            within = [n for n in names if n.first <= paper.last and paper.first <= n.last]
            if all(n.last - n.first < paper.last - paper.first for n in within):
                names = [*(n for n in names if n not in within), paper]
        return names

    def _named(self, sentence: Sentence, head: Token, tokens: list[Token]) -> Named | None:
        """The name that says most: over the head first, then an apposition, then inside."""
        names = self._names(sentence)
        inside = {t.i for t in tokens}
        over = [n for n in names if n.covers(head.i)]
        within = [n for n in names if n.first in inside and n.last in inside]
        apposed = [
            n for n in names for child in sentence.children(head, "appos", "flat", "nmod:desc")
            if n.covers(child.i)
        ]  # fmt: skip
        apposed += [n for n in names if n.first == head.i + 1 and n.referent.role == "person"]
        order = {"person": 0, "body": 1, "outlet": 2}
        for group in (over, apposed, within):
            ranked = sorted(group, key=lambda n: (order.get(n.referent.role, 3), n.first))
            if ranked and (ranked[0].referent.role in order or group is over):
                return ranked[0]
        return None

    def _known(
        self,
        sentence: Sentence,
        head: Token,
        tokens: list[Token],
        written: str,
        referent: Referent,
        *,
        over_head: bool = True,
    ) -> Speaker:
        kind = referent.kind or self._kind(tokens, head) or "official"
        side = referent.side if referent.theatre or kind not in _NEUTRAL else None
        spoken_for = head.low in {"analyst", "analysts", "expert", "experts"}
        if referent.role == "outlet" and (
            spoken_for or head.low in {"interlocutor", "source", "sources"}
        ):
            own = self._kind(tokens, head) or "unnamed"
            return Speaker(written, _bare(tokens, self.text), side, own)
        if referent.role == "body" and head.upos == "NOUN" and (
            head.low in kind_by_noun() or not over_head
        ):  # fmt: skip
            own = kind_by_noun().get(head.low, kind)
            return Speaker(written, _bare(tokens, self.text), side, own)
        person = self._personal_name(sentence, head) if not over_head else None
        if referent.role == "body" and person is not None:
            # "Former Duma deputy Boris N.": one who is described by a body, not the body.
            own = self._kind([t for t in tokens if t.upos != "PROPN"], head) or kind
            return Speaker(written, person, side, own)
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
        index = kind_by_noun()
        if head.upos == "PROPN" and head.text[:1].isupper() and len(tokens) > 1:
            for token in (head, _last_of_name(tokens, head)):
                if token.low in kind_by_name():
                    return kind_by_name()[token.low]
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

    def _garbled_outlet(self, tokens: list[Token]) -> Referent | None:
        """A theatre's paper under a mangled name of as many words, each with its first letter."""
        words = [fold(t.text) for t in tokens if t.upos == "PROPN" and t.text[:1].isupper()]
        for outlet in self.outlets:
            for name in (outlet.name, *outlet.aliases):
                parts = fold(name).split()
                for at in range(len(words) - len(parts) + 1 if len(parts) > 1 else 0):
                    found = words[at : at + len(parts)]
                    if [w[0] for w in found] != [p[0] for p in parts]:
                        continue
                    likeness = DamerauLevenshtein.normalized_similarity(
                        " ".join(found), " ".join(parts)
                    )
                    if likeness >= OUTLET_LIKENESS:
                        return Referent(
                            outlet.name, "outlet", side=outlet.leaning, kind=outlet.kind
                        )
        return None


def _last_of_name(tokens: list[Token], head: Token) -> Token:
    """The last of the capitalised words that follow the head without a gap."""
    last = head
    for token in tokens:
        if token.i == last.i + 1 and token.text[:1].isupper():
            last = token
    return last


def _bare(tokens: list[Token], text: str) -> str:
    """The words of a phrase without its article."""
    kept = tokens[1:] if len(tokens) > 1 and tokens[0].low in {"the", "a", "an"} else tokens
    return " ".join(text[kept[0].start : kept[-1].end].split())
