"""Checks of the machine: screen, fonts, voice, camera library, disk, locale.

What loads Qt or OpenCV runs in a process of its own: Qt aborts when it lacks a system library, and OpenCV changes
the environment Qt reads.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from cli.doctor.check import Check

PROBE_TIMEOUT_S = 60  # the first start of Qt on a slow disk may index fonts
ENOUGH_DISK = 2 * 1024**3  # bytes: a year of a hall's scans needs more, but a day will pass
NEEDED_DISK = 200 * 1024**2  # bytes

# Characters of people's names that common fonts lack: U+4DAE, U+3402, U+36C3.
RARE_CHARACTERS = "䶮㐂㛃"
CHINESE_FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
)

QT_PROBE = """
import json, sys
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication
application = QGuiApplication([])
known = set(QFontDatabase.families())
family = next((name for name in sys.argv[2:] if name in known), "")
metrics = QFontMetrics(QFont(family)) if family else None
lacking = [c for c in sys.argv[1] if not (metrics and metrics.inFontUcs4(ord(c)))]
sizes = [f"{s.size().width()}x{s.size().height()}" for s in application.screens()]
print(json.dumps({"family": family, "lacking": lacking, "screens": sizes, "platform": application.platformName()}))
"""


def probe_qt(platform: str) -> dict[str, Any]:
    """Start Qt on ``platform`` in another process; what it found, or ``{"error": …}``."""
    command = [sys.executable, "-c", QT_PROBE, RARE_CHARACTERS, *CHINESE_FAMILIES]
    environment = os.environ | {"QT_QPA_PLATFORM": platform}
    try:
        done = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PROBE_TIMEOUT_S,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return {"error": f"Qt did not start within {PROBE_TIMEOUT_S} s"}
    if done.returncode:
        return {"error": (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def check_qt(probed: dict[str, Any]) -> Check:
    """Qt starts without a screen."""
    error = probed.get("error", "")
    return Check(
        "qt", not error, error or "starts off-screen", "请安装 hallctl 列出的 Qt 系统库。" if error else ""
    )


def check_fonts(probed: dict[str, Any]) -> Check:
    """A Chinese font is there; one with the rare characters of people's names is better."""
    family, lacking = probed.get("family", ""), probed.get("lacking", list(RARE_CHARACTERS))
    if not family:
        return Check("fonts", False, "no Chinese font", "请安装 fonts-noto-cjk（思源黑体）。")
    if lacking:
        hint = f"“{family}”缺少人名用字 {''.join(lacking)}，请安装 fonts-noto-cjk。"
        return Check("fonts", False, f"{family} lacks {len(lacking)} rare characters", hint, warning=True)
    return Check("fonts", True, family)


def check_display() -> Check:
    """A screen that Qt can open; without one the suite still runs off-screen."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return Check("display", True, "no screen: demo and tests run off-screen")
    probed = probe_qt("wayland;xcb" if os.environ.get("WAYLAND_DISPLAY") else "xcb")
    if "error" in probed:
        return Check("display", False, probed["error"], "屏幕打不开，请检查 DISPLAY 与登录会话的权限。")
    return Check("display", True, f"{probed['platform']}: {', '.join(probed['screens'])}")


def check_espeak() -> Check:
    """espeak-ng with the voice that reads pinyin."""
    program = shutil.which("espeak-ng")
    if program is None:
        return Check("espeak-ng", False, "not found", "语音播报需要 espeak-ng，请安装该软件包。")
    command = [program, "-v", "cmn-latn-pinyin", "-q", "ni3 hao3"]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=PROBE_TIMEOUT_S, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        return Check("espeak-ng", False, done.stderr.strip(), "espeak-ng 缺少拼音发音，请重装 espeak-ng-data。")
    return Check("espeak-ng", True, f"{program}, voice cmn-latn-pinyin")


def check_opencv() -> Check:
    """OpenCV loads."""
    command = [sys.executable, "-c", "import cv2; print(cv2.__version__)"]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=PROBE_TIMEOUT_S, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        detail = (done.stderr.strip().splitlines() or ["?"])[-1]
        return Check("opencv", False, detail, "高拍仪画面处理需要 OpenCV 及 libgl1、libglib2.0-0。")
    return Check("opencv", True, done.stdout.strip())


def check_disk(folder: Path) -> Check:
    """Room for tickets and scans."""
    free = shutil.disk_usage(folder).free
    hint = "" if free >= ENOUGH_DISK else "磁盘空间不足，请清理或更换磁盘。"
    return Check("disk", not hint, f"{free / 1024**3:.1f} GiB free at {folder}", hint, warning=free >= NEEDED_DISK)


def check_locale() -> Check:
    """File names and output can be Chinese."""
    encoding = sys.getfilesystemencoding()
    ok = encoding.lower().replace("-", "") == "utf8"
    return Check("locale", ok, f"file names in {encoding}", "" if ok else "请设置 LANG=zh_CN.UTF-8 或 C.UTF-8。")
