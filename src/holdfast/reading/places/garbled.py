"""Unknown names where a place is to be expected: misspelt, ill transliterated, or in no gazetteer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from holdfast.language import Sentence, Token
from holdfast.reading.places.book import PlaceBook
from holdfast.reading.places.keys import fold
from holdfast.reading.places.lexicon import place_words
from holdfast.reading.places.mention import Mention
from holdfast.reading.places.surroundings import Surroundings

_PREPOSITIONS = frozenset(
    "in at near from into to of toward towards around outside through".split()
)


class GarbledNames:
    """Finds the mentions of one sentence after another that no exact name has explained."""

    def __init__(
        self, text: str, book: PlaceBook, around: Surroundings, countries: Sequence[str]
    ) -> None:
        """`countries` are those the text is about; only their places are meant by unlike names."""
        self.text = text
        self.book = book
        self.around = around
        self.countries = tuple(countries)
        self.words = place_words()

    def find(
        self, sentence: Sentence, taken: set[tuple[int, int]], named: Collection[int]
    ) -> Iterator[Mention]:
        """The mentions of a sentence; `taken` are the tokens of mentions (sentence, token), to
        which the found ones are added, `named` the sentence's tokens that name somebody or a time.
        """
        for token in sentence:
            if (sentence.index, token.i) in taken or token.i in named:
                continue
            if self._expects_place(sentence, token, taken):
                found = self._meant(sentence, token)
                if found is not None:
                    taken.add((sentence.index, token.i))
                    yield found

    def _expects_place(self, sentence: Sentence, token: Token, taken: set[tuple[int, int]]) -> bool:
        """Whether an unknown capitalised word stands where a place's name would."""
        if (
            not token.text[:1].isupper() or token.upos not in {"PROPN", "NOUN", "X"}
            or not token.text.isalpha() or len(token.text) < 3 or token.text.isupper()
            or fold(token.text) in self.words.not_places or sentence.heading
            or token.xpos == "NNPS" or token.low in self.words.part_nouns | self.words.ground_nouns
        ):  # fmt: skip
            return False
        beside = [sentence[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(sentence)]
        flat = [t for t in sentence.children(token, "flat") if t.upos == "PROPN"]
        if (len(flat) == 1 and token.relation in {"nsubj", "nsubj:pass"}) or len(flat) > 2:
            return False
        if any(
            t.upos == "PROPN" and t.text[:1].isupper()
            and (token.head == t.i or (t.head == token.i and t.i < token.i))
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
        if case is not None and case.low in _PREPOSITIONS and first.relation in {"obl", "nmod"}:
            return case.low != "of" or self.around.is_of_place(sentence, first)
        return first.relation == "obj" and token.i > 0

    def _meant(self, sentence: Sentence, token: Token) -> Mention | None:
        """A mention for an unknown name that is like a known one, or that names a settlement no
        gazetteer holds; with the capitalised words that belong to it.
        """
        last = token.i
        while last + 1 < len(sentence) and last - token.i < 2:
            following = sentence[last + 1]
            if (
                following.upos != "PROPN"
                or not following.text[:1].isupper()
                or following.relation not in {"flat", "compound"}
            ):
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
        return mention if not candidates or self.around.take_in(sentence, mention) else None
