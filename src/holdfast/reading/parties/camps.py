"""Without a theatre: which plain words mean the text's one rebel group, and which its one state.

"The rebels", "the militants" and "M23" are one party in a text that names no other group; "the
army", "the regime" and "Congolese troops" are one in a text on the Congo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from holdfast.language import Sentence
from holdfast.reading.parties.lexicon import PartyWords
from holdfast.reading.parties.party import Party

#: A party must be named this many times as often as the next to be the one that is meant.
LEAD = 1.5
#: Two parties with this share of all mentions are the only two of a text.
ONLY_TWO = 0.75

Met = Sequence[Sequence[tuple[int, Party, bool]]]

_OWN_NAMES = frozenset({"party.body", "party.people", "party.short-form", "party.capitals"})
_PLAIN_RULES = frozenset({"party.plain", "party.pronoun", "party.same-word", "party.bare"})


class Camps:
    """The leading group and the leading state of one document."""

    def __init__(
        self, sentences: Sequence[Sentence], met: Met, words: PartyWords, state: str | None
    ) -> None:
        """`met` are the parties named in each sentence, `state` the country the text is about."""
        self._words = words
        groups: Counter[str] = Counter()
        states: Counter[str] = Counter()
        self._called: dict[str, Counter[str]] = {}
        names: dict[str, str] = {}
        for sentence, parties in zip(sentences, met, strict=True):
            for i, party, _ in parties:
                if set(party.side.lower().split()) & words.camps.organisations:
                    continue
                if party.rule in _OWN_NAMES and party.side != state:
                    groups[party.side] += 1
                    names.setdefault(party.side, party.name)
                    plain = words.plain.get(sentence[i].low)
                    if plain is not None:
                        self._called.setdefault(plain, Counter())[party.side] += 1
                elif party.rule not in _PLAIN_RULES:
                    states[party.side] += 1
                    names.setdefault(party.side, party.name)
        self._names = names
        self.group = _leader(groups)
        self._rebels = _leader(
            Counter({g: n for g, n in groups.items() if g not in words.camps.never_rebels})
        )
        self.state = state if state is not None else _leader(states)
        #: The two parties of a text with just two, in the order of their names.
        self.two: tuple[str, ...] = ()
        if self.group is not None and self.state is not None and self.group != self.state:
            both = groups[self.group] + states[self.state]
            if both >= ONLY_TWO * (groups.total() + states.total()):
                self.two = tuple(sorted((self.group, self.state)))

    def settle(self, party: Party) -> Party:
        """The party, its side that of the leader whose camp its plain word belongs to.

        Its name keeps the word in brackets: "Myanmar (junta)".
        """
        if party.rule not in _PLAIN_RULES:
            return party
        word = party.side.lower()
        leader = None
        if word in self._called:
            leader = _leader(self._called[word])
        if leader is None and word in self._words.camps.rebels:
            # A text on jihadists calls them militants; its rebels are others.
            leader = self._rebels if word in self._words.camps.plain_rebels else self.group
        if leader is None and word in self._words.camps.state:
            leader = self.state
        if leader is None:
            return party
        return msgspec.structs.replace(
            party, side=leader, name=f"{self._names.get(leader, leader)} ({word})",
            strength=0.8 * party.strength,
        )  # fmt: skip


def _leader(counts: Counter[str]) -> str | None:
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]):
        return None
    return ranked[0][0]
