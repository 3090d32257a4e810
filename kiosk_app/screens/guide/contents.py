"""Finding one's way in a guide (指南目录): a button for each part, and turning its pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk_app.guide_pages import Group
from kiosk_app.look import Look
from kiosk_app.widgets.basic import CENTER, button, label
from kiosk_app.widgets.plates import PressButton
from qt_common import theme


class Contents(QWidget):
    """Parts, arrows and “3 / 8”: in one row where there is little height, else the arrows below the parts.

    Args:
        open_group: a part was touched.
        turn: an arrow was, by 1 or -1.
    """

    def __init__(self, look: Look, open_group: Callable[[Group], None], turn: Callable[[int], None]) -> None:
        super().__init__()
        self._look = look
        box: QBoxLayout = QHBoxLayout(self) if look.flat else QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(12))
        words = {
            Group.MATERIALS: self.tr("材料"),
            Group.STEPS: self.tr("流程"),
            Group.TERMS: self.tr("费用"),
            Group.PLACE: self.tr("窗口"),
        }
        self._tabs: dict[Group, PressButton] = {}
        parts, turning = QHBoxLayout(), QHBoxLayout()
        for row in (parts, turning):
            row.setSpacing(look.px(12))
        for group, text in words.items():
            tab = button(text, f"guide_{group}", look, self._opens(group, open_group), kind="small", tight=True)
            tab.setFont(theme.font(look.small if look.low else look.body))
            self._tabs[group] = tab
            parts.addWidget(tab, 1)
        self._back = self._arrow("◀", self.tr("上一页"), "page_back", lambda: turn(-1))
        self._forth = self._arrow("▶", self.tr("下一页"), "page_forth", lambda: turn(1))
        self._where = label("", look.big, look.colours.text, bold=True, align=CENTER, name="page_where")
        self._where.setMinimumWidth(look.px(150))
        self._where.setWordWrap(False)
        turning.addWidget(self._back, 2)
        turning.addWidget(self._where, 1)
        turning.addWidget(self._forth, 2)
        box.addLayout(parts, 3)
        box.addLayout(turning, 2)

    def show_page(self, page: int, pages: int, groups: frozenset[Group]) -> None:
        """Draw page ``page`` (from 0) of ``pages``, on which these parts stand."""
        self._back.setEnabled(page > 0)
        self._forth.setEnabled(page < pages - 1)
        self._where.setText(f"{page + 1} / {pages}")
        for group, tab in self._tabs.items():
            tab.set_kind("primary" if group in groups else "small")

    def _arrow(self, sign: str, words: str, name: str, turn: Callable[[], None]) -> PressButton:
        text = sign if self._look.flat else f"{sign} {words}" if sign == "◀" else f"{words} {sign}"
        made = button(text, name, self._look, turn, kind="small")
        made.setAccessibleName(words)
        return made

    @staticmethod
    def _opens(group: Group, open_group: Callable[[Group], None]) -> Callable[[], None]:
        return lambda: open_group(group)
