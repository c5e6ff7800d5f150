"""Places that a phrase points to, and the rest of the list that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.reading.events.topics import is_town
from holdfast.reading.places.lexicon import place_words
from holdfast.reading.places.mention import Mention

#: Words that join the names of a list.
LIST_LINKS = frozenset(", and & or as well the of also / ; - both then plus even".split())


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


def listed(sentence: Sentence, mentions: Sequence[Mention], found: Sequence[Site]) -> list[Site]:
    """The rest of a list whose coordination the parser missed: names joined by commas."""
    settlements = place_words().settlement_nouns
    more = list(_listed_before(sentence, mentions, found))
    for site in found:
        if site.mention is None or site.rule in {"place.taken-up", "place.list-below"}:
            continue
        current = site.mention
        at = next((i for i, m in enumerate(mentions) if m is current), None)
        while at is not None and at + 1 < len(mentions):
            following = mentions[at + 1]
            gap = sentence.tokens[current.through + 1 : following.first]
            linked = gap and all(t.low in LIST_LINKS or t.low in settlements for t in gap)
            if not linked or not is_town(following) or gap[0].low in {"of", "as"}:
                break
            neighbour = Site(
                following,
                sentence[following.head],
                sentence.index,
                part=site.part,
                beside=following.beside,
                rule="place.listed",
            )
            more.append(neighbour)
            current, at = following, at + 1
    return more


def _listed_before(
    sentence: Sentence, mentions: Sequence[Mention], found: Sequence[Site]
) -> Iterator[Site]:
    """Names joined to the first one from the left: "the Belgorod and Lipetsk regions", "the
    Izium-Balakliia direction".
    """
    for site in found:
        if site.mention is None or site.rule in {"place.taken-up", "place.list-below"}:
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
