"""For all screens: what a test leaves behind is cleared away before the next."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def cleared_away() -> Iterator[None]:
    """Delete what was to be deleted later, and collect the cycles, here in the UI thread.

    An app builds its windows once. Tests build hundreds, and their remains were collected in the middle of another
    test, or by a worker's thread, where Qt objects must not die.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
