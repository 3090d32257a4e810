"""Voice of the system through QtTextToSpeech (系统语音): on Windows the voices of SAPI.

``qtts://?engine=sapi&voice=Microsoft%20Huihui&locale=zh_CN``; without ``engine`` Qt takes the system's own, without
``voice`` the first one of the locale. Further options: ``one`` (``yao`` 幺 or ``yi`` 一), ``speed`` (-1 … 1),
``deadline`` (seconds that one sentence may take at most, 30). English phrases are spoken by the first voice of the
first English locale; a system that has none leaves them out.

Everything runs on the supervisor's thread: the engine is made, used and dropped there, with an event loop of its
own that turns only while something is spoken. Whether a sentence is over is read from the engine's state, many
times a second: an engine whose signals never come holds nobody up. On Linux no engine of Qt has a Chinese voice;
opening says so, and ``voice+espeak://`` is the one to use there. Not verified on the real device.
"""

from __future__ import annotations

import logging
import math
import sys
import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEventLoop, QLocale, QTimer
from PySide6.QtTextToSpeech import QTextToSpeech

from devices.core.address import Address
from devices.core.clock import utc_now
from devices.core.errors import AddressError, Canceled, DeviceTimeout, HardwareFault, NotConnected, Unsupported
from devices.core.status import DeviceStatus, Health, Link
from devices.voice import speakable_english
from devices.voice.interface import Delivery, Language, Phrase, Utterance, Voice
from devices.voice.levels import level_chime
from devices.voice.player import NoSound, Player, ProgramPlayer
from devices.voice.speakable import speakable
from devices.voice.wav import write_wav

log = logging.getLogger(__name__)

OPTIONS = frozenset({"engine", "voice", "locale", "one", "speed", "deadline"})
CHIME_RATE = 22050
CHIME_SECONDS = 10.0
START_SECONDS = 3.0  # for an engine to begin
LOOK_MS = 20
PAUSE_SECONDS = 0.7
NO_ENGINE = "本机没有可用的语音引擎，请信息科检查系统语音。"
NO_LOCALE = "本机没有安装中文语音，请信息科在系统设置中安装中文语音包，或改用 espeak 播报。"
NO_VOICE = "没有找到配置的语音名称，请信息科核对。"


class WindowsPlayer:
    """Plays by Windows' own PlaySound; never tried on a real machine."""

    def play(self, wav: bytes, delivery: Delivery, *, deadline: float) -> None:
        """Play to the end; Windows ends it by itself.

        Raises:
            NoSound: not Windows, or no sound card.
        """
        del deadline
        delivery.began()
        if sys.platform == "win32":
            import winsound

            try:
                winsound.PlaySound(wav, winsound.SND_MEMORY)
            except RuntimeError as error:
                raise NoSound(str(error)) from error
        else:
            raise NoSound("not Windows")


