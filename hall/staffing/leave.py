"""Leave slips and who approves them (请假, W-04): 祥符§34(二)3, 安康六4; cover (AB岗, W-03): 安康六4, 平桥§12."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from hall.errors import BadInput, HallError
from hall.profile import BPostRule
from hall.staffing.leave_rule import LeaveRule as LeaveRule


class Approver(StrEnum):
    """Who signs a leave slip (审批人)."""

    CHIEF = "首席代表"
    CENTRE_DEPUTY = "中心主管副职"
    UNIT_LEADER = "派驻单位主管领导"
    CENTRE = "政务中心"


class LeaveState(StrEnum):
    """Where a slip stands (请假状态)."""

    REQUESTED = "requested"  # 待审批
    APPROVED = "approved"  # 已批准
    REFUSED = "refused"  # 未批准
    LEFT = "left"  # 已离岗
    BACK = "back"  # 已销假
    CANCELLED = "cancelled"  # 已撤回


# state -> states that may follow
TRANSITIONS: Mapping[LeaveState, frozenset[LeaveState]] = {
    LeaveState.REQUESTED: frozenset({LeaveState.APPROVED, LeaveState.REFUSED, LeaveState.CANCELLED}),
    LeaveState.APPROVED: frozenset({LeaveState.LEFT, LeaveState.CANCELLED}),
    LeaveState.LEFT: frozenset({LeaveState.BACK}),
    LeaveState.REFUSED: frozenset(),
    LeaveState.BACK: frozenset(),
    LeaveState.CANCELLED: frozenset(),
}

HALF_DAY = Fraction(1, 2)


class CoverMissing(HallError):
    """B has not signed in, and A may not leave (顶岗人员未到岗)."""

    default_message = "请假半天及以上，须由B岗人员签到上岗后方可离岗，否则视为脱岗。"


@dataclass(frozen=True, slots=True)
class LeaveSlip:
    """A leave slip (工作人员请假条).

    Attributes:
        id: key in the database, 0 before it is stored.
        clerk: who asks.
        starts, ends: from, to.
        days: working days asked for, in steps of half a day; 0 for less than half a day.
        annual: 公休假.
        needed: who has to sign, in order.
        signed: who has signed, by staff number, in the order of ``needed``.
        window: where the clerk serves; None for somebody without a window.
        left_at, back_at: when they really left and came back.
    """

    id: int
    clerk: str
    starts: datetime
    ends: datetime
    days: Fraction
    reason: str
    annual: bool
    needed: tuple[Approver, ...]
    signed: tuple[str, ...] = ()
    state: LeaveState = LeaveState.REQUESTED
    window: int | None = None
    department: str = ""
    requested_at: datetime | None = None
    left_at: datetime | None = None
    back_at: datetime | None = None
    version: int = 0

    @property
    def next_approver(self) -> Approver | None:
        """Who signs next; None when nobody is left to."""
        return self.needed[len(self.signed)] if len(self.signed) < len(self.needed) else None

    def _to(self, state: LeaveState) -> LeaveSlip:
        if state not in TRANSITIONS[self.state]:
            raise BadInput(f"leave {self.id}: {self.state} -> {state}", message="该请假条已处理，不能重复操作。")
        return replace(self, state=state)

    def signed_by(self, staff_number: str) -> LeaveSlip:
        """One more signature; the last one approves.

        Raises:
            BadInput: it is not waiting for a signature, or the asker signs for themselves.
        """
        if staff_number == self.clerk:
            raise BadInput("own slip", message="不能审批自己的请假条。")
        if self.state is not LeaveState.REQUESTED:
            raise BadInput(f"leave {self.id} is {self.state}", message="该请假条已处理，不能重复操作。")
        after = replace(self, signed=(*self.signed, staff_number))
        return after if after.next_approver is not None else after._to(LeaveState.APPROVED)

    def refused(self) -> LeaveSlip:
        """Not approved (不批准)."""
        return self._to(LeaveState.REFUSED)

    def cancelled(self) -> LeaveSlip:
        """Taken back (撤回)."""
        return self._to(LeaveState.CANCELLED)

    def left(self) -> LeaveSlip:
        """Gone (离岗)."""
        return self._to(LeaveState.LEFT)

    def back(self) -> LeaveSlip:
        """Back again (销假)."""
        return self._to(LeaveState.BACK)


def approvers_for(length: timedelta, days: Fraction, *, annual: bool, rule: LeaveRule) -> tuple[Approver, ...]:
    """Who has to approve a leave.

    祥符: over half an hour 首席代表; one to two days also the centre's 主管副职; three days or more, or 公休假, the
    centre and the unit's leader. What lies between two rungs (two and a half days) goes to the higher one. Half an
    hour or less needs no slip.

    Args:
        length: from leaving to coming back, for the half-hour rule.
        days: working days, in halves.
    """
    if rule is LeaveRule.ANKANG:
        return (Approver.CENTRE,)
    if annual or days > 2:
        return (Approver.CENTRE_DEPUTY, Approver.UNIT_LEADER)
    if days >= 1:
        return (Approver.CHIEF, Approver.CENTRE_DEPUTY)
    if length > timedelta(minutes=30):
        return (Approver.CHIEF,)
    return ()


def check_cover(days: Fraction, *, rule: BPostRule, b_signed_in: bool, single_post: bool) -> None:
    """Check that the post is covered before A leaves (scene 9).

    安康: half a day or more, only once B has signed in. 平桥: B covers at once where there are two posts; a single
    post needs cover only when A is away for more than half a day.

    Raises:
        CoverMissing: A may not leave yet.
    """
    if b_signed_in:
        return
    if rule is BPostRule.B_FIRST_HALF_DAY:
        if days >= HALF_DAY:
            raise CoverMissing("half a day or more without B")
        return
    if not single_post:
        message = "A岗离岗时由B岗代办，请B岗人员先签到。"
        raise CoverMissing("two posts, B not there", message=message)
    if days > HALF_DAY:
        message = "离岗超过半天，须由顶岗人员签到后方可离岗。"
        raise CoverMissing("over half a day without cover", message=message)


def cover_needed(days: Fraction, *, rule: BPostRule, single_post: bool) -> bool:
    """Whether somebody must be signed in at the post before A may leave; what a slip tells before it is sent."""
    try:
        check_cover(days, rule=rule, b_signed_in=False, single_post=single_post)
    except CoverMissing:
        return True
    return False
