"""Puts the pages of a PDF on paper (PDF页面输出), off the UI thread.

Qt's rule ("Threads and QObjects", painting in threads): a QPainter may be used in any thread to paint onto a QImage
or a QPrinter; a QPdfDocument belongs to the thread that made it. So all of it is made, used and dropped inside one
call, on whatever thread that is. An application object must exist, for the fonts and the printing plug-in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from devices.core.errors import Canceled, DeviceTimeout, HardwareFault, Unsupported

DPI = 300
POINTS = 72.0  # a PDF's unit, in an inch
MOST_PAGES = 200
SLACK = 6.0  # points by which a page may differ from the paper and still be printed as large as it is
GO_ON: Callable[[], bool] = lambda: False  # noqa: E731


class PdfPages:
    """A PDF whose pages can be drawn; made and used in one thread.

    Args:
        pdf: the whole document.

    Raises:
        Unsupported: not a PDF that can be read, locked by a password, without pages or with more than `MOST_PAGES`.
    """

    def __init__(self, pdf: bytes) -> None:
        self._bytes = QByteArray(pdf)  # the buffer does not keep it alive
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(cast("QIODevice", self._buffer))
        status, pages = self._document.status(), self._document.pageCount()
        if status is not QPdfDocument.Status.Ready:
            raise Unsupported(f"{len(pdf)} bytes, {self._document.error().name}", message="文件不是可打印的 PDF。")
        if not 1 <= pages <= MOST_PAGES:
            raise Unsupported(
                f"{pages} pages, 1 to {MOST_PAGES} can be printed", message="文件页数超出可打印范围。"
            )
        self.count = pages

    def size(self, page: int) -> QSizeF:
        """Size of a page in points."""
        return self._document.pagePointSize(page)

    def picture(self, page: int, dpi: int = DPI) -> QImage:
        """A page as picture; 35 MB for A4 at 300 dpi, so one at a time.

        Raises:
            Unsupported: the page can't be drawn.
        """
        size = self.size(page)
        pixels = QSize(round(size.width() * dpi / POINTS), round(size.height() * dpi / POINTS))
        drawn = self._document.render(page, pixels)
        if drawn.isNull():
            raise Unsupported(f"page {page + 1} can't be drawn", message="文件有无法打印的页面。")
        paper = QImage(pixels, QImage.Format.Format_RGB32)  # what is transparent in a PDF is white on paper
        paper.fill(0xFFFFFFFF)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper

    def print_on(self, printer: QPrinter, *, overdue: Callable[[], bool] = GO_ON) -> None:
        """Draw all pages on ``printer``, each on a sheet turned the way the page is.

        A page about as large as the paper keeps its size; a larger one is made smaller; a smaller one stays as it
        is, in the middle.

        Args:
            overdue: asked before each page; True gives up and aborts the job.

        Raises:
            HardwareFault: the printer takes nothing.
            DeviceTimeout: overdue; ``outcome_known`` is False once a page was handed over.
            Unsupported: a page can't be drawn; the job was aborted.
        """
        printer.setFullPage(True)
        _turn(printer, self.size(0))
        painter = QPainter()
        if not painter.begin(printer):
            raise HardwareFault("the printer can't be painted on", message="打印机未接受打印任务，请联系工作人员。")
        try:
            for page in range(self.count):
                if overdue():
                    raise DeviceTimeout(f"{page} of {self.count} pages in time", outcome_known=page == 0)
                if page:
                    _turn(printer, self.size(page))
                    if not printer.newPage():
                        raise HardwareFault(f"no sheet for page {page + 1}", outcome_known=False)
                painter.drawImage(_place(printer, self.size(page)), self.picture(page))
        except (DeviceTimeout, HardwareFault, Unsupported, Canceled):
            printer.abort()
            painter.end()
            raise
        if not painter.end() or printer.printerState() is QPrinter.PrinterState.Error:
            raise HardwareFault("the job did not end well", outcome_known=False)


def _turn(printer: QPrinter, page: QSizeF) -> None:
    wide = page.width() > page.height()
    layout = printer.pageLayout()
    layout.setOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    layout.setMargins(QMarginsF())
    printer.setPageLayout(layout)


def _place(printer: QPrinter, page: QSizeF) -> QRectF:
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    too_large = page.width() > paper.width() + SLACK or page.height() > paper.height() + SLACK
    fit = min(paper.width() / page.width(), paper.height() / page.height()) if too_large else 1.0
    to_dots = printer.resolution() / POINTS
    width, height = page.width() * fit * to_dots, page.height() * fit * to_dots
    left = (paper.width() * to_dots - width) / 2
    top = (paper.height() * to_dots - height) / 2
    return QRectF(left, top, width, height)


def paper_size(name: str) -> QPageSize:
    """``"A4"`` or ``"A5"``."""
    sizes = {"A4": QPageSize.PageSizeId.A4, "A5": QPageSize.PageSizeId.A5}
    return QPageSize(sizes[name])