class QtVoice:
    """See `devices.voice.interface.Voice`.

    Args:
        engine: name of Qt's engine, empty for the system's.
        voice: name of the voice, empty for the first of the locale.
        locale: such as ``"zh_CN"``.
        one: how 1 is read in a code, 幺 or 一.
        speed: -1 … 1, 0 the voice's own.
        deadline: seconds that one sentence may take.
        player: for the chime; a chime that can't be played is left out.
    """

    model = "QtTextToSpeech"
    verified = False

    def __init__(
        self,
        *,
        engine: str = "",
        voice: str = "",
        locale: str = "zh_CN",
        one: str = "幺",
        speed: float = 0.0,
        deadline: float = 30.0,
        player: Player | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine = engine
        self._voice = voice
        self._locale = QLocale(locale)
        self._one = one
        self._speed = speed
        self._deadline = deadline
        self._player = player or (WindowsPlayer() if sys.platform == "win32" else ProgramPlayer())
        self._clock = clock
        self._speech: QTextToSpeech | None = None
        self._loop: QEventLoop | None = None
        self._english: QLocale | None = None

    def open(self) -> None:
        self.close()
        # Before the engine: a thread that Qt did not start has no timers until its first event loop.
        self._loop = QEventLoop()
        known = QTextToSpeech.availableEngines()
        if self._engine and self._engine not in known:
            raise NotConnected(f"no engine {self._engine!r}; known: {', '.join(known)}", message=NO_ENGINE)
        speech = QTextToSpeech(self._engine) if self._engine else QTextToSpeech()
        if speech.state() is QTextToSpeech.State.Error:
            raise NotConnected(
                f"engine {speech.engine() or 'by default'}: {speech.errorString()}", message=NO_ENGINE
            )
        self._choose(speech)
        speech.setRate(self._speed)
        self._speech = speech

    def close(self) -> None:
        if self._speech is not None:
            self._speech.stop()
        self._speech = self._loop = None

    def probe(self) -> DeviceStatus:
        speech = self._opened()
        if speech.state() is QTextToSpeech.State.Error:
            raise NotConnected(f"the engine failed: {speech.errorString()}", message=NO_ENGINE)
        return DeviceStatus(Link.ONLINE, Health.OK, utc_now())

    def say(self, utterance: Utterance, delivery: Delivery = Delivery()) -> None:
        speech = self._opened()
        sayable = [phrase for phrase in utterance.phrases if self._can_say(phrase)]
        if not sayable:
            raise Unsupported("nothing to say in the text", message="播报内容为空，无法朗读。")
        speech.setVolume(utterance.volume / 100)
        delivery.began()
        if utterance.chime:
            self._chime()
        for round_number in range(utterance.repeat):
            if round_number:
                self._turn(PAUSE_SECONDS, lambda: False)
            for phrase in sayable:
                self._prepare(phrase)
                self._say_once(self._read(phrase), delivery)

    def synthesise(self, phrase: Phrase) -> bytes:
        self._opened()
        raise Unsupported(
            "Qt for Python hands out no samples", message="系统语音不能生成录音，请改用 espeak 播报。"
        )

    def _can_say(self, phrase: Phrase) -> bool:
        if phrase.language is Language.ENGLISH and self._english is None:
            return False
        return any(character.isalnum() for character in self._read(phrase))

    def _read(self, phrase: Phrase) -> str:
        if phrase.language is Language.ENGLISH:
            return speakable_english.speakable(phrase.text)
        return speakable(phrase.text, one=phrase.one or self._one)

    def _prepare(self, phrase: Phrase) -> None:
        """The voice and speed of the phrase: half as fast is -1 to Qt, twice as fast 1."""
        speech = self._opened()
        english = phrase.language is Language.ENGLISH
        wanted = self._english if english and self._english is not None else self._locale
        if speech.locale() != wanted:
            speech.setLocale(wanted)
            if self._voice and not english:
                speech.setVoice(next(v for v in speech.availableVoices() if v.name() == self._voice))
        speech.setRate(min(max(self._speed + math.log2(phrase.rate / 100), -1.0), 1.0))

    def _choose(self, speech: QTextToSpeech) -> None:
        """The locale first, then the voice in it.

        Raises:
            NotConnected: the engine has none such; known ones are named in the detail.
        """
        wanted = self._locale
        locales = speech.availableLocales()
        same = [found for found in locales if found == wanted]
        if not same:
            known = ", ".join(found.name() for found in locales) or "none"
            raise NotConnected(
                f"engine {speech.engine()} has no locale {wanted.name()}; known: {known}", message=NO_LOCALE
            )
        english = [found for found in locales if found.language() is QLocale.Language.English]
        self._english = english[0] if english else None
        speech.setLocale(same[0])
        if self._voice:
            voices = {voice.name(): voice for voice in speech.availableVoices()}
            if self._voice not in voices:
                known = ", ".join(voices) or "none"
                raise NotConnected(f"no voice {self._voice!r}; known: {known}", message=NO_VOICE)
            speech.setVoice(voices[self._voice])

    def _say_once(self, text: str, delivery: Delivery) -> None:
        speech = self._opened()
        began = self._clock()
        speech.say(text)
        speaking = (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing, QTextToSpeech.State.Paused)
        if not self._turn(START_SECONDS, lambda: speech.state() in speaking):
            self._raise_error(speech, audible=False)
            speech.stop()
            raise DeviceTimeout(f"the engine did not begin in {START_SECONDS:g} s", outcome_known=False)
        left = self._deadline - (self._clock() - began)
        over = self._turn(left, lambda: speech.state() not in speaking or not delivery.wanted())
        if not delivery.wanted():
            speech.stop()
            raise Canceled("the announcement was stopped")
        if not over:
            speech.stop()
            raise DeviceTimeout(f"still speaking after {self._deadline:g} s", outcome_known=False)
        self._raise_error(speech, audible=True)

    def _raise_error(self, speech: QTextToSpeech, *, audible: bool) -> None:
        if speech.state() is QTextToSpeech.State.Error:
            raise HardwareFault(f"the engine failed: {speech.errorString()}", outcome_known=not audible)

    def _chime(self) -> None:
        try:
            self._player.play(write_wav(level_chime(CHIME_RATE)), Delivery(), deadline=CHIME_SECONDS)
        except (NoSound, DeviceTimeout) as error:
            log.info("no chime: %s", error)

    def _turn(self, seconds: float, until: Callable[[], bool]) -> bool:
        """Let this thread's events run until ``until``; False when the time is up."""
        ends = self._clock() + seconds
        loop, look = self._loop or QEventLoop(), QTimer()
        look.setInterval(LOOK_MS)
        look.timeout.connect(loop.quit)
        look.start()
        while not until():
            if self._clock() >= ends:
                return False
            loop.exec()
        return True

    def _opened(self) -> QTextToSpeech:
        if self._speech is None:
            raise NotConnected("the voice is not open")
        return self._speech


def make_voice(url: str) -> Voice:
    """``qtts://?voice=…&engine=…``.

    Raises:
        AddressError: unknown option or value.
    """
    address = Address.parse(url)
    address.check_options(OPTIONS)
    if address.authority or address.path.strip("/"):
        raise AddressError(f"{url!r} has nothing but options, such as qtts://?voice=Microsoft%20Huihui")
    locale = address.options.get("locale", "zh_CN")
    if QLocale(locale).language() is QLocale.Language.C:
        raise AddressError(f"locale={locale} in {url!r} is none; such as zh_CN")
    return QtVoice(
        engine=address.options.get("engine", ""),
        voice=address.options.get("voice", ""),
        locale=locale,
        one="幺" if address.choice("one", "yao", ("yao", "yi")) == "yao" else "一",
        speed=address.number("speed", 0.0, low=-1, high=1),
        deadline=address.number("deadline", 30.0, low=0.1, high=120),
    )


DRIVERS: Mapping[str, Callable[[str], Voice]] = {"qtts": make_voice}
