"""Tells the visit step by step in Chinese and English (解说), takes the pictures and the times."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

from cli.demo.hand import Hand, HandError


@dataclass(slots=True)
class Step:
    """One step as it went.

    Attributes:
        ms: milliseconds it took, pictures not counted.
        pictures: names of the screenshots, without folder.
    """

    name: str
    zh: str
    en: str
    ok: bool = False
    ms: int = 0
    pictures: list[str] = field(default_factory=list)
    error: str = ""

    def reply(self) -> dict[str, Any]:
        """As it stands in the JSON line."""
        return {key: value for key, value in asdict(self).items() if value not in ("", [])}


class Narrator:
    """Keeps the steps of a visit.

    Args:
        folder: for the screenshots; None takes none.
        out: where the story is told.
    """

    def __init__(self, folder: Path | None, out: TextIO | None = None) -> None:
        self.steps: list[Step] = []
        self._folder = folder
        self._out = out or sys.stdout
        self._monotonic: Callable[[], float] = time.monotonic
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def say(self, zh: str, en: str) -> None:
        """A line outside the steps."""
        print(f"{zh}\n    {en}", file=self._out, flush=True)

    @contextmanager
    def step(self, name: str, zh: str, en: str, *show: Hand) -> Iterator[Step]:
        """One step; when its block is through, the apps in ``show`` are photographed.

        What the block raises is noted, photographed and raised on.
        """
        step = Step(name, zh, en)
        self.steps.append(step)
        print(f"【{len(self.steps):>2}】{zh}\n      {en}", file=self._out, flush=True)
        began = self._monotonic()
        try:
            yield step
            step.ok = True
        except BaseException as error:
            step.error = f"{type(error).__name__}: {error}"
            raise
        finally:
            step.ms = round((self._monotonic() - began) * 1000)
            self._photograph(step, show)
            print(f"      {'✓' if step.ok else '✗ ' + step.error} {step.ms} ms", file=self._out, flush=True)

    def _photograph(self, step: Step, hands: tuple[Hand, ...]) -> None:
        if self._folder is None:
            return
        for hand in hands:
            name = f"{len(self.steps):02d}-{step.name}-{hand.name}.png"
            try:
                hand.grab(self._folder / name)
            except HandError as error:
                if step.ok:
                    step.ok, step.error = False, str(error)
                    raise
            else:
                step.pictures.append(name)
