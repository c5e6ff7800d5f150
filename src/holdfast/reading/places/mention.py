"""A name of a place as a sentence writes it, and the places it may mean."""

from __future__ import annotations

import msgspec

from holdfast.model import PlaceKind
from holdfast.reading.places.book import Candidate


class Mention(msgspec.Struct):
    """A name of a place in a sentence.

    `first` to `last` are the tokens of the name, `head` the token that stands for the whole phrase
    in the tree ("region" in "the Kharkiv region"), `through` the last token of that phrase.
    `candidates` are ranked by `choose`; `shape` overrides the candidates' kind ("SECTOR").
    """

    sentence: int
    first: int
    last: int
    head: int
    through: int
    written: str
    candidates: list[Candidate]
    shape: PlaceKind | None = None
    #: The name is also that of a party (a capital): a place only where the syntax says so.
    metonym: bool = False
    #: A capital or country, whose name may stand for its rulers.
    capital: bool = False
    #: After "near" or "south of": by the place rather than at it.
    beside: bool = False
    chosen: Candidate | None = None
    score: float = 0.0
    rivals: int = 0

    def covers(self, i: int) -> bool:
        """Whether token `i` belongs to the phrase."""
        return min(self.first, self.head) <= i <= max(self.last, self.through)
