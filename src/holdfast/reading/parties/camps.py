"""Without a theatre: which plain words mean the text's one rebel group, and which its one state.

"The rebels", "the militants" and "M23" are one party in a text that names no other group; "the
army", "the regime" and "Congolese troops" are one in a text on the Congo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from holdfast.reading.parties.lexicon import PartyWords
from holdfast.reading.parties.party import Party

#: A party must be named this many times as often as the next to be the one that is meant.
LEAD = 1.5

Met = Sequence[Sequence[tuple[int, Party, bool]]]


class Camps:
    """The leading group and the leading state of one document."""

    def __init__(self, met: Met, words: PartyWords, country: str | None) -> None:
        """`met` are the parties named in each sentence, `country` the one the text is about."""
        self._words = words
        groups: Counter[str] = Counter()
        states: Counter[str] = Counter()
        plain: Counter[str] = Counter()
        for sentence in met:
            for _, party, _ in sentence:
                if party.rule in {"party.body", "party.people", "party.short-form", "party.capitals"}:
                    groups[party.side] += 1
                elif party.rule in {"party.adjective", "party.side", "party.metonym"}:
                    states[party.side] += 1
                else:
                    plain[party.side] += 1
        self.group = _leader(groups)
        self.state = country if country is not None else _leader(states)
        two = [side for side in (self.group, self.state) if side is not None]
        #: The two parties of a text with just two, in the order of their names.
        self.two: tuple[str, ...] = tuple(sorted(two)) if len(two) == 2 else ()

    def settle(self, party: Party) -> Party:
        """The party, its side that of the leader whose camp its plain word belongs to."""
        if party.rule not in {"party.plain", "party.pronoun", "party.same-word", "party.bare"}:
            return party
        word = party.side.lower()
        if word in self._words.camps.rebels and self.group is not None:
            return msgspec.structs.replace(party, side=self.group, strength=0.8 * party.strength)
        if word in self._words.camps.state and self.state is not None:
            return msgspec.structs.replace(party, side=self.state, strength=0.8 * party.strength)
        return party


def _leader(counts: Counter[str]) -> str | None:
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]):
        return None
    return ranked[0][0]
