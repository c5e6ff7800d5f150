"""Where a predicate's place phrase points: named places, ground, parts, and words for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.reading.events.lists import LIST_LINKS, Site, listed
from holdfast.reading.events.topics import Topics, is_country, is_town
from holdfast.reading.parties.lexicon import party_words
from holdfast.reading.places.lexicon import place_words
from holdfast.reading.places.mention import Mention

#: Clauses inside a noun phrase whose places are not the phrase's own.
_CLAUSES = ("acl:relcl", "advcl", "ccomp", "parataxis", "acl")
_ANAPHORA = frozenset({"it", "there", "here", "them", "inside"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
#: An unknown word in capitals is a place only after verbs that can hardly have another object, and
#: in one of these relations.
_NAMING_RELATIONS = frozenset(
    {"obj", "nsubj:pass", "nsubj", "obl", "nmod", "conj", "appos", "flat", "compound", "root"}
)


class Sites:
    """Finds sites in one document."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        named: Sequence[set[int]],
    ) -> None:
        """`mentions` are the document's place names, chosen or not; `named` the tokens of each
        sentence that name somebody or a time.
        """
        self.sentences = sentences
        self.words = place_words()
        self.bodies = party_words().forces | party_words().governments | party_words().named.heads
        self.named = named
        self.by_sentence: list[list[Mention]] = [[] for _ in sentences]
        for mention in mentions:
            self.by_sentence[mention.sentence].append(mention)
        self.topics = Topics(sentences, self.by_sentence)

    def mention_at(self, sentence: Sentence, token: Token) -> Mention | None:
        """The mention that a token belongs to."""
        return next((m for m in self.by_sentence[sentence.index] if m.covers(token.i)), None)

    def at(self, sentence: Sentence, token: Token, *, unknown: bool = False) -> list[Site]:
        """The sites of the phrase headed by `token`, with everything coordinated with it.

        With `unknown`, a word in capitals that nobody knows is taken for the name of a place.
        """
        found: list[Site] = []
        for part in sentence.conjuncts(token):
            if part.i != token.i and part.upos in {"VERB", "AUX"}:
                continue
            found += self.of_phrase(sentence, part, unknown=unknown)
        found += listed(sentence, self.by_sentence[sentence.index], found)
        named = [s for s in found if s.mention is not None]
        towns = [s for s in named if s.mention is not None and is_town(s.mention)]
        if towns:
            found = [
                s for s in found
                if s.mention is None or is_town(s.mention) or _coordinated(sentence, s, towns)
            ]  # fmt: skip
        return _distinct(found)

    # -- one phrase -------------------------------------------------------------------------

    def of_phrase(self, sentence: Sentence, token: Token, *, unknown: bool = False) -> list[Site]:
        """The sites of one phrase alone, without what is coordinated with it."""
        mention = self.mention_at(sentence, token)
        if mention is not None and (
            mention.head == token.i or mention.first <= token.i <= mention.last
        ):
            whole = mention.chosen is None or not mention.chosen.part
            return [Site(mention, token, sentence.index, part=not whole, beside=mention.beside)]
        if token.low in _ANAPHORA and token.upos in {"PRON", "ADV", "ADP"}:
            return self.taken_up(sentence, token)
        if token.low == "both":
            return [
                Site(m, token, sentence.index, rule="place.label")
                for m in self.topics.labels(sentence)
            ]
        if token.low == "following" or self._announces(sentence, token):
            listed = list(self._following_list(sentence, token))
            if listed:
                return listed
        nouns = self.words
        is_part = token.low in nouns.part_nouns and token.low not in nouns.wholes
        is_ground = token.low in nouns.ground_nouns or token.low in nouns.settlement_nouns
        known = (
            is_part
            or is_ground
            or token.low in nouns.district_nouns | nouns.directions | nouns.wholes
        )
        if not known and token.upos in {"NUM", "PRON", "DET", "ADJ"}:
            # "Two of its streets", "many of the villages": what they are parts of.
            return self._through_noun(sentence, token, is_part=False)
        if not known:
            found = self._apposed(sentence, token) or self._works(sentence, token)
            return found or (self._unknown(sentence, token) if unknown else [])
        inner = list(self._inner(sentence, token)) or self._named_next(sentence, token)
        if inner:
            return [self._placed(sentence, token, m, is_part=is_part) for m in inner]
        through = self._through_noun(sentence, token, is_part=is_part)
        if through:
            return through
        called = [c for c in sentence.children(token, "compound") if c.upos == "PROPN"]
        if called and token.low in nouns.settlement_nouns | nouns.district_nouns:
            # "Paletwa township", where no gazetteer has it.
            unknown_name = self._unknown(sentence, called[-1])
            if unknown_name:
                return unknown_name
        if token.low in {"country", "republic", "nation"} and self._is_definite(sentence, token):
            return self.taken_up(sentence, token, country=True)
        if self._stands_for_place(sentence, token, is_part=is_part):
            taken = self.taken_up(sentence, token)
            part = is_part and token.low not in nouns.settlement_nouns | nouns.district_nouns
            if taken:
                return [msgspec.structs.replace(s, part=s.part or part) for s in taken]
        return [Site(None, token, sentence.index, ground=True, part=is_part, rule="place.ground")]

    def _through_noun(self, sentence: Sentence, token: Token, *, is_part: bool) -> list[Site]:
        """As in "Most of the town", "two of its streets", "whose western half"."""
        for child in sentence.children(token, "nmod", "obl"):
            if any(c.low == "of" for c in sentence.children(child, "case")) and child.i > token.i:
                whole = self.of_phrase(sentence, child)
                if any(s.mention is not None for s in whole):
                    return [msgspec.structs.replace(s, part=s.part or is_part) for s in whole]
        for child in sentence.children(token, "nmod:poss"):
            if child.low == "whose":
                before = [t for t in sentence.tokens[: child.i] if t.upos in {"NOUN", "PROPN"}]
                owner = before[-1] if before else None
                whole = self.of_phrase(sentence, owner) if owner is not None else []
                return [msgspec.structs.replace(s, part=True) for s in whole]
            if child.low in self.words.settlement_nouns and is_part:
                whole = self.of_phrase(sentence, child)
                return [msgspec.structs.replace(s, part=True) for s in whole if s.mention]
            if child.low in {"its", "their"} and is_part:
                return [
                    msgspec.structs.replace(s, part=True) for s in self.taken_up(sentence, token)
                ]
        return []

    def _stands_for_place(self, sentence: Sentence, token: Token, *, is_part: bool) -> bool:
        """Whether a definite noun takes up a place: "the town", "the airport", "part of city"."""
        nouns = self.words
        singular = (
            token.low in nouns.settlement_nouns | nouns.district_nouns
            and not token.low.endswith("s")
        )
        if (
            singular
            and not sentence.children(token, "det")
            and token.relation in {"nmod", "obl", "obj"}
        ):
            return not sentence.children(token, "amod", "nummod")
        return self._is_definite(sentence, token) and (singular or is_part)

    def _placed(self, sentence: Sentence, token: Token, mention: Mention, *, is_part: bool) -> Site:
        """A named place reached through a common noun: which part of it, or near it."""
        case = sentence.child(sentence[mention.head], "case")
        preposition = case.low if case is not None else ""
        settlement = token.low in self.words.settlement_nouns
        beside = mention.beside
        if settlement and preposition in self.words.near:
            beside = True
        if token.low in self.words.directions:
            beside = True
        inside_town = is_town(mention) and preposition in {"in", "of", "at", "'s", ""}
        part = is_part and (inside_town or not settlement)
        return Site(mention, token, sentence.index, part=part, beside=beside, rule="place.inside")

    def _inner(self, sentence: Sentence, token: Token) -> Iterator[Mention]:
        """The places named inside a noun phrase, its clauses left out."""
        inside = {t.i for t in sentence.subtree(token, without=(*_CLAUSES, "conj"))}
        for mention in self.by_sentence[sentence.index]:
            if mention.head in inside and self._leads_to(sentence, mention, token):
                yield mention

    def _named_next(self, sentence: Sentence, token: Token) -> list[Mention]:
        """As in "the cities A, B and C": the name right after the noun, however it was parsed."""
        if token.low not in self.words.settlement_nouns:
            return []
        return [m for m in self.by_sentence[sentence.index] if m.first == token.i + 1]

    def _leads_to(self, sentence: Sentence, mention: Mention, token: Token) -> bool:
        """Whether a name tells where or which the phrase's ground is, not whose or from whom."""
        nouns = self.words
        common = (
            nouns.ground_nouns | nouns.settlement_nouns | nouns.part_nouns | nouns.district_nouns
            | nouns.directions | nouns.region_nouns | nouns.sector_nouns | nouns.wholes
        )  # fmt: skip
        step = sentence[mention.head]
        for _ in range(6):
            if step.i == token.i:
                return True
            case = sentence.child(step, "case")
            word = case.low if case is not None else ""
            if step.dep == "nmod:poss" and (step.i != mention.head or mention.metonym):
                return False
            if word in {"from", "as", "by", "with", "against", "to", "for", "under"}:
                return False
            governor = sentence.head(step)
            if governor is None:
                return False
            if (
                governor.i != token.i
                and governor.low not in common | self.bodies
                and self.mention_at(sentence, governor) is None
            ):
                return False
            step = governor
        return False

    def _apposed(self, sentence: Sentence, token: Token) -> list[Site]:
        """As in "The strategic hub, Lyman": the name in apposition to another noun."""
        for child in sentence.children(token, "appos", "nmod:desc"):
            mention = self.mention_at(sentence, child)
            if mention is not None:
                return [Site(mention, child, sentence.index, beside=mention.beside)]
        return []

    def _works(self, sentence: Sentence, token: Token) -> list[Site]:
        """As in "The Azovstal iron and steel plant": a part of a town by its own name."""
        for child in sentence.children(token, "compound", "nmod:poss"):
            mention = self.mention_at(sentence, child)
            if mention is not None and mention.chosen is not None and mention.chosen.part:
                return [Site(mention, child, sentence.index, part=True)]
        return []

    def _is_definite(self, sentence: Sentence, token: Token) -> bool:
        own = sentence.children(token, "det", "nmod:poss")
        for part in sentence.children(token, "compound", "amod"):
            own += sentence.children(part, "det", "nmod:poss")
        return any(t.low in _DEFINITE for t in own)

    def unknown_name(self, sentence: Sentence, token: Token) -> Mention | None:
        """A name in capitals that no gazetteer, theatre or list of parties knows, as a mention."""
        if (
            token.upos not in {"PROPN", "X", "NOUN"} or not token.text[:1].isupper()
            or (token.upos != "PROPN" and all(t.upos == "PUNCT" for t in sentence.tokens[: token.i])) or (token.text.isupper() and len(token.text) > 3)
            or token.i in self.named[sentence.index] or token.relation not in _NAMING_RELATIONS
            or token.low in self.words.not_places or len(token.text) < 3 or token.xpos == "NNPS"
            or sum(c.isupper() for c in token.text.partition("-")[0]) > 1
        ):  # fmt: skip
            return None
        run = [
            token,
            *(t for t in sentence.children(token, "flat", "compound") if t.upos == "PROPN"),
        ]
        first, last = min(t.i for t in run), max(t.i for t in run)
        inside = sentence.tokens[first : last + 1]
        if first and sentence[first - 1].low.rstrip(".") in self.words.titles:
            return None
        if (
            last - first > 3 or any(t.i in self.named[sentence.index] for t in inside)
            or any(t.low in self.bodies or t.text.isdigit() for t in inside)
        ):  # fmt: skip
            return None
        written = " ".join(sentence[i].text for i in range(first, last + 1)).replace(" - ", "-")
        mention = Mention(
            sentence=sentence.index, first=first, last=last, head=token.i, through=last,
            written=written, candidates=[],
        )  # fmt: skip
        again = next(
            (m for met in self.by_sentence for m in met if m.chosen and m.written == written), None
        )
        if again is not None:
            mention.candidates, mention.chosen = again.candidates, again.chosen
            mention.score = again.score
        return mention

    def _unknown(self, sentence: Sentence, token: Token) -> list[Site]:
        mention = self.unknown_name(sentence, token)
        if mention is None:
            return []
        self.by_sentence[sentence.index].append(mention)
        self.by_sentence[sentence.index].sort(key=lambda m: m.first)
        return [Site(mention, token, sentence.index, rule="place.unknown")]

    # -- places meant by other words ----------------------------------------------------------

    def taken_up(self, sentence: Sentence, token: Token, *, country: bool = False) -> list[Site]:
        """As in "It", "there", "the town": the settlement last named, or the text's topic; "the
        country": the country.
        """
        mention = self.topics.last_before(sentence, token, is_country if country else is_town)
        if mention is None:
            return []
        part = mention.chosen is not None and mention.chosen.part
        return [Site(mention, token, sentence.index, part=part, rule="place.taken-up")]

    def before(self, sentence: Sentence, token: Token) -> list[Site]:
        """The settlement that the sentence has named before a token, or that its label names."""
        here = [
            m for m in self.by_sentence[sentence.index]
            if m.through < token.i and is_town(m) and not self.topics.is_seat(m)
        ]  # fmt: skip
        label = self.topics.label(sentence)
        found = here[-1] if here else label if label is not None and is_town(label) else None
        return [Site(found, token, sentence.index, rule="place.taken-up")] if found else []

    def topic(self, sentence: Sentence, token: Token) -> list[Site]:
        """The place that a label gives to the whole sentence ("Kutum: held by the rebels")."""
        mention = self.topics.label(sentence)
        if mention is None or (mention.sentence == sentence.index and mention.covers(token.i)):
            return []
        return [Site(mention, token, sentence.index, rule="place.label")]

    @staticmethod
    def _announces(sentence: Sentence, token: Token) -> bool:
        """As in "The following settlements:", at the end of a sentence with a colon."""
        return sentence.tokens[-1].text == ":" and any(
            t.low == "following" for t in sentence.children(token, "amod", "det")
        )

    def _following_list(self, sentence: Sentence, token: Token) -> Iterator[Site]:
        """The names of the items below, up to the first that is more than names."""
        for following in self.sentences[sentence.index + 1 : sentence.index + 40]:
            mentions = self.by_sentence[following.index]
            if not mentions:
                unknown = self._unknown(following, following.root)
                mentions = [s.mention for s in unknown if s.mention is not None]
            covered = {i for m in mentions for i in range(m.first, m.through + 1)}
            rest = [
                t for t in following if t.i not in covered and t.low not in LIST_LINKS | {".", ":"}
            ]
            if not mentions or rest:
                return
            for mention in mentions:
                yield Site(
                    mention, following[mention.head], following.index, rule="place.list-below"
                )


def _coordinated(sentence: Sentence, site: Site, towns: Sequence[Site]) -> bool:
    """Whether an area stands beside the towns as their equal, not as where they lie."""
    if site.mention is None or site.mention.sentence != sentence.index:
        return True
    head = sentence[site.mention.head]
    if head.relation == "conj":
        first = sentence.first_conjunct(head)
        return any(t.mention is not None and t.mention.covers(first.i) for t in towns)
    return False


def _distinct(sites: Sequence[Site]) -> list[Site]:
    seen: set[tuple[int, int]] = set()
    kept: list[Site] = []
    for site in sites:
        key = (id(site.mention), -1) if site.mention is not None else (0, site.token.i)
        if key not in seen:
            seen.add(key)
            kept.append(site)
    return kept
