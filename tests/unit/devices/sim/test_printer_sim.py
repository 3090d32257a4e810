"""The simulated printer against literal bytes of the manual, without any of the driver's code."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pyzbar import pyzbar

from devices.sim.catalogue import build
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.wires import TcpWire

# ESC @, centre, FS &, 号票 in GBK, FS ., LF, GS V 66 0
TICKET = bytes.fromhex("1b40 1b6101 1c26 bac5c6b1 1c2e 0a 1d564200")


@pytest.fixture
def printer() -> PrinterSim:
    return PrinterSim()


def papers(printer: PrinterSim) -> list[dict[str, object]]:
    found: list[dict[str, object]] = printer.command("paper", {})["papers"]
    return found


def test_a_ticket_is_cut_and_can_be_read(printer: PrinterSim) -> None:
    assert printer.receive(TICKET) == b""
    assert papers(printer) == [{"text": ["号票"], "qr": [], "pictures": 0, "cut": "partial", "png": None}]


def test_slicing_does_not_matter(printer: PrinterSim) -> None:
    job = TICKET + bytes.fromhex(
        "1b40 1d763000 0200 0300 ffffff000000 1d286b 0500 315030 4131 1d286b 0300 315130 1d5600"
    )
    for byte in job:
        printer.receive(bytes((byte,)))
    whole = PrinterSim()
    whole.receive(job)
    assert papers(printer) == papers(whole)
    assert papers(whole)[1] == {"text": [], "qr": ["A1"], "pictures": 1, "cut": "full", "png": None}


def test_a_four_byte_character_of_gb18030_is_one_letter(printer: PrinterSim) -> None:
    printer.receive(bytes.fromhex("1b40 1c26 9534b235 1c2e 41 0a 1d564200"))
    assert papers(printer)[0]["text"] == ["𠮷A"]


def test_chinese_outside_chinese_mode_is_garbage_as_on_a_real_one(printer: PrinterSim) -> None:
    printer.receive(bytes.fromhex("1b40 bac5 0a 1d564200"))
    assert papers(printer)[0]["text"] != ["号"]


@pytest.mark.parametrize(
    ("fault", "answers"),
    [
        (None, "12 12 12 12"),
        ("paper_low", "12 12 12 1e"),
        ("paper_out", "1a 32 12 7e"),
        ("cover_open", "1a 16 12 12"),
        ("cutter_jam", "1a 52 1a 12"),
    ],
)
def test_it_answers_dle_eot_by_the_manual(printer: PrinterSim, fault: str | None, answers: str) -> None:
    if fault:
        printer.faults.add(fault)
    got = b"".join(printer.receive(bytes((0x10, 0x04, n))) for n in (1, 2, 3, 4))
    assert got == bytes.fromhex(answers)


def test_auto_status_comes_when_asked_for_and_then_on_every_change(printer: PrinterSim) -> None:
    pushed: list[bytes] = []
    printer.push = pushed.append
    assert printer.receive(bytes.fromhex("1d610f")) == bytes.fromhex("1000000f")
    printer.faults.add("cover_open")
    printer.faults.add("slow")
    printer.faults.clear()
    assert pushed == [bytes.fromhex("3800000f"), bytes.fromhex("1000000f")]
    printer.receive(bytes.fromhex("1d6100"))
    printer.faults.add("paper_out")
    assert len(pushed) == 2


def test_without_paper_it_holds_the_ticket_answers_out_of_turn_and_prints_later(printer: PrinterSim) -> None:
    printer.faults.add("paper_out")
    assert printer.receive(TICKET + bytes.fromhex("100401") + TICKET + bytes.fromhex("100404")) == b"\x1a\x7e"
    assert papers(printer) == []
    printer.command("load_paper", {})
    assert [paper["text"] for paper in papers(printer)] == [["号票"], ["号票"]]


def test_what_was_not_cut_comes_out_with_the_next_ticket(printer: PrinterSim) -> None:
    printer.receive(TICKET[:-4])
    printer.disconnected()
    printer.receive(TICKET)
    assert papers(printer)[0]["text"] == ["号票", "号票"]


def test_a_command_cut_off_by_the_connection_does_not_swallow_the_next_ticket(printer: PrinterSim) -> None:
    printer.receive(bytes.fromhex("1b40 1d763000 4800 ff00 ffff"))
    printer.disconnected()
    printer.receive(TICKET)
    assert papers(printer)[0]["text"] == ["号票"]


def test_an_unknown_command_of_the_bench_is_refused(printer: PrinterSim) -> None:
    with pytest.raises(ValueError, match="fly"):
        printer.command("fly", {})


@pytest.fixture
def host(tmp_path: Path) -> Iterator[SimHost]:
    with SimHost(PrinterSim(tmp_path), TcpWire()) as running:
        yield running


def test_each_cut_leaves_a_picture_whose_qr_code_scans(host: SimHost, tmp_path: Path) -> None:
    qr = bytes.fromhex("1b6101 1d286b 0300 314306 1d286b 0700 315030 41303031 1d286b 0300 315130")
    port = int(host.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as wire:
        wire.sendall(b"\x1b@" + qr + bytes.fromhex("1d564200 100401"))
        assert wire.recv(1) == b"\x12"
    with Image.open(tmp_path / "paper-0001.png") as picture:
        [code] = pyzbar.decode(picture)
        assert code.data == b"A001"
        assert picture.width > 80 * 8
        corner = picture.convert("RGB").getpixel((40, 45))
    assert isinstance(corner, tuple)
    assert min(corner) > 240, "the paper is white"


def test_the_catalogue_builds_it_on_a_wire_of_either_kind(tmp_path: Path) -> None:
    for host in (build("printer"), build("ticket_printer", pty=tmp_path / "printer")):
        host.start()
        assert host.url.startswith(("tcp://127.0.0.1:", f"serial://{tmp_path}/printer"))
        host.stop()
