"""How a job looks on paper (打印预览): its very bytes, on the simulated printer's paper."""

from __future__ import annotations

import io

from devices.sim.printer import PrinterSim
from devices.ticket_printer.encoding import JobEncoder
from devices.ticket_printer.escpos_library import load_encoder
from devices.ticket_printer.interface import PrintJob
from devices.ticket_printer.profile import Profile


def picture_of(job: PrintJob, profile: Profile) -> bytes:
    """A PNG, 8 dots to the millimetre.

    Raises:
        Unsupported: a line must be drawn and there is no font.
    """
    printer = PrinterSim(width_dots=profile.width_dots)
    printer.receive(JobEncoder(profile, load_encoder(profile.width_dots)).encode(job))
    out = io.BytesIO()
    printer.last_paper().save(out, "PNG", compress_level=1)
    return out.getvalue()
