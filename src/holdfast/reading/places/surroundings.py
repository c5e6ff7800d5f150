"""What the words around a place's name make of it: a region, a front, somewhere near it."""

from __future__ import annotations

from holdfast.language import Sentence, Token
from holdfast.reading.places.book import PlaceBook
from holdfast.reading.places.lexicon import place_words
from holdfast.reading.places.mention import Mention


class Surroundings:
    """Reads the words beside names of places, in the light of a place book."""

    def __init__(self, book: PlaceBook) -> None:
        """`book` knows which regions there are, and which region a town gives its name to."""
        self.book = book
        self.words = place_words()

    def take_in(self, sentence: Sentence, mention: Mention) -> bool:
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
        if self._is_river(sentence, mention):
            mention.candidates = [c for c in mention.candidates if c.kind != "PPL"]
        return bool(mention.candidates)

    def _is_river(self, sentence: Sentence, mention: Mention) -> bool:
        """As in "the right bank of the Dnipro", "across the Oskil": towns have no article."""
        if not mention.first or sentence[mention.first - 1].low != "the":
            return False
        before = sentence[mention.first - 2] if mention.first > 1 else None
        head = sentence.head(sentence[mention.head])
        along = before is not None and before.low in self.words.along
        bank = (
            before is not None and before.low == "of"
            and head is not None and head.low in self.words.banks
        )  # fmt: skip
        crossed = head is not None and head.lemma in {"cross", "ford", "bridge"}
        return along or bank or crossed

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
        if before in self.words.directions and tokens[mention.first - 1].low in {
            "of",
            "the",
            "from",
        }:
            mention.beside = True
        if before in {"outskirts", "vicinity", "environs"}:
            mention.beside = before != "outskirts"
        if before in self.words.sector_nouns and tokens[mention.first - 1].low in {"of", "the"}:
            mention.shape = mention.shape or "SECTOR"

    def share_region_noun(self, sentence: Sentence, mentions: list[Mention]) -> None:
        """As in "The Belgorod and Lipetsk regions": the plural noun belongs to every name of the list."""
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

    def is_of_place(self, sentence: Sentence, token: Token) -> bool:
        """Whether a phrase hangs on a word that places have: "the north of", "the fall of"."""
        head = sentence.head(token)
        nouns = self.words
        return head is not None and head.low in (
            nouns.settlement_nouns | nouns.region_nouns | nouns.district_nouns | nouns.part_nouns
            | nouns.directions | nouns.sector_nouns | {"capture", "fall", "loss", "seizure",
            "liberation", "recapture", "siege", "battle", "occupation"}
        )  # fmt: skip
