"""Finding the names of places in sentences, and what each may mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from holdfast.language import Sentence, Token
from holdfast.reading.parties.names import Named
from holdfast.reading.places.book import Candidate, PlaceBook
from holdfast.reading.places.garbled import GarbledNames
from holdfast.reading.places.keys import fold
from holdfast.reading.places.lexicon import place_words
from holdfast.reading.places.mention import Mention
from holdfast.reading.places.surroundings import Surroundings

#: Words of lower case that stand inside names of places.
_INNER = frozenset(
    "- de la al el az as ash an ar at ad ed ez es er ul on upon sur du del ’ '".split()
)
LONGEST = 5
#: Without a theatre or its country named, a place must have this many people to be meant at all.
KNOWN_ABROAD = 15_000


class Finder:
    """Finds the mentions of one document."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        text: str,
        book: PlaceBook,
        names: Sequence[Sequence[Named]],
        countries: Sequence[str],
        times: Sequence[Collection[int]] = (),
    ) -> None:
        """`names` are the parties' names in each sentence, `countries` those the text is about,
        `times` the tokens of each sentence that belong to a time expression ("June").
        """
        self.sentences = sentences
        self.text = text
        self.book = book
        self.names = names
        self.countries = tuple(countries)
        self.times = times
        self.words = place_words()
        self.around = Surroundings(book)
        self.garbled = GarbledNames(text, book, self.around, countries)

    def find(self) -> list[Mention]:
        """Exact names first; then names like known ones, where a place is to be expected."""
        mentions = [m for s in self.sentences for m in self._exact(s)]
        mentions += self._shortened(mentions)
        taken = {(m.sentence, i) for m in mentions for i in range(m.first, m.last + 1)}
        for sentence in self.sentences:
            named = {
                t.i for t in sentence
                if self._is_time(sentence, t.i)
                or any(n.covers(t.i) for n in self.names[sentence.index])
            }  # fmt: skip
            mentions += self.garbled.find(sentence, taken, named)
        return sorted(mentions, key=lambda m: (m.sentence, m.first))

    def _shortened(self, mentions: Sequence[Mention]) -> list[Mention]:
        """As in "Madani" in a text that names Wad Madani: one word of a longer name already met."""
        longer: dict[str, Mention] = {}
        for mention in mentions:
            words = mention.written.split()
            if (
                len(words) > 1
                and len(words[-1]) > 3
                and words[-1].lower() not in self.words.region_nouns
            ):
                longer.setdefault(words[-1], mention)
        taken = {(m.sentence, i) for m in mentions for i in range(m.first, m.through + 1)}
        found = []
        for sentence in self.sentences if longer else ():
            for token in sentence:
                whole = longer.get(token.text)
                if whole is None or (sentence.index, token.i) in taken:
                    continue
                if any(n.covers(token.i) for n in self.names[sentence.index]):
                    continue
                mention = Mention(
                    sentence=sentence.index, first=token.i, last=token.i, head=token.i,
                    through=token.i, written=token.text, candidates=list(whole.candidates),
                )  # fmt: skip
                if self.around.take_in(sentence, mention) and not self._inside_other_name(
                    sentence, mention
                ):
                    found.append(mention)
        return found

    def _is_time(self, sentence: Sentence, i: int) -> bool:
        return bool(self.times) and i in self.times[sentence.index]

    # -- exact names ------------------------------------------------------------------------

    def _exact(self, sentence: Sentence) -> list[Mention]:
        found: list[Mention] = []
        at = 0
        while at < len(sentence):
            mention = self._longest(sentence, at)
            if mention is None:
                at += 1
                continue
            found.append(mention)
            at = mention.last + 1
        self.around.share_region_noun(sentence, found)
        return found

    def _longest(self, sentence: Sentence, at: int) -> Mention | None:
        token = sentence[at]
        if (
            not token.text[:1].isupper()
            or not token.text[0].isalpha()
            or self._is_time(sentence, at)
        ):
            return None
        for length in range(min(LONGEST, len(sentence) - at), 0, -1):
            tokens = sentence.tokens[at : at + length]
            if not self._one_name(tokens):
                continue
            name = self.text[tokens[0].start : tokens[-1].end]
            candidates = self._candidates(sentence, at, at + length - 1, name)
            if candidates:
                mention = self._mention(sentence, at, at + length - 1, name, candidates)
                if mention is not None:
                    return mention
        return None

    @staticmethod
    def _one_name(tokens: Sequence[Token]) -> bool:
        last = tokens[-1].text
        if len(tokens) > 1 and not (last[:1].isupper() or last.isdigit() or last.islower()):
            return False
        if len(tokens) > 1 and last.lower() in _INNER:
            return False
        return all(
            t.text[:1].isupper() or t.low in _INNER or (i == len(tokens) - 1 and t.text.isdigit())
            or t.low in {"region", "oblast", "province", "state", "governorate", "district"}
            for i, t in enumerate(tokens)
        )  # fmt: skip

    def _candidates(self, sentence: Sentence, first: int, last: int, name: str) -> list[Candidate]:
        region = self.book.region(name)
        if region is not None:
            return [region]
        if first == last and not self._may_be_name(sentence, sentence[first]):
            return []
        if sentence[last].low in self.words.region_nouns and last > first:
            return []
        country = self.book.country(name)
        settlements = self.book.settlements(name)
        if country is not None:
            return [country, *settlements[:4]]
        return settlements[:40]

    def _may_be_name(self, sentence: Sentence, token: Token) -> bool:
        """Whether a single capitalised word may be a name here at all."""
        if fold(token.text) in self.words.not_places or len(token.text) < 3:
            return False
        if token.upos in {"PROPN", "X"}:
            return True
        if token.upos in {"VERB", "AUX", "DET", "PRON", "ADV", "SCONJ", "CCONJ", "ADP"}:
            return False
        return token.i > 0 or sentence.heading

    def _mention(
        self, sentence: Sentence, first: int, last: int, name: str, candidates: list[Candidate]
    ) -> Mention | None:
        head = self._head(sentence, first, last)
        named = self._named_over(sentence, first, last)
        metonym = capital = False
        if named is not None:
            role = named.referent.role
            if role in {"metonym", "side"}:
                capital = True
                metonym = not self._is_ground(sentence, head)
            elif role in {"adjective", "people", "coded", "person", "outlet", "body"}:
                return None
        mention = Mention(
            sentence=sentence.index, first=first, last=last, head=head.i, through=last,
            written=name, candidates=candidates, metonym=metonym, capital=capital,
        )  # fmt: skip
        if not self.around.take_in(sentence, mention):
            return None
        if self._inside_other_name(sentence, mention):
            return None
        mention.candidates = [
            c for c in mention.candidates if self._thinkable(sentence, mention, c)
        ]
        return mention if mention.candidates else None

    def _is_ground(self, sentence: Sentence, head: Token) -> bool:
        """Whether a capital's or a country's name stands for the place, not for its rulers."""
        case = sentence.child(head, "case")
        if case is None:
            return False
        return case.low in self.words.on_ground or (
            case.low == "of" and self.around.is_of_place(sentence, head)
        )

    def _named_over(self, sentence: Sentence, first: int, last: int) -> Named | None:
        """A party's name that covers the place's name (and may be longer)."""
        for named in self.names[sentence.index]:
            if named.first <= first and last <= named.last:
                return named
        return None

    def _head(self, sentence: Sentence, first: int, last: int) -> Token:
        for i in range(first, last + 1):
            governor = sentence[i].head
            if governor == i or not first <= governor <= last:
                return sentence[i]
        return sentence[last]

    def _inside_other_name(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether the word is part of a longer name: a person's, a paper's, a bank's."""
        before = sentence[mention.first - 1] if mention.first else None
        after = sentence[mention.through + 1] if mention.through + 1 < len(sentence) else None
        head = sentence[mention.head]
        for other in (before, after):
            if other is None or other.upos != "PROPN" or not other.text[:1].isupper():
                continue
            if other.low in self.words.direction_adjectives | self.words.directions:
                continue
            if self._is_title_or_party(sentence, other):
                continue
            linked = other.head == head.i or head.head == other.i or (
                other.head == head.head and other.relation in {"compound", "flat"}
                and head.relation in {"compound", "flat"}
            )  # fmt: skip
            tight = other.relation in {
                "compound",
                "flat",
                "nmod",
                "root",
                "nsubj",
                "obj",
                "obl",
                "appos",
                "conj",
            }
            if (
                linked
                and tight
                and (
                    other.relation in {"compound", "flat"} or head.relation in {"compound", "flat"}
                )
            ):
                return True
        return False

    def _is_title_or_party(self, sentence: Sentence, token: Token) -> bool:
        """A neighbour that is itself a party's adjective or a place noun does not make a longer name."""
        nouns = self.words
        if token.low in nouns.region_nouns | nouns.settlement_nouns | nouns.sector_nouns:
            return True
        return any(
            n.covers(token.i) and n.referent.role in {"adjective", "side", "people"}
            for n in self.names[sentence.index]
        )

    def _thinkable(self, sentence: Sentence, mention: Mention, candidate: Candidate) -> bool:
        """Whether a candidate outside the text's countries is big enough, and in a place's role."""
        if candidate.theatre or candidate.country in self.countries or candidate.kind == "PCLI":
            return True
        if candidate.kind != "PPL":
            return True
        return (
            candidate.population >= KNOWN_ABROAD
            and (candidate.match == "name" or candidate.population >= 300_000)
            and (self._is_located(sentence, mention) or candidate.population >= 300_000)
        )

    def _is_located(self, sentence: Sentence, mention: Mention) -> bool:
        head = sentence[mention.head]
        case = sentence.child(head, "case")
        before = sentence[mention.first - 1].low if mention.first else ""
        return (
            case is not None and case.low in self.words.locative
        ) or before in self.words.locative
