"""Voices under the contract."""

from __future__ import annotations

from pathlib import Path

from devices.core.errors import DeviceTimeout, NotConnected, ProtocolError
from devices.sim.catalogue import Host
from devices.sim.voice import SimVoice
from devices.voice.drivers import DRIVERS
from devices.voice.interface import Language, Phrase, Utterance, Voice
from tests.contract.devices.harness import Case, fails, works_or


def simulate(folder: Path) -> Host:
    return SimVoice(folder)


def announce(voice: Voice, _host: Host) -> None:
    english = Phrase("Number A001, please go to window 3", Language.ENGLISH)
    voice.say(Utterance("请A001号到3号窗口办理", also=(english,), repeat=1))


def verify(_result: object, host: Host) -> None:
    seconds = host.command("heard")["announcements"][-1]["seconds"]
    # A chime of 1.35 s, a Chinese sentence of 2.8 … 7 s, a breath of 0.35 s, an English one of 2 … 5 s.
    assert 6.5 < seconds < 13.7


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
