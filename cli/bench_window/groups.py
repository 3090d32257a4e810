"""The bench's groups (模拟台各组): one a device."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QListWidget, QScrollArea

from cli.bench_window.model import BenchModel, BenchState
from cli.bench_window.parts import Group, button, choice, words
from cli.bench_window.words import CARD_KINDS, PAD_SHOWS, PAPERS, RATING_KEYS, cards

GONE = "模拟程序没有回应"
PAPER_WIDTH = 380


class PaperGroup(Group):
    """The paper that comes out of the printer (出纸口)."""

    def __init__(self, model: BenchModel) -> None:
        super().__init__("号票打印机 · 出纸口", "bench_paper")
        self._shown = ""
        self._picture = QLabel("还没有出纸")
        self._picture.setObjectName("paper_picture")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidget(self._picture)
        area.setWidgetResizable(True)
        area.setMinimumWidth(PAPER_WIDTH + 40)
        self._count = words("paper_count")
        self.column.addWidget(area, 1)
        self.column.addWidget(self._count)
        self.column.addWidget(
            button("换上新纸", "load_paper", lambda: model.command("ticket_printer", "load_paper"))
        )

    def show_state(self, state: BenchState) -> None:
        """The newest paper."""
        printer = state.devices.get("ticket_printer")
        if printer is None:
            self._count.setText(GONE)
            return
        papers: list[dict[str, Any]] = printer["papers"]
        self._count.setText(f"已出 {len(papers)} 张")
        png = papers[-1]["png"] if papers else None
        if png and png != self._shown:
            picture = QPixmap(png)
            if not picture.isNull():
                smooth = Qt.TransformationMode.SmoothTransformation
                self._picture.setPixmap(picture.scaledToWidth(PAPER_WIDTH, smooth))
                self._shown = png


class CardGroup(Group):
    """Cards to lay on the reader and take away (身份证读卡器)."""

    def __init__(self, model: BenchModel) -> None:
        super().__init__("身份证读卡器", "bench_card")
        self._cards = cards()
        self._choice = choice("card_choice", "选择证件")
        for text, _ in self._cards:
            self._choice.addItem(text)
        row = QHBoxLayout()
        row.addWidget(button("放上", "lay_card", lambda: self._lay(model), kind="primary"))
        row.addWidget(button("拿走", "remove_card", lambda: model.command("id_card_reader", "remove_card")))
        self._lies = words("card_lies")
        self.column.addWidget(self._choice)
        self.column.addLayout(row)
        self.column.addWidget(self._lies)

    def show_state(self, state: BenchState) -> None:
        """What lies on the reader."""
        reader = state.devices.get("id_card_reader")
        kind = reader["card"] if reader else None
        lies = f"读卡器上：{CARD_KINDS.get(kind, '证件')}" if kind else "读卡器上没有证件"
        self._lies.setText(lies if reader is not None else GONE)

    def _lay(self, model: BenchModel) -> None:
        _, arguments = self._cards[self._choice.currentIndex()]
        model.command("id_card_reader", "lay_card", **arguments)


class PadGroup(Group):
    """The rating pad's keys (评价器)."""

    def __init__(self, model: BenchModel) -> None:
        super().__init__("评价器", "bench_pad")
        self._shows = words("pad_shows")
        grid = QGridLayout()
        for index, text in enumerate(RATING_KEYS):
            key = index + 1
            grid.addWidget(self._key(model, text, key), index // 2, index % 2)
        self.column.addWidget(self._shows)
        self.column.addLayout(grid)

    def show_state(self, state: BenchState) -> None:
        """What the pad shows."""
        pad = state.devices.get("rating_pad")
        if pad is None:
            self._shows.setText(GONE)
            return
        self._shows.setText(f"评价器显示：{PAD_SHOWS.get(pad['shows'], pad['shows'])}　已询问 {pad['asked']} 次")

    def _key(self, model: BenchModel, text: str, key: int) -> Any:
        return button(text, f"pad_key_{key}", lambda: model.command("rating_pad", "press", key=key))


class CameraGroup(Group):
    """The page under the document camera (高拍仪)."""

    def __init__(self, model: BenchModel) -> None:
        super().__init__("高拍仪", "bench_camera")
        self._model = model
        self._paper = choice("paper_choice", "选择材料")
        for kind, text in PAPERS.items():
            self._paper.addItem(text, kind)
        self._code = QLineEdit("HALL-DEMO-0001")
        self._code.setObjectName("paper_code")
        self._code.setAccessibleName("纸上的二维码内容")
        self._code.setPlaceholderText("纸上的二维码内容，可空")
        rows = (
            (("放上", "lay_page", self._lay), ("拿走", "mat_empty", lambda: self._do("mat_empty"))),
            (("左转", "turn_left", lambda: self._turn(-7)), ("右转", "turn_right", lambda: self._turn(7))),
            (
                ("左移", "move_left", lambda: self._shift(-12, 0)),
                ("右移", "move_right", lambda: self._shift(12, 0)),
            ),
            (("上移", "move_up", lambda: self._shift(0, -8)), ("下移", "move_down", lambda: self._shift(0, 8))),
        )
        grid = QGridLayout()
        for y, row in enumerate(rows):
            for x, (text, name, pressed) in enumerate(row):
                grid.addWidget(button(text, name, pressed, kind="primary" if name == "lay_page" else "plain"), y, x)
        self._lies = words("page_lies")
        self.column.addWidget(self._paper)
        self.column.addWidget(self._code)
        self.column.addLayout(grid)
        self.column.addWidget(self._lies)

    def show_state(self, state: BenchState) -> None:
        """What lies under the camera."""
        camera = state.devices.get("document_camera")
        if camera is None:
            self._lies.setText(GONE)
            return
        scene = camera["scene"]
        paper = PAPERS.get(scene["paper"], "")
        self._lies.setText(f"镜头下：{paper}，转 {scene['turn']:.0f}°" if paper else "镜头下没有材料")

    def _do(self, do: str, **arguments: object) -> None:
        self._model.command("document_camera", do, **arguments)

    def _lay(self) -> None:
        self._do("lay_page", kind=self._paper.currentData(), qr=self._code.text().strip(), turn=86.0)

    def _turn(self, degrees: float) -> None:
        self._do("move", turn=degrees)

    def _shift(self, across: float, down: float) -> None:
        self._do("move", shift=[across, down])


class ScannerGroup(Group):
    """A code before the scanner (扫码器)."""

    def __init__(self, model: BenchModel) -> None:
        super().__init__("扫码器", "bench_scanner")
        text = QLineEdit("A001")
        text.setObjectName("scan_text")
        text.setAccessibleName("要扫的内容")
        row = QHBoxLayout()
        row.addWidget(text, 1)
        row.addWidget(button("扫一下", "scan", lambda: model.command("code_scanner", "scan", text=text.text())))
        self._scans = words("scans")
        self.column.addLayout(row)
        self.column.addWidget(self._scans)

    def show_state(self, state: BenchState) -> None:
        """How often it has scanned."""
        scanner = state.devices.get("code_scanner")
        self._scans.setText(GONE if scanner is None else f"已扫 {scanner['scans']} 次")


class HeardGroup(Group):
    """What the hall has heard, and what the LED sign shows (广播与LED屏)."""

    def __init__(self, model: BenchModel) -> None:
        super().__init__("广播 · 窗口LED屏", "bench_heard")
        self._list = QListWidget()
        self._list.setObjectName("spoken")
        self._list.setAccessibleName("已播报的内容，最新在前")
        self._led = words("led_text")
        self.column.addWidget(self._list, 1)
        self.column.addWidget(self._led)

    def show_state(self, state: BenchState) -> None:
        """The newest announcement on top."""
        if tuple(self._list.item(row).text() for row in range(self._list.count())) != state.spoken:
            self._list.clear()
            self._list.addItems(list(state.spoken))
        led = state.devices.get("window_led")
        self._led.setText(GONE if led is None else f"LED屏：{led['text'] or '（空）'}")
