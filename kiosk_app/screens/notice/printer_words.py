"""What a page says of a printer that is not ready (打印机未就绪): what happened, what is kept, what to do now."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk_app.trouble import Trouble


class PrinterWords(QObject):
    """In the interface's language."""

    def title(self, trouble: Trouble | None) -> str:
        """What happened."""
        if trouble is Trouble.PAPER_OUT:
            return self.tr("打印机缺纸")
        if trouble is Trouble.COVER_OPEN:
            return self.tr("打印机机盖没有合上")
        if trouble is Trouble.PAPER_JAM:
            return self.tr("打印机卡纸")
        if trouble is Trouble.PRINTER_FAULT:
            return self.tr("打印机出现故障")
        return self.tr("打印机没有连上")

    def text(self, trouble: Trouble | None, *, short: bool) -> str:
        """What is kept, and what to do.

        Args:
            short: in large print, or where there is little room.
        """
        if not short:
            return "\n".join((self._kept(trouble), self._to_do()))
        if trouble is Trouble.PAPER_JAM:
            return self.tr("还没有取号。请不要拉纸，修好后这里会自动继续；不想等，请按“屏幕取号”。")
        return self.tr("还没有取号。修好后这里会自动继续；不想等，请按“屏幕取号”。")

    def _kept(self, trouble: Trouble | None) -> str:
        if trouble is Trouble.PAPER_OUT:
            return self.tr("还没有取号，没有占用号码。工作人员换好纸，这里会自动继续。")
        if trouble is Trouble.COVER_OPEN:
            return self.tr("还没有取号，没有占用号码。机盖合好，这里会自动继续。")
        if trouble is Trouble.PAPER_JAM:
            return self.tr("还没有取号，没有占用号码。请不要拉纸，工作人员取出卡纸后，这里会自动继续。")
        return self.tr("还没有取号，没有占用号码。打印机恢复后，这里会自动继续。")

    def _to_do(self) -> str:
        return self.tr(
            "不想等，可以“屏幕取号”：记住屏幕上的号码，叫号时与号票一样有效；也可以到其他抽号机或导办台。"
        )
