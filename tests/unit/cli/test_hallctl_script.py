"""The shell script hallctl among stand-ins for the system's programs: what it sets up, what it refuses."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cli.project import ROOT

TOOLS = (
    "sh",
    "dirname",
    "readlink",
    "cat",
    "cksum",
    "tr",
    "cut",
    "mkdir",
    "rm",
    "sed",
    "flock",
    "env",
    "getent",
    "sleep",
)

# A Python that makes environments, whose pip notes what it was asked and whose `cli` says it ran.
PYTHON = """#!/bin/sh
case "$*" in
    -) cat >/dev/null; readlink -f "$0" ;;
    "-m venv "*) mkdir -p "$3/bin"; rm -f "$3/bin/python"; cp_to="$3/bin/python"
        cat "$0" >"$cp_to"; chmod +x "$cp_to"; echo home >"$3/pyvenv.cfg"; echo "venv $3" >>"$LOG" ;;
    "-m pip --version") ;;
    "-m pip install"*) echo "pip $*" >>"$LOG"; sleep 0.3; exit "${PIP_STATUS:-0}" ;;
    "-P -m cli"*) shift 3; echo "cli $* in $PWD from $PYTHONPATH" ;;
    *) echo "unexpected: $*" >&2; exit 9 ;;
esac
"""


class Machine:
    """A machine of stand-ins: only these programs are on its PATH."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "hall suite"
        self.checkout.mkdir(parents=True)
        for name in ("hallctl", "requirements.lock", "requirements-dev.lock"):
            shutil.copy(ROOT / name, self.checkout)
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.home = folder / "home"
        self.home.mkdir()
        self.log = folder / "log"
        for tool in (*TOOLS, "chmod"):
            place = shutil.which(tool)
            assert place is not None
            (self.bin / tool).symlink_to(place)
        self.program("python3", PYTHON)
        self.program("id", "#!/bin/sh\necho 1000\n")
        self.installed("everything")

    def program(self, name: str, source: str) -> None:
        path = self.bin / name
        path.unlink(missing_ok=True)
        path.write_text(source)
        path.chmod(0o755)

    def installed(self, *but: str) -> None:
        """dpkg-query that knows every package except ``but``."""
        lacking = " | ".join(f'"{name} "' for name in but)
        tell = 'for p in "$@"; do case "$p " in %s) ;; *) echo "$p installed" ;; esac; done'
        self.program("dpkg-query", f"#!/bin/sh\nshift 2\n{tell % lacking}\n")

    def lacks(self, *packages: str) -> None:
        """dpkg-query that knows every package but these, nor their newer names."""
        self.installed(*packages, *(f"{name}t64" for name in packages))

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        environment = {"PATH": str(self.bin), "HOME": str(self.home), "LOG": str(self.log)} | variables
        return subprocess.Popen(
            [str(self.checkout / "hallctl"), *arguments],
            cwd=self.home, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, *arguments: str, **variables: str) -> tuple[int, str, str]:
        process = self.start(*arguments, **variables)
        out, err = process.communicate()
        return process.returncode, out, err

    def logged(self, word: str) -> list[str]:
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [line for line in lines if line.startswith(word)]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_first_start_sets_up_and_says_so_on_standard_error_only(machine: Machine) -> None:
    status, out, err = machine.run("doctor", "--json")
    assert (status, out) == (0, f"cli doctor --json in {machine.home} from {machine.checkout}\n")
    assert "正在准备运行环境" in err
    assert machine.logged("venv") == [f"venv {machine.checkout}/.venv"]
    (pip,) = machine.logged("pip")
    assert "--require-hashes" in pip and pip.endswith("/hall suite/requirements.lock")


def test_the_second_start_sets_up_nothing(machine: Machine) -> None:
    machine.run("doctor")
    assert machine.run("doctor")[2] == ""
    assert len(machine.logged("pip")) == 1


def test_a_changed_lock_is_installed_again(machine: Machine) -> None:
    machine.run("doctor")
    with (machine.checkout / "requirements.lock").open("a") as lock:
        lock.write("another==1\n")
    machine.run("doctor")
    assert (len(machine.logged("venv")), len(machine.logged("pip"))) == (1, 2)


def test_tests_get_the_development_lock_and_other_commands_then_need_nothing_more(machine: Machine) -> None:
    machine.run("test")
    assert machine.logged("pip")[0].endswith("requirements-dev.lock")
    machine.run("doctor")
    assert len(machine.logged("pip")) == 1


def test_two_starts_at_once_set_up_once(machine: Machine) -> None:
    both = [machine.start("doctor") for _ in range(2)]
    assert [process.communicate()[0][:10] for process in both] == ["cli doctor"] * 2
    assert len(machine.logged("pip")) == 1


