"""The kiosk's window (主窗口): frame and pages; built anew when size, mode or language change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QInputEvent, QKeyEvent, QPointerEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk_app.frame.footer import Footer
from kiosk_app.frame.header import Header
from kiosk_app.frame.idle_question import IdleQuestion
from kiosk_app.frame.mode_choice import ModeChoice
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.look import Look, style_sheet

if TYPE_CHECKING:
    from kiosk_app.idle import IdleWatch
    from kiosk_app.journey import Journey
    from kiosk_app.lobby_watch import LobbyState, LobbyWatch
    from kiosk_app.modes import Modes

# One view draws several pages.
_DRAWN_BY = {Page.AGENT: Page.IDENTIFY, Page.PRINCIPAL: Page.IDENTIFY}
_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress})


class KioskWindow(QWidget):
    """Draws the journey.

    Args:
        pages: builds the view of a page in a look.
        use_language: switches the interface's language.
        now: wall clock in the hall's zone.
        closed: called when the window is closed.
    """

    def __init__(
        self,
        hall_name: str,
        pages: Callable[[Page, Look], QWidget],
        journey: Journey,
        watch: LobbyWatch,
        idle: IdleWatch,
        *,
        use_language: Callable[[str], None],
        now: Callable[[], datetime],
        closed: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setWindowTitle(hall_name)
        self.locked = False  # True: nobody closes it but the staff (see `lockdown`)
        self._hall_name = hall_name
        self._pages = pages
        self._journey = journey
        self._watch = watch
        self._idle = idle
        self._use_language = use_language
        self._now = now
        self._closed = closed
        self._drawn: tuple[QSize, Modes, str] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        # The screen decides the size and the look follows it; content never makes the window grow.
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._inside: QWidget | None = None
        self._header: Header | None = None
        self._footer: Footer | None = None
        self._stack: QStackedWidget | None = None
        self._question: IdleQuestion | None = None
        self._choice: ModeChoice | None = None
        self._choosing = False
        self._forgetting = False
        self._stamp = 0  # of the last touch, in ms
        self._page = journey.state.page
        self._views: dict[Page, QWidget] = {}
        journey.changed.connect(self._follow)
        watch.changed.connect(self._on_lobby)
        idle.warning.connect(self._on_idle)

    def join(self, pages: Callable[[Page, Look], QWidget]) -> None:
        """The rest of the kiosk is there, and with it all pages."""
        self._pages = pages
        # Whoever joined meanwhile hears of a change first: a page is built when its view-model is up to date.
        for signal, slot in ((self._journey.changed, self._follow), (self._watch.changed, self._on_lobby)):
            signal.disconnect(slot)
            signal.connect(slot)

    @property
    def look(self) -> Look:
        """The look for the present size and mode."""
        return Look(self.width(), self.height(), self._journey.state.modes)

    def tick(self) -> None:
        """Once a second."""
        if self._header is not None:
            self._header.show_time(self._now())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every touch in the app says that somebody is here; one touch comes by several widgets."""
        if event.type() in _TOUCHES and isinstance(event, QInputEvent):
            stamp = event.timestamp()
            if not stamp or stamp != self._stamp:
                self._stamp = stamp
                self._idle.touched(_place(event))
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.locked:
            event.ignore()
            return
        super().closeEvent(event)
        self._closed()

    def choose_modes(self) -> None:
        """Lay the choice of the display modes over the page."""
        self._choosing = True
        self._lay_choice()

    def forget_pages(self) -> None:
        """Have every page but the home page built anew, as soon as the home page is on the screen."""
        self._forgetting = True

    @Slot(object)
    def _follow(self, state: JourneyState) -> None:
        if state.page is not self._page:
            self._page = state.page
            self._end_choice()
        self._draw()

    @Slot(object)
    def _on_lobby(self, state: LobbyState) -> None:
        if self._header is not None:
            self._header.show_lobby(state)

    @Slot(int)
    def _on_idle(self, seconds: int) -> None:
        if self._question is not None:
            self._question.setGeometry(self.rect())
            self._question.show_left(seconds)

    def _lay_choice(self) -> None:
        self._drop_choice()
        assert self._inside is not None
        self._choice = ModeChoice(self._journey, self.look, self._end_choice, self._inside)
        self._choice.setGeometry(self.rect())
        self._choice.show()
        self._choice.raise_()

    def _end_choice(self) -> None:
        self._choosing = False
        self._drop_choice()

    def _drop_choice(self) -> None:
        if self._choice is not None:
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None

    def _draw(self) -> None:
        state = self._journey.state
        wanted = (self.size(), state.modes, state.language)
        if wanted != self._drawn:
            self._drawn = wanted
            self._build(state)
        assert self._stack is not None and self._footer is not None
        page = _DRAWN_BY.get(state.page, state.page)
        if page not in self._views:
            self._views[page] = self._pages(page, self.look)
            self._stack.addWidget(self._views[page])
        self._stack.setCurrentWidget(self._views[page])
        self._footer.draw(state)
        if self._forgetting and state.page is Page.HOME:
            self._forgetting = False
            for other in [known for known in self._views if known is not Page.HOME]:
                view = self._views.pop(other)
                self._stack.removeWidget(view)
                view.deleteLater()

    def _build(self, state: JourneyState) -> None:
        self._use_language(state.language)
        look = self.look
        if self._inside is not None:
            self._box.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        if self._question is not None:
            self._question.deleteLater()
        # The sheet belongs to what is inside: set on the window it would style the old pages anew before they go.
        self._inside = QWidget()
        self._inside.setObjectName("ground")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._inside.setStyleSheet(style_sheet(look))
        box = QVBoxLayout(self._inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._header = Header(self._hall_name, look, self._journey.open_staff, self.choose_modes)
        self._stack = QStackedWidget()
        self._footer = Footer(self._journey, look, self.choose_modes)
        box.addWidget(self._header)
        box.addWidget(self._stack, 1)
        box.addWidget(self._footer)
        self._views = {}
        self._box.addWidget(self._inside)
        self._question = IdleQuestion(look, self._idle.touched, self._journey.abandon, self._inside)
        self.tick()
        self._on_lobby(self._watch.state)
        if self._choosing:
            self._lay_choice()

    def watch_touches(self, app: QApplication) -> None:
        """See every touch of the app."""
        app.installEventFilter(self)


def _place(event: QInputEvent) -> tuple[int, int]:
    """Where on the screen, in px; a key that repeats itself is a touch at one place."""
    if isinstance(event, QPointerEvent) and event.pointCount():
        point = event.point(0).globalPosition().toPoint()
        return point.x(), point.y()
    return (-1, event.key()) if isinstance(event, QKeyEvent) else (-1, -1)
