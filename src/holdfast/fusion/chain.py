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

from holdfast.fusion.likelihood import Observation
from holdfast.fusion.settings import Change
from holdfast.model import CONTESTED

Vector = NDArray[np.float64]
#: No single day's evidence counts for more than this (nats), whatever is added up.
MOST = 12.0


@lru_cache(maxsize=4096)
def _power(states: tuple[str, ...], change: Change, days: int) -> Vector:
    """The transition over some days: rows from, columns to."""
    n = len(states)
    sides = n - 1
    step = np.zeros((n, n))
    for i, a in enumerate(states):
        for j, b in enumerate(states):
            if i == j:
                continue
            if a == CONTESTED:
                step[i, j] = change.settle / max(1, sides)
            elif b == CONTESTED:
                step[i, j] = change.to_contested
            else:
                step[i, j] = change.to_other / max(1, sides - 1)
        step[i, i] = 1.0 - step[i].sum()
    return np.asarray(np.linalg.matrix_power(step, days))


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
        windows: Sequence[tuple[date, date]] = (),
    ) -> None:
        """`prior` are the chances of the states on `first_day`; they sum to one. In `windows`
        (first and last day) the state changes at the rates of `moving`, elsewhere of `change`."""
        self.states = tuple(states)
        self.change = change
        self.moving = moving
        self.windows = tuple(sorted(set(windows)))
        by_day: dict[date, Vector] = {}
        for observation in observations:
            day = max(observation.day, first_day)
            nats = by_day.setdefault(day, np.zeros(len(self.states)))
            for state, weight in observation.nats.items():
                nats[self.states.index(state)] += weight
        edges = [first_day, *(day for window in self.windows for day in window)]
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
        moves = any(first <= a and b <= last for first, last in self.windows)
        return _power(self.states, self.moving if moves else self.change, (b - a).days)

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
