"""Reports the health of a station's devices to the record (设备健康上报), without anybody waiting for it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from devices.core.status import DeviceStatus, Link
from hall.identity import system_at
from hall.ports import Store
from hall.supervision.device_health import DeviceFacts, record_health
from qt_common.device_bridge import DeviceBridge
from qt_common.runner import Runner

log = logging.getLogger(__name__)

FIRST_RETRY_MS = 2_000
LONGEST_RETRY_MS = 60_000


class HealthReporter(QObject):
    """Follows the bridges' statuses; lives in the UI thread.

    One transaction at a time: what changes meanwhile, or while the database is away, waits, and only the latest of
    each device is told. Work that begins and ends (BUSY) and a device that is only starting are no news.

    Args:
        bridges: the station's devices.
        runner: the app's database worker.
        station: this station's name.
        first_retry_ms: pause after a report that failed; it doubles up to ``LONGEST_RETRY_MS``.
    """

    def __init__(
        self,
        bridges: Iterable[DeviceBridge[Any]],
        runner: Runner,
        store: Store,
        station: str,
        parent: QObject | None = None,
        *,
        first_retry_ms: int = FIRST_RETRY_MS,
    ) -> None:
        super().__init__(parent)
        self._bridges = [bridge for bridge in bridges if bridge.is_configured]
        self._runner = runner
        self._store = store
        self._actor = system_at(station)
        self._told: dict[str, DeviceFacts] = {}
        self._sending: dict[str, DeviceFacts] = {}
        self._first_retry_ms = first_retry_ms
        self._failures = 0
        self._closed = False
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self.look)
        for bridge in self._bridges:
            bridge.signals.status_changed.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """Report what differs from what was told last, unless a report is on its way or waits for its retry."""
        if self._closed or self._sending or self._retry.isActive():
            return
        news = {}
        for bridge in self._bridges:
            facts = facts_of(bridge.status)
            if facts is not None and facts != self._told.get(bridge.name):
                news[bridge.name] = facts
        if news:
            self._sending = news
            self._runner.run(lambda: self._record(news), self._recorded, self._failed)

    def close(self) -> None:
        """Report nothing more; what is on its way is finished."""
        self._closed = True
        self._retry.stop()

    def _record(self, news: dict[str, DeviceFacts]) -> None:
        """On the database's thread."""
        with self._store.begin() as uow:
            changed = [record_health(uow, kind, facts, by=self._actor) for kind, facts in news.items()]
            if any(changed):
                uow.commit()

    def _recorded(self, _: None) -> None:
        self._told |= self._sending
        self._sending = {}
        self._failures = 0
        self.look()

    def _failed(self, error: Exception) -> None:
        self._sending = {}
        pause = min(self._first_retry_ms * 2 ** min(self._failures, 10), LONGEST_RETRY_MS)
        self._failures += 1
        log.info("the health of the devices is reported again in %d ms: %s", pause, error)
        self._retry.start(pause)


def facts_of(status: DeviceStatus | None) -> DeviceFacts | None:
    """What is worth a record; None while nothing is known yet."""
    if status is None or status.link in (Link.STARTING, Link.NO_DEVICE):
        return None
    link = Link.ONLINE if status.link is Link.BUSY else status.link
    supplies = status.supplies
    return DeviceFacts(
        link.value,
        status.health.value,
        supplies.paper.value,
        supplies.cover.value,
        supplies.cutter.value,
        ready=status.is_ready,
        detail=status.detail,
    )