def test_an_environment_whose_python_is_gone_is_made_again(machine: Machine) -> None:
    machine.run("doctor")
    python = machine.checkout / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3.9")
    assert machine.run("doctor")[0] == 0
    assert len(machine.logged("venv")) == 2


def test_a_failed_installation_is_told_and_tried_again_the_next_time(machine: Machine) -> None:
    status, out, err = machine.run("doctor", PIP_STATUS="1")
    assert (status, out) == (3, "")
    assert "软件包安装失败" in err
    assert machine.run("doctor")[0] == 0


def test_who_may_not_install_is_given_the_command(machine: Machine) -> None:
    machine.lacks("libzbar0", "espeak-ng", "postgresql")
    status, out, err = machine.run("doctor")
    assert (status, out) == (3, "")
    assert err.rstrip().endswith("apt-get install -y --no-install-recommends espeak-ng libzbar0")
    assert not machine.log.exists()


def test_tests_need_more_packages(machine: Machine) -> None:
    machine.lacks("postgresql", "xvfb")
    assert machine.run("test")[0] == 3
    assert machine.run("doctor")[0] == 0


def test_the_check_of_packages_can_be_switched_off(machine: Machine) -> None:
    machine.lacks("libzbar0")
    assert machine.run("doctor", HALLSUITE_SKIP_PACKAGES="1")[0] == 0


def test_root_installs_what_is_missing_and_nothing_else(machine: Machine) -> None:
    machine.lacks("libzbar0")
    machine.program("id", "#!/bin/sh\necho 0\n")
    machine.program("apt-get", '#!/bin/sh\necho "apt $*" >>"$LOG"\necho "chatter of apt"\n')
    status, out, err = machine.run("doctor")
    assert status == 0
    assert out.startswith("cli doctor")
    assert "chatter of apt" in err
    update, install = machine.logged("apt")
    assert update.endswith("update")
    assert install.endswith("install -y --no-install-recommends libzbar0")


def test_sudo_is_used_when_it_asks_no_password(machine: Machine) -> None:
    machine.lacks("libzbar0")
    machine.program("apt-get", '#!/bin/sh\necho "apt $*" >>"$LOG"\n')
    machine.program("sudo", '#!/bin/sh\n[ "$1" = -n ] || exit 1\nshift\nexec "$@"\n')
    machine.program("true", "#!/bin/sh\n")
    assert machine.run("doctor")[0] == 0
    assert len(machine.logged("apt")) == 2


def test_a_package_renamed_by_a_newer_release_is_recognised(machine: Machine) -> None:
    machine.installed("libglib2.0-0")
    assert machine.run("doctor")[0] == 0


def test_elsewhere_than_debian_the_missing_libraries_are_named(machine: Machine) -> None:
    (machine.bin / "dpkg-query").unlink()
    machine.program("ldconfig", '#!/bin/sh\nprintf "\\tlibGL.so.1 (libc6,x86-64) => /usr/lib/libGL.so.1\\n"\n')
    status, out, err = machine.run("doctor")
    assert (status, out) == (3, "")
    assert "libzbar.so.0" in err and "espeak-ng" in err
    assert "libGL.so.1" not in err


def test_a_missing_python_is_named(machine: Machine) -> None:
    machine.program("python3", "#!/bin/sh\nexit 1\n")
    status, _, err = machine.run("doctor")
    assert status == 3
    assert "Python 3.11" in err


def test_asking_for_help_installs_nothing(machine: Machine) -> None:
    machine.lacks("libzbar0")
    assert machine.run("--help") == (0, f"cli --help in {machine.home} from {machine.checkout}\n", "")
    assert not machine.log.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_checkout_keeps_its_environment_in_the_users_cache(machine: Machine) -> None:
    machine.checkout.chmod(0o555)
    try:
        assert machine.run("doctor")[0] == 0
    finally:
        machine.checkout.chmod(0o755)
    assert str(machine.home / ".cache" / "hallsuite") in machine.logged("venv")[0]


def test_the_environment_can_be_put_elsewhere(machine: Machine) -> None:
    place = machine.home / "my environment"
    assert machine.run("doctor", HALLSUITE_VENV=str(place))[0] == 0
    assert machine.logged("venv") == [f"venv {place}"]


def test_a_link_to_the_script_finds_the_checkout(machine: Machine) -> None:
    link = machine.home / "hallctl"
    link.symlink_to(machine.checkout / "hallctl")
    environment = {"PATH": str(machine.bin), "HOME": str(machine.home), "LOG": str(machine.log)}
    done = subprocess.run([str(link), "doctor"], env=environment, cwd="/", capture_output=True, text=True)
    assert done.stdout == f"cli doctor in / from {machine.checkout}\n"
