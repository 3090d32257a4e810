"""A whole guide and English names for the kiosk's pictures (办事指南样例); contents are examples."""

from __future__ import annotations

from collections.abc import Mapping

from hall.catalogue.elements import Element, Entry
from hall.catalogue.guide import ServingWindow
from hall.catalogue.item import Material

MATERIALS = (
    Material("登记表", originals=2, form="盖章", source="导办台领取", english="Registration form"),
    Material("成立批准文件", copies=1, english="Founding approval"),
    Material(
        "统一社会信用代码证",
        originals=1,
        copies=1,
        note="原件核对后退还",
        english="Unified social credit code certificate",
    ),
    Material("法定代表人任职文件", deferrable=True, copies=1, english="Appointment of the legal representative"),
    Material("身份证", originals=1, copies=2, english="ID card"),
    Material("经办人授权委托书"),
)
ELEMENTS = (
    Entry(
        Element.BASIS,
        (
            "《中华人民共和国社会保险法》第五十七条：用人单位应当自成立之日起三十日内凭营业执照、登记证书或者"
            "单位印章，向当地社会保险经办机构申请办理社会保险登记。",
        ),
    ),
    Entry(Element.CONDITIONS, ("依法成立的机关事业单位", "在本区缴纳社会保险费")),
    Entry(Element.STEPS, ("收件：窗口清点登记材料", "受理：材料齐全的当场受理", "审核：核对信息", "办结：登记")),
    Entry(Element.FEE_BASIS, ("不涉及",)),
    Entry(Element.RESULT, ("社会保险登记",)),
    Entry(Element.RESPONSIBLE, ("刘洋",)),
    Entry(Element.PHONE, ("0371-00000002",)),
    Entry(Element.FORMS, ("B区填表台有空白表和填写样本",)),
    Entry(Element.NOTES, ("信息变更的，三十日内办理变更登记",)),
    Entry(
        Element.QUESTIONS,
        ("材料不齐能先交吗？标有“可容缺”的，可以承诺后补交。", "要预约吗？不用，也可以网上预约。"),
    ),
)
WINDOWS = (ServingWindow(2, frozenset({"SX008", "SX015"})), ServingWindow(7, frozenset({"SX008"})))
ENGLISH_ITEMS: Mapping[str, str] = {
    "SX001": "Registration of an individual business",
    "SX002": "Food business licence",
    "SX003": "Food production licence",
    "SX004": "Registration of licensed pharmacists",
    "SX008": "Social insurance registration of public institutions",
    "SX015": "Marriage registration",
    "SX025": "Pharmacy licence",
    "SX028": "Registration of special equipment",
}
ENGLISH_DEPARTMENTS: Mapping[str, str] = {
    "qscjdglj": "Market Regulation Bureau",
    "qylbzj": "Healthcare Security Bureau",
    "qrlzyhshbzj": "Human Resources and Social Security Bureau",
    "xzbmfwzx": "Township Service Centres",
    "qwsjkwyh": "Health Commission",
    "sgajxffj": "Public Security Bureau, Xiangfu",
    "qmzj": "Civil Affairs Bureau",
    "qzrzyj": "Natural Resources Bureau",
    "qyczmj": "Tobacco Monopoly Bureau",
    "qcsglj": "Urban Management Bureau",
    "qcjrlhh": "Disabled Persons' Federation",
    "qjtysj": "Transport Bureau",
    "qzfhcxjsj": "Housing and Construction Bureau",
    "qfzhggwyh": "Development and Reform Commission",
}
