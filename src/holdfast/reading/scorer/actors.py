"""Actors: every word of a sentence that means a party, so that a claim may be that party's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.reading.parties.party import Party
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.speakers.attribution import Attributions

#: So many parties of a document are weighed where a sentence names none.
PRESENT = 6
_PRONOUNS = frozenset(
    "we us our ours they them their it its he him his she her who themselves itself theirs".split()
)
_NAMING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "conj", "nmod:poss", "nmod", "appos"})


class ActorMention(msgspec.Struct, frozen=True):
    """A party meant by the tokens `first` to `last` of a sentence.

    One that a document knows, but that stands in no sentence near, has `sentence` -1; `share` is
    then how much of all mentions are its own.
    """

    sentence: int
    first: int
    last: int
    party: Party
    share: float = 0.0


def actors(
    sentence: Sentence, parties: Parties, attributions: Attributions
) -> Iterator[ActorMention]:
    """The parties that a sentence's words mean, each once for the words that mean it."""
    covered: set[int] = set()
    for token in sentence:
        own = token.low in parties.words.deictic.own or token.low in parties.words.deictic.enemy
        if not own and token.low not in _PRONOUNS and token.upos not in {"NOUN", "PROPN"}:
            continue
        if token.relation in {"flat"} or token.i in covered:
            continue
        speaker = attributions.side_speaking(sentence, token)
        party = parties.of(sentence, token, speaker) or _acronym(token)
        if party is None:
            continue
        name = next((n for n in parties.names_in(sentence) if n.covers(token.i)), None)
        first, last = (name.first, name.last) if name is not None else (token.i, token.i)
        covered |= set(range(first, last + 1))
        yield ActorMention(sentence.index, first, last, party)
    for name in parties.names_in(sentence):
        if name.first in covered or name.referent.side is None or name.referent.role == "outlet":
            continue
        party = parties.named_party(sentence, name)
        if party is not None:
            yield ActorMention(sentence.index, name.first, name.last, party)


def present(met: Sequence[Sequence[ActorMention]], author: str | None) -> list[ActorMention]:
    """The parties of a document, those named most first, as mentions in no sentence."""
    counts: Counter[str] = Counter()
    known: dict[str, Party] = {}
    for row in met:
        for actor in row:
            if actor.party.rule not in {"party.pronoun", "party.bare"}:
                counts[actor.party.side] += 1
                known.setdefault(actor.party.side, actor.party)
    if author is not None and author not in known:
        counts[author] += 1
        known[author] = Party(author, author, author, "party.author")
    total = max(1, counts.total())
    ranked = sorted(counts, key=lambda side: (-counts[side], side))[:PRESENT]
    return [ActorMention(-1, 0, 0, known[side], counts[side] / total) for side in ranked]


def _acronym(token: Token) -> Party | None:
    """As in "CODECO attacked": a group that no list knows."""
    text = token.text
    letters = text.replace("-", "")
    if (
        token.dep in _NAMING and token.upos == "PROPN" and 3 <= len(letters) <= 7
        and letters.isalnum() and sum(c.isupper() for c in letters) >= 3
    ):  # fmt: skip
        return Party(text, text, text, "party.capitals", 0.6)
    return None
