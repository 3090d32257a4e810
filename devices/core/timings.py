"""How often a device is asked and looked for (轮询与重连间隔)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timings:
    """How often to probe and to reconnect, in seconds."""

    probe_every: float = 3.0
    first_retry: float = 0.5
    longest_retry: float = 2.0

    def retry_after(self, failures: int) -> float:
        """Seconds to wait after the ``failures``-th failed attempt in a row (1, 2, …)."""
        return float(min(self.first_retry * 2 ** min(failures - 1, 16), self.longest_retry))
