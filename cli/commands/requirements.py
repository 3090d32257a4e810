"""``hallctl requirements``: run the tests that claim to prove a requirement and say which requirements hold."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from cli.output import add_json_option, finish
from cli.project import ROOT

PAGE = ROOT / "docs" / "requirements.md"


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser(
        "requirements",
        help="逐条需求由哪些测试证明、是否通过 / which tests prove each requirement, and do they pass",
    )
    parser.add_argument("--write", action="store_true", help="only write docs/requirements.md anew; run nothing")
    parser.add_argument("--so-far", action="store_true", help="succeed when nothing fails, though ids lack a test")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the marked tests; 0 only when every requirement is proven (with ``--so-far``: when no proof fails)."""
    from cli.requirements import REPORT_VARIABLE, as_markdown, claims_in_sources, load_index, proofs, read_results

    index, claims = load_index(), claims_in_sources(ROOT / "tests")
    if options.write:
        PAGE.write_text(as_markdown(index, claims), encoding="utf-8")
        return finish({"ok": True, "written": PAGE.relative_to(ROOT).as_posix()}, ok=True, as_json=options.json)
    with tempfile.TemporaryDirectory(prefix="hallsuite-requirements-") as folder:
        report = Path(folder, "results.json")
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", REPORT_VARIABLE: str(report)}
        command = [sys.executable, "-m", "pytest", "-m", "req", "-n", "2", "-q"]
        status = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL).returncode
        document = proofs(index, read_results(report), claims)
    for id_, proof in document.items():
        mark = "✔" if proof["passed"] else "✘" if proof["tests"] else "·"
        print(f"{mark} {id_} {index.requirements[id_].behaviour} ({len(proof['tests'])})")
    unproven = [id_ for id_, proof in document.items() if not proof["passed"]]
    if options.so_far:
        unproven = [id_ for id_ in unproven if document[id_]["tests"]]
    return finish(document, ok=status == 0 and not unproven, as_json=options.json)
