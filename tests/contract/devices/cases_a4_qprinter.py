"""A4 printer through Qt, into a folder that may go away. The queue of a real printer is not at hand."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from devices.a4_printer.interface import A4Printer, JobId
from devices.core.errors import NotConnected
from devices.sim.catalogue import Host
from devices.sim.device import Fault, Reply
from qt_common.a4_qprinter import make_pdf_folder
from tests.contract.devices.harness import Case, fails

APPLICATION = QApplication.instance() or QApplication([])  # printing needs one; pytest-qt takes the same


class Folder:
    """The folder as a host: it goes away and comes back."""

    def __init__(self, parent: Path) -> None:
        self.path = parent / "spool"

    @property
    def url(self) -> str:
        return f"pdf://{self.path}"

    def start(self) -> None:
        self.path.mkdir(exist_ok=True)

    def stop(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)

    def command(self, do: str, args: Mapping[str, Any] | None = None) -> Reply:
        if do == "fault" and (args or {})["name"] == Fault.GO_AWOL:
            self.path.rename(self.path.with_suffix(".away"))
        elif do == "clear" and not self.path.exists():
            self.path.with_suffix(".away").rename(self.path)
        return {}


def simulate(folder: Path) -> Host:
    return Folder(folder)


def two_pages() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    writer.newPage()
    painter.end()
    return bytes(buffer.data().data())


def folder_of(host: Host) -> Path:
    assert isinstance(host, Folder)
    return host.path


def work(printer: A4Printer, _: Host) -> JobId:
    return printer.print_pdf(two_pages(), "受理通知书")


def verify(job: JobId, host: Host) -> None:
    document = QPdfDocument()
    assert document.load(str(folder_of(host) / f"{job}.pdf")) is QPdfDocument.Error.None_
    assert document.pageCount() == 2


CASES = (
    Case(
        "a4_printer-qprinter-pdf",
        simulate,
        make_pdf_folder,
        work,
        verify,
        done=lambda host: sum(1 for _ in folder_of(host).parent.rglob("*.pdf")),
        faults={
            "go_awol": fails(NotConnected),
            **dict.fromkeys(
                ("dont_answer", "drop_connection", "slow", "split", "merge", "leading_garbage", "bad_checksum")
            ),
        },
    ),
)
