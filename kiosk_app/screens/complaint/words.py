"""Words of the complaint pages (投诉用语), for the journey's other pages too."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from hall.complaints.complaint import ComplaintKind, Tag


def kind_words(kind: ComplaintKind) -> str:
    """Its name."""
    translate = QCoreApplication.translate
    return {
        ComplaintKind.COMPLAINT: translate("ComplaintWords", "投诉"),
        ComplaintKind.UNRESOLVED: translate("ComplaintWords", "办不成事"),
        ComplaintKind.SUGGESTION: translate("ComplaintWords", "建议"),
        ComplaintKind.PRAISE: translate("ComplaintWords", "表扬"),
    }[kind]


def tag_words(kind: ComplaintKind, tag: Tag) -> str:
    """What happened; for a suggestion the same tags name what should be better."""
    suggested = _suggestions() if kind is ComplaintKind.SUGGESTION else {}
    return suggested.get(tag) or _happened()[tag]


def _suggestions() -> Mapping[Tag, str]:
    translate = QCoreApplication.translate
    return {
        Tag.LONG_WAIT: translate("ComplaintWords", "少排队、少等候"),
        Tag.ATTITUDE: translate("ComplaintWords", "服务态度"),
    }


def _happened() -> Mapping[Tag, str]:
    translate = QCoreApplication.translate
    return {
        Tag.ATTITUDE: translate("ComplaintWords", "服务态度不好"),
        Tag.LONG_WAIT: translate("ComplaintWords", "等候时间太长"),
        Tag.NOBODY_THERE: translate("ComplaintWords", "窗口没有人"),
        Tag.NOT_TOLD_AT_ONCE: translate("ComplaintWords", "材料没有一次说清"),
        Tag.PASSED_AROUND: translate("ComplaintWords", "互相推诿"),
        Tag.REFUSED: translate("ComplaintWords", "不予办理，没说理由"),
        Tag.OVERDUE: translate("ComplaintWords", "超过承诺时限"),
        Tag.FEE: translate("ComplaintWords", "收费有问题"),
        Tag.MISCONDUCT: translate("ComplaintWords", "吃拿卡要"),
        Tag.SYSTEM_DOWN: translate("ComplaintWords", "系统故障办不了"),
        Tag.PAPER_IMPOSSIBLE: translate("ComplaintWords", "要的证明开不出来"),
        Tag.SURROUNDINGS: translate("ComplaintWords", "环境和设施"),
        Tag.SIGNS: translate("ComplaintWords", "指引和标识"),
        Tag.PROCESS: translate("ComplaintWords", "办事流程"),
        Tag.PATIENT: translate("ComplaintWords", "耐心热情"),
        Tag.FAST: translate("ComplaintWords", "办得快"),
        Tag.EXPERT: translate("ComplaintWords", "业务熟练"),
        Tag.HELPED: translate("ComplaintWords", "帮助有困难的人"),
        Tag.OTHER: translate("ComplaintWords", "其他"),
    }
