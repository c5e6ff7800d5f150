"""Choosing among the places that names may mean, all mentions of a report together.

Each candidate gets a score that adds up from what speaks for it: the theatre's countries, the
region named beside it, the other places of the report, its people, its likeness to the written
name. The share of its exponential among its rivals is the `score` of the choice.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from holdfast.model import distance_km
from holdfast.reading.places.book import Candidate
from holdfast.reading.places.keys import fold, skeleton
from holdfast.reading.places.mention import Mention

#: Weights of the evidence, in nats; set by hand on the development reports.
IN_THEATRE, FIRST_COUNTRY, IN_TEXT_COUNTRY = 3.0, 0.4, 2.0
IN_OWN_LIST = 1.5
PEOPLE = 0.55
ALIAS = -0.7
COUNTRY_NAME = 4.0
NEAR_OTHERS, NEAR_KM = 2.5, 120.0
IN_NAMED_REGION = 3.0
UNLIKE = -9.0
#: A garbled name is taken only where its place is this near another of the report, or this like.
GARBLED_NEAR_KM, GARBLED_LIKE = 120.0, 0.84
#: ... or, where its consonants are others, this like.
GARBLED_ALONE = 0.9
#: A name less like than this must lie this much nearer.
GARBLED_UNLIKE, GARBLED_CLOSE_KM = 0.75, 80.0
MIN_SCORE = 0.35


class Chooser:
    """Chooses for the mentions of one document."""

    def __init__(self, theatre: Sequence[str], countries: Sequence[str]) -> None:
        """`theatre` are the countries of the theatre in order, `countries` all the text names."""
        self.theatre = tuple(theatre)
        self.countries = tuple(countries)

    def choose(self, mentions: Sequence[Mention]) -> None:
        """Set `chosen`, `score` and `rivals` of every mention; `chosen` stays None in doubt."""
        for mention in mentions:
            self._settle(mention, [], set())
        for _ in range(2):
            anchors = [
                m.chosen for m in mentions
                if m.chosen is not None and m.chosen.kind == "PPL" and m.chosen.match != "garbled"
            ]  # fmt: skip
            regions = {
                (m.chosen.country, m.chosen.admin1)
                for m in mentions
                if m.chosen is not None and m.chosen.kind == "ADM1" and m.chosen.admin1
            }
            for mention in mentions:
                self._settle(mention, anchors, regions)
        for mention in mentions:
            self._doubt(mention, mentions)

    def _settle(
        self, mention: Mention, anchors: Sequence[Candidate], regions: set[tuple[str, str]]
    ) -> None:
        if not mention.candidates:
            return
        scored = [(self.weigh(c, anchors, regions), c) for c in mention.candidates]
        top = max(score for score, _ in scored)
        total = sum(math.exp(score - top) for score, _ in scored)
        best = max(scored, key=lambda pair: (pair[0], pair[1].population, pair[1].id))
        mention.chosen = best[1]
        mention.score = round(math.exp(best[0] - top) / total * _certainty(best[1]), 3)
        mention.rivals = len(scored) - 1

    def weigh(
        self, candidate: Candidate, anchors: Sequence[Candidate], regions: set[tuple[str, str]]
    ) -> float:
        """What speaks for a candidate, added up."""
        score = PEOPLE * math.log10(candidate.population + 100)
        if candidate.kind == "PCLI":
            score += COUNTRY_NAME
        if candidate.country in self.theatre:
            score += IN_THEATRE + FIRST_COUNTRY * (candidate.country == self.theatre[0])
        elif candidate.country in self.countries:
            score += IN_TEXT_COUNTRY
        if candidate.theatre:
            score += IN_OWN_LIST
        if candidate.match == "alias":
            score += ALIAS
        if (candidate.country, candidate.admin1) in regions:
            score += IN_NAMED_REGION
        score += UNLIKE * (1.0 - candidate.likeness)
        others = [a for a in anchors if a.id != candidate.id]
        if others and candidate.kind == "PPL":
            nearest = sorted(
                distance_km(candidate.lat, candidate.lon, a.lat, a.lon) for a in others
            )[:3]
            score += NEAR_OTHERS * sum(math.exp(-d / NEAR_KM) for d in nearest) / len(nearest)
        return score

    def _doubt(self, mention: Mention, mentions: Sequence[Mention]) -> None:
        """Take back a choice that is too weak to stand."""
        chosen = mention.chosen
        if chosen is None:
            return
        if chosen.match == "garbled":
            near = any(
                m is not mention and m.chosen is not None and m.chosen.kind in {"PPL", "ADM1"}
                and distance_km(chosen.lat, chosen.lon, m.chosen.lat, m.chosen.lon)
                < (GARBLED_NEAR_KM if chosen.likeness >= GARBLED_UNLIKE else GARBLED_CLOSE_KM) + (m.chosen.radius_km if m.chosen.kind == "ADM1" else 0.0)
                and (m.chosen.match != "garbled" or m.chosen.likeness >= 0.75)
                for m in mentions
            )  # fmt: skip
            alike = chosen.theatre or sorted(skeleton(fold(mention.written))) == sorted(
                skeleton(fold(chosen.name))
            )
            if not near and chosen.likeness < (GARBLED_LIKE if alike else GARBLED_ALONE):
                mention.chosen = None
        if mention.score < MIN_SCORE:
            mention.chosen = None


def _certainty(candidate: Candidate) -> float:
    return 0.5 + 0.5 * candidate.likeness
