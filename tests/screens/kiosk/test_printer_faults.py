"""When the printer fails at the kiosk: before the print, in the middle of it, and near the end of its roll."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hall.queueing.ticket import TicketState
from qt_common.machine_config import MachineConfig
from tests.screens.kiosk.test_faults import away, fault, take_anonymous
from tests.support.kiosk_hall import Visitor


@pytest.mark.parametrize(
    ("name", "title"),
    [("paper_out", "打印机缺纸"), ("cover_open", "打印机机盖没有合上"), ("cutter_jam", "打印机卡纸")],
)
def test_a_printer_that_is_not_ready_gives_no_number_but_offers_the_screen(
    visitor: Visitor, name: str, title: str
) -> None:
    fault(visitor.printer, name)
    take_anonymous(visitor)
    visitor.arrives("notice", notice="no_printer")
    assert visitor.read("notice_title") == title
    assert visitor.tickets() == [], "no number was used up"
    visitor.press("take_on_screen")
    visitor.arrives("ticket", phase="remember", label="A001")
    assert [t.state for t in visitor.tickets()] == [TicketState.PENDING_PRINT]
    visitor.press("remembered")
    visitor.arrives("ticket", phase="remembered")
    (ticket,) = visitor.tickets()
    assert (ticket.state, ticket.paperless) == (TicketState.WAITING, True)
    assert visitor.papers() == []


def test_a_printer_that_does_not_answer_is_not_ready(visitor: Visitor) -> None:
    fault(visitor.printer, "dont_answer")
    take_anonymous(visitor)
    visitor.arrives("notice", notice="no_printer")
    assert visitor.tickets() == []


def test_a_printer_that_is_gone_is_not_waited_for_and_comes_back_by_itself(visitor: Visitor) -> None:
    fault(visitor.printer, "go_awol")
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["ticket_printer"] == "offline")
    take_anonymous(visitor)
    visitor.arrives("notice", notice="no_printer")
    visitor.press("notice_home")
    visitor.printer.command("clear")
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["ticket_printer"] == "ready")
    take_anonymous(visitor)
    visitor.arrives("ticket", phase="paper", label="A001")


def test_a_kiosk_without_a_printer_gives_numbers_on_the_screen(
    make_visitor: Callable[[MachineConfig], Visitor], config: MachineConfig
) -> None:
    devices = config.devices.model_copy(update={"ticket_printer": None})
    visitor = make_visitor(config.model_copy(update={"devices": devices}))
    take_anonymous(visitor)
    visitor.arrives("notice", notice="no_printer")
    visitor.press("take_on_screen")
    visitor.arrives("ticket", phase="remember")


def test_a_number_nobody_remembers_voids_itself_and_is_not_given_again(visitor: Visitor) -> None:
    fault(visitor.printer, "paper_out")
    take_anonymous(visitor)
    visitor.press("take_on_screen")
    visitor.arrives("ticket", phase="remember", label="A001")
    visitor.time_passes(61)
    visitor.arrives("notice", notice="number_void")
    visitor.until(lambda: [t.state for t in visitor.tickets()] == [TicketState.VOID])
    visitor.press("notice_home")
    visitor.printer.command("clear")
    take_anonymous(visitor)
    visitor.arrives("ticket", phase="paper", label="A002")


def test_a_number_that_is_not_wanted_is_voided_at_once(visitor: Visitor) -> None:
    fault(visitor.printer, "paper_out")
    take_anonymous(visitor)
    visitor.press("take_on_screen")
    visitor.press("give_up")
    visitor.arrives("home")
    visitor.until(lambda: [t.state for t in visitor.tickets()] == [TicketState.VOID])


@pytest.mark.parametrize("name", ["paper_out", "cover_open", "cutter_jam", "go_awol"])
def test_a_printer_that_is_mended_while_the_visitor_waits_goes_on_by_itself(visitor: Visitor, name: str) -> None:
    fault(visitor.printer, name)
    take_anonymous(visitor)
    visitor.arrives("notice", notice="no_printer")
    visitor.seconds_pass(2)
    visitor.arrives("notice", notice="no_printer")
    assert "这里会自动继续" in visitor.read("notice_text")
    visitor.printer.command("clear")

    def printed() -> bool:
        visitor.kiosk.issuing.tick()  # as the second's pulse does
        return visitor.kiosk.describe()["phase"] == "paper"

    visitor.until(printed)
    visitor.arrives("ticket", phase="paper", label="A001")
    assert (len(visitor.papers()), len(visitor.tickets())) == (1, 1)


def test_a_printer_that_vanishes_in_the_middle_leaves_one_number_and_no_second_print(visitor: Visitor) -> None:
    visitor.printer.command("vanish_after", {"bytes": 300})
    take_anonymous(visitor)
    visitor.arrives("ticket", phase="doubt", label="A001", trouble="print_unknown")
    assert visitor.read("ticket_title") == "请看一下，号票出来了吗？"
    visitor.press("ticket_help")
    visitor.until(lambda: not visitor.button("ticket_help").isEnabled())
    visitor.press("paper_no")
    visitor.arrives("ticket", phase="remember", label="A001", trouble="not_printed")
    visitor.press("remembered")
    visitor.arrives("ticket", phase="remembered", label="A001")
    (ticket,) = visitor.tickets()
    assert (ticket.state, ticket.paperless) == (TicketState.WAITING, True)
    journal = visitor.journal()
    (trouble,) = [facts for kind, facts in journal if kind == "ticket.print_trouble"]
    assert (trouble["label"], trouble["outcome_known"]) == ("A001", False)
    (told,) = [facts for kind, facts in journal if kind == "ticket.print_told"]
    assert (told["label"], told["came_out"]) == ("A001", False)
    assert ("help.called", {"page": "ticket", "ticket": ticket.id}) in journal
    visitor.printer.command("clear")
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["ticket_printer"] == "ready")
    assert len(visitor.papers()) == 0, "nothing is printed again by itself"


def test_a_paper_that_only_the_visitor_saw_counts_though_the_database_was_away_meanwhile(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.printer.command("paper_left", {"lines": 3})
    take_anonymous(visitor)
    visitor.arrives("ticket", phase="doubt", label="A001")
    with monkeypatch.context() as broken:
        broken.setattr(visitor.store, "begin", away)
        visitor.press("paper_yes")
        visitor.arrives("progress", phase="confirming", trouble="database_away")
    visitor.seconds_pass(1)
    visitor.arrives("ticket", phase="paper", label="A001")
    (ticket,) = visitor.tickets()
    assert (ticket.state, ticket.paperless) == (TicketState.WAITING, False)
    assert [facts["came_out"] for kind, facts in visitor.journal() if kind == "ticket.print_told"] == [True]


def test_a_question_nobody_answers_voids_the_number(visitor: Visitor) -> None:
    visitor.printer.command("vanish_after", {"bytes": 300})
    take_anonymous(visitor)
    visitor.arrives("ticket", phase="doubt")
    visitor.time_passes(61)
    visitor.arrives("notice", notice="number_void")
    visitor.until(lambda: [t.state for t in visitor.tickets()] == [TicketState.VOID])


def test_a_number_on_the_screen_waits_for_the_database(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(visitor.printer, "paper_out")
    take_anonymous(visitor)
    visitor.press("take_on_screen")
    visitor.arrives("ticket", phase="remember")
    with monkeypatch.context() as broken:
        broken.setattr(visitor.store, "begin", away)
        visitor.press("remembered")
        visitor.arrives("ticket", phase="remember", trouble="database_away")
        assert "还没有登记" in visitor.read("ticket_why")
    visitor.press("remembered")
    visitor.arrives("ticket", phase="remembered")
    assert [t.state for t in visitor.tickets()] == [TicketState.WAITING]


def test_a_roll_near_its_end_is_told_to_staff_once_and_the_visitor_sees_nothing(visitor: Visitor) -> None:
    def notes() -> list[str]:
        return [kind for kind, _ in visitor.journal() if kind.startswith("paper.")]

    for _ in range(2):  # such a sensor says low and fine in turn
        fault(visitor.printer, "paper_low")
        visitor.until(lambda: visitor.kiosk.describe()["devices"]["ticket_printer"] == "paper_low")
        visitor.until(lambda: notes() == ["paper.low"])
        visitor.printer.command("clear")
        visitor.until(lambda: visitor.kiosk.describe()["devices"]["ticket_printer"] == "ready")
    fault(visitor.printer, "paper_low")
    take_anonymous(visitor)
    visitor.arrives("ticket", phase="paper")
    assert notes() == ["paper.low"]
