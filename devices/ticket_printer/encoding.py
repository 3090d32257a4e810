"""From a print job to the bytes of ESC/POS (打印数据), for one profile.

Source: Epson ESC/POS command reference. Every line sets its own size, weight and place: firmware differs in what a
line feed resets.
"""

from __future__ import annotations

import qrcode
from PIL import Image

from devices.ticket_printer.drawing import LINE, LineDrawer, LineStyle
from devices.ticket_printer.escpos_library import EscPosEncoder
from devices.ticket_printer.interface import Align, Feed, Item, Picture, PrintJob, QrCode, Rule, Text
from devices.ticket_printer.pictures import placed
from devices.ticket_printer.profile import Encoding, Profile
from devices.ticket_printer.wrapping import wrap

INITIALISE = bytes.fromhex("1b40")  # ESC @
ALIGN = {  # ESC a n
    Align.LEFT: bytes.fromhex("1b6100"),
    Align.CENTER: bytes.fromhex("1b6101"),
    Align.RIGHT: bytes.fromhex("1b6102"),
}
BOLD = {False: bytes.fromhex("1b4500"), True: bytes.fromhex("1b4501")}  # ESC E n
SIZE = bytes.fromhex("1d21")  # GS ! (width - 1) << 4 | (height - 1)
CHINESE_ON = bytes.fromhex("1c26")  # FS &
CHINESE_OFF = bytes.fromhex("1c2e")  # FS .
LINE_FEED = b"\n"
FEED_LINES = bytes.fromhex("1b64")  # ESC d n
FEED_DOTS = bytes.fromhex("1b4a")  # ESC J n
PARTIAL_CUT = bytes.fromhex("1d564200")  # GS V 66 0: feeds to the knife, then leaves one point uncut
TEAR_OFF_LINES = 5
LINE_GAP = 6  # dots below a drawn line, so that it stands as far from the next as a text line
RULE_GAP = 10
RULE_DOTS = 2


class JobEncoder:
    """Encodes jobs for one printer."""

    def __init__(self, profile: Profile, library: EscPosEncoder) -> None:
        self._profile = profile
        self._library = library
        self._drawer = LineDrawer(profile.font)

    def encode(self, job: PrintJob) -> bytes:
        """The bytes of the whole job.

        Raises:
            Unsupported: a line must be drawn and there is no font.
        """
        parts = [INITIALISE, *(self._item(item) for item in job.items)]
        if job.cut:
            parts.append(PARTIAL_CUT if self._profile.cutter else FEED_LINES + bytes((TEAR_OFF_LINES,)))
        return b"".join(parts)

    def _item(self, item: Item) -> bytes:
        match item:
            case Text():
                lines = wrap(item.text, self._profile.columns // item.width)
                return b"".join(self._line(line, item) for line in lines)
            case QrCode():
                return self._qr(item)
            case Rule():
                rule = Image.new("1", (self._profile.width_dots, RULE_DOTS), 0)
                gap = FEED_DOTS + bytes((RULE_GAP,))
                return ALIGN[Align.LEFT] + gap + self._library.picture(rule) + gap
            case Picture():
                image = placed(item, self._profile.width_dots)
                return ALIGN[Align.LEFT] + self._library.picture(image)
            case Feed():
                return FEED_LINES + bytes((item.lines,))

    def _line(self, line: str, text: Text) -> bytes:
        encoded = encode_text(line, self._profile.encoding)
        if encoded is None:
            style = LineStyle(text.width, text.height, text.bold, text.align)
            picture = self._drawer.draw(line, style, self._profile.width_dots)
            return ALIGN[Align.LEFT] + self._library.picture(picture) + FEED_DOTS + bytes((LINE_GAP,))
        size = SIZE + bytes(((text.width - 1) << 4 | (text.height - 1),))
        if not encoded.isascii():
            encoded = CHINESE_ON + encoded + CHINESE_OFF
        return ALIGN[text.align] + BOLD[text.bold] + size + encoded + LINE_FEED

    def _qr(self, item: QrCode) -> bytes:
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
        code.add_data(item.payload.encode())
        modules = 17 + 4 * code.best_fit()
        module = max(1, min(item.module, self._profile.width_dots // (modules + 8)))
        around = FEED_DOTS + bytes((LINE,))
        if self._profile.native_qr:
            plain = SIZE + b"\x00"
            return ALIGN[Align.CENTER] + plain + around + self._library.qr(item.payload, module) + around
        code.make()  # slow, for it tries eight masks: only when the printer cannot do it
        side = modules * module
        picture = Image.new("1", ((self._profile.width_dots + side) // 2, side), 255)
        left = picture.width - side
        for row, cells in enumerate(code.modules):
            for column, dark in enumerate(cells):
                if dark:
                    corner = (left + column * module, row * module)
                    picture.paste(0, (*corner, corner[0] + module, corner[1] + module))
        return ALIGN[Align.LEFT] + around + self._library.picture(picture) + around


def encode_text(line: str, encoding: Encoding) -> bytes | None:
    """The bytes of one line, or None when the line must be drawn."""
    if encoding is Encoding.RASTER:
        return None if line else b""
    try:
        return line.encode(encoding.value)
    except UnicodeEncodeError:
        return None
