"""Where the checkout is and which packages it holds."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

PACKAGES = ("hall", "db", "devices", "qt_common", "kiosk_app", "counter_app", "display_app", "cli", "benchmarks")


def present_packages() -> tuple[str, ...]:
    """Those of our packages that hold Python code in this checkout."""
    return tuple(name for name in PACKAGES if any((ROOT / name).rglob("*.py")))
