"""Words of the duty page (班务用语)."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from PySide6.QtCore import QObject

from counter_app.duty_desk import DutySnapshot
from counter_app.model import Tone
from hall.profile import HallProfile
from hall.staffing.attendance import Presence, Shift
from hall.staffing.leave import Approver, LeaveSlip, LeaveState, approvers_for, cover_needed
from hall.staffing.leave_rule import LeaveRule
from hall.staffing.leave_service import LeaveRequest, leave_days
from hall.staffing.window import Post


class DutyWords(QObject):
    """Names, states, and what a leave slip will need."""

    def person(self, data: DutySnapshot, number: str) -> str:
        """Name and staff number."""
        return self.tr("{name} {number}").format(name=data.names.get(number, ""), number=number).strip()

    def window(self, number: int | None) -> str:
        """“3号窗口”, a dash for none."""
        return self.tr("{window}号窗口").format(window=number) if number else "—"

    def post(self, post: Post) -> str:
        """A岗 or B岗."""
        return self.tr("A岗") if post is Post.A else self.tr("B岗")

    def days(self, days: Fraction) -> str:
        """“1.5 天”."""
        return self.tr("{days} 天").format(days=f"{float(days):g}") if days else self.tr("不足半天")

    def approver(self, approver: Approver) -> str:
        """Who signs, in the language of the screen."""
        return {
            Approver.CHIEF: self.tr("首席代表"),
            Approver.CENTRE_DEPUTY: self.tr("中心主管副职"),
            Approver.UNIT_LEADER: self.tr("派驻单位主管领导"),
            Approver.CENTRE: self.tr("政务中心"),
        }[approver]

    def presence(self, shift: Shift, presence: Presence, late: timedelta | None) -> tuple[str, Tone | None]:
        """How a shift was kept."""
        if presence is Presence.LATE and late is not None:
            minutes = max(int(late.total_seconds() // 60), 1)
            return self.tr("迟到 {minutes} 分钟").format(minutes=minutes), Tone.WARN
        return {
            Presence.ON_TIME: (self.tr("正常"), Tone.GOOD),
            Presence.LATE: (self.tr("迟到"), Tone.WARN),
            Presence.EARLY_LEAVE: (self.tr("早退"), Tone.WARN),
            Presence.LATE_AND_EARLY: (self.tr("迟到并早退"), Tone.WARN),
            Presence.ABSENT: (self.tr("缺勤"), Tone.ALARM),
            Presence.ON_LEAVE: (self.tr("请假"), None),
            Presence.OPEN: (self.tr("未签退"), Tone.WARN),
        }[presence]

    def slip_state(self, slip: LeaveSlip) -> tuple[str, Tone | None]:
        """Where a slip stands, and who is next."""
        waits = slip.next_approver
        if slip.state is LeaveState.REQUESTED and waits is not None:
            return self.tr("待{approver}审批").format(approver=self.approver(waits)), Tone.WARN
        return {
            LeaveState.REQUESTED: (self.tr("待审批"), Tone.WARN),
            LeaveState.APPROVED: (self.tr("已批准"), Tone.GOOD),
            LeaveState.REFUSED: (self.tr("未批准"), Tone.ALARM),
            LeaveState.LEFT: (self.tr("已离岗"), Tone.WARN),
            LeaveState.BACK: (self.tr("已销假"), None),
            LeaveState.CANCELLED: (self.tr("已撤回"), None),
        }[slip.state]

    def slip_needs(self, request: LeaveRequest, data: DutySnapshot, profile: HallProfile) -> str:
        """Who has to sign this slip, and whether somebody must cover the post; said before it is sent.

        Raises:
            YearNotLoaded: the calendar does not know the year.
        """
        days = leave_days(request.starts, request.ends, hours=profile.hours, calendar=data.calendar)
        length = request.ends - request.starts
        needed = approvers_for(length, days, annual=request.annual, rule=profile.leave)
        if needed:
            names = self.tr("、").join(self.approver(approver) for approver in needed)
            text = self.tr("共 {days}，须经 {names} 审批。").format(days=self.days(days), names=names)
        else:
            text = self.tr("不超过 30 分钟，无需审批。")
        if profile.leave is LeaveRule.XIANGFU and needed:
            text += self.tr("批准后报督查股备案。")
        if data.window is None:
            return text
        return text + self._cover(days, data, profile)

    def _cover(self, days: Fraction, data: DutySnapshot, profile: HallProfile) -> str:
        if not cover_needed(days, rule=profile.b_post, single_post=not data.b_post):
            return self.tr("离岗时无须顶岗人员。")
        if data.covered:
            return self.tr("顶岗人员已在本窗口签到，批准后即可离岗。")
        return self.tr("须先由顶岗人员在本窗口签到，方可离岗，否则视为脱岗。")
