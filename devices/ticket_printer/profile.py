"""What a model of printer can do (打印机参数), as options of its address.

``tcp://192.168.1.50:9100?profile=80mm&cutter=yes&encoding=gbk&qr=native``
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from devices.core.address import Address

# paper -> printable dots at 203 dpi (8 dots/mm)
WIDTHS = {"58mm": 384, "80mm": 576}
OPTIONS = frozenset({"profile", "cutter", "encoding", "qr", "font", "confirm"})


class Confirm(StrEnum):
    """How it is confirmed that a ticket was printed (确认方式).

    DLE_EOT: a status round trip; every printer has it, some answer ahead of what they have buffered. PROCESS_ID
    (``GS ( H``) and GS_R (``GS r``): an answer in its turn, after the ticket; only where the printer has it, for
    without an answer no ticket is ever confirmed.
    """

    DLE_EOT = "dle_eot"
    PROCESS_ID = "process_id"
    GS_R = "gs_r"


class Encoding(StrEnum):
    """How text goes to the printer (编码).

    GBK: as GBK; a line with a character outside it is drawn. GB18030: the printer has that standard's whole font,
    four-byte characters included; only lines outside it are drawn. RASTER: every line is drawn (no Chinese font).
    """

    GBK = "gbk"
    GB18030 = "gb18030"
    RASTER = "raster"


@dataclass(frozen=True, slots=True)
class Profile:
    """One model.

    Attributes:
        width_dots: printable width in dots, 8 to the millimetre.
        cutter: whether it has one; without it the paper is fed to the tear bar.
        native_qr: whether it draws QR codes itself (``GS ( k``).
        font: path of the font for drawn lines, "" to look for one.
        confirm: how a ticket is confirmed.
    """

    width_dots: int = 576
    cutter: bool = True
    encoding: Encoding = Encoding.GBK
    native_qr: bool = True
    font: str = ""
    confirm: Confirm = Confirm.DLE_EOT

    @property
    def columns(self) -> int:
        """Characters of 12 dots in a line."""
        return self.width_dots // 12

    @classmethod
    def of(cls, address: Address) -> Profile:
        """Read the profile from an address's options.

        Raises:
            AddressError: a value that does not exist, with the list.
        """
        return cls(
            width_dots=WIDTHS[address.choice("profile", "80mm", WIDTHS)],
            cutter=address.choice("cutter", "yes", ("yes", "no")) == "yes",
            encoding=Encoding(address.choice("encoding", "gbk", [encoding.value for encoding in Encoding])),
            native_qr=address.choice("qr", "native", ("native", "raster")) == "native",
            font=address.options.get("font", ""),
            confirm=Confirm(address.choice("confirm", "dle_eot", [confirm.value for confirm in Confirm])),
        )
