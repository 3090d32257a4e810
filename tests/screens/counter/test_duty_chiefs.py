"""Chief representatives on the duty page: appointed, away, and who signs then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from hall.identity import Actor, Role
from hall.staffing.clerk import Clerk
from hall.staffing.leave_service import LeaveRequest, request_leave, to_sign
from tests.screens.counter.test_duty_page import Hall
from tests.screens.counter.test_duty_page import hall as hall
from tests.support.sample_hall import PROFILE, PlainHasher
from tests.support.sheet_page import SheetPage
from tests.unit.hall.business_calendar.test_calendar import CALENDAR


@pytest.mark.req("W-07")
def test_a_chief_is_appointed_and_while_away_the_stand_in_signs(hall: Hall) -> None:
    with hall.store.begin() as uow:
        for number, name in (("0007", "赵敏"), ("0008", "钱宁")):
            password = PlainHasher().hash(f"pw-{number}")
            uow.clerks.put(Clerk(number, name, "scjg", frozenset({Role.CHIEF}), password))
        uow.clerks.put(Clerk("3002", "周强", "zx", frozenset({Role.CENTRE}), PlainHasher().hash("pw-3002")))
        uow.commit()
    page = SheetPage(hall.counter(PROFILE, window=0), "duty")
    page.enter("3002")
    open_from_start(page, "chiefs")
    page.station.click("duty_act_appoint")
    page.write(clerk="0007", authority="本部门全部事项")
    page.station.click("duty_form_ok")
    page.message("已登记首席代表")
    page.until(lambda: [row[1:4] for row in page.cells()] == [["赵敏 0007", "保管", "赵敏 0007"]])
    page.station.click("duty_act_away")
    page.write(stand_in="0008")
    page.station.click("duty_form_ok")
    page.message("已登记临时代表")
    page.until(lambda: [row[3] for row in page.cells()] == ["钱宁 0008（临时代表）"])
    asked = LeaveRequest(hall.now + timedelta(hours=1), hall.now + timedelta(hours=2), "家事", window=3)
    with hall.store.begin() as uow:
        by = Actor("1027", frozenset({Role.CLERK}), "counter-3")
        slip = request_leave(uow, asked, by=by, profile=PROFILE, calendar=CALENDAR)
        uow.commit()
    with hall.store.reading() as uow:
        for number, waits in (("0007", []), ("0008", [slip])):
            assert to_sign(uow, by=Actor(number, frozenset({Role.CHIEF}), "office-1")) == waits


def open_from_start(page: SheetPage, section: str) -> None:
    page.station.press(Qt.Key.Key_F7, lambda s: s["screen"] == "duty")
    page.station.click(f"duty_tab_{section}")
