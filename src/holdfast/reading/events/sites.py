"""Where a predicate's place phrase points: named places, ground, parts, and words for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.reading.places.find import Mention
from holdfast.reading.places.lexicon import place_words

#: Clauses inside a noun phrase whose places are not the phrase's own.
_CLAUSES = ("acl:relcl", "advcl", "ccomp", "parataxis", "acl")
_LIST_LINKS = frozenset({",", "and", "&", "or", "as", "well", "the", "of", "also", "/", ";", "-", "both", "then", "plus", "even"})
_PLURAL_PLACES = frozenset({"them", "these", "those", "both"})
_ANAPHORA = frozenset({"it", "there", "here", "them"})


class Site(msgspec.Struct, frozen=True):
    """One place that a phrase points to.

    `mention` is None for ground without a name ("two villages"). `part` marks a part of the place,
    `beside` a place near the named one; `rule` is how it was reached.
    """

    mention: Mention | None
    token: Token
    sentence: int
    part: bool = False
    beside: bool = False
    ground: bool = False
    rule: str = "place.named"


class Sites:
    """Finds sites in one document."""

    def __init__(self, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        """`mentions` are the document's place names, chosen or not."""
        self.sentences = sentences
        self.words = place_words()
        self.by_sentence: list[list[Mention]] = [[] for _ in sentences]
        for mention in mentions:
            self.by_sentence[mention.sentence].append(mention)

    def mention_at(self, sentence: Sentence, token: Token) -> Mention | None:
        """The mention that a token belongs to."""
        return next((m for m in self.by_sentence[sentence.index] if m.covers(token.i)), None)

    def at(self, sentence: Sentence, token: Token) -> list[Site]:
        """The sites of the phrase headed by `token`, with everything coordinated with it."""
        found: list[Site] = []
        for part in sentence.conjuncts(token):
            if part.i != token.i and part.upos in {"VERB", "AUX"}:
                continue
            found += self._of_phrase(sentence, part)
        found += self._listed(sentence, found)
        named = [s for s in found if s.mention is not None]
        towns = [s for s in named if s.mention is not None and _is_town(s.mention)]
        if towns:
            found = [
                s for s in found
                if s.mention is None or _is_town(s.mention) or self._coordinated(sentence, s, towns)
            ]  # fmt: skip
        return _distinct(found)

    def _of_phrase(self, sentence: Sentence, token: Token) -> list[Site]:
        mention = self.mention_at(sentence, token)
        nouns = self.words
        if mention is not None and mention.head == token.i or (
            mention is not None and mention.first <= token.i <= mention.last
        ):
            return [Site(mention, token, sentence.index, beside=mention.beside)]
        if token.low in _ANAPHORA and token.upos in {"PRON", "ADV"}:
            return self._taken_up(sentence, token)
        is_part = token.low in nouns.part_nouns
        is_ground = token.low in nouns.ground_nouns or token.low in nouns.settlement_nouns
        if not (is_part or is_ground or token.low in nouns.district_nouns | nouns.directions):
            return self._apposed(sentence, token)
        inner = list(self._inner(sentence, token))
        if inner:
            return [self._placed(sentence, token, m, is_part=is_part) for m in inner]
        for child in sentence.children(token, "nmod"):
            # "Most of the town", "two thirds of it".
            of = any(c.low == "of" for c in sentence.children(child, "case"))
            if of and (is_part or is_ground) and child.i > token.i:
                whole = self._of_phrase(sentence, child)
                if any(s.mention is not None for s in whole):
                    return [msgspec.structs.replace(s, part=True) for s in whole]
        if self._is_definite(sentence, token) and (
            token.low in nouns.settlement_nouns and not token.low.endswith("s")
            or is_part and not is_ground
        ):
            taken = self._taken_up(sentence, token)
            if taken:
                return [msgspec.structs.replace(s, part=is_part) for s in taken]
        return [Site(None, token, sentence.index, ground=True, part=is_part, rule="place.ground")]

    def _placed(
        self, sentence: Sentence, token: Token, mention: Mention, *, is_part: bool
    ) -> Site:
        """A named place reached through a common noun: which part of it, or near it."""
        case = sentence.child(sentence[mention.head], "case")
        preposition = case.low if case is not None else ""
        settlement = token.low in self.words.settlement_nouns
        beside = mention.beside
        if settlement and preposition in self.words.near:
            beside = True
        if token.low in self.words.directions:
            beside = True
        inside_town = _is_town(mention) and preposition in {"in", "of", "at", "'s"}
        part = is_part and (inside_town or not settlement)
        return Site(mention, token, sentence.index, part=part, beside=beside, rule="place.inside")

    def _inner(self, sentence: Sentence, token: Token) -> Iterator[Mention]:
        """The places named inside a noun phrase, its clauses left out."""
        inside = {t.i for t in sentence.subtree(token, without=(*_CLAUSES, "conj"))}
        for mention in self.by_sentence[sentence.index]:
            if mention.head in inside and self._leads_to(sentence, mention, token):
                yield mention

    def _leads_to(self, sentence: Sentence, mention: Mention, token: Token) -> bool:
        """Whether a name tells where or which the phrase's ground is, not whose or from whom."""
        nouns = self.words
        common = (
            nouns.ground_nouns | nouns.settlement_nouns | nouns.part_nouns | nouns.district_nouns
            | nouns.directions | nouns.region_nouns | nouns.sector_nouns
        )  # fmt: skip
        step = sentence[mention.head]
        for _ in range(6):
            if step.i == token.i:
                return True
            case = sentence.child(step, "case")
            word = case.low if case is not None else ""
            if step.dep == "nmod:poss" and not (step.i == mention.head and not mention.metonym):
                return False
            if word in {"from", "as", "by", "with", "against", "to", "for", "under"}:
                return False
            governor = sentence.head(step)
            if governor is None:
                return False
            if governor.i != token.i and governor.low not in common and self.mention_at(sentence, governor) is None:
                return False
            step = governor
        return False

    def _apposed(self, sentence: Sentence, token: Token) -> list[Site]:
        """"The strategic hub, Lyman": the name in apposition to another noun."""
        for child in sentence.children(token, "appos", "flat", "compound", "nmod:desc"):
            mention = self.mention_at(sentence, child)
            if mention is not None and child.dep in {"appos", "nmod:desc"}:
                return [Site(mention, child, sentence.index, beside=mention.beside)]
        return []

    def _is_definite(self, sentence: Sentence, token: Token) -> bool:
        return any(
            t.low in {"the", "this", "that", "its", "their"}
            for t in sentence.children(token, "det", "nmod:poss")
        )

    def _taken_up(self, sentence: Sentence, token: Token) -> list[Site]:
        """"It", "there", "the town": the settlement last named, in this sentence or the two before."""
        for back in range(3):
            index = sentence.index - back
            if index < 0:
                break
            before = [
                m for m in self.by_sentence[index]
                if (back or m.through < token.i) and _is_town(m) and not m.metonym
            ]  # fmt: skip
            if before:
                return [Site(before[-1], token, sentence.index, rule="place.taken-up")]
        return []

    def _listed(self, sentence: Sentence, found: Sequence[Site]) -> list[Site]:
        """The rest of a list whose coordination the parser missed: names joined by commas."""
        more: list[Site] = []
        mentions = self.by_sentence[sentence.index]
        more += self._listed_before(sentence, found)
        for site in found:
            if site.mention is None or site.rule == "place.taken-up":
                continue
            current = site.mention
            at = next((i for i, m in enumerate(mentions) if m is current), None)
            while at is not None and at + 1 < len(mentions):
                following = mentions[at + 1]
                gap = sentence.tokens[current.through + 1 : following.first]
                linked = gap and all(
                    t.low in _LIST_LINKS or t.low in self.words.settlement_nouns for t in gap
                )
                if not linked or not _is_town(following) or gap[0].low in {"of", "as"}:
                    break
                more.append(
                    Site(
                        following, sentence[following.head], sentence.index,
                        part=site.part, beside=following.beside, rule="place.listed",
                    )  # fmt: skip
                )
                current, at = following, at + 1
        return more

    def _listed_before(self, sentence: Sentence, found: Sequence[Site]) -> Iterator[Site]:
        """Names joined to the first one from the left: "the Belgorod and Lipetsk regions", "the
        Izium-Balakliia direction"."""
        mentions = self.by_sentence[sentence.index]
        for site in found:
            if site.mention is None or site.rule == "place.taken-up":
                continue
            at = next((i for i, m in enumerate(mentions) if m is site.mention), 0)
            shared = site.mention.through > site.mention.last
            while shared and at > 0:
                earlier = mentions[at - 1]
                gap = sentence.tokens[earlier.through + 1 : mentions[at].first]
                if not gap or not all(t.low in {",", "and", "&", "or", "-", "–"} for t in gap):
                    break
                if earlier.through == earlier.last and site.mention.shape == "SECTOR":
                    earlier.shape = "SECTOR"
                yield Site(
                    earlier, sentence[earlier.head], sentence.index,
                    part=site.part, beside=earlier.beside, rule="place.listed",
                )  # fmt: skip
                at -= 1

    def _coordinated(self, sentence: Sentence, site: Site, towns: Sequence[Site]) -> bool:
        """Whether an area stands beside the towns as their equal, not as where they lie."""
        if site.mention is None:
            return True
        head = sentence[site.mention.head]
        if head.relation == "conj":
            first = sentence.first_conjunct(head)
            return any(t.mention is not None and t.mention.covers(first.i) for t in towns)
        return False


def _is_town(mention: Mention) -> bool:
    """Whether a name is, or most likely is, a settlement's."""
    if mention.shape is not None:
        return mention.shape == "SECTOR"
    if mention.chosen is not None:
        return mention.chosen.kind == "PPL"
    return bool(mention.candidates) and mention.candidates[0].kind == "PPL"


def _distinct(sites: Sequence[Site]) -> list[Site]:
    seen: set[tuple[int, int]] = set()
    kept: list[Site] = []
    for site in sites:
        key = (id(site.mention), -1) if site.mention is not None else (0, site.token.i)
        if key not in seen:
            seen.add(key)
            kept.append(site)
    return kept
