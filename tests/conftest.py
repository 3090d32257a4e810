"""Settings every test runs under; the fixtures live in tests/support."""

from __future__ import annotations

import os

# Before anything imports Qt: without a platform Qt aborts the process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "tests.support.collecting",
    "tests.support.postgres",
    "tests.support.requirements",
    "tests.support.sound",
    "tests.support.stores",
    "tests.support.restartable_postgres",  # uses the one before
]

from hypothesis import HealthCheck, settings  # noqa: E402 - after the platform is set, as everything else here

# How long an example takes says more of the machine than of the code.
settings.register_profile("hall", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hall")
