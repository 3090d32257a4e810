"""Drivers without a wire: their device is a folder or a program. Only what can go wrong there is tried."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from devices.core.errors import DeviceTimeout, NotConnected, ProtocolError
from devices.document_camera.cv import cv2
from devices.document_camera.drivers import DRIVERS as CAMERAS
from devices.document_camera.interface import DocumentCamera, Still
from devices.sim.camera_scene import Scene, render
from devices.sim.catalogue import Host
from devices.sim.device import Fault, Reply
from devices.sim.printer import PrinterSim
from devices.sim.voice import SimVoice
from devices.ticket_printer.drivers import make_file
from devices.voice.drivers import DRIVERS as VOICES
from devices.voice.interface import Language, Phrase, Utterance, Voice
from devices.voice.wav import chime, write_wav
from tests.contract.devices import cases_ticket_printer as tickets
from tests.contract.devices.harness import Case, Expect, fails, works_or

NO_WIRE: Mapping[str, Expect | None] = dict.fromkeys(
    ("dont_answer", "drop_connection", "slow", "split", "merge", "leading_garbage", "bad_checksum")
)
SAID = "请A001号到3号窗口办理"
SAID_IN_ENGLISH = "Number A001, please go to window 3"
CLIPS = ("请", "A", "零", "幺", "号", "到", "三", "号窗口办理")
ENGLISH_CLIPS = ("number", "a", "0", "1", "window", "3")
SIZE = (160, 120)


class FolderHost:
    """A folder that goes away and comes back; ``bad_checksum`` cuts what lies in it in half.

    Args:
        url: the address, with ``{folder}`` for the folder.
        fill: puts the files there.
    """

    def __init__(self, parent: Path, url: str, fill: Callable[[Path], None]) -> None:
        self.folder = parent / "device"
        self._away = parent / "away"
        self._url, self._fill = url, fill

    @property
    def url(self) -> str:
        return self._url.format(folder=self.folder)

    def start(self) -> None:
        self.folder.mkdir()
        self._fill(self.folder)

    def stop(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, do: str, args: Mapping[str, Any] | None = None) -> Reply:
        fault = (args or {}).get("name")
        if fault == Fault.GO_AWOL:
            self.folder.rename(self._away)
        elif fault == Fault.BAD_CHECKSUM:
            for file in filter(Path.is_file, self.folder.rglob("*")):
                file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        elif do == "clear":
            if self._away.exists():
                self._away.rename(self.folder)
            self._fill(self.folder)
        return {}


def nothing(_: Path) -> None:
    """The driver makes what it needs."""


def clips(folder: Path) -> None:
    (folder / "en").mkdir(exist_ok=True)
    for name in (*CLIPS, *(f"en/{name}" for name in ENGLISH_CLIPS)):
        (folder / f"{name}.wav").write_bytes(write_wav(chime(22050)))


def picture(folder: Path) -> None:
    [image] = render(Scene(width=SIZE[0], height=SIZE[1], paper="form"))
    taken, data = cv2.imencode(".jpg", image)
    assert taken
    fresh = folder / "page.new"
    fresh.write_bytes(data.tobytes())
    fresh.replace(folder / "page.jpg")


def synthesise(voice: Voice, _: Host) -> bytes:
    return voice.synthesise(Phrase(SAID))


def synthesise_english(voice: Voice, _: Host) -> bytes:
    return voice.synthesise(Phrase("Number A001 window 3", Language.ENGLISH))


def is_speech(wav: object, _: Host) -> None:
    assert isinstance(wav, bytes) and wav.startswith(b"RIFF") and len(wav) > 44 + 2 * 22050


def say(voice: Voice, _: Host) -> None:
    voice.say(Utterance(SAID, also=(Phrase(SAID_IN_ENGLISH, Language.ENGLISH),)))


def announcements(host: Host) -> list[dict[str, Any]]:
    file = Path(recording_of(host.url)) / "spoken.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def recording_of(url: str) -> str:
    """The folder of the recordings, beside the simulated program."""
    return str(Path(url.split("program=")[1].split("&")[0]).with_name("recorded"))


def recorder(url: str) -> Voice:
    options = "&".join(o for o in url.split("?", 1)[1].split("&") if not o.startswith("player="))
    return VOICES["voice+record"](f"voice+record://{recording_of(url)}?{options}")


def was_recorded(_: object, host: Host) -> None:
    last = announcements(host)[-1]
    assert [phrase["text"] for phrase in last["phrases"]] == [SAID, SAID_IN_ENGLISH]
    assert last["text"] == SAID and 11 < last["seconds"] < 27


def take(camera: DocumentCamera, _: Host) -> Still:
    # Two, because one may have been read when the fault was set.
    camera.still()
    return camera.still()


def is_page(still: object, _: Host) -> None:
    assert isinstance(still, Still) and (still.width, still.height) == SIZE


def printed(host: Host) -> dict[str, Any]:
    assert isinstance(host, FolderHost)
    simulated = PrinterSim()
    file = host.folder / "tickets.bin"
    if file.exists():
        simulated.receive(file.read_bytes())
    return simulated.command("paper", {})


def is_ticket(_: object, host: Host) -> None:
    assert printed(host)["papers"][-1]["text"] == tickets.EXPECTED


CASES = (
    Case(
        "voice-record",
        SimVoice,
        recorder,
        say,
        was_recorded,
        done=lambda host: len(announcements(host)),
        faults={
            **NO_WIRE,
            "dont_answer": fails(DeviceTimeout),
            "go_awol": fails(NotConnected),
            "slow": works_or(DeviceTimeout),
            "bad_checksum": works_or(ProtocolError),
        },
    ),
    Case(
        "voice-clips",
        lambda folder: FolderHost(folder, "voice+clips://{folder}", clips),
        VOICES["voice+clips"],
        synthesise,
        is_speech,
        query="fallback=none&player=none",
        faults={**NO_WIRE, "go_awol": fails(NotConnected), "bad_checksum": works_or(ProtocolError)},
    ),
    Case(
        "voice-clips-english",
        lambda folder: FolderHost(folder, "voice+clips://{folder}", clips),
        VOICES["voice+clips"],
        synthesise_english,
        is_speech,
        query="fallback=none&player=none",
        faults={**NO_WIRE, "go_awol": fails(NotConnected), "bad_checksum": works_or(ProtocolError)},
    ),
    Case(
        "document_camera-folder",
        lambda folder: FolderHost(folder, "folder://{folder}", picture),
        CAMERAS["folder"],
        take,
        is_page,
        query="fps=300&stall=1",
        faults={**NO_WIRE, "go_awol": fails(NotConnected), "bad_checksum": fails(DeviceTimeout, ProtocolError)},
    ),
    Case(
        "ticket_printer-file",
        lambda folder: FolderHost(folder, "file://{folder}/tickets.bin", nothing),
        make_file,
        tickets.work,
        is_ticket,
        done=lambda host: int(printed(host)["jobs"]),
        faults={**NO_WIRE, "go_awol": fails(NotConnected)},
    ),
)
