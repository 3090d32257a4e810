"""A counter on a real database with simulated devices, as a clerk works at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.counter import Counter
from counter_app.desk import Desk
from counter_app.screen_pad import PadScreen, with_screen_pad
from db.crypto import Keys
from db.documents import FileDocuments
from db.holidays import working_calendar
from db.store import SqlStore
from devices.core.registry import default_registry
from devices.core.supervisor import DeviceSupervisor, Timings
from hall.business_calendar.calendar import WorkingCalendar
from hall.ports import DocumentStore, UnitOfWork
from hall.profile import HallProfile
from qt_common.device_bridge import DeviceBridge
from tests.support.sample_hall import PROFILE, PlainHasher

QUICK = Timings(probe_every=0.3, first_retry=0.05, longest_retry=0.2)
WAIT_MS = 20_000


def calendar_of(uow: UnitOfWork) -> WorkingCalendar:
    """As the program has it."""
    return working_calendar(uow)  # type: ignore[arg-type]


class Station:
    """One running counter; the windows are real, keys and clicks go through Qt."""

    def __init__(
        self,
        qtbot: QtBot,
        store: SqlStore,
        keys: Keys,
        folder: Path,
        *,
        window: int = 3,
        pad: str | None = None,
        camera: str | None = None,
        profile: HallProfile = PROFILE,
        documents: DocumentStore | None = None,
        others: Mapping[str, str] | None = None,
    ) -> None:
        self.qtbot = qtbot
        self._closed = False
        self.screen = PadScreen()
        registry = with_screen_pad(default_registry(), self.screen)

        def bridge(kind: str, url: str | None) -> DeviceBridge[Any]:
            made: DeviceBridge[Any] = DeviceBridge(kind)
            if url is not None:
                driver = registry.make_driver(kind, url)
                made.attach(DeviceSupervisor(kind, driver, on_status=made.on_status, timings=QUICK))
            return made

        desk = Desk(store, window, f"counter-{window}", profile, PlainHasher(), calendar_of)
        self.counter = Counter(
            desk,
            store.feed,
            documents or FileDocuments(str(folder / "documents"), keys),
            pad=bridge("rating_pad", pad),
            pad_screen=self.screen,
            camera=bridge("document_camera", camera),
            drafts=folder / f"drafts-{window}.json",
            other_devices=[bridge(kind, url) for kind, url in (others or {}).items()],
        )
        self.counter.start(citizen_screen=1, always=pad is not None and pad.startswith("screen"))
        self.window = self.counter.windows.window
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window, timeout=WAIT_MS)

    @property
    def state(self) -> dict[str, Any]:
        """What is on the screen."""
        return self.counter.describe()

    def widget(self, name: str, top: QWidget | None = None) -> QWidget:
        """The visible widget of that name, once it is there."""

        def found() -> list[QWidget]:
            return [w for w in (top or self.window).findChildren(QWidget, name) if w.isVisible()]

        self.qtbot.waitUntil(lambda: len(found()) == 1, timeout=WAIT_MS)
        return found()[0]

    def text(self, name: str, top: QWidget | None = None) -> str:
        """The text of a label, field or button."""
        return str(self.widget(name, top).property("text"))

    def click(self, name: str, top: QWidget | None = None) -> None:
        """A mouse press in the middle of a widget."""
        QTest.mouseClick(
            self.widget(name, top), Qt.MouseButton.LeftButton, pos=self.widget(name, top).rect().center()
        )

    def key(self, key: Qt.Key) -> None:
        """A key on whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def type(self, text: str) -> None:
        """Text into whatever has the focus; Chinese as an input method brings it."""
        focus = QApplication.focusWidget()
        assert focus is not None
        if text.isascii():
            QTest.keyClicks(focus, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focus, event)

    def until(self, condition: Callable[[dict[str, Any]], object]) -> None:
        """Wait until the screen fulfils ``condition``."""
        self.qtbot.waitUntil(lambda: bool(condition(self.state)), timeout=WAIT_MS)

    def press(self, key: Qt.Key, condition: Callable[[dict[str, Any]], object]) -> None:
        """A key, then wait for what it brings."""
        self.key(key)
        self.until(condition)

    def sign_in(self, number: str = "1027", password: str | None = None) -> None:
        """By keyboard."""
        self.until(lambda s: s["online"])
        for name, text in (("staff_number", number), ("password", password or f"pw-{number}")):
            field = self.widget(name)
            field.setFocus()
            QTest.keyClicks(field, text)
        QTest.keyClick(self.widget("password"), Qt.Key.Key_Return)
        self.until(lambda s: s["screen"] == "work" and s["state"] is not None and not s["busy"])

    def close(self) -> None:
        """As at the end of the day; may be called twice."""
        if not self._closed:
            self._closed = True
            self.counter.close()
