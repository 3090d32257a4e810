"""Decides what a window screen is about (窗口叫号): the ticket, the pause, the end of service; W-01."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import WindowCallOptions
from display_app.panels.scene import Scene
from hall.queueing.board import WindowScreen
from hall.staffing.window import WindowState

translate = QCoreApplication.translate


class Mood(StrEnum):
    """What the screen is about."""

    CONNECTING = "connecting"  # nothing was read yet
    FREE = "free"  # 空闲, or waiting for the next call
    CALLED = "called"  # 请到本窗口
    SERVING = "serving"  # 正在办理
    PAUSED = "paused"  # 暂停服务
    CLOSED = "closed"  # 未开放, 午间休息


@dataclass(frozen=True, slots=True)
class Message:
    """The large word of the screen.

    Attributes:
        headline: the ticket's number, or 暂停服务, or a word of welcome.
        words: the line under it.
        details: further lines, such as 去向 and expected return.
    """

    mood: Mood = Mood.CONNECTING
    headline: str = ""
    words: str = ""
    details: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it, for people who have the screen read to them."""
        return " ".join(text for text in (self.headline, self.words, *self.details) if text)


def decide(scene: Scene, options: WindowCallOptions, name: str) -> Message:
    """The ticket at the window, or why there is none."""
    screen = scene.window
    if screen is None:
        return Message(words=translate("WindowScreen", "正在连接数据…"))
    if screen.state is WindowState.CLOSED:
        return _closed(scene)
    if screen.pause is not None:
        details = (
            translate("WindowScreen", "去向：{where}").format(where=screen.pause.whereabouts),
            translate("WindowScreen", "预计 {time} 返回").format(time=scene.clock(screen.pause.back_at)),
        )
        return Message(Mood.PAUSED, translate("WindowScreen", "暂停服务"), screen.pause.reason, details)
    if screen.label is None:
        free, watch = translate("WindowScreen", "正在服务"), translate("WindowScreen", "请留意叫号")
        return Message(Mood.FREE, free, watch)
    if screen.serving:
        return Message(Mood.SERVING, screen.label, translate("WindowScreen", "正在办理"))
    called = translate("WindowScreen", "请到{window}号窗口办理").format(window=screen.number)
    return Message(Mood.CALLED, screen.label, called)


def _closed(scene: Scene) -> Message:
    """Over noon and after the last closing it says so, and when the hall opens again."""
    elsewhere = translate("WindowScreen", "请到其他窗口或咨询导办台")
    opening = scene.figures.slow.opening
    if opening is None or opening.open or opening.next_opening is None:
        return Message(Mood.CLOSED, translate("WindowScreen", "未开放"), elsewhere)
    again = opening.next_opening.astimezone(scene.profile.zone)
    if again <= scene.now:  # the hall has opened since it was read
        return Message(Mood.CLOSED, translate("WindowScreen", "未开放"), elsewhere)
    if again.date() == scene.now.date():
        noon = scene.now.timetz().replace(tzinfo=None) >= scene.profile.hours.sessions[0].closes
        headline = translate("WindowScreen", "午间休息") if noon else translate("WindowScreen", "未到办公时间")
        words = translate("WindowScreen", "{time} 开始服务").format(time=f"{again:%H:%M}")
        return Message(Mood.CLOSED, headline, words)
    words = translate("WindowScreen", "{month}月{day}日 {time} 开始服务").format(
        month=again.month, day=again.day, time=f"{again:%H:%M}"
    )
    return Message(Mood.CLOSED, translate("WindowScreen", "今日服务已结束"), words)


def sign_text(scene: Scene) -> str:
    """The text for the LED sign over the window; empty clears it."""
    screen: WindowScreen | None = scene.window
    if screen is None or screen.state is WindowState.CLOSED:
        return ""
    if screen.state is WindowState.PAUSED:
        return translate("WindowScreen", "暂停服务")
    if screen.label is None:
        return screen.name
    if screen.serving:
        return translate("WindowScreen", "正在办理 {number}").format(number=screen.label)
    return scene.profile.announcements.led_text.format(number=screen.label, window=screen.number)
