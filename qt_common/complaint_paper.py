"""The paper with a complaint's receipt number (受理回执, R-05); in Chinese, as the ticket is."""

from __future__ import annotations

from collections.abc import Mapping

from devices.ticket_printer.interface import Align, Feed, Item, PrintJob, QrCode, Rule, Text
from hall.complaints.complaint import ComplaintKind
from hall.complaints.receipt import Receipt
from hall.profile import HallProfile

KINDS: Mapping[ComplaintKind, str] = {
    ComplaintKind.COMPLAINT: "投诉",
    ComplaintKind.UNRESOLVED: "办不成事",
    ComplaintKind.SUGGESTION: "建议",
    ComplaintKind.PRAISE: "表扬",
}


def receipt_job(receipt: Receipt, profile: HallProfile) -> PrintJob:
    """The print job; nothing of what was said, nor of whom, stands on the paper."""
    at = receipt.received_at.astimezone(profile.zone)
    items: list[Item] = [
        Text(profile.hall_name, bold=True, align=Align.CENTER),
        Text("受理回执", width=2, height=2, bold=True, align=Align.CENTER),
        Rule(),
        Text(f"类别：{KINDS[receipt.kind]}"),
        Text(f"登记时间：{at:%Y-%m-%d %H:%M}"),
        Text("受理编号", align=Align.CENTER),
        Text(receipt.number, width=2, height=2, bold=True, align=Align.CENTER),
        Feed(1),
        QrCode(receipt.number, module=6),
        Rule(),
    ]
    if receipt.anonymous:
        items.append(Text("您没有留姓名和电话，将予以核查，但不能答复您。"))
    else:
        if receipt.answer_by is not None:
            items.append(Text(f"答复期限：{receipt.answer_by:%Y-%m-%d}（工作日计算）", bold=True))
        items.append(Text(f"查询：抽号机“进度查询”，{_proof(receipt)}。"))
    items.append(Text(f"监督电话：{profile.complaint_phone}", align=Align.CENTER))
    return PrintJob(tuple(items))


def _proof(receipt: Receipt) -> str:
    if receipt.by_card and receipt.by_phone:
        return "刷身份证，或凭本编号加手机号后四位"
    return "刷身份证即可" if receipt.by_card else "凭本编号加手机号后四位"
