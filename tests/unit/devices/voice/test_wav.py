"""Sound: WAV in and out, joining, chime."""

from __future__ import annotations

import io
import wave

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.voice.wav import Sound, chime, join, peak, quieter, read_wav, silence, write_wav


@given(st.binary(max_size=400), st.sampled_from([8000, 16000, 22050, 44100]))
def test_a_wav_file_reads_back_as_it_was(data: bytes, rate: int) -> None:
    sound = Sound(rate, data[: len(data) // 2 * 2])
    assert read_wav(write_wav(sound)) == sound


def test_joined_sounds_are_as_long_as_their_parts() -> None:
    joined = join([silence(8000, 0.5), chime(8000), silence(8000, 0.25)])
    assert joined.seconds == pytest.approx(0.75 + chime(8000).seconds, abs=0.001)


def test_sounds_of_different_rates_are_not_joined() -> None:
    with pytest.raises(ValueError, match="8000, 16000"):
        join([silence(8000, 0.1), silence(16000, 0.1)])


def test_the_chime_can_be_heard_does_not_clip_and_ends_quietly() -> None:
    bell = chime(22050)
    assert 1.0 < bell.seconds < 1.5
    assert 5000 < peak(bell) < 20000
    assert peak(Sound(22050, bell.samples[-40:])) < 50


def test_two_channels_are_mixed_to_one() -> None:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes((1000).to_bytes(2, "little") + (3000).to_bytes(2, "little"))
    assert read_wav(buffer.getvalue()) == Sound(8000, (2000).to_bytes(2, "little"))


@pytest.mark.parametrize("data", [b"", b"RIFF", b"no sound at all", write_wav(silence(8000, 0.1))[:20]])
def test_what_is_no_wav_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="WAV"):
        read_wav(data)


def test_a_quieter_sound_is_as_long_and_less_loud() -> None:
    loud = chime(8000)
    assert quieter(loud, 100) == loud
    assert quieter(loud, 0) == silence(8000, loud.seconds)
    half = quieter(loud, 50)
    assert half.seconds == loud.seconds
    assert abs(peak(half) - peak(loud) / 2) <= 1
