"""The visit (一次办事): from the kiosk's first button to the rating, by real clicks on real windows."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from cli.demo.evidence import Ticket, label_on_paper, spoken_calls
from cli.demo.hall import Folder
from cli.demo.hand import Hand
from cli.demo.narrator import Narrator
from cli.demo.simulators import Simulator
from cli.demo.stations import WINDOW

DEPARTMENT, DEPARTMENT_NAME = "qscjdglj", "区市场监督管理局"
ITEM, ITEM_NAME = "SX002", "食品经营许可"
CLERK, CLERK_NAME = "1027", "张伟"
PAGE_QR = "HALL-DEMO-0001"
VERY_GOOD_KEY, VERY_GOOD = 1, 5
SLOW = 60.0  # seconds; for what may take long on a small machine


class VisitFailed(Exception):
    """Something on the way was not as it must be; the message says what."""


@dataclass(slots=True)
class Visit:
    """Who and what takes part in the visit, and the number as each place named it."""

    folder: Folder
    narrator: Narrator
    simulators: Mapping[str, Simulator]
    hands: Mapping[str, Hand]
    ticket: Ticket
    paper_png: str | None = None

    @property
    def kiosk(self) -> Hand:
        return self.hands["kiosk-1"]

    @property
    def counter(self) -> Hand:
        return self.hands[f"counter-{WINDOW}"]

    @property
    def board(self) -> Hand:
        return self.hands["board-1"]

    @property
    def screen(self) -> Hand:
        return self.hands[f"window-{WINDOW}"]


def play(visit: Visit) -> None:
    """Play the visit.

    Raises:
        VisitFailed, HandError, OSError, ValueError: a step did not come out as it must.
    """
    take_a_number(visit)
    be_called(visit)
    be_served(visit)


def take_a_number(visit: Visit) -> None:
    """At the kiosk: item, materials, card, paper."""
    step, kiosk = visit.narrator.step, visit.kiosk
    with step("home", "抽号机开机：四扇门，正在办公。", "The kiosk is up: four doors, the hall is open.", kiosk):
        kiosk.wait(lambda s: s["screen"] == "home" and s["online"] and s["open"], "online and open", timeout=SLOW)
        wanted = ("ticket_printer", "id_card_reader")
        kiosk.wait(lambda s: all(s["devices"][kind] == "ready" for kind in wanted), "devices ready", timeout=SLOW)
    with step("department", "群众点“取号办事”。", "A citizen touches “take a number”.", kiosk):
        kiosk.click("door_take_number")
        kiosk.wait(lambda s: s["screen"] == "departments", "the departments")
    with step("item", f"选择部门“{DEPARTMENT_NAME}”。", "She picks the market supervision bureau.", kiosk):
        turn_to(kiosk, f"department_{DEPARTMENT}")
        kiosk.wait(lambda s: s["screen"] == "items", "the items")
    with step(
        "materials",
        f"选择事项“{ITEM_NAME}”，核对材料。",
        "She picks the food licence and sees what to bring.",
        kiosk,
    ):
        turn_to(kiosk, f"item_{ITEM}")
        kiosk.wait(lambda s: s["screen"] == "materials" and s["item"] == ITEM, "the materials")
    with step("identify", "材料带齐，请刷身份证。", "All is at hand; the kiosk asks for the ID card.", kiosk):
        kiosk.click("materials_ready")
        kiosk.wait(lambda s: s["screen"] == "identify", "the card page")
    with step(
        "ticket",
        "身份证放上读卡器（SAM_V 串口），号票经网口（TCP）打印。",
        "The card is laid on the reader (SAM_V, serial line); the ticket is printed over TCP.",
        kiosk,
    ):
        visit.simulators["id_card_reader"].do("lay_card", kind="domestic", seed=7)
        shown = kiosk.wait(lambda s: s["screen"] == "ticket" and bool(s["label"]), "the ticket page", timeout=SLOW)
        printer = visit.simulators["ticket_printer"].do("paper")
        visit.ticket.paper = label_on_paper(printer["papers"][-1]["text"])
        visit.paper_png = printer["papers"][-1]["png"]
        expect(visit.ticket.paper == shown["label"], f"paper {visit.ticket.paper}, kiosk {shown['label']}")
        expect(len(printer["papers"]) == 1, f"{len(printer['papers'])} papers came out")
        visit.simulators["id_card_reader"].do("remove_card")


def be_called(visit: Visit) -> None:
    """At the counter: sign in, call, recall; board, window screen, LED sign and voice follow."""
    step, counter, label = visit.narrator.step, visit.counter, visit.ticket.paper
    with step(
        "sign_in",
        f"{CLERK_NAME}在{WINDOW}号窗口以A岗签到。",
        "Zhang Wei signs in at window 3, post A.",
        counter,
        visit.screen,
    ):
        counter.wait(lambda s: s["screen"] == "sign_in" and s["online"], "the sign-in page", timeout=SLOW)
        counter.type("staff_number", CLERK)
        counter.type("password", f"demo-{CLERK}")
        counter.click("post_A")
        counter.click("sign_in")
        counter.wait(lambda s: s["clerk"] == CLERK and s["state"] == "open", "signed in", timeout=SLOW)
        visit.screen.wait(lambda s: s["plate"] is not None and s["plate"]["name"] == CLERK_NAME, "the plate")
        counter.wait(lambda s: s["next_ticket"] == label and s["next_reason"], "who is next, and why")
    with step(
        "call",
        f"叫下一位：{label}。大屏、窗口屏、广播同步。",
        f"Next please: {label}. Board, window screen and voice together.",
        visit.board,
        visit.screen,
        counter,
    ):
        counter.click("action_call_next")
        board = visit.board.wait(lambda s: bool(s["hero"]) and s["hero"]["announcing"], "the call on the board")
        screen = visit.screen.wait(lambda s: s["mood"] == "called", "the call on the window screen")
        visit.ticket.board, visit.ticket.window_screen = board["hero"]["label"], screen["headline"]
        expect(board["hero"]["window"] == WINDOW, f"the board says window {board['hero']['window']}")
        expect(board["calls"][0]["label"] == visit.ticket.board, "the list of calls differs from the big call")
        until(lambda: len(spoken_calls(visit.folder)) == 1, "the call was not spoken")
        visit.ticket.voice, window = spoken_calls(visit.folder)[0]
        expect(window == WINDOW, f"the voice says window {window}")
        until(lambda: label in visit.simulators["window_led"].do("state")["text"], "the LED sign does not show it")
    with step("recall", "群众未到，重呼一次。", "Nobody comes; she is called once more.", visit.board):
        visit.board.wait(
            lambda s: bool(s["hero"]) and not s["hero"]["announcing"], "the end of the announcement", timeout=SLOW
        )
        counter.click("action_recall")
        visit.board.wait(lambda s: bool(s["hero"]) and s["hero"]["announcing"], "the second call on the board")
        until(lambda: len(spoken_calls(visit.folder)) == 2, "the recall was not spoken")
        expect(spoken_calls(visit.folder)[1] == (label, WINDOW), "the recall names another number or window")


def be_served(visit: Visit) -> None:
    """At the counter: start, photograph a page, finish, rate."""
    step, counter, pad = visit.narrator.step, visit.counter, visit.simulators["rating_pad"]
    with step(
        "start", "群众到窗口，开始办理。", "The citizen comes to the window; service starts.", counter, visit.screen
    ):
        counter.click("action_start")
        counter.wait(lambda s: s["ticket_state"] == "serving", "serving")
        visit.screen.wait(lambda s: s["mood"] == "serving", "serving on the window screen")
    with step(
        "page",
        "材料放到高拍仪下，按“拍摄”：找边、拉直、加密保存、识读二维码。",
        "A page under the document camera: found, straightened, encrypted, its QR code read.",
        counter,
    ):
        visit.simulators["document_camera"].do("lay_page", kind="form", qr=PAGE_QR, turn=86.0, shift=[6.0, -3.0])
        counter.wait(lambda s: s["lamps"].get("document_camera") in ("ok", "unsure"), "the camera", timeout=SLOW)
        time.sleep(1.0)  # the newest picture must show the page that was just laid down
        counter.click("action_capture")
        taken = counter.wait(
            lambda s: bool(s["pages"]) and s["pages"][-1]["stage"] in ("saved", "failed"),
            "the page saved",
            timeout=SLOW,
        )["pages"][-1]
        expect(taken["stage"] == "saved", "the page was not saved")
        expect(taken["certain"], "the page's edges were not certain")
        expect(taken["codes"] == 1, f"{taken['codes']} codes were read")
    with step("finish", "办理完成，评价器请群众评价。", "Done; the rating pad asks.", counter):
        counter.click("action_finish")
        counter.wait(lambda s: bool(s["rating"]) and s["rating"]["stage"] == "asking", "the question")
        until(lambda: pad.do("state")["asked"] >= 1, "the pad was not asked")
    with step(
        "rate",
        "群众按“非常满意”，评价只记一次。",
        "She presses “very satisfied”; it is recorded once.",
        counter,
        visit.board,
    ):
        pad.do("press", key=VERY_GOOD_KEY)
        counter.wait(
            lambda s: bool(s["rating"]) and s["rating"]["stage"] == "rated" and s["rating"]["saved"],
            "the rating saved",
        )
        visit.screen.wait(lambda s: s["mood"] == "free", "the window free again")


def turn_to(hand: Hand, name: str, *, pages: int = 12) -> None:
    """Click a widget, turning pages until it is there.

    Raises:
        VisitFailed: no page has it.
    """
    for _ in range(pages):
        objects = hand.do("objects")["objects"]
        if name in objects:
            hand.click(name)
            return
        if "page_forth" not in objects:
            break
        hand.click("page_forth")
    raise VisitFailed(f"{hand.name} shows no {name}")


def expect(holds: bool, otherwise: str) -> None:
    """Go on only when it holds."""
    if not holds:
        raise VisitFailed(otherwise)


def until(holds: object, otherwise: str, *, timeout: float = 30.0) -> None:
    """Wait until ``holds()`` is true."""
    assert callable(holds)
    deadline = time.monotonic() + timeout
    while not holds():
        if time.monotonic() > deadline:
            raise VisitFailed(f"{otherwise} within {timeout:g} s")
        time.sleep(0.05)
