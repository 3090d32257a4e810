"""The kiosk's window (主窗口): frame and pages; built anew when size, mode or language change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QInputEvent, QKeyEvent, QPointerEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk_app.frame.footer import Footer
from kiosk_app.frame.header import Header
from kiosk_app.frame.idle_question import IdleQuestion
from kiosk_app.frame.mode_choice import ModeChoice
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.look import Look
from kiosk_app.widgets.plates import Ground

if TYPE_CHECKING:
    from kiosk_app.idle import IdleWatch
    from kiosk_app.journey import Journey
    from kiosk_app.lobby_watch import LobbyState, LobbyWatch
    from kiosk_app.modes import Modes
    from kiosk_app.view_model import ViewModel

ModelOf: TypeAlias = "Callable[[Page], ViewModel[Any] | None]"
# One view draws several pages.
_DRAWN_BY = {Page.AGENT: Page.IDENTIFY, Page.PRINCIPAL: Page.IDENTIFY}
_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress})


class KioskWindow(QWidget):
    """Draws the journey.

    Args:
        pages: builds the view of a page in a look.
        model_of: the view-model that a page draws; None for one that draws nothing that changes.
        use_language: switches the interface's language.
        now: wall clock in the hall's zone.
        closed: called when the window is closed.
    """

    def __init__(
        self,
        hall_name: str,
        pages: Callable[[Page, Look], QWidget],
        model_of: ModelOf,
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
        self._pages, self._model_of = pages, model_of
        self._attended: ViewModel[Any] | None = None  # whose page is shown
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
        self._current = _drawn_by(self._page)  # whose view is shown
        self._views: dict[Page, QWidget] = {}
        self._gone: list[QWidget] = []  # from the screen, not yet from the memory
        self._clearing = QTimer(self)
        self._clearing.setSingleShot(True)
        self._clearing.timeout.connect(self._clear)
        journey.turning.connect(self._make_way)
        journey.changed.connect(self._follow)
        watch.changed.connect(self._on_lobby)
        idle.warning.connect(self._on_idle)

    def join(self, pages: Callable[[Page, Look], QWidget], model_of: ModelOf) -> None:
        """The rest of the kiosk is there, and with it all pages."""
        self._pages, self._model_of = pages, model_of
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
    def _make_way(self, state: JourneyState) -> None:
        """What goes from the screen stays as it is until it has gone."""
        stays = (self.size(), state.modes, state.language) == self._drawn and _drawn_by(state.page) is self._current
        if not stays and self._attended is not None:
            self._attended.rest()

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
        if self._question is None:
            if not seconds or self._inside is None:
                return
            self._question = IdleQuestion(self.look, self._idle.touched, self._journey.abandon, self._inside)
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
        page = self._current = _drawn_by(state.page)
        new = page not in self._views
        if new:
            self._views[page] = self._pages(page, self.look)
            self._stack.addWidget(self._views[page])
        model = self._model_of(state.page)
        # Several pages may draw one: what was missed is then for those that stand already.
        shared = any(self._model_of(other) is model for other in self._views if other is not page)
        self._attend_to(model, drawn=new and not shared)
        self._stack.setCurrentWidget(self._views[page])
        self._footer.draw(state)
        if self._forgetting and state.page is Page.HOME:
            self._forgetting = False
            for other in [known for known in self._views if known is not Page.HOME]:
                view = self._views.pop(other)
                self._stack.removeWidget(view)
                self._drop(view)

    def _attend_to(self, model: ViewModel[Any] | None, *, drawn: bool) -> None:
        """This page's view-model speaks, the last one's rests."""
        if self._attended is not None and self._attended is not model:
            self._attended.rest()
        self._attended = model
        if model is not None:
            model.wake(drawn=drawn)

    def _drop(self, widget: QWidget) -> None:
        """Away with it, as soon as what comes in its place is on the screen."""
        widget.hide()
        self._gone.append(widget)
        self._clearing.start(0)

    @Slot()
    def _clear(self) -> None:
        for widget in self._gone:
            widget.deleteLater()
        self._gone.clear()

    def _build(self, state: JourneyState) -> None:
        self._use_language(state.language)
        look = self.look
        if self._inside is not None:
            self._box.removeWidget(self._inside)
            self._drop(self._inside)
            for model in map(self._model_of, self._views):
                if model is not None:
                    model.part_from_views()
        self._question = None  # it went with what was inside
        self._inside = Ground(look.colours.ground)
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
        self.tick()
        self._on_lobby(self._watch.state)
        if self._choosing:
            self._lay_choice()

    def watch_touches(self, app: QApplication) -> None:
        """See every touch of the app."""
        app.installEventFilter(self)


def _drawn_by(page: Page) -> Page:
    return _DRAWN_BY.get(page, page)


def _place(event: QInputEvent) -> tuple[int, int]:
    """Where on the screen, in px; a key that repeats itself is a touch at one place."""
    if isinstance(event, QPointerEvent) and event.pointCount():
        point = event.point(0).globalPosition().toPoint()
        return point.x(), point.y()
    return (-1, event.key()) if isinstance(event, QKeyEvent) else (-1, -1)
