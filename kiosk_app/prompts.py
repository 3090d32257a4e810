"""Spoken prompts (语音提示): what is said when a page opens, and the voice that says it.

The words stand here in Chinese, each marked for the translation, so that lupdate finds them.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Slot

from devices.voice.interface import Language, Utterance, Voice
from kiosk_app.issuing import Issuing, Phase
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, NoticeKind, Page, Purpose
from kiosk_app.loudness import Loudness
from kiosk_app.ports import Speaker
from qt_common.device_bridge import DeviceBridge
from qt_common.translation import QT_TRANSLATE_NOOP

log = logging.getLogger(__name__)

PROMPTS: Mapping[Page, str] = {
    Page.HOME: QT_TRANSLATE_NOOP("Prompts", "您好，请选择要办的事。需要帮助请按人工帮助。"),
    Page.WAIT: QT_TRANSLATE_NOOP("Prompts", "请稍候，正在为您准备。"),
    Page.DEPARTMENTS: QT_TRANSLATE_NOOP("Prompts", "请选择办事部门。"),
    Page.ITEMS: QT_TRANSLATE_NOOP("Prompts", "请选择要办的事项。"),
    Page.MATERIALS: QT_TRANSLATE_NOOP("Prompts", "请看一下材料是否带齐，带齐了请按下面的大按钮。"),
    Page.AGENT: QT_TRANSLATE_NOOP("Prompts", "替别人办理。第一步，请把您自己的身份证平放在感应区。"),
    Page.PRINCIPAL: QT_TRANSLATE_NOOP("Prompts", "第二步，请拿起您的身份证，换上要办事的人的身份证。"),
    Page.ARRIVALS: QT_TRANSLATE_NOOP("Prompts", "您今天有几个预约，请选择一个。"),
    Page.STANDING: QT_TRANSLATE_NOOP("Prompts", "请看屏幕上的号票进度。"),
    Page.MAP: QT_TRANSLATE_NOOP("Prompts", "这是大厅地图，请选择窗口，屏幕上会显示怎么走。"),
    Page.PROGRESS: QT_TRANSLATE_NOOP("Prompts", "正在出票，请稍候。"),
    Page.PROVE: QT_TRANSLATE_NOOP(
        "Prompts", "请把登记时用的身份证放在感应区，或者输入手机号的最后四位数字，再按查询。"
    ),
    Page.MATTERS: QT_TRANSLATE_NOOP("Prompts", "这是您的事项，请看屏幕。"),
    Page.COMPLAINT: QT_TRANSLATE_NOOP("Prompts", "您要反映什么？请选择。也可以拨打屏幕上的投诉电话。"),
    Page.COMPLAINT_ABOUT: QT_TRANSLATE_NOOP("Prompts", "和什么有关？不清楚请按其他。"),
    Page.COMPLAINT_WINDOW: QT_TRANSLATE_NOOP("Prompts", "请选择是几号窗口。"),
    Page.COMPLAINT_TAGS: QT_TRANSLATE_NOOP(
        "Prompts", "请选择发生了什么，可以选几个，再按选好了。也可以让工作人员打电话给您。"
    ),
    Page.COMPLAINT_RECEIPT: QT_TRANSLATE_NOOP("Prompts", "已经登记，请记下屏幕上的受理编号。"),
}
SAME_PERSON = QT_TRANSLATE_NOOP("Prompts", "这是您自己的身份证，请换上要办事的人的身份证。")
REMEMBER = QT_TRANSLATE_NOOP("Prompts", "您的号码是{label}，请记住，然后按记住了。")
LOOK = QT_TRANSLATE_NOOP("Prompts", "请看一下，号票出来了吗？出来了请按是，没有请按否。")
WAIT_THERE = QT_TRANSLATE_NOOP("Prompts", "您的号码是{label}，请到{zone}区等候叫号。")
STILL_THERE = QT_TRANSLATE_NOOP("Prompts", "您还在吗？{seconds}秒后返回首页。要继续，请碰一下屏幕。")
LAST_CALL = 5  # seconds before the end
# The same page asks for different things behind different doors.
BY_PURPOSE: Mapping[tuple[Page, Purpose], str] = {
    (Page.IDENTIFY, Purpose.TICKET): QT_TRANSLATE_NOOP("Prompts", "请把身份证平放在感应区，也可以用手机号取号。"),
    (Page.IDENTIFY, Purpose.CHECK_IN): QT_TRANSLATE_NOOP(
        "Prompts", "请把身份证平放在感应区，也可以扫预约码，或者输入预约码。"
    ),
    (Page.IDENTIFY, Purpose.PROGRESS): QT_TRANSLATE_NOOP(
        "Prompts", "请把身份证平放在感应区，也可以扫号票上的二维码，或者输入号码。"
    ),
    (Page.IDENTIFY, Purpose.COMPLAINT): QT_TRANSLATE_NOOP(
        "Prompts", "请把身份证平放在感应区，方便答复您，也可以用手机号。"
    ),
    (Page.PHONE, Purpose.COMPLAINT): QT_TRANSLATE_NOOP("Prompts", "请留一个手机号，便于答复您，再按提交。"),
    (Page.CODE, Purpose.COMPLAINT): QT_TRANSLATE_NOOP("Prompts", "请输入号票上的号码，再按下一步。"),
    (Page.PHONE, Purpose.TICKET): QT_TRANSLATE_NOOP("Prompts", "请输入手机号，再按取号。"),
    (Page.PHONE, Purpose.CHECK_IN): QT_TRANSLATE_NOOP("Prompts", "请输入预约时留的手机号，再按签到。"),
    (Page.CODE, Purpose.CHECK_IN): QT_TRANSLATE_NOOP("Prompts", "请输入预约码，再按签到。"),
    (Page.CODE, Purpose.PROGRESS): QT_TRANSLATE_NOOP("Prompts", "请输入号票上的号码，或者受理编号，再按查询。"),
}
NOTICES: Mapping[NoticeKind, str] = {
    NoticeKind.HALL_CLOSED: QT_TRANSLATE_NOOP("Prompts", "现在不是取号时间。"),
    NoticeKind.HOLIDAY: QT_TRANSLATE_NOOP("Prompts", "今天放假，不能取号，请看屏幕上的上班时间。"),
    NoticeKind.WEEKEND_ITEM: QT_TRANSLATE_NOOP("Prompts", "这个事项周末不办理，请看屏幕上的时间。"),
    NoticeKind.QUOTA_FULL: QT_TRANSLATE_NOOP("Prompts", "这个事项的号取完了，请看屏幕上什么时候再取。"),
    NoticeKind.NO_OPEN_WINDOW: QT_TRANSLATE_NOOP("Prompts", "办这个事项的窗口现在没有开放，请看屏幕上的说明。"),
    NoticeKind.NOT_HERE: QT_TRANSLATE_NOOP("Prompts", "这个事项不在这里办理，请看屏幕上写的地方。"),
    NoticeKind.DATABASE_AWAY: QT_TRANSLATE_NOOP("Prompts", "系统暂时连不上，请稍候，或者请工作人员帮忙。"),
    NoticeKind.ALREADY_WAITING: QT_TRANSLATE_NOOP("Prompts", "您已经取过号了，请留意叫号。"),
    NoticeKind.REFUSED: QT_TRANSLATE_NOOP("Prompts", "没有取到号，请看屏幕上的说明。"),
    NoticeKind.NO_PRINTER: QT_TRANSLATE_NOOP("Prompts", "打印机暂时不能用，可以按屏幕取号。"),
    NoticeKind.NUMBER_VOID: QT_TRANSLATE_NOOP("Prompts", "这个号码已经作废，请重新取号。"),
    NoticeKind.NO_APPOINTMENT: QT_TRANSLATE_NOOP("Prompts", "没有找到您今天的预约，可以取普通号。"),
    NoticeKind.TOO_EARLY: QT_TRANSLATE_NOOP("Prompts", "还没到签到时间，请看屏幕上的时间。"),
    NoticeKind.FORFEITED: QT_TRANSLATE_NOOP("Prompts", "已经超过签到时间，可以取普通号。"),
    NoticeKind.NO_TICKET: QT_TRANSLATE_NOOP("Prompts", "没有找到今天的号票，请核对后再查。"),
    NoticeKind.NO_MATTER: QT_TRANSLATE_NOOP("Prompts", "没有查到，请核对后再查，或者到导办台。"),
    NoticeKind.TOO_MANY_GUESSES: QT_TRANSLATE_NOOP("Prompts", "核对不符的次数太多，请带证件到导办台查询。"),
    NoticeKind.COMPLAINT_AWAY: QT_TRANSLATE_NOOP("Prompts", "没有提交成功，请按返回再试，或者到导办台登记。"),
    NoticeKind.COMPLAINT_REFUSED: QT_TRANSLATE_NOOP("Prompts", "没有提交成功，请到导办台登记。"),
    NoticeKind.HELP_CALLED: QT_TRANSLATE_NOOP("Prompts", "已经通知导办台，请在这里稍等。"),
    NoticeKind.HELP_FAILED: QT_TRANSLATE_NOOP("Prompts", "暂时通知不到导办台，请到导办台找工作人员。"),
}


class BridgedSpeaker:
    """`kiosk_app.ports.Speaker` over the voice device; one prompt speaks, one may wait.

    Args:
        rate: percent of the voice's own speed (⚙).
    """

    def __init__(self, bridge: DeviceBridge[Voice], loudness: Loudness, *, rate: int = 100) -> None:
        self._bridge = bridge
        self._loudness = loudness
        self._rate = rate
        self._speaking = False
        self._next: tuple[str, str] | None = None

    def say(self, text: str, language: str = "zh") -> None:
        """Speak after the running prompt; a newer text takes the waiting one's place."""
        if not self._bridge.is_configured or not self._loudness.percent:
            return
        if self._speaking:
            self._next = (text, language)
            return
        self._speaking = True
        utterance = Utterance(
            text,
            chime=False,
            repeat=1,
            volume=self._loudness.percent,
            language=Language(language),
            rate=self._rate,
        )
        self._bridge.submit(lambda voice: voice.say(utterance), self._done, self._failed)

    def _done(self, _: None) -> None:
        self._speaking = False
        if self._next is not None:
            waiting, self._next = self._next, None
            self.say(*waiting)

    def _failed(self, error: Exception) -> None:
        log.info("prompt not spoken: %s", error)
        self._next = None
        self._speaking = False


