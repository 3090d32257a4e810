"""The rules of the tree hold, and each notices a planted violation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.rules import ROOT, RULES, Rule

# rule, file, source that breaks it, a word of the complaint
PLANTED: list[tuple[Rule, str, str, str]] = [
    (rules.hall_is_standard_library_only, "hall/queueing/x.py", "import pydantic", "pydantic"),
    (rules.hall_is_standard_library_only, "hall/x.py", "def f():\n    from devices.core import status", "devices"),
    (rules.hall_neither_prints_nor_looks_at_the_clock, "hall/x.py", "print('x')", "prints"),
    (rules.hall_neither_prints_nor_looks_at_the_clock, "hall/x.py", "t = datetime.now(tz)", "datetime.now"),
    (rules.hall_neither_prints_nor_looks_at_the_clock, "hall/x.py", "t = datetime.datetime.utcnow()", "utcnow"),
    (rules.hall_neither_prints_nor_looks_at_the_clock, "hall/x.py", "t = date.today()", "date.today"),
    (rules.hall_neither_prints_nor_looks_at_the_clock, "hall/x.py", "t = time.time()", "time.time"),
    (
        rules.view_models_know_no_widgets,
        "kiosk_app/screens/home/view_model.py",
        "from PySide6 import QtWidgets",
        "Widg",
    ),
    (
        rules.view_models_know_no_widgets,
        "qt_common/view_model.py",
        "from PySide6.QtWidgets import QLabel",
        "QLabel",
    ),
    (rules.no_gpl_part_of_qt, "counter_app/x.py", "from PySide6.QtCharts import QChart", "QtCharts"),
    (rules.no_gpl_part_of_qt, "counter_app/x.py", "from PySide6 import QtGraphs", "QtGraphs"),
    (rules.translated_text_is_literal, "display_app/x.py", "s = self.tr(f'请{n}号')", "tr()"),
    (rules.translated_text_is_literal, "display_app/x.py", "s = self.tr('请{n}号'.format(n=1))", "tr()"),
    (rules.translated_text_is_literal, "display_app/x.py", "s = app.translate('Home', f'请{n}号')", "translate()"),
    (rules.files_are_short, "db/x.py", "pass\n" * 301, "301"),
    (rules.files_are_short, "hallctl", "true\n" * 301, "301"),
    (rules.folders_are_packages, "kiosk_app/screens/x.py", "", "__init__"),
    (rules.nothing_of_this_machine, "docs/x.md", f"see {rules.NOT_TO_BE_NAMED[0]}x", "docs/x.md:1"),
    (
        rules.nothing_of_this_machine,
        "requirements.lock",
        f"--index-url https://{rules.NOT_TO_BE_NAMED[2]}",
        "lock:1",
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_tree_keeps_the_rule(rule: Rule) -> None:
    assert rule(ROOT) == []


@pytest.mark.parametrize(("rule", "file", "source", "word"), PLANTED)
def test_a_planted_violation_is_found(rule: Rule, file: str, source: str, word: str, tmp_path: Path) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    found = rule(tmp_path)
    assert len(found) == 1
    assert file.rsplit("/", 1)[0] in found[0]
    assert word in found[0]


def test_every_rule_has_a_planted_violation() -> None:
    assert {rule for rule, *_ in PLANTED} == set(RULES)


def test_what_the_rules_allow_is_not_complained_of(tmp_path: Path) -> None:
    (tmp_path / "hall").mkdir()
    (tmp_path / "hall" / "__init__.py").write_text(
        "from datetime import datetime\nfrom hall.errors import HallError\nfrom . import x\n"
        "def f(clock, day):\n    return clock.now(), day.today\n"
    )
    (tmp_path / "kiosk_app").mkdir()
    (tmp_path / "kiosk_app" / "__init__.py").write_text("s = self.tr('请{n}号').format(n=f'{1}')\n")
    (tmp_path / "kiosk_app" / "view.py").write_text("from PySide6.QtWidgets import QLabel\n")
    assert [found for rule in RULES for found in rule(tmp_path)] == []
