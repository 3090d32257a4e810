"""Decides what a window screen says (窗口屏): W-01, W-02."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from display_app.screens.window_screen.state import Mood, PlatePhoto, PlateState, WindowState
from hall.profile import HallProfile
from hall.queueing.board import WindowScreen
from hall.staffing.window import WindowState as Serving


class WindowViewModel(QObject):
    """Holds the screen's state and emits it when it changes.

    Args:
        number: the window it hangs at.
        profile: what the plate shows.
        now: the hall's clock.
    """

    state_changed = Signal(object)  # WindowState

    def __init__(
        self, number: int, profile: HallProfile, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._number = number
        self._profile = profile
        self._now = now
        self._reading: WindowScreen | None = None
        self._photo: PlatePhoto | None = None
        self._fresh = False
        self.state = WindowState(str(number), "")
        self.refresh()

    @property
    def sign(self) -> str:
        """The text for the LED sign over the window; empty clears it."""
        screen = self._reading
        if screen is None or screen.state is Serving.CLOSED:
            return ""
        if screen.state is Serving.PAUSED:
            return self.tr("暂停服务")
        if screen.label is None:
            return screen.name
        if screen.serving:
            return self.tr("正在办理 {number}").format(number=screen.label)
        return self._profile.announcements.led_text.format(number=screen.label, window=screen.number)

    @property
    def photo_wanted(self) -> str:
        """Address of the photo that belongs on the plate (`Clerk.photo`); empty for none."""
        clerk = self._reading.clerk if self._reading is not None else None
        return clerk.photo if clerk is not None and self._profile.plate.photo else ""

    def show_photo(self, photo: PlatePhoto) -> None:
        """A photo was fetched; it is shown while it is the clerk's."""
        self._photo = photo
        self.refresh()

    def show_reading(self, reading: WindowScreen) -> None:
        """Show a fresh snapshot."""
        self._reading = reading
        self._fresh = True
        self.refresh()

    def show_offline(self) -> None:
        """Keep the last state and say quietly since when."""
        self._fresh = False
        self.refresh()

    def refresh(self) -> None:
        """Put the state together again; also called each second for the clock, and when the language changes."""
        now = self._now()
        words = self.tr("{window}号窗口").format(window=self._number)
        state = WindowState(
            str(self._number), words, headline="", words=self.tr("正在连接数据…"), clock=f"{now:%H:%M}"
        )
        if self._reading is not None:
            state = self._read_state(self._reading, words, now)
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _read_state(self, screen: WindowScreen, words: str, now: datetime) -> WindowState:
        mood, headline, line, details = self._message(screen)
        badge = ""
        if screen.temporary_until is not None:
            badge = self.tr("临时窗口 至{time}").format(time=self._clock(screen.temporary_until))
        stale = ""
        if not self._fresh:
            stale = self.tr("数据更新于 {time}").format(time=self._clock(screen.at))
        return WindowState(
            number=str(screen.number),
            number_words=words,
            name=screen.name,
            mood=mood,
            headline=headline,
            words=line,
            details=details,
            badge=badge,
            plate=self._plate(screen),
            stale=stale,
            clock=f"{now:%H:%M}",
        )

    def _message(self, screen: WindowScreen) -> tuple[Mood, str, str, tuple[str, ...]]:
        if screen.state is Serving.CLOSED:
            return Mood.CLOSED, self.tr("未开放"), self.tr("请到其他窗口或咨询导办台"), ()
        if screen.pause is not None:
            details = (
                self.tr("去向：{where}").format(where=screen.pause.whereabouts),
                self.tr("预计 {time} 返回").format(time=self._clock(screen.pause.back_at)),
            )
            return Mood.PAUSED, self.tr("暂停服务"), screen.pause.reason, details
        if screen.label is None:
            return Mood.FREE, self.tr("正在服务"), self.tr("请留意叫号"), ()
        if screen.serving:
            return Mood.SERVING, screen.label, self.tr("正在办理"), ()
        called = self.tr("请到{window}号窗口办理").format(window=screen.number)
        return Mood.CALLED, screen.label, called, ()

    def _plate(self, screen: WindowScreen) -> PlateState | None:
        shown = self._profile.plate
        clerk = screen.clerk
        if clerk is None:
            return None
        contact = (screen.contact or clerk.phone) if shown.contact else ""
        return PlateState(
            name=clerk.name if shown.clerk_name else "",
            number=self.tr("工号 {number}").format(number=clerk.number) if shown.clerk_number else "",
            post=screen.post,
            contact=self._contact(contact),
            initial=clerk.name[:1] if shown.photo and shown.clerk_name else "",
            photo=self._photo_at_hand(),
        )

    def _photo_at_hand(self) -> PlatePhoto | None:
        photo = self._photo
        if photo is None or photo.url != self.photo_wanted or photo.image.isNull():
            return None
        return photo

    def _contact(self, phone: str) -> str:
        return self.tr("电话 {phone}").format(phone=phone) if phone else ""

    def _clock(self, at: datetime) -> str:
        return f"{at.astimezone(self._profile.zone):%H:%M}"
