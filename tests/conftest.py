"""Settings every test runs under; the fixtures live in tests/support."""

from __future__ import annotations

import os

# Before anything imports Qt: without a platform Qt aborts the process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.support.postgres", "tests.support.requirements", "tests.support.stores"]
