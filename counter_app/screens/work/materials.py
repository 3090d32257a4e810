"""What the current item asks for (材料清单): to look at while the citizen lays the papers down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from counter_app.screens.work.state import WorkState
from counter_app.widgets import label
from hall.catalogue.guide import material_lines
from hall.catalogue.item import ServiceItem
from qt_common import theme


class Materials(QFrame):
    """The item's kind, limits, fee and materials as the catalogue has them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("materials")
        self.setProperty("card", "true")
        self._title = label("materials_title", 17, bold=True)
        self._facts = label("materials_facts", 16, soft=True, wrap=True)
        self._list = QLabel()
        self._list.setObjectName("materials_list")
        self._list.setFont(theme.font(18))
        self._list.setWordWrap(True)
        self._list.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setObjectName("materials_area")
        area.setWidget(self._list)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setStyleSheet(f"QScrollArea, QScrollArea QLabel {{ background: {theme.colours().surface}; }}")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 10)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addWidget(area, 1)

    def render_state(self, state: WorkState) -> None:
        """Draw ``state``."""
        item = state.snapshot.item if state.snapshot else None
        if item is None:
            self._title.setText(self.tr("材料清单"))
            self._facts.setText(self.tr("叫号后显示该事项的材料、时限和收费。"))
            self._list.setText("")
            return
        self._title.setText(self.tr("材料清单（{count} 项）").format(count=len(item.materials)))
        self._facts.setText("　".join(self._facts_of(item)))
        # The very lines of the guide: kiosk, paper and counter tell the same (D-04).
        lines = [line.text for line in material_lines(item)] if item.materials else []
        self._list.setText("\n".join(lines) or self.tr("目录中没有登记该事项的材料，请按办事指南核对。"))

    def _facts_of(self, item: ServiceItem) -> list[str]:
        facts = [str(item.kind)]
        if item.promised_days is not None:
            promised = self.tr("承诺 {days} 个工作日").format(days=item.promised_days)
            facts.append(promised if item.promised_days else self.tr("当场办结"))
        if item.statutory_days is not None:
            facts.append(self.tr("法定 {days} 个工作日").format(days=item.statutory_days))
        if item.fee:
            facts.append(self.tr("收费：{fee}").format(fee=item.fee))
        return facts
