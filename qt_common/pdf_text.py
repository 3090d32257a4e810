"""A page of plain text as a PDF (文书PDF), for the A4 printer; made in one call, on whatever thread that is."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from qt_common import theme

DPI = 300
MARGIN_MM = 22.0


def text_pdf(title: str, lines: Iterable[str], foot: str = "") -> bytes:
    """A4, title large and centred, one paragraph a line, a small line at the end.

    Args:
        title: also the document's title in the queue; no personal data.
    """
    paragraphs = "".join(f'<p style="line-height:150%">{escape(line)}</p>' for line in lines)
    last = f'<p style="font-size:10pt">{escape(foot)}</p>' if foot else ""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    font = theme.font(12)
    font.setPointSizeF(14)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(f'<h2 align="center">{escape(title)}</h2>{paragraphs}{last}')
    document.print_(writer)
    del writer  # writes the end of the file
    buffer.close()
    return bytes(data.data())
