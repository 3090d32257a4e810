"""The staff menu behind the hidden corner."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from devices.voice.wav import peak, read_wav
from kiosk_app.screens.staff.state import StaffMessage, StaffStage
from qt_common.machine_config import MachineConfig
from tests.support.kiosk_hall import Visitor


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
    assert not visitor.button("staff_reprint").isEnabled(), "nothing was printed yet"
    visitor.press("staff_test_print")
    visitor.reads("staff_message", "已打印")
    (paper,) = visitor.papers()
    assert any("打印测试页" in line for line in paper["text"])
    visitor.printer.command("fault", {"name": "paper_out"})
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["ticket_printer"] == "paper_out")
    visitor.seconds_pass(1)
    visitor.reads("health_ticket_printer", "缺纸")
    assert "换纸" in visitor.read("health_ticket_printer_to_do")


def test_a_reprint_needs_a_reason_and_is_on_record_before_it_comes_out(visitor: Visitor) -> None:
    visitor.pick()
    visitor.press("without_registration")
    visitor.arrives("ticket", phase="paper", label="A001")
    visitor.press("done")
    open_menu(visitor)
    visitor.until(lambda: visitor.shows("staff_reprint"))
    visitor.press("staff_reprint")
    visitor.press("reason_faint")
    visitor.until(lambda: len(visitor.papers()) == 2)
    assert any("补打" in line for line in visitor.papers()[-1]["text"])
    (record,) = [facts for kind, facts in visitor.journal() if kind == "ticket.reprinted"]
    assert (record["label"], record["reason"]) == ("A001", "字迹不清")
    assert len(visitor.tickets()) == 1


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
