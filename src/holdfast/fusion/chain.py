"""A chain of days over the states of one place: forward and backward.

Time is compressed to the days on which something is said; between them the chain takes powers of
its daily transition, so that a year without news costs no more than a day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from holdfast.fusion.likelihood import Moving, Observation
from holdfast.fusion.settings import Change
from holdfast.model import CONTESTED

Vector = NDArray[np.float64]
#: No single day's evidence counts for more than this (nats), whatever is added up.
MOST = 12.0


#: For each side that the place may be going over to, how sure that is of any part of it and of the
#: whole (0 to 1); sorted by side.
Toward = tuple[tuple[str, float, float], ...]


@lru_cache(maxsize=4096)
def _power(
    states: tuple[str, ...], quiet: Change, moving: Change, toward: Toward, days: int
) -> Vector:
    """The transition over some days: rows from, columns to. Changes `toward` a side come at rates
    between those of `quiet` and of `moving`, as sure as they are; all others at those of `quiet`.
    """
    n = len(states)
    sides = n - 1
    sure = {side: whole for side, _, whole in toward}
    step = np.zeros((n, n))
    for i, a in enumerate(states):
        elsewhere = max((part for side, part, _ in toward if side != a), default=0.0)
        for j, b in enumerate(states):
            if i == j:
                continue
            if a == CONTESTED:
                step[i, j] = _between(quiet.settle, moving.settle, sure.get(b, 0.0)) / max(1, sides)
            elif b == CONTESTED:
                step[i, j] = _between(quiet.to_contested, moving.to_contested, elsewhere)
            else:
                over = max(0.0, sure.get(b, 0.0) - sure.get(a, 0.0))
                step[i, j] = _between(quiet.to_other, moving.to_other, over) / max(1, sides - 1)
        step[i, i] = 1.0 - step[i].sum()
    return np.asarray(np.linalg.matrix_power(step, days))


def _between(low: float, high: float, share: float) -> float:
    return low + share * (high - low)


class Chain:
    """The belief about one place on every day, given what is said of it."""

    def __init__(
        self,
        states: Sequence[str],
        prior: Mapping[str, float],
        first_day: date,
        observations: Iterable[Observation],
        change: Change,
        moving: Change,
        windows: Sequence[Moving] = (),
    ) -> None:
        """`prior` are the chances of the states on `first_day`; they sum to one. In `windows`
        the state goes over to the sides they name at the rates of `moving`; all other changes come
        at those of `change`.
        """
        self.states = tuple(states)
        self.change = change
        self.moving = moving
        self.windows = tuple(windows)
        by_day: dict[date, Vector] = {}
        for observation in observations:
            day = max(observation.day, first_day)
            nats = by_day.setdefault(day, np.zeros(len(self.states)))
            for state, weight in observation.nats.items():
                nats[self.states.index(state)] += weight
        edges = [first_day, *(day for w in self.windows for day in (w.first, w.last))]
        for day in edges:
            by_day.setdefault(max(day, first_day), np.zeros(len(self.states)))
        self.days = sorted(by_day)
        evidence = [np.exp(_limited(by_day[day])) for day in self.days]
        self._forward = self._run_forward(prior, evidence)
        self._backward = self._run_backward(evidence)

    def _run_forward(self, prior: Mapping[str, float], evidence: Sequence[Vector]) -> list[Vector]:
        current = np.array([prior[s] for s in self.states]) * evidence[0]
        found = [current / current.sum()]
        for i in range(1, len(self.days)):
            current = found[-1] @ self._over(self.days[i - 1], self.days[i]) * evidence[i]
            found.append(current / current.sum())
        return found

    def _run_backward(self, evidence: Sequence[Vector]) -> list[Vector]:
        found = [np.ones(len(self.states))]
        for i in range(len(self.days) - 1, 0, -1):
            current = self._over(self.days[i - 1], self.days[i]) @ (found[0] * evidence[i])
            found.insert(0, current / current.sum())
        self._evidence = evidence
        return found

    def _over(self, a: date, b: date) -> Vector:
        sure: dict[str, tuple[float, float]] = {}
        for window in self.windows:
            if window.first <= a and b <= window.last:
                whole = window.strength if window.whole else 0.0
                for side in window.toward:
                    part_before, whole_before = sure.get(side, (0.0, 0.0))
                    sure[side] = max(part_before, window.strength), max(whole_before, whole)
        toward = tuple((side, *sure[side]) for side in sorted(sure))
        return _power(self.states, self.change, self.moving, toward, (b - a).days)

    def on(self, day: date) -> dict[str, float]:
        """The chances of the states on a day, all evidence before and after it taken in."""
        at = bisect_right(self.days, day) - 1
        if at < 0:
            at, day = 0, self.days[0]
        before = self._forward[at] @ self._over(self.days[at], day)
        if day == self.days[at]:
            after = self._backward[at]
        elif at + 1 < len(self.days):
            later = self._backward[at + 1] * self._evidence[at + 1]
            after = self._over(day, self.days[at + 1]) @ later
        else:
            after = np.ones(len(self.states))
        chances = before * after
        chances = chances / chances.sum()
        return {state: float(chance) for state, chance in zip(self.states, chances, strict=True)}


def _limited(nats: Vector) -> Vector:
    """Log-weights relative to their largest, none lower than `-MOST`."""
    return np.asarray(np.maximum(nats - nats.max(), -MOST))
