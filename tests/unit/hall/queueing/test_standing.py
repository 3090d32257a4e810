"""How a ticket stands, for whoever shows its code, its number or his card."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hall.identity import ANONYMOUS, Holder, HolderKind
from hall.queueing.calling import call_next
from hall.queueing.moves import void
from hall.queueing.standing import NoTicketToday, standing_of_code, standing_of_label, standings_of_holder
from hall.queueing.ticket import PriorityClass, TicketState
from hall.queueing.ticket_code import TicketCode, code_of, read_ticket_code
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import FOOD, MARRIAGE, PROFILE, WANG, ZHANG, open_window, sample_store, take_ticket
from tests.unit.hall.queueing.test_calling import do


@pytest.fixture
def store() -> FakeStore:
    made = sample_store()
    open_window(made, 3, "1027")
    return made


@pytest.mark.req("Q-09")
def test_a_scanned_ticket_tells_how_many_are_ahead_and_then_where_to_go(store: FakeStore) -> None:
    for _ in range(2):
        take_ticket(store)
        store.now += timedelta(seconds=1)
    mine = take_ticket(store)
    store.now += timedelta(seconds=1)
    take_ticket(store, priority=PriorityClass.CARE, reason="老人")
    take_ticket(store, MARRIAGE)
    with store.reading() as uow:
        standing = standing_of_code(uow, read_ticket_code(code_of(mine, uow.sign)))
    assert (standing.label, standing.state, standing.ahead) == ("A003", TicketState.WAITING, 3)
    assert (standing.item_name, standing.zone, standing.windows) == (FOOD.name, "A", (3,))
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    with store.reading() as uow:
        called = standing_of_label(uow, " a004 ")
        assert (called.state, called.window, called.ahead) == (TicketState.CALLED, 3, 0)
        assert standing_of_label(uow, "A003").ahead == 2


@pytest.mark.req("Q-18")
@pytest.mark.parametrize("kind", [HolderKind.ID_CARD, HolderKind.CITIZEN_CARD, HolderKind.QR])
def test_a_person_is_told_of_all_tickets_of_today(store: FakeStore, kind: HolderKind) -> None:
    take_ticket(store, holder=WANG)
    take_ticket(store, MARRIAGE, holder=WANG)
    take_ticket(store, MARRIAGE, holder=replace(WANG, id_number="410211198001011244"))
    do(store, void, 2, by=ZHANG, reason="重复")
    take_ticket(store, MARRIAGE, holder=WANG)
    with store.reading() as uow:
        mine = standings_of_holder(uow, Holder(kind, id_number=WANG.id_number))
        assert [s.label for s in mine] == ["B003", "A001"]
        assert standings_of_holder(uow, ANONYMOUS) == ()


def test_a_code_of_another_day_another_hall_or_that_lies_finds_nothing(store: FakeStore) -> None:
    mine = take_ticket(store)
    with store.reading() as uow:
        good = read_ticket_code(code_of(mine, uow.sign))
        renamed = replace(good, label="A009")
        resealed = read_ticket_code(renamed.sealed(uow.sign))  # such as of another database under the same key
        gone = read_ticket_code(TicketCode(mine.day, "A001", 77).sealed(uow.sign))
        elsewhere = read_ticket_code(good.sealed(lambda text: uow.sign(f"other hall {text}")))
        assert standing_of_code(uow, good).label == "A001"
        for code in (renamed, resealed, gone, elsewhere, TicketCode(mine.day, mine.label, mine.id)):
            with pytest.raises(NoTicketToday):
                standing_of_code(uow, code)
        with pytest.raises(NoTicketToday):
            standing_of_label(uow, "A9'--")
    store.now += timedelta(days=1)
    with store.reading() as uow, pytest.raises(NoTicketToday):
        standing_of_code(uow, good)
