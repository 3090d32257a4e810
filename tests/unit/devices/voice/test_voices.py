"""The voices: espeak-ng really run, clips spliced, players that fail, programs that hang."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from devices.core.errors import AddressError, Canceled, DeviceTimeout, NotConnected, ProtocolError, Unsupported
from devices.core.status import Health
from devices.voice.drivers import DRIVERS
from devices.voice.interface import Delivery, Language, Phrase, Utterance, Voice
from devices.voice.speaking import programme
from devices.voice.wav import chime, peak, read_wav, silence

CALL = "请A001号到3号窗口办理"
ENGLISH = "Number A001, please go to window 3"


def program(folder: Path, name: str, script: str) -> Path:
    """A small shell program standing for espeak-ng or a player."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def opened(url: str) -> Voice:
    voice = DRIVERS[url.partition(":")[0]](url)
    voice.open()
    return voice


def test_espeak_makes_speech_of_a_plausible_length() -> None:
    sound = read_wav(opened("voice+espeak://?player=none").synthesise(Phrase(CALL)))
    # 13 syllables and a letter at 150 words a minute: 0.2 … 0.5 s each.
    assert 2.8 < sound.seconds < 7.0
    assert peak(sound) > 3000


def test_more_to_say_takes_longer_and_faster_speech_is_shorter() -> None:
    def seconds(text: str, options: str = "") -> float:
        return read_wav(opened(f"voice+espeak://?player=none{options}").synthesise(Phrase(text))).seconds

    assert seconds("请A001号到3号窗口办理，请带好身份证") > seconds(CALL) > seconds(CALL, "&speed=250")


def test_the_programme_is_a_chime_and_the_text_as_often_as_asked() -> None:
    speech = silence(8000, 1.0)
    whole = programme([speech], Utterance(CALL, chime=True, repeat=2)).seconds
    assert whole == pytest.approx(chime(8000).seconds + 0.15 + 2 * 1.0 + 0.7 + 0.4, abs=0.01)
    assert programme([speech], Utterance(CALL, chime=False, repeat=1)).seconds == pytest.approx(1.4)


def test_a_call_in_two_languages_is_chime_chinese_english_and_both_again() -> None:
    whole = programme([silence(8000, 1.0), silence(16000, 2.0)], Utterance(CALL, repeat=2))
    assert whole.rate == 16000
    assert whole.seconds == pytest.approx(
        chime(16000).seconds + 0.15 + 2 * (1.0 + 0.35 + 2.0) + 0.7 + 0.4, abs=0.01
    )


@pytest.mark.parametrize("wrong", [{"repeat": 0}, {"rate": 10}, {"one": "1"}, {"volume": 101}])
def test_an_utterance_is_spoken_at_least_once_and_at_a_speed_that_can_be_followed(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"at least once|percentage|幺"):
        Utterance(CALL, **wrong)


def test_a_slower_rate_takes_longer_in_both_languages() -> None:
    voice = opened("voice+espeak://?player=none")
    for phrase in (Phrase(CALL), Phrase(ENGLISH, Language.ENGLISH)):
        usual = read_wav(voice.synthesise(phrase)).seconds
        slow = read_wav(voice.synthesise(replace(phrase, rate=70))).seconds
        assert 1.2 * usual < slow < 2 * usual


def test_the_phrase_says_how_one_is_read() -> None:
    voice = opened("voice+espeak://?player=none&one=yao")
    yao, yi, own = (voice.synthesise(Phrase("A111", one=one)) for one in ("幺", "一", ""))
    assert own == yao != yi


def test_what_is_no_longer_wanted_is_not_played_and_what_is_playing_stops_when_closing(tmp_path: Path) -> None:
    def refuse() -> None:
        raise Canceled("served already")

    heard = tmp_path / "heard"
    player = program(tmp_path, "player", f'sleep 0.2; cp "$1" "{heard}"; exec sleep 60')
    voice = opened(f"voice+espeak://?player={player}")
    with pytest.raises(Canceled):
        voice.say(Utterance(CALL), Delivery(began=refuse))
    assert not heard.exists()
    with pytest.raises(Canceled):
        voice.say(Utterance(CALL), Delivery(wanted=lambda: not heard.exists()))
    assert heard.exists()


def test_the_player_gets_the_whole_programme(tmp_path: Path) -> None:
    heard = tmp_path / "heard.wav"
    player = program(tmp_path, "player", f'cp "$1" "{heard}"')
    voice = opened(f"voice+espeak://?player={player}")
    voice.say(Utterance(CALL))
    assert voice.probe().health is Health.OK
    once = read_wav(voice.synthesise(Phrase(CALL))).seconds
    assert read_wav(heard.read_bytes()).seconds == pytest.approx(
        2 * once + chime(22050).seconds + 0.85 + 0.4, abs=0.05
    )


