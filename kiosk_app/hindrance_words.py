"""What stands in the way, in words (不能取号的说明): short on a tile, at length on the calm page."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject

from hall.queueing.availability import Hindrance, Why
from kiosk_app.day_words import DayWords

MOST_SPANS = 4  # more numbers than these nobody reads


class HindranceWords(QObject):
    """In the language of the interface; ``today`` tells apart today's times from other days'."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days = DayWords(self)

    def short(self, hindrance: Hindrance, today: date) -> str:
        """One line for a tile."""
        at = hindrance.again_at
        when = self.when(at, today, swapped=hindrance.swapped) if at else ""
        clock = f"{at:%H:%M}" if at else ""
        match hindrance.why:
            case Why.NO_WINDOW:
                return self.tr("本大厅不办理")
            case Why.OTHER_BRANCH:
                return self.tr("在{branch}办理").format(branch=hindrance.branch)
            case Why.QUOTA_DAY:
                return self.tr("今天的号已取完")
            case Why.QUOTA_SLOT:
                return self.tr("本时段号已取完，{time} 再取").format(time=clock)
            case Why.WEEKEND:
                return self.tr("周末不办理")
            case Why.PAUSED:
                return self.tr("窗口暂停，预计 {time} 恢复").format(time=clock) if at else self.tr("窗口暂停服务")
            case Why.NOT_OPENED:
                return self.tr("窗口未开放")
            case _:
                return self.tr("{when} 取号").format(when=when) if at else self.tr("现在不能取号")

    def title(self, hindrance: Hindrance) -> str:
        """What happened."""
        match hindrance.why:
            case Why.NO_WINDOW:
                return self.tr("这个事项不在本大厅办理")
            case Why.OTHER_BRANCH:
                return self.tr("请到{branch}办理").format(branch=hindrance.branch)
            case Why.DAY_OFF if hindrance.day_off:
                return self._day_off(hindrance.day_off)
            case Why.DAY_OFF:
                return self.tr("今天休息")
            case Why.NOON:
                return self.tr("午间休息")
            case Why.STOPPED:
                return self.tr("今天已停止取号")
            case Why.WEEKEND:
                return self.tr("这个事项周末不办理")
            case Why.QUOTA_DAY:
                return self.tr("今天的号已取完")
            case Why.QUOTA_SLOT:
                return self.tr("这个时段的号已取完")
            case Why.PAUSED:
                return self.tr("窗口暂停服务")
            case Why.NOT_OPENED:
                return self.tr("窗口还没有开放")
            case _:
                return self.tr("现在不能取号")

    def text(self, hindrance: Hindrance, item: str, today: date) -> str:
        """Why, when again, where, and what to do now; lines. ``item`` is its name, empty for the whole hall."""
        lines = [self._why(hindrance, item)]
        if hindrance.again_at is not None and hindrance.why is not Why.PAUSED:
            when = self.when(hindrance.again_at, today, swapped=hindrance.swapped)
            lines.append(self.tr("{when} 起可以取号。").format(when=when))
        if hindrance.address:
            lines.append(self.tr("地址：{address}").format(address=hindrance.address))
        lines.append(self._advice(hindrance))
        return "\n".join(line for line in lines if line)

    def when(self, at: datetime, today: date, *, swapped: bool = False) -> str:
        """“今天 13:00”, “明天 09:00”, “10月9日（星期五）09:00”."""
        time = f"{at:%H:%M}"
        if at.date() == today:
            return self.tr("今天 {time}").format(time=time)
        if at.date() == today + timedelta(days=1):
            return self.tr("明天（{weekday}）{time}").format(weekday=self._weekday(at, swapped), time=time)
        words = self.tr("{day}（{weekday}）{time}")
        return words.format(day=self._days.day(at), weekday=self._weekday(at, swapped), time=time)

    def _day_off(self, name: str) -> str:
        """A national holiday, or the hall's own note as it stands."""
        known = {
            "元旦": self.tr("元旦"),
            "春节": self.tr("春节"),
            "清明节": self.tr("清明节"),
            "劳动节": self.tr("劳动节"),
            "端午节": self.tr("端午节"),
            "中秋节": self.tr("中秋节"),
            "国庆节": self.tr("国庆节"),
        }
        if name in known:
            return self.tr("{holiday}放假").format(holiday=known[name])
        return self.tr("今天休息：{reason}").format(reason=name)

    def _why(self, hindrance: Hindrance, item: str) -> str:
        windows = self._windows(hindrance.windows)
        match hindrance.why:
            case Why.NO_WINDOW:
                words = self.tr("没有取号。本大厅没有窗口办理“{item}”。")
            case Why.OTHER_BRANCH:
                words = self.tr("没有取号。“{item}”在那里的 {windows} 号窗口办理。")
            case Why.WEEKEND:
                words = self.tr("没有取号。今天只办理公布的便民事项。")
            case Why.QUOTA_DAY:
                words = self.tr("没有取号。“{item}”今天的 {capacity} 个号已全部取完。")
            case Why.QUOTA_SLOT:
                words = self.tr("没有取号。“{item}”这个时段的 {capacity} 个号已全部取完。")
            case Why.PAUSED if hindrance.again_at is not None:
                words = self.tr("没有取号。{windows} 号窗口暂停服务，预计 {time} 恢复，届时可以取号。")
            case Why.PAUSED:
                words = self.tr("没有取号。{windows} 号窗口暂停服务，恢复后可以取号。")
            case Why.NOT_OPENED:
                words = self.tr("没有取号。“{item}”在 {windows} 号窗口办理，开放后可以取号。")
            case Why.STOPPED:
                words = self.tr("临近下班，不再取号。已经取号的，今天会办完。")
            case _:
                return ""
        time = f"{hindrance.again_at:%H:%M}" if hindrance.again_at else ""
        return words.format(item=item, windows=windows, capacity=hindrance.capacity, time=time)

    def _advice(self, hindrance: Hindrance) -> str:
        match hindrance.why:
            case Why.QUOTA_DAY | Why.QUOTA_SLOT | Why.WEEKEND if hindrance.contact:
                return self.tr("也可以预约：请到导办台，或拨打 {phone}。").format(phone=hindrance.contact)
            case Why.QUOTA_DAY | Why.QUOTA_SLOT | Why.WEEKEND:
                return self.tr("也可以预约：请到导办台。")
            case Why.OTHER_BRANCH if hindrance.contact:
                return self.tr("电话：{phone}").format(phone=hindrance.contact)
            case Why.NO_WINDOW | Why.PAUSED | Why.NOT_OPENED:
                return self.tr("着急办事请按“人工帮助”，导办人员会告诉您怎么办。")
            case Why.OTHER_BRANCH:
                return ""
            case _:
                return self.tr("办事指南随时可以查看。")

    def _windows(self, numbers: tuple[int, ...]) -> str:
        spans = _spans(numbers)
        shown = self.tr("、").join(spans[:MOST_SPANS])
        return self.tr("{windows} 等").format(windows=shown) if len(spans) > MOST_SPANS else shown

    def _weekday(self, at: datetime, swapped: bool) -> str:
        day = self._days.weekday(at)
        return self.tr("{weekday}，调休上班").format(weekday=day) if swapped else day


def _spans(numbers: tuple[int, ...]) -> list[str]:
    """Numbers as people say them: 3, 11–14; the first stays first, since it is back first."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return [text for s in spans for text in ([f"{s[0]}–{s[-1]}"] if len(s) > 2 else map(str, s))]
