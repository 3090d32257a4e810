"""Voices under the contract."""

from __future__ import annotations

from pathlib import Path

from devices.core.errors import DeviceTimeout, NotConnected, ProtocolError
from devices.sim.catalogue import Host
from devices.sim.voice import SimVoice
from devices.voice.drivers import DRIVERS
from devices.voice.interface import Utterance, Voice
from tests.contract.devices.harness import Case, fails, works_or


def simulate(folder: Path) -> Host:
    return SimVoice(folder)


def announce(voice: Voice, _host: Host) -> None:
    voice.say(Utterance("请A001号到3号窗口办理"))


def verify(_result: object, host: Host) -> None:
    seconds = host.command("heard")["announcements"][-1]["seconds"]
    # A chime of 1.35 s, twice a sentence of 2.8 … 7 s, a pause of 0.7 s.
    assert 7.5 < seconds < 16.5


CASES = (
    Case(
        name="voice-espeak",
        simulate=simulate,
        driver=DRIVERS["voice+espeak"],
        work=announce,
        verify=verify,
        done=lambda host: len(host.command("heard")["announcements"]),
        faults={
            "dont_answer": fails(DeviceTimeout),
            "go_awol": fails(NotConnected),
            "slow": works_or(DeviceTimeout),
            "bad_checksum": works_or(ProtocolError),
            "drop_connection": None,
            "split": None,
            "merge": None,
            "leading_garbage": None,
        },
    ),
)
