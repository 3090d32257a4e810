"""Draws the screen toward the citizen (群众屏)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from counter_app.screens.citizen.faces import FaceButton
from counter_app.screens.citizen.state import CitizenStage, CitizenState
from counter_app.screens.citizen.view_model import CitizenViewModel
from counter_app.widgets import label
from qt_common import theme


class CitizenView(QWidget):
    """Plate above; below it the matter, the faces, thanks or the pause."""

    def __init__(self, view_model: CitizenViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("citizen_screen")
        self._vm = view_model
        c = theme.colours()
        head = QFrame()
        head.setObjectName("citizen_head")
        head.setFixedHeight(120)
        head.setStyleSheet(
            f"QFrame#citizen_head {{ background: {c.primary}; }} QLabel {{ color: {c.on_primary}; }}"
        )
        self._window = label("citizen_window", 56, bold=True)
        self._name = label("citizen_window_name", 28)
        self._clerk = label("citizen_clerk", 32, bold=True)
        self._contact = label("citizen_contact", 22)
        row = QHBoxLayout(head)
        row.setContentsMargins(40, 0, 40, 0)
        row.setSpacing(24)
        row.addWidget(self._window)
        row.addWidget(self._name, 1)
        plate = QVBoxLayout()
        plate.setSpacing(0)
        plate.addStretch(1)
        plate.addWidget(self._clerk, 0, Qt.AlignmentFlag.AlignRight)
        plate.addWidget(self._contact, 0, Qt.AlignmentFlag.AlignRight)
        plate.addStretch(1)
        row.addLayout(plate)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._matter_page())
        self._pages.addWidget(self._faces_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        view_model.state_changed.connect(self.render_state)
        self.render_state(view_model.state)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.render_state(self._vm.state)
        super().changeEvent(event)

    @Slot(object)
    def render_state(self, state: CitizenState) -> None:
        """Draw ``state``."""
        self._window.setText(self.tr("{window}号窗口").format(window=state.window))
        self._name.setText(state.window_name)
        number = self.tr("工号 {number}").format(number=state.clerk_number) if state.clerk_number else ""
        self._clerk.setText(f"{state.clerk_name}　{number}".strip("　"))
        self._contact.setText(self.tr("咨询电话 {phone}").format(phone=state.contact) if state.contact else "")
        asking = state.stage is CitizenStage.ASKING
        self._pages.setCurrentIndex(1 if asking else 0)
        first, second, third = self._matter(state)
        for part, text in zip((self._first, self._second, self._third), (first, second, third), strict=True):
            part.setText(text)
            part.setVisible(bool(text))
        self._question.setText(self.tr("请对本次服务作出评价"))
        self._about.setText(f"{state.label}　{state.item}".strip("　"))
        names = {
            5: self.tr("非常满意"),
            4: self.tr("满意"),
            3: self.tr("基本满意"),
            2: self.tr("不满意"),
            1: self.tr("非常不满意"),
        }
        for face in self._faces:
            face.setText(names[face.level])
            face.setAccessibleName(names[face.level])
        self._decline.setText(self.tr("不评价"))

    def _matter(self, state: CitizenState) -> tuple[str, str, str]:
        texts = {
            CitizenStage.WELCOME: (self.tr("欢迎您"), "", self.tr("请留意叫号，按号办理")),
            CitizenStage.CALLED: (state.label, state.item, self.tr("请入座，并出示号票和证件")),
            CitizenStage.SERVING: (state.label, state.item, self.tr("正在为您办理")),
            CitizenStage.ON_THE_PAD: (
                self.tr("请评价"),
                state.item,
                self.tr("请在评价器上按键评价，也可以选择不评价"),
            ),
            CitizenStage.THANKS: (self.tr("谢谢您"), "", self.tr("您的意见已经收到")),
            CitizenStage.PAUSED: (
                self.tr("暂停服务"),
                self.tr("去向：{place}").format(place=state.whereabouts),
                self.tr("预计 {time} 返回").format(time=state.back_at),
            ),
        }
        return texts.get(state.stage, ("", "", ""))

    def _matter_page(self) -> QWidget:
        page = QWidget()
        self._first = _line("citizen_first", 110, bold=True, colour=theme.colours().primary)
        self._second = _line("citizen_second", 54, bold=True, colour=theme.colours().text)
        self._third = _line("citizen_third", 36, bold=False, colour=theme.colours().text_soft)
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 20, 40, 20)
        column.setSpacing(20)
        column.addStretch(1)
        for part in (self._first, self._second, self._third):
            column.addWidget(part)
        column.addStretch(1)
        return page

    def _faces_page(self) -> QWidget:
        page = QWidget()
        self._question = _line("citizen_question", 44, bold=True, colour=theme.colours().text)
        self._about = _line("citizen_about", 26, bold=False, colour=theme.colours().text_soft)
        self._faces = [FaceButton(level) for level in (5, 4, 3, 2, 1)]
        row = QHBoxLayout()
        row.setSpacing(20)
        for face in self._faces:
            face.clicked.connect(partial(self._answer, face.level))
            row.addWidget(face)
        self._decline = QPushButton()
        self._decline.setObjectName("face_0")
        self._decline.setFont(theme.font(28))
        self._decline.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._decline.setMinimumSize(320, 80)
        self._decline.clicked.connect(partial(self._answer, 0))
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 24, 40, 32)
        column.setSpacing(20)
        column.addWidget(self._question)
        column.addWidget(self._about)
        column.addLayout(row, 1)
        column.addWidget(self._decline, 0, Qt.AlignmentFlag.AlignHCenter)
        return page

    def _answer(self, level: int, _checked: bool = False) -> None:
        self._vm.answer(level)


def _line(name: str, pixels: int, *, bold: bool, colour: str) -> QLabel:
    text = label(name, pixels, bold=bold, wrap=True)
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    text.setStyleSheet(f"color: {colour};")
    return text
