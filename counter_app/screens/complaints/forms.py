"""The forms of the complaints page (投诉处理填写栏): what is asked for, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from counter_app.complaint_desk import ComplaintSnapshot
from counter_app.screens.complaints.words import ComplaintWords
from counter_app.screens.sheets.state import Field, FieldKind, Form
from hall.complaints.complaint import TAGS, ComplaintKind, ComplaintStep, Tag
from hall.complaints.handling import Channel
from hall.complaints.intake import ComplaintWish
from hall.identity import ANONYMOUS, Holder, HolderKind
from hall.shown_code import is_citizen_number

# One line of text each.
WORDS_ONLY = ("investigate", "answer", "reopen", "refer")


class ComplaintForms(QObject):
    """Builds forms and reads what was typed into them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = ComplaintWords(self)

    def form(self, act: str, subject: str, data: ComplaintSnapshot) -> Form | None:
        """The form of an action; None when there is nothing to fill in."""
        if act == "file":
            return Form(act, self.tr("受理登记"), self._intake(data), {"kind": ComplaintKind.COMPLAINT.value})
        if act == "assign":
            able = data.handlers.get(int(subject), ())
            people = tuple((number, self._words.person(data, number)) for number in able)
            field = Field("handler", self.tr("承办人"), FieldKind.CHOICE, people)
            first = {"handler": people[0][0]} if people else {}
            return Form(act, self.tr("交办"), (field,), first, subject)
        if act in WORDS_ONLY:
            names = {
                "investigate": self.tr("调查情况"),
                "answer": self.tr("答复意见（反映人可以查到）"),
                "reopen": self.tr("反映人不满意的原因"),
                "refer": self.tr("移交原因"),
            }
            return Form(act, self._words.step(ComplaintStep(act)), (Field("words", names[act]),), {}, subject)
        if act == "feed_back":
            ways = tuple((way.value, self._words.channel(way)) for way in Channel)
            fields = (
                Field("channel", self.tr("反馈方式"), FieldKind.CHOICE, ways),
                Field("words", self.tr("反映人的意见（可不填）")),
            )
            return Form(act, self._whom(data, subject), fields, {"channel": Channel.PHONE.value}, subject)
        return None

    def missing(self, form: Form) -> str:
        """What a form lacks, empty for nothing; the use cases check again."""
        if form.act in WORDS_ONLY and not form.value("words"):
            return self.tr("请填写“{field}”。").format(field=form.fields[0].text)
        if form.act == "assign" and not form.value("handler"):
            return self.tr("没有可交办的人员：被反映人和其部门负责人须回避。")
        if form.act != "file":
            return ""
        if form.value("window") and not (form.value("window").isascii() and form.value("window").isdigit()):
            return self.tr("窗口请只写号码，例如 3。")
        number = _number(form)
        if number and not is_citizen_number(number):
            return self.tr("身份证号码的校验码不符，请核对证件。")
        return ""

    def wish(self, values: Mapping[str, str]) -> ComplaintWish:
        """What a complete intake form says; tags of another kind are left out."""
        text = {name: value.strip() for name, value in values.items()}
        kind = ComplaintKind(text["kind"])
        chosen = {part for part in text.get("tags", "").split(",") if part}
        return ComplaintWish(
            kind,
            tuple(tag for tag in TAGS[kind] if tag.value in chosen),
            _person(text),
            text.get("text", ""),
            bool(text.get("call")),
            text.get("item", ""),
            text.get("label", ""),
            int(text["window"]) if text.get("window") else None,
            text.get("clerk", ""),
        )

    def _intake(self, data: ComplaintSnapshot) -> tuple[Field, ...]:
        kinds = tuple((kind.value, self._words.kind(kind)) for kind in ComplaintKind)
        tags = tuple((tag.value, self._words.tag(tag)) for tag in Tag)
        items = (("", self.tr("不清楚")), *data.items.items())
        people = (("", self.tr("不清楚")), *((n, f"{name} {n}") for n, name in sorted(data.names.items())))
        return (
            Field("kind", self.tr("类别"), FieldKind.CHOICE, kinds),
            Field("text", self.tr("反映内容")),
            Field("tags", self.tr("情形"), FieldKind.MANY, tags),
            Field("label", self.tr("今天的号码（如 A023）")),
            Field("window", self.tr("窗口号")),
            Field("clerk", self.tr("人员"), FieldKind.CHOICE, people),
            Field("item", self.tr("事项"), FieldKind.CHOICE, items),
            Field("name", self.tr("反映人姓名")),
            Field("id_number", self.tr("身份证号码（可不填）")),
            Field("phone", self.tr("联系电话")),
            Field("call", self.tr("要求电话沟通"), FieldKind.CHECK),
        )

    def _whom(self, data: ComplaintSnapshot, subject: str) -> str:
        """Here, and only here, name and telephone stand in full: somebody is about to call."""
        person = data.complaint(subject).person
        if not (person.name or person.phone):
            return self.tr("反馈")
        return self.tr("反馈：{name} {phone}").format(name=person.name, phone=person.phone).strip()


def _number(form: Form) -> str:
    return form.value("id_number").replace(" ", "").upper()


def _person(text: Mapping[str, str]) -> Holder:
    name, phone = text.get("name", ""), text.get("phone", "")
    number = text.get("id_number", "").replace(" ", "").upper()
    if number:
        return Holder(HolderKind.ID_CARD, name, number, phone)
    if phone:
        return Holder(HolderKind.PHONE, name, phone=phone)
    return Holder(HolderKind.NONE, name) if name else ANONYMOUS
