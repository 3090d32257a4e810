"""The bench's window (模拟台窗口)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cli.bench_window.faults import FaultGroup
from cli.bench_window.groups import CameraGroup, CardGroup, HeardGroup, PadGroup, PaperGroup, ScannerGroup
from cli.bench_window.model import BenchModel, BenchState


class BenchWindow(QWidget):
    """All groups side by side: paper at the left, what people do in the middle, camera and sound at the right."""

    def __init__(self, model: BenchModel) -> None:
        super().__init__()
        self.setObjectName("bench_window")
        self.setWindowTitle("模拟台")
        self._groups = (
            PaperGroup(model),
            CardGroup(model),
            PadGroup(model),
            ScannerGroup(model),
            CameraGroup(model),
            HeardGroup(model),
            FaultGroup(model),
        )
        paper, card, pad, scanner, camera, heard, faults = self._groups
        middle = QVBoxLayout()
        for group in (card, pad, scanner):
            middle.addWidget(group)
        middle.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(camera)
        right.addWidget(heard, 1)
        top = QHBoxLayout()
        top.addWidget(paper)
        top.addLayout(middle, 1)
        top.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(top, 1)
        whole.addWidget(faults)
        model.state_changed.connect(self._show)
        self._show(model.state)

    @Slot(object)
    def _show(self, state: BenchState) -> None:
        for group in self._groups:
            group.show_state(state)
