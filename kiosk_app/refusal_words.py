"""What the kiosk says when a rule says no (规则不允许的说明): one table, a title and a text for each kind of error.

Each text says what happened, what is kept and what to do now. A kind without an entry takes that of the kind it is
a case of; a test holds that whatever can reach a kiosk has one of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from hall.appointments.appointment import AppointmentOver, Forfeited, TooEarly
from hall.appointments.arrival import NoAppointment
from hall.business_calendar.calendar import YearNotLoaded
from hall.complaints.intake import (
    LONGEST_TEXT,
    CallWithoutPhone,
    FiledOtherwise,
    NobodyToHelp,
    NothingSaid,
    TextTooLong,
    WrongTags,
)
from hall.errors import BadInput, Conflict, HallError, NotAllowed, NotFound, Unavailable, WrongPhone
from hall.progress.asking import NothingFound
from hall.progress.guesses import TooManyGuesses
from hall.queueing.issue import AlreadyWaiting, HallClosed
from hall.queueing.quota import QuotaFull
from hall.queueing.refusals import (
    CardNeeded,
    ItemNotOffered,
    NoOpenWindow,
    NotServedHere,
    RegistrationNeeded,
)
from hall.queueing.standing import NoTicketToday
from hall.queueing.ticket import WrongState
from hall.staffing.contacts import CardsOfBothNeeded, SamePerson
from kiosk_app.refusal import Refusal

Words = tuple[str, str]  # title and text


class RefusalWords(QObject):
    """In the language of the interface."""

    def words(self, refusal: Refusal, *, complaint: bool = False) -> Words:
        """Title and text.

        Args:
            complaint: a complaint was sent, not a number asked for.
        """
        table = self.table(refusal, complaint=complaint)
        return next(table[kind] for kind in refusal.kind.__mro__ if kind in table)

    def table(self, refusal: Refusal, *, complaint: bool = False) -> Mapping[type[Exception], Words]:
        """All entries, filled with the facts of ``refusal``."""
        return {
            **self._roots(complaint=complaint),
            **self._numbers(refusal),
            **self._identities(complaint=complaint),
            **self._appointments(refusal),
            **self._questions(),
            **self._complaints(refusal),
        }

    def _roots(self, *, complaint: bool) -> Mapping[type[Exception], Words]:
        if complaint:
            words = self.tr("没有提交成功"), self.tr("请返回上一页核对，或按“人工帮助”、到导办台登记。")
        else:
            words = (
                self.tr("没有取号"),
                self.tr("这个事项现在不能在这里取号，请按“人工帮助”或到导办台咨询。"),
            )
        meanwhile = self.tr("刚才有别的操作同时进行，这次没有完成，没有占用号码。请返回上一页再试一次。")
        return {
            HallError: words,
            BadInput: words,
            NotFound: words,
            NotAllowed: words,
            Conflict: words if complaint else (words[0], meanwhile),
            Unavailable: (
                self.tr("系统暂时连接不上"),
                self.tr("没有取号。系统正在自动恢复，恢复后会回到首页；着急办事请到导办台。"),
            ),
        }

    def _numbers(self, refusal: Refusal) -> Mapping[type[Exception], Words]:
        none = self.tr("没有取号")
        waiting = (
            self.tr("您已取号 {label}").format(label=refusal.label),
            self.tr("这个事项今天已经取过号，请留意叫号，不必重复取号。"),
        )
        if refusal.pending:
            waiting = (
                self.tr("号码 {label} 还没有确认").format(label=refusal.label),
                self.tr(
                    "您刚才在别处取了这个号，没有再取。拿到号票的请留意叫号；没有拿到的，请过几分钟再取，或到导办台。"
                ),
            )
        return {
            AlreadyWaiting: waiting,
            WrongState: (
                self.tr("号码已作废"),
                self.tr("没有在规定时间内确认，号码已作废，不会被叫到。需要办事请重新取号。"),
            ),
            QuotaFull: (
                self.tr("号已取完"),
                self.tr("没有取号。这个事项的号刚刚取完，请稍后再取、改日办理，或到导办台预约。"),
            ),
            NoOpenWindow: (
                self.tr("窗口还没有开放"),
                self.tr("没有取号。办理这个事项的窗口现在没有开放，请稍后再取，或到导办台咨询。"),
            ),
            NotServedHere: (
                self.tr("这个事项不在本大厅办理"),
                self.tr("没有取号。请按“人工帮助”，导办人员会告诉您到哪里办理。"),
            ),
            HallClosed: (
                self.tr("现在不能取号"),
                self.tr("没有取号。请在办公时间再来；办事指南随时可以查看。"),
            ),
            YearNotLoaded: (
                self.tr("现在不能取号"),
                self.tr("没有取号。本年度的节假日安排还没有载入，请到导办台，由工作人员处理。"),
            ),
            ItemNotOffered: (
                none,
                self.tr("这个事项目前不在本大厅办理，没有占用号码。请按“人工帮助”或到导办台咨询。"),
            ),
        }

    def _identities(self, *, complaint: bool) -> Mapping[type[Exception], Words]:
        none = self.tr("没有取号")
        return {
            RegistrationNeeded: (
                none,
                self.tr("本大厅取号需要刷身份证或填写手机号，没有占用号码。请返回上一页刷证或填手机号。"),
            ),
            CardNeeded: (
                none,
                self.tr("本大厅取号需要刷身份证，不能只填手机号，没有占用号码。请返回上一页刷证，或到导办台。"),
            ),
            WrongPhone: (
                self.tr("没有提交成功") if complaint else none,
                self.tr("手机号应为 11 位数字，以 1 开头；其他内容还在。请返回上一页重新输入。"),
            ),
            CardsOfBothNeeded: (
                none,
                self.tr("替别人办理，需要双方的证件，没有占用号码。请返回上一页，依次出示两个人的证件。"),
            ),
            SamePerson: (
                none,
                self.tr("两次出示的是同一个人的证件，没有占用号码。给自己办理，请返回首页直接取号。"),
            ),
        }

    def _appointments(self, refusal: Refusal) -> Mapping[type[Exception], Words]:
        at, opens = (f"{time:%H:%M}" if time else "" for time in (refusal.at, refusal.opens_at))
        early = self.tr("您预约的是今天 {at}，{opens} 开始签到。预约保留，请到时再来。")
        late = self.tr("您预约的是今天 {at}，迟到超过规定时间，视同放弃预约。可以取普通号，按顺序办理。")
        unknown = self.tr("迟到超过规定时间，视同放弃预约。可以取普通号，按顺序办理。")
        return {
            NoAppointment: (
                self.tr("没有找到今天的预约"),
                self.tr("请核对证件或预约码；预约的不是今天，请当天再来。也可以直接取普通号。"),
            ),
            TooEarly: (self.tr("还没到签到时间"), early.format(at=at, opens=opens)),
            Forfeited: (self.tr("已过签到时间"), late.format(at=at) if at else unknown),
            AppointmentOver: (
                self.tr("这个预约不能再签到"),
                self.tr("预约已签到、取消或失效，没有重复取号。可以取普通号，或到导办台咨询。"),
            ),
        }

    def _questions(self) -> Mapping[type[Exception], Words]:
        return {
            NoTicketToday: (
                self.tr("没有找到今天的号票"),
                self.tr("号票当日有效。请核对后再查，或到导办台咨询。"),
            ),
            NothingFound: (
                self.tr("没有查到"),
                self.tr("请核对编号，以及登记时用的证件或手机号后四位；也可以带证件到导办台查询。"),
            ),
            TooManyGuesses: (
                self.tr("暂时不能查询"),
                self.tr("核对不符的次数太多，请过十几分钟再试，或带证件到导办台查询。"),
            ),
        }

    def _complaints(self, refusal: Refusal) -> Mapping[type[Exception], Words]:
        failed = self.tr("没有提交成功")
        return {
            FiledOtherwise: (
                self.tr("先前提交的已经登记"),
                self.tr("受理编号 {number}，请记下。后来改动的没有登记；需要补充，请凭编号到导办台。").format(
                    number=refusal.label
                ),
            ),
            NothingSaid: (
                failed,
                self.tr("还没有选择发生了什么情况，其他内容还在。请返回上一页，选一项或几项再提交。"),
            ),
            WrongTags: (
                failed,
                self.tr("所选情形与类别不符，没有登记。请返回首页，重新选择类别和情形。"),
            ),
            TextTooLong: (
                failed,
                self.tr("反映内容超过 {most} 字，没有登记。请缩短后再提交，或到导办台口头说明。").format(
                    most=LONGEST_TEXT
                ),
            ),
            CallWithoutPhone: (
                failed,
                self.tr("希望我们打电话给您，请留下手机号；您选的内容还在。请返回上一页填写后再提交。"),
            ),
            NobodyToHelp: (
                failed,
                self.tr("反映“办不成事”要留下证件或手机号，才能帮您解决；您选的内容还在。请返回上一页再提交。"),
            ),
        }
