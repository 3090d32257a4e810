"""Decides for the duty page (班务)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject

from counter_app.duty_desk import DutyDesk, DutySnapshot
from counter_app.screens.duty.forms import DutyForms, as_date, as_span
from counter_app.screens.duty.lists import DutyLists
from counter_app.screens.sheets.state import Form, Section
from counter_app.screens.sheets.view_model import SheetModel
from counter_app.worker import Worker
from hall.identity import Actor, Role
from hall.staffing.leave import LeaveSlip, LeaveState
from hall.staffing.leave_service import ROLES
from hall.staffing.window import Post

# Who is offered the page: those who sit at windows, and those who sign their slips or see to their posts.
OFFERED = frozenset({Role.CLERK, Role.CHIEF, Role.UNIT_LEADER, Role.CENTRE, Role.SUPERVISOR})


class DutyModel(SheetModel[DutySnapshot]):
    """See `DutyLists` for what is shown, `DutyForms` for what is asked."""

    followed = ("window.", "leave.", "post.", "chief.", "training.")

    def __init__(self, desk: DutyDesk, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(worker, parent)
        self._desk = desk
        self._lists = DutyLists(desk.desk.profile, desk.desk.window, self)
        self._forms = DutyForms(desk.desk.profile, self)

    def read_data(self, by: Actor) -> DutySnapshot:
        return self._desk.read(by)

    def heading(self, data: DutySnapshot | None) -> tuple[str, str]:
        if data is None or self.clerk is None:
            return self.tr("班务"), ""
        parts = [self.tr("{name}，{day}").format(name=self.clerk.name, day=f"{data.at:%m-%d}")]
        if data.waiting:
            parts.append(self.tr("{count} 张请假条待您审批").format(count=len(data.waiting)))
        lasting = sum(v.ended_at is None for v in data.vacancies)
        if lasting:
            parts.append(self.tr("{count} 个窗口空岗").format(count=lasting))
        return self.tr("班务"), " · ".join(parts)

    def sections(self, data: DutySnapshot) -> tuple[Section, ...]:
        roles = self.clerk.roles if self.clerk is not None else frozenset()
        staff = bool(roles & {Role.CLERK, Role.CHIEF})
        signs, chief = bool(roles & set(ROLES.values())), Role.CHIEF in roles
        return self._lists.all(data, staff=staff, signs=signs, chief=chief)

    def form_for(self, act: str, subject: str) -> Form | None:
        assert self.data is not None
        return self._forms.form(act, subject, self.data)

    def missing(self, form: Form) -> str:
        assert self.data is not None
        return self._forms.missing(form, self.data)

    def hint(self, form: Form) -> str:
        assert self.data is not None
        return self._forms.hint(form, self.data)

    def work_of(self, act: str, subject: str, values: Mapping[str, str]) -> Callable[[], object]:
        by, data, desk = self.by, self.data, self._desk
        assert by is not None and data is not None
        text = {name: value.strip() for name, value in values.items()}
        if act == "ask":
            request = self._forms.request(values, data)
            assert request is not None
            return lambda: desk.request_leave(by, request)
        if act == "stand_by":
            return lambda: desk.stand_by(text["number"], values["password"], Post(text["post"]))
        if act == "hand_over":
            return lambda: desk.hand_over(by, subject)
        if act == "assign":
            window, post, starts = int(text["window"]), Post(text["post"]), _day(text["starts"])
            return lambda: desk.assign(by, text["clerk"], window, post, starts, text["approved_by"])
        if act == "appoint":
            since, seal = _day(text["since"]), bool(text.get("seal"))
            return lambda: desk.appoint_chief(by, text["clerk"], text["authority"], since, holds_seal=seal)
        if act == "away":
            department = next(c.department for c in data.chiefs if str(c.id) == subject)
            span = as_span(values, data.at)
            assert span is not None
            return lambda: desk.chief_away(by, department, text["stand_in"], *span)
        if act == "train":
            on, passed = _day(text["on"]), text["passed"] == "1"
            return lambda: desk.record_training(by, text["clerk"], text["item"], on, passed=passed)
        key = int(subject)
        works: dict[str, Callable[[], object]] = {
            "go": lambda: desk.go_on_leave(by, key),
            "back": lambda: desk.come_back(by, key),
            "cancel": lambda: desk.cancel_leave(by, key),
            "sign": lambda: desk.sign_leave(by, key),
            "refuse": lambda: desk.refuse_leave(by, key, text["reason"]),
            "end_post": lambda: desk.end_assignment(by, key, _day(text["ends"])),
        }
        return works[act]

    def said(self, act: str, result: object) -> str:
        if act == "ask" and isinstance(result, LeaveSlip) and result.state is LeaveState.APPROVED:
            return self.tr("请假条已登记，无需审批，离岗时请按“离岗”。")
        return {
            "ask": self.tr("请假条已提交，可在“我的请假”查看审批进度。"),
            "go": self.tr("已登记离岗，返回后请销假。"),
            "back": self.tr("已销假。"),
            "cancel": self.tr("请假条已撤回。"),
            "sign": self.tr("已批准。"),
            "refuse": self.tr("已登记不批准。"),
            "stand_by": self.tr("顶岗人员已签到，可以交接。"),
            "hand_over": self.tr("窗口已交接。"),
            "assign": self.tr("已登记派驻。"),
            "end_post": self.tr("已登记离岗。"),
            "train": self.tr("已登记培训。"),
            "appoint": self.tr("已登记首席代表。"),
            "away": self.tr("已登记临时代表，期间由其代行职责。"),
        }[act]


def _day(text: str) -> date:
    day = as_date(text)
    assert day is not None  # the form was checked
    return day
