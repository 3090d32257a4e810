"""A4 printing through Qt: what comes out is looked at by reading the PDF back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from devices.a4_printer.interface import A4Printer
from devices.core.address import Address
from devices.core.errors import AddressError, DeviceTimeout, NotConnected, Unsupported
from devices.core.supervisor import DeviceSupervisor
from qt_common.a4_qprinter import PdfFolder, QtPrinter, make_pdf_folder, make_queue
from qt_common.pdf_pages import PdfPages

A4 = (595.0, 842.0)  # points


def document(*sizes: tuple[float, float], mark: bool = False) -> bytes:
    """A PDF with pages of these sizes in points; ``mark`` blackens the top left quarter of each."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter()
    for number, (width, height) in enumerate(sizes):
        wide = width > height
        size = QSizeF(height, width) if wide else QSizeF(width, height)
        turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        layout = QPageLayout(QPageSize(size, QPageSize.Unit.Point), turned, QMarginsF())
        writer.setPageLayout(layout)
        if number == 0:
            painter.begin(writer)
        else:
            writer.newPage()
        if mark:
            whole = layout.fullRectPixels(writer.resolution())
            painter.fillRect(QRectF(0, 0, whole.width() / 2, whole.height() / 2), Qt.GlobalColor.black)
    painter.end()
    return bytes(buffer.data().data())


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> A4Printer:
    made = make_pdf_folder(f"pdf://{tmp_path}")
    made.open()
    return made


def printed(folder: Path) -> PdfPages:
    (path,) = folder.iterdir()
    assert path.suffix == ".pdf"
    return PdfPages(path.read_bytes())


def sizes(pages: PdfPages) -> list[tuple[int, int]]:
    return [(round(pages.size(n).width()), round(pages.size(n).height())) for n in range(pages.count)]


def test_every_page_comes_out_turned_as_it_is(printer: A4Printer, tmp_path: Path) -> None:
    printer.print_pdf(document(A4, (842.0, 595.0), A4), "受理通知书")
    assert sizes(printed(tmp_path)) == [(595, 842), (842, 595), (595, 842)]


def dark_part(pages: PdfPages, page: int = 0) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what is dark, as parts of the page."""
    picture = pages.picture(page, 18)
    width, height = picture.width(), picture.height()
    dark = [(x, y) for x in range(width) for y in range(height) if QColor(picture.pixel(x, y)).lightness() < 100]
    return (
        min(x for x, _ in dark) / width,
        min(y for _, y in dark) / height,
        (max(x for x, _ in dark) + 1) / width,
        (max(y for _, y in dark) + 1) / height,
    )


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((595.0, 842.0), (0.0, 0.0, 0.5, 0.5)),  # as it is
        ((1190.0, 1684.0), (0.0, 0.0, 0.5, 0.5)),  # A2 made smaller
        ((298.0, 421.0), (0.25, 0.25, 0.5, 0.5)),  # A6 in the middle
        ((612.0, 792.0), (0.0, 0.044, 0.5, 0.5)),  # Letter, too wide: the whole width, in the middle
    ],
)
def test_a_page_keeps_its_size_and_a_larger_one_is_made_to_fit(
    printer: A4Printer,
    tmp_path: Path,
    size: tuple[float, float],
    expected: tuple[float, float, float, float],
) -> None:
    printer.print_pdf(document(size, mark=True), "材料")
    assert dark_part(printed(tmp_path)) == pytest.approx(expected, abs=0.01)


def test_it_prints_on_the_device_thread_while_the_interface_goes_on(qapp: QApplication, tmp_path: Path) -> None:
    threads: list[threading.Thread] = []
    supervisor = DeviceSupervisor("a4_printer", make_pdf_folder(f"pdf://{tmp_path}"))
    supervisor.start()
    assert supervisor.wait_for(lambda status: status.is_ready, 30)

    def work(printer: A4Printer) -> None:
        threads.append(threading.current_thread())
        for _ in range(5):
            printer.print_pdf(document(A4, A4), "通知书")

    done = supervisor.submit(work)
    while not done.done():
        qapp.processEvents()
    done.result()
    supervisor.stop()
    assert threads[0] is not threading.main_thread()
    assert [PdfPages(path.read_bytes()).count for path in tmp_path.glob("*.pdf")] == [2] * 5


@pytest.mark.parametrize("wrong", [b"", b"hello", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_refused_and_leaves_nothing(printer: A4Printer, tmp_path: Path, wrong: bytes) -> None:
    with pytest.raises(Unsupported) as caught:
        printer.print_pdf(wrong, "材料")
    assert caught.value.outcome_known
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_takes_too_long_is_given_up_and_leaves_nothing(qapp: QApplication, tmp_path: Path) -> None:
    times = iter([0.0, 0.0, 1.0, 5.0])
    address = Address.parse(f"pdf://{tmp_path}?seconds=5")
    printer = QtPrinter(address, PdfFolder(tmp_path), clock=lambda: next(times))
    printer.open()
    with pytest.raises(DeviceTimeout) as caught:
        printer.print_pdf(document(A4, A4, A4), "材料")
    assert not caught.value.outcome_known
    assert list(tmp_path.iterdir()) == []


def unwritable(folder: Path) -> Path:
    """A folder in which even root can't make files."""
    return Path("/sys/kernel")


def a_file(folder: Path) -> Path:
    (folder / "file").write_text("")
    return folder / "file"


@pytest.mark.parametrize("place", [unwritable, a_file, lambda folder: folder / "gone"])
def test_a_folder_that_takes_nothing_is_not_connected(
    qapp: QApplication, tmp_path: Path, place: Callable[[Path], Path]
) -> None:
    printer = make_pdf_folder(f"pdf://{place(tmp_path)}")
    with pytest.raises(NotConnected) as caught:
        printer.open()
        printer.print_pdf(document(A4), "材料")
    assert caught.value.outcome_known


def test_a_queue_that_is_not_there_is_not_connected(qapp: QApplication) -> None:
    printer = make_queue("qprinter://No%20Such%20Queue")
    assert not printer.verified
    with pytest.raises(NotConnected, match="'No Such Queue'; known: "):
        printer.open()
    with pytest.raises(NotConnected):
        printer.print_pdf(document(A4), "材料")


@pytest.mark.parametrize(
    "url", ["pdf://", "pdf://host/x", "pdf:///x?dpi=1", "qprinter://a?paper=B5", "pdf:///x?seconds=0"]
)
def test_a_wrong_address_is_refused(url: str) -> None:
    make = make_pdf_folder if url.startswith("pdf") else make_queue
    with pytest.raises(AddressError):
        make(url)
