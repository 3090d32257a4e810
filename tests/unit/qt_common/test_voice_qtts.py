"""The system's voice through Qt, spoken by Qt's own engine for tests."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtTextToSpeech import QTextToSpeech
from PySide6.QtWidgets import QApplication

from devices.core.errors import AddressError, DeviceTimeout, NotConnected, Unsupported
from devices.core.supervisor import DeviceSupervisor
from devices.voice.interface import Delivery, Language, Phrase, Utterance, Voice
from devices.voice.player import NoSound
from qt_common.qt_drivers import qt_registry
from qt_common.voice_qtts import QtVoice, WindowsPlayer, make_voice

pytestmark = pytest.mark.skipif("mock" not in QTextToSpeech.availableEngines(), reason="Qt without its test engine")
MOCK = "qtts://?engine=mock&locale=en_US"


class Bell:
    """Counts the chimes; can be dumb."""

    def __init__(self, *, dumb: bool = False) -> None:
        self.rang = 0
        self._dumb = dumb

    def play(self, wav: bytes, delivery: Delivery, *, deadline: float) -> None:
        if self._dumb:
            raise NoSound("no sound card")
        assert wav.startswith(b"RIFF")
        self.rang += 1


class Watched(QtVoice):
    """Counts the sentences that the engine was given and sees each of them end."""

    def __init__(self, **options: object) -> None:
        super().__init__(engine="mock", locale="en_US", **options)  # type: ignore[arg-type]
        self.said: list[str] = []

    def _say_once(self, text: str, delivery: Delivery) -> None:
        super()._say_once(text, delivery)
        self.said.append(text)


def test_a_sentence_is_spoken_on_the_device_thread_and_waited_for(qapp: QApplication) -> None:
    bell = Bell()
    voice = Watched(player=bell)
    supervisor = DeviceSupervisor("voice", voice)
    supervisor.start()
    assert supervisor.wait_for(lambda status: status.is_ready, 30), supervisor.status
    supervisor.run(lambda opened: opened.say(Utterance("请A001号到3号窗口办理")), timeout=60)
    supervisor.stop()
    assert voice.said == ["请A零零幺号到三号窗口办理"] * 2
    assert bell.rang == 1


def test_the_english_phrase_follows_each_time(qapp: QApplication) -> None:
    voice = Watched(player=Bell())
    voice.open()
    english = Phrase("Number A001, please go to window 3", Language.ENGLISH, rate=80)
    voice.say(Utterance("请A001号到3号窗口办理", also=(english,), repeat=2))
    assert voice.said == ["请A零零幺号到三号窗口办理", "Number A 0 0 1, please go to window 3"] * 2
    voice.close()


def test_no_thread_is_left_after_the_last_word(qapp: QApplication) -> None:
    before = threading.active_count()
    voice = make_voice(MOCK)
    for _ in range(20):
        voice.open()
        assert voice.probe().is_ready
        voice.close()
    assert threading.active_count() == before


def test_a_machine_without_chimes_speaks_all_the_same(qapp: QApplication) -> None:
    voice = Watched(player=Bell(dumb=True))
    voice.open()
    voice.say(Utterance("请稍候", repeat=1))
    assert voice.said == ["请稍候"]
    with pytest.raises(NoSound):
        WindowsPlayer().play(b"", Delivery(), deadline=1)


def test_an_engine_that_does_not_end_is_left_behind_at_the_deadline(qapp: QApplication) -> None:
    voice = Watched(player=Bell(), deadline=0.2)
    voice.open()
    with pytest.raises(DeviceTimeout) as caught:
        voice.say(Utterance("word " * 500, repeat=1))
    assert not caught.value.outcome_known
    voice.close()
    voice.open()
    assert voice.probe().is_ready


def test_an_engine_that_never_begins_is_named_in_time(qapp: QApplication) -> None:
    class Silent(QTextToSpeech):
        def say(self, text: str) -> None:
            """Nothing happens, and no signal comes."""

    voice = QtVoice(engine="mock", locale="en_US", player=Bell(), clock=iter(range(1000)).__next__)
    voice.open()
    voice._speech = Silent("mock")
    with pytest.raises(DeviceTimeout, match="did not begin"):
        voice.say(Utterance("请稍候"))


def test_an_engine_without_chinese_says_what_to_install(qapp: QApplication) -> None:
    voice = make_voice("qtts://?engine=mock")
    with pytest.raises(NotConnected, match=r"no locale zh_CN; known: .*en_US") as caught:
        voice.open()
    assert "安装中文语音" in caught.value.message
    with pytest.raises(NotConnected):
        voice.say(Utterance("请稍候"))


def test_an_engine_or_a_voice_that_is_not_there_is_named_with_the_known_ones(qapp: QApplication) -> None:
    with pytest.raises(NotConnected, match=r"no engine 'sapi5'; known: .*mock"):
        make_voice("qtts://?engine=sapi5").open()
    with pytest.raises(NotConnected, match=r"no voice 'Huihui'; known: .+"):
        make_voice(MOCK + "&voice=Huihui").open()


def test_nothing_to_say_and_recordings_are_refused(qapp: QApplication) -> None:
    voice = make_voice(MOCK)
    voice.open()
    with pytest.raises(Unsupported):
        voice.say(Utterance("……"))
    with pytest.raises(Unsupported):
        voice.synthesise(Phrase("请稍候"))
    voice.close()
    voice.close()


@pytest.mark.parametrize("url", ["qtts://host", "qtts://?colour=blue", "qtts://?locale=xx", "qtts://?speed=9"])
def test_a_wrong_address_is_refused(url: str) -> None:
    with pytest.raises(AddressError):
        make_voice(url)


def test_the_apps_registry_knows_the_drivers_of_qt() -> None:
    registry = qt_registry()
    assert {"qprinter", "pdf", "ipp", "spool"} <= set(registry.schemes("a4_printer"))
    assert {"qtts", "voice+espeak"} <= set(registry.schemes("voice"))
    voice = registry.make_driver("voice", MOCK)
    assert isinstance(voice, Voice)
    assert not voice.verified
    for url in ("qprinter://Office", "pdf:///var/spool"):
        assert registry.make_driver("a4_printer", url).model
