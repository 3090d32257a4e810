"""The foot line (页脚): the ways out, how the kiosk is shown, 人工帮助."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.widgets.basic import button, rename
from kiosk_app.widgets.plates import Edged
from qt_common import theme

if TYPE_CHECKING:
    from kiosk_app.journey import Journey
    from kiosk_app.look import Look

_OWN_BUTTONS = frozenset({Page.PROGRESS, Page.TICKET, Page.NOTICE})  # pages that bring the ways out themselves


class Footer(Edged):
    """At home 长辈版 and English at once, elsewhere 返回 and 返回首页; 显示方式 and 人工帮助 everywhere.

    A lying screen has 显示方式 in its wide head line.

    Args:
        choose_modes: opens the choice of the display modes.
    """

    def __init__(self, journey: Journey, look: Look, choose_modes: Callable[[], None]) -> None:
        c = look.colours
        super().__init__(c.surface, c.line, look.line, below=False)
        self.setObjectName("footer")
        self._journey = journey
        self._lying = look.landscape
        self.setFixedHeight(look.button + look.px(36))
        box = QHBoxLayout(self)
        box.setContentsMargins(look.margin, look.px(16), look.margin, look.px(16))
        box.setSpacing(look.px(18))
        self._back = button(self.tr("返回"), "back", look, journey.back)
        self._home = button(self.tr("返回首页"), "home", look, journey.home)
        self._elder = button("", "elder", look, self._toggle_elder)
        self._language = button("", "language", look, self._toggle_language)
        self._modes = button(self.tr("显示方式"), "modes", look, choose_modes)
        self._help = button(self.tr("人工帮助"), "help", look, journey.ask_help)
        for widget in (self._back, self._home, self._elder, self._language, self._modes, self._help):
            widget.setFont(theme.font(look.px(40 if look.elder else 36)))
            widget.set_kind("foot")
            widget.setMinimumWidth(look.px(150))
            box.addWidget(widget, 1)

    def draw(self, state: JourneyState) -> None:
        """Show what makes sense on the page."""
        home, own = state.page is Page.HOME, state.page in _OWN_BUTTONS
        self._back.setVisible(not home and not own)
        self._back.setEnabled(self._journey.can_go_back)
        self._home.setVisible(not home and not own)
        self._elder.setVisible(home)
        rename(self._elder, self.tr("标准版") if state.elder else self.tr("长辈版"))
        self._language.setVisible(home)
        rename(self._language, "中文" if state.language == "en" else "English")
        self._modes.setVisible(not self._lying and state.page is not Page.STAFF)
        self._help.setVisible(state.page is not Page.STAFF and not own)
        self.setVisible(not (own and self._lying))

    def _toggle_elder(self) -> None:
        modes = self._journey.state.modes
        self._journey.set_modes(replace(modes, elder=not modes.elder))

    def _toggle_language(self) -> None:
        self._journey.set_language("zh" if self._journey.state.language == "en" else "en")
