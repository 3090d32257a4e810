"""The database worker as the view-models see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Worker(Protocol):
    """`qt_common.runner.Runner`, or what a test puts in its place."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> Any:
        """Run ``work`` elsewhere; then ``done(result)`` or ``failed(error)`` in the UI thread."""
