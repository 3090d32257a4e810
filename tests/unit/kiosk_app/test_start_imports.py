"""What stands between power and the home page: nothing that the home page does without is loaded before it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk_app.front_facts import FrontFile
from tests.unit.kiosk_app.test_front_facts import CONFIG, FACTS

# Each took between 10 ms and half a second of the start.
HEAVY = (
    *("sqlalchemy", "alembic", "psycopg", "pysqlite3", "sqlite3", "pydantic", "cryptography", "argon2", "jinja2"),
    *("numpy", "cv2", "PIL", "zxingcpp", "pyzbar", "escpos", "serial", "usb", "fsspec", "openpyxl", "pypinyin"),
    *(
        "chinese_calendar",
        "platformdirs",
        "asyncio",
        "concurrent.futures",
        "importlib.metadata",
        "socket",
        "ssl",
        "zoneinfo",
    ),
    *("PySide6.QtNetwork", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech", "PySide6.QtPdf"),
    *("db", "devices", "hall.profile", "hall.ports", "hall.queueing.issue", "qt_common.machine_config"),
)
FEW = 20  # modules of the rules: a home page needs words, no rules
LOOK = """
import json, os, sys
from pathlib import Path
from qt_common.quick_start import StartPage, StartTrace, application
from kiosk_app import main

class Look(StartTrace):
    def note(self, event):
        if event == "home":
            print(json.dumps(sorted(sys.modules)), flush=True)
            os._exit(0)

application()
main.main(["--config", sys.argv[1]], StartPage(Look(None)))
"""


@pytest.mark.timeout(60)
def test_the_home_page_is_painted_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    machine = tmp_path / "machine.toml"
    machine.write_text(CONFIG + "fullscreen = false\n", encoding="utf-8")
    FrontFile(tmp_path / "state" / "hallsuite", machine).keep(FACTS, (machine,))
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(machine)],
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
        env=_environment(tmp_path),
    )
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stdout)
    assert "kiosk_app.screens.home.view" in loaded
    assert [name for name in HEAVY if name in loaded] == []
    rules = [name for name in loaded if name.startswith("hall")]
    assert len(rules) <= FEW, rules


def _environment(folder: Path) -> dict[str, str]:

    own = {"QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(folder / "state")}
    return {**os.environ, **own, "PYTHONPATH": os.pathsep.join(sys.path)}
