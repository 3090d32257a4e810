"""A voice that hangs is given up, is not waited for, and comes back by itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from devices.core.clock import utc_now
from devices.core.errors import Busy, Canceled, DeviceTimeout, NotConnected
from devices.core.status import DeviceStatus, Health, Link
from devices.core.supervisor import DeviceSupervisor
from devices.voice.interface import Delivery, Phrase, Utterance, Voice
from display_app.voice_line import VoiceLine, longest_seconds

CALL = Utterance("请A001号到3号窗口办理")


class HangingVoice:
    """Hangs before or after the sound begins, until it is let go."""

    verified = True
    model = "a voice that hangs"

    def __init__(self) -> None:
        self.hangs_before = self.hangs_after = False
        self.let_go = threading.Event()
        self.spoken: list[str] = []
        self.outcomes: list[str] = []

    def open(self) -> None: ...

    def close(self) -> None: ...

    def probe(self) -> DeviceStatus:
        return DeviceStatus(Link.ONLINE, Health.OK, utc_now())

    def say(self, utterance: Utterance, delivery: Delivery = Delivery()) -> None:
        if self.hangs_before:
            self.let_go.wait(30)
        try:
            delivery.began()
        except Canceled:
            self.outcomes.append("canceled")
            raise
        if self.hangs_after:
            self.let_go.wait(30)
        if not delivery.wanted():
            raise Canceled("not wanted")
        self.spoken.append(utterance.text)

    def synthesise(self, phrase: Phrase) -> bytes:
        raise NotImplementedError


@pytest.fixture
def voice() -> HangingVoice:
    return HangingVoice()


@pytest.fixture
def line(voice: HangingVoice) -> Iterator[VoiceLine]:
    supervisor: DeviceSupervisor[Voice] = DeviceSupervisor("voice", voice)
    supervisor.start()
    assert supervisor.wait_for(lambda status: status.is_ready, 30)
    yield VoiceLine(supervisor, begin_seconds=0.1, margin_seconds=0.1 - longest_seconds(CALL))
    voice.let_go.set()
    supervisor.stop()


def test_what_did_not_begin_in_time_is_never_spoken_and_the_next_is_not_held_up(
    voice: HangingVoice, line: VoiceLine
) -> None:
    voice.hangs_before = True
    with pytest.raises(DeviceTimeout) as caught:
        line.say(CALL, Delivery())
    assert caught.value.outcome_known
    with pytest.raises(Busy):
        line.say(CALL, Delivery())
    voice.hangs_before = False
    voice.let_go.set()
    for _ in range(500):
        try:
            line.say(CALL, Delivery())
        except Busy:
            threading.Event().wait(0.01)
        else:
            break
    assert voice.outcomes == ["canceled"]
    assert voice.spoken == [CALL.text]


def test_what_does_not_end_is_left_behind(voice: HangingVoice, line: VoiceLine) -> None:
    voice.hangs_after = True
    began = threading.Event()
    with pytest.raises(DeviceTimeout) as caught:
        line.say(CALL, Delivery(began=began.set))
    assert began.is_set() and not caught.value.outcome_known


def test_a_voice_that_is_away_is_told_at_once() -> None:
    supervisor: DeviceSupervisor[Voice] = DeviceSupervisor("voice", HangingVoice())
    with pytest.raises(NotConnected):
        VoiceLine(supervisor).say(CALL, Delivery())
