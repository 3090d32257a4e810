"""Turning pages (翻页): two big buttons and where one is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk_app.widgets.basic import CENTER, button, label

if TYPE_CHECKING:
    from kiosk_app.look import Look


class Pager(QWidget):
    """Hides itself when there is one page only."""

    def __init__(self, look: Look, turn: Callable[[int], None]) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.gap)
        self._back = button(
            QCoreApplication.translate("Pager", "上一页"), "page_back", look, lambda: turn(-1), kind="plain"
        )
        self._forth = button(
            QCoreApplication.translate("Pager", "下一页"), "page_forth", look, lambda: turn(1), kind="plain"
        )
        self._where = label("", look.body, look.colours.text, align=CENTER, name="page_where")
        box.addWidget(self._back, 2)
        box.addWidget(self._where, 1)
        box.addWidget(self._forth, 2)

    def show_page(self, page: int, pages: int) -> None:
        """Draw page ``page`` (from 0) of ``pages``."""
        self.setVisible(pages > 1)
        self._back.setEnabled(page > 0)
        self._forth.setEnabled(page < pages - 1)
        self._where.setText(f"{page + 1} / {pages}")
