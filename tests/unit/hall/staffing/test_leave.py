"""Who approves a leave, and who must be there before A goes."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from hall.errors import BadInput
from hall.profile import BPostRule
from hall.staffing.leave import (
    Approver,
    CoverMissing,
    LeaveRule,
    LeaveSlip,
    LeaveState,
    approvers_for,
    check_cover,
    cover_needed,
)
from tests.support.fake_store import ZONE

CHIEF, DEPUTY, LEADER, CENTRE = Approver.CHIEF, Approver.CENTRE_DEPUTY, Approver.UNIT_LEADER, Approver.CENTRE
HALF = Fraction(1, 2)


@pytest.mark.req("W-04")
@pytest.mark.parametrize(
    ("minutes", "days", "annual", "needed"),
    [
        (30, Fraction(0), False, ()),
        (31, Fraction(0), False, (CHIEF,)),
        (240, HALF, False, (CHIEF,)),
        (480, Fraction(1), False, (CHIEF, DEPUTY)),
        (960, Fraction(2), False, (CHIEF, DEPUTY)),
        (1200, Fraction(5, 2), False, (DEPUTY, LEADER)),
        (1440, Fraction(3), False, (DEPUTY, LEADER)),
        (480, Fraction(1), True, (DEPUTY, LEADER)),
    ],
)
def test_the_ladder_of_xiangfu(minutes: int, days: Fraction, annual: bool, needed: tuple[Approver, ...]) -> None:
    assert approvers_for(timedelta(minutes=minutes), days, annual=annual, rule=LeaveRule.XIANGFU) == needed


@pytest.mark.req("W-04")
def test_in_ankang_the_centre_approves() -> None:
    assert approvers_for(timedelta(minutes=10), Fraction(0), annual=False, rule=LeaveRule.ANKANG) == (CENTRE,)


def slip() -> LeaveSlip:
    start = datetime(2025, 3, 10, 9, tzinfo=ZONE)
    return LeaveSlip(1, "1027", start, start + timedelta(days=1), Fraction(1), "看病", False, (CHIEF, DEPUTY))


def test_every_signature_is_needed_and_nobody_signs_their_own() -> None:
    with pytest.raises(BadInput):
        slip().signed_by("1027")
    once = slip().signed_by("2001")
    assert (once.state, once.next_approver) == (LeaveState.REQUESTED, DEPUTY)
    twice = once.signed_by("3001")
    assert (twice.state, twice.signed) == (LeaveState.APPROVED, ("2001", "3001"))
    with pytest.raises(BadInput):
        twice.signed_by("3002")
    assert twice.left().back().state is LeaveState.BACK


@pytest.mark.req("W-03")
@pytest.mark.parametrize(
    ("rule", "days", "single", "allowed"),
    [
        (BPostRule.B_FIRST_HALF_DAY, HALF, True, False),
        (BPostRule.B_FIRST_HALF_DAY, Fraction(0), True, True),
        (BPostRule.B_COVERS, HALF, True, True),
        (BPostRule.B_COVERS, Fraction(1), True, False),
        (BPostRule.B_COVERS, Fraction(0), False, False),
    ],
)
def test_cover_before_leaving(rule: BPostRule, days: Fraction, single: bool, allowed: bool) -> None:
    """Scene 9: exactly half a day – blocked under 安康 until B logs in, not under 平桥 with a single post."""
    check_cover(days, rule=rule, b_signed_in=True, single_post=single)
    assert cover_needed(days, rule=rule, single_post=single) is not allowed
    if allowed:
        check_cover(days, rule=rule, b_signed_in=False, single_post=single)
    else:
        with pytest.raises(CoverMissing):
            check_cover(days, rule=rule, b_signed_in=False, single_post=single)