def test_without_a_sound_card_the_voice_is_degraded_and_nobody_waits(tmp_path: Path) -> None:
    deaf = program(tmp_path, "player", "echo 'Connection refused' >&2; exit 1")
    voice = opened(f"voice+espeak://?player={deaf}")
    voice.say(Utterance(CALL))
    status = voice.probe()
    assert status.health is Health.DEGRADED
    assert "Connection refused" in status.detail


def test_sound_that_comes_back_ends_the_degraded_state(tmp_path: Path) -> None:
    player = program(tmp_path, "player", "exit 1")
    voice = opened(f"voice+espeak://?player={player}")
    voice.say(Utterance(CALL))
    program(tmp_path, "player", "exit 0")
    voice.say(Utterance(CALL))
    assert voice.probe().health is Health.OK


def test_a_missing_synthesiser_is_not_connected_and_says_so_in_chinese(tmp_path: Path) -> None:
    voice = DRIVERS["voice+espeak"](f"voice+espeak://?program={tmp_path}/none")
    with pytest.raises(NotConnected) as caught:
        voice.open()
    assert "espeak-ng" in caught.value.message


def test_a_synthesiser_that_hangs_ends_at_its_deadline(tmp_path: Path) -> None:
    hanging = program(tmp_path, "espeak", '[ "$1" = --version ] || exec sleep 60')
    voice = opened(f"voice+espeak://?player=none&deadline=0.5&program={hanging}")
    with pytest.raises(DeviceTimeout):
        voice.say(Utterance(CALL))


def test_a_synthesiser_that_leaves_no_sound_is_a_protocol_error(tmp_path: Path) -> None:
    lazy = program(tmp_path, "espeak", "exit 0")
    with pytest.raises(ProtocolError):
        opened(f"voice+espeak://?player=none&program={lazy}").synthesise(Phrase(CALL))


def test_a_text_without_sound_is_unsupported() -> None:
    with pytest.raises(Unsupported):
        opened("voice+espeak://?player=none").say(Utterance("（）"))


def test_a_text_can_not_be_taken_for_an_option_of_the_program() -> None:
    sound = read_wav(opened("voice+espeak://?player=none").synthesise(Phrase("-v en --help 请稍候")))
    assert sound.seconds > 0.5


def test_the_recorder_keeps_sound_and_transcript(tmp_path: Path) -> None:
    folder = tmp_path / "语音 记录"
    voice = opened(f"voice+record://{folder}")
    voice.say(Utterance(CALL))
    voice.say(Utterance("请稍候", chime=False, repeat=1))
    lines = [json.loads(line) for line in (folder / "spoken.jsonl").read_text("utf-8").splitlines()]
    assert [(line["text"], line["repeat"], line["wav"]) for line in lines] == [
        (CALL, 2, "0001.wav"),
        ("请稍候", 1, "0002.wav"),
    ]
    assert read_wav((folder / "0001.wav").read_bytes()).seconds == pytest.approx(lines[0]["seconds"], abs=0.01)


def test_a_recorder_started_again_does_not_overwrite(tmp_path: Path) -> None:
    for text in ("请稍候", "请进"):
        opened(f"voice+record://{tmp_path}").say(Utterance(text))
    assert sorted(path.name for path in tmp_path.glob("*.wav")) == ["0001.wav", "0002.wav"]


def test_a_recorder_whose_folder_is_gone_is_not_connected(tmp_path: Path) -> None:
    folder = tmp_path / "spoken"
    voice = opened(f"voice+record://{folder}")
    folder.rmdir()
    with pytest.raises(NotConnected):
        voice.probe()
    with pytest.raises(NotConnected):
        voice.say(Utterance(CALL))


def test_a_closed_voice_does_not_speak() -> None:
    for url in ("voice+null://", "voice+espeak://?player=none"):
        voice = opened(url)
        voice.close()
        voice.close()
        with pytest.raises(NotConnected):
            voice.say(Utterance(CALL))
        with pytest.raises(NotConnected):
            voice.probe()


@pytest.mark.parametrize(
    "url",
    [
        "voice+espeak://?sped=150",
        "voice+espeak://?speed=9000",
        "voice+espeak://?one=eins",
        "voice+espeak://?player=mpv",
        "voice+record://",
        "voice+clips://folder",
        "voice+null://?player=none",
        "voice+espeak://?output=a%20b",
    ],
)
def test_a_wrong_address_is_refused(url: str) -> None:
    with pytest.raises(AddressError):
        DRIVERS[url.partition(":")[0]](url)
