"""Draws the document camera panel (高拍仪栏)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from counter_app.model import Lamp, Tone
from counter_app.screens.camera.state import CameraState, Outline, Take, TakeStage
from counter_app.screens.camera.view_model import CameraViewModel
from counter_app.widgets import ActionButton, label
from qt_common import theme
from qt_common.layout_items import take_widgets

CERTAIN = "#18c964"
UNCERTAIN = "#ffb020"
DARK = "#1d2733"


class CameraView(QFrame):
    """Preview with the page's outline, shutter, note, and the pages of this ticket."""

    capture_pressed = Signal()
    looked_at = Signal(bool)

    def __init__(self, view_model: CameraViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("camera_panel")
        self.setProperty("card", "true")
        self._vm = view_model
        self.preview = Preview()
        self._shutter = ActionButton("action_capture")
        self._shutter.clicked.connect(self.capture_pressed)
        self._note = label("camera_note", 15, wrap=True)
        self._note.setMinimumHeight(42)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages_title = label("pages_title", 16, bold=True)
        self._strip = QHBoxLayout()
        self._strip.setContentsMargins(0, 0, 0, 0)
        self._strip.setSpacing(8)
        inner = QWidget()
        inner.setLayout(self._strip)
        area = QScrollArea()
        area.setObjectName("pages")
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFixedHeight(132)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setStyleSheet(
            f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {theme.colours().surface}; }}"
        )
        self._area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.preview, 1)
        column.addWidget(self._shutter)
        column.addWidget(self._note)
        column.addWidget(self._pages_title)
        column.addWidget(area)
        view_model.state_changed.connect(self.render_state)
        self.render_state(view_model.state)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.render_state(self._vm.state)
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.looked_at.emit(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.looked_at.emit(False)
        super().hideEvent(event)

    @Slot(object)
    def show_picture(self, image: QImage) -> None:
        """The newest picture."""
        if self._vm.state.lamp in (Lamp.OK, Lamp.UNSURE):
            self.preview.show_picture(image)

    @Slot(object)
    def show_outline(self, outline: Outline | None) -> None:
        """The page found in it."""
        self.preview.show_outline(outline)

    @Slot(object)
    def render_state(self, state: CameraState) -> None:
        """Draw ``state``."""
        self.preview.show_words(self._lamp_words(state.lamp))
        if state.lamp not in (Lamp.OK, Lamp.UNSURE):
            self.preview.show_picture(None)
        self._shutter.set_words(self.tr("拍摄"), "C", self.tr("拍摄一页材料（C）"))
        self._shutter.setEnabled(state.can_capture)
        colours = {Tone.WARN: theme.colours().warn, Tone.GOOD: theme.colours().good}
        tone = state.note.tone if state.note else Tone.INFO
        self._note.setStyleSheet(f"color: {colours.get(tone, theme.colours().text_soft)};")
        idle = "" if state.ticket else self.tr("叫号后可以拍摄材料，拍下的页归入该号票。")
        self._note.setText(state.note.text if state.note else idle)
        title = self.tr("{label} 的材料（{count} 页）").format(label=state.ticket, count=len(state.takes))
        self._pages_title.setText(title if state.ticket else self.tr("材料"))
        self._show_takes(state.takes)

    def _lamp_words(self, lamp: Lamp) -> str:
        return {
            Lamp.ABSENT: self.tr("本机未配置高拍仪"),
            Lamp.STARTING: self.tr("正在连接高拍仪"),
            Lamp.AWAY: self.tr("高拍仪未连接，正在自动重连。\n请检查电源和数据线，已拍的页不受影响。"),
            Lamp.FAULT: self.tr("高拍仪故障，请联系管理员。\n已拍的页不受影响。"),
        }.get(lamp, self.tr("请把材料放在高拍仪下"))

    def _show_takes(self, takes: tuple[Take, ...]) -> None:
        for widget in take_widgets(self._strip):
            widget.deleteLater()
        for number, take in enumerate(takes, start=1):
            self._strip.addWidget(self._page(number, take))
        self._strip.addStretch(1)
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.maximum())

    def _page(self, number: int, take: Take) -> QWidget:
        words = {
            TakeStage.SAVED: self.tr("已存") if take.certain else self.tr("原图"),
            TakeStage.WAITING: self.tr("待存"),
        }.get(take.stage, "…")
        picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        picture.setObjectName(f"page_picture_{number}")
        picture.setFixedSize(86, 92)
        colour = theme.colours().line if take.certain and take.stage is TakeStage.SAVED else UNCERTAIN
        picture.setStyleSheet(f"border: 2px solid {colour}; background: {DARK};")
        if take.image is not None:
            fitted = take.image.scaled(
                QSize(82, 88), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            picture.setPixmap(QPixmap.fromImage(fitted))
        text = label(f"page_text_{number}", 13, soft=True)
        text.setText(f"{number} {words}")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page = QWidget()
        page.setObjectName(f"page_{number}")
        page.setAccessibleName(self.tr("第 {number} 页 {state}").format(number=number, state=words))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(picture)
        column.addWidget(text)
        return page


class Preview(QWidget):
    """The live picture with the outline over it, or a few words on dark ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setMinimumSize(300, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image: QImage | None = None
        self.outline: Outline | None = None
        self._words = ""
        self.painted = 0

    def show_picture(self, image: QImage | None) -> None:
        """A new picture; None for words only."""
        self._image = image
        if image is None:
            self.outline = None
        self.update()

    def show_outline(self, outline: Outline | None) -> None:
        """A new outline; drawn with the next picture."""
        self.outline = outline
        self.update()

    def show_words(self, words: str) -> None:
        """What stands there without a picture."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DARK))
        painter.drawRoundedRect(self.rect(), 8, 8)
        if self._image is None:
            painter.setPen(QColor("#e6edf5"))
            painter.setFont(theme.font(18))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(16, 16, -16, -16), flags, self._words)
            return
        self.painted += 1
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(),
                      size.height())  # fmt: skip
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._image)
        if self.outline is None:
            return
        points = [
            QPointF(area.x() + x * area.width(), area.y() + y * area.height()) for x, y in self.outline.corners
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        style = Qt.PenStyle.SolidLine if self.outline.certain else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(CERTAIN if self.outline.certain else UNCERTAIN), 3, style))
        painter.drawPolygon(QPolygonF(points))
