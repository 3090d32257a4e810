"""Days in words (日期说法): “3月3日” and “Mar 3”, for 3/10 is read in two ways."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject


class DayWords(QObject):
    """In the language of the interface."""

    def day(self, day: date) -> str:
        """Month and day."""
        months = (
            *(self.tr("1月"), self.tr("2月"), self.tr("3月"), self.tr("4月"), self.tr("5月"), self.tr("6月")),
            *(self.tr("7月"), self.tr("8月"), self.tr("9月"), self.tr("10月"), self.tr("11月"), self.tr("12月")),
        )
        return self.tr("{month}{day}日").format(month=months[day.month - 1], day=day.day)

    def weekday(self, day: date) -> str:
        """Day of the week."""
        return (
            self.tr("星期一"),
            self.tr("星期二"),
            self.tr("星期三"),
            self.tr("星期四"),
            self.tr("星期五"),
            self.tr("星期六"),
            self.tr("星期日"),
        )[day.weekday()]
