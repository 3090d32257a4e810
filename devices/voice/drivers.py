"""Voices by address (播报地址).

- ``voice+espeak://`` speaks through the machine's speaker;
- ``voice+clips:///srv/clips`` splices recorded clips (``fallback=none`` refuses texts that lack a clip);
- ``voice+record:///var/spool/voice`` keeps WAV files and a transcript instead of playing;
- ``voice+null://`` only logs.

Options: ``speed`` (80–300 words a minute), ``one`` (``yao`` 幺 or ``yi`` 一), ``player`` (``auto``, ``none``, or a
program's path), ``output`` (which loudspeaker, as the sound server names it), ``program`` (path of espeak-ng),
``deadline`` (seconds for one synthesis).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from devices.core.address import Address
from devices.core.errors import AddressError
from devices.voice.clips import ClipSynthesiser
from devices.voice.espeak import EspeakSynthesiser
from devices.voice.interface import Voice
from devices.voice.player import Player, ProgramPlayer, SilentPlayer
from devices.voice.speaking import NullVoice, RecordingVoice, SpeakingVoice

_SYNTHESIS = frozenset({"speed", "one", "program", "deadline"})
_PLAYING = frozenset({"player", "output"})


def espeak_voice(url: str) -> Voice:
    """``voice+espeak://?speed=150&one=yao&player=auto``.

    Raises:
        AddressError: unknown option or value; so do all builders here.
    """
    address = Address.parse(url)
    address.check_options(_SYNTHESIS | _PLAYING)
    return SpeakingVoice(_espeak(address), _player(address))


def clips_voice(url: str) -> Voice:
    """``voice+clips:///srv/clips?fallback=espeak``."""
    address = Address.parse(url)
    address.check_options(_SYNTHESIS | _PLAYING | {"fallback"})
    speaks_rest = address.choice("fallback", "espeak", ("espeak", "none")) == "espeak"
    clips = ClipSynthesiser(_folder(address), one=_one(address), fallback=_espeak(address) if speaks_rest else None)
    return SpeakingVoice(clips, _player(address))


def recording_voice(url: str) -> Voice:
    """``voice+record:///var/spool/voice``."""
    address = Address.parse(url)
    address.check_options(_SYNTHESIS)
    return RecordingVoice(_espeak(address), _folder(address))


def null_voice(url: str) -> Voice:
    """``voice+null://``."""
    Address.parse(url).check_options(())
    return NullVoice()


DRIVERS: Mapping[str, Callable[[str], Voice]] = {
    "voice+espeak": espeak_voice,
    "voice+clips": clips_voice,
    "voice+record": recording_voice,
    "voice+null": null_voice,
}


def _espeak(address: Address) -> EspeakSynthesiser:
    return EspeakSynthesiser(
        address.options.get("program", "espeak-ng"),
        speed=int(address.number("speed", 150, low=80, high=300)),
        one=_one(address),
        deadline=address.number("deadline", 10.0, low=0.1, high=60),
    )


def _one(address: Address) -> str:
    return "幺" if address.choice("one", "yao", ("yao", "yi")) == "yao" else "一"


def _player(address: Address) -> Player:
    player, output = address.options.get("player", "auto"), address.options.get("output", "")
    if not re.fullmatch(r"[A-Za-z0-9_.:,=@+-]*", output):
        raise AddressError(f"output={output!r} in {address.url!r} is no name of a loudspeaker")
    if player == "none":
        return SilentPlayer()
    if player == "auto":
        return ProgramPlayer(output=output)
    if not Path(player).is_absolute():
        raise AddressError(f"player={player} in {address.url!r}; allowed: auto, none or an absolute path")
    return ProgramPlayer(player, output=output)


def _folder(address: Address) -> Path:
    if address.authority or not address.path.strip("/"):
        raise AddressError(f"{address.url!r} needs an absolute path, such as {address.scheme}:///srv/voice")
    return Path(address.path)
