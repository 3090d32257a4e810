"""The guide as plain text for a phone (手机看指南): it is in the QR code itself and needs no network."""

from __future__ import annotations

from dataclasses import dataclass

from hall.catalogue.guide import Guide, GuideSection, Part

# Bytes of UTF-8 that a QR code of version 25 takes at error correction L: 117 modules, which phones read from a
# kiosk's screen at 4 px a module.
QR_BYTES = 1250
_ESSENTIAL = (Part.MATERIALS, Part.TIME, Part.FEE, Part.WHERE, Part.CONTACT)
_LESS = "（内容较多，此处只列要点，全部内容请看打印的清单或自助机）"


@dataclass(frozen=True, slots=True)
class PhoneText:
    """What the phone shows.

    Attributes:
        whole: False when only the essentials fitted; the text says so itself.
    """

    text: str
    whole: bool


def phone_text(guide: Guide, hall_name: str, *, most: int = QR_BYTES) -> PhoneText:
    """The whole guide, else its essentials: name, materials, time, fee, place, phones.

    When not even those fit, the last materials are left out and their number is told.

    Args:
        most: bytes of UTF-8 that the code takes; at least 500.
    """
    head = [f"《{guide.item.name}》办事指南", hall_name]
    if guide.department.name:
        head.append(f"部门：{guide.department.name}")
    whole = _join(head, guide.sections)
    if _fits(whole, most):
        return PhoneText(whole, True)
    head.append(_LESS)
    count = len(guide.item.materials)
    for kept in range(count, -1, -1):
        shown = tuple(_shortened(s, kept if count else 1) for s in guide.sections if s.part in _ESSENTIAL)
        text = _join(head, shown, count - kept)
        if _fits(text, most):
            return PhoneText(text, False)
    return PhoneText(_cut(text, most), False)


def _shortened(section: GuideSection, kept: int) -> GuideSection:
    return GuideSection(section.part, section.lines[:kept]) if section.part is Part.MATERIALS else section


def _join(head: list[str], sections: tuple[GuideSection, ...], left_out: int = 0) -> str:
    lines = list(head)
    for section in sections:
        lines.append(f"【{section.title}】")
        lines += [line.text for line in section.lines]
        if left_out and section.part is Part.MATERIALS:
            lines.append(f"……另有{left_out}项材料，见打印的清单")
    return "\n".join(lines)


def _fits(text: str, most: int) -> bool:
    return len(text.encode()) <= most


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")
