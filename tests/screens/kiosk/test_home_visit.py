"""For somebody who can't come (上门服务): asked for at the kiosk, registered by the guide desk."""

from __future__ import annotations

import pytest

from hall.identity import Actor, Holder, HolderKind, Role
from hall.staffing.contacts import request_service
from hall.staffing.help import answer_help, open_help_calls
from hall.staffing.service_request import RequestKind, RequestState
from tests.support.kiosk_hall import Visitor
from tests.support.sample_hall import FOOD

GUIDE = Actor("2001", frozenset({Role.GUIDE}), "guide-1")
AT_HOME = Holder(HolderKind.ID_CARD, name="王秀英", id_number="410211194501011224", phone="13800005678")


@pytest.mark.req("Q-16")
def test_a_home_visit_asked_for_at_the_guide_reaches_the_guide_desk(visitor: Visitor) -> None:
    visitor.press("door_guide")
    visitor.press("department_scjg")
    visitor.press("item_SX002")
    visitor.arrives("guide")
    visitor.press("home_visit")
    visitor.arrives("notice", notice="help_called")
    assert ("help.called", {"page": "home_visit"}) in visitor.journal()
    with visitor.store.begin() as uow:
        [call] = open_help_calls(uow)
        answer_help(uow, call.id, by=GUIDE)
        made = request_service(
            uow, RequestKind.HOME_VISIT, FOOD.code, principal=AT_HOME, address="东大街1号", reason="卧床", by=GUIDE
        )
        uow.commit()
    assert (made.state, made.kind) == (RequestState.OPEN, RequestKind.HOME_VISIT)
    assert all("王秀英" not in str(facts) and "东大街" not in str(facts) for _, facts in visitor.journal())


def test_only_the_guide_offers_it(visitor: Visitor) -> None:
    visitor.pick()
    assert not visitor.shows("home_visit")
