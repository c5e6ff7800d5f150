"""Which party a noun phrase means, and by what words that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.reading.parties.camps import Camps
from holdfast.reading.parties.closeness import OUTSIDE, closeness, is_of_others
from holdfast.reading.parties.lexicon import PartyWords, party_words
from holdfast.reading.parties.modifiers import own_name
from holdfast.reading.parties.names import Named
from holdfast.reading.parties.party import Party
from holdfast.reading.parties.shortforms import short_forms
from holdfast.reading.speakers.quotes import find_quotes

_NAMING = frozenset({"side", "people", "metonym", "coded", "body", "person"})
_ARMED = frozenset({"armed_group", "military"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})


class Parties:
    """The parties of one document."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        text: str,
        named: Sequence[list[Named]],
        *,
        sides: Sequence[str] = (),
        author: str | None = None,
        state: str | None = None,
    ) -> None:
        """`named` are the names in each sentence; `sides` are the theatre's side ids, two of which make "the enemy" somebody; `author` is
        the side of whoever writes, where that is known from outside the text; `state` the name of the
        country whose "the army" is.
        """
        self.sentences = sentences
        self.text = text
        self.sides = tuple(sides)
        self.words: PartyWords = party_words()
        self.named = named
        self.quotes = find_quotes(text)
        self._short = short_forms(sentences, named)
        self.author = author if author is not None else self._author_by_words()
        self.camps: Camps | None = None
        self._met: list[list[tuple[int, Party, bool]]] = []
        for sentence in sentences:
            self._met.append(list(self._parties_met(sentence)))
        self.camps = Camps(sentences, self._met, self.words, state) if not self.sides else None

    def of(self, sentence: Sentence, token: Token, speaker: str | None = None) -> Party | None:
        """The party that the phrase headed by `token` means; None where it means none.

        `speaker` is the side whose words these are: it decides "our troops" and "the enemy".
        """
        if speaker is None and not self._in_quotes(sentence, None, token.i):
            speaker = self.author
        party = self._of(sentence, token, speaker)
        return self.camps.settle(party) if party is not None and self.camps is not None else party

    def _of(self, sentence: Sentence, token: Token, speaker: str | None) -> Party | None:
        if token.upos == "PRON" or token.low in self.words.deictic.own:
            return self._of_pronoun(sentence, token, speaker)
        by_name = self._by_name(sentence, token)
        if by_name is not None:
            return by_name
        if token.low in self.words.deictic.enemy:
            return self._enemy(sentence, token, speaker)
        if self._is_party_word(token):
            return self._of_force(sentence, token, speaker)
        return self._of_unknown_name(sentence, token)

    def _is_party_word(self, token: Token) -> bool:
        words = self.words
        return (
            token.low in words.forces or token.low in words.governments or token.low in words.plain
        )

    def owner(self, sentence: Sentence, token: Token, speaker: str | None = None) -> Party | None:
        """Whose a thing is, by the names and pronouns that modify its noun: a flag, an offensive."""
        named = self._of_force_named(sentence, token)
        if named is not None:
            return msgspec.structs.replace(named, fights=True)
        for child in sentence.children(token, "nmod:poss"):
            if child.upos == "PRON":
                return self._of_pronoun(sentence, child, speaker or self.author, head=token)
            party = self.of(sentence, child, speaker)
            if party is not None:
                return party
        return None

    def named_party(self, sentence: Sentence, named: Named) -> Party | None:
        """The party that a name stands for, by itself."""
        return self._party(sentence, named, sentence[named.last], f"party.{named.referent.role}")

    def mentions(self, sentence: Sentence) -> list[tuple[int, Party, bool]]:
        """Phrases that name a party outright: head token, party, whether it is a subject."""
        return self._met[sentence.index] if sentence.index < len(self._met) else []

    def names_in(self, sentence: Sentence) -> list[Named]:
        """Every name of the dictionary in the sentence."""
        return self.named[sentence.index]

    def other(self, side: str | None) -> str | None:
        """The other of two sides; None where there are more, or none is given."""
        two = self.sides[:2] if self.sides else self.camps.two if self.camps is not None else ()
        if side is None or side not in two or len(two) != 2:
            return None
        return two[1 - two.index(side)]

    def _author_by_words(self) -> str | None:
        """The side of a writer who calls one of two sides by its enemies' names for it.

        The text must say "our" and name only one side so; words in quotation marks are others'.
        """
        if len(self.sides) < 2:
            return None
        ours = any(t.low in {"our", "ours"} for s in self.sentences for t in s)
        called = {
            n.referent.side
            for sentence in self.sentences for n in self.named[sentence.index]
            if n.referent.role == "coded" and not self._in_quotes(sentence, n)
        }  # fmt: skip
        enemy = any(
            t.low in self.words.deictic.enemy and not self._in_quotes(s, None, t.i)
            for s in self.sentences for t in s
        )  # fmt: skip
        if len(called) == 1 and (ours or enemy):
            return self.other(next(iter(called)))
        return None

    def _in_quotes(self, sentence: Sentence, named: Named | None, i: int | None = None) -> bool:
        start = sentence[named.first if named is not None else i or 0].start
        return any(q.start <= start < q.end for q in self.quotes)

    # -- names ------------------------------------------------------------------------------

    def _by_name(self, sentence: Sentence, token: Token) -> Party | None:
        for named in self.named[sentence.index]:
            if named.covers(token.i) and named.referent.role in _NAMING:
                return self._party(sentence, named, token, f"party.{named.referent.role}")
        known = self._short.get(token.text)
        if known is not None:
            return msgspec.structs.replace(known, written=token.text)
        return None

    def _party(
        self, sentence: Sentence, named: Named, head: Token, rule: str, strength: float = 1.0
    ) -> Party | None:
        referent = named.referent
        if referent.side is None:
            return None
        first, last = min(named.first, head.i), max(named.last, head.i)
        written = self.text[sentence[first].start : sentence[last].end]
        fights = referent.fights and head.low not in self.words.governments
        name = referent.side_name or referent.side
        if referent.theatre and referent.role == "body" and referent.kind in _ARMED:
            name = referent.name
        return Party(referent.side, name, written, rule, strength, fights)

    def _of_force(self, sentence: Sentence, token: Token, speaker: str | None) -> Party | None:
        """Troops, an army, a government: whose they are is said by the words around them."""
        if is_of_others(sentence, token, self.words):
            return None
        loyal = self._loyal_to(sentence, token, speaker)
        if loyal is not None:
            return loyal
        name = None if self.sides else own_name(sentence, token, self.named, self.words)
        if name is not None:
            return Party(name[0], name[0], self._phrase(sentence, token), name[1], 0.85)
        best: tuple[float, Named] | None = None
        for named in self.named[sentence.index]:
            if named.referent.role in {"outlet"} or named.referent.side is None:
                continue
            close = closeness(sentence, token, named, self.words)
            if close > 0 and (best is None or close > best[0]):
                best = (close, named)
        if best is not None:
            rule = f"party.{best[1].referent.role}"
            if best[1].referent.country and token.low in self.words.camps.rebels:
                return Party(
                    token.low, f"{sentence[best[1].first].text} {token.text}",
                    self._phrase(sentence, token), "party.plain", 0.9,
                )  # fmt: skip
            party = self._party(sentence, best[1], token, rule, min(1.0, best[0]))
            if party is not None and token.low in self.words.forces:
                return msgspec.structs.replace(party, fights=True)
            return party
        for child in sentence.children(token, "nmod:poss", "det", "amod", "compound"):
            if child.low in self.words.deictic.enemy:
                return self._enemy(sentence, child, speaker)
            if child.upos == "PRON":
                owner = self._of_pronoun(sentence, child, speaker, head=token)
                if owner is not None or self.sides:
                    return owner
        if token.low in self.words.governments:
            whole = self._command_of(sentence, token)
            if whole is not None:
                return whole
        unknown = self._of_unknown_name(sentence, token)
        if unknown is not None and not self.sides:
            return unknown
        again = self._same_word(sentence, token)
        if again is not None:
            return again
        for child in sentence.children(token, "compound", "amod"):
            plain = self.words.plain.get(child.low)
            if plain is not None and not self.sides:
                return Party(plain, plain, self._phrase(sentence, token), "party.plain", 0.9)
        if self.sides:
            return self._bare(sentence, token) if token.low in self.words.forces else None
        plain = self.words.plain.get(token.low)
        if plain is None:
            return None
        return Party(plain, plain, self._phrase(sentence, token), "party.plain", 0.8)

    def _loyal_to(self, sentence: Sentence, token: Token, speaker: str | None) -> Party | None:
        """As in "Battalions loyal to the regime", "fighters allied with the army"."""
        for child in sentence.children(token, "amod", "acl"):
            if child.low not in self.words.modifiers.belonging | self.words.modifiers.friends:
                continue
            for other in sentence.children(child, "obl", "nmod", "obl:agent"):
                party = self.of(sentence, other, speaker)
                if party is not None:
                    return msgspec.structs.replace(
                        party, written=self._phrase(sentence, token), fights=True
                    )
        return None

    def _command_of(self, sentence: Sentence, token: Token) -> Party | None:
        """As in "The General Command of the Army": a plain party's own body."""
        for child in sentence.children(token, "nmod", "compound"):
            word = self.words.plain.get(child.low)
            if word is not None and not self.sides:
                return Party(
                    word, word, self._phrase(sentence, token), "party.plain", 0.9, fights=False
                )
        return None

    def _same_word(self, sentence: Sentence, token: Token) -> Party | None:
        """As in "The alliance", "the group": the party last named with that very word."""
        if token.low not in self.words.named.heads or token.low in self.words.plain:
            return None
        if not any(t.low in {"the", "this", "that"} for t in sentence.children(token, "det")):
            return None
        for back in range(6):
            index = sentence.index - back
            if index < 0 or index >= len(self._met):
                continue
            for i, party, _ in reversed(self._met[index]):
                head = self.sentences[index][i]
                if (back or i < token.i) and head.lemma.lower() == token.lemma.lower():
                    return msgspec.structs.replace(
                        party, written=self._phrase(sentence, token), rule="party.same-word",
                        strength=0.8,
                    )  # fmt: skip
        return None

    def _of_unknown_name(self, sentence: Sentence, token: Token) -> Party | None:
        """As in "The Arakan Army" where no list knows it: capitals, and a head that names parties."""
        if token.upos not in {"PROPN", "NOUN"} or not token.text[:1].isupper():
            return None
        parts = [t for t in sentence.subtree(token, without=(*OUTSIDE, "nmod", "case", "det"))
                 if t.text[:1].isupper() and abs(t.i - token.i) <= 6]  # fmt: skip
        acronym = token.text.isupper() and 2 <= len(token.text) <= 6 and token.text.isalnum()
        named_head = token.low in self.words.named.heads and len(parts) > 1
        if not (acronym and token.relation in {"nsubj", "obl", "nsubj:pass", "conj"}) and not (
            named_head
        ):
            return None
        if acronym and not self._is_party_acronym(token.text):
            return None
        name = " ".join(t.text for t in parts if t.upos != "DET") if named_head else token.text
        return Party(name, name, self._phrase(sentence, token), "party.capitals", 0.7)

    def _is_party_acronym(self, text: str) -> bool:
        return text in self._short

    # -- deictic words ----------------------------------------------------------------------

    def _enemy(self, sentence: Sentence, token: Token, speaker: str | None) -> Party | None:
        other = self.other(speaker)
        if other is None:
            return None
        return Party(other, other, self._phrase(sentence, token), "party.enemy", 0.8)

    def _of_pronoun(
        self, sentence: Sentence, token: Token, speaker: str | None, head: Token | None = None
    ) -> Party | None:
        shown = self._phrase(sentence, head) if head is not None else token.text
        if token.low in self.words.deictic.own:
            if speaker is None:
                return None
            return Party(speaker, speaker, shown, "party.own", 0.8)
        if token.low == "it" and head is None and self._is_expletive(sentence, token):
            return None
        if token.low not in {"it", "its", "they", "them", "their", "he", "his", "she", "her"}:
            return None
        found = self.antecedent(sentence, token)
        if found is None:
            return None
        person = token.low in {"he", "his", "she", "her"} and head is None
        return msgspec.structs.replace(
            found, written=shown, rule="party.pronoun", strength=0.8 * found.strength,
            fights=found.fights and not person,
        )  # fmt: skip

    @staticmethod
    def _is_expletive(sentence: Sentence, token: Token) -> bool:
        """As in "It was decided to …", "it is clear that …": nobody is meant."""
        verb = sentence.head(token)
        if token.relation == "expl" or verb is None:
            return True
        clause = sentence.children(verb, "csubj", "ccomp", "xcomp")
        clause += [c for c in sentence.children(verb, "advcl") if c.xpos == "VB"]
        copular = bool(sentence.children(verb, "cop")) or verb.upos == "ADJ"
        takes = verb.lemma in {"take", "seem", "appear", "remain", "cost", "turn"}
        return bool(clause) and (copular or takes or token.dep == "nsubj:pass")

    def _bare(self, sentence: Sentence, token: Token) -> Party | None:
        """As in "Troops" with nobody's name: the party last spoken of, with little confidence."""
        if token.low in self.words.weapons:
            return None
        found = self.antecedent(sentence, token)
        if found is None:
            return None
        return msgspec.structs.replace(
            found,
            written=self._phrase(sentence, token),
            rule="party.bare",
            strength=0.6 * found.strength,
            fights=True,
        )

    def antecedent(self, sentence: Sentence, token: Token) -> Party | None:
        """The party that a pronoun most likely takes up.

        Subjects before others, nearer before farther, this sentence before the one before; at most
        three sentences back.
        """
        here = [m for m in self.mentions(sentence) if m[0] < token.i]
        for subjects in (True, False):
            for _, party, is_subject in reversed(here):
                if is_subject or not subjects:
                    return party
        for back in range(1, 4):
            index = sentence.index - back
            if index < 0:
                break
            met = self._met[index] if index < len(self._met) else []
            ordered = sorted(met, key=lambda m: (not m[2], m[0]))
            if ordered:
                return ordered[0][1]
        return None

    # -- the document -----------------------------------------------------------------------

    def _parties_met(self, sentence: Sentence) -> Iterator[tuple[int, Party, bool]]:
        for token in sentence:
            if token.upos not in {"NOUN", "PROPN", "ADJ"} or token.relation in {
                "compound",
                "amod",
                "flat",
            }:
                continue
            party = self._by_name(sentence, token)
            if party is None and self._is_party_word(token):
                party = self._of_force_named(sentence, token)
                if party is None and not self.sides and token.low in self.words.plain:
                    word = self.words.plain[token.low]
                    party = Party(word, word, self._phrase(sentence, token), "party.plain", 0.8)
            if party is not None:
                yield token.i, party, token.dep in _SUBJECTS

    def _of_force_named(self, sentence: Sentence, token: Token) -> Party | None:
        if not self.sides and token.low in self.words.camps.rebels:
            return self._of_force(sentence, token, None)
        found = [
            (closeness(sentence, token, named, self.words), named)
            for named in self.named[sentence.index]
            if named.referent.side is not None and named.referent.role != "outlet"
        ]
        best = max((f for f in found if f[0] > 0), key=lambda f: f[0], default=None)
        if best is None:
            return None
        return self._party(sentence, best[1], token, f"party.{best[1].referent.role}")

    def _phrase(self, sentence: Sentence, token: Token) -> str:
        """The words of the phrase: its determiner to its head."""
        within = [
            t for t in sentence.subtree(token, without=(*OUTSIDE, "nmod", "case")) if t.i <= token.i
        ]
        return self.text[within[0].start : token.end]
