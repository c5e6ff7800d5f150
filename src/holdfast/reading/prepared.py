"""What every room needs to know of a document: where it plays, and its names, places and speakers."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.language import Sentence
from holdfast.model import Document
from holdfast.reading.events.sites import Sites
from holdfast.reading.parties.names import names_of
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.places.book import PlaceBook
from holdfast.reading.places.choose import Chooser
from holdfast.reading.places.find import Finder
from holdfast.reading.places.gazetteer import Gazetteer
from holdfast.reading.quantities.find import Counted, find_quantities
from holdfast.reading.setting import is_of_war, setting_of, theatre_of, towns_of
from holdfast.reading.speakers.attribution import Attributions
from holdfast.reading.speakers.identify import Identifier
from holdfast.reading.times.grammar import Expression, find_expressions
from holdfast.theatre import Theatre, paper_side


class Untold(msgspec.Struct, frozen=True):
    """A document that nothing is read from, and why."""

    reason: str


class Prepared(msgspec.Struct, frozen=True):
    """A document with its rooms, before any claim is made of it.

    `places` are the names of the places that were chosen, in the order of the text; `expressions`
    and `counted` are the times and quantities of each sentence.
    """

    document: Document
    sentences: Sequence[Sentence]
    theatre: Theatre | None
    parties: Parties
    attributions: Attributions
    sites: Sites
    expressions: Sequence[Sequence[Expression]]
    counted: Sequence[Sequence[Counted]]
    places: Sequence[str]


class Preparation:
    """Prepares documents one after another; holds a dictionary of places for each theatre."""

    def __init__(
        self, gazetteer: Gazetteer, theatre: Theatre | None, theatres: Sequence[Theatre] = ()
    ) -> None:
        """With `theatres`, each document gets the one that it fits; else all get `theatre`."""
        self.gazetteer = gazetteer
        self.theatre = theatre
        self.theatres = tuple(theatres)
        self._books: dict[str, PlaceBook] = {}

    def prepare(self, document: Document, sentences: Sequence[Sentence]) -> Prepared | Untold:
        """The document with its rooms; `Untold` where it tells of no armed conflict."""
        text = document.text
        towns = towns_of(sentences, self.gazetteer)
        theatre = theatre_of(document, self.theatres, towns) if self.theatres else self.theatre
        names = names_of(theatre)
        named = [names.find(sentence) for sentence in sentences]
        if not is_of_war(sentences, named, theatre):
            return Untold("tells of no armed conflict")
        setting = setting_of(sentences, named, towns, theatre)
        parties = Parties(
            sentences, text, named, state=setting.state,
            sides=tuple(s.id for s in theatre.sides) if theatre else (),
            author=paper_side(document, theatre) if theatre else None,
        )  # fmt: skip
        expressions = [find_expressions(s, text) for s in sentences]
        times = [{i for e in found for i in range(e.first, e.last + 1)} for found in expressions]
        names_met = [parties.names_in(s) for s in sentences]
        mentions = Finder(
            sentences, text, self._book(theatre), names_met, setting.countries, times
        ).find()
        Chooser(theatre.countries if theatre else (), setting.countries).choose(mentions)
        attributions = Attributions(sentences, text, Identifier(parties, text, theatre))
        people = [
            {i for n in names_met[s.index] if n.referent.role != "metonym"
             for i in range(n.first, n.last + 1)} | times[s.index]
            for s in sentences
        ]  # fmt: skip
        return Prepared(
            document, sentences, theatre, parties, attributions,
            Sites(sentences, mentions, people),
            expressions,
            [find_quantities(s, text, times[s.index]) for s in sentences],
            [m.chosen.name for m in mentions if m.chosen is not None],
        )  # fmt: skip

    def _book(self, theatre: Theatre | None) -> PlaceBook:
        key = theatre.id if theatre else ""
        if key not in self._books:
            self._books[key] = PlaceBook(self.gazetteer, theatre)
        return self._books[key]
