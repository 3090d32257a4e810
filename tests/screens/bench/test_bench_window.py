"""The bench window on real simulators: what is pressed happens there, and what happens there is shown."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from cli.bench_window.model import BenchModel
from cli.bench_window.window import BenchWindow
from cli.bench_window.words import DEVICES, FAULTS, cards, faults_of
from cli.demo.simulators import DEVICES as STARTED
from devices.sim.catalogue import Host, build
from devices.sim.control import ControlServer
from devices.sim.device import Fault
from devices.voice.interface import Delivery


class Speaker:
    """Keeps what it is given to play."""

    def __init__(self) -> None:
        self.played: list[bytes] = []

    def play(self, wav: bytes, delivery: Delivery, *, deadline: float) -> None:
        delivery.began()
        self.played.append(wav)


class Bench:
    """Simulators, the model and the window, all in this process."""

    def __init__(self, folder: Path, qtbot: QtBot, kinds: tuple[str, ...]) -> None:
        self._qtbot = qtbot
        self.speaker = Speaker()
        self.hosts: dict[str, Host] = {}
        self._servers: list[ControlServer] = []
        controls = {}
        for kind in kinds:
            own = folder / kind
            own.mkdir()
            host = self.hosts[kind] = build(kind, folder=own)
            host.start()
            server = ControlServer(host.command)
            server.start()
            self._servers.append(server)
            controls[kind] = server.address
        self.voice = folder / "voice"
        self.model = BenchModel(controls, self.voice, speaker=self.speaker)
        self.window = BenchWindow(self.model)
        qtbot.addWidget(self.window)
        self.window.show()
        self.model.start()
        qtbot.waitUntil(lambda: len(self.model.state.devices) == len(controls))

    def press(self, name: str) -> None:
        found = self.window.findChild(QPushButton, name)
        assert found is not None, name
        self._qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def choose(self, name: str, text: str) -> None:
        found = self.window.findChild(QComboBox, name)
        assert found is not None, name
        found.setCurrentText(text)
        assert found.currentText() == text

    def text(self, name: str) -> str:
        found = self.window.findChild(QLabel, name)
        assert found is not None, name
        return found.text()

    def close(self) -> None:
        self.model.close()
        for server in self._servers:
            server.stop()
        for host in self.hosts.values():
            host.stop()


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(tmp_path, qtbot, ("ticket_printer", "id_card_reader", "rating_pad", "code_scanner"))
    yield made
    made.close()


@pytest.fixture
def camera_bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(tmp_path, qtbot, ("document_camera",))
    yield made
    made.close()


def test_a_card_is_laid_on_the_reader_and_taken_away(bench: Bench, qtbot: QtBot) -> None:
    assert bench.text("card_lies") == "读卡器上没有证件"
    bench.press("lay_card")
    qtbot.waitUntil(lambda: bench.text("card_lies") == "读卡器上：居民身份证")
    bench.press("remove_card")
    qtbot.waitUntil(lambda: bench.text("card_lies") == "读卡器上没有证件")


def test_every_card_of_the_list_can_be_laid_on(bench: Bench) -> None:
    for _, arguments in cards():
        assert bench.hosts["id_card_reader"].command("lay_card", arguments)["card"] == arguments["kind"]


def test_a_pressed_key_reaches_the_pad(bench: Bench, qtbot: QtBot) -> None:
    bench.press("pad_key_6")
    qtbot.waitUntil(lambda: bench.model.state.devices["rating_pad"]["pressed"] == 1)
    assert bench.text("pad_shows").startswith("评价器显示：未亮")


def test_the_paper_that_comes_out_is_shown(bench: Bench, qtbot: QtBot) -> None:
    host, port = bench.hosts["ticket_printer"].url.removeprefix("tcp://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as wire:
        wire.sendall(b"\x1b@A023\n\x1dV\x42\x00\x10\x04\x01")
        assert wire.recv(1)  # its status comes after the cut
    qtbot.waitUntil(lambda: bench.text("paper_count") == "已出 1 张")
    picture = bench.window.findChild(QLabel, "paper_picture")
    assert picture is not None
    assert not picture.pixmap().isNull()


def test_a_page_is_laid_down_turned_and_taken_away(camera_bench: Bench, qtbot: QtBot) -> None:
    bench = camera_bench
    bench.press("lay_page")
    qtbot.waitUntil(lambda: bench.text("page_lies") == "镜头下：申请书（A4），转 86°")
    bench.press("turn_right")
    qtbot.waitUntil(lambda: bench.text("page_lies") == "镜头下：申请书（A4），转 93°")
    bench.press("mat_empty")
    qtbot.waitUntil(lambda: bench.text("page_lies") == "镜头下没有材料")


def test_a_fault_is_injected_by_its_chinese_name_and_cleared(bench: Bench, qtbot: QtBot) -> None:
    bench.choose("fault_device", "号票打印机")
    bench.choose("fault_name", "缺纸")
    bench.press("inject")
    qtbot.waitUntil(lambda: bench.text("faults_now") == "号票打印机：缺纸")
    bench.press("clear_faults")
    qtbot.waitUntil(lambda: bench.text("faults_now") == "没有故障")


def test_what_was_spoken_is_heard_once_and_stands_in_the_list_newest_first(bench: Bench, qtbot: QtBot) -> None:
    bench.voice.mkdir()
    lines = []
    for number, text in enumerate(("请A001号到3号窗口", "请A002号到5号窗口"), 1):
        (bench.voice / f"{number}.wav").write_bytes(b"sound %d" % number)
        lines.append(json.dumps({"text": text, "wav": f"{number}.wav"}, ensure_ascii=False) + "\n")
    (bench.voice / "spoken.jsonl").write_text("".join(lines), encoding="utf-8")
    spoken = bench.window.findChild(QListWidget, "spoken")
    assert spoken is not None
    qtbot.waitUntil(lambda: spoken.count() == 2)
    assert spoken.item(0).text() == "请A002号到5号窗口"
    qtbot.waitUntil(lambda: bench.speaker.played == [b"sound 1", b"sound 2"])


def test_a_simulator_that_is_gone_is_said_to_be_gone(bench: Bench, qtbot: QtBot) -> None:
    bench.model._controls["id_card_reader"] = "127.0.0.1:1"
    qtbot.waitUntil(lambda: bench.text("card_lies") == "模拟程序没有回应")
    bench.press("lay_card")
    qtbot.waitUntil(lambda: "模拟设备没有执行" in bench.text("faults_now"))


def test_every_fault_and_every_device_of_the_demo_has_its_chinese_name() -> None:
    assert set(FAULTS) == set(Fault)
    assert set(DEVICES) == set(STARTED)
    assert {fault for kind in DEVICES for fault in faults_of(kind)} == set(Fault)
