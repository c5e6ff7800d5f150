"""Questions to what was read: who held a place on a day, and why that is believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from holdfast.fusion import Evidence, PlaceBelief, believe, explained, find_disputes, reasons
from holdfast.model import (
    Claim,
    Control,
    Dispute,
    PlaceRef,
    Quantity,
    Reason,
    State,
)
from holdfast.model.errors import PlaceUnknown
from holdfast.reading.places.keys import fold
from holdfast.theatre import Theatre
from holdfast.workspace.places import Places

#: Claims within this many days of the one asked about are shown with the answer.
AROUND = 45
#: Days after a history's end for which it is still followed.
FADED = 400


class Extent(msgspec.Struct, frozen=True):
    """How much of an area a side is said to hold."""

    side: str | None
    quantity: Quantity
    claim: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to `ask`; `docs/asking.md` explains every field.

    `since` is the first day of the unbroken span of the same state and side; `change` says from
    what, where the state changed within three days of the day asked about.
    """

    place: PlaceRef
    on: date
    known_by: date | None
    state: State
    side: str | None
    probabilities: dict[str, float]
    since: date | None = None
    change: str | None = None
    newest_evidence: date | None = None
    origins: int = 0
    reports: int = 0
    #: Claims about the place, of whatever day.
    told: int = 0
    extents: tuple[Extent, ...] = ()
    reasons: tuple[Reason, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    #: Claims that reasons or disputes quote and that are not among `claims`: of other places or
    #: days.
    cited: tuple[Claim, ...] = ()


class Questions:
    """Answers questions from one body of evidence."""

    def __init__(
        self, evidence: Evidence, theatres: Sequence[Theatre], *, known_by: date | None = None
    ) -> None:
        """`evidence` holds only what was known by `known_by` where that is given."""
        self.evidence = evidence
        self.theatres = tuple(theatres)
        self.known_by = known_by
        self.beliefs = {b.place.id: b for b in believe(evidence, theatres)}
        self.disputes = find_disputes(evidence.claims)
        self._claims = {claim.id: claim for claim in evidence.claims}
        self._places = Places(self.theatres)

    def last_day(self) -> date | None:
        """The last day that any claim speaks of as having come."""
        days = [
            c.time.end for c in self.evidence.claims
            if c.time is not None and c.time.end is not None and c.moves_map
        ]  # fmt: skip
        return max(days, default=None)

    def find(self, name: str) -> PlaceBelief:
        """The belief about the place that a name or id means.

        A place that claims speak of is preferred to others of its name; a place that only the
        gazetteer knows is answered too, as unknown.

        Raises:
            PlaceUnknown: with the nearest names, where nothing is so called.

        """
        asked = name.strip()
        if asked in self.beliefs:
            return self.beliefs[asked]
        known = self._known_by_name(fold(asked))
        if known is not None:
            return known
        candidates = self._places.called(asked)
        for candidate in candidates:
            if candidate.id in self.beliefs:
                return self.beliefs[candidate.id]
        meant = candidates[0] if candidates else self._places.with_id(asked)
        if meant is not None:
            (belief,) = believe(Evidence(()), self.theatres, places=[meant])
            return belief
        near = self._places.like(asked, (b.place for b in self.beliefs.values()))
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        raise PlaceUnknown(f"no place called {name!r} is known{hint}")

    def _known_by_name(self, key: str) -> PlaceBelief | None:
        found = [
            (len(b.claims), b) for b in self.beliefs.values()
            if key == fold(b.place.name)
            or any(c.place is not None and key == fold(c.place.written) for c in b.claims.values())
        ]  # fmt: skip
        return max(found, key=lambda pair: (pair[0], pair[1].place.id))[1] if found else None

    def ask(self, name: str, on: date) -> Answer:
        """Who held the place on a day. Raises PlaceUnknown as `find` does."""
        belief = self.find(name)
        control = belief.on(on)
        why = tuple(reasons(belief, on, explained(control))) if control.state != "unknown" else ()
        since, change = _course(belief, on)
        near = [c for c in belief.claims.values() if _is_near(c, on)]
        disputes = tuple(d for d in self.disputes if _concerns(d, belief))
        shown = {c.id for c in near}
        quoted = {id for d in disputes for p in d.positions for id in p.claims}
        quoted |= {r.claim for r in why if r.claim is not None}
        return Answer(
            place=belief.place, on=on, known_by=self.known_by, state=control.state,
            side=control.side, probabilities=control.probabilities, since=since, change=change,
            newest_evidence=control.newest_evidence, origins=control.origins,
            reports=control.reports, told=len(belief.claims), extents=tuple(_extents(near)),
            reasons=why,
            claims=tuple(sorted(near, key=_when)),
            disputes=disputes,
            cited=tuple(self._claims[id] for id in sorted(quoted - shown)),
        )  # fmt: skip


def _concerns(dispute: Dispute, belief: PlaceBelief) -> bool:
    if dispute.place is not None and dispute.place.id == belief.place.id:
        return True
    return any(id in belief.claims for position in dispute.positions for id in position.claims)


def _when(claim: Claim) -> tuple[str, str]:
    start = claim.time.start if claim.time is not None else None
    return (start.isoformat() if start else "9999", claim.id)


def _is_near(claim: Claim, day: date) -> bool:
    if claim.time is None or claim.time.start is None or claim.time.end is None:
        return True
    return (claim.time.start - day).days <= AROUND and (day - claim.time.end).days <= AROUND


def _extents(claims: Iterable[Claim]) -> Iterable[Extent]:
    for claim in claims:
        if claim.kind == "territory_extent" and claim.quantity is not None:
            yield Extent(claim.side, claim.quantity, claim.id)


def _course(belief: PlaceBelief, on: date) -> tuple[date | None, str | None]:
    """Since when the state has been as it is, and what it changed from or to within three days."""
    # Long after the last evidence nothing happens that would be worth going there day by day.
    latest = min(belief.last_day, date.max - timedelta(FADED)) + timedelta(FADED)
    spans = belief.history(until=min(on, latest))
    at = next((i for i, s in enumerate(spans) if s.start <= on <= s.end), None)
    if on > latest and _alike(spans[-1], belief.on(on)):
        at = len(spans) - 1
    if at is None or spans[at].state == "unknown":
        return None, None
    first = at
    while first > 0 and _alike(spans[first - 1], spans[at]):
        first -= 1
    since = spans[first].start
    change = None
    if first > 0 and (on - since).days <= 3:
        change = (
            f"{_told(spans[first - 1].side, spans[first - 1].state)} until {spans[first - 1].end}"
        )
    else:
        later = next((s for s in spans[at + 1 :] if not _alike(s, spans[at])), None)
        if later is not None and (later.start - on).days <= 3:
            change = f"{_told(later.side, later.state)} from {later.start}"
    return since, change


def _alike(one: Control, other: Control) -> bool:
    return (one.state, one.side) == (other.state, other.side)


def _told(side: str | None, state: str) -> str:
    return f"{state} by {side}" if side else state
