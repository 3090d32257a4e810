"""The appointments page's decisions, over the fake store and devices made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from counter_app.booking_desk import Booked, BookingDesk
from counter_app.reply_sending import Failed, NotGiven
from counter_app.screens.appointments.replying import Given
from counter_app.screens.appointments.view_model import BookingModel
from hall.appointments.appointment import AppointmentState
from hall.appointments.replied import ReplyWay
from hall.appointments.rules import Channel
from hall.identity import Actor, HolderKind, Role
from hall.profile import HallProfile
from tests.support.fake_store import ZONE, FakeStore
from tests.support.guide_page import AtOnce
from tests.support.sample_hall import PROFILE, sample_store
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

ROLES = frozenset({Role.CLERK})
PHONE = "13812345678"


class Devices:
    """A printer and a modem; ``trouble`` is what both answer."""

    def __init__(self) -> None:
        self.can_print = self.can_text = True
        self.trouble: NotGiven | None = None
        self.printed: list[Booked] = []
        self.texted: list[tuple[str, str]] = []

    def print_reply(self, booked: Booked, done: Callable[[], None], failed: Failed) -> None:
        self.printed.append(booked)
        self._answer(done, failed)

    def text_reply(self, booked: Booked, done: Callable[[], None], failed: Failed) -> None:
        self.texted.append((booked.appointment.person.phone, booked.reply.sms))
        self._answer(done, failed)

    def _answer(self, done: Callable[[], None], failed: Failed) -> None:
        if self.trouble is None:
            done()
        else:
            failed(self.trouble)


class Counter:
    """A page somebody signed in to on Wednesday 2025-03-05, 09:30."""

    def __init__(self, profile: HallProfile = PROFILE, roles: frozenset[Role] = ROLES) -> None:
        self.store: FakeStore = sample_store()
        self.store.now = datetime(2025, 3, 5, 9, 30, tzinfo=ZONE)
        self.worker, self.devices = AtOnce(), Devices()
        desk = BookingDesk(self.store, profile, lambda _uow: CALENDAR)
        self.model = BookingModel(desk, self.worker, self.devices)
        with self.store.reading() as uow:
            clerk = uow.clerks.get("1027")
        self.news: list[str] = []
        self.model.news.connect(lambda message: self.news.append(message.text))
        self.model.begin(replace(clerk, roles=roles), Actor("1027", roles, "counter-3"))

    def choose(self, item: str = "SX002") -> None:
        self.model.show_section("items")
        self.model.choose(item)
        assert self.model.press("choose")

    def fill_in(self, act: str, line: str = "", **values: str) -> None:
        if line:
            self.model.choose(line)
        assert self.model.press(act)
        self.model.edit(values)
        self.model.submit()

    def slots(self) -> list[tuple[str, ...]]:
        return [line.cells for s in self.model.state.sections if s.name == "slots" for line in s.lines]

    def error(self) -> str:
        form = self.model.state.form
        assert form is not None
        return form.error

    def book(self, at: str = "2025-03-10T10:00:00+08:00", **values: str) -> None:
        self.model.show_section("slots")
        self.fill_in("book", at, **{"name": "李梅", "phone": PHONE, **values})


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    return Counter()


@pytest.mark.req("Q-11")
def test_scene_8_a_window_booking_on_wednesday_for_monday_passes_and_on_thursday_is_refused_in_words(
    counter: Counter,
) -> None:
    counter.choose()
    section = counter.model.state.section
    assert section is not None
    assert section.name == "slots"
    assert "2025-03-10 周一" in section.note, "the first day that can be booked is shown at once"
    counter.book()
    reply = counter.model.replying.state.booked
    assert reply is not None
    assert reply.appointment.at == datetime(2025, 3, 10, 10, tzinfo=ZONE)
    assert ("10:00–10:30", "2", "1") in counter.slots()

    counter.store.now = datetime(2025, 3, 6, 9, 0, tzinfo=ZONE)
    counter.model.refresh()
    counter.model.show_section("slots")
    counter.model.press("earlier")  # back to Monday, from Tuesday
    counter.book(phone="13900000000", name="张三")
    assert counter.error() == "预约须提前3个工作日，最早可约3月11日。"
    form = counter.model.state.form
    assert form is not None
    assert form.value("name") == "张三", "nothing typed is lost"
    with counter.store.reading() as uow:
        assert len(uow.registers.appointments.where()) == 1


@pytest.mark.req("Q-11")
def test_the_reply_names_all_materials_the_clerk_and_the_phone_and_goes_out_both_ways(counter: Counter) -> None:
    with counter.store.begin() as uow:
        uow.clerks.put(replace(uow.clerks.get("1027"), phone="0371-26668888"))
        uow.commit()
    counter.choose()
    counter.book()
    counter.model.give(ReplyWay.PAPER)
    counter.model.give(ReplyWay.SMS)
    state = counter.model.replying.state
    assert (state.paper, state.sms) == (Given.GIVEN, Given.GIVEN)
    ((number, text),) = counter.devices.texted
    assert number == PHONE
    for part in ("1.申请书；2.身份证", "接待人员：张伟", "0371-26668888", "3月10日10:00–10:30", "30分钟"):
        assert part in text
    assert counter.devices.printed[0].reply.sms == text
    counter.model.give(ReplyWay.SMS)
    assert len(counter.devices.texted) == 1, "what was sent is not sent again"
    said = [(e.kind, e.payload["way"]) for e, _ in counter.store.data.events if "repl" in e.kind]
    assert said == [("appointment.replied", "paper"), ("appointment.replied", "sms")]


@pytest.mark.req("Q-11")
def test_an_sms_that_did_not_go_out_is_said_calmly_put_on_record_and_may_be_tried_again(counter: Counter) -> None:
    counter.choose()
    counter.book()
    counter.devices.trouble = NotGiven("手机网络暂不可用，短信未发出，稍后重试。", True, "NetworkUnavailable")
    counter.model.give(ReplyWay.SMS)
    state = counter.model.replying.state
    assert (state.sms, state.trouble) == (Given.FAILED, "手机网络暂不可用，短信未发出，稍后重试。")
    assert state.may(ReplyWay.SMS)
    assert state.may(ReplyWay.PAPER)
    event, by = counter.store.data.events[-1]
    assert (event.kind, by.name) == ("appointment.reply_failed", "1027")
    assert (event.payload["way"], event.payload["error"]) == ("sms", "NetworkUnavailable")
    for recorded, _ in counter.store.data.events:
        assert PHONE not in str(recorded)
        assert "李梅" not in str(recorded)
    counter.devices.trouble = None
    counter.model.give(ReplyWay.SMS)
    assert counter.model.replying.state.sms is Given.GIVEN


def test_an_sms_in_doubt_is_never_sent_again_from_the_open_reply(counter: Counter) -> None:
    counter.choose()
    counter.book()
    counter.devices.trouble = NotGiven("结果不明。", False, "DeviceTimeout")
    counter.model.give(ReplyWay.SMS)
    assert counter.model.replying.state.sms is Given.IN_DOUBT
    counter.model.give(ReplyWay.SMS)
    assert len(counter.devices.texted) == 1
    assert counter.store.data.events[-1][0].payload["outcome_known"] is False


def test_without_a_phone_there_is_no_sms_and_without_anything_no_booking(counter: Counter) -> None:
    counter.choose()
    counter.book(phone="")
    assert "手机号或身份证" in counter.error()
    counter.model.edit({"id_number": "410211198505052220"})
    counter.model.submit()
    assert "校验码" in counter.error()
    counter.model.edit({"id_number": "410211198505052221"})
    counter.model.submit()
    state = counter.model.replying.state
    assert state.booked is not None
    assert state.booked.appointment.person.kind is HolderKind.ID_CARD
    assert not state.may(ReplyWay.SMS)
    assert state.may(ReplyWay.PAPER)


def test_a_full_slot_is_refused_in_words_and_a_cancelled_place_is_free_again(counter: Counter) -> None:
    counter.choose()
    for phone in ("13900000001", "13900000002"):
        counter.book(phone=phone, channel=Channel.PHONE.value)
    assert ("10:00–10:30", "2", "已满") in counter.slots()
    counter.book(phone="13900000003")
    assert counter.error() == "该时段预约已满，请选择其他时段。"
    counter.model.cancel_form()
    counter.model.show_section("booked")
    counter.fill_in("find", shown="13900000002")
    section = counter.model.state.section
    assert section is not None
    assert [line.cells[:2] for line in section.lines] == [("03-10 10:00", "已预约")]
    counter.fill_in("cancel")
    assert counter.error() == "取消预约需要填写原因。"
    counter.model.edit({"reason": "行程有变"})
    counter.model.submit()
    assert ("10:00–10:30", "2", "1") in counter.slots()
    with counter.store.reading() as uow:
        (gone,) = uow.registers.appointments.where(state=AppointmentState.CANCELLED)
    assert gone.person.phone == "13900000002"


@pytest.mark.parametrize("shown", ["phone", "id", "code", "phone of an id card"])
def test_an_appointment_is_found_by_phone_id_number_and_code(counter: Counter, shown: str) -> None:
    counter.choose()
    number = "410211198505052221" if shown.startswith(("id", "phone of")) else ""
    counter.book(id_number=number)
    booked = counter.model.replying.state.booked
    assert booked is not None
    texts = {"phone": PHONE, "id": number, "code": booked.appointment.code.lower(), "phone of an id card": PHONE}
    counter.model.show_section("booked")
    counter.fill_in("find", shown="12345")
    assert "手机号" in counter.error()
    counter.model.edit({"shown": texts[shown]})
    counter.model.submit()
    assert counter.model.state.line is not None
    assert counter.model.press("reply")
    again = counter.model.replying.state.booked
    assert again is not None
    assert again.appointment.id == booked.appointment.id


@pytest.mark.req("Q-11")
def test_the_clerk_is_told_ten_minutes_before_and_once(counter: Counter) -> None:
    counter.choose()
    counter.book()
    counter.news.clear()
    for minute, told in ((49, 0), (50, 1), (55, 1)):
        counter.store.now = datetime(2025, 3, 10, 9, minute, tzinfo=ZONE)
        counter.model.refresh()
        assert len(counter.news) == told
    assert counter.news == ["10:00 有预约：食品经营许可（李*），请到岗准备。"]
    counter.model.show_section("prepare")
    assert counter.model.state.line is not None


def test_a_rest_day_and_a_year_without_calendar_say_so(counter: Counter) -> None:
    counter.choose()
    counter.fill_in("day", day="2025-03-08")
    section = counter.model.state.section
    assert section is not None
    assert section.empty == "2025-03-08 周六 不办公，没有可约时段。"
    counter.model.press("later")
    counter.model.press("later")
    assert ("09:00–09:30", "2", "2") in counter.slots()
    counter.fill_in("day", day="明天")
    assert "日期请写成" in counter.error()
    counter.model.edit({"day": "2031-01-06"})
    counter.model.submit()
    section = counter.model.state.section
    assert section is not None
    assert section.lines == ()
    assert "节假日安排尚未载入" in section.empty


def test_signing_out_leaves_nothing_of_the_applicant(counter: Counter) -> None:
    counter.choose()
    counter.book()
    counter.model.end()
    assert counter.model.replying.state.booked is None
    assert counter.model.data is None
