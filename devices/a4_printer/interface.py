"""What an A4 printer does (A4打印机)."""

from __future__ import annotations

from typing import NewType, Protocol, runtime_checkable

from devices.core.driver import Driver

JobId = NewType("JobId", str)


@runtime_checkable
class A4Printer(Driver, Protocol):
    """A printer of documents, usually behind a queue."""

    def print_pdf(self, pdf: bytes, title: str) -> JobId:
        """Hand a document to the printer's queue; returns when the queue has it, not when the paper is out.

        Args:
            pdf: the whole document.
            title: shown in the queue; no personal data.

        Raises:
            PaperOut, CoverOpen, Jam, HardwareFault: the printer says that it cannot print.
            Unsupported: not a PDF, or the printer takes none.
            DeviceError: ``outcome_known`` is True when the queue has not taken it.
        """
