"""Every wire driver behaves on its recorded session as it did; the manuals' literal frames stand in the traces."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.device_tools import session
from cli.device_tools.replaying import replay
from devices.core.trace import ReplayTransport
from devices.core.transports import wires_through
from devices.id_card_reader.trace_mask import CardMask
from devices.sim.people import fictitious_person
from tests.traces.sessions import FOLDER, SESSIONS, record

# name -> frames in hex that must stand in it, in this order, "w" written or "r" read. From the manuals, by hand.
FRAMES = {
    "ticket_printer": ["w100401", "r12", "w100404", "r12", "w1b40", "w1d5642"],
    "ticket_printer-paper_out": ["w100401", "r1a", "w100402", "r32", "w100404", "r7e"],
    "id_card_reader-domestic": [
        "waaaaaa9669000311ffed",
        "waaaaaa96690003200122",
        "raaaaaa9669000800009f0000000097",
        "waaaaaa96690003200221",
        "waaaaaa96690003300132",
        "raaaaaa966905080000900100040 0".replace(" ", ""),
        "waaaaaa96690003300330",
    ],
    "id_card_reader-hmt": ["waaaaaa96690003300132", "raaaaaa96690508000090"],
    "id_card_reader-foreigner_2017": ["waaaaaa96690003300132", "raaaaaa96690508000090"],
    "id_card_reader-foreigner_2023": ["waaaaaa96690003300132", "raaaaaa96690508000090"],
    "rating_pad": ["w55aa0215051a", "w55aa021f001a", "w55aa031305001a", "w55aa0220001a", "r02"],
    "code_scanner": [
        "w7e0130303030" + b"#TSUSET0D0A".hex() + "3b03",
        "r020130303030" + b"#TSUSET0D0A".hex() + "063b03",
        "w7e0130303030" + b"#SCNTRG1".hex() + "3b03",
        "r020130303030" + b"#SCNTRG1".hex() + "063b03",
        "r" + b"HALL:T000\r\n".hex(),
    ],
    "window_led": ["wa5a5a5a5a5a5a5a5feff0080000000000000fe02", "ra5a5a5a5a5a5a5a5"],
    "sms_modem": ["w" + b"AT+CPIN?\r".hex(), "r" + b"\r\n+CPIN: READY\r\n".hex(), "w" + b"AT+CREG?\r".hex()],
    "sms_modem-send": [
        "w" + b"AT+CMGS=".hex(),
        "r" + b"\r\n> ".hex(),
        "w" + b"0011000D91683108108300F00008A7".hex(),
    ],
    "a4_printer": ["w" + b"POST /ipp/print".hex(), "w0200000b00000001", "r", "w02000002", "r"],
}


def streams(name: str) -> list[tuple[str, str]]:
    """What was written and read, each direction's consecutive bytes joined."""
    joined: list[tuple[str, str]] = []
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="ascii").splitlines():
        entry = json.loads(line)
        if entry["do"] in ("write", "read"):
            way = entry["do"][0]
            if joined and joined[-1][0] == way:
                joined[-1] = (way, joined[-1][1] + entry["hex"])
            else:
                joined.append((way, entry["hex"]))
    return joined


def test_every_session_has_its_trace_and_its_frames() -> None:
    assert {path.stem for path in FOLDER.glob("*.jsonl")} == set(SESSIONS) == set(FRAMES)


@pytest.mark.parametrize("name", SESSIONS)
def test_the_manuals_frames_stand_in_the_trace_in_their_order(name: str) -> None:
    left = streams(name)
    for frame in FRAMES[name]:
        while left and not (left[0][0] == frame[0] and frame[1:] in left[0][1]):
            left.pop(0)
        assert left, f"{frame} is missing or comes too early"


@pytest.mark.parametrize("name", SESSIONS)
def test_the_driver_behaves_as_when_it_was_recorded(name: str) -> None:
    wanted = SESSIONS[name]
    file = FOLDER / f"{name}.jsonl"
    if wanted.work is None:
        assert replay(file, wanted.kind)["difference"] == ""
        return
    wire = ReplayTransport.of(file)
    assert run_on(wire, name) == next(note["outcome"] for note in wire.notes if "outcome" in note)
    assert wire.finished


@pytest.mark.parametrize("kind", ["domestic", "hmt", "foreigner_2017", "foreigner_2023"])
def test_a_replayed_card_says_what_stands_on_it(kind: str) -> None:
    wire = ReplayTransport.of(FOLDER / f"id_card_reader-{kind}.jsonl")
    with wires_through(lambda _inner, _mask: wire):
        reader = session.make_driver("id_card_reader", "serial:///dev/ttyS9")
    reader.open()
    card = reader.read_card()
    reader.close()
    person = fictitious_person(kind, seed=5)
    assert (card.name, card.id_number, f"{card.birth:%Y%m%d}") == (person.name, person.id_number, person.birth)


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_recorded_now_replays_too(name: str, tmp_path: Path) -> None:
    file = tmp_path / "now.jsonl"
    outcome = record(name, file)
    assert run_on(ReplayTransport.of(file), name) == outcome


@pytest.mark.parametrize("kind", ["domestic", "hmt", "foreigner_2017", "foreigner_2023"])
@pytest.mark.parametrize("size", [1, 7, 4096])
@pytest.mark.parametrize("damage", [0, 0x20])
def test_a_masked_card_is_nobodys_has_its_length_and_its_check(kind: str, size: int, damage: int) -> None:
    answers = [bytes.fromhex(data) for way, data in streams(f"id_card_reader-{kind}") if way == "r"]
    whole = max(answers, key=len)
    frame = whole[:-1] + bytes([whole[-1] ^ damage])
    mask = CardMask()
    shown = b"".join(mask("read", frame[start : start + size]) for start in range(0, len(frame), size))
    assert len(shown) == len(frame)
    check = 0
    for byte in shown[5:]:
        check ^= byte
    assert check == damage, "a right check byte stays right, a wrong one as wrong as it was"
    person = fictitious_person(kind, seed=5)
    for secret in (person.name, person.id_number, person.birth[4:], person.address, person.english_name):
        assert not secret or secret.encode("utf-16-le") not in shown
    assert shown[14 + 256 : -1] == bytes(1024), "the photo"


def test_a_card_cut_off_leaves_only_zeros_of_its_length() -> None:
    whole = max((bytes.fromhex(data) for way, data in streams("id_card_reader-hmt") if way == "r"), key=len)
    mask = CardMask()
    assert mask("read", b"\x00\x41" + whole[:300]) == bytes(2)
    assert mask("end", b"") == bytes(300)
    assert mask("end", b"") == b""


def run_on(wire: ReplayTransport, name: str) -> dict[str, Any]:
    with wires_through(lambda _inner, _mask: wire):
        driver = session.make_driver(SESSIONS[name].kind, SESSIONS[name].url)
    return session.run(driver, SESSIONS[name].do)
