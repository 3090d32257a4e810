"""The page that is shown, and turning to another (翻页): one state, replaced whole, and its countdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk_app.journey_state import JourneyState, Notice, NoticeKind, Page

if TYPE_CHECKING:
    from kiosk_app.modes import Modes


PASSING = frozenset({Page.NOTICE, Page.WAIT})  # 返回 does not lead back to them


class PageTurner(QObject):
    """Holds the one state, and turns from page to page; knows no reason why.

    Args:
        done_seconds: pages that end a visit go home by themselves after this.
    """

    turning = Signal(object)  # JourneyState: another page or look comes; before anybody draws anything of it
    changed = Signal(object)  # JourneyState

    def __init__(self, done_seconds: int, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = JourneyState(language=language)
        self._done_seconds = done_seconds

    def go(self, page: Page, **changes: object) -> None:
        """On to another page; what belonged to the last one only (a notice, a countdown) is dropped."""
        state = self.state
        trail = state.trail if state.page in PASSING else (*state.trail, state.page)
        fresh: dict[str, object] = {"notice": None, "seconds_left": 0, "searching": False, "same_person": False}
        self._set(replace(state, page=page, trail=trail, **{**fresh, **changes}))  # type: ignore[arg-type]

    def end_with(self, page: Page) -> None:
        """The page that ends a visit: no way leads back into it."""
        self._set(replace(self.state, page=page, trail=(), notice=None, seconds_left=0, searching=False))

    def search(self, searching: bool) -> None:
        """Something is being looked for, or no longer."""
        self._set(replace(self.state, searching=searching))

    def set_language(self, language: str) -> None:
        """Chinese or English."""
        self._set(replace(self.state, language=language))

    def set_modes(self, modes: Modes) -> None:
        """长辈版, 高对比, 低位操作: each on or off."""
        self._set(replace(self.state, modes=modes))

    def show_notice(self, notice: Notice) -> None:
        """Show a calm page; it goes home by itself."""
        self.go(Page.NOTICE, notice=notice, seconds_left=self._notice_seconds(notice))

    def hold(self) -> None:
        """A touch: the visitor still reads; the countdown of a notice begins anew."""
        if self.state.seconds_left and self.state.notice is not None:
            self._set(replace(self.state, seconds_left=self._notice_seconds(self.state.notice)))

    def _notice(self, notice: Notice) -> None:
        self._end_on(Page.NOTICE, notice, self._notice_seconds(notice))

    def _notice_seconds(self, notice: Notice) -> int:
        return self._done_seconds * (3 if notice.kind is NoticeKind.NO_PRINTER else 2)

    def _end_on(self, page: Page, notice: Notice | None, seconds: int) -> None:
        """A page of the end of the visit: 返回 leads before the issuing, never into it."""
        trail = self.state.trail
        # Both people of a 代办 were handed on and forgotten: 返回 begins with the first again.
        if self.state.page not in (Page.PRINCIPAL, Page.PROGRESS, Page.TICKET, *PASSING):
            trail = (*trail, self.state.page)
        ending = replace(self.state, page=page, trail=trail, notice=notice, seconds_left=seconds)
        self._set(replace(ending, searching=False, same_person=False))

    def _set(self, state: JourneyState) -> None:
        if state == self.state:
            return
        before, self.state = self.state, state
        if (before.page, before.modes, before.language) != (state.page, state.modes, state.language):
            self.turning.emit(state)
        self.changed.emit(state)
