"""Finding the names of places in sentences, and what each may mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.model import PlaceKind
from holdfast.reading.parties.names import Named
from holdfast.reading.places.book import Candidate, PlaceBook
from holdfast.reading.places.keys import fold
from holdfast.reading.places.lexicon import place_words

#: Words of lower case that stand inside names of places.
_INNER = frozenset(
    "- de la al el az as ash an ar at ad ed ez es er ul on upon sur du del ’ '".split()
)
LONGEST = 5
#: Without a theatre or its country named, a place must have this many people to be meant at all.
KNOWN_ABROAD = 15_000


class Mention(msgspec.Struct):
    """A name of a place in a sentence.

    `first` to `last` are the tokens of the name, `head` the token that stands for the whole phrase
    in the tree ("region" in "the Kharkiv region"), `through` the last token of that phrase.
    `candidates` are ranked by `choose`; `shape` overrides the candidates' kind ("SECTOR").
    """

    sentence: int
    first: int
    last: int
    head: int
    through: int
    written: str
    candidates: list[Candidate]
    shape: PlaceKind | None = None
    #: The name is also that of a party (a capital): a place only where the syntax says so.
    metonym: bool = False
    #: A capital or country, whose name may stand for its rulers.
    capital: bool = False
    #: After "near" or "south of": by the place rather than at it.
    beside: bool = False
    chosen: Candidate | None = None
    score: float = 0.0
    rivals: int = 0

    def covers(self, i: int) -> bool:
        """Whether token `i` belongs to the phrase."""
        return min(self.first, self.head) <= i <= max(self.last, self.through)


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
        `times` the tokens of each sentence that belong to a time expression ("June")."""
        self.sentences = sentences
        self.text = text
        self.book = book
        self.names = names
        self.countries = tuple(countries)
        self.times = times
        self.words = place_words()

    def find(self) -> list[Mention]:
        """Exact names first; then names like known ones, where a place is to be expected."""
        mentions = [m for s in self.sentences for m in self._exact(s)]
        mentions += self._shortened(mentions)
        taken = {(m.sentence, i) for m in mentions for i in range(m.first, m.last + 1)}
        for sentence in self.sentences:
            for token in sentence:
                if (sentence.index, token.i) not in taken and self._expects_place(
                    sentence, token, taken
                ):
                    found = self._garbled(sentence, token)
                    if found is not None:
                        mentions.append(found)
                        taken.add((sentence.index, token.i))
        return sorted(mentions, key=lambda m: (m.sentence, m.first))

    def _shortened(self, mentions: Sequence[Mention]) -> list[Mention]:
        """"Madani" in a text that names Wad Madani: one word of a longer name already met."""
        longer: dict[str, Mention] = {}
        for mention in mentions:
            words = mention.written.split()
            if len(words) > 1 and len(words[-1]) > 3 and words[-1].lower() not in self.words.region_nouns:
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
                if self._shape(sentence, mention) and not self._inside_other_name(sentence, mention):
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
        self._shared_region_noun(sentence, found)
        return found

    def _longest(self, sentence: Sentence, at: int) -> Mention | None:
        token = sentence[at]
        if not token.text[:1].isupper() or not token.text[0].isalpha() or self._is_time(sentence, at):
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

    def _candidates(
        self, sentence: Sentence, first: int, last: int, name: str
    ) -> list[Candidate]:
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
        if not self._shape(sentence, mention):
            return None
        if self._inside_other_name(sentence, mention):
            return None
        mention.candidates = [c for c in mention.candidates if self._thinkable(sentence, mention, c)]
        return mention if mention.candidates else None

    def _is_ground(self, sentence: Sentence, head: Token) -> bool:
        """Whether a capital's or a country's name stands for the place, not for its rulers."""
        case = sentence.child(head, "case")
        if case is None:
            return False
        return case.low in self.words.on_ground or case.low == "of" and self._of_place(sentence, head)

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

    # -- what the words around make of it -----------------------------------------------------

    def _shape(self, sentence: Sentence, mention: Mention) -> bool:
        """Take in "region", "front" and "city of"; false where they show it is no place."""
        after = sentence[mention.last + 1] if mention.last + 1 < len(sentence) else None
        before = sentence[mention.first - 1] if mention.first else None
        nouns = self.words
        if any(t is not None and t.low in nouns.natural_nouns and t.upos in {"NOUN", "PROPN"}
               and not (t is before and t.text.islower()) for t in (after, before)):  # fmt: skip
            return any(c.kind != "PPL" for c in mention.candidates)
        if after is not None and after.low in nouns.region_nouns and not self._new_clause(after):
            return self._as_region(sentence, mention, after)
        if after is not None and after.low in nouns.district_nouns:
            self._extend(mention, after)
            mention.shape = "RGN"
        elif after is not None and after.low in nouns.sector_nouns and after.low != "area":
            self._extend(mention, after)
            mention.shape = "SECTOR"
        elif after is not None and after.low in nouns.settlement_nouns:
            self._extend(mention, after)
            mention.candidates = [c for c in mention.candidates if c.kind == "PPL"]
        self._look_before(sentence, mention)
        return bool(mention.candidates)

    @staticmethod
    def _new_clause(token: Token) -> bool:
        return token.upos in {"VERB", "AUX"}

    def _extend(self, mention: Mention, token: Token) -> None:
        mention.through = token.i
        mention.head = token.i

    def _as_region(self, sentence: Sentence, mention: Mention, noun: Token) -> bool:
        if any(c.kind in {"ADM1", "RGN"} for c in mention.candidates):
            self._extend(mention, noun)
            return True
        stem = self.book.region(f"{mention.written} region")
        regions = [stem] if stem is not None else []
        if not regions:
            towns = [c for c in mention.candidates if c.kind == "PPL" and c.admin1]
            made = [self.book.region_of(town) for town in towns]
            regions = [r for r in made if r is not None]
        if noun.low in {"state", "states", "republic", "territory"} and not regions:
            return any(c.kind == "PCLI" for c in mention.candidates)
        mention.candidates = list({r.id: r for r in regions}.values())
        self._extend(mention, noun)
        return bool(mention.candidates)

    def _look_before(self, sentence: Sentence, mention: Mention) -> None:
        """The prepositions and nouns before the name: near it, south of it, the sector of it."""
        tokens = sentence.tokens
        i = mention.first - 1
        while i >= 0 and tokens[i].low in {"the", "of", "nearby", "key", "strategic", "-"} | set(
            self.words.settlement_nouns
        ):
            if tokens[i].low == "nearby":
                break
            i -= 1
        before = tokens[i].low if i >= 0 else ""
        earlier = tokens[i - 1].low if i > 0 else ""
        if before in self.words.near and not (before == "by" and earlier):
            mention.beside = True
        if before in self.words.directions and tokens[mention.first - 1].low in {"of", "the", "from"}:
            mention.beside = True
        if before in {"outskirts", "vicinity", "environs"}:
            mention.beside = before != "outskirts"
        if before in self.words.sector_nouns and tokens[mention.first - 1].low in {"of", "the"}:
            mention.shape = mention.shape or "SECTOR"

    def _shared_region_noun(self, sentence: Sentence, mentions: list[Mention]) -> None:
        """"The Belgorod and Lipetsk regions": the plural noun belongs to every name of the list."""
        for i, mention in enumerate(mentions):
            if mention.through == mention.last:
                continue
            noun = sentence[mention.through].low
            if noun not in self.words.region_nouns or not noun.endswith("s"):
                continue
            for earlier in reversed(mentions[:i]):
                gap = sentence.tokens[earlier.through + 1 : mention.first]
                if not all(t.low in {",", "and", "&", "the", "or"} for t in gap) or not gap:
                    break
                if earlier.through == earlier.last:
                    kept = earlier.head, earlier.through, earlier.candidates
                    if self._as_region(sentence, earlier, sentence[mention.through]):
                        earlier.through, earlier.head = earlier.last, kept[0]
                    else:
                        earlier.head, earlier.through, earlier.candidates = kept
                mention = earlier

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
            tight = other.relation in {"compound", "flat", "nmod", "root", "nsubj", "obj", "obl", "appos", "conj"}
            if linked and tight and (
                other.relation in {"compound", "flat"} or head.relation in {"compound", "flat"}
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
        return candidate.population >= KNOWN_ABROAD and candidate.match == "name" and (
            self._is_located(sentence, mention) or candidate.population >= 300_000
        )

    def _is_located(self, sentence: Sentence, mention: Mention) -> bool:
        head = sentence[mention.head]
        case = sentence.child(head, "case")
        before = sentence[mention.first - 1].low if mention.first else ""
        return (case is not None and case.low in self.words.locative) or before in self.words.locative

    # -- garbled names ----------------------------------------------------------------------

    def _expects_place(
        self, sentence: Sentence, token: Token, taken: set[tuple[int, int]]
    ) -> bool:
        """Whether an unknown capitalised word stands where a place's name would."""
        if (
            not token.text[:1].isupper() or token.upos not in {"PROPN", "NOUN", "X"}
            or not token.text.isalpha() or len(token.text) < 3 or token.text.isupper()
            or fold(token.text) in self.words.not_places or sentence.heading
            or self._is_time(sentence, token.i)
        ):  # fmt: skip
            return False
        if any(n.covers(token.i) for n in self.names[sentence.index]):
            return False
        beside = [sentence[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(sentence)]
        flat = [t for t in sentence.children(token, "flat") if t.upos == "PROPN"]
        if len(flat) == 1 and token.relation in {"nsubj", "nsubj:pass"} or len(flat) > 2:
            return False
        if any(
            t.upos == "PROPN" and t.text[:1].isupper()
            and (token.head == t.i or t.head == token.i and t.i < token.i)
            and t.low not in self.words.settlement_nouns | self.words.region_nouns
            for t in beside
        ):  # fmt: skip
            return False
        first = sentence.first_conjunct(token)
        if any((sentence.index, c.i) in taken for c in sentence.conjuncts(first) if c.i != token.i):
            return True
        case = sentence.child(first, "case")
        before = sentence[token.i - 1].low if token.i else ""
        if before in self.words.settlement_nouns:
            return True
        prepositions = {"in", "at", "near", "from", "into", "to", "of", "toward", "towards", "around", "outside", "through"}
        if case is not None and case.low in prepositions and first.relation in {"obl", "nmod"}:
            return case.low != "of" or self._of_place(sentence, first)
        return first.relation == "obj" and token.i > 0

    def _of_place(self, sentence: Sentence, token: Token) -> bool:
        head = sentence.head(token)
        nouns = self.words
        return head is not None and head.low in (
            nouns.settlement_nouns | nouns.region_nouns | nouns.district_nouns | nouns.part_nouns
            | nouns.directions | nouns.sector_nouns | {"capture", "fall", "loss", "seizure",
            "liberation", "recapture", "siege", "battle", "occupation"}
        )  # fmt: skip

    def _garbled(self, sentence: Sentence, token: Token) -> Mention | None:
        """A mention for an unknown name that is like a known one, or that names a settlement no
        gazetteer holds; with the capitalised words that belong to it."""
        last = token.i
        while last + 1 < len(sentence) and last - token.i < 2:
            following = sentence[last + 1]
            if following.upos != "PROPN" or not following.text[:1].isupper() or following.relation not in {"flat", "compound"}:
                break
            last += 1
        name = self.text[token.start : sentence[last].end]
        candidates = self.book.garbled(name, self.countries)
        before = sentence[token.i - 1].low if token.i else ""
        earlier = sentence[token.i - 2].low if token.i > 1 else ""
        called = before in self.words.settlement_nouns or (
            before == "of" and earlier in self.words.settlement_nouns
        )
        if not candidates and not called:
            return None
        mention = Mention(
            sentence=sentence.index, first=token.i, last=last, head=token.i, through=last,
            written=name, candidates=candidates,
        )  # fmt: skip
        return mention if not candidates or self._shape(sentence, mention) else None
