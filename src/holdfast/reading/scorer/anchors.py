"""Anchors: every word of a sentence that means a place, so that a claim may hang on it.

A claim is one thing at one place; the scorer therefore asks of each place that a sentence mentions,
by name or by another word, what is told of it. The anchors are found by the rules alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from holdfast.language import Sentence, Token
from holdfast.reading.events.frames import noun_index
from holdfast.reading.events.lists import Site
from holdfast.reading.events.sites import Sites
from holdfast.reading.events.topics import is_capital, is_country, is_region, is_town
from holdfast.reading.places.mention import Mention

#: How a place is meant: by a settlement's or region's name, by a country's or a capital's that may
#: stand for its rulers, by a name that no list knows, by a word that takes a place up, by a part,
#: or by no word at all, as the place that the text has been speaking of.
Form = Literal["named", "seat", "unknown", "taken-up", "part", "implicit"]
FORMS: tuple[Form, ...] = ("named", "seat", "unknown", "taken-up", "part", "implicit")
#: Relations by which parsers hang names that they do not understand.
_ODD = frozenset({"dep", "parataxis", "list", "vocative", "nmod:unmarked", "obl:unmarked", "ccomp"})
_FIRST = frozenset({"nsubj", "nsubj:pass", "root", "obj", "nmod", "conj", "obl"})
_REGIONS = frozenset({"peninsula", "island", "enclave", "exclave", "pocket", "salient", "valley"})
_WORDS = frozenset({"NOUN", "PRON", "ADV", "PROPN", "NUM", "DET", "ADJ", "ADP"})


class Anchor(msgspec.Struct, frozen=True):
    """A place meant by the tokens `first` to `last` of a sentence.

    `governor` is the verb or noun of an event that the words depend on, by its token; `site` the
    place, as frames know it.
    """

    sentence: int
    first: int
    last: int
    governor: int
    form: Form
    site: Site

    @property
    def key(self) -> tuple[int, int]:
        """What tells anchors of one document apart."""
        return self.sentence, self.first


def anchors(sentence: Sentence, sites: Sites, common: Callable[[str], bool]) -> Iterator[Anchor]:
    """The anchors of a sentence: the named ones first, each token in one anchor at most.

    `common` tells whether a word in lower case is one of the language's common words.
    """
    taken: set[int] = set()
    for mention in sites.by_sentence[sentence.index]:
        token = sentence[mention.head]
        seat = mention.metonym or mention.capital or is_country(mention)
        known = mention.chosen is not None or mention.candidates
        form: Form = "seat" if seat else "named" if known else "unknown"
        part = mention.chosen is not None and mention.chosen.part
        site = Site(mention, token, sentence.index, part=part, beside=mention.beside)
        taken |= set(range(mention.first, mention.through + 1)) | {mention.head}
        yield Anchor(
            sentence.index, mention.first, mention.last, governor_of(sentence, token).i, form, site
        )
    for token in sentence:
        if token.i in taken or token.upos not in _WORDS:
            continue
        if token.relation == "case" or token.low in {"that", "which", "who"}:
            continue
        unknown = sites.unknown_name(sentence, token) or _rare(sentence, token, sites, common)
        if unknown is not None and unknown.first == unknown.last and common(token.low):
            # "Telegram", "Regions" in a headline.
            unknown = None
        if unknown is not None:
            if taken & set(range(unknown.first, unknown.last + 1)):
                continue
            taken |= set(range(unknown.first, unknown.last + 1))
            site = Site(unknown, token, sentence.index, rule="place.unknown")
            yield Anchor(
                sentence.index, unknown.first, unknown.last, governor_of(sentence, token).i,
                "unknown", site,
            )  # fmt: skip
            continue
        for anchor in _taken_up(sentence, token, sites):
            taken.add(token.i)
            yield anchor
    root = sentence.root
    topic = sites.topics.label(sentence) or sites.topics.last_before(sentence, root, is_town)
    if root.i not in taken and topic is not None and root.upos != "PUNCT":
        site = Site(topic, root, sentence.index, rule="place.taken-up")
        yield Anchor(sentence.index, root.i, root.i, root.i, "implicit", site)


def _rare(
    sentence: Sentence, token: Token, sites: Sites, common: Callable[[str], bool]
) -> Mention | None:
    """A capitalised word that is no common one, where the parser saw no name or hung it oddly."""
    odd = token.upos == "PROPN" and token.dep in _ODD
    first = token.upos == "NOUN" and token.dep in _FIRST
    if (
        not (odd or first) or not token.text[:1].isupper() or not token.text.isalpha()
        or len(token.text) < 4 or token.text.isupper() or common(token.low)
        or token.i in sites.named[sentence.index] or token.low in sites.words.not_places
        or any(t.upos == "PROPN" for t in sentence.children(token, "flat"))
    ):  # fmt: skip
        return None
    return Mention(
        sentence=sentence.index, first=token.i, last=token.i, head=token.i, through=token.i,
        written=token.text, candidates=[],
    )  # fmt: skip


def _region(sentence: Sentence, token: Token, sites: Sites) -> Iterator[Anchor]:
    """As in "The region", "the peninsula", "the capital": the one last named."""
    words = sites.words
    if token.low == "capital":
        fits = is_capital
    elif token.low in words.region_nouns | _REGIONS:
        fits = is_region
    else:
        return
    if not any(t.low in {"the", "this", "that", "whole"} for t in sentence.children(token, "det")):
        return
    mention = sites.topics.last_before(sentence, token, fits, seats=fits is is_capital)
    if mention is not None:
        site = Site(mention, token, sentence.index, rule="place.taken-up")
        yield Anchor(
            sentence.index, token.i, token.i, governor_of(sentence, token).i, "taken-up", site
        )


def _taken_up(sentence: Sentence, token: Token, sites: Sites) -> Iterator[Anchor]:
    yield from (found := list(_region(sentence, token, sites)))
    if found:
        return
    for site in sites.of_phrase(sentence, token):
        mention = site.mention
        if mention is None or site.rule in {"place.list-below", "place.inside"}:
            continue
        if mention.sentence == sentence.index and mention.covers(token.i):
            continue
        yield Anchor(
            sentence.index, token.i, token.i, governor_of(sentence, token).i,
            "part" if site.part else "taken-up", site,
        )  # fmt: skip
        return


def governor_of(sentence: Sentence, token: Token) -> Token:
    """The nearest verb or event noun above a token; the root where there is none."""
    nouns = noun_index()
    for above in sentence.ancestors(token):
        if above.upos in {"VERB", "AUX"} or above.low in nouns or above.head == above.i:
            return above
    return token
