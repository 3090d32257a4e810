"""Measured handling times (办理时长): per item, window and hour of the day, honest about how little was measured.

What was measured is weighed against what is known one level up – window and hour against the item's own mean, the
item's mean against the catalogue's usual minutes – by how many services were seen (empirical Bayes: the level above
counts as ``PRIOR_WEIGHT`` services).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

PRIOR_WEIGHT = 8.0
DEFAULT_MINUTES = 8.0
DEFAULT_SPREAD = 0.6  # standard deviation ÷ mean where nothing was measured


@dataclass(frozen=True, slots=True)
class Sample:
    """One finished service.

    Attributes:
        hour: hour of the day it began in, 0 … 23, in the hall's zone.
        minutes: from START to FINISH.
    """

    item: str
    window: int
    hour: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Handling:
    """Expected handling time: mean and standard deviation in minutes, and how many services were seen."""

    mean: float
    deviation: float
    seen: int

    def remaining(self, elapsed: float) -> float:
        """Expected minutes still to come of a service that has lasted ``elapsed`` minutes.

        Handling times are taken as log-normal, so a long service is expected to go on longer, never to end “now”.
        """
        if elapsed <= 0:
            return self.mean
        spread = math.sqrt(math.log1p((self.deviation / self.mean) ** 2))
        if spread < 1e-6:
            return max(self.mean - elapsed, 0.0)
        location = math.log(self.mean) - spread * spread / 2
        at = math.log(elapsed)
        survives = _normal_above((at - location) / spread)
        if survives < 1e-9:
            return self.mean
        return self.mean * _normal_above((at - location - spread * spread) / spread) / survives - elapsed


@dataclass(frozen=True, slots=True)
class HandlingTimes:
    """Handling times by item, (item, window) and (item, window, hour).

    Attributes:
        usual: usual minutes by item, from the catalogue.
        sums: for each key count, sum and sum of squares of minutes.
    """

    usual: Mapping[str, float]
    sums: Mapping[tuple[str, int | None, int | None], tuple[int, float, float]] = field(default_factory=dict)

    @classmethod
    def measured(cls, samples: Iterable[Sample], usual: Mapping[str, float]) -> HandlingTimes:
        """Sum up finished services; under five seconds or over four hours is a slip of the key, not a service."""
        sums: dict[tuple[str, int | None, int | None], list[float]] = defaultdict(lambda: [0, 0.0, 0.0])
        for sample in samples:
            if not 1 / 12 <= sample.minutes <= 240:
                continue
            for key in (
                (sample.item, None, None),
                (sample.item, sample.window, None),
                (sample.item, sample.window, sample.hour),
            ):
                entry = sums[key]
                entry[0] += 1
                entry[1] += sample.minutes
                entry[2] += sample.minutes * sample.minutes
        return cls(usual, {key: (int(n), total, squares) for key, (n, total, squares) in sums.items()})

    def of(self, item: str, window: int | None = None, hour: int | None = None) -> Handling:
        """Expected handling time of ``item``, at a window and hour when they are given."""
        usual = self.usual.get(item, DEFAULT_MINUTES)
        count, total, squares = self.sums.get((item, None, None), (0, 0.0, 0.0))
        prior = PRIOR_WEIGHT if count else 1.0
        mean = (usual * prior + total) / (prior + count)
        variance = (DEFAULT_SPREAD * usual) ** 2
        if count >= 2:
            measured = max(squares / count - (total / count) ** 2, 0.0)
            variance = (variance * prior + measured * count) / (prior + count)
        for key in ((item, window, None), (item, window, hour)):
            n, sum_here, _ = self.sums.get(key, (0, 0.0, 0.0))
            if n:
                mean = (mean * PRIOR_WEIGHT + sum_here) / (PRIOR_WEIGHT + n)
        return Handling(mean, math.sqrt(variance), count)


def _normal_above(z: float) -> float:
    """P(Z > z) of the standard normal distribution."""
    return 0.5 * math.erfc(z / math.sqrt(2))
