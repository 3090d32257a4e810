"""``hallctl doctor``: is this machine fit to run the suite (体检)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from cli.doctor.check import Check, is_fit, report
from cli.output import add_json_option, finish
from cli.project import ROOT

MARKS = {"ok": "✔", "warning": "!", "error": "✘"}


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser("doctor", help="检查本机能否运行本套件 / is this machine fit to run the suite")
    add_json_option(parser)
    parser.set_defaults(run=run)


def all_checks() -> Sequence[tuple[str, Callable[[], Check]]]:
    """Every check with its name, in the order they are told."""
    from cli.doctor import machine_checks as machine
    from cli.doctor import python_checks as python

    offscreen = machine.probe_qt("offscreen")
    today = datetime.now(UTC).astimezone().date()
    return (
        ("python", python.check_python),
        ("packages", partial(python.check_packages, ROOT / "requirements.lock")),
        ("pyside6", python.check_pyside),
        ("qt", partial(machine.check_qt, offscreen)),
        ("display", machine.check_display),
        ("fonts", partial(machine.check_fonts, offscreen)),
        ("sqlite", python.check_sqlite),
        ("espeak-ng", machine.check_espeak),
        ("libzbar", partial(python.check_module, "libzbar", "pyzbar.pyzbar", "请安装 libzbar0。")),
        ("zxing-cpp", partial(python.check_module, "zxing-cpp", "zxingcpp", "请删除 .venv 后重新运行 ./hallctl。")),
        ("opencv", machine.check_opencv),
        ("disk", partial(machine.check_disk, ROOT)),
        ("time_zone", python.check_time_zone),
        (python.CALENDAR_NAME, partial(python.check_calendar, today)),
        ("locale", machine.check_locale),
    )


def outcome(name: str, check: Callable[[], Check]) -> Check:
    """Run one check; one that breaks has failed, and the others still run."""
    try:
        return check()
    except Exception as error:  # noqa: BLE001 - the doctor must report a machine broken in ways nobody foresaw
        return Check(name, False, f"{type(error).__name__}: {error}", "此项检查未能完成，请将此行告知维护人员。")


def run(options: argparse.Namespace) -> int:
    """Run all checks; 0 when none failed."""
    checks = [outcome(name, check) for name, check in all_checks()]
    for check in checks:
        document = check.as_document()
        print(
            f"{MARKS[document['level']]} {check.name}: {check.detail}"
            + (f"\n    → {check.hint}" if check.hint else "")
        )
    fit = is_fit(checks)
    print("本机可以运行。 / This machine is fit." if fit else "本机有未满足的条件。 / This machine is not fit.")
    return finish(report(checks), ok=fit, as_json=options.json)
