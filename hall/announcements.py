"""What the hall sets about announcements (播报规则, ⚙): Q-02, D-05 (安康五1)."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, ClassVar

NUMBER, WINDOW = "number", "window"
SLOWEST, FASTEST = 50, 150  # percent of the voice's own speed
MOST_REPEATS = 5
LONGEST_TEXT = 100
_LETTER = re.compile(r"[A-Za-z]")
_CHINESE = re.compile("[\u4e00-\u9fff]")


class WrongAnnouncement(ValueError):
    """A setting of the announcements is wrong (播报配置有误); its text is Chinese, for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """A stretch of the day in which calls are shown and not spoken (静音时段); it may go past midnight.

    Attributes:
        begins, ends: hall's clock; `ends` itself is no longer quiet.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    begins: time
    ends: time

    def __post_init__(self) -> None:
        if self.begins == self.ends:
            raise WrongAnnouncement("静音时段的开始和结束不能相同")

    def covers(self, at: time) -> bool:
        """True when it is quiet at this time of day."""
        if self.begins < self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


@dataclass(frozen=True, slots=True)
class SpokenNotice:
    """A notice that is spoken each day at its time (语音提示), such as 下班提示.

    Attributes:
        at: hall's clock.
        text: Chinese.
        english: the same in English, where English is on; empty for none.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    at: time
    text: str
    english: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.text) <= LONGEST_TEXT or not _CHINESE.search(self.text):
            raise WrongAnnouncement(f"语音提示的中文内容应为 1 到 {LONGEST_TEXT} 个字")
        _english(self.english, "语音提示的英文内容")


@dataclass(frozen=True, slots=True)
class Announcements:
    """Voice and board (播报).

    Attributes:
        repeat: times each call is spoken.
        chime: a chime first.
        yao: the digit 1 is spoken 幺 instead of 一.
        brief_text: what is spoken instead of `voice_text` when many wait.
        voice_text, led_text: templates with ``{number}`` and ``{window}``.
        english: the call is spoken in English too, after the Chinese.
        english_text: its template.
        rate: percent of the voice's own speed; below 100 is kinder to the old (适老语速).
        volume: percent of the machine's loudness.
        quiet: when nothing is spoken.
        priority_run: how many calls of priority classes (Q-10) may go before an ordinary one that waits for its
            announcement; 0 announces strictly in the order of the calls.
        short_from: when so many calls wait, each is spoken once, briefly, in Chinese only and without a chime, or
            the voice would lag behind the hall.
        notices: what is spoken at set times, when no call waits.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    repeat: int = 2
    chime: bool = True
    yao: bool = False
    voice_text: str = "请{number}号到{window}号窗口办理"
    led_text: str = "请{number}到{window}号窗口"
    brief_text: str = "{number}号到{window}号窗口"
    english: bool = False
    english_text: str = "Number {number}, please go to window {window}"
    rate: int = 90
    volume: int = 100
    quiet: tuple[QuietHours, ...] = ()
    priority_run: int = 2
    short_from: int = 4
    notices: tuple[SpokenNotice, ...] = ()

    def __post_init__(self) -> None:
        for name, value, least, most in (
            ("repeat", self.repeat, 1, MOST_REPEATS),
            ("rate", self.rate, SLOWEST, FASTEST),
            ("volume", self.volume, 0, 100),
            ("priority_run", self.priority_run, 0, 20),
            ("short_from", self.short_from, 1, 1000),
        ):
            if not least <= value <= most:
                raise WrongAnnouncement(f"{name} 应在 {least} 到 {most} 之间")
        for name in ("voice_text", "brief_text", "led_text", "english_text"):
            _template(name, getattr(self, name))
        _english(self.english_text, "english_text")

    def chinese_for(self, number: str, window: int, *, brief: bool = False) -> str:
        """What is spoken for a call, such as “请A023号到3号窗口办理”; ``brief`` when many wait."""
        return (self.brief_text if brief else self.voice_text).format(number=number, window=window)

    def english_for(self, number: str, window: int) -> str:
        """The same in English; empty when English is off."""
        return self.english_text.format(number=number, window=window) if self.english else ""

    def is_quiet(self, now: datetime) -> bool:
        """Nothing is spoken now.

        Args:
            now: in the hall's time zone.
        """
        return any(hours.covers(now.time()) for hours in self.quiet)

    def notices_between(self, after: datetime, until: datetime) -> tuple[SpokenNotice, ...]:
        """Notices whose time came after ``after`` and not after ``until``, in order; both of the same day.

        Args:
            after, until: in the hall's time zone. Of two days nothing is told: what was due before midnight is
                past, and a clock that was set brings no flood.
        """
        if after.date() != until.date():
            return ()
        due = [notice for notice in self.notices if after.time() < notice.at <= until.time()]
        return tuple(sorted(due, key=lambda notice: notice.at))


def _template(name: str, text: str) -> None:
    wrong = f"{name} 应含 {{number}} 和 {{window}} 各一次，且没有其他花括号"
    try:
        fields = [(field, spec, conversion) for _, field, spec, conversion in string.Formatter().parse(text)]
    except ValueError as error:
        raise WrongAnnouncement(wrong) from error
    named = [field for field in fields if field[0] is not None]
    if sorted(named) != [(NUMBER, "", None), (WINDOW, "", None)] or "{{" in text or "}}" in text:
        raise WrongAnnouncement(wrong)
    if len(text) > LONGEST_TEXT:
        raise WrongAnnouncement(f"{name} 最多 {LONGEST_TEXT} 个字")


def _english(text: str, name: str) -> None:
    """Empty, or words that an English voice can read."""
    if text and (not text.isascii() or not text.isprintable() or not _LETTER.search(text)):
        raise WrongAnnouncement(f"{name}应为英文")
    if len(text) > 2 * LONGEST_TEXT:
        raise WrongAnnouncement(f"{name}最多 {2 * LONGEST_TEXT} 个字符")
