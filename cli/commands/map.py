"""``hallctl map``: check a floor map, tell the ways on it, draw it (大厅地图)."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from cli.output import CommandError, add_json_option, finish


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser("map", help="检查大厅地图并画出 / check a floor map and draw it")
    parser.add_argument("file", type=Path, help="TOML of the floor")
    parser.add_argument("--png", type=Path, help="draw it into this file")
    parser.add_argument("--width", type=int, default=1600, help="pixels of the picture, default 1600")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """0 when every window can be reached from every kiosk."""
    from hall.floor_map.guidance import way_words
    from hall.floor_map.plan import MapError, PlaceKind
    from hall.floor_map.reading import read_plan
    from hall.floor_map.route import unreachable

    try:
        plan = read_plan(options.file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"无法读取 {options.file.name}。", str(error)) from error
    except MapError as error:
        raise CommandError(error.message, error.detail) from error
    for kiosk in (place for place in plan.places if place.kind is PlaceKind.KIOSK):
        for window in plan.windows:
            words = way_words(plan, kiosk.station, "", (window.number,)) or "没有通道可达"
            print(f"{kiosk.name} → {window.number}号窗口：{words}")
    if options.png is not None:
        _draw(plan, options.png, options.width)
    lost = unreachable(plan)
    found = {"ok": not lost, "windows": len(plan.windows), "unreachable": list(lost)}
    return finish(found, ok=not lost, as_json=options.json)


def _draw(plan: Any, path: Path, width: int) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from qt_common import theme
    from qt_common.floor_map import FloorMapPainter, Marks

    application = QApplication.instance() or QApplication(["hallctl"])
    height = round(width * plan.height / plan.width)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.NORMAL.surface))
    painter = QPainter(image)
    FloorMapPainter(plan, theme.NORMAL, max(width // 50, 12)).draw(painter, QRectF(0, 0, width, height), Marks())
    painter.end()
    if not image.save(str(path)):
        raise CommandError(f"无法写入 {path.name}。", f"{path} can't be written")
    del application
