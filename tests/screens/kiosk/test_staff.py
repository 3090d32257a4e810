"""The staff menu behind the hidden corner."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from devices.voice.wav import peak, read_wav
from hall.identity import Holder, HolderKind
from kiosk_app.screens.staff.state import StaffMessage, StaffStage
from qt_common.machine_config import MachineConfig, PaperSection
from tests.support.kiosk_hall import Visitor
from tests.support.sample_hall import code_on, take_ticket

WANG = Holder(HolderKind.ID_CARD, name="王建国", id_number="410211198001011234")


def open_menu(visitor: Visitor, pin: str = "2580") -> None:
    for _ in range(5):
        visitor.press("staff_corner")
    visitor.arrives("staff")
    for digit in pin:
        visitor.press(f"key_{digit}")
    visitor.press("pin_submit")


def test_four_touches_of_the_corner_open_nothing(visitor: Visitor) -> None:
    for _ in range(4):
        visitor.press("staff_corner")
    assert visitor.screen == "home"
    visitor.seconds_pass(5)
    visitor.press("staff_corner")
    assert visitor.screen == "home", "the touches are forgotten after some seconds"


def test_a_wrong_pin_opens_nothing_and_five_lock_the_menu(visitor: Visitor) -> None:
    for attempt in range(5):
        if attempt == 0:
            open_menu(visitor, "1111")
        else:
            for digit in "1111":
                visitor.press(f"key_{digit}")
            visitor.press("pin_submit")
        wanted = StaffMessage.WRONG_PIN if attempt < 4 else StaffMessage.LOCKED
        visitor.until(lambda wanted=wanted: visitor.kiosk.models.staff.state.message is wanted)  # type: ignore[misc]
    visitor.press("home")
    open_menu(visitor)
    assert visitor.kiosk.models.staff.state.stage is StaffStage.PIN
    assert visitor.kiosk.models.staff.state.seconds_locked > 0


def test_the_menu_shows_health_and_prints_a_test_page(visitor: Visitor) -> None:
    open_menu(visitor)
    visitor.until(lambda: visitor.kiosk.models.staff.state.stage is StaffStage.MENU)
    visitor.reads("health_ticket_printer", "正常")
    visitor.reads("health_voice", "未配置")
    visitor.press("staff_reprint")
    visitor.reads("staff_message", "本机今天没有可补打的号票")
    visitor.press("staff_test_print")
    visitor.reads("staff_message", "已打印")
    (paper,) = visitor.papers()
    assert any("打印测试页" in line for line in paper["text"])
    visitor.printer.command("fault", {"name": "paper_out"})
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["ticket_printer"] == "paper_out")
    visitor.seconds_pass(1)
    visitor.reads("health_ticket_printer", "缺纸")
    assert "换纸" in visitor.read("health_ticket_printer_to_do")


def test_any_of_the_last_tickets_is_printed_again_for_a_reason_on_record_before_it_comes_out(
    visitor: Visitor,
) -> None:
    mine = take_ticket(visitor.store, holder=WANG)
    take_ticket(visitor.store)
    open_menu(visitor)
    visitor.until(lambda: visitor.shows("staff_reprint"))
    visitor.press("staff_reprint")
    visitor.until(lambda: visitor.shows("reprint_A002"))
    said = visitor.button("reprint_A001").accessibleName()
    assert "食品经营许可" in said
    assert "王*国" in said
    visitor.press("reprint_A001")
    visitor.press("reason_faint")
    visitor.until(lambda: len(visitor.papers()) == 1)
    (paper,) = visitor.papers()
    text = "\n".join(paper["text"])
    for needed in (
        "补打",
        "A001",
        "办事人：王*国",
        "证件：4102**********1234",
        "前面等候：0 人",
        "取号时间：2025-03-03",
    ):
        assert needed in text
    assert paper["qr"] == [code_on(visitor.store, mine)]
    visitor.reads("staff_message", "已打印")
    (record,) = [facts for kind, facts in visitor.journal() if kind == "ticket.reprinted"]
    assert (record["label"], record["reason"]) == ("A001", "字迹不清")
    assert len(visitor.tickets()) == 2


def test_a_preview_shows_each_sort_of_ticket_on_this_kiosks_paper(visitor: Visitor) -> None:
    open_menu(visitor)
    visitor.until(lambda: visitor.shows("staff_preview"))
    visitor.press("staff_preview")
    seen = set()
    for kind in ("普通号", "优先号", "预约号", "补打的号票", "长名称与生僻字", "英文界面取的号", "普通号"):
        visitor.reads("preview_title", f"{kind}，80 毫米纸")
        visitor.until(lambda: bool(visitor.kiosk.models.staff.state.picture))
        seen.add(visitor.kiosk.models.staff.state.picture)
        visitor.press("preview_next")
    assert len(seen) == 6
    visitor.press("preview_close")
    visitor.until(lambda: visitor.shows("staff_preview"))
    assert visitor.papers() == []


def test_a_new_roll_is_on_record_and_the_next_one_near_its_end_is_told_again(visitor: Visitor) -> None:
    def condition() -> str:
        return str(visitor.kiosk.describe()["devices"]["ticket_printer"])

    for _ in range(2):
        visitor.printer.command("fault", {"name": "paper_low"})
        visitor.until(lambda: condition() == "paper_low")
        open_menu(visitor)
        visitor.until(lambda: visitor.shows("staff_paper_changed"))
        assert visitor.read("staff_paper_low") == "这卷纸快用完了，已提示工作人员"
        visitor.printer.command("clear")
        visitor.until(lambda: condition() == "ready")
        visitor.press("staff_paper_changed")
        visitor.reads("staff_message", "已记录换纸")
        visitor.press("staff_home")
    visitor.until(
        lambda: (
            [kind for kind, _ in visitor.journal() if kind.startswith("paper.")]
            == ["paper.low", "paper.changed"] * 2
        )
    )


def test_a_template_of_the_hall_that_is_wrong_is_told_to_staff_and_prints_nothing(
    make_visitor: Callable[[MachineConfig], Visitor], config: MachineConfig, tmp_path: Path
) -> None:
    wrong = tmp_path / "hall-ticket.toml"
    wrong.write_text("format = 1\n[[mm80]]\nkind = 'text'\nline = '{{ lable }}'\n", encoding="utf-8")
    visitor = make_visitor(config.model_copy(update={"paper": PaperSection(ticket=wrong)}))
    visitor.pick()
    visitor.press("without_registration")
    visitor.arrives("ticket", phase="paper", label="A001")
    assert any("食品经营许可" in line for line in visitor.papers()[0]["text"]), "the shipped one printed it"
    visitor.press("done")
    open_menu(visitor)
    visitor.until(lambda: visitor.shows("staff_preview"))
    assert "第 4 行：未知的字段 lable" in visitor.read("staff_template_problem")
    (told,) = [f for kind, f in visitor.journal() if kind == "device.health" and f["kind"] == "ticket_template"]
    assert told["needs_somebody"]


def test_the_tries_of_the_pin_survive_a_restart(
    make_visitor: Callable[[MachineConfig], Visitor], config: MachineConfig
) -> None:
    first = make_visitor(config)
    for attempt in range(5):
        if attempt == 0:
            open_menu(first, "1111")
        else:
            first.types("1111")
            first.press("pin_submit")
        wanted = StaffMessage.WRONG_PIN if attempt < 4 else StaffMessage.LOCKED
        first.until(lambda wanted=wanted: first.kiosk.models.staff.state.message is wanted)  # type: ignore[misc]
    first.seconds_pass(10)
    first.kiosk.close()
    first.kiosk.window.hide()
    again = make_visitor(config)
    open_menu(again)
    again.until(lambda: again.kiosk.models.staff.state.message is StaffMessage.LOCKED)
    assert 45 <= again.kiosk.models.staff.state.seconds_locked <= 55
    again.seconds_pass(56)
    again.types("2580")
    again.press("pin_submit")
    again.until(lambda: again.kiosk.models.staff.state.stage is StaffStage.MENU)


def test_staff_set_the_volume_of_the_prompts_and_hear_it(
    make_visitor: Callable[[MachineConfig], Visitor], config: MachineConfig, tmp_path: Path
) -> None:
    spoken = tmp_path / "spoken"
    devices = config.devices.model_copy(update={"voice": f"voice+record://{spoken}"})
    visitor = make_visitor(config.model_copy(update={"devices": devices}))
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["voice"] == "ready")
    open_menu(visitor)
    visitor.until(lambda: visitor.shows("staff_quieter"))
    assert visitor.read("staff_volume") == "音量 80%"

    def peaks() -> list[int]:
        """Of the prompts that were spoken to their end."""
        transcript = spoken / "spoken.jsonl"
        lines = transcript.read_text(encoding="utf-8").splitlines() if transcript.exists() else []
        return [peak(read_wav((spoken / json.loads(line)["wav"]).read_bytes())) for line in lines]

    visitor.press("staff_louder")
    visitor.reads("staff_volume", "音量 100%")
    visitor.until(lambda: len(peaks()) == 1)
    for _ in range(3):
        visitor.press("staff_quieter")
    visitor.reads("staff_volume", "音量 40%")
    visitor.until(lambda: len(peaks()) >= 2)
    for _ in range(2):
        visitor.press("staff_quieter")
    visitor.reads("staff_volume", "静音")
    full, *quieter = peaks()
    assert all(0 < quiet < full for quiet in quieter)


def test_leaving_the_menu_asks_for_the_pin_again(visitor: Visitor) -> None:
    open_menu(visitor)
    visitor.press("staff_home")
    visitor.arrives("home")
    for _ in range(5):
        visitor.press("staff_corner")
    assert visitor.read("pin_dots") == "—"
    assert not visitor.shows("staff_close")


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_elder_mode_and_english_come_and_go(visitor: Visitor, size: tuple[int, int]) -> None:
    visitor.kiosk.window.resize(*size)
    visitor.press("elder")
    visitor.arrives("home", elder=True)
    visitor.press("door_take_number")
    visitor.arrives("departments", elder=True)
    visitor.seconds_pass(60)
    visitor.arrives("home", elder=False)
