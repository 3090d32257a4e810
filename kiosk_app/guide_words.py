"""The words of a guide on the kiosk (办事指南的界面文字), in the language of the interface.

The guide itself brings its Chinese (`hall.catalogue.guide`); here stands what has an English. What a department
publishes stays in its own language; names have an English one where the catalogue has it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hall.catalogue.guide import GuideLine, Part
from hall.catalogue.item import Material
from qt_common.translation import QT_TRANSLATE_NOOP

CONTEXT = "GuideWords"
# Every title and phrase of hall.catalogue.guide; a test compares them.
MARKED = (
    QT_TRANSLATE_NOOP("GuideWords", "申请材料"),
    QT_TRANSLATE_NOOP("GuideWords", "申请书格式文本和样本"),
    QT_TRANSLATE_NOOP("GuideWords", "申请条件"),
    QT_TRANSLATE_NOOP("GuideWords", "办理流程"),
    QT_TRANSLATE_NOOP("GuideWords", "特殊环节"),
    QT_TRANSLATE_NOOP("GuideWords", "注意事项"),
    QT_TRANSLATE_NOOP("GuideWords", "办理时限"),
    QT_TRANSLATE_NOOP("GuideWords", "收费"),
    QT_TRANSLATE_NOOP("GuideWords", "办理结果"),
    QT_TRANSLATE_NOOP("GuideWords", "设定依据"),
    QT_TRANSLATE_NOOP("GuideWords", "办理地点和时间"),
    QT_TRANSLATE_NOOP("GuideWords", "咨询和监督"),
    QT_TRANSLATE_NOOP("GuideWords", "常见问题"),
    QT_TRANSLATE_NOOP("GuideWords", "{text}"),
    QT_TRANSLATE_NOOP("GuideWords", "未公布，请咨询导办台"),
    QT_TRANSLATE_NOOP("GuideWords", "办件类型：即办件"),
    QT_TRANSLATE_NOOP("GuideWords", "办件类型：承诺件"),
    QT_TRANSLATE_NOOP("GuideWords", "办件类型：联办件"),
    QT_TRANSLATE_NOOP("GuideWords", "办件类型：上报件"),
    QT_TRANSLATE_NOOP("GuideWords", "法定时限：{days} 个工作日"),
    QT_TRANSLATE_NOOP("GuideWords", "法定时限：未公布"),
    QT_TRANSLATE_NOOP("GuideWords", "法定时限：当场办结"),
    QT_TRANSLATE_NOOP("GuideWords", "承诺时限：{days} 个工作日"),
    QT_TRANSLATE_NOOP("GuideWords", "承诺时限：未公布"),
    QT_TRANSLATE_NOOP("GuideWords", "承诺时限：当场办结"),
    QT_TRANSLATE_NOOP("GuideWords", "不收费"),
    QT_TRANSLATE_NOOP("GuideWords", "收费标准：{text}"),
    QT_TRANSLATE_NOOP("GuideWords", "收费标准：未公布"),
    QT_TRANSLATE_NOOP("GuideWords", "收费依据：{text}"),
    QT_TRANSLATE_NOOP("GuideWords", "交费方式：{text}"),
    QT_TRANSLATE_NOOP("GuideWords", "{zone}区，{windows}号窗口"),
    QT_TRANSLATE_NOOP("GuideWords", "{zone}区，窗口请咨询导办台"),
    QT_TRANSLATE_NOOP("GuideWords", "工作日 {hours}"),
    QT_TRANSLATE_NOOP("GuideWords", "每天 {hours}"),
    QT_TRANSLATE_NOOP("GuideWords", "双休日照常办理"),
    QT_TRANSLATE_NOOP("GuideWords", "咨询电话：{text}"),
    QT_TRANSLATE_NOOP("GuideWords", "咨询电话：未公布"),
    QT_TRANSLATE_NOOP("GuideWords", "承办责任人：{text}"),
    QT_TRANSLATE_NOOP("GuideWords", "承办责任人：未公布"),
    QT_TRANSLATE_NOOP("GuideWords", "监督投诉电话：{text}"),
)


def title_of(part: Part) -> str:
    """A section's title."""
    return QCoreApplication.translate(CONTEXT, part.value)


def line_of(line: GuideLine) -> str:
    """One line."""
    values = dict(line.values)
    if QCoreApplication.translate("GuideWords", "，") != "，":  # lists of windows and hours
        values = {
            name: value.replace("、", ", ").replace("，", ", ") if name in ("windows", "hours") else value
            for name, value in values.items()
        }
    return QCoreApplication.translate(CONTEXT, line.phrase.value).format(**values)


def is_published_text(line: GuideLine) -> bool:
    """True for what a department wrote, in Chinese only."""
    return any(name == "text" for name, _ in line.values)


def counts_of(material: Material) -> tuple[str, ...]:
    """How many of each to bring, one line each; that nobody published it, when nobody did."""
    lines = []
    if material.originals is None and material.copies is None:
        lines.append(QCoreApplication.translate("GuideWords", "份数未公布"))
    if material.originals is not None:
        lines.append(QCoreApplication.translate("GuideWords", "原件 {count} 份").format(count=material.originals))
    if material.copies is not None:
        lines.append(QCoreApplication.translate("GuideWords", "复印件 {count} 份").format(count=material.copies))
    if material.deferrable:
        lines.append(QCoreApplication.translate("GuideWords", "可容缺"))
    return tuple(lines)


def details_of(material: Material) -> str:
    """Form, source and note, as published."""
    source = material.source and QCoreApplication.translate("GuideWords", "来源：{text}").format(
        text=material.source
    )
    return "　".join(text for text in (material.form, source, material.note) if text)


def name_of(name: str, english_name: str, *, english: bool) -> tuple[str, str]:
    """The name to show large, and the Chinese one to show below it, empty when it is the same.

    The Chinese name stays in sight in English: it is what staff and signs say.
    """
    if english and english_name:
        return english_name, name
    return name, ""
