"""Starts the bench window: ``python -m cli.bench_window --controls JSON [--voice DIR]``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from cli.bench_window.model import BenchModel
from cli.bench_window.window import BenchWindow
from devices.voice.player import ProgramPlayer
from qt_common import theme
from qt_common.cycle_collector import CycleCollector
from qt_common.termination import Termination

SIZE = (1240, 860)


def main(argv: list[str] | None = None) -> int:
    """Run the bench until its window is closed."""
    parser = argparse.ArgumentParser(prog="bench-window", description="模拟台 / bench window for the simulators")
    parser.add_argument("--controls", required=True, help='JSON: {"kind": "127.0.0.1:PORT", …}')
    parser.add_argument("--voice", type=Path, help="folder of the recording voice")
    options = parser.parse_args(argv)
    app = QApplication([sys.argv[0]])
    theme.install(app)
    termination = Termination(app)
    cycles = CycleCollector(app)
    model = BenchModel(json.loads(options.controls), options.voice, speaker=ProgramPlayer())
    window = BenchWindow(model)
    window.resize(*SIZE)
    window.show()
    model.start()
    code = app.exec()
    cycles.close()
    model.close()
    del termination
    return code
