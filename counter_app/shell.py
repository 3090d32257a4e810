"""The counter's windows (窗口程序外壳): main window with its pages, call bar, screen toward the citizen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from counter_app.pages import Pages
from counter_app.screens.call_bar.view import CallBar
from counter_app.screens.health.view import HealthView
from counter_app.screens.sign_in.view import SignInView
from counter_app.screens.start.view import StartView
from counter_app.screens.work.view import WorkView
from qt_common.screen_keeper import ScreenKeeper

SMALLEST = QSize(1280, 720)


class CounterWindow(QMainWindow):
    """Sign-in page, work page (start page at a desk without a window), health desk or one of the other pages."""

    close_wanted = Signal()

    def __init__(
        self, sign_in: SignInView, work: WorkView, start: StartView, health: HealthView, pages: Pages
    ) -> None:
        super().__init__()
        self.setObjectName("counter_window")
        self.setMinimumSize(SMALLEST)
        self._sign_in = sign_in
        self._work = work
        self._start = start
        self._at_desk = False
        self._health = health
        self._others = pages
        self._pages = QStackedWidget()
        self._pages.addWidget(sign_in)
        self._pages.addWidget(work)
        self._pages.addWidget(start)
        self._pages.addWidget(health)
        for page in pages.all:
            self._pages.addWidget(page.view)
            page.view.back_wanted.connect(self.show_work)
            for home in (work, start):
                key = QShortcut(QKeySequence(page.key), home, context=Qt.ShortcutContext.WindowShortcut)
                key.activated.connect(partial(self.show_page, page.name))
        work.page_wanted.connect(self.show_page)
        start.page_wanted.connect(self.show_page)
        start.health_wanted.connect(self.show_health)
        self.setCentralWidget(self._pages)
        health.back_wanted.connect(self.show_work)
        self._retranslate()

    @property
    def screen_name(self) -> str:
        """``"sign_in"``, ``"work"``, ``"start"``, ``"health"`` or the name of another page."""
        shown = self._pages.currentWidget()
        names: dict[QWidget | None, str] = {self._work: "work", self._start: "start", self._health: "health"}
        names |= {page.view: page.name for page in self._others.all}
        return names.get(shown, "sign_in")

    def show_sign_in(self) -> None:
        """Nobody is signed in."""
        self._pages.setCurrentWidget(self._sign_in)
        self._sign_in.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_work(self) -> None:
        """Where who is signed in comes back to: the work page, or the start page of a desk without a window."""
        self._pages.setCurrentWidget(self._start if self._at_desk else self._work)
        if self._at_desk:
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def be_desk(self, at_desk: bool) -> None:
        """Whether who signed in sits at a desk without a window."""
        self._at_desk = at_desk

    @Slot()
    def show_health(self) -> None:
        """The devices; the work goes on behind it."""
        self._pages.setCurrentWidget(self._health)
        self._health.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Another page, when the clerk is offered it; the work goes on behind it."""
        page = next((page for page in self._others.offered if page.name == name), None)
        if page is None:
            return
        page.model.refresh()
        self._pages.setCurrentWidget(page.view)
        page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_pages(self) -> None:
        """Show the doors of the pages that the clerk is offered."""
        doors = [(page.name, page.view.short_title, page.key) for page in self._others.offered]
        self._work.show_doors(doors)
        self._start.show_doors(doors)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.offer_pages()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_wanted.emit()
        super().closeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("窗口工作站"))


class Windows(QObject):
    """Which of the windows are on the screens."""

    def __init__(
        self,
        window: CounterWindow,
        bar: CallBar,
        citizen: QWidget,
        *,
        offer_bar: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.window = window
        self.bar = bar
        self.citizen = citizen
        self._offer_bar = offer_bar
        bar.expand_wanted.connect(self.expand)

    def show(self, *, citizen_screen: int | None, always: bool) -> None:
        """Show the main window, and the citizen's screen on its own monitor.

        Args:
            citizen_screen: number of the monitor, 0 the first; None keeps the citizen's screen off.
            always: without that monitor it is a plain window, since it is the only rating pad.
        """
        screens = QGuiApplication.screens()
        self.window.resize(self._fitting(screens[0].availableGeometry().size()))
        self.window.show()
        if citizen_screen is None:
            return
        if 0 < citizen_screen < len(screens):
            # Unplugged, it must not come over the clerk's work.
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            ScreenKeeper(app, self.citizen, screens[citizen_screen].name(), elsewhere=False).fill()
        elif always:
            self.citizen.resize(1280, 720)
            self.citizen.show()

    @Slot()
    def collapse(self) -> None:
        """The main window makes room for another program; the bar stays above it."""
        if not self._offer_bar or self.window.screen_name != "work":
            return
        area = self.window.screen().availableGeometry()
        self.bar.move(area.center().x() - self.bar.width() // 2, area.top())
        self.bar.show()
        self.bar.activateWindow()
        self.window.hide()

    @Slot()
    def expand(self) -> None:
        """Back to the main window."""
        self.bar.hide()
        self.window.show()
        self.window.activateWindow()

    def close(self) -> None:
        """Close all."""
        for widget in (self.bar, self.citizen, self.window):
            widget.hide()
            widget.deleteLater()

    @staticmethod
    def _fitting(area: QSize) -> QSize:
        return QSize(1920, 1080).boundedTo(area).expandedTo(SMALLEST)
