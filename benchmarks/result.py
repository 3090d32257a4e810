"""What a benchmark says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """A measured value against its reference in the same run.

    Attributes:
        value, reference: in the same unit, named by the benchmark.
        ratio: value ÷ reference.
        target: what the ratio is held to.
        at_most: True when the ratio must not be above the target, False when not below.
        note: a further condition that was checked, such as “0 duplicates”; empty when it held or there is none.
    """

    value: float
    reference: float
    target: float
    at_most: bool = True
    note: str = ""

    @property
    def ratio(self) -> float:
        """value ÷ reference."""
        return self.value / self.reference

    @property
    def holds(self) -> bool:
        """True when the target is met and nothing else went wrong."""
        met = self.ratio <= self.target if self.at_most else self.ratio >= self.target
        return met and not self.note

    def as_document(self) -> Mapping[str, Any]:
        """For the JSON line of ``hallctl bench``."""
        return {
            "value": self.value,
            "reference": self.reference,
            "ratio": round(self.ratio, 3),
            "target": self.target,
            "holds": self.holds,
        }
