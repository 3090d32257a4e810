"""What a service guide tells besides materials, limits and fee (办事指南要素).

The regulations name them: 祥符§12 and §35(一)2, 开封§22, 安康四4 and 八1–2, 卫东12. What a department has not
published is absent here and is shown as 未公布; nothing is made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Element(StrEnum):
    """One element of a guide; the value is its name in the database."""

    BASIS = "basis"  # 设定依据: laws and their main articles (祥符§12(一), 开封§22)
    CONDITIONS = "conditions"  # 申请条件 (祥符§12(二), 开封§22)
    STEPS = "steps"  # 办理流程, one line each (开封§22, 安康四4)
    SPECIAL = "special"  # 特殊环节: survey, hearing, experts (祥符§35(一)2)
    FEE_BASIS = "fee_basis"  # 收费依据 (祥符§12(三), 安康八2)
    PAYMENT = "payment"  # 交费方式 (祥符§12(三))
    RESULT = "result"  # 办理结果 (安康八1)
    RESPONSIBLE = "responsible"  # 承办责任人 (安康八1, 祥符§35(一)2)
    PHONE = "phone"  # 咨询电话 (平桥§14)
    COMPLAINTS = "complaints"  # 监督投诉电话 (安康八1); the hall's own when absent
    FORMS = "forms"  # 申请书格式文本和样本 (祥符§12(五), 开封§22, 卫东12)
    NOTES = "notes"  # 注意事项 (祥符§35(一)2)
    QUESTIONS = "questions"  # 常见问题 (卫东12): “问题？答案”


@dataclass(frozen=True, slots=True)
class Entry:
    """One element as published: its lines in order, none of them empty."""

    element: Element
    lines: tuple[str, ...]
