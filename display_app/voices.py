"""The voices of a display (播报设备): one device for each address that its configuration names."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import cast

from devices.core.registry import DriverRegistry
from devices.core.supervisor import DeviceSupervisor
from devices.voice.announcement_queue import Say
from devices.voice.interface import Voice
from display_app.announcer import Announcer
from display_app.loudspeakers import Loudspeakers
from display_app.notice_clock import NoticeClock
from display_app.voice_line import VoiceLine
from qt_common.device_bridge import DeviceBridge
from qt_common.machine_config import ConfigError, MachineConfig

log = logging.getLogger(__name__)


class Voices:
    """Opens the voices; `bridges` are what the station reports of.

    Args:
        config: ``devices.voice`` is the usual one, ``display.voices`` those of single zones; they are opened only
            where ``display.speak`` is on.

    Raises:
        ConfigError: a zone has a voice that this display does not show.
        AddressError: an address is not understood.
    """

    def __init__(self, config: MachineConfig, registry: DriverRegistry) -> None:
        display, usual = config.display, config.devices.voice
        strange = sorted(set(display.voices) - set(display.zones)) if display.zones else []
        if strange:
            raise ConfigError(
                f"display.voices names zones that are not in display.zones: {', '.join(strange)}",
                message=f"display.voices 中的区 {'、'.join(strange)} 不在 display.zones 中。",
            )
        self._registry = registry
        self._lines: dict[str, Say] = {}  # by address
        self.bridges: list[DeviceBridge[Voice]] = []
        if not display.speak or display.kind != "main":
            return
        if usual is not None:
            self._open("voice", usual)
        for zone, url in display.voices.items():
            self._open(f"voice_{zone}" if self._lines else "voice", url)
        if not self._lines:
            log.warning("display.speak is on, but neither devices.voice nor display.voices names a voice")

    def loudspeakers(self, config: MachineConfig, now: Callable[[], datetime], hold_ms: int) -> Loudspeakers:
        """Announcers for all of them."""
        rules = config.hall.announcements
        by_url = {url: Announcer(rules, say, now, hold_ms=hold_ms) for url, say in self._lines.items()}
        usual = by_url.get(config.devices.voice or "") or Announcer(rules, None, now, hold_ms=hold_ms)
        by_zone = {zone: by_url[url] for zone, url in config.display.voices.items() if url in by_url}
        return Loudspeakers(usual, by_zone, NoticeClock(rules, now))

    def close(self) -> None:
        """Close all."""
        for bridge in self.bridges:
            bridge.close()

    def _open(self, name: str, url: str) -> None:
        if url in self._lines:
            return
        bridge: DeviceBridge[Voice] = DeviceBridge(name)
        driver = cast("Voice", self._registry.make_driver("voice", url))
        supervisor = DeviceSupervisor(name, driver, on_status=bridge.on_status)
        bridge.attach(supervisor)
        self.bridges.append(bridge)
        self._lines[url] = VoiceLine(supervisor).say
