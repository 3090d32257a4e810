"""The frame of the command line: quick help, one JSON line at the end, exit status 0 only when all is well."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable

import pytest

import cli.__main__ as program
from cli.output import CommandError, finish
from cli.project import ROOT


def run_with(monkeypatch: pytest.MonkeyPatch, action: Callable[[argparse.Namespace], int], *arguments: str) -> int:
    """Run the program with one command, ``act``."""

    def build() -> argparse.ArgumentParser:
        parser = argparse.ArgumentParser()
        command = parser.add_subparsers(dest="command").add_parser("act")
        command.add_argument("--json", action="store_true")
        command.set_defaults(run=action)
        return parser

    monkeypatch.setattr(program, "build_parser", build)
    return program.main(["act", *arguments])


def last_line(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    document: dict[str, object] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return document


def test_help_needs_no_installed_package() -> None:
    source = (
        "import sys; import cli.__main__ as m; m.build_parser();"
        "own = {n.partition('.')[0] for n in sys.modules} - set(sys.stdlib_module_names);"
        "print(sorted(n for n in own if not n.startswith(('_', 'sitecustomize', 'distutils'))))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", source], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "['cli', 'hall']", done.stderr


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main([]) == 2
    assert "doctor" in capsys.readouterr().out


def test_an_unknown_argument_is_refused() -> None:
    with pytest.raises(SystemExit) as ended:
        program.main(["doctor", "--jsn"])
    assert ended.value.code == 2


def test_what_the_test_command_does_not_know_goes_to_pytest() -> None:
    options = program.parse(program.build_parser(), ["test", "-k", "a b", "--no-checks", "tests/unit"])
    assert options.passed_on == ["-k", "a b", "tests/unit"]
    assert options.no_checks is True


@pytest.mark.parametrize(("ok", "status"), [(True, 0), (False, 1)])
def test_the_status_is_0_only_when_all_is_well(capsys: pytest.CaptureFixture[str], ok: bool, status: int) -> None:
    assert finish({"名": 1}, ok=ok, as_json=True) == status
    line = capsys.readouterr().out
    assert line.isascii()
    assert json.loads(line) == {"名": 1}


def test_without_json_nothing_is_added(capsys: pytest.CaptureFixture[str]) -> None:
    finish({"ok": True}, ok=True, as_json=False)
    assert capsys.readouterr().out == ""


def test_a_named_failure_speaks_chinese_to_the_person_and_english_to_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def action(_: argparse.Namespace) -> int:
        raise CommandError("数据库打不开。", "cannot open the database")

    assert run_with(monkeypatch, action, "--json") == 1
    captured = capsys.readouterr()
    assert captured.err == "数据库打不开。\n"
    assert json.loads(captured.out) == {"ok": False, "error": "cannot open the database"}


def test_an_unforeseen_failure_still_ends_with_the_json_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def action(_: argparse.Namespace) -> int:
        print("half a word")
        raise ZeroDivisionError("x")

    assert run_with(monkeypatch, action, "--json") == 1
    assert last_line(capsys) == {"ok": False, "error": "ZeroDivisionError: x"}


def test_an_interrupted_command_ends_with_the_shells_status(monkeypatch: pytest.MonkeyPatch) -> None:
    def action(_: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    assert run_with(monkeypatch, action) == 130
