"""Who took a place, where the words leave it out: "Izium has been liberated", "denied its capture".

Each rule names itself in `because` and lowers the confidence; where none holds, nobody is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from holdfast.model import Kind
from holdfast.reading.certainty.analysis import Stance
from holdfast.reading.events.drafts import Draft
from holdfast.reading.lexicon import load
from holdfast.reading.parties.party import Party
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.places.book import Candidate
from holdfast.theatre import Theatre, first_holder, side_of_country

_GAINS: frozenset[Kind] = frozenset({"control_gained", "advance"})
_LOSSES: frozenset[Kind] = frozenset({"withdrawal", "control_lost"})
_HOLDINGS: frozenset[Kind] = frozenset({"control_held"})


class _EventWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    by_winners: frozenset[str]
    by_losers: frozenset[str]
    again: frozenset[str]


def event_words() -> _EventWords:
    """The data file `infer.toml`."""
    return load("events", "infer", _EventWords)


class Inference:
    """Infers missing sides in one document."""

    def __init__(self, drafts: Sequence[Draft], parties: Parties, theatre: Theatre | None) -> None:
        """`drafts` are all of the document's."""
        self.drafts = drafts
        self.parties = parties
        self.theatre = theatre

    def complete(self, draft: Draft, stance: Stance, speaker: str | None) -> Draft:
        """The draft with its winner or loser, where it tells of a change and names none."""
        if draft.side is not None:
            return draft
        if draft.kind in _GAINS:
            found = self._winner(draft, stance, speaker)
        elif draft.kind in _LOSSES:
            found = self._loser(draft, stance, speaker)
        elif draft.kind == "control_held":
            found = self._occupier(draft) if draft.frame.id == "occupied" else self._holder(draft)
        elif draft.kind == "violence_against_civilians":
            found = self._accused(draft)
        else:
            return draft
        if found is None:
            return draft
        side, rule = found
        party = Party(side, side, draft.predicate.token.text, rule, 0.6)
        return msgspec.structs.replace(
            draft,
            side=party,
            because=(*draft.because, rule),
            confidence=round(0.8 * draft.confidence, 3),
        )

    def _winner(self, draft: Draft, stance: Stance, speaker: str | None) -> tuple[str, str] | None:
        voice = speaker if speaker is not None else self.parties.author
        if "polarity.deny" in stance.because and (other := self.parties.other(voice)):
            return other, "party.denied-by-other"
        if draft.predicate.lemma in event_words().by_winners and voice is not None:
            return voice, "party.friendly-word"
        if draft.target is not None and (other := self.parties.other(draft.target.side)):
            return other, "party.other-than-loser"
        neighbour = self._by_neighbours(draft, same=_GAINS, opposite=_LOSSES)
        if neighbour is not None:
            return neighbour
        first = self._first_holder(draft)
        if first is not None and draft.predicate.lemma in event_words().again:
            return first, "party.first-lines"
        only = _leading(d.side.side for d in self.drafts if d.side and d.kind in _GAINS)
        if only is not None:
            return only, "party.only-winner"
        if stance.polarity == "-" and first is not None and (other := self.parties.other(first)):
            return other, "party.first-lines"
        return None

    def _loser(self, draft: Draft, stance: Stance, speaker: str | None) -> tuple[str, str] | None:
        voice = speaker if speaker is not None else self.parties.author
        if voice is not None and (
            stance.polarity == "-" or draft.predicate.lemma in event_words().by_losers
        ):
            return voice, "party.own-loss"
        neighbour = self._by_neighbours(draft, same=_LOSSES, opposite=_GAINS)
        if neighbour is not None:
            return neighbour
        only = _leading(d.side.side for d in self.drafts if d.side and d.kind in _LOSSES)
        return (only, "party.only-loser") if only is not None else None

    def _occupier(self, draft: Draft) -> tuple[str, str] | None:
        """Who holds "occupied" ground: not the side whose country it lies in."""
        place = _chosen(draft)
        if self.theatre is None or place is None:
            return None
        other = self.parties.other(side_of_country(place.country, self.theatre))
        return (other, "party.not-its-countrys") if other is not None else None

    def _accused(self, draft: Draft) -> tuple[str, str] | None:
        """Whose harm a text goes on to tell of: theirs whom it has accused just before."""
        before = [
            d for d in self.drafts
            if d.kind == draft.kind and d.side is not None
            and 0 <= draft.sentence.index - d.sentence.index <= 1
            and d.sentence.block == draft.sentence.block
        ]  # fmt: skip
        last = before[-1].side if before else None
        return (last.side, "party.accused-before") if last is not None else None

    def _holder(self, draft: Draft) -> tuple[str, str] | None:
        """Who holds a town that "holds": the one whose town the others of the text attack."""
        neighbour = self._by_neighbours(draft, same=_HOLDINGS, opposite=_GAINS)
        if neighbour is not None:
            return neighbour
        first = self._first_holder(draft)
        return (first, "party.first-lines") if first is not None else None

    def _first_holder(self, draft: Draft) -> str | None:
        place = _chosen(draft)
        if self.theatre is None or place is None:
            return None
        return first_holder(place.ref, self.theatre)

    def _by_neighbours(
        self, draft: Draft, *, same: frozenset[Kind], opposite: frozenset[Kind]
    ) -> tuple[str, str] | None:
        """By what the text tells of the same place nearest by: the side of a draft of the `same`
        kinds, or the other than that of one of the `opposite` kinds.
        """
        for near in self._same_place(draft):
            side = near.side.side if near.side is not None else None
            found = side if near.kind in same else None
            if near.kind in opposite:
                found = self.parties.other(side)
            if found is not None:
                return found, "party.same-place"
        return None

    def _same_place(self, draft: Draft) -> list[Draft]:
        place = _place(draft)
        if place is None:
            return []
        return sorted(
            (
                d
                for d in self.drafts
                if d is not draft and d.side is not None and _place(d) == place
            ),
            key=lambda d: abs(d.sentence.index - draft.sentence.index),
        )


def _leading(sides: Iterable[str]) -> str | None:
    """The one side told to move, or the one told so three times as often as any other."""
    ranked = Counter(sides).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1]):
        return None
    return ranked[0][0]


def _chosen(draft: Draft) -> Candidate | None:
    mention = draft.site.mention if draft.site is not None else None
    return mention.chosen if mention is not None else None


def _place(draft: Draft) -> str | None:
    mention = draft.site.mention if draft.site is not None else None
    if mention is None:
        return None
    return mention.chosen.id if mention.chosen is not None else mention.written
