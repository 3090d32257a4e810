"""Draws the calm pages (提示)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hall.queueing.availability import Why
from kiosk_app.day_words import DayWords
from kiosk_app.hindrance_words import HindranceWords
from kiosk_app.journey_state import NoticeKind
from kiosk_app.look import Look
from kiosk_app.refusal_words import RefusalWords
from kiosk_app.screens.notice.printer_words import PrinterWords
from kiosk_app.screens.notice.view_model import NoticeState, NoticeViewModel
from kiosk_app.widgets.basic import CENTER, button, clear, label
from kiosk_app.widgets.icons import icon_pixmap
from kiosk_app.widgets.plates import PressButton

_ICONS = {
    NoticeKind.HALL_CLOSED: "clock",
    NoticeKind.HOLIDAY: "calendar",
    NoticeKind.WEEKEND_ITEM: "calendar",
    NoticeKind.QUOTA_FULL: "ticket",
    NoticeKind.NO_OPEN_WINDOW: "clock",
    NoticeKind.NOT_HERE: "home",
    NoticeKind.DATABASE_AWAY: "link",
    NoticeKind.ALREADY_WAITING: "ticket",
    NoticeKind.NO_PRINTER: "printer",
    NoticeKind.NO_APPOINTMENT: "calendar",
    NoticeKind.TOO_EARLY: "clock",
    NoticeKind.FORFEITED: "calendar",
    NoticeKind.NO_TICKET: "search",
    NoticeKind.NO_MATTER: "search",
    NoticeKind.TOO_MANY_GUESSES: "clock",
    NoticeKind.COMPLAINT_AWAY: "link",
    NoticeKind.HELP_CALLED: "help",
    NoticeKind.HELP_FAILED: "help",
}
# From these one may try again, or another way, on the page before.
_AGAIN = frozenset(
    {
        *(NoticeKind.REFUSED, NoticeKind.DATABASE_AWAY, NoticeKind.HELP_CALLED, NoticeKind.HELP_FAILED),
        *(NoticeKind.NO_APPOINTMENT, NoticeKind.TOO_EARLY, NoticeKind.NO_TICKET),
        *(NoticeKind.QUOTA_FULL, NoticeKind.NO_OPEN_WINDOW, NoticeKind.NOT_HERE, NoticeKind.WEEKEND_ITEM),
        *(NoticeKind.NO_MATTER, NoticeKind.COMPLAINT_AWAY, NoticeKind.COMPLAINT_REFUSED),
    }
)
_ORDINARY = frozenset({NoticeKind.FORFEITED, NoticeKind.NO_APPOINTMENT})


class NoticeView(QWidget):
    """An icon, what happened, what to do, two or three buttons."""

    def __init__(self, model: NoticeViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._hindrances = HindranceWords(self)
        self._printer = PrinterWords(self)
        self._refusals = RefusalWords(self)
        self._days = DayWords(self)
        self._drawn: NoticeState | None = None
        c = look.colours
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin * 2, look.gap, look.margin * 2, look.gap)
        box.setSpacing(look.gap)
        box.addStretch(1)
        self._icon = QLabel()
        self._icon.setAlignment(CENTER)
        self._title = label("", look.px(76), c.text, bold=True, align=CENTER, name="notice_title")
        self._text = label(
            "", look.px(44 if look.low else 54 if look.elder else 46), c.text, align=CENTER, name="notice_text"
        )
        self._icon.setVisible(not look.low)
        for widget in (self._icon, self._title, self._text):
            box.addWidget(widget)
        box.addStretch(1)
        self._countdown = label("", look.small, c.text_soft, align=CENTER, name="countdown")
        box.addWidget(self._countdown)
        self._buttons: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.landscape else QVBoxLayout()
        self._buttons.setSpacing(look.gap)
        box.addLayout(self._buttons)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: NoticeState) -> None:
        """Show ``state``; a mere second changes only the countdown."""
        self._countdown.setText(self.tr("{seconds} 秒后返回首页").format(seconds=state.seconds_left))
        self._countdown.setVisible(state.seconds_left > 0)
        key = replace(state, seconds_left=0)
        if key == self._drawn:
            return
        self._drawn = key
        look = self._look
        self._icon.setPixmap(icon_pixmap(_ICONS.get(state.kind, "info"), look.px(220), look.colours.primary))
        title, text = self._words(state)
        self._title.setText(title)
        self._text.setText(text)
        self._draw_buttons(state)

    def _draw_buttons(self, state: NoticeState) -> None:
        clear(self._buttons)
        made = self._make_buttons(state)
        if not self._look.landscape and len(made) > 3:  # a standing screen keeps its height for the words
            if not self._look.low:
                self._buttons.addWidget(made.pop(0))
            while len(made) > 1:
                pair = QHBoxLayout()
                pair.setSpacing(self._look.gap)
                for each in (made.pop(0), made.pop(0)):
                    pair.addWidget(each, 1)
                self._buttons.addLayout(pair)
        for each in made:
            self._buttons.addWidget(each)

    def _make_buttons(self, state: NoticeState) -> list[PressButton]:
        look, model, kind = self._look, self._model, state.kind
        made = []
        if kind is NoticeKind.NO_PRINTER:
            made.append(button(self.tr("屏幕取号"), "take_on_screen", look, model.on_screen, kind="primary"))
        if kind in _ORDINARY:
            made.append(button(self.tr("取普通号"), "notice_ordinary", look, model.ordinary_number, kind="primary"))
        if state.item_name:
            made.append(button(self.tr("办事指南"), "notice_guide", look, model.read_guide, kind="primary"))
        if kind in _AGAIN:
            made.append(button(self.tr("返回上一页"), "notice_back", look, model.again))
        if kind not in (NoticeKind.HELP_CALLED, NoticeKind.HELP_FAILED):
            made.append(button(self.tr("人工帮助"), "notice_help", look, model.ask_help))
        last = "plain" if any(b.property("kind") == "primary" for b in made) else "primary"
        made.append(button(self.tr("返回首页"), "notice_home", look, model.home, kind=last))
        return made

    def _words(self, state: NoticeState) -> tuple[str, str]:
        if (hindrance := state.hindrance) is not None:
            title = self._hindrances.title(hindrance)
            if hindrance.why in (Why.CLOSED, Why.NOON):
                return title, self._closed(state)
            return title, self._hindrances.text(hindrance, state.item_name, state.today)
        if state.kind is NoticeKind.HALL_CLOSED:
            return self.tr("现在不能取号"), self._closed(state)
        if state.kind is NoticeKind.NO_PRINTER:
            return self._printer.title(state.trouble), self._printer.text(
                state.trouble, short=self._look.elder or self._look.low
            )
        if state.kind is NoticeKind.COMPLAINT_AWAY:
            return self.tr("没有提交成功"), self.tr(
                "系统暂时连接不上，您选的内容还在。请返回上一页再提交，不会重复登记；也可以到导办台登记。"
            )
        if state.refusal is not None:
            return self._refusals.words(state.refusal, complaint=state.kind is NoticeKind.COMPLAINT_REFUSED)
        return {
            NoticeKind.HOLIDAY: (self.tr("今天休息"), self.tr("现在不能取号。办事指南随时可以查看。")),
            NoticeKind.WEEKEND_ITEM: (
                self.tr("这个事项周末不办理"),
                self.tr("没有取号。请在工作日取号，也可以到导办台预约。"),
            ),
            NoticeKind.HELP_CALLED: (
                self.tr("已通知导办台"),
                self.tr("请在这里稍等，导办人员马上过来。"),
            ),
            NoticeKind.HELP_FAILED: (
                self.tr("暂时通知不到导办台"),
                self.tr("系统暂时连接不上，请直接到导办台找工作人员。"),
            ),
        }[state.kind]

    def _closed(self, state: NoticeState) -> str:
        lines = []
        if state.hours:
            lines.append(self.tr("办公时间：{hours}").format(hours=self.tr("，").join(state.hours)))
        if state.next_opening is not None:
            when = state.next_opening
            words = self.tr("下次取号时间：{day} {time}")
            lines.append(words.format(day=self._days.day(when), time=f"{when:%H:%M}"))
        lines.append(self.tr("办事指南随时可以查看。"))
        return "\n".join(lines)
