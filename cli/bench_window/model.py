"""What the bench knows of the simulators (模拟台模型): asks them twice a second, carries out what is pressed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from devices.core.errors import DeviceTimeout
from devices.sim.control import ControlClient
from devices.voice.interface import Delivery
from devices.voice.player import NoSound, Player
from qt_common.runner import Runner

POLL_MS = 500
SPOKEN_SHOWN = 12
LONGEST_SECONDS = 60.0
# How each simulator is asked what it shows; the others have nothing to tell.
QUESTIONS = {
    "ticket_printer": "paper",
    "id_card_reader": "state",
    "rating_pad": "state",
    "document_camera": "scene",
    "code_scanner": "state",
    "window_led": "state",
}


_Read = tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class BenchState:
    """Everything the bench shows.

    Attributes:
        devices: kind → what its simulator answered; a kind that did not answer is missing.
        spoken: what the hall's voice has said, newest first.
        faults: kind → names of the faults in force.
        failure: Chinese words about the last command that was refused, else empty.
    """

    devices: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    spoken: tuple[str, ...] = ()
    faults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    failure: str = ""


class BenchModel(QObject):
    """Talks to the simulators on a worker.

    Args:
        controls: kind → address of the simulator's control.
        voice: folder of the recording voice, None without one.
        speaker: plays what the recording voice has said, so that it is heard in the room; None keeps quiet.
    """

    state_changed = Signal(object)  # BenchState

    def __init__(
        self,
        controls: Mapping[str, str],
        voice: Path | None,
        *,
        speaker: Player | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controls = dict(controls)
        self._voice = voice
        self._runner = Runner("bench", self)
        self._speaker = speaker
        self._sound = Runner("bench-speaker", self)
        self._played: int | None = None
        self._asking = False
        self.state = BenchState()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.ask)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The devices on the bench."""
        return tuple(self._controls)

    def start(self) -> None:
        """Begin to ask."""
        self._timer.start()
        self.ask()

    def close(self) -> None:
        """Ask nothing more."""
        self._timer.stop()
        self._runner.close()
        self._sound.close()

    def command(self, kind: str, do: str, /, **arguments: object) -> None:
        """Have a simulator do something; the state follows."""
        control = self._controls.get(kind)
        if control is None:
            return
        self._runner.run(lambda: ControlClient(control).do(do, **arguments), self._done(kind, do), self._refused)

    @Slot()
    def ask(self) -> None:
        """Ask all simulators, unless the last round is still on its way."""
        if self._asking:
            return
        self._asking = True
        self._runner.run(self._read, self._take, self._refused)

    def _read(self) -> _Read:
        answers = {}
        for kind, control in self._controls.items():
            question = QUESTIONS.get(kind)
            if question is None:
                continue
            try:
                answers[kind] = ControlClient(control, timeout=2).do(question)
            except (OSError, ValueError):
                continue  # the program is gone: it is missing in the state, and the window says so
        return answers, self._read_spoken()

    def _read_spoken(self) -> list[dict[str, Any]]:
        file = self._voice / "spoken.jsonl" if self._voice is not None else None
        if file is None or not file.exists():
            return []
        lines = file.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.endswith("}")]

    def _take(self, read: _Read) -> None:
        self._asking = False
        answers, entries = read
        known, self._played = self._played, len(entries)
        if known is not None:  # what was said before the bench opened is not said again
            for entry in entries[known:]:
                self._play(str(entry["wav"]))
        spoken = tuple(str(entry["text"]) for entry in entries[: -SPOKEN_SHOWN - 1 : -1])
        self._show(replace(self.state, devices=answers, spoken=spoken))

    def _play(self, name: str) -> None:
        speaker, folder = self._speaker, self._voice
        if speaker is None or folder is None:
            return
        self._sound.run(
            lambda: speaker.play((folder / name).read_bytes(), Delivery(), deadline=LONGEST_SECONDS),
            lambda _: None,
            self._not_heard,
        )

    def _not_heard(self, error: Exception) -> None:
        if not isinstance(error, NoSound | DeviceTimeout | OSError):
            raise error
        self._speaker = None  # a machine without sound: the list shows what would be heard

    def _done(self, kind: str, do: str) -> Callable[[dict[str, Any]], None]:
        def done(answer: dict[str, Any]) -> None:
            faults = dict(self.state.faults)
            if do in ("fault", "clear"):
                faults[kind] = tuple(answer.get("faults", ()))
            self._show(replace(self.state, faults=faults, failure=""))
            self.ask()

        return done

    def _refused(self, error: Exception) -> None:
        self._asking = False
        self._show(replace(self.state, failure="模拟设备没有执行，可能已退出或不支持该操作。"))

    def _show(self, state: BenchState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
