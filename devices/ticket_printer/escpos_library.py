"""python-escpos as an encoder (编码库): pictures and QR codes to bytes, nothing on the wire.

Its import is guarded, for it configures the root logger and leaves a temporary folder behind; its printer classes
are not used, for they read an empty status reply as "paper adequate".
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PIL import Image

ROWS_AT_ONCE = 960


@dataclass(frozen=True, slots=True)
class EscPosEncoder:
    """Bytes for pictures and QR codes; made by `load_encoder`."""

    make_printer: Callable[[], Any]

    def picture(self, picture: Image.Image) -> bytes:
        """``GS v 0``, in slices of at most 960 rows; ``picture`` is in mode "1" with black ink."""
        printer = self.make_printer()
        printer.image(picture, impl="bitImageRaster", fragment_height=ROWS_AT_ONCE)
        return bytes(printer.output)

    def qr(self, payload: str, module: int) -> bytes:
        """``GS ( k``: the printer draws the code; error correction M, UTF-8."""
        printer = self.make_printer()
        printer.qr(payload, ec=1, size=module, native=True)
        return bytes(printer.output)


def load_encoder(width_dots: int) -> EscPosEncoder:
    """Import python-escpos (it takes some tenths of a second: do it when connecting, not when printing).

    Args:
        width_dots: pictures wider than this are refused by the library.
    """
    root = logging.getLogger()
    handlers = list(root.handlers)
    from escpos import capabilities
    from escpos.printer import Dummy

    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    profile = capabilities.Profile()
    profile.profile_data = {**profile.profile_data, "media": {"width": {"pixels": width_dots}}}
    return EscPosEncoder(lambda: Dummy(profile=profile))
