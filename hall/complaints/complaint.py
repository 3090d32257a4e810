"""A complaint and its states (投诉): 安康六1, 开封§15, 祥符§39, R-05.

Pure values; times carry the hall's zone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from hall.errors import HallError
from hall.identity import Holder, HolderKind, Role, Secret


class ComplaintKind(StrEnum):
    """What somebody comes with (反映类别)."""

    COMPLAINT = "complaint"  # 投诉
    UNRESOLVED = "unresolved"  # 办不成事
    SUGGESTION = "suggestion"  # 建议
    PRAISE = "praise"  # 表扬


class ComplaintState(StrEnum):
    """Where it stands (处理状态)."""

    RECEIVED = "received"  # 已登记
    ASSIGNED = "assigned"  # 已交办
    INVESTIGATING = "investigating"  # 调查中
    ANSWERED = "answered"  # 已答复意见, to be told
    FED_BACK = "fed_back"  # 已反馈
    CLOSED = "closed"  # 已办结


class ComplaintStep(StrEnum):
    """What is done with it (办理步骤)."""

    RECEIVE = "receive"  # 登记
    ASSIGN = "assign"  # 交办
    REFER = "refer"  # 移交纪检
    INVESTIGATE = "investigate"  # 调查
    ANSWER = "answer"  # 拟定答复
    MISS = "miss"  # 联系不上
    FEED_BACK = "feed_back"  # 反馈
    REOPEN = "reopen"  # 不满意，重新调查
    CLOSE = "close"  # 办结


# state -> step -> state that follows
TRANSITIONS: Mapping[ComplaintState, Mapping[ComplaintStep, ComplaintState]] = {
    ComplaintState.RECEIVED: {
        ComplaintStep.ASSIGN: ComplaintState.ASSIGNED,
        ComplaintStep.REFER: ComplaintState.RECEIVED,
    },
    ComplaintState.ASSIGNED: {
        ComplaintStep.ASSIGN: ComplaintState.ASSIGNED,
        ComplaintStep.REFER: ComplaintState.RECEIVED,
        ComplaintStep.INVESTIGATE: ComplaintState.INVESTIGATING,
    },
    ComplaintState.INVESTIGATING: {
        ComplaintStep.ASSIGN: ComplaintState.ASSIGNED,
        ComplaintStep.REFER: ComplaintState.RECEIVED,
        ComplaintStep.INVESTIGATE: ComplaintState.INVESTIGATING,
        ComplaintStep.ANSWER: ComplaintState.ANSWERED,
    },
    ComplaintState.ANSWERED: {
        ComplaintStep.MISS: ComplaintState.ANSWERED,
        ComplaintStep.FEED_BACK: ComplaintState.FED_BACK,
        ComplaintStep.CLOSE: ComplaintState.CLOSED,  # nobody to tell, or never reached
    },
    ComplaintState.FED_BACK: {
        ComplaintStep.REOPEN: ComplaintState.INVESTIGATING,
        ComplaintStep.CLOSE: ComplaintState.CLOSED,
    },
    ComplaintState.CLOSED: {},
}


class Office(StrEnum):
    """Who is in charge (承办机构)."""

    SUPERVISION = "supervision"  # 督查股
    DISCIPLINE = "discipline"  # 纪检


IN_CHARGE: Mapping[Office, Role] = {Office.SUPERVISION: Role.SUPERVISOR, Office.DISCIPLINE: Role.DISCIPLINE}
# Who may be charged with one; whom it concerns never is, see `hall.complaints.concerned`.
MAY_HANDLE: Mapping[Office, frozenset[Role]] = {
    Office.SUPERVISION: frozenset({Role.SUPERVISOR, Role.CENTRE, Role.CHIEF}),
    Office.DISCIPLINE: frozenset({Role.DISCIPLINE}),
}


class Tag(StrEnum):
    """What happened, without typing (情形)."""

    ATTITUDE = "attitude"  # 服务态度不好
    LONG_WAIT = "long_wait"  # 等候时间太长
    NOBODY_THERE = "nobody_there"  # 窗口没人
    NOT_TOLD_AT_ONCE = "not_told_at_once"  # 材料没有一次说清
    PASSED_AROUND = "passed_around"  # 互相推诿
    REFUSED = "refused"  # 不予办理，没说理由
    OVERDUE = "overdue"  # 超过承诺时限
    FEE = "fee"  # 收费有问题
    MISCONDUCT = "misconduct"  # 吃拿卡要
    SYSTEM_DOWN = "system_down"  # 系统故障办不了
    PAPER_IMPOSSIBLE = "paper_impossible"  # 要的证明开不出来
    SURROUNDINGS = "surroundings"  # 环境设施
    SIGNS = "signs"  # 指引标识
    PROCESS = "process"  # 办事流程
    PATIENT = "patient"  # 耐心热情
    FAST = "fast"  # 办得快
    EXPERT = "expert"  # 业务熟练
    HELPED = "helped"  # 帮助有困难的人
    OTHER = "other"  # 其他


# What is offered for each kind, in this order.
TAGS: Mapping[ComplaintKind, tuple[Tag, ...]] = {
    ComplaintKind.COMPLAINT: (
        Tag.ATTITUDE, Tag.LONG_WAIT, Tag.NOBODY_THERE, Tag.NOT_TOLD_AT_ONCE, Tag.PASSED_AROUND, Tag.OVERDUE,
        Tag.FEE, Tag.MISCONDUCT, Tag.SURROUNDINGS, Tag.OTHER,
    ),
    ComplaintKind.UNRESOLVED: (
        Tag.REFUSED, Tag.NOT_TOLD_AT_ONCE, Tag.PASSED_AROUND, Tag.OVERDUE, Tag.PAPER_IMPOSSIBLE, Tag.SYSTEM_DOWN,
        Tag.MISCONDUCT, Tag.OTHER,
    ),
    ComplaintKind.SUGGESTION: (Tag.PROCESS, Tag.LONG_WAIT, Tag.SIGNS, Tag.SURROUNDINGS, Tag.ATTITUDE, Tag.OTHER),
    ComplaintKind.PRAISE: (Tag.PATIENT, Tag.FAST, Tag.EXPERT, Tag.HELPED, Tag.OTHER),
}  # fmt: skip


class NotNow(HallError):
    """The step does not follow from the state (当前状态不能执行); nothing was changed."""

    default_message = "该件当前状态不能执行此操作，画面已刷新，请查看最新状态。"


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint, an unresolved matter, a suggestion or praise.

    Attributes:
        number: 受理编号, told to the person; with it and card or phone one asks how it stands.
        received_by: staff number of who took it down, ``"citizen"`` at a kiosk.
        item, ticket, window, clerk: what and whom it is about, as far as known.
        department: code of the department concerned, empty when nobody knows.
        person: who complains; encrypted.
        text: in the person's words; encrypted.
        wants_call: wants to tell it by telephone.
        handler: staff number of who is charged with it.
        assign_by, answer_by, feed_back_by: last days of the limits; None when the calendar does not know the year.
        tries: calls in vain.
        request: the sender's key, see `hall.repeats`; None for none.
    """

    id: int
    number: str
    day: date
    kind: ComplaintKind
    office: Office
    received_at: datetime
    received_by: str
    station: str
    person: Holder
    tags: tuple[Tag, ...] = ()
    text: Secret = ""
    wants_call: bool = False
    item: str = ""
    ticket: int | None = None
    window: int | None = None
    clerk: str = ""
    department: str = ""
    state: ComplaintState = ComplaintState.RECEIVED
    handler: str = ""
    assign_by: date | None = None
    answer_by: date | None = None
    feed_back_by: date | None = None
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    tries: int = 0
    request: str | None = None
    version: int = 0

    @property
    def is_open(self) -> bool:
        """False once it is closed."""
        return self.state is not ComplaintState.CLOSED

    @property
    def anonymous(self) -> bool:
        """True when there is nobody to answer."""
        return self.person.kind is HolderKind.NONE and not self.person.phone

    @property
    def due(self) -> date | None:
        """The last day of the limit that runs now; None for none."""
        if self.state is ComplaintState.RECEIVED:
            return self.assign_by
        if self.state in (ComplaintState.ASSIGNED, ComplaintState.INVESTIGATING):
            return self.answer_by
        return self.feed_back_by if self.state is ComplaintState.ANSWERED else None

    def is_overdue(self, today: date) -> bool:
        """True when the limit that runs now has passed."""
        return self.due is not None and self.due < today

    def after(self, step: ComplaintStep) -> Complaint:
        """After ``step``, other fields unchanged.

        Raises:
            NotNow: the step does not stand in the state's row.
        """
        state = TRANSITIONS[self.state].get(step)
        if state is None:
            raise NotNow(f"complaint {self.id}: {step} in state {self.state}")
        return replace(self, state=state)


@dataclass(frozen=True, slots=True)
class ComplaintRecord:
    """One step of a complaint's way (办理记录); kept for ever, nothing is written over.

    Attributes:
        by: staff number, ``"citizen"`` at a kiosk.
        to: staff number of who was charged with it, for ASSIGN.
        text: finding, answer, or what the person said; encrypted.
    """

    id: int
    complaint: int
    step: ComplaintStep
    at: datetime
    by: str
    to: str = ""
    text: Secret = ""
    version: int = 0
