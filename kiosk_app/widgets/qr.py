"""A QR code on the screen (二维码)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette, QPixmap
from PySide6.QtWidgets import QLabel


def qr_pixmap(payload: str, size: int, correction: str = "M") -> QPixmap:
    """A QR code of at most ``size`` px with its quiet zone, whole pixels per module.

    Args:
        correction: error correction level: M, or L for a long text.
    """
    import numpy as np  # late: no page needs them before a number is on the screen
    import zxingcpp

    code = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode, ec_level=correction, eci="UTF-8")
    small = np.asarray(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=True), dtype=np.uint8)
    height, width = small.shape
    image = QImage(small.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
    factor = max(size // width, 1)
    return QPixmap.fromImage(image.scaled(width * factor, height * factor))


class QrLabel(QLabel):
    """Shows a QR code."""

    def __init__(self, payload: str, size: int, correction: str = "M") -> None:
        super().__init__()
        code = qr_pixmap(payload, size, correction)
        self.setPixmap(code)
        self.setFixedSize(code.size())  # a code that is cut off can't be read
        self.setObjectName("qr")
        white = QPalette()
        white.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.white)
        self.setPalette(white)
        self.setAutoFillBackground(True)
