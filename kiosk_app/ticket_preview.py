"""How tickets look on this kiosk's paper (号票预览), from made-up ones."""

from __future__ import annotations

from devices.core.address import Address
from devices.core.errors import AddressError
from devices.sim.preview import picture_of
from devices.ticket_printer.profile import Profile
from hall.profile import HallProfile
from kiosk_app.ports import TicketKind
from qt_common.ticket_facts import SAMPLE_ITEM_ENGLISH, sample_tickets
from qt_common.ticket_paper import TicketLayout, ticket_job


class TicketPreview:
    """`kiosk_app.ports.TicketPreviews` by the very bytes that would be printed.

    Args:
        address: of the ticket printer, whose paper is drawn; 80 mm when there is none, or it says nothing of it.
    """

    def __init__(self, profile: HallProfile, layout: TicketLayout, address: str | None) -> None:
        self._profile = profile
        self._template = layout.template
        self._paper = _paper_of(address)

    @property
    def millimetres(self) -> int:
        """Of the paper's width."""
        return 80 if self._paper.columns >= 48 else 58

    def draw(self, kind: TicketKind) -> bytes:
        """A PNG, 8 dots to the millimetre; takes some tenths of a second.

        Raises:
            DeviceError: a line must be drawn and there is no font.
        """
        samples = sample_tickets()
        issued = samples.get(kind, samples["ordinary"])
        job = ticket_job(
            issued,
            self._profile,
            columns=self._paper.columns,
            reprint=kind is TicketKind.REPRINT,
            english=kind is TicketKind.ENGLISH,
            item_english=SAMPLE_ITEM_ENGLISH,
            template=self._template,
        )
        return picture_of(job, self._paper)


def _paper_of(address: str | None) -> Profile:
    if address is None:
        return Profile()
    try:
        return Profile.of(Address.parse(address))
    except AddressError:  # a vendor's driver with options of its own
        return Profile()
