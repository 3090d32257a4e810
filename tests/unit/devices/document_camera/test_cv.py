"""OpenCV is imported in one place and leaves Qt's environment alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
REPORT = """
import json, os
before = dict(os.environ)
from devices.document_camera.cv import cv2
print(json.dumps({name: value for name, value in os.environ.items() if name.startswith("QT_")}))
"""


def qt_environment(extra: dict[str, str]) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")} | extra
    done = subprocess.run(
        [sys.executable, "-c", REPORT], cwd=ROOT, env=environment, capture_output=True, check=True, timeout=60
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_importing_opencv_adds_no_qt_variable() -> None:
    assert qt_environment({}) == {}


def test_importing_opencv_keeps_the_qt_variables_that_were_set() -> None:
    own = {"QT_QPA_PLATFORM": "offscreen", "QT_QPA_PLATFORM_PLUGIN_PATH": "/own/plugins", "QT_QPA_FONTDIR": "/own"}
    assert qt_environment(own) == own


def test_nobody_else_imports_opencv() -> None:
    own = re.compile(r"^\s*(import cv2|from cv2)", re.MULTILINE)
    packages = (
        "hall",
        "db",
        "devices",
        "qt_common",
        "kiosk_app",
        "counter_app",
        "display_app",
        "cli",
        "benchmarks",
    )
    importers = [
        path.relative_to(ROOT).as_posix()
        for package in packages
        for path in (ROOT / package).rglob("*.py")
        if own.search(path.read_text("utf-8"))
    ]
    assert importers == ["devices/document_camera/cv.py"]
