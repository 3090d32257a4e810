"""SHA-256 by Qt (摘要): ``hashlib`` would load OpenSSL before a station's first picture."""

from __future__ import annotations

from PySide6.QtCore import QCryptographicHash


def sha256_hex(content: bytes) -> str:
    """64 hex digits."""
    made = QCryptographicHash(QCryptographicHash.Algorithm.Sha256)
    made.addData(content)
    return bytes(made.result().toHex().data()).decode("ascii")
