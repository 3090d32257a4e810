"""An app ends cleanly on SIGTERM, though Qt's loop runs no Python while nothing happens."""

from __future__ import annotations

import signal
import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QCoreApplication
from qt_common.termination import Termination
app = QCoreApplication([])
keep = Termination(app)
print("ready", flush=True)
app.exec()
print("closed cleanly", flush=True)
"""


def test_sigterm_ends_the_loop_and_the_code_after_it_runs() -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        program.send_signal(signal.SIGTERM)
        rest, _ = program.communicate(timeout=30)
    assert rest == "closed cleanly\n"
    assert program.returncode == 0
