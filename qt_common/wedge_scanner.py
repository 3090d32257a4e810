"""A keyboard-wedge scanner as a device (键盘口扫码器): ``wedge://`` or ``wedge://?gap=50``.

Scanners and card readers that type their codes need no port: `WedgeFilter` takes the codes out of the keyboard's
keys. ``gap`` is the longest pause in ms between two keys of one code; slow scanners need more, and what people type
is held back for as long. Only the app whose window has the focus gets the codes.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from devices.code_scanner.interface import ScannedCode
from devices.core.address import Address
from devices.core.clock import utc_now
from devices.core.errors import AddressError, NotConnected, ProtocolError
from devices.core.status import DeviceStatus, Health, Link
from qt_common.wedge_filter import WedgeFilter

log = logging.getLogger(__name__)

GAP_MS = 50.0
POLL_SECONDS = 0.1
MAX_KEPT = 8


class _Ear(QObject):
    """Lives in the UI thread, where the keys come; installs the filter while the driver is open."""

    wanted = Signal(bool)

    def __init__(self, app: QApplication, heard: Callable[[ScannedCode], None], gap_ms: float) -> None:
        super().__init__(app)
        self._app = app
        self._heard = heard
        self._gap_ms = gap_ms
        self._filter: WedgeFilter | None = None
        self.wanted.connect(self.listen)

    @Slot(bool)
    def listen(self, wanted: bool) -> None:
        if wanted and self._filter is None:
            self._filter = WedgeFilter(self._app, max_gap=self._gap_ms / 1000, parent=self)
            self._filter.scanned.connect(self.take)
        elif not wanted and self._filter is not None:
            self._filter.close()
            self._filter.deleteLater()
            self._filter = None

    @Slot(object)
    def take(self, code: ScannedCode) -> None:
        self._heard(code)


class WedgeScanner:
    """`CodeScanner`; built in the UI thread, used by the supervisor's.

    It cannot be asked how it is: its health is DEGRADED until a first code came since it was opened, then OK.
    """

    model = "keyboard-wedge scanner"
    verified = False

    def __init__(self, app: QApplication, gap_ms: float = GAP_MS) -> None:
        self._arrived = threading.Condition()
        self._codes: deque[ScannedCode] = deque(maxlen=MAX_KEPT)
        self._is_open = False
        self._was_heard = False
        self._ear = _Ear(app, self._heard, gap_ms)

    def open(self) -> None:
        with self._arrived:
            self._is_open, self._was_heard = True, False
            self._codes.clear()
        self._ear.wanted.emit(True)
        log.warning("%s: not verified on the real device", self.model)

    def close(self) -> None:
        with self._arrived:
            if not self._is_open:
                return
            self._is_open = False
            self._codes.clear()
            self._arrived.notify_all()
        self._ear.wanted.emit(False)

    def probe(self) -> DeviceStatus:
        self._require_open()
        if self._was_heard:
            return DeviceStatus(link=Link.ONLINE, health=Health.OK, at=utc_now())
        detail = "no code heard yet, and a keyboard cannot be asked"
        return DeviceStatus(link=Link.ONLINE, health=Health.DEGRADED, at=utc_now(), detail=detail)

    def wait_code(self, timeout_s: float, cancelled: Callable[[], bool]) -> ScannedCode | None:
        deadline = time.monotonic() + timeout_s
        while True:
            with self._arrived:
                self._require_open()
                if self._codes:
                    code = self._codes.popleft()
                    break
                left = deadline - time.monotonic()
                if left <= 0 or cancelled():
                    return None
                self._arrived.wait(min(left, POLL_SECONDS))
        if code.text is None:
            raise ProtocolError(
                f"{len(code.raw)} bytes that are no text", message="扫到的内容无法识别，请重新扫码。"
            )
        return code

    def forget(self) -> None:
        with self._arrived:
            self._codes.clear()

    def _heard(self, code: ScannedCode) -> None:
        with self._arrived:
            if self._is_open:
                self._was_heard = True
                self._codes.append(code)
                self._arrived.notify_all()

    def _require_open(self) -> None:
        if not self._is_open:
            raise NotConnected("the keyboard is not listened to")


def make_wedge(url: str) -> WedgeScanner:
    """Build it; call in the UI thread, once the application exists.

    Raises:
        AddressError: unknown option or value, or the program has no windows.
    """
    address = Address.parse(url)
    address.check_options(("gap",))
    if address.authority or address.path.strip("/"):
        raise AddressError(f"{url!r} has nothing but options, such as wedge://?gap=50")
    gap = address.number("gap", GAP_MS, low=5, high=200)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise AddressError(f"{url!r} needs a program with windows")
    return WedgeScanner(app, gap)
