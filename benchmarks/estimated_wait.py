"""Estimated wait on simulated days: simulation of the queue against people ahead × mean ÷ open windows.

Target of the design: mean absolute error at most 0.7 of the naive one, and next to no bias.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.simulated_day import SHAPES, Guess, learn, plan_hall, run_day

HALLS = 3


@dataclass(frozen=True, slots=True)
class Score:
    """Errors in minutes over all ordinary arrivals of all days."""

    arrivals: int
    mean_wait: float
    forecast_error: float
    naive_error: float
    forecast_bias: float
    naive_bias: float

    @property
    def ratio(self) -> float:
        """Mean absolute error of the forecast ÷ that of the naive estimate."""
        return self.forecast_error / self.naive_error


def measure(halls: int = HALLS, *, seed: int = 2025) -> Score:
    """Score ``halls`` halls, each on one day of every arrival shape, after ten days of learning."""
    guesses: list[Guess] = []
    shapes = list(SHAPES.values())
    for number in range(halls):
        plan = plan_hall(seed + number)
        learnt = learn(plan, shapes, seed * 10 + number * 100)
        for index, shape in enumerate(shapes):
            day_seed = seed * 100 + number * 10 + index
            guesses += run_day(plan, shape, learnt.handling, day_seed, pressure=learnt.pressure)[0]
    count = len(guesses)
    return Score(
        arrivals=count,
        mean_wait=sum(g.actual for g in guesses) / count,
        forecast_error=sum(abs(g.forecast - g.actual) for g in guesses) / count,
        naive_error=sum(abs(g.naive - g.actual) for g in guesses) / count,
        forecast_bias=sum(g.forecast - g.actual for g in guesses) / count,
        naive_bias=sum(g.naive - g.actual for g in guesses) / count,
    )
