"""Real processes at one database, killed in the middle of their work: nothing lost, doubled or overwritten.

HALLSUITE_SOAK_OPERATIONS sets how many operations; ``python -m benchmarks.soak`` runs the full hundred thousand.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.soak import soak
from db.crypto import Keys

OPERATIONS = int(os.environ.get("HALLSUITE_SOAK_OPERATIONS", "1500"))

pytestmark = pytest.mark.timeout(3600 if OPERATIONS > 1500 else 300)


@pytest.mark.req("Q-02", "Q-03", "Q-12", "Q-13")
def test_kiosks_and_windows_killed_at_random_lose_nobody_and_call_nobody_twice(
    any_url: str, hall_keys: Keys, tmp_path: Path
) -> None:
    folder = tmp_path / "soak"
    folder.mkdir()
    done = soak(any_url, hall_keys, folder, operations=OPERATIONS, seed=20250303)
    assert done.problems == dict.fromkeys(done.problems, 0)
    assert done.operations >= OPERATIONS
    assert done.killed >= 1  # a fast machine is done before the second blow
    kinds = done.found.replay.kinds
    assert {"ticket.called", "ticket.recalled", "ticket.missed", "ticket.suspended", "ticket.resumed"} <= set(kinds)
    assert {"ticket.transferred", "ticket.voided", "window.paused", "window.resumed"} <= set(kinds)
