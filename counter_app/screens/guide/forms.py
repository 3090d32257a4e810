"""The forms of the guide desk's page (导办台填写栏): what is asked for, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject

from counter_app.guide_model import GuideSnapshot, TicketWish
from counter_app.screens.guide.words import GuideWords
from counter_app.screens.sheets.state import Field, FieldKind, Form
from hall.catalogue.item import ServiceItem
from hall.identity import ANONYMOUS, Holder, HolderKind
from hall.queueing.guiding import GIVEN
from hall.queueing.ticket import PriorityClass
from hall.shown_code import is_citizen_number
from hall.staffing.first_contact import Handling

REASON_ONLY = ("release", "void", "close_contact", "visit_done", "visit_off")
# Who is named here must not be found in the form of the next person.
PERSONAL = frozenset({"take", "visit", "log_contact"})
NEEDED: Mapping[str, tuple[str, ...]] = {
    "log_contact": ("question",),
    "visit": ("item", "name", "id_number", "phone", "address", "reason"),
    "assign": ("clerk",),
    "priority": ("reason",),
}


class GuideForms(QObject):
    """Builds forms and reads what was typed into them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = GuideWords(self)

    def form(self, act: str, subject: str, data: GuideSnapshot) -> Form | None:
        """The form of an action; None when there is nothing to fill in."""
        label = next((t.label for t in data.tickets if str(t.id) == subject), "")
        fields: tuple[Field, ...]
        if act == "take":
            title = self.tr("取号：{item}").format(item=data.catalogue.item_name(subject))
            values = {"people": "1", "priority": _value(PriorityClass.ORDINARY)}
            return Form(act, title, self._take_fields(), values, subject)
        if act == "priority":
            title = self.tr("给予优先：{label}").format(label=label)
            fields = (self._priority(), Field("reason", self.tr("原因（叫号时说明）")))
            return Form(act, title, fields, {"priority": _value(PriorityClass.CARE)}, subject)
        if act in REASON_ONLY:
            return Form(
                act, self._reason_title(act, label), (Field("reason", self._reason_name(act)),), {}, subject
            )
        if act == "log_contact":
            ways = tuple((way.value, self._words.handling(way)) for way in Handling)
            fields = (
                Field("question", self.tr("咨询内容")),
                Field("handling", self.tr("处理方式"), FieldKind.CHOICE, ways),
                Field("passed_to", self.tr("引导或转交到哪个部门、窗口或人员")),
                Field("name", self.tr("办事人姓名（可不填）")),
                Field("phone", self.tr("手机号（可不填）")),
            )
            return Form(act, self.tr("首问登记"), fields, {"handling": Handling.GUIDED.value})
        if act == "visit":
            return Form(act, self.tr("上门服务申请"), self._visit_fields(), {"day": f"{data.at:%Y-%m-%d}"})
        if act == "assign":
            people = tuple((c.number, f"{c.name} {c.number}") for c in data.colleagues)
            field = Field("clerk", self.tr("办理人"), FieldKind.CHOICE, people)
            return Form(act, self.tr("安排上门服务"), (field,), {"clerk": people[0][0] if people else ""}, subject)
        return None

    def missing(self, form: Form, data: GuideSnapshot) -> str:
        """What a form lacks, empty for nothing; the use cases check again."""
        names = {field.name: field.text for field in form.fields}
        for name in ("reason",) if form.act in REASON_ONLY else NEEDED.get(form.act, ()):
            if not form.value(name):
                return self.tr("请填写“{field}”。").format(field=names[name])
        for number in ("id_number", "principal_id"):
            if (text := _number(form.value(number))) and not is_citizen_number(text):
                return self.tr("“{field}”的校验码不符，请核对证件。").format(field=names[number])
        phone = form.value("phone")
        if phone and not (len(phone) == 11 and phone.isascii() and phone.isdigit() and phone[0] == "1"):
            return self.tr("手机号应为 11 位数字，请核对。")
        if form.act == "take":
            return self._missing_take(form, data)
        if form.act == "visit":
            if self._item(form.value("item"), data) is None:
                return self.tr("事项请写编码或拼音首字母，使右下只剩一个事项。")
            if wanted_at(form.values, data) is None and (form.value("day") or form.value("time")):
                return self.tr("日期请写成 2025-03-03，时间请写成 14:30；不定时间可都不填。")
        handed_on = form.act == "log_contact" and form.value("handling") != Handling.HANDLED.value
        if handed_on and not form.value("passed_to"):
            return self.tr("请填写引导或转交的部门、窗口或人员。")
        return ""

    def hint(self, form: Form, data: GuideSnapshot) -> str:
        """What follows from what was typed."""
        if form.act == "visit" and form.value("item"):
            found = data.catalogue.find(form.value("item"))
            names = "、".join(item.name for item in found[:3]) or self.tr("没有这个事项")
            return self.tr("事项：{names}").format(names=names)
        if form.act != "take":
            return ""
        parts = []
        if form.value("next"):
            steps, wrong = self.steps(form.value("next"), data)
            names = " → ".join(step.name for step in steps)
            parts.append(self.tr("后续：{names}").format(names=names) if steps else "")
            parts.append(self.tr("“{words}”没有对应唯一的事项").format(words=wrong) if wrong else "")
        if _number(form.value("principal_id")):
            parts.append(self.tr("代办：委托人和代办人双方都会登记"))
        return "；".join(part for part in parts if part)

    def wish(self, form: Form, data: GuideSnapshot) -> TicketWish:
        """What a complete form of 取号 asks for."""
        steps, _ = self.steps(form.value("next"), data)
        principal = None
        if _number(form.value("principal_id")):
            principal = Holder(
                HolderKind.ID_CARD, form.value("principal_name"), _number(form.value("principal_id"))
            )
        return TicketWish(
            (form.subject, *(step.code for step in steps)),
            holder_of(form),
            principal,
            form.value("relation"),
            int(form.value("people") or "1"),
            PriorityClass(int(form.value("priority"))),
            form.value("reason"),
        )

    def steps(self, text: str, data: GuideSnapshot) -> tuple[tuple[ServiceItem, ...], str]:
        """The items that were typed as later steps, and the first word that names none or several."""
        found: list[ServiceItem] = []
        for word in text.replace("，", " ").replace(",", " ").split():
            item = self._item(word, data)
            if item is None:
                return tuple(found), word
            found.append(item)
        return tuple(found), ""

    def item(self, form: Form, data: GuideSnapshot) -> ServiceItem:
        """The item of a complete form."""
        item = self._item(form.value("item"), data)
        assert item is not None  # the form was checked
        return item

    def _missing_take(self, form: Form, data: GuideSnapshot) -> str:
        people = form.value("people") or "1"
        if not (people.isascii() and people.isdigit() and 1 <= int(people) <= 99):
            return self.tr("同行人数请写 1 到 99。")
        if form.value("priority") != _value(PriorityClass.ORDINARY) and not form.value("reason"):
            return self.tr("优先需要填写原因，原因会记入日志。")
        principal = form.value("principal_name") or form.value("relation") or form.value("principal_id")
        if principal and not (_number(form.value("principal_id")) and _number(form.value("id_number"))):
            return self.tr("代办须登记委托人和代办人双方的证件号码。")
        if form.value("principal_id") and not form.value("relation"):
            return self.tr("请填写代办人与委托人的关系。")
        _, wrong = self.steps(form.value("next"), data)
        return self.tr("“{words}”没有对应唯一的事项").format(words=wrong) if wrong else ""

    def _item(self, word: str, data: GuideSnapshot) -> ServiceItem | None:
        found = data.catalogue.find(word) if word else ()
        return found[0] if len(found) == 1 else None

    def _take_fields(self) -> tuple[Field, ...]:
        return (
            Field("name", self.tr("办事人姓名")),
            Field("id_number", self.tr("身份证号码")),
            Field("phone", self.tr("手机号")),
            self._priority(),
            Field("reason", self.tr("优先原因")),
            Field("people", self.tr("同行人数")),
            Field("next", self.tr("后续事项（编码或拼音首字母，空格隔开）")),
            Field("principal_name", self.tr("委托人姓名（代办时填）")),
            Field("principal_id", self.tr("委托人身份证号码")),
            Field("relation", self.tr("与委托人的关系")),
        )

    def _visit_fields(self) -> tuple[Field, ...]:
        return (
            Field("item", self.tr("事项（编码或拼音首字母）")),
            Field("name", self.tr("服务对象姓名")),
            Field("id_number", self.tr("身份证号码")),
            Field("phone", self.tr("联系电话")),
            Field("address", self.tr("地址")),
            Field("reason", self.tr("不能到场的原因")),
            Field("day", self.tr("希望日期")),
            Field("time", self.tr("希望时间")),
        )

    def _priority(self) -> Field:
        options = tuple((_value(p), self._words.priority(p)) for p in sorted(GIVEN, reverse=True))
        return Field("priority", self.tr("优先类别"), FieldKind.CHOICE, options)

    def _reason_title(self, act: str, label: str) -> str:
        return {
            "release": self.tr("解除指定窗口：{label}"),
            "void": self.tr("作废：{label}"),
            "close_contact": self.tr("首问办结"),
            "visit_done": self.tr("上门服务完成"),
            "visit_off": self.tr("取消上门服务"),
        }[act].format(label=label)

    def _reason_name(self, act: str) -> str:
        return self.tr("办理结果") if act in ("close_contact", "visit_done") else self.tr("原因")


def holder_of(form: Form) -> Holder:
    """Who stands at the desk, by what was typed."""
    name, number, phone = form.value("name"), _number(form.value("id_number")), form.value("phone")
    if number:
        return Holder(HolderKind.ID_CARD, name, number, phone)
    if phone:
        return Holder(HolderKind.PHONE, name, phone=phone)
    return Holder(HolderKind.NONE, name) if name else ANONYMOUS


def wanted_at(values: Mapping[str, str], data: GuideSnapshot) -> datetime | None:
    """When a visit is wished for; None when it can't be read, or nothing was said."""
    try:
        text = f"{values.get('day', '').strip()} {values.get('time', '').strip()}"
        return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=data.at.tzinfo)
    except ValueError:
        return None


def _number(text: str) -> str:
    return text.replace(" ", "").upper()


def _value(priority: PriorityClass) -> str:
    return str(int(priority))
