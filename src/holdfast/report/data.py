"""What the report's page is given: places, claims, documents and disputes as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from holdfast import __version__
from holdfast.fusion import PlaceBelief, believe, explained, find_disputes, fusion_settings, reasons
from holdfast.ledger import Entry
from holdfast.links import Origin
from holdfast.model import CONTESTED, OTHER, Claim, Dating, Dispute, PlaceRef, Reason, State
from holdfast.model.errors import Refusal
from holdfast.theatre import Theatre
from holdfast.workspace import Workspace

#: Characters of the sentence shown before and after a claim's words.
MARGIN = 220
#: Colours for sides whose theatre gives none, told apart by the commonest kinds of colour
#: blindness too (Okabe and Ito 2008); hatching tells states apart without them.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")


class SideView(msgspec.Struct, frozen=True):
    """A side with its name and colour."""

    id: str
    name: str
    colour: str


class SpanView(msgspec.Struct, frozen=True):
    """A stretch of days on which the belief about a place is the same, with its reasons.

    `p` and `reasons` are of the span's middle day; the reasons are for `answer` and add up to its
    log-odds there.
    """

    start: date
    end: date
    state: State
    side: str | None
    p: dict[str, float]
    newest: date | None
    origins: int
    reports: int
    answer: str
    reasons: list[Reason]


class PlaceView(msgspec.Struct, frozen=True):
    """A place with its history; `claims` are ids, in the order of their days."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    kind: str
    #: How far from its point the place may extend, in kilometres.
    radius_km: float | None
    spans: list[SpanView]
    claims: list[str]


class QuoteView(msgspec.Struct, frozen=True):
    """A claim's words with what stands before and after them in the document."""

    before: str
    text: str
    after: str
    start: int
    end: int


class ClaimView(msgspec.Struct, frozen=True):
    """A claim as the page shows it. `moves` is whether it bears on the map."""

    id: str
    kind: str
    side: str | None
    target: str | None
    place: str | None
    place_id: str | None
    time: dict[str, object] | None
    polarity: str
    certainty: str
    realis: str
    speakers: list[dict[str, object]]
    quantity: str | None
    framing: str | None
    quote: QuoteView
    document: str
    origin: str | None
    confidence: float
    because: list[str]
    moves: bool


class OriginView(msgspec.Struct, frozen=True):
    """One statement and the claims that repeat it."""

    label: str
    claims: list[str]


class DocumentView(msgspec.Struct, frozen=True):
    """A document without its text; `claims` counts what was read of it."""

    id: str
    title: str | None
    source: str | None
    url: str | None
    published: str | None
    dating: Dating | None
    sha256: str
    theatre: str | None
    unread: str | None
    unplaced: list[str]
    claims: int


class RulesView(msgspec.Struct, frozen=True):
    """From which share a place counts as held, and after how many days without news as stale."""

    held: float
    stale_days: int


class ReportData(msgspec.Struct, frozen=True):
    """Everything the page shows, and nothing it has to fetch."""

    version: str
    theatres: list[str]
    sides: list[SideView]
    start: date
    end: date
    focus: date
    rules: RulesView
    places: list[PlaceView]
    claims: dict[str, ClaimView]
    origins: dict[str, OriginView]
    documents: dict[str, DocumentView]
    disputes: list[Dispute]
    refusals: list[str]


def report_data(workspace: Workspace) -> ReportData:
    """The report on everything that a workspace has read."""
    entries = workspace.ledger.documents()
    evidence, theatres = workspace.evidence()
    beliefs = believe(evidence, theatres)
    told = [b for b in beliefs if b.voices]
    origins = {v.origin.id: v.origin for b in told for v in b.voices}
    texts = {e.document.id: e.document.text for e in entries}
    days = [d for b in told for v in b.voices for o in v.spokesman.observations for d in [o.day]]
    start = max(min(days, default=date(2022, 1, 1)), date.min + timedelta(2)) - timedelta(2)
    end = min(max(days, default=start), date.max - timedelta(7)) + timedelta(7)
    rules = fusion_settings().states
    return ReportData(
        version=__version__,
        theatres=[t.name for t in theatres],
        sides=_sides(theatres, beliefs),
        start=start,
        end=end,
        focus=_focus(evidence.claims, start),
        rules=RulesView(rules.held, rules.stale_days),
        places=[_place(b, start, end) for b in told],
        claims=_claims(evidence.claims, texts, origins.values()),
        origins={id: OriginView(o.label, list(o.claims)) for id, o in sorted(origins.items())},
        documents=_documents(entries, evidence.claims),
        disputes=find_disputes(evidence.claims),
        refusals=_refusals(workspace.ledger.refusals()),
    )


