"""The columns of a catalogue file that make the guide (办事指南各列); all of them may be absent."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hall.catalogue.elements import Element, Entry

# Accepted headings; the first of each is the one we write in templates.
GUIDE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    Element.BASIS: ("设定依据", "basis", "设立依据"),
    Element.CONDITIONS: ("申请条件", "conditions", "办理条件", "申报条件", "受理条件"),
    Element.STEPS: ("办理流程", "steps", "办理程序"),
    Element.SPECIAL: ("特殊环节", "special"),
    Element.FEE_BASIS: ("收费依据", "fee_basis"),
    Element.PAYMENT: ("交费方式", "payment", "缴费方式"),
    Element.RESULT: ("办理结果", "result"),
    Element.RESPONSIBLE: ("承办责任人", "responsible", "办理人员"),
    Element.PHONE: ("咨询电话", "phone"),
    Element.COMPLAINTS: ("监督投诉电话", "complaints", "投诉电话", "监督电话"),
    Element.FORMS: ("格式文本和样本", "forms", "格式文本", "申请书格式文本和样本"),
    Element.NOTES: ("注意事项", "notes"),
    Element.QUESTIONS: ("常见问题", "questions"),
}
MAX_LINES = 40
MAX_LINE = 1000  # characters


def read_elements(cells: Mapping[str, str]) -> tuple[tuple[Entry, ...], list[str]]:
    """The elements of one row and what is wrong with it.

    Lines of a cell are separated by line breaks or ``|``. A question stands in one line with its answer:
    ``在哪里领表？到 A 区导办台``.
    """
    entries: list[Entry] = []
    reasons: list[str] = []
    for element in Element:
        lines = tuple(line.strip() for line in re.split(r"[\n|｜]", cells.get(element, "")) if line.strip())
        heading = GUIDE_COLUMNS[element][0]
        if len(lines) > MAX_LINES:
            reasons.append(f"“{heading}”超过{MAX_LINES}条")
        for number, line in enumerate(lines, start=1):
            if len(line) > MAX_LINE:
                reasons.append(f"“{heading}”第{number}条超过{MAX_LINE}字")
            if element is Element.QUESTIONS and not re.search(r"[?？]\s*\S", line):
                reasons.append(f"“{heading}”第{number}条应写成“问题？答案”")
        if lines:
            entries.append(Entry(element, lines))
    return tuple(entries), reasons
