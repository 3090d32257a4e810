"""The lists of the duty page (班务列表)."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from counter_app.duty_desk import DutySnapshot
from counter_app.model import Tone
from counter_app.screens.duty.chiefs import Chiefs
from counter_app.screens.duty.words import DutyWords
from counter_app.screens.sheets.state import Act, Line, Section
from hall.profile import HallProfile
from hall.staffing.attendance import Attendance, Shift


class DutyLists(QObject):
    """One method a list.

    Args:
        station_window: number of the station's window, 0 for none.
    """

    def __init__(self, profile: HallProfile, station_window: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self._station_window = station_window
        self._words = DutyWords(self)
        self._chiefs = Chiefs(self)

    def all(self, data: DutySnapshot, *, staff: bool, signs: bool, chief: bool) -> tuple[Section, ...]:
        """The lists the reader is shown.

        Args:
            staff: may ask for leave.
            signs: may have slips to sign.
            chief: is a chief representative.
        """
        lists = [self.attendance(data)]
        if staff:
            lists.append(self.leave(data))
        if signs or data.waiting:
            lists.append(self.to_sign(data))
        if staff and self._station_window:
            lists.append(self.cover(data))
        return (
            *lists,
            self.vacancies(data),
            self.posts(data),
            self.trainings(data),
            self._chiefs.section(data, chief=chief),
        )

    def attendance(self, data: DutySnapshot) -> Section:
        """考勤: shifts as they were kept, and stays that belong to none."""
        words, lines = self._words, []
        told: set[int] = set()
        for shift, presence in data.shifts or ():
            stays = [s for s in data.stays if s.clerk == shift.clerk and _touches(s, shift)]
            told.update(s.id for s in stays)
            text, tone = words.presence(shift, presence, self._late(shift, stays))
            lines.append(self._kept(data, shift.clerk, shift.window, stays, text, tone, shift))
        for stay in data.stays:
            if stay.id not in told:
                text = self.tr("在岗") if stay.signed_out is None else self.tr("已签退")
                lines.append(self._kept(data, stay.clerk, stay.window, [stay], text, Tone.GOOD, None))
        note = ""
        if data.shifts is None:
            note = self.tr("本年度节假日安排尚未载入，暂不判断迟到早退，请管理员导入节假日。")
        early = self._profile.hours.staff_early_minutes
        if not note and early:
            note = self.tr("应提前 {minutes} 分钟到岗。").format(minutes=early)
        columns = (
            self.tr("人员"),
            self.tr("窗口"),
            self.tr("时段"),
            self.tr("签到"),
            self.tr("签退"),
            self.tr("结论"),
        )
        return Section(
            "attendance", self.tr("今日考勤"), columns, tuple(lines), self.tr("今天还没有签到记录。"), note=note
        )

    def leave(self, data: DutySnapshot) -> Section:
        """请假: one's own slips."""
        lines = []
        for slip in data.slips:
            text, tone = self._words.slip_state(slip)
            cells = (_span(slip.starts, slip.ends), self._words.days(slip.days), text, slip.reason)
            lines.append(Line(str(slip.id), cells, tone))
        return Section(
            "leave",
            self.tr("我的请假"),
            (self.tr("起止"), self.tr("时长"), self.tr("状态"), self.tr("事由")),
            tuple(lines),
            self.tr("没有请假记录。"),
            (
                Act("ask", self.tr("填写请假条"), strong=True),
                Act("go", self.tr("离岗"), on_line=True),
                Act("back", self.tr("销假"), on_line=True),
                Act("cancel", self.tr("撤回"), on_line=True),
            ),
        )

    def to_sign(self, data: DutySnapshot) -> Section:
        """待我审批."""
        lines = []
        for slip in data.waiting:
            signed = self.tr("、").join(self._words.person(data, number) for number in slip.signed) or "—"
            cells = (
                self._words.person(data, slip.clerk),
                _span(slip.starts, slip.ends),
                self._words.days(slip.days),
                signed,
                slip.reason,
            )
            lines.append(Line(str(slip.id), cells))
        title = self.tr("待我审批 {count}").format(count=len(lines)) if lines else self.tr("待我审批")
        return Section(
            "to_sign",
            title,
            (self.tr("申请人"), self.tr("起止"), self.tr("时长"), self.tr("已签"), self.tr("事由")),
            tuple(lines),
            self.tr("没有等待您审批的请假条。"),
            (
                Act("sign", self.tr("批准"), on_line=True, strong=True),
                Act("refuse", self.tr("不批准"), on_line=True),
            ),
        )

    def cover(self, data: DutySnapshot) -> Section:
        """换岗: who is signed in at this window, and who takes over."""
        window = next((w for w in data.windows if w.number == self._station_window), None)
        serving = window.clerk if window is not None else None
        lines = [
            Line(
                stay.clerk,
                (
                    self._words.person(data, stay.clerk),
                    self._words.post(stay.post),
                    f"{stay.signed_in:%H:%M}",
                    self.tr("正在值守") if stay.clerk == serving else self.tr("待命"),
                ),
                Tone.GOOD if stay.clerk == serving else None,
            )
            for stay in data.here
        ]
        return Section(
            "cover",
            self.tr("换岗"),
            (self.tr("人员"), self.tr("岗位"), self.tr("签到"), self.tr("状态")),
            tuple(lines),
            self.tr("本窗口现在无人签到。"),
            (
                Act("stand_by", self.tr("顶岗人员签到"), strong=True),
                Act("hand_over", self.tr("交给所选人员"), on_line=True),
            ),
            self.tr("先进后出：接岗人员先签到，再交接。交接后由接岗人员在本机签到继续办理。"),
        )

    def vacancies(self, data: DutySnapshot) -> Section:
        """空岗 of today."""
        lines = []
        for found in sorted(data.vacancies, key=lambda v: v.since, reverse=True):
            until = found.ended_at or data.at
            minutes = max(int((until - found.since).total_seconds() // 60), 0)
            ended = f"{found.ended_at:%H:%M}" if found.ended_at else self.tr("仍无人在岗")
            cells = (
                self._words.window(found.window),
                f"{found.since:%H:%M}",
                ended,
                self.tr("{minutes} 分钟").format(minutes=minutes),
            )
            lines.append(Line(str(found.id), cells, None if found.ended_at else Tone.ALARM))
        lasting = sum(v.ended_at is None for v in data.vacancies)
        title = self.tr("空岗 {count}").format(count=lasting) if lasting else self.tr("空岗")
        columns = (self.tr("窗口"), self.tr("开始"), self.tr("结束"), self.tr("时长"))
        return Section("vacancies", title, columns, tuple(lines), self.tr("今天没有空岗记录。"))

    def posts(self, data: DutySnapshot) -> Section:
        """轮岗: who held which post from when to when."""
        lines, today = [], data.at.date()
        for post in sorted(data.posts, key=lambda p: (p.window, p.post, p.starts), reverse=True):
            full = post.ends is None and post.term_is_full(today)
            if full:
                term = self.tr("已满两年，应轮岗")
            else:
                term = f"{post.term_ends:%Y-%m-%d}" if post.ends is None else "—"
            cells = (
                self._words.window(post.window),
                self._words.post(post.post),
                self._words.person(data, post.clerk),
                f"{post.starts:%Y-%m-%d}",
                f"{post.ends:%Y-%m-%d}" if post.ends else self.tr("在岗"),
                term,
                f"{post.filed_on:%Y-%m-%d}",
                post.approved_by,
            )
            lines.append(Line(str(post.id), cells, Tone.WARN if full else None))
        who = (self.tr("窗口"), self.tr("岗位"), self.tr("人员"))
        when = (self.tr("到岗"), self.tr("离岗"), self.tr("两年期满"), self.tr("备案"), self.tr("审批人"))
        acts = (
            Act("assign", self.tr("登记派驻"), strong=True),
            Act("end_post", self.tr("登记离岗"), on_line=True),
        )
        note = self.tr("更换窗口人员须先进后出：先登记接任人员到岗，再登记原人员离岗。")
        empty = self.tr("没有派驻记录。")
        return Section(
            "posts", self.tr("轮岗"), who + when, tuple(lines), empty, acts if data.manager else (), note
        )

    def trainings(self, data: DutySnapshot) -> Section:
        """岗前培训."""
        lines = [
            Line(
                str(made.id),
                (
                    self._words.person(data, made.clerk),
                    data.items.get(made.item, made.item),
                    f"{made.trained_on:%Y-%m-%d}",
                    self.tr("合格") if made.passed else self.tr("不合格"),
                    self._words.person(data, made.examiner),
                ),
                Tone.GOOD if made.passed else Tone.WARN,
            )
            for made in sorted(data.trainings, key=lambda t: (t.trained_on, t.id), reverse=True)
        ]
        columns = (self.tr("人员"), self.tr("事项"), self.tr("日期"), self.tr("结果"), self.tr("考核人"))
        acts = (Act("train", self.tr("登记培训"), strong=True),) if data.manager else ()
        note = self.tr("未通过事项培训的人员不能在办理该事项的窗口上岗。")
        return Section(
            "trainings", self.tr("岗前培训"), columns, tuple(lines), self.tr("没有培训记录。"), acts, note
        )

    def _late(self, shift: Shift, stays: list[Attendance]) -> timedelta | None:
        due = shift.opens - timedelta(minutes=self._profile.hours.staff_early_minutes)
        return min(s.signed_in for s in stays) - due if stays else None

    def _kept(
        self,
        data: DutySnapshot,
        clerk: str,
        window: int,
        stays: list[Attendance],
        text: str,
        tone: Tone | None,
        shift: Shift | None,
    ) -> Line:
        session = f"{shift.opens:%H:%M}–{shift.closes:%H:%M}" if shift else "—"
        first = f"{min(s.signed_in for s in stays):%H:%M}" if stays else "—"
        open_now = any(s.signed_out is None for s in stays)
        ended = max((s.signed_out for s in stays if s.signed_out is not None), default=None)
        last = "—" if open_now or ended is None else f"{ended:%H:%M}"
        person, place = self._words.person(data, clerk), self._words.window(window)
        key = f"{clerk}/{window}/{session}/{first}"
        return Line(key, (person, place, session, first, last, text), tone)


def _touches(stay: Attendance, shift: Shift) -> bool:
    return stay.signed_in < shift.closes and (stay.signed_out is None or stay.signed_out > shift.opens)


def _span(starts: datetime, ends: datetime) -> str:
    if starts.date() == ends.date():
        return f"{starts:%m-%d %H:%M}–{ends:%H:%M}"
    return f"{starts:%m-%d %H:%M} – {ends:%m-%d %H:%M}"
