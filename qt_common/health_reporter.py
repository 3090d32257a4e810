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
from hall.supervision.station_beat import BEAT_S, record_beat
from qt_common.device_bridge import DeviceBridge
from qt_common.runner import Runner

log = logging.getLogger(__name__)

FIRST_RETRY_MS = 2_000
LONGEST_RETRY_MS = 60_000


class HealthReporter(QObject):
    """Follows the bridges' statuses; lives in the UI thread.

    One transaction at a time: what changes meanwhile, or while the database is away, waits, and only the latest of
    each device is told. Work that begins and ends (BUSY) and a device that is only starting are no news. Every
    report, and one every ``beat_s`` seconds without any news, is a sign of life (心跳): a station that is switched
    off is silent, and known to be.

    Args:
        bridges: the station's devices.
        runner: the app's database worker.
        station: this station's name.
        first_retry_ms: pause after a report that failed; it doubles up to ``LONGEST_RETRY_MS``.
        beat_s: how often a sign of life is given, in seconds.
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
        beat_s: int = BEAT_S,
    ) -> None:
        super().__init__(parent)
        self._bridges = [bridge for bridge in bridges if bridge.is_configured]
        self._runner = runner
        self._store = store
        self._actor = system_at(station)
        self._told: dict[str, DeviceFacts] = {}
        self._sending: dict[str, DeviceFacts] | None = None
        self._first_retry_ms = first_retry_ms
        self._failures = 0
        self._closed = False
        self._beat_s = beat_s
        self._beat_due = bool(self._bridges)
        self._beat = QTimer(self)
        self._beat.setInterval(beat_s * 1000)
        self._beat.timeout.connect(self._beat_time)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self.look)
        for bridge in self._bridges:
            bridge.signals.status_changed.connect(self.look)
        if self._bridges:
            self._beat.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Report what differs from what was told last, unless a report is on its way or waits for its retry."""
        if self._closed or self._runner.is_closed or self._sending is not None or self._retry.isActive():
            return
        news = {}
        for bridge in self._bridges:
            facts = facts_of(bridge.status)
            if facts is not None and facts != self._told.get(bridge.name):
                news[bridge.name] = facts
        if news or self._beat_due:
            self._sending, self._beat_due = news, False
            self._runner.run(lambda: self._record(news), self._recorded, self._failed)

    def close(self) -> None:
        """Report nothing more; what is on its way is finished."""
        self._closed = True
        self._retry.stop()
        self._beat.stop()

    @Slot()
    def _beat_time(self) -> None:
        self._beat_due = True
        self.look()

    def _record(self, news: dict[str, DeviceFacts]) -> None:
        """On the database's thread."""
        with self._store.begin() as uow:
            for kind, facts in news.items():
                record_health(uow, kind, facts, by=self._actor)
            record_beat(uow, every_s=self._beat_s, by=self._actor)
            uow.commit()

    def _recorded(self, _: None) -> None:
        self._told |= self._sending or {}
        self._sending = None
        self._failures = 0
        self.look()

    def _failed(self, error: Exception) -> None:
        self._sending, self._beat_due = None, True
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