class Prompter(QObject):
    """Says the page's prompt in the modes that speak, in the visitor's language.

    Build it after the window, which switches the language first.
    """

    def __init__(self, journey: Journey, issuing: Issuing, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journey = journey
        self._issuing = issuing
        self._speaker = speaker
        self._last = ""
        self._warned = 0
        journey.changed.connect(self.follow)

    @Slot(object)
    def follow(self, state: JourneyState) -> None:
        """The visitor is on another page, or changed the mode."""
        text = self._text(state) if state.modes.spoken else ""
        if text and text != self._last:
            self._speaker.say(text, state.language)
        self._last = text

    @Slot(int)
    def warn(self, seconds: int) -> None:
        """“您还在吗？”: said when it is asked, and once more near the end."""
        self._warned = self._warned + 1 if seconds else 0
        if not seconds or not self._journey.state.modes.spoken or not (self._warned == 1 or seconds == LAST_CALL):
            return
        text = _words(STILL_THERE).format(seconds=seconds)
        self._speaker.say(text, self._journey.state.language)

    def _text(self, state: JourneyState) -> str:
        if state.page is Page.NOTICE and state.notice is not None:
            return _words(NOTICES[state.notice.kind])
        issued = self._issuing.state.issued
        if state.page is Page.TICKET and issued is not None:
            words = {Phase.REMEMBER: REMEMBER, Phase.DOUBT: LOOK}.get(self._issuing.state.phase, WAIT_THERE)
            return _words(words).format(label=issued.ticket.label, zone=issued.ticket.zone)
        if state.page is Page.PRINCIPAL and state.same_person:
            return _words(SAME_PERSON)
        return _words(BY_PURPOSE.get((state.page, state.purpose)) or PROMPTS.get(state.page, ""))


def _words(chinese: str) -> str:
    return QCoreApplication.translate("Prompts", chinese) if chinese else ""
