"""A small hall for tests: two departments, three items, two windows, two clerks."""

from __future__ import annotations

from hall.business_calendar.calendar import OpeningState
from hall.catalogue.item import Department, ItemKind, Material, ServiceItem
from hall.identity import Actor, Holder, HolderKind, Role, citizen_at
from hall.ports import Store
from hall.profile import HallProfile
from hall.queueing.issue import TicketRequest, confirm_ticket, issue_ticket
from hall.queueing.ticket import PriorityClass, Ticket
from hall.queueing.ticket_code import code_of
from hall.staffing.clerk import Clerk
from hall.staffing.service import sign_in
from hall.staffing.window import Post, Window, WindowKind
from tests.support.fake_store import FakeStore

FOOD = ServiceItem(
    code="SX002",
    name="食品经营许可",
    department="scjg",
    kind=ItemKind.COMMITMENT,
    prefix="A",
    statutory_days=20,
    promised_days=10,
    materials=(Material("申请书"), Material("身份证")),
    pinyin="shipinjingyingxuke spjyxk",
    minutes=10,
)
SHOP = ServiceItem("SX001", "个体工商户设立登记", "scjg", ItemKind.INSTANT, "A", pinyin="getigongshanghu gtgsh")
MARRIAGE = ServiceItem("SX015", "结婚登记", "mz", ItemKind.INSTANT, "B", pinyin="jiehundengji jhdj", zone="B")
OPEN = OpeningState(True, "正在办公")
PROFILE = HallProfile(name="test", hall_name="测试大厅")
KIOSK = citizen_at("kiosk-1")
ZHANG = Actor("1027", frozenset({Role.CLERK}), "counter-3")
LI = Actor("1031", frozenset({Role.CLERK}), "counter-5")
WANG = Holder(HolderKind.ID_CARD, name="王建国", id_number="410211198001011236")


class PlainHasher:
    """Keeps passwords as they are; for tests only."""

    def hash(self, password: str) -> str:
        return f"plain:{password}"

    def matches(self, password_hash: str, password: str) -> bool:
        return password_hash == self.hash(password)


def fill(store: Store) -> None:
    """Write the sample hall into any store's empty tables."""
    from hall.catalogue.import_rows import Catalogue

    hasher = PlainHasher()
    trained = frozenset({FOOD.code, SHOP.code, MARRIAGE.code})
    with store.begin() as uow:
        departments = (Department("scjg", "区市场监督管理局"), Department("mz", "区民政局"))
        uow.catalogue.replace(Catalogue(departments, (SHOP, FOOD, MARRIAGE)))
        for number, name in (("1027", "张伟"), ("1031", "李娜")):
            roles = frozenset({Role.CLERK})
            uow.clerks.put(Clerk(number, name, "scjg", roles, hasher.hash(f"pw-{number}"), trained))
        for window in (
            Window(3, "无差别综合窗口", WindowKind.UNIVERSAL, "A", frozenset({FOOD.code, SHOP.code})),
            Window(5, "社会事务综合窗口", WindowKind.SOCIAL, "B", frozenset({MARRIAGE.code})),
        ):
            uow.windows.put(window)
        uow.commit()


def sample_store() -> FakeStore:
    """The fake store with the sample hall; windows closed."""
    store = FakeStore()
    fill(store)
    return store


def open_window(store: Store, number: int, clerk: str) -> Actor:
    """Sign a clerk in at a window and return the actor."""
    with store.begin() as uow:
        signed = sign_in(
            uow, number, clerk, f"pw-{clerk}", Post.A, hasher=PlainHasher(), station=f"counter-{number}"
        )
        uow.commit()
    return signed.actor


def take_ticket(
    store: Store,
    item: ServiceItem = FOOD,
    holder: Holder | None = None,
    priority: PriorityClass = PriorityClass.ORDINARY,
    reason: str = "",
) -> Ticket:
    """Issue and confirm a ticket."""
    holder = holder or Holder(HolderKind.NONE)
    with store.begin() as uow:
        request = TicketRequest(item.code, OPEN, holder, priority, reason)
        issued = issue_ticket(uow, request, by=KIOSK, profile=PROFILE)
        ticket = confirm_ticket(uow, issued.ticket.id, by=KIOSK)
        uow.commit()
    return ticket


def code_on(store: Store, ticket: Ticket) -> str:
    """What stands in the QR code of a ticket's paper."""
    with store.reading() as uow:
        return code_of(ticket, uow.sign)
