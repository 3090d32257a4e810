"""The queue and what was put aside, at the left of the work page (队列)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hall.queueing.ticket import PRIORITY_NAMES, PriorityClass, Ticket
from qt_common import theme

TICKET = Qt.ItemDataRole.UserRole
NOTE = Qt.ItemDataRole.UserRole + 1  # right-hand text: wait, or why it lies aside
WORD = Qt.ItemDataRole.UserRole + 2  # second line: name and priority
ROW = 58


class TicketList(QListWidget):
    """Tickets; keys other than the arrows belong to the page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setItemDelegate(_Row(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        # Not TabFocus: a button that is disabled for a moment hands its focus on, and that must not come here.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        c = theme.colours()
        self.setStyleSheet(
            f"QListWidget {{ background: {c.surface}; border: 1px solid {c.line};"
            " border-radius: 8px; padding: 3px; }"
            f"QListWidget:focus {{ border: 2px solid {c.primary}; }}"
            f"QScrollBar:vertical {{ width: 10px; background: {c.surface}; border: 0; }}"
            f"QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 5px; min-height: 30px; }}"
            "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
            "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
        )

    @property
    def chosen(self) -> Ticket | None:
        """The ticket selected, None without one."""
        items = self.selectedItems()
        return items[0].data(TICKET) if items else None

    def show_tickets(self, tickets: tuple[Ticket, ...], notes: list[str], words: list[str]) -> None:
        """Show tickets, keeping the selection on the same ticket."""
        chosen = self.chosen
        if [self.item(i).data(TICKET).id for i in range(self.count())] != [t.id for t in tickets]:
            self.clear()
            for _ in tickets:
                self.addItem(QListWidgetItem())
        for index, (ticket, note, word) in enumerate(zip(tickets, notes, words, strict=True)):
            item = self.item(index)
            for role, value in ((TICKET, ticket), (NOTE, note), (WORD, word)):
                item.setData(role, value)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{ticket.label} {ticket.item_name} {word} {note}")
            item.setToolTip(f"{ticket.label} {ticket.item_name}\n{word} {note}".strip())
            if chosen is not None and ticket.id == chosen.id:
                item.setSelected(True)
                self.setCurrentItem(item)

    def take_focus(self) -> None:
        """Focus with something selected, so that the arrows work at once."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.count() and not self.selectedItems():
            self.setCurrentRow(max(self.currentRow(), 0))
            self.item(self.currentRow()).setSelected(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        )
        if event.key() in keys:
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Row(QStyledItemDelegate):
    """Label and item in the first line, name and wait in the second."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        c = theme.colours()
        ticket: Ticket = index.data(TICKET)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, QColor(c.primary_soft if selected else c.surface))
        painter.setPen(QColor(c.line))
        painter.drawLine(area.left() + 8, area.bottom(), area.right() - 8, area.bottom())
        if selected:
            painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), QColor(c.primary))
        left, width = area.left() + 12, area.width() - 24
        first = QRect(left, area.top() + 5, width, 26)
        second = QRect(left, area.top() + 31, width, 22)
        painter.setFont(theme.font(19, bold=True))
        painter.setPen(QColor(c.primary))
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, ticket.label)
        used = painter.fontMetrics().horizontalAdvance(ticket.label) + 10
        _text(painter, first.adjusted(used, 0, 0, 0), ticket.item_name, 16, c.text)
        painter.setFont(theme.font(15))
        note = str(index.data(NOTE))
        painter.setPen(QColor(c.text_soft))
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)
        rest = second.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(note) - 8, 0)
        urgent = ticket.priority is not PriorityClass.ORDINARY
        _text(painter, rest, str(index.data(WORD)), 15, c.accent if urgent else c.text_soft)
        painter.restore()


def _text(painter: QPainter, area: QRect, text: str, pixels: int, colour: str) -> None:
    painter.setFont(theme.font(pixels))
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


def wait_words(ticket: Ticket, now: datetime) -> int:
    """Whole minutes a ticket waits."""
    return int(max((now - ticket.queued_at).total_seconds(), 0) // 60)


def person_words(ticket: Ticket) -> str:
    """Priority with its reason, and the masked name."""
    parts = [ticket.holder] if ticket.holder else []
    if ticket.priority is not PriorityClass.ORDINARY:
        name = PRIORITY_NAMES[ticket.priority]
        parts.insert(0, f"{name}：{ticket.priority_reason}" if ticket.priority_reason else name)
    return " · ".join(parts)
