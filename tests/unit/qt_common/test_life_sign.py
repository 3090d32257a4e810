"""The sign of life reaches systemd and the watchdog, and stops nobody when they are gone."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from pytestqt.qtbot import QtBot

from qt_common.life_sign import LINE, VARIABLE, LifeSign


def test_systemd_hears_that_the_loop_runs_and_then_that_it_still_does(qtbot: QtBot, tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.setblocking(False)
        sign = LifeSign(environment={"NOTIFY_SOCKET": address})
        heard: list[bytes] = []

        def said() -> bool:
            try:
                heard.append(systemd.recv(100))
            except BlockingIOError:
                pass
            return bool(heard)

        assert not said(), "nothing before the event loop runs"
        qtbot.waitUntil(said)
        sign.beat()
        assert [*heard, systemd.recv(100)] == [b"READY=1\nWATCHDOG=1", b"WATCHDOG=1"]


def test_the_watchdog_reads_lines_and_may_vanish() -> None:
    read, write = os.pipe()
    sign = LifeSign(environment={VARIABLE: "stdout"}, output=write)
    sign.beat()
    assert os.read(read, 100) == LINE
    os.close(read)
    sign.beat()
    sign.beat()
    os.close(write)
