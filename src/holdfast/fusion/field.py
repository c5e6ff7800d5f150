"""Claims in, the history of control of every place out: the door of this room."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from holdfast.fusion.chain import Chain
from holdfast.fusion.likelihood import Observation, Weighed, weigh
from holdfast.fusion.naming import in_theatre
from holdfast.fusion.settings import FusionSettings, fusion_settings
from holdfast.fusion.states import state_of
from holdfast.links import Origin, find_origins
from holdfast.model import CONTESTED, OTHER, Claim, Control, PlaceRef, State
from holdfast.theatre import Theatre, first_holder

#: Days after the last evidence that a history is told for.
HORIZON = 30
#: A span ends where a probability has moved by more than this since it began.
DRIFT = 0.08


class Evidence(msgspec.Struct, frozen=True):
    """What fusion takes in, with what is known about the papers.

    `copy_of` gives each document its group of near copies, and a claim that a digest took over that
    of the document it is from; `source_of` its paper, `leaning_of` the
    side the paper is minded to; a document that is absent has none.
    """

    claims: tuple[Claim, ...]
    copy_of: dict[str, str] = {}
    source_of: dict[str, str | None] = {}
    leaning_of: dict[str, str | None] = {}


class Voice(msgspec.Struct, frozen=True):
    """An origin with the one claim that speaks for it."""

    origin: Origin
    spokesman: Weighed


class PlaceBelief:
    """Everything believed about one place, and why."""

    def __init__(
        self,
        place: PlaceRef,
        claims: Sequence[Claim],
        evidence: Evidence,
        theatre: Theatre | None,
        settings: FusionSettings,
    ) -> None:
        """`claims` are those about this place; others of `evidence` are not looked at."""
        self.place = place
        self.settings = settings
        self.claims = {claim.id: claim for claim in claims}
        self.states = _states(claims, place, theatre)
        self.prior, self.prior_note = _prior(self.states, place, theatre, settings)
        self.prior_told = len(set(self.prior.values())) > 1
        self.voices = self._voices(claims, evidence)
        days = [o.day for v in self.voices for o in v.spokesman.observations]
        self.first_day = theatre.first_day if theatre is not None else min(days, default=date.min)
        self.lines_day = self.first_day
        self.first_day = min([self.first_day, *days])
        told = [self.lines_day] if self.prior_told else []
        self.evidence_days = sorted({*told, *days})
        latest = date.max - timedelta(HORIZON)
        self.last_day = min(max([self.first_day, *days]), latest) + timedelta(HORIZON)
        self.chain = self.chain_of(self.voices)
        self._on_evidence = {day: self.chain.on(day) for day in self.evidence_days}

    def _voices(self, claims: Sequence[Claim], evidence: Evidence) -> list[Voice]:
        weighed = {
            w.claim: w
            for claim in claims
            if (
                w := weigh(
                    claim, self.states, evidence.leaning_of.get(claim.document), self.settings
                )
            )
        }
        speaking = [c for c in claims if c.id in weighed and weighed[c.id].observations]
        voices = []
        for origin in find_origins(speaking, evidence.copy_of, evidence.source_of):
            best = max(origin.claims, key=lambda c: (weighed[c].weight, c))
            voices.append(Voice(origin, weighed[best]))
        return voices

    def chain_of(self, voices: Iterable[Voice]) -> Chain:
        """The chain with only some of the voices."""
        taken = list(voices)
        observations = [o for v in taken for o in v.spokesman.observations]
        prior = self.prior
        if self.lines_day > self.first_day and self.prior_told:
            # Something is told of days before the first lines: they are evidence of their own day.
            prior = dict.fromkeys(self.states, 1 / len(self.states))
            lines = {s: math.log(p / min(self.prior.values())) for s, p in self.prior.items()}
            observations.append(Observation(self.lines_day, lines))
        return Chain(
            self.states, prior, self.first_day, observations,
            self.settings.change, self.settings.moving,
            [v.spokesman.moving for v in taken if v.spokesman.moving is not None],
        )  # fmt: skip

    def newest_evidence(self, day: date) -> date | None:
        """The last day up to `day` of which any origin speaks."""
        days = [
            end for voice in self.voices for id in voice.origin.claims
            if (time := self.claims[id].time) is not None and (end := time.end) is not None
            and time.start is not None and time.start <= day
        ]  # fmt: skip
        return min(max(days), day) if days else None

    def _state(self, day: date, chances: Mapping[str, float]) -> tuple[State, str | None]:
        """The state of a day by its chances and by the days with evidence next before and after it;
        the first lines are evidence of the first day.
        """
        at = bisect_right(self.evidence_days, day)
        near = self.evidence_days[max(at - 1, 0) : at + 1]
        away = min((abs((d - day).days) for d in near), default=0)
        return state_of(
            chances, [self._on_evidence[d] for d in near], away,
            heard=bool(self.voices), rules=self.settings.states,
        )  # fmt: skip

    def on(self, day: date) -> Control:
        """The belief about one day."""
        if day < self.first_day:
            return Control(
                place=self.place, start=day, end=day, state="unknown", side=None,
                probabilities=dict.fromkeys(self.states, round(1 / len(self.states), 4)),
            )  # fmt: skip
        chances = self.chain.on(day)
        return self._control(day, day, chances, *self._state(day, chances))

    def _control(
        self, start: date, end: date, chances: Mapping[str, float], state: State, side: str | None
    ) -> Control:
        told = [
            v for v in self.voices
            if any((t := self.claims[id].time) is not None and t.start is not None and t.start <= end
                   for id in v.origin.claims)
        ]  # fmt: skip
        return Control(
            place=self.place, start=start, end=end, state=state, side=side,
            probabilities={s: round(p, 4) for s, p in chances.items()},
            newest_evidence=self.newest_evidence(end), origins=len(told), reports=sum(len(v.origin.claims) for v in told),
        )  # fmt: skip

    def history(self, until: date | None = None) -> list[Control]:
        """Spans of days on which the belief is about the same, in order and without gaps."""
        last = max(until or self.last_day, self.last_day)
        spans: list[Control] = []
        start = day = self.first_day
        opening = self.chain.on(start)
        opening_state = self._state(start, opening)
        while day <= last:
            following = min(day, date.max - timedelta(1)) + timedelta(1)
            chances = self.chain.on(following)
            now = self._state(following, chances)
            moved = max(abs(chances[s] - opening[s]) for s in self.states) > DRIFT
            if day == last or moved or now != opening_state:
                middle = self.chain.on(start + (day - start) / 2)
                spans.append(self._control(start, day, middle, *opening_state))
                start, opening, opening_state = following, chances, now
            if day == last:
                break
            day = following
        return spans


def _states(claims: Sequence[Claim], place: PlaceRef, theatre: Theatre | None) -> tuple[str, ...]:
    """The sides that can hold the place, in the order of their names, and contested last."""
    told = {
        c.side for c in claims if c.side is not None and c.kind != "armed_clash" and c.moves_map
    }
    told |= {
        c.target.side for c in claims if c.target is not None and c.target.side and c.moves_map
    }
    sides = {s.id for s in theatre.sides} if theatre is not None else set()
    if len(sides) != 2:
        # Of many sides, those that are told of here, and whoever held it first.
        holder = first_holder(place, theatre) if theatre is not None else None
        sides = {*told, *([holder] if holder is not None else [])}
    elif theatre is not None and place.country not in theatre.countries:
        sides |= told
    named = sorted(s for s in sides if s)
    return (*named, *([OTHER] if len(named) == 1 else []), CONTESTED)


def _prior(
    states: Sequence[str], place: PlaceRef, theatre: Theatre | None, settings: FusionSettings
) -> tuple[dict[str, float], str]:
    holder = first_holder(place, theatre) if theatre is not None else None
    if holder in states:
        rest = (1 - settings.prior.told) / (len(states) - 1)
        side = theatre.side(holder) if theatre is not None and holder is not None else None
        day = theatre.first_day if theatre is not None else ""
        note = f"first lines of {day}: {side.name if side is not None else holder}"
        return {s: settings.prior.told if s == holder else rest for s in states}, note
    return dict.fromkeys(states, 1 / len(states)), "no first lines"


def believe(
    evidence: Evidence,
    theatres: Sequence[Theatre],
    *,
    places: Sequence[PlaceRef] = (),
    settings: FusionSettings | None = None,
) -> list[PlaceBelief]:
    """The belief about every place that a claim names, and about `places` besides.

    In: claims with what is known of their papers; the theatres in force (a place belongs to the
    first whose countries hold it, else to the first theatre whose sides its claims name). Out: one
    belief a place, by place id.
    """
    settings = settings or fusion_settings()
    evidence = msgspec.structs.replace(
        evidence, claims=tuple(in_theatre(claim, theatres) for claim in evidence.claims)
    )
    listed = {place.id: place for place in places}
    by_place: dict[str, list[Claim]] = {id: [] for id in listed}
    refs: dict[str, PlaceRef] = dict(listed)
    for claim in evidence.claims:
        place = claim.place
        if place is None or place.id is None:
            continue
        by_place.setdefault(place.id, []).append(claim)
        known = refs.get(place.id)
        kind = "PPL" if place.kind == "SECTOR" else place.kind
        if known is None:
            refs[place.id] = PlaceRef(
                place.id, place.name, place.lat, place.lon, kind, place.country, place.admin1
            )
    return [
        PlaceBelief(refs[id], claims, evidence, _theatre_of(refs[id], claims, theatres), settings)
        for id, claims in sorted(by_place.items())
    ]


def _theatre_of(
    place: PlaceRef, claims: Sequence[Claim], theatres: Sequence[Theatre]
) -> Theatre | None:
    sides = {c.side for c in claims}
    for theatre in theatres:
        if place.country in theatre.countries and (
            not claims or sides & {s.id for s in theatre.sides} or sides <= {None}
        ):
            return theatre
    for theatre in theatres:
        if sides & {s.id for s in theatre.sides}:
            return theatre
    return None
