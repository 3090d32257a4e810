"""What one check of the doctor says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of one check.

    ``hint`` is Chinese and says what to do; empty when all is well. A failed check that is only a ``warning`` does
    not make the machine unfit.
    """

    name: str
    ok: bool
    detail: str
    hint: str = ""
    warning: bool = False

    def as_document(self) -> dict[str, Any]:
        """The check for ``--json``; ``level`` is ok, warning or error."""
        level = "ok" if self.ok else "warning" if self.warning else "error"
        return {"name": self.name, "ok": self.ok, "level": level, "detail": self.detail, "hint": self.hint}


def is_fit(checks: Sequence[Check]) -> bool:
    """No check failed other than with a warning."""
    return all(check.ok or check.warning for check in checks)


def report(checks: Sequence[Check]) -> Mapping[str, Any]:
    """All checks for ``--json``."""
    return {"ok": is_fit(checks), "checks": [check.as_document() for check in checks]}
