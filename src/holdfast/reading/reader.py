"""A document in, its claims out: the order in which the rooms of reading work."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from holdfast.language import SHIPPED, Sentence, identify_language, parse
from holdfast.model import CONTROL_KINDS, Claim, Dating, Document, TimeRange
from holdfast.reading.claims import ClaimMaker
from holdfast.reading.events.drafts import Draft
from holdfast.reading.events.every import rule_drafts
from holdfast.reading.events.infer import Inference
from holdfast.reading.gate import passing
from holdfast.reading.places.gazetteer import Gazetteer, open_gazetteer
from holdfast.reading.prepared import Preparation, Prepared, Untold
from holdfast.reading.scorer.candidates import candidates
from holdfast.reading.scorer.decide import decide
from holdfast.reading.scorer.weigh import Scorer, shipped_scorer
from holdfast.reading.statements import StatementReader
from holdfast.reading.times.attach import EventClock
from holdfast.reading.times.dating import Move, date_document
from holdfast.theatre import Theatre, bundled

#: Languages that the shipped reader knows.
LANGUAGES = frozenset({"en"})
#: Why nothing was read of a text on other matters.
UNTOLD = "tells of no armed conflict"


class Reading(msgspec.Struct, frozen=True):
    """What was read from one document, and what was not.

    `theatre` is the id of the theatre in force, None where none fits. `unread` says why a document
    gave nothing to read; `sentences` counts those that were parsed. `unplaced` are names that look
    like places and that no gazetteer knows; `doubted` what the rules read and the scorer does not
    believe.
    """

    document: Document
    dating: Dating
    claims: tuple[Claim, ...]
    theatre: str | None = None
    sentences: int = 0
    unread: str | None = None
    unplaced: tuple[str, ...] = ()
    doubted: tuple[Claim, ...] = ()


class Ruled(msgspec.Struct, frozen=True):
    """A document as the rules read it: every draft with the claim that came of it, or None."""

    prepared: Prepared
    dating: Dating
    clock: EventClock
    maker: ClaimMaker
    read: list[tuple[Draft, Claim | None]]


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
        scorer: Scorer | None = None,
        rules_only: bool = False,
        gated: bool = True,
    ) -> None:
        """With `auto`, each document gets the one of `theatres` (the bundled ones) that it fits;
        otherwise all are read with `theatre`, or with none. `scorer` weighs what the rules read,
        the shipped one where none is given; with `rules_only` none does.
        Without `gated`, every passage is parsed, also those that can hardly hold a claim.
        """
        self.gate = passing if gated else None
        self.scorer = None if rules_only else scorer or shipped_scorer()
        self.theatre = theatre
        self.theatres = tuple(theatres if theatres is not None else bundled()) if auto else ()
        self.gazetteer = gazetteer or open_gazetteer()
        self.pipeline = pipeline
        self._preparation = Preparation(self.gazetteer, theatre, self.theatres)

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
            (sentences,) = parse([document], pipeline=self.pipeline, gate=self.gate)
            if not sentences:
                reason = UNTOLD if document.plain.strip() else "nothing but page furniture"
                yield Reading(document, _undated(), (), unread=reason)
                continue
            yield self._read(document, sentences)

    def rules(self, document: Document, sentences: list[Sentence]) -> Ruled | Untold:
        """What the rules alone read of a document, before the scorer weighs it."""
        prepared = self._preparation.prepare(document, sentences)
        if isinstance(prepared, Untold):
            return prepared
        theatre = prepared.theatre
        drafts = list(rule_drafts(prepared))
        moves = [move for draft in drafts if (move := _move(draft)) is not None]
        dating = date_document(
            document, sentences, prepared.expressions, prepared.places, moves, theatre
        )
        clock = EventClock(
            sentences, prepared.expressions, dating, theatre.first_day if theatre else None
        )
        maker = ClaimMaker(
            document, sentences, clock, prepared.attributions, theatre,
            Inference(drafts, prepared.parties, theatre),
        )  # fmt: skip
        return Ruled(prepared, dating, clock, maker, [(d, maker.claim(d)) for d in drafts])

    def _read(self, document: Document, sentences: list[Sentence]) -> Reading:
        ruled = self.rules(document, sentences)
        if isinstance(ruled, Untold):
            return Reading(document, _undated(), (), sentences=len(sentences), unread=ruled.reason)
        prepared = ruled.prepared
        claims = [claim for _, claim in ruled.read if claim is not None]
        doubted: list[Claim] = []
        if self.scorer is not None:
            found = candidates(prepared, ruled.read, self.scorer.network.cutter.is_common)
            weighed = self.scorer.weigh(prepared, found)
            judged = decide(ruled.read, found, weighed, ruled.maker)
            claims, doubted = judged.claims, judged.dropped
        statements = StatementReader(
            document, ruled.clock, prepared.attributions, prepared.sites, prepared.counted
        )
        told = tuple(claims)
        claims += [claim for s in sentences for claim in statements.statements(s, told)]
        met = [m for found in prepared.sites.by_sentence for m in found]
        unplaced = sorted({m.written for m in met if m.chosen is None and not m.metonym})
        return Reading(
            document, ruled.dating, tuple(distinct(claims, sentences)),
            prepared.theatre.id if prepared.theatre else None,
            len(sentences), None, tuple(unplaced), tuple(doubted),
        )  # fmt: skip


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


def distinct(claims: Iterable[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
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
    by_scorer = {
        (*key[:2], key[4]) for key, c in best.items() if c.place and "scorer.read" in c.because
    }
    for key, claim in list(best.items()):
        if claim.place is None and claim.kind in CONTROL_KINDS and (*key[:2], key[4]) in by_scorer:
            # "The capital fell": the scorer knows which.
            del best[key]
    placed = {(*key[:2], *key[3:]) for key, c in best.items() if c.quantity and c.place}
    for key, claim in list(best.items()):
        if claim.quantity and claim.place is None and (*key[:2], *key[3:]) in placed:
            # "82 villages … in the region" is one count, not one more without the region.
            del best[key]
    return sorted(best.values(), key=lambda c: (c.evidence.start, c.evidence.end, c.kind, c.id))


def _undated() -> Dating:
    return Dating(TimeRange(None, None, "open", None, "nothing"), 0.0, ("not read",))