def _sides(theatres: Sequence[Theatre], beliefs: Iterable[PlaceBelief]) -> list[SideView]:
    found: dict[str, SideView] = {}
    spare = iter(COLOURS * 20)
    for theatre in theatres:
        for side in theatre.sides:
            colour = side.colour or next(spare)
            found.setdefault(side.id, SideView(side.id, side.name, colour))
    for belief in beliefs:
        for state in belief.states:
            if state != CONTESTED and state not in found:
                name = "somebody else" if state == OTHER else state
                found[state] = SideView(state, name, next(spare))
    return list(found.values())


def _focus(claims: Sequence[Claim], start: date) -> date:
    """The day on which most moving claims end: where the page opens."""
    counts: dict[date, int] = {}
    for claim in claims:
        if claim.moves_map and claim.time is not None and claim.time.end is not None:
            counts[claim.time.end] = counts.get(claim.time.end, 0) + 1
    return max(counts, key=lambda d: (counts[d], d), default=start)


def _place(belief: PlaceBelief, start: date, end: date) -> PlaceView:
    spans = []
    for control in belief.history(until=end):
        first, last = max(control.start, start), min(control.end, end)
        if first > last:
            continue
        middle = first + (last - first) / 2
        answer = explained(control)
        span = SpanView(
            first,
            last,
            control.state,
            control.side,
            belief.on(middle).probabilities,
            control.newest_evidence,
            control.origins,
            control.reports,
            answer,
            reasons(belief, middle, answer),
        )
        spans.append(span)
    place = belief.place
    ordered = sorted(belief.claims.values(), key=_when)
    radii = (c.place.radius_km for c in ordered if c.place is not None and _is_of(c, place))
    radius = max((r for r in radii if r is not None), default=0.0)
    return PlaceView(
        place.id, place.name, place.lat, place.lon, place.kind, radius or None, spans,
        [c.id for c in ordered],
    )  # fmt: skip


def _is_of(claim: Claim, place: PlaceRef) -> bool:
    """Whether a claim tells of the place itself, not of its surroundings."""
    return claim.place is not None and claim.place.kind == place.kind


def _when(claim: Claim) -> tuple[str, str]:
    start = claim.time.start if claim.time is not None else None
    return (start.isoformat() if start is not None else "9999", claim.id)


def _claims(
    claims: Iterable[Claim], texts: Mapping[str, str], origins: Iterable[Origin]
) -> dict[str, ClaimView]:
    origin_of = {id: origin.id for origin in origins for id in origin.claims}
    return {c.id: _claim(c, texts.get(c.document, ""), origin_of.get(c.id)) for c in claims}


def _claim(claim: Claim, text: str, origin: str | None) -> ClaimView:
    place = claim.place
    evidence = claim.evidence
    return ClaimView(
        id=claim.id, kind=claim.kind, side=claim.side,
        target=claim.target.name if claim.target is not None else None,
        place=place.name if place is not None else None,
        place_id=place.id if place is not None else None,
        time=msgspec.to_builtins(claim.time) if claim.time is not None else None,
        polarity=claim.polarity, certainty=claim.certainty, realis=claim.realis,
        speakers=[msgspec.to_builtins(s) for s in claim.speakers],
        quantity=claim.quantity.written if claim.quantity is not None else None,
        framing=claim.framing,
        quote=QuoteView(
            _before(text, evidence.start), evidence.text, _after(text, evidence.end),
            evidence.start, evidence.end,
        ),
        document=claim.document, origin=origin, confidence=claim.confidence,
        because=list(claim.because), moves=claim.moves_map,
    )  # fmt: skip


def _before(text: str, start: int) -> str:
    """The rest of the paragraph before the words, at most `MARGIN` characters, cut at a word."""
    before = text[max(0, start - MARGIN) : start]
    cut = before.rfind("\n")
    before = before[cut + 1 :]
    if cut < 0 and start > MARGIN:
        before = "…" + before[before.find(" ") + 1 :]
    return before


def _after(text: str, end: int) -> str:
    after = text[end : end + MARGIN]
    cut = after.find("\n")
    if cut >= 0:
        return after[:cut]
    return after[: after.rfind(" ")] + "…" if end + MARGIN < len(text) else after


def _documents(entries: Sequence[Entry], claims: Iterable[Claim]) -> dict[str, DocumentView]:
    counts: dict[str, int] = {}
    for claim in claims:
        counts[claim.document] = counts.get(claim.document, 0) + 1
    found = {}
    for entry in entries:
        document = entry.document
        published = document.published
        found[document.id] = DocumentView(
            document.id, document.title, document.source, document.url,
            published.written if published is not None else None, entry.dating, document.sha256,
            entry.theatre, entry.unread, list(entry.unplaced), counts.get(document.id, 0),
        )  # fmt: skip
    return found


def _refusals(refusals: Sequence[Refusal]) -> list[str]:
    return [str(refusal) for refusal in refusals]
