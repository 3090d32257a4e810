"""The units in ``docs/deploy`` say what the programs do; systemd itself reads them where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

from cli.project import ROOT
from cli.watchdog import FINAL
from qt_common.life_sign import INTERVAL_MS

DEPLOY = ROOT / "docs" / "deploy"
# What is not tried again: 2, a configuration that can't be used; 3, a second one with the same configuration.
FUTILE = {"kiosk": {2, 3}, "counter": {2}, "display": {2}}


def unit(name: str) -> ConfigParser:
    parser = ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string((DEPLOY / name).read_text(encoding="utf-8"))
    return parser


@pytest.mark.parametrize("app", FUTILE)
def test_a_unit_starts_its_app_again_after_all_that_may_pass_and_never_gives_up(app: str) -> None:
    found = unit(f"hallsuite-{app}.service")
    service = found["Service"]
    assert service["ExecStart"].split()[:2] == ["/opt/hallsuite/hallctl", app]
    assert (ROOT / "cli" / "commands" / f"{app}.py").is_file()
    assert (service["Type"], service["NotifyAccess"]) == ("notify", "all")
    assert service.getint("WatchdogSec") * 1000 >= 10 * INTERVAL_MS
    assert service["Restart"] == "on-failure"
    given_up = {int(status) for status in service["RestartPreventExitStatus"].split()}
    assert given_up == FUTILE[app] <= FINAL
    assert found["Unit"]["StartLimitIntervalSec"] == "0"


def test_the_session_without_a_desktop_starts_and_ends_what_the_units_belong_to() -> None:
    wanted = {unit(f"hallsuite-{app}.service")["Install"]["WantedBy"] for app in FUTILE}
    ending = {unit(f"hallsuite-{app}.service")["Unit"]["PartOf"] for app in FUTILE}
    assert wanted == ending == {unit("hallsuite-session.target")["Unit"]["BindsTo"]}
    session = DEPLOY / "xsession"
    assert "start hallsuite-session.target" in session.read_text(encoding="utf-8")
    assert os.access(session, os.X_OK)
    if os.name == "posix":
        subprocess.run(["sh", "-n", str(session)], check=True)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    for source in DEPLOY.glob("hallsuite-*"):
        text = source.read_text(encoding="utf-8").replace("/opt/hallsuite/hallctl", str(ROOT / "hallctl"))
        (tmp_path / source.name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", *sorted(map(str, tmp_path.glob("hallsuite-*")))],
        env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr.strip()) == (0, "")
