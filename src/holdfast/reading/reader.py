"""A document in, its claims out: the order in which the rooms of reading work."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from holdfast.language import SHIPPED, Sentence, identify_language, parse
from holdfast.model import Claim, Dating, Document, TimeRange
from holdfast.reading.claims import ClaimMaker
from holdfast.reading.events.drafts import Draft, Drafter
from holdfast.reading.events.infer import Inference
from holdfast.reading.events.sites import Sites
from holdfast.reading.events.states import (
    location_drafts,
    premodifier_drafts,
    state_drafts,
    stronghold_drafts,
)
from holdfast.reading.parties.names import names_of
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.places.book import PlaceBook
from holdfast.reading.places.choose import Chooser
from holdfast.reading.places.find import Finder
from holdfast.reading.places.gazetteer import Gazetteer, open_gazetteer
from holdfast.reading.places.mention import Mention
from holdfast.reading.quantities.find import find_quantities
from holdfast.reading.setting import is_of_war, setting_of, theatre_of, towns_of
from holdfast.reading.speakers.attribution import Attributions
from holdfast.reading.speakers.identify import Identifier
from holdfast.reading.statements import StatementReader
from holdfast.reading.times.attach import EventClock
from holdfast.reading.times.dating import Move, date_document
from holdfast.reading.times.grammar import find_expressions
from holdfast.theatre import Theatre, bundled, paper_side

#: Languages that the shipped reader knows.
LANGUAGES = frozenset({"en"})


class Reading(msgspec.Struct, frozen=True):
    """What was read from one document, and what was not.

    `theatre` is the id of the theatre in force, None where none fits. `unread` says why a document
    gave nothing to read; `sentences` counts those that were parsed. `unplaced` are names that look
    like places and that no gazetteer knows.
    """

    document: Document
    dating: Dating
    claims: tuple[Claim, ...]
    theatre: str | None = None
    sentences: int = 0
    unread: str | None = None
    unplaced: tuple[str, ...] = ()


class Reader:
    """Reads documents one after another; holds the gazetteer and the theatre's dictionaries."""

    def __init__(
        self,
        theatre: Theatre | None = None,
        *,
        auto: bool = False,
        theatres: Sequence[Theatre] | None = None,
        gazetteer: Gazetteer | None = None,
        pipeline: str = SHIPPED,
    ) -> None:
        """With `auto`, each document gets the one of `theatres` (the bundled ones) that it fits;
        otherwise all are read with `theatre`, or with none.
        """
        self.theatre = theatre
        self.theatres = tuple(theatres if theatres is not None else bundled()) if auto else ()
        self.gazetteer = gazetteer or open_gazetteer()
        self.pipeline = pipeline
        self._books: dict[str, PlaceBook] = {}

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The readings of the documents, in order."""
        for document in documents:
            language = identify_language(document.plain, document.language)
            if language not in LANGUAGES:
                yield Reading(
                    msgspec.structs.replace(document, language=language),
                    _undated(),
                    (),
                    unread=f"language {language} is not read yet",
                )
                continue
            (sentences,) = parse([document], pipeline=self.pipeline)
            if not sentences:
                yield Reading(document, _undated(), (), unread="nothing but page furniture")
                continue
            yield self._read(document, sentences)

    def _book(self, theatre: Theatre | None) -> PlaceBook:
        key = theatre.id if theatre else ""
        if key not in self._books:
            self._books[key] = PlaceBook(self.gazetteer, theatre)
        return self._books[key]

    def _read(self, document: Document, sentences: list[Sentence]) -> Reading:
        text = document.text
        towns = towns_of(sentences, self.gazetteer)
        theatre = theatre_of(document, self.theatres, towns) if self.theatres else self.theatre
        names = names_of(theatre)
        named = [names.find(sentence) for sentence in sentences]
        if not is_of_war(sentences, named, theatre):
            return Reading(
                document,
                _undated(),
                (),
                sentences=len(sentences),
                unread="tells of no armed conflict",
            )
        setting = setting_of(sentences, named, towns, theatre)
        parties = Parties(
            sentences, text, named, state=setting.state,
            sides=tuple(s.id for s in theatre.sides) if theatre else (),
            author=paper_side(document, theatre) if theatre else None,
        )  # fmt: skip
        expressions = [find_expressions(s, text) for s in sentences]
        times = [{i for e in found for i in range(e.first, e.last + 1)} for found in expressions]
        mentions = self._mentions(sentences, text, parties, theatre, times, setting.countries)
        places = [m.chosen.name for m in mentions if m.chosen is not None]
        attributions = Attributions(sentences, text, Identifier(parties, text, theatre))
        counted = [find_quantities(s, text, times[s.index]) for s in sentences]
        people = [
            {i for n in parties.names_in(s) if n.referent.role != "metonym"
             for i in range(n.first, n.last + 1)} | times[s.index]
            for s in sentences
        ]  # fmt: skip
        sites = Sites(sentences, mentions, people)
        drafter = Drafter(parties, sites, attributions, counted)
        drafts = [
            d for s in sentences for d in _all_drafts(s, drafter, parties, sites, attributions)
        ]
        moves = [move for draft in drafts if (move := _move(draft)) is not None]
        dating = date_document(document, sentences, expressions, places, moves, theatre)
        clock = EventClock(sentences, expressions, dating, theatre.first_day if theatre else None)
        maker = ClaimMaker(
            document, sentences, clock, attributions, theatre, Inference(drafts, parties, theatre)
        )
        claims = [claim for draft in drafts if (claim := maker.claim(draft)) is not None]
        statements = StatementReader(document, clock, attributions, sites, counted)
        told = tuple(claims)
        claims += [claim for s in sentences for claim in statements.statements(s, told)]
        met = [m for found in sites.by_sentence for m in found]
        unplaced = sorted({m.written for m in met if m.chosen is None and not m.metonym})
        return Reading(
            document, dating, tuple(_distinct(claims, sentences)), theatre.id if theatre else None,
            len(sentences), None, tuple(unplaced),
        )  # fmt: skip

    def _mentions(
        self, sentences: Sequence[Sentence], text: str, parties: Parties, theatre: Theatre | None,
        times: Sequence[set[int]], countries: Sequence[str],
    ) -> list[Mention]:  # fmt: skip
        book = self._book(theatre)
        names = [parties.names_in(s) for s in sentences]
        mentions = Finder(sentences, text, book, names, countries, times).find()
        Chooser(theatre.countries if theatre else (), countries).choose(mentions)
        return mentions


def _all_drafts(
    sentence: Sentence, drafter: Drafter, parties: Parties, sites: Sites, attributions: Attributions
) -> Iterator[Draft]:
    yield from drafter.drafts(sentence)
    yield from state_drafts(sentence, parties, sites, attributions)
    yield from premodifier_drafts(sentence, parties, sites)
    yield from stronghold_drafts(sentence, parties, sites)
    yield from location_drafts(sentence, parties, sites, attributions)


def _move(draft: Draft) -> Move | None:
    """What a draft tells of ground changing hands, for dating: who moves where."""
    mention = draft.site.mention if draft.site is not None else None
    if mention is None or mention.chosen is None or draft.side is None:
        return None
    if draft.kind in {"control_gained", "advance", "territory_extent"}:
        return Move(mention.chosen.name, gains=draft.side.side)
    if draft.kind in {"control_lost", "withdrawal"}:
        return Move(mention.chosen.name, loses=draft.side.side)
    return None


def _distinct(claims: Iterable[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """One claim of several that say the same in one sentence; in the order of the text."""
    starts = [s.start for s in sentences]
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        place = (claim.place.id or claim.place.name) if claim.place else None
        sentence = bisect_right(starts, claim.evidence.start)
        quantity = claim.quantity.written if claim.quantity else None
        key: tuple[object, ...] = (
            claim.kind, claim.side, place, claim.polarity, sentence, quantity,
        )  # fmt: skip
        known = best.get(key)
        if known is None or claim.confidence > known.confidence:
            best[key] = claim
    placed = {(*key[:2], *key[3:]) for key, c in best.items() if c.quantity and c.place}
    for key, claim in list(best.items()):
        if claim.quantity and claim.place is None and (*key[:2], *key[3:]) in placed:
            # "82 villages … in the region" is one count, not one more without the region.
            del best[key]
    return sorted(best.values(), key=lambda c: (c.evidence.start, c.evidence.end, c.kind, c.id))


def _undated() -> Dating:
    return Dating(TimeRange(None, None, "open", None, "nothing"), 0.0, ("not read",))
