"""The bench's Chinese words for devices, faults, papers and cards."""

from __future__ import annotations

from collections.abc import Mapping

from devices.sim.device import Fault
from devices.sim.people import RARE_NAMES, fictitious_person

DEVICES: Mapping[str, str] = {
    "ticket_printer": "号票打印机",
    "id_card_reader": "身份证读卡器",
    "rating_pad": "评价器",
    "document_camera": "高拍仪",
    "code_scanner": "扫码器",
    "window_led": "窗口LED屏",
}
FAULTS: Mapping[Fault, str] = {
    Fault.PAPER_LOW: "纸将尽",
    Fault.PAPER_OUT: "缺纸",
    Fault.COVER_OPEN: "上盖打开",
    Fault.CUTTER_JAM: "切刀卡住",
    Fault.HALF_FRAMES: "画面只传一半",
    Fault.GO_AWOL: "设备掉线",
    Fault.DONT_ANSWER: "不回应",
    Fault.DROP_CONNECTION: "应答中途断线（一次）",
    Fault.SLOW: "应答缓慢",
    Fault.SPLIT: "应答逐字节到达",
    Fault.MERGE: "应答粘连",
    Fault.LEADING_GARBAGE: "应答前有杂码",
    Fault.BAD_CHECKSUM: "应答校验错误",
}
OF_PRINTER = (Fault.PAPER_OUT, Fault.PAPER_LOW, Fault.COVER_OPEN, Fault.CUTTER_JAM)
OF_CAMERA = (Fault.HALF_FRAMES,)
OF_WIRE = tuple(fault for fault in FAULTS if fault not in (*OF_PRINTER, *OF_CAMERA))
PAPERS: Mapping[str, str] = {
    "form": "申请书（A4）",
    "notice": "通知书（A5）",
    "receipt": "小票",
    "id_card": "身份证",
    "blank": "白纸",
}
RATING_KEYS = ("非常满意", "满意", "基本满意", "不满意", "非常不满意", "不评价")
PAD_SHOWS: Mapping[str, str] = {"off": "未亮", "welcome": "欢迎光临", "asking": "请您评价"}
CARD_KINDS: Mapping[str, str] = {
    "domestic": "居民身份证",
    "hmt": "港澳台居民居住证",
    "foreigner_2017": "外国人永久居留证",
    "foreigner_2023": "外国人永久居留证（2023版）",
}


def faults_of(kind: str) -> tuple[Fault, ...]:
    """The faults a device's simulator understands, its own first."""
    own = {"ticket_printer": OF_PRINTER, "document_camera": OF_CAMERA}.get(kind, ())
    return (*own, *OF_WIRE)


def cards() -> list[tuple[str, dict[str, object]]]:
    """Cards to lay on: what stands in the list, and the command's arguments. Everybody is invented."""
    found: list[tuple[str, dict[str, object]]] = []
    for seed in range(1, 7):
        person = fictitious_person("domestic", seed=seed)
        found.append((f"{person.name}　{CARD_KINDS['domestic']}", {"kind": "domestic", "seed": seed}))
    for seed, name in enumerate(RARE_NAMES, 20):
        found.append((f"{name}　生僻字", {"kind": "domestic", "seed": seed, "name": name}))
    for kind in ("hmt", "foreigner_2017", "foreigner_2023"):
        found.append((f"{fictitious_person(kind, seed=3).name}　{CARD_KINDS[kind]}", {"kind": kind, "seed": 3}))
    return found
