"""``hallctl devices probe|test|capture|replay`` on simulators: what is found, what is masked, exit status."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.__main__ import main
from devices.code_scanner.trace_mask import CodeMask
from devices.sim.catalogue import Host, build
from devices.sim.people import fictitious_person


@pytest.fixture
def simulated(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Host]:
    kind, serial = request.param
    host = build(kind, pty=tmp_path / "line" if serial else None, folder=tmp_path)
    host.start()
    yield host
    host.stop()


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object]]:
    status = main(["devices", *arguments, "--json"])
    return status, json.loads(capsys.readouterr().out.splitlines()[-1])


printer = pytest.mark.parametrize("simulated", [("ticket_printer", False)], indirect=True)
reader = pytest.mark.parametrize("simulated", [("id_card_reader", True)], indirect=True)
scanner = pytest.mark.parametrize("simulated", [("code_scanner", True)], indirect=True)
camera = pytest.mark.parametrize("simulated", [("document_camera", False)], indirect=True)
pad = pytest.mark.parametrize("simulated", [("rating_pad", True)], indirect=True)


@printer
def test_probe_tells_a_ready_printer_from_one_without_paper(
    simulated: Host, capsys: pytest.CaptureFixture[str]
) -> None:
    status, document = called(capsys, "probe", "ticket_printer", simulated.url)
    assert status == 0 and document["ok"] is True
    simulated.command("fault", {"name": "paper_out"})
    status, document = called(capsys, "probe", "ticket_printer", simulated.url)
    assert status == 1
    assert document["devices"]["ticket_printer"]["paper"] == "out"  # type: ignore[index]


@printer
def test_probe_asks_all_devices_of_a_station(
    simulated: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "machine.toml"
    config.write_text(
        '[station]\nname = "kiosk-1"\n[database]\nurl = "sqlite:///x.db"\nkeys = "keys.toml"\n'
        f'[devices]\nticket_printer = "{simulated.url}"\nrating_pad = "serial://1a86:7523"\n',
        encoding="utf-8",
    )
    status, document = called(capsys, "probe", "--config", str(config))
    assert status == 1
    devices = document["devices"]
    assert isinstance(devices, dict)
    assert devices["ticket_printer"]["ok"] is True
    assert devices["rating_pad"]["error"] == "NotConnected"
    assert "no port is 1a86:7523" in devices["rating_pad"]["detail"]


@printer
def test_a_test_ticket_is_printed_only_when_somebody_agrees(
    simulated: Host, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cli.commands.devices.test.agreed", lambda: False)
    assert called(capsys, "test", "ticket_printer", simulated.url)[0] == 1
    assert simulated.command("paper")["papers"] == []
    assert called(capsys, "test", "ticket_printer", simulated.url, "--yes")[0] == 0
    assert simulated.command("paper")["papers"][0]["text"][:2] == ["打印测试", "T000"]


@pad
def test_a_pad_nobody_presses_does_not_pass(simulated: Host, capsys: pytest.CaptureFixture[str]) -> None:
    status, document = called(capsys, "test", "rating_pad", simulated.url, "--wait", "0.3")
    assert (status, document["error"]) == (1, "DeviceTimeout")


@camera
def test_a_camera_takes_a_picture_but_has_no_wire_to_capture(
    simulated: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, document = called(capsys, "test", "document_camera", simulated.url)
    assert status == 0 and document["width"]
    out = tmp_path / "camera.jsonl"
    assert called(capsys, "capture", "document_camera", simulated.url, "--out", str(out))[0] == 1
    assert not out.exists()


@reader
def test_a_captured_card_replays_and_holds_nothing_of_the_person(
    simulated: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    simulated.command("lay_card", {"kind": "domestic", "seed": 8})
    out = tmp_path / "card.jsonl"
    status, document = called(capsys, "capture", "id_card_reader", simulated.url, "--out", str(out))
    assert (status, document["card"]) == (0, "DOMESTIC")
    person = fictitious_person("domestic", seed=8)
    recorded = out.read_text(encoding="ascii")
    wire = b"".join(
        bytes.fromhex(entry["hex"]) for entry in map(json.loads, recorded.splitlines()) if "hex" in entry
    )
    for secret in (person.name, person.id_number, person.address):
        assert secret.encode("utf-16-le") not in wire
        assert secret not in json.dumps(document, ensure_ascii=False)
    status, document = called(capsys, "replay", str(out), "id_card_reader")
    assert (status, document["same"]) == (0, True)


@scanner
def test_a_captured_code_replays_and_is_masked(
    simulated: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    simulated.command("scan", {"text": "41021119800101123X", "when": "triggered"})
    out = tmp_path / "code.jsonl"
    url = simulated.url.replace("serial://", "nls+serial://")
    status, document = called(capsys, "capture", "code_scanner", url, "--out", str(out))
    assert (status, document["bytes"]) == (0, 18)
    recorded = out.read_text(encoding="ascii")
    assert b"1980".hex() not in recorded and (b"x" * 18).hex() in recorded.replace('"}', "")
    assert called(capsys, "replay", str(out), "code_scanner")[0] == 0


@printer
def test_a_driver_that_behaves_otherwise_is_noticed(
    simulated: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "printer.jsonl"
    assert called(capsys, "capture", "ticket_printer", simulated.url, "--out", str(out), "--yes")[0] == 0
    assert called(capsys, "replay", str(out), "ticket_printer")[0] == 0
    out.write_text(out.read_text(encoding="ascii").replace('"100404"', '"100405"', 1), encoding="ascii")
    status, document = called(capsys, "replay", str(out), "ticket_printer")
    assert status == 1 and "100404" in str(document["difference"])
    assert called(capsys, "replay", str(out), "rating_pad")[0] == 1


def test_wrong_addresses_and_files_say_what_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, document = called(capsys, "probe", "ticket_printer", "ftp://x")
    assert status == 1 and "tcp://" in str(document["error"])
    assert "rating_pad" in str(called(capsys, "probe", "toaster", "tcp://a:1")[1]["error"])
    assert called(capsys, "probe")[0] == 1
    assert called(capsys, "replay", str(tmp_path / "none.jsonl"), "rating_pad")[0] == 1
    (tmp_path / "half.jsonl").write_text('{"do": "open", "url": "tcp://a:1"}\n')
    assert called(capsys, "replay", str(tmp_path / "half.jsonl"), "rating_pad")[0] == 1


@pytest.mark.parametrize("size", [1, 5, 100])
def test_a_scanners_mask_keeps_answers_and_line_ends_and_nothing_of_a_code(size: int) -> None:
    stream = b"\x02\x010000#SCNTRG1\x06;\x03id:41021119800101123X\r\n"
    mask = CodeMask()
    shown = b"".join(mask("read", stream[start : start + size]) for start in range(0, len(stream), size))
    assert shown == b"\x02\x010000#SCNTRG1\x06;\x03" + b"x" * 21 + b"\r\n"
