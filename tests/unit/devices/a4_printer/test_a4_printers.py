"""A4 printers: what a printer's attributes amount to, and the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.a4_printer.drivers import make_ipp, make_spool
from devices.a4_printer.interface import A4Printer
from devices.a4_printer.ipp import raise_for, status_of
from devices.codec.ipp import Response
from devices.core.errors import AddressError, CoverOpen, HardwareFault, Jam, NotConnected, PaperOut, Unsupported
from devices.core.registry import default_registry
from devices.core.status import Health, Paper, Part

PDF = b"%PDF-1.7\n%%EOF\n"


def attributes(*reasons: str, state: int = 3, accepting: bool = True) -> Response:
    return Response(
        0,
        1,
        {
            "printer-state": [state],
            "printer-state-reasons": list(reasons),
            "printer-is-accepting-jobs": [accepting],
        },
    )


def test_an_idle_printer_without_reasons_to_complain_is_ready() -> None:
    status = status_of(attributes("none"))
    assert status.is_ready
    assert (status.supplies.paper, status.supplies.cover, status.detail) == (Paper.OK, Part.OK, "")


def test_a_printer_that_says_nothing_of_its_state_is_unknown_not_ok() -> None:
    status = status_of(attributes())
    assert status.health is Health.UNKNOWN
    assert status.supplies.paper is Paper.UNKNOWN
    assert not status.is_ready


@pytest.mark.parametrize(
    ("reason", "fault", "paper"),
    [
        ("media-empty-error", PaperOut, Paper.OUT),
        ("media-needed", PaperOut, Paper.OUT),
        ("media-jam-error", Jam, Paper.JAMMED),
        ("door-open-report", CoverOpen, Paper.OK),
    ],
)
def test_a_reason_to_stop_is_a_fault_by_its_name(reason: str, fault: type[HardwareFault], paper: Paper) -> None:
    with pytest.raises(fault):
        raise_for(attributes(reason, state=5))
    status = status_of(attributes(reason, state=5))
    assert (status.health, status.supplies.paper) == (Health.FAULT, paper)


def test_low_paper_still_prints() -> None:
    raise_for(attributes("media-low-warning"))
    assert status_of(attributes("media-low-warning")).supplies.paper is Paper.LOW


@pytest.mark.parametrize("response", [attributes("paused", state=5), attributes("none", accepting=False)])
def test_a_stopped_queue_is_a_fault(response: Response) -> None:
    with pytest.raises(HardwareFault):
        raise_for(response)


def test_a_document_appears_whole_in_the_folder_and_its_name_tells_nothing(tmp_path: Path) -> None:
    printer = make_spool(f"spool://{tmp_path}")
    printer.open()
    assert isinstance(printer, A4Printer)
    job = printer.print_pdf(PDF, "王䶮的受理通知书")
    assert [path.name for path in tmp_path.iterdir()] == [f"{job}.pdf"]
    assert (tmp_path / f"{job}.pdf").read_bytes() == PDF
    assert job.isascii()


def test_an_absent_folder_is_not_connected(tmp_path: Path) -> None:
    with pytest.raises(NotConnected):
        make_spool(f"spool://{tmp_path}/absent").open()


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    printer = make_spool(f"spool://{tmp_path}")
    printer.open()
    with pytest.raises(Unsupported) as caught:
        printer.print_pdf(b"<html>", "x")
    assert caught.value.outcome_known
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["ipp://", "ipp://host/?colour=red", "ipp://host/?sides=three"])
def test_a_wrong_address_is_refused(url: str) -> None:
    with pytest.raises(AddressError):
        make_ipp(url)


def test_the_registry_knows_both() -> None:
    assert default_registry(()).schemes("a4_printer") == ("ipp", "spool")
