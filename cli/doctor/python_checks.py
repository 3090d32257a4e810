"""Checks of Python, its packages, SQLite, the calendar and the time zone."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cli.doctor.check import Check

# Before these a checkpoint racing a write could corrupt the database in WAL mode (SQLite's release notes).
SAFE_SQLITE = (3, 51, 3)
# 6.12.0 loses references under Python 3.11 and aborts after some thousand widget updates.
GOOD_PYSIDE = ((6, 9), (6, 12))
# A due date lies at most about this far ahead.
DUE_DATES_REACH = timedelta(days=60)

CALENDAR_NAME = "calendar"


def numbers(text: str) -> tuple[int, ...]:
    """The leading dotted numbers of a version."""
    found = re.match(r"\d+(\.\d+)*", text)
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def check_python() -> Check:
    """3.11 or 3.12: what the packages are pinned and tested for."""
    text = ".".join(map(str, sys.version_info[:3]))
    ok = (3, 11) <= sys.version_info[:2] < (3, 13)
    return Check("python", ok, f"{text} ({sys.executable})", "" if ok else "请安装 Python 3.11 或 3.12。")


def check_pyside() -> Check:
    """PySide6 in the range that does not abort."""
    try:
        text = version("pyside6-essentials")
    except PackageNotFoundError:
        return Check("pyside6", False, "not installed", "请运行 ./hallctl doctor，它会装好全部软件包。")
    low, high = GOOD_PYSIDE
    ok = low <= numbers(text)[:2] < high
    return Check("pyside6", ok, text, "" if ok else "此版本会使程序中止，请用 requirements.lock 中的版本。")


def check_packages(lock: Path) -> Check:
    """Every package of the lock is installed at its version."""
    pins = re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    wrong = []
    for name, pinned in pins:
        try:
            installed = version(name)
        except PackageNotFoundError:
            installed = "missing"
        if installed != pinned:
            wrong.append(f"{name} {installed} (lock: {pinned})")
    detail = "; ".join(wrong) or f"{len(pins)} packages as in {lock.name}"
    return Check("packages", not wrong, detail, "请删除 .venv 后重新运行 ./hallctl。" if wrong else "")


def sqlite_in_use() -> tuple[str, str]:
    """Which SQLite the suite gets, and its version: pysqlite3's own where it is installed, else the system's."""
    for module in ("pysqlite3", "sqlite3"):
        try:
            return module, str(import_module(module).sqlite_version)
        except ImportError:
            continue
    return "none", "0"


def check_sqlite(find: Callable[[], tuple[str, str]] = sqlite_in_use) -> Check:
    """A SQLite whose WAL cannot be corrupted by the reset race."""
    module, text = find()
    ok = numbers(text) >= SAFE_SQLITE
    least = ".".join(map(str, SAFE_SQLITE))
    hint = "" if ok else f"SQLite 低于 {least}，断电或并发时有损坏风险；请安装 pysqlite3，或改用 PostgreSQL。"
    return Check("sqlite", ok, f"{text} ({module})", hint, warning=True)


def check_calendar(today: date) -> Check:
    """The holidays and 调休 of every year in which a due date may fall are known."""
    import chinese_calendar

    last = max(day.year for day in chinese_calendar.holidays)
    ok = today + DUE_DATES_REACH <= date(last, 12, 31)
    hint = f"{last + 1} 年放假调休安排尚未载入，期限可能算错；国务院通知发布后请更新节假日数据。"
    return Check(
        CALENDAR_NAME, ok, f"holidays known to the end of {last}", "" if ok else hint, warning=today.year <= last
    )


def check_time_zone() -> Check:
    """Asia/Shanghai is known: it decides what a day is."""
    try:
        zone = ZoneInfo("Asia/Shanghai")
    except ZoneInfoNotFoundError:
        return Check("time_zone", False, "no time zone data", "请安装 tzdata 软件包。")
    return Check("time_zone", True, zone.key)


def check_module(name: str, module: str, hint: str) -> Check:
    """A library that loads a system library when it is imported."""
    try:
        loaded = import_module(module)
    except (ImportError, OSError) as error:
        return Check(name, False, f"{type(error).__name__}: {error}", hint)
    return Check(name, True, str(getattr(loaded, "__version__", "loads")))
