"""A short self-test for each kind of device (设备自检): one typical piece of work that a person can see or hear.

What is found is told without anything of a person: of a card its kind, of a code its length.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from devices.a4_printer.interface import A4Printer
from devices.code_scanner.interface import CodeScanner
from devices.core.errors import DeviceError, DeviceTimeout, NoCard
from devices.document_camera.interface import DocumentCamera
from devices.id_card_reader.interface import IdCard, IdCardReader
from devices.rating_pad.interface import RatingPad
from devices.sms_modem.interface import SmsModem
from devices.ticket_printer.interface import Align, Feed, PrintJob, QrCode, Rule, Text, TicketPrinter
from devices.voice.interface import Utterance, Voice
from devices.window_led.interface import WindowLed

Found = dict[str, Any]
CARD_POLL_SECONDS = 0.3
TEST_TICKET = PrintJob(
    (
        Text("打印测试", width=2, height=2, align=Align.CENTER),
        Rule(),
        Text("T000", width=4, height=4, bold=True, align=Align.CENTER),
        Text("这不是排队号票。", align=Align.CENTER),
        QrCode("hall-suite printer test"),
        Feed(1),
    )
)
TEST_PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 45>>stream
BT /F 36 Tf 60 740 Td (Printer test page) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


@dataclass(frozen=True, slots=True)
class SelfTest:
    """One kind's test.

    Attributes:
        asks: what the person is asked to do, Chinese, "" for nothing.
        uses_paper: whether somebody must agree first.
        run: does it, within some seconds' wait for the person.
    """

    asks: str
    run: Callable[[Any, float], Found]
    uses_paper: bool = False


def _ticket(printer: TicketPrinter, _wait: float) -> Found:
    printer.check_ready()
    printer.print(TEST_TICKET)
    return {"printed": True}


def _page(printer: A4Printer, _wait: float) -> Found:
    printer.print_pdf(TEST_PAGE, "测试页")
    return {"taken": True}


def _card(reader: IdCardReader, wait: float) -> Found:
    card = _wait_for_card(reader, time.monotonic() + wait)
    return {"card": card.kind.name, "photo_bytes": len(card.photo)}


def _wait_for_card(reader: IdCardReader, deadline: float) -> IdCard:
    while True:
        try:
            return reader.read_card()
        except NoCard:
            if time.monotonic() >= deadline:
                raise
        time.sleep(CARD_POLL_SECONDS)


def _rating(pad: RatingPad, wait: float) -> Found:
    answer = pad.ask(wait, lambda: False)
    if answer is None:
        raise DeviceTimeout("no key was pressed", message="没有收到按键。")
    return {"answer": answer.value}


def _code(scanner: CodeScanner, wait: float) -> Found:
    scanner.forget()
    code = scanner.wait_code(wait, lambda: False)
    if code is None:
        raise DeviceTimeout("no code came", message="没有扫到码。")
    return {"bytes": len(code.raw), "text": code.text is not None}


def _picture(camera: DocumentCamera, _wait: float) -> Found:
    still = camera.still()
    return {"width": still.width, "height": still.height}


def _led(led: WindowLed, _wait: float) -> Found:
    led.show("请A001到3号窗口")
    return {"shown": True}


def _speak(voice: Voice, _wait: float) -> Found:
    voice.say(Utterance("请A001号到3号窗口办理", repeat=1))
    return {"spoken": True}


def _modem(modem: SmsModem, _wait: float) -> Found:
    status = modem.probe()
    if not status.is_ready:
        raise DeviceError(status.detail or str(status.health), message="短信猫未就绪。")
    return {"health": status.health.value}


SELF_TESTS: Mapping[str, SelfTest] = {
    "ticket_printer": SelfTest("", _ticket, uses_paper=True),
    "a4_printer": SelfTest("", _page, uses_paper=True),
    "id_card_reader": SelfTest("请将证件放在读卡器上。", _card),
    "rating_pad": SelfTest("请在评价器上按任意键。", _rating),
    "code_scanner": SelfTest("请扫描任意条码或二维码。", _code),
    "document_camera": SelfTest("", _picture),
    "window_led": SelfTest("", _led),
    "voice": SelfTest("", _speak),
    "sms_modem": SelfTest("", _modem),
}
