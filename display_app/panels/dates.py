"""Dates in words (日期)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def date_words(now: datetime) -> str:
    """“3月3日 星期一”."""
    days = (
        translate("Board", "星期一"),
        translate("Board", "星期二"),
        translate("Board", "星期三"),
        translate("Board", "星期四"),
        translate("Board", "星期五"),
        translate("Board", "星期六"),
        translate("Board", "星期日"),
    )
    words = translate("Board", "{month}月{day}日 {weekday}")
    return words.format(month=now.month, day=now.day, weekday=days[now.weekday()])
