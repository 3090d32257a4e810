"""What becomes of the printed guide, and its code for a phone (打印结果、手机扫码)."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hall.catalogue.guide_text import PhoneText
from kiosk_app.guide_telling import Telling, TellingStage
from kiosk_app.look import Look
from kiosk_app.trouble import Trouble
from kiosk_app.widgets.basic import CENTER, clear, label
from kiosk_app.widgets.icons import icon_pixmap
from kiosk_app.widgets.qr import QrLabel


class PaperPanel(QWidget):
    """One of four: printing, take it, not printed and why, nobody knows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        box = QVBoxLayout(self)
        box.addStretch(1)
        icon = QLabel()
        icon.setAlignment(CENTER)
        icon.setPixmap(icon_pixmap("printer", look.px(110 if look.flat else 180), look.colours.primary))
        self._title = label("", look.title, look.colours.text, bold=True, align=CENTER, name="guide_paper_title")
        self._text = label("", look.big, look.colours.text, align=CENTER, name="guide_paper_text")
        for widget in (icon, self._title, self._text):
            box.addWidget(widget)
        box.addStretch(1)

    def draw(self, telling: Telling) -> None:
        """Say how it stands."""
        title, text = self._words(telling)
        self._title.setText(title)
        self._text.setText(text)

    def _words(self, telling: Telling) -> tuple[str, str]:
        if telling.stage is TellingStage.PRINTING:
            return self.tr("正在打印"), self.tr("请稍等，材料清单马上从出纸口出来。")
        if telling.stage is TellingStage.DONE:
            return self.tr("请取走材料清单"), self.tr("清单已从出纸口打印出来，可以对照着准备材料。")
        if telling.stage is TellingStage.IN_DOUBT:
            return self.tr("请看一下出纸口"), self.tr(
                "不能确定清单是否打印完整。没有出来或不完整，请按“人工帮助”，也可以手机扫码带走。"
            )
        other = self.tr("没有打印。可以手机扫码带走，或者按“人工帮助”请工作人员打印。")
        return {
            Trouble.PAPER_OUT: self.tr("打印机缺纸"),
            Trouble.COVER_OPEN: self.tr("打印机机盖没有合上"),
            Trouble.PRINTER_FAULT: self.tr("打印机出现故障"),
        }.get(telling.trouble or Trouble.PRINTER_AWAY, self.tr("打印机没有连上")), other


class CodePanel(QWidget):
    """The code and how to read it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: PhoneText | None = None
        self._box: QBoxLayout = QHBoxLayout(self) if look.flat else QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look.gap)

    def show_code(self, code: PhoneText) -> None:
        """Draw it."""
        if code == self._shown:
            return
        self._shown = code
        look = self._look
        clear(self._box)
        upright = not look.flat
        if upright:
            self._box.addStretch(1)
        size = look.px(760 if upright else 430 if look.low else 520)
        self._box.addWidget(QrLabel(code.text, size, correction="L"), 0, CENTER)
        words = self.tr("用手机“扫一扫”，文字显示在手机上，不用上网。")
        if not code.whole:
            words += self.tr("码里只有材料、时限、收费、地点和电话，全部内容请打印。")
        size = look.body if upright else max(look.small, look.px(32))
        self._box.addWidget(label(words, size, look.colours.text, align=CENTER, name="guide_code_words"), 1)
