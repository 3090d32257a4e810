"""The elder mode with its voice: who turns it on hears each new page, and the number at the end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from hall.identity import Holder, HolderKind
from qt_common.machine_config import MachineConfig
from tests.support.kiosk_hall import Visitor, booked


def test_an_old_person_hears_the_way_to_the_appointments_number(
    make_visitor: Callable[[MachineConfig], Visitor], config: MachineConfig, tmp_path: Path
) -> None:
    spoken = tmp_path / "spoken"
    devices = config.devices.model_copy(update={"voice": f"voice+record://{spoken}"})
    visitor = make_visitor(config.model_copy(update={"devices": devices}))
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["voice"] == "ready")

    def heard() -> list[str]:
        lines = (spoken / "spoken.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines]

    def hears(word: str) -> None:
        visitor.until(lambda: (spoken / "spoken.jsonl").exists() and word in heard()[-1])

    booked(visitor.store, Holder(HolderKind.QR, id_number="11010519491231002X"))
    visitor.press("elder")
    hears("请选择要办的事")
    visitor.press("door_check_in")
    hears("也可以扫预约码")
    visitor.press("by_code")
    hears("请输入预约码")
    visitor.press("back")
    visitor.scans("11010519491231002X", lambda: visitor.screen != "identify")
    visitor.arrives("ticket", phase="paper", elder=True)
    hears("您的号码是A001")
    assert not any("110105" in text for text in heard())
