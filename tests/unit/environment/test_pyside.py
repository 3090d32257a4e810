"""The PySide6 we pin survives a day's worth of updates.

6.12.0 loses a reference to None at every call of a widget's setter under Python 3.11 and aborts the whole process
after some thousand of them.
"""

from __future__ import annotations

import subprocess
import sys

MANY = 20_000

SOURCE = f"""
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range({MANY}):
    label.setText(f"A{{number:05d}}")
    label.update()
    label.resize(100 + number % 2, 20)
print(label.text())
"""


def test_twenty_thousand_updates_of_a_label_do_not_abort_the_process() -> None:
    done = subprocess.run([sys.executable, "-c", SOURCE], capture_output=True, text=True, timeout=100)
    assert (done.returncode, done.stdout.strip()) == (0, f"A{MANY - 1}"), done.stderr
