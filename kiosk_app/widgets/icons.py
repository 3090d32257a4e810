"""Line icons of the kiosk (图标), drawn from SVG paths of our own in the colour of their place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

# In a square of 48 × 48, strokes only.
PATHS: Mapping[str, str] = {
    "ticket": '<path d="M8 12h32v8a4 4 0 0 0 0 8v8H8v-8a4 4 0 0 0 0-8z"/><path d="M18 18v12M24 20h8M24 28h8"/>',
    "guide": '<path d="M24 12c-4-3-10-4-16-4v28c6 0 12 1 16 4 4-3 10-4 16-4V8c-6 0-12 1-16 4z"/>'
    '<path d="M24 12v28"/>',
    "person": '<circle cx="24" cy="15" r="7"/><path d="M10 40c0-9 6-14 14-14s14 5 14 14"/>',
    "help": '<path d="M10 28v-5a14 14 0 0 1 28 0v5"/><rect x="6" y="26" width="8" height="11" rx="3"/>'
    '<rect x="34" y="26" width="8" height="11" rx="3"/><path d="M38 37c0 4-4 6-10 6"/>',
    "card": '<rect x="6" y="11" width="36" height="26" rx="4"/><circle cx="17" cy="21" r="4"/>'
    '<path d="M10 32c1-4 4-5 7-5s6 1 7 5M29 20h8M29 27h8"/>',
    "phone": '<rect x="14" y="5" width="20" height="38" rx="4"/><path d="M21 37h6"/>',
    "pass": '<circle cx="24" cy="24" r="17"/><path d="M15 24l6 6 12-12"/>',
    "clock": '<circle cx="24" cy="24" r="17"/><path d="M24 14v10l7 5"/>',
    "link": '<path d="M10 24a14 14 0 0 1 24-10M38 24a14 14 0 0 1-24 10"/><path d="M35 6v9h-9M13 42v-9h9"/>',
    "printer": '<path d="M14 18V7h20v11M14 34H8V18h32v16h-6"/><rect x="14" y="28" width="20" height="13"/>',
    "warning": '<path d="M24 7l18 33H6z"/><path d="M24 19v11M24 34v1"/>',
    "blocked": '<circle cx="24" cy="24" r="17"/><path d="M12 12l24 24"/>',
    "idea": '<path d="M18 34c0-5-6-8-6-16a12 12 0 0 1 24 0c0 8-6 11-6 16z"/><path d="M18 40h12"/>',
    "heart": '<path d="M24 41C10 31 6 24 6 17a9 9 0 0 1 18-2 9 9 0 0 1 18 2c0 7-4 14-18 24z"/>',
    "info": '<circle cx="24" cy="24" r="17"/><path d="M24 22v11M24 15v1"/>',
    "search": '<circle cx="21" cy="21" r="12"/><path d="M30 30l11 11"/>',
    "elder": '<circle cx="20" cy="11" r="6"/>'
    '<path d="M12 42V27c0-5 3-8 8-8s9 3 10 9l4 4M36 28v14M16 42V32M25 42l-2-10"/>',
    "calendar": '<rect x="7" y="10" width="34" height="31" rx="4"/><path d="M7 19h34M16 6v8M32 6v8"/>'
    '<path d="M17 30l5 5 9-10"/>',
    "progress": '<path d="M9 41V8M9 41h32"/><path d="M16 33l8-10 7 6 9-14"/>',
    "keys": '<rect x="5" y="12" width="38" height="24" rx="4"/>'
    '<path d="M12 20h1M20 20h1M28 20h1M36 20h1M12 28h1M36 28h1M19 28h11"/>',
    "scan": '<path d="M8 17V8h9M31 8h9v9M40 31v9h-9M17 40H8v-9M12 24h24"/>',
    "contrast": '<circle cx="24" cy="24" r="17"/><path d="M24 7v34M29 9v30M34 11v26M39 17v14"/>',
    "low": '<circle cx="20" cy="9" r="4"/><path d="M20 16v12h11l5 10h4M20 21h9M15 21a11 11 0 1 0 15 15"/>',
    "speech": '<path d="M7 9h34v24H22l-9 8v-8H7z"/><path d="M24 15v8M24 28v.5"/>',
    "map": '<path d="M6 12l12-5 12 5 12-5v29l-12 5-12-5-12 5z"/><path d="M18 7v29M30 12v29"/>',
    "back": '<path d="M28 10L14 24l14 14"/>',
    "home": '<path d="M7 23L24 8l17 15M12 20v20h24V20M20 40V28h8v12"/>',
    "language": '<circle cx="24" cy="24" r="17"/>'
    '<path d="M7 24h34M24 7c6 5 7 11 7 17s-1 12-7 17c-6-5-7-11-7-17s1-12 7-17z"/>',
}


def icon_pixmap(name: str, size: int, colour: str) -> QPixmap:
    """An icon of ``size`` px; drawn once as long as Qt's cache of pictures, which is bounded, keeps it.

    Raises:
        KeyError: no such icon.
    """
    paths, key = PATHS[name], f"kiosk-icon {name} {size} {colour}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _drawn(paths, size, colour)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _drawn(paths: str, size: int, colour: str) -> QPixmap:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="{colour}" '
        f'stroke-width="3" stroke-linecap="round" stroke-linejoin="round">{paths}</svg>'
    )
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap
